package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LayerOptionsTest {
  private static final LayerOptions BASIC = LayerOptions.basic();

  @Test
  void the_plain_layer_does_nothing_besides() {
    assertThat(BASIC.stride(0)).isEqualTo(1);
    assertThat(BASIC.dilation(2)).isEqualTo(1);
    assertThat(BASIC.padding()).isEqualTo(Padding.VALID).isEqualTo(Padding.of(0));
    assertThat(BASIC.groups()).isEqualTo(1);
    assertThat(BASIC.rounding()).isEqualTo(Rounding.DOWN);
    assertThat(BASIC.layout()).isEqualTo(Layout.NCHW);
    assertThat(BASIC.outputPadding(0)).isZero();
    assertThat(BASIC.inputZeroPoint()).isZero();
    assertThat(BASIC.weightZeroPoint(5)).isZero();
    assertThat(BASIC.hasZeroPoints()).isFalse();
    assertThat(BASIC).hasToString("stride 1");
  }

  private static Arguments change(UnaryOperator<LayerOptions> change, String text) {
    return Arguments.of(change, text);
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change(o -> o.withStride(2, 1), "stride [2, 1]"),
        change(o -> o.withDilation(3), "stride 1, dilation 3"),
        change(o -> o.withPadding(1), "stride 1, padding 1"),
        change(
            o -> o.withPadding(Padding.of(new int[] {0, 1}, new int[] {2})),
            "stride 1, padding [0, 1] before, 2 after"),
        change(o -> o.withPadding(Padding.SAME_LOWER), "stride 1, padding SAME_LOWER"),
        change(o -> o.withPadding(Padding.SAME_UPPER), "stride 1, padding SAME_UPPER"),
        change(o -> o.withOutputPadding(1), "stride 1, output padding 1"),
        change(o -> o.withGroups(4), "stride 1, groups 4"),
        change(o -> o.withRounding(Rounding.UP), "stride 1, rounding up"),
        change(o -> o.withLayout(Layout.NHWC), "stride 1, NHWC"),
        change(o -> o.withZeroPoints(128, 3, 4), "stride 1, zero points 128 and [3, 4]"),
        change(o -> o.withZeroPoints(1, 0), "stride 1, zero points 1 and 0"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void each_with_method_changes_a_copy(UnaryOperator<LayerOptions> change, String text) {
    LayerOptions changed = change.apply(BASIC);
    assertThat(changed).hasToString(text).isNotEqualTo(BASIC).isNotEqualTo(text);
    assertThat(changed).isEqualTo(change.apply(BASIC)).hasSameHashCodeAs(change.apply(BASIC));
    assertThat(BASIC).hasToString("stride 1");
  }

  @Test
  void each_with_method_changes_nothing_else() {
    LayerOptions all =
        BASIC
            .withStride(2)
            .withDilation(3)
            .withPadding(1)
            .withOutputPadding(1)
            .withGroups(4)
            .withRounding(Rounding.UP)
            .withLayout(Layout.NHWC)
            .withZeroPoints(5, 6);
    assertThat(all)
        .hasToString(
            "stride 2, dilation 3, padding 1, output padding 1, groups 4, rounding up, NHWC,"
                + " zero points 5 and 6");
    List<LayerOptions> back =
        List.of(
            all.withStride(2),
            all.withDilation(3),
            all.withPadding(Padding.of(1)),
            all.withOutputPadding(1),
            all.withGroups(4),
            all.withRounding(Rounding.UP),
            all.withLayout(Layout.NHWC),
            all.withZeroPoints(5, 6));
    assertThat(back).containsOnly(all);
  }

  @Test
  void numbers_that_are_too_small_are_refused() {
    assertThatThrownBy(() -> BASIC.withStride(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("stride must be at least 1: [1, 0]");
    assertThatThrownBy(() -> BASIC.withDilation(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dilation must be at least 1: 0");
    assertThatThrownBy(() -> BASIC.withPadding(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("padding must be at least 0: -1");
    assertThatThrownBy(() -> Padding.of(new int[] {0}, new int[] {-2, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("padding after must be at least 0: [-2, 1]");
    assertThatThrownBy(() -> BASIC.withOutputPadding(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("output padding must be at least 0: -1");
    assertThatThrownBy(() -> BASIC.withGroups(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("groups must be at least 1: 0");
    assertThatThrownBy(() -> BASIC.withStride())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("stride must be at least one number");
    assertThatThrownBy(() -> BASIC.withZeroPoints(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weight zero points must be at least one number");
  }

  @Test
  void numbers_are_copied() {
    int[] stride = {2, 3};
    LayerOptions options = BASIC.withStride(stride);
    stride[0] = 5;
    assertThat(options.stride(0)).isEqualTo(2);
  }

  @Test
  void paddings_are_equal_if_all_amounts_are() {
    Padding padding = Padding.of(new int[] {1, 2}, new int[] {3});
    assertThat(padding)
        .isEqualTo(Padding.of(new int[] {1, 2}, new int[] {3}))
        .hasSameHashCodeAs(Padding.of(new int[] {1, 2}, new int[] {3}))
        .isNotEqualTo(Padding.of(new int[] {1, 2}, new int[] {4}))
        .isNotEqualTo(Padding.of(new int[] {1, 1}, new int[] {3}))
        .isNotEqualTo(Padding.SAME_UPPER)
        .isNotEqualTo("1");
    assertThat(Padding.SAME_LOWER).isNotEqualTo(Padding.SAME_UPPER);
  }
}
