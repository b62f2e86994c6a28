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
  private static final ConvolverLaw LAW =
      ConvolverLaw.must("some.law", "It holds.", (subject, operands) -> {});

  @Test
  void each_law_has_an_identifier_of_lower_case_words_and_a_statement_of_one_sentence() {
    assertThat(Laws.all())
        .isNotEmpty()
        .allMatch(law -> law.id().matches("[a-z0-9-]+(\\.[a-z0-9-]+)*"))
        .allMatch(law -> law.statement().endsWith(".") && !law.statement().contains(". "));
  }

  @Test
  void each_law_is_found_by_its_identifier() {
    assertThat(Laws.all()).allMatch(law -> Laws.named(law.id()) == law);
  }

  @Test
  void a_wrong_identifier_is_refused_with_the_right_ones() {
    assertThatThrownBy(() -> Laws.named("none"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no law \"none\"; there are shape.full, shape.same, ")
        .hasMessageEndingWith(", refuse.message");
  }

  @Test
  void a_law_prints_identifier_level_and_statement() {
    assertThat(LAW).hasToString("[some.law] MUST: It holds.");
    assertThat(LAW.should()).hasToString("[some.law] SHOULD: It holds.");
  }

  @Test
  void a_law_is_checked_on_what_is_claimed_of_its_space() {
    ConvolverLaw law = LAW.on(Space.all().withRanks(1, 3).withModes(Mode.FULL, Mode.SAME));
    Capabilities claims = Capabilities.basic().withMaxRank(2).withModes(Mode.SAME, Mode.VALID);
    assertThat(law.space(claims))
        .contains(Space.all().withRanks(1, 2).withModes(Mode.SAME).withDTypes(LawsTest::isFloat64));
    assertThat(law.notClaimed(claims)).isEmpty();
  }

  private static boolean isFloat64(DType dtype) {
    return dtype == DType.FLOAT64;
  }

  @Test
  void numpys_convention_has_no_scalars() {
    Capabilities numpy = Capabilities.basic().withConvention(Convention.NUMPY);
    assertThat(LAW.space(numpy))
        .contains(Space.all().withRanks(1, 1).withDTypes(LawsTest::isFloat64));
  }

  @Test
  void a_law_about_nothing_that_is_claimed_tells_why() {
    Capabilities basic = Capabilities.basic();
    requireReason(LAW.on(Space.all().withDTypes(DType::isInteger)), basic, "dtype INT64, INT32");
    requireReason(LAW.on(Space.all().withRanks(2, 4)), basic.withMaxRank(1), "rank 2");
    requireReason(
        LAW.on(Space.all().withModes(Mode.SAME)), basic.withModes(Mode.FULL), "mode SAME");
    requireReason(LAW.needing(Mode.FULL), basic.withModes(Mode.SAME), "one of the modes [FULL]");
  }

  private static void requireReason(ConvolverLaw law, Capabilities claims, String reason) {
    assertThat(law.notClaimed(claims)).contains(reason);
    assertThat(law.space(claims)).isEmpty();
  }

  @Test
  void most_laws_apply_to_the_modest_claims_of_a_lambda() {
    assertThat(Laws.all())
        .filteredOn(law -> law.space(Capabilities.basic()).isEmpty())
        .extracting(ConvolverLaw::id)
        .containsExactly(
            "integers.wrap",
            "range",
            "nonfinite.local",
            "nonfinite.forms",
            "complex.conjugate",
            "complex.parts",
            "promotion",
            "prepared.types",
            "scale.range",
            "overload.types",
            "overload.float-rows");
  }

  @Test
  void one_law_only_should_hold() {
    assertThat(Laws.all())
        .filteredOn(law -> law.level() == ConvolverLaw.Level.SHOULD)
        .extracting(ConvolverLaw::id)
        .containsExactly("refuse.message");
  }
}
