package org.conv4j.verify.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.verify.operand.Space;
import org.junit.jupiter.api.Test;

class LawsTest {
  private static final Law LAW = Law.must("some.law", "It holds.", (subject, operands) -> {});

  @Test
  void eachLawHasAnIdentifierOfLowerCaseWordsAndAStatementOfOneSentence() {
    assertThat(Laws.all())
        .isNotEmpty()
        .allMatch(law -> law.id().matches("[a-z0-9-]+(\\.[a-z0-9-]+)*"))
        .allMatch(law -> law.statement().endsWith(".") && !law.statement().contains(". "));
  }

  @Test
  void eachLawIsFoundByItsIdentifier() {
    assertThat(Laws.all()).allMatch(law -> Laws.named(law.id()) == law);
  }

  @Test
  void aWrongIdentifierIsRefusedWithTheRightOnes() {
    assertThatThrownBy(() -> Laws.named("none"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no law \"none\"; there are shape.full, shape.same, ")
        .hasMessageEndingWith(", refuse.message");
  }

  @Test
  void aLawPrintsIdentifierLevelAndStatement() {
    assertThat(LAW).hasToString("[some.law] MUST: It holds.");
    assertThat(LAW.should()).hasToString("[some.law] SHOULD: It holds.");
  }

  @Test
  void aLawIsCheckedOnWhatIsClaimedOfItsSpace() {
    Law law = LAW.on(Space.all().withRanks(1, 3).withModes(Mode.FULL, Mode.SAME));
    Capabilities claims = Capabilities.basic().withMaxRank(2).withModes(Mode.SAME, Mode.VALID);
    assertThat(law.space(claims))
        .contains(Space.all().withRanks(1, 2).withModes(Mode.SAME).withDTypes(LawsTest::isFloat64));
    assertThat(law.notClaimed(claims)).isEmpty();
  }

  private static boolean isFloat64(DType dtype) {
    return dtype == DType.FLOAT64;
  }

  @Test
  void numpysConventionHasNoScalars() {
    Capabilities numpy = Capabilities.basic().withConvention(Convention.NUMPY);
    assertThat(LAW.space(numpy))
        .contains(Space.all().withRanks(1, 1).withDTypes(LawsTest::isFloat64));
  }

  @Test
  void aLawAboutNothingThatIsClaimedTellsWhy() {
    Capabilities basic = Capabilities.basic();
    requireReason(LAW.on(Space.all().withDTypes(DType::isInteger)), basic, "dtype INT64, INT32");
    requireReason(LAW.on(Space.all().withRanks(2, 4)), basic.withMaxRank(1), "rank 2");
    requireReason(
        LAW.on(Space.all().withModes(Mode.SAME)), basic.withModes(Mode.FULL), "mode SAME");
    requireReason(LAW.needing(Mode.FULL), basic.withModes(Mode.SAME), "one of the modes [FULL]");
  }

  private static void requireReason(Law law, Capabilities claims, String reason) {
    assertThat(law.notClaimed(claims)).contains(reason);
    assertThat(law.space(claims)).isEmpty();
  }

  @Test
  void mostLawsApplyToTheModestClaimsOfALambda() {
    assertThat(Laws.all())
        .filteredOn(law -> law.space(Capabilities.basic()).isEmpty())
        .extracting(Law::id)
        .containsExactly(
            "integers.wrap",
            "range",
            "nonfinite.local",
            "nonfinite.forms",
            "complex.conjugate",
            "complex.parts",
            "promotion",
            "prepared.types",
            "scale.range");
  }

  @Test
  void oneLawOnlyShouldHold() {
    assertThat(Laws.all())
        .filteredOn(law -> law.level() == Law.Level.SHOULD)
        .extracting(Law::id)
        .containsExactly("refuse.message");
  }
}
