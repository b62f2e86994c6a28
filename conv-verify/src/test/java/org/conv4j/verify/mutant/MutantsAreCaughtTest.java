package org.conv4j.verify.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Convolver;
import org.conv4j.verify.law.ConvolverLaw;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Failure;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;
import org.conv4j.verify.selftest.Selftest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The laws named for mutants catch them; the whole matrix is the check of {@code selftest}. */
class MutantsAreCaughtTest {
  private static final Convolver CORRELATION = Mutants.named("kernel.not-flipped").convolver();

  @Test
  void every_mutant_is_caught_by_the_laws_named_for_it() {
    List<String> laws = Laws.all().stream().map(ConvolverLaw::id).toList();
    int threads = Runtime.getRuntime().availableProcessors();
    try (Selftest selftest = new Selftest(Mutants.all(), laws, threads, mutant -> {})) {
      assertThat(selftest.missed(1))
          .as("laws that do not catch a mutant that names them")
          .isEmpty();
    }
  }

  /** So that "just above the bound" is caught for its error and nothing else. */
  @Test
  void an_error_well_within_the_bound_passes() {
    assertThat(outcome(RoundingMutants.beyond(Accuracy.NORMWISE, 0.25), "exact"))
        .isInstanceOf(Outcome.Passed.class);
  }

  @TestFactory
  Stream<DynamicTest> correlation_is_shown_on_at_most_three_elements_that_fail_again() {
    return laws().stream()
        // One element in 24 is NaN: few elements have none.
        .filter(law -> !law.id().equals("nan.kept"))
        .filter(law -> outcome(CORRELATION, law.id()) instanceof Outcome.Failed)
        .map(law -> dynamicTest(law.id(), () -> shownSmallAndAgain(law)));
  }

  private static void shownSmallAndAgain(Check law) {
    Failure failure = failure(outcome(CORRELATION, law.id()));
    assertThat(failure.operands()).isNotEmpty().allMatch(operand -> operand.shape().size() <= 3);
    Check again = Manifest.replay(failure.token());
    Failure same = failure(run(CORRELATION, again));
    assertThat(same.lines()).isEqualTo(failure.lines());
  }

  private static Failure failure(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed) outcome).failure();
  }

  private static List<Check> laws() {
    return Manifest.all().stream().filter(check -> check.kind() == Check.Kind.LAW).toList();
  }

  private static Outcome outcome(Convolver convolver, String id) {
    Check law = laws().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    return run(convolver, law);
  }

  private static Outcome run(Convolver convolver, Check check) {
    return new Runner(convolver, Settings.standard()).run(check).outcome();
  }
}
