package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LayerCapabilitiesTest {
  private static final LayerCapabilities BASIC = LayerCapabilities.basic();
  private static final LayerOptions PLAIN = LayerOptions.basic();

  private static NdArray zeros(DType dtype, int... extents) {
    return NdArray.zeros(dtype, Shape.of(extents));
  }

  @Test
  void the_basic_claims_are_modest() {
    assertThat(BASIC)
        .hasToString(
            "float64; up to 3 spatial axes; DILATION, GROUPS, UNEVEN_PADDING; accuracy NORMWISE;"
                + " non-finite UNSPECIFIED");
    assertThat(BASIC.withFeatures().withMaxSpatialRank(1))
        .hasToString(
            "float64; up to 1 spatial axes; no further feature; accuracy NORMWISE; non-finite"
                + " UNSPECIFIED");
  }

  static Stream<LayerCapabilities> changed() {
    return Stream.of(
        BASIC.withDTypes(DType.INT32),
        BASIC.withMaxSpatialRank(2),
        BASIC.withFeatures(LayerFeature.GROUPS),
        BASIC.withAccuracy(Accuracy.EXACT),
        BASIC.withNonFinite(NonFinite.LOCAL));
  }

  @ParameterizedTest
  @MethodSource("changed")
  void each_with_method_changes_a_copy(LayerCapabilities changed) {
    assertThat(changed).isNotEqualTo(BASIC);
    assertThat(
            changed
                .withDTypes(DType.FLOAT64)
                .withMaxSpatialRank(3)
                .withFeatures(BASIC.features().toArray(LayerFeature[]::new))
                .withAccuracy(Accuracy.NORMWISE)
                .withNonFinite(NonFinite.UNSPECIFIED))
        .isEqualTo(BASIC)
        .hasSameHashCodeAs(BASIC);
  }

  /** For each feature, options that need it and no other. */
  private static LayerOptions needing(LayerFeature feature) {
    return switch (feature) {
      case DILATION -> PLAIN.withDilation(1, 2);
      case GROUPS -> PLAIN.withGroups(2);
      case UNEVEN_PADDING -> PLAIN.withPadding(Padding.of(new int[] {1}, new int[] {0, 1}));
      case ROUNDING_UP -> PLAIN.withRounding(Rounding.UP);
      case CHANNELS_LAST -> PLAIN.withLayout(Layout.NHWC);
      case ZERO_POINTS -> PLAIN.withZeroPoints(0, 1);
    };
  }

  @ParameterizedTest
  @EnumSource
  void a_feature_that_is_not_claimed_is_refused(LayerFeature feature) {
    NdArray x = zeros(DType.INT64, 2, 4, 4, 4);
    NdArray w = zeros(DType.INT64, 2, feature == LayerFeature.GROUPS ? 2 : 4, 2, 2);
    LayerOptions options = needing(feature);
    LayerCapabilities all = BASIC.withDTypes(DType.INT64).withFeatures(LayerFeature.values());
    assertThat(all.admit(x, w, null, options))
        .isEqualTo(LayerGeometry.of(x.shape(), w.shape(), options));
    LayerFeature[] others =
        Arrays.stream(LayerFeature.values())
            .filter(other -> other != feature)
            .toArray(LayerFeature[]::new);
    LayerCapabilities fewer = all.withFeatures(others);
    assertThatThrownBy(() -> fewer.admit(x, w, null, options))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("not claimed: " + feature + "; claimed: " + fewer);
    assertThat(
            all.withFeatures(feature)
                .refusal(LayerGeometry.of(x.shape(), w.shape(), options), DType.INT64, DType.INT64))
        .isEmpty();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(BASIC, DType.FLOAT32, DType.FLOAT64, 1, "float32"),
        Arguments.of(BASIC, DType.FLOAT64, DType.INT64, 1, "int64"),
        Arguments.of(
            BASIC.withDTypes(DType.FLOAT32, DType.INT32), DType.FLOAT32, DType.INT32, 1, "float64"),
        Arguments.of(
            BASIC.withMaxSpatialRank(1), DType.FLOAT64, DType.FLOAT64, 2, "2 spatial axes"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void types_and_ranks_that_are_not_claimed_are_refused(
      LayerCapabilities claims, DType inputType, DType weightsType, int rank, String what) {
    int[] extents = new int[rank + 2];
    Arrays.fill(extents, 1);
    assertThatThrownBy(
            () -> claims.admit(zeros(inputType, extents), zeros(weightsType, extents), null, PLAIN))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageStartingWith("not claimed: " + what + "; claimed: ");
  }

  @Test
  void a_bias_has_one_number_of_the_result_for_each_output_channel() {
    NdArray x = zeros(DType.FLOAT64, 1, 1, 4);
    NdArray w = zeros(DType.FLOAT64, 3, 1, 2);
    assertThat(BASIC.admit(x, w, zeros(DType.FLOAT64, 3), PLAIN).outputChannels()).isEqualTo(3);
    assertThatThrownBy(() -> BASIC.admit(x, w, zeros(DType.FLOAT64, 2), PLAIN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the bias must have shape (3,), not (2,)");
    assertThatThrownBy(() -> BASIC.admit(x, w, zeros(DType.FLOAT32, 3), PLAIN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the bias must have the type of the result, float64, not float32");
  }

  @Test
  void zero_points_are_for_integers() {
    LayerCapabilities all = BASIC.withFeatures(LayerFeature.values());
    NdArray x = zeros(DType.FLOAT64, 1, 1, 4);
    assertThatThrownBy(() -> all.admit(x, x, null, PLAIN.withZeroPoints(1, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("zero points are for integers, not for float64 and float64");
  }

  @Test
  void claims_of_nothing_or_of_too_many_axes_are_refused() {
    assertThatThrownBy(() -> BASIC.withDTypes()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BASIC.withMaxSpatialRank(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("layers have 1, 2 or 3 spatial axes, not 0");
    assertThatThrownBy(() -> BASIC.withMaxSpatialRank(4))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
