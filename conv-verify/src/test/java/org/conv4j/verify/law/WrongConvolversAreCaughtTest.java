package org.conv4j.verify.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Convolver;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Failure;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WrongConvolversAreCaughtTest {
  @TestFactory
  Stream<DynamicTest> eachMistakeBreaksTheLawsNamedForIt() {
    return WrongConvolvers.all().stream()
        .flatMap(
            wrong ->
                wrong.caughtBy().stream()
                    .map(id -> dynamicTest(wrong + " breaks " + id, () -> breaks(wrong, id))));
  }

  private static void breaks(Wrong wrong, String id) {
    assertThat(outcome(wrong.convolver().get(), id)).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void eachLawIsBrokenBySomeMistake() {
    Set<String> broken =
        WrongConvolvers.all().stream()
            .flatMap(wrong -> wrong.caughtBy().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(broken)
        .containsExactlyInAnyOrderElementsOf(Laws.all().stream().map(Law::id).toList());
  }

  @Test
  void noTwoMistakesHaveOneName() {
    assertThat(WrongConvolvers.all()).extracting(Wrong::mistake).doesNotHaveDuplicates();
  }

  /** So that "just above the bound" is caught for its error and nothing else. */
  @Test
  void anErrorWellWithinTheBoundPasses() {
    assertThat(outcome(WrongValues.beyond(Accuracy.NORMWISE, 0.25), "exact"))
        .isInstanceOf(Outcome.Passed.class);
  }

  @TestFactory
  Stream<DynamicTest> correlationIsShownOnAtMostThreeElementsThatFailAgain() {
    return laws().stream()
        .filter(law -> outcome(WrongConvolvers.correlation(), law.id()) instanceof Outcome.Failed)
        .map(law -> dynamicTest(law.id(), () -> shownSmallAndAgain(law)));
  }

  private static void shownSmallAndAgain(Check law) {
    Failure failure = failure(outcome(WrongConvolvers.correlation(), law.id()));
    assertThat(failure.operands()).isNotEmpty().allMatch(operand -> operand.size() <= 3);
    Check again = Manifest.replay(failure.token());
    Failure same = failure(run(WrongConvolvers.correlation(), again));
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
