package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CapabilitiesTest {
  private static final Capabilities BASIC = Capabilities.basic();

  /** FLOAT32 and INT32 without FLOAT64, the type of what they give together. */
  private static final Capabilities NARROW =
      BASIC
          .withDTypes(DType.FLOAT32, DType.INT32, DType.INT64)
          .withMaxRank(2)
          .withModes(Mode.FULL, Mode.VALID);

  // ---- Claims ---------------------------------------------------------------------------------

  @Test
  void the_basic_claims_are_modest() {
    assertThat(BASIC.dtypes()).containsExactly(DType.FLOAT64);
    assertThat(BASIC.maxRank()).isEqualTo(Integer.MAX_VALUE);
    assertThat(BASIC.modes()).containsExactly(Mode.FULL, Mode.SAME, Mode.VALID);
    assertThat(BASIC.convention()).isEqualTo(Convention.SCIPY);
    assertThat(BASIC.accuracy()).isEqualTo(Accuracy.NORMWISE);
    assertThat(BASIC.nonFinite()).isEqualTo(NonFinite.UNSPECIFIED);
  }

  static Stream<Capabilities> changed() {
    return Stream.of(
        BASIC.withDTypes(DType.INT32),
        BASIC.withMaxRank(3),
        BASIC.withModes(Mode.FULL),
        BASIC.withConvention(Convention.NUMPY),
        BASIC.withAccuracy(Accuracy.EXACT),
        BASIC.withNonFinite(NonFinite.LOCAL));
  }

  @ParameterizedTest
  @MethodSource("changed")
  void each_with_method_changes_a_copy(Capabilities changed) {
    assertThat(changed).isNotEqualTo(BASIC);
    assertThat(BASIC)
        .hasToString(
            "float64; any rank; FULL, SAME, VALID; convention SCIPY; accuracy NORMWISE;"
                + " non-finite UNSPECIFIED");
  }

  @Test
  void each_with_method_changes_its_claim_and_no_other() {
    Capabilities all =
        BASIC
            .withDTypes(DType.INT32, DType.FLOAT64)
            .withMaxRank(3)
            .withModes(Mode.VALID)
            .withAccuracy(Accuracy.COMPONENTWISE)
            .withNonFinite(NonFinite.LOCAL);
    assertThat(all)
        .hasToString(
            "float64, int32; rank up to 3; VALID; convention SCIPY; accuracy COMPONENTWISE;"
                + " non-finite LOCAL");
    assertThat(all.withConvention(Convention.NUMPY))
        .hasToString(
            "float64, int32; rank up to 1; VALID; convention NUMPY; accuracy COMPONENTWISE;"
                + " non-finite LOCAL");
  }

  @Test
  void the_rank_of_numpys_convention_is_at_most_one() {
    assertThat(BASIC.withConvention(Convention.NUMPY).maxRank()).isEqualTo(1);
    assertThat(BASIC.withMaxRank(0).withConvention(Convention.NUMPY).maxRank()).isZero();
    assertThat(BASIC.withMaxRank(3).withConvention(Convention.SCIPY).maxRank()).isEqualTo(3);
  }

  @Test
  void equal_claims_are_equal() {
    Capabilities same = Capabilities.basic().withDTypes(DType.FLOAT64, DType.FLOAT64);
    assertThat(same).isEqualTo(BASIC).hasSameHashCodeAs(BASIC).isNotEqualTo("float64");
  }

  @Test
  void claims_that_differ_in_the_convention_alone_differ() {
    assertThat(BASIC.withConvention(Convention.NUMPY)).isNotEqualTo(BASIC.withMaxRank(1));
  }

  @Test
  void sets_of_claims_cannot_be_changed() {
    Set<DType> dtypes = NARROW.dtypes();
    Set<Mode> modes = NARROW.modes();
    assertThatThrownBy(() -> dtypes.add(DType.FLOAT64))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> modes.remove(Mode.FULL))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void claims_of_nothing_are_refused() {
    assertThatThrownBy(BASIC::withDTypes)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("at least one dtype must be claimed");
    assertThatThrownBy(BASIC::withModes)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("at least one mode must be claimed");
    assertThatThrownBy(() -> BASIC.withMaxRank(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the highest rank must not be negative: -1");
    assertThatThrownBy(() -> BASIC.withConvention(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> BASIC.withAccuracy(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> BASIC.withNonFinite(null)).isInstanceOf(NullPointerException.class);
  }

  // ---- Calls ----------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "0, FLOAT32, FLOAT32, FULL, true",
    "2, FLOAT32, FLOAT32, VALID, true",
    "2, INT32, INT64, FULL, true",
    "3, FLOAT32, FLOAT32, FULL, false",
    "1, FLOAT32, FLOAT32, SAME, false",
    "1, FLOAT64, FLOAT64, FULL, false",
    "1, FLOAT32, FLOAT64, FULL, false",
    "1, FLOAT64, FLOAT32, FULL, false",
    "1, INT32, FLOAT32, FULL, false",
  })
  void a_call_is_claimed_if_rank_types_result_type_and_mode_are(
      int rank, DType type1, DType type2, Mode mode, boolean claimed) {
    assertThat(NARROW.claims(rank, type1, type2, mode)).isEqualTo(claimed);
  }

  @Test
  void both_types_must_be_claimed_even_if_that_of_the_result_is() {
    assertThat(BASIC.claims(1, DType.INT32, DType.FLOAT64, Mode.FULL)).isFalse();
    assertThat(BASIC.claims(1, DType.FLOAT64, DType.INT32, Mode.FULL)).isFalse();
  }

  @Test
  void a_call_that_is_claimed_gets_its_geometry() {
    Geometry geometry = BASIC.admit(NdArray.of(1.0, 2, 3), NdArray.of(1.0, 2), Mode.SAME);
    assertThat(geometry)
        .isEqualTo(Geometry.of(Shape.of(3), Shape.of(2), Mode.SAME, Convention.SCIPY));
  }

  @Test
  void the_geometry_is_that_of_the_convention() {
    Geometry geometry =
        BASIC
            .withConvention(Convention.NUMPY)
            .admit(NdArray.scalar(2), NdArray.of(1.0, 2), Mode.SAME);
    assertThat(geometry)
        .isEqualTo(Geometry.of(Shape.of(1), Shape.of(2), Mode.SAME, Convention.NUMPY));
  }

  @Test
  void a_call_that_is_not_claimed_is_refused_with_what_is() {
    assertThatThrownBy(() -> BASIC.admit(NdArray.of(1, 2), NdArray.of(1.0f), Mode.FULL))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("not claimed: FULL of rank 1 on int32, float32; claimed: " + BASIC);
    assertThatThrownBy(() -> NARROW.admit(NdArray.of(1, 2), NdArray.of(1), Mode.SAME))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("not claimed: SAME of rank 1 on int32; claimed: " + NARROW);
  }

  @Test
  void a_call_that_is_claimed_may_still_have_bad_shapes() {
    assertThatThrownBy(
            () -> BASIC.admit(NdArray.of(1.0), NdArray.of(new double[][] {{1}}), Mode.FULL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("operands must have the same rank: (1,) and (1, 1)");
  }

  @Test
  void null_is_refused_by_name() {
    NdArray one = NdArray.of(1.0);
    assertThatThrownBy(() -> BASIC.admit(null, one, Mode.FULL))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("in1");
    assertThatThrownBy(() -> BASIC.admit(one, null, Mode.FULL))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("in2");
    assertThatThrownBy(() -> BASIC.admit(one, one, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("mode");
  }
}
