package org.conv4j.verify.jqwik;

import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.verify.junit.JUnitOutcome;
import org.conv4j.verify.law.ConvolverLaw;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.ExpectedFailures;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;
import org.conv4j.verify.search.Reach;
import org.conv4j.verify.subject.Claims;
import org.opentest4j.TestAbortedException;

/**
 * Validates a convolver with jqwik. A test class that extends this one has a property for each law,
 * named after it: {@code shape_full} for {@code shape.full}.
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
 * checked on; the default is 1000. A failure shows the smallest recipe that was found, the operands
 * made from it, the expected result and the actual one. The token after {@code replay} in its
 * message makes the same check again: on the command line, {@code java -jar conv-verify-cli.jar
 * replay TOKEN --subject NAME}, or with {@link #replay} in an {@code @Example}. jqwik's own seed no
 * longer does once the number of tries changes.
 *
 * <p>What {@link Convolver#capabilities()} does not claim is skipped, with the reason. A SHOULD law
 * that does not hold is reported as aborted, not as failed, and so is an {@linkplain
 * #expectedFailures expected failure}. The convolver gets copies of the operands and has a
 * {@linkplain #limit limit} of time for each recipe.
 *
 * <p>The class may hold further properties of jqwik, on the same recipes if they take {@link
 * ConvolverArbitraries} or {@link ConvolverDomain}. Jupiter plays no part here: a property with one
 * of Jupiter's annotations does not run, nor does one in a {@code @Nested} class. Use jqwik's
 * {@code @Tag} and {@code @Group}. For golden vectors, and for operands beyond {@link #reach()},
 * write another class that implements {@link org.conv4j.verify.junit.ConvolverConformance}.
 */
public abstract class ConvolverProperties extends LawProperties {
  private ConvolverLaw law;
  private Runner runner;

  /** Called by jqwik, once for each property. */
  protected ConvolverProperties() {}

  /**
   * The convolver to validate, asked for once for each law.
   *
   * @return the convolver under test
   */
  public abstract Convolver convolver();

  /**
   * How long operands become if a law asks for every awkward size. More than the default takes
   * minutes with convolvers that run through a whole operand for each output.
   *
   * @return {@link Reach#SHORT} unless overridden
   */
  public Reach reach() {
    return Reach.SHORT;
  }

  /**
   * How long one call or one group of calls on one recipe may take.
   *
   * @return ten seconds unless overridden
   */
  public Duration limit() {
    return Settings.standard().limit();
  }

  /**
   * Known failures. Their properties are aborted, with the reason, as long as they fail, and fail
   * when they hold. A property with so few tries that it may hold by chance is not for this list.
   *
   * @return none unless overridden
   */
  public ExpectedFailures expectedFailures() {
    return ExpectedFailures.none();
  }

  /**
   * Makes one check again, as a failure printed it.
   *
   * @param token the token after {@code replay}
   * @throws IllegalArgumentException if the token names no law, no recipe or no golden vector
   */
  protected final void replay(String token) {
    Check check = Manifest.replay(token);
    JUnitOutcome.of(check, newRunner().run(check).outcome()).report();
  }

  /** Begins a property about a law; returns why it must be skipped, if it must. */
  final Optional<String> begin(ConvolverLaw about) {
    law = about;
    runner = newRunner();
    return law.reasonToSkip(claims());
  }

  private Capabilities claims() {
    return ((Claims.OfConvolver) runner.claims()).capabilities();
  }

  private Runner newRunner() {
    return new Runner(convolver(), Settings.standard().withLimit(limit()));
  }

  /** Recipes for the law that the property is about. */
  @Provide(RECIPES)
  final Arbitrary<Recipe> recipes() {
    return ConvolverArbitraries.recipes(law, claims(), reach());
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
