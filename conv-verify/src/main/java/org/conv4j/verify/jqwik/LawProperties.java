package org.conv4j.verify.jqwik;

import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.conv4j.verify.junit.JUnitOutcome;
import org.conv4j.verify.law.Law;
import org.conv4j.verify.operand.Case;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.ExpectedFailures;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;
import org.conv4j.verify.search.Reach;
import org.conv4j.verify.subject.Subject;
import org.opentest4j.TestAbortedException;

/**
 * Properties that say: a subject keeps a law. What subjects of all kinds have in common.
 *
 * @param <S> the subjects of the laws
 * @param <R> the recipes that the laws are checked on
 */
abstract class LawProperties<S extends Subject, R extends Case> {
  /** The provider of the recipes of the law that a property is about. */
  static final String RECIPES = "recipes of the law";

  private Law<S, R> law;
  private Runner runner;
  private S subject;

  /** A law by its identifier. */
  abstract Law<S, R> law(String id);

  /** A runner for the subject under test. */
  abstract Runner runner(Settings settings);

  /**
   * How long operands become if a law asks for every awkward size. More than the default takes
   * minutes with an implementation that runs through a whole operand for each output.
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
   * @throws IllegalArgumentException if the token names no law, no recipe or no golden vector for
   *     such a subject
   */
  protected final void replay(String token) {
    Check check = Manifest.replay(token);
    JUnitOutcome.of(check, newRunner().run(check).outcome()).report();
  }

  /** Begins a property about a law; returns why it must be skipped, if it must. */
  final Optional<String> begin(String id) {
    law = law(id);
    runner = newRunner();
    subject = law.subjects().cast(runner.subject());
    return law.reasonToSkip(subject);
  }

  private Runner newRunner() {
    return runner(Settings.standard().withLimit(limit()));
  }

  /** Recipes for the law that the property is about. */
  @Provide(RECIPES)
  final Arbitrary<R> recipes() {
    return law.source(subject).arbitrary(law.listed(subject, reach(), ConvolverArbitraries.SEED));
  }

  /** Checks that law on one recipe, and throws if it does not hold. */
  final void holds(R recipe) {
    Check check = Manifest.replay(law.id() + "/" + recipe.token());
    Outcome outcome = runner.run(check).outcome();
    if (outcome instanceof Outcome.Failed failed) {
      throw JUnitOutcome.ofFailure(check, failed.failure()).error();
    } else if (outcome instanceof Outcome.NotRun notRun) {
      // After too many hangs. It says nothing of this recipe, and must not pass for a smaller one.
      throw new TestAbortedException(notRun.reason());
    }
  }
}
