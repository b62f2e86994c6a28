package org.conv4j.verify.jqwik;

import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.conv4j.api.Convolver;
import org.conv4j.verify.junit.JUnitOutcome;
import org.conv4j.verify.law.Law;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;
import org.conv4j.verify.search.Reach;
import org.opentest4j.TestAbortedException;

/**
 * Validates a convolver with jqwik: a test class that extends this one has a property for each law,
 * named after it, {@code shape_full} for {@code shape.full}.
 *
 * <pre>{@code
 * class MyConvolverLawsTest extends ConvolverProperties {
 *   @Override
 *   public Convolver convolver() {
 *     return new MyConvolver();
 *   }
 * }
 * }</pre>
 *
 * <p>Tries, seeds, shrinking and reporting are jqwik's, and so are its settings: {@code
 * jqwik.tries.default} in {@code junit-platform.properties} says how many recipes each law is
 * checked on, 1000 if nobody says so. A failure shows the smallest recipe that was found, the
 * operands made from it, what was expected and what came. The word behind {@code replay} in its
 * message makes the same check again: on the command line, {@code java -jar conv-verify-cli.jar
 * replay WORD --subject NAME}, or with {@link #replay} in an {@code @Example}. Seeds of jqwik do
 * not, as soon as the number of tries is another one.
 *
 * <p>What {@link Convolver#capabilities()} does not claim is skipped, with the reason. A law that
 * only should hold and does not is aborted. The convolver gets copies of the operands and has ten
 * seconds for each recipe.
 *
 * <p>The class may hold further properties of jqwik, on the same recipes if they take {@link
 * ConvolverArbitraries} or {@link ConvolverDomain}. Jupiter has no part in it: a property that has
 * one of Jupiter's annotations does not run, nor does one in a {@code @Nested} class. Write jqwik's
 * {@code @Tag} and {@code @Group}. Golden vectors, and operands beyond {@link #reach()}, are for
 * {@link org.conv4j.verify.junit.ConvolverConformance}, in a class of its own.
 */
public abstract class ConvolverProperties extends LawProperties {
  private Law law;
  private Runner runner;

  /** One for each property; jqwik makes them. */
  protected ConvolverProperties() {}

  /**
   * The convolver to validate, asked for once for each law.
   *
   * @return the convolver under test
   */
  public abstract Convolver convolver();

  /**
   * How long operands become where a law asks for every awkward size. More than the default takes
   * minutes with convolvers that run through all of an operand for each output.
   *
   * @return {@link Reach#SHORT} unless overridden
   */
  public Reach reach() {
    return Reach.SHORT;
  }

  /**
   * Makes one check again, as a failure printed it.
   *
   * @param token the word behind {@code replay}
   * @throws IllegalArgumentException if the token names no law, no recipe or no golden vector
   */
  protected final void replay(String token) {
    Check check = Manifest.replay(token);
    JUnitOutcome.of(check, newRunner().run(check).outcome()).report();
  }

  /** Begins a property about a law; returns why it is to be skipped, if it is. */
  final Optional<String> begin(Law about) {
    law = about;
    runner = newRunner();
    return law.reasonToSkip(runner.claims());
  }

  private Runner newRunner() {
    return new Runner(convolver(), Settings.standard());
  }

  /** Recipes for the law that the property is about. */
  @Provide(RECIPES)
  final Arbitrary<Recipe> recipes() {
    return ConvolverArbitraries.recipes(law, runner.claims(), reach());
  }

  @Override
  final void holds(Recipe recipe) {
    Check check = Manifest.replay(law.id() + "/" + recipe);
    Outcome outcome = runner.run(check).outcome();
    if (outcome instanceof Outcome.Failed failed) {
      throw JUnitOutcome.ofFailure(check, failed.failure()).error();
    } else if (outcome instanceof Outcome.NotRun notRun) {
      // After too many hangs. It says nothing of this recipe, and must not pass for a smaller one.
      throw new TestAbortedException(notRun.reason());
    }
  }
}
