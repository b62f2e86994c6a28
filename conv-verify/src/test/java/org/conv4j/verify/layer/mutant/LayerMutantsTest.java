package org.conv4j.verify.layer.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerConvolver;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerMutantsTest {
  /** Identifiers of the laws of layers. */
  static final Set<String> LAWS =
      Set.of(
          "layer.shape",
          "layer.exact",
          "layer.sizes",
          "layer.integers",
          "layer.channels",
          "layer.batch",
          "layer.outputs.permuted",
          "layer.inputs.permuted",
          "layer.stride",
          "layer.dilation",
          "layer.groups",
          "layer.padding",
          "layer.same",
          "layer.rounding",
          "layer.pointwise",
          "layer.bias",
          "layer.linear.input",
          "layer.linear.weights",
          "layer.shift",
          "layer.layout",
          "layer.zero-points",
          "layer.axes.permuted",
          "layer.axes.unit",
          "layer.im2col",
          "layer.transposed",
          "layer.adjoint.input",
          "layer.adjoint.weights",
          "layer.gradient.bias",
          "layer.gradient.sizes",
          "layer.promotion",
          "layer.complex.parts",
          "layer.bytes",
          "layer.subnormal",
          "layer.nonfinite.local",
          "layer.nan.kept",
          "layer.prepared",
          "layer.prepared.out",
          "layer.prepared.contract",
          "layer.parallelism",
          "layer.inputs.unchanged",
          "layer.inputs.not-kept",
          "layer.result.fresh",
          "layer.repeatable",
          "layer.concurrent",
          "layer.refuse.shapes",
          "layer.refuse.bias",
          "layer.refuse.null",
          "layer.refuse.unclaimed",
          "layer.refuse.message");

  /** Mutant, a case in which it differs from right layers, and one in which it does not. */
  private static final String CASES =
      """
      layer.formula.convolution | 1x1x5 1x1x2 | 1x2x5 3x2x1 bias
      layer.formula.rows-reversed | 1x1x5x5 1x1x2x1 | 1x1x5 1x1x3
      layer.formula.kernel-transposed | 1x1x5x5 1x1x2x2 | 1x1x5x5 1x1x2x3
      layer.formula.weights-iohw | 1x2x5 3x2x2 | 1x2x5 1x2x2
      layer.formula.weights-hwio | 1x1x5 2x1x2 | 1x1x5x5 1x1x2x3
      layer.formula.one-filter | 1x1x5 2x1x2 | 1x1x5 1x1x2
      layer.formula.odd-channel-lost | 1x3x5 1x3x1 | 1x2x5 1x2x2
      layer.formula.activated | 1x1x9 1x1x2 | 1x1x1 1x1x1
      layer.bias.omitted | 1x1x5 1x1x2 bias | 1x1x5 1x1x2
      layer.bias.twice | 1x1x5 1x1x2 bias | 1x1x5 1x1x2
      layer.bias.each-channel | 1x2x5 1x2x2 bias | 1x1x5 1x1x2 bias
      layer.bias.first | 1x1x5 2x1x2 bias | 1x1x5 1x1x2 bias
      layer.bias.by-column | 1x1x5 2x1x2 bias | 1x1x5 4x5x1 nhwc bias
      layer.bias.by-item | 1x1x5 2x1x2 bias | 2x1x5 1x1x2 bias
      layer.dilation.as-stride | 1x1x9 1x1x3 s2 | 1x1x9 1x1x3 s2 d2
      layer.dilation.after-stride | 1x1x9 1x1x3 s2 | 1x1x9 1x1x3 d2
      layer.dilation.ignored | 1x1x9 1x1x3 d2 | 1x1x9 1x1x3 s2
      layer.dilation.twice | 1x1x9 1x1x3 d2 | 1x1x9 1x1x3 s2
      layer.dilation.first-for-all | 1x1x7x7 1x1x2x2 d1,2 | 1x1x7x7 1x1x2x2 d2
      layer.stride.first-for-all | 1x1x7x7 1x1x2x2 s2,1 | 1x1x7x7 1x1x2x2 s2
      layer.stride.axes-reversed | 1x1x7x7 1x1x2x2 s2,1 | 1x1x7x7 1x1x2x2 s2
      layer.stride.at-most-window | 1x1x7 1x1x2 s3 | 1x1x7 1x1x3 s3
      layer.stride.from-end | 1x1x6 1x1x1 s2 | 1x1x7 1x1x1 s2
      layer.padding.all-after | 1x1x5 1x1x2 p1 | 1x1x5 1x1x2 p0/1
      layer.padding.after-before | 1x1x5 1x1x2 p0/1 | 1x1x5 1x1x2 p1
      layer.padding.axes-reversed | 1x1x5x5 1x1x2x2 p1,0 | 1x1x5x5 1x1x2x2 p1
      layer.padding.in-pairs | 1x1x5x5 1x1x2x2 p1,1/0,1 | 1x1x5x5 1x1x2x2 p1
      layer.padding.in-strides | 1x1x5 1x1x2 p1 s2 | 1x1x5 1x1x2 p1
      layer.padding.end-dropped | 1x1x3x3x3 1x1x2x2x2 p1 | 1x1x3x3 1x1x2x2 p1
      layer.same.upper-for-lower | 1x1x5 1x1x2 lower | 1x1x5 1x1x3 lower
      layer.same.lower-for-upper | 1x1x5 1x1x2 upper | 1x1x5 1x1x2 lower
      layer.same.stride-ignored | 1x1x6 1x1x3 upper s2 | 1x1x5 1x1x3 upper s2
      layer.same.dilation-ignored | 1x1x6 1x1x3 upper d2 | 1x1x6 1x1x3 upper
      layer.same.rounded-down | 1x1x5 1x1x3 upper s2 | 1x1x6 1x1x3 upper s2
      layer.padding.edge | 1x1x5 1x1x2 p1 | 1x1x5 1x1x2
      layer.padding.periodic | 1x1x5 1x1x2 p1 | 1x1x5 1x1x2
      layer.padding.next-row | 1x1x3x5 1x1x2x2 p1 | 1x1x3x5 1x1x2x2 p1,0
      layer.padding.border-left-out | 1x1x5 1x1x2 p1 | 1x1x5 1x1x2
      layer.padding.without-bias | 1x1x5 1x1x2 p2 bias | 1x1x5 1x1x2 p1 bias
      layer.padding.zero-for-zero-point | 1x1x5 1x1x2 int32 p1 z3/0 | 1x1x5 1x1x2 int32 z3/1
      layer.count.rounded-up | 1x1x6 1x1x3 s2 | 1x1x7 1x1x3 s2
      layer.count.rounded-down | 1x1x6 1x1x3 s2 up | 1x1x6 1x1x3 s2
      layer.count.beyond-padding | 1x1x3 1x1x2 p0/2 s2 up | 1x1x6 1x1x3 s2 up
      layer.count.last-column-lost | 1x1x6 1x1x2 s2 | 1x1x6 1x1x2
      layer.count.dilation-ignored | 1x1x6 1x1x3 d2 | 1x1x6 1x1x3
      layer.count.square-kernel | 1x1x5x5 1x1x3x2 | 1x1x5x4 1x1x3x3
      layer.count.axes-reversed | 1x1x5x4 1x1x2x2 | 1x1x5x5 1x1x2x2
      layer.count.batch-squeezed | 1x1x5 1x1x2 | 2x1x5 1x1x2
      layer.size.even-kernel | 1x1x5 1x1x2 | 1x1x5 1x1x3
      layer.size.odd-input | 1x1x5 1x1x3 s2 | 1x1x6 1x1x2 s2
      layer.size.kernel-longer | 1x1x2 1x1x3 p1 | 1x1x3 1x1x3 p1
      layer.size.square-input | 1x1x4x5 1x1x2x2 | 1x1x5x4 1x1x2x2
      layer.size.first-output | 1x1x5 1x1x1 p1 | 1x1x5 1x1x1
      layer.size.fourth-column | 1x1x5 1x1x2 | 1x1x4 1x1x2
      layer.size.third-axis | 1x1x5x5x5 1x1x2x2x2 s2 | 1x1x5x5 1x1x2x2 s2
      layer.groups.weights-of-first | 1x2x5 2x1x2 g2 | 1x2x5 2x2x2
      layer.groups.weights-by-all-inputs | 1x2x5 2x1x2 g2 | 1x2x5 2x2x2
      layer.groups.inputs-of-first | 1x2x5 2x1x2 g2 | 1x2x5 2x2x2
      layer.groups.inputs-interleaved | 1x4x5 2x2x2 g2 | 1x2x5 2x1x2 g2
      layer.groups.inputs-by-outputs | 1x2x5 4x1x2 g2 | 1x4x5 4x2x2 g2
      layer.groups.outputs-interleaved | 1x2x5 4x1x2 g2 | 1x2x5 2x1x2 g2
      layer.groups.bias-of-first | 1x2x5 2x1x2 g2 bias | 1x2x5 2x1x2 g2
      layer.groups.all-inputs | 1x2x5 2x1x2 g2 | 1x2x5 2x2x2
      layer.groups.depthwise-in-turn | 1x2x5 4x1x2 g2 | 1x2x5 2x1x2 g2
      layer.groups.last-missing | 1x2x5 2x1x2 g2 | 1x2x5 2x2x2
      layer.layout.taken-for-nchw | 1x5x2 3x2x2 nhwc | 1x2x5 3x2x2
      layer.layout.output-first | 1x5x2 3x2x2 nhwc | 1x5x2 1x2x2 nhwc
      layer.layout.output-not-moved-back | 1x5x2 3x2x2 nhwc | 1x2x5 3x2x2
      layer.layout.columns-first | 1x5x4x2 3x2x2x2 nhwc | 1x5x2 3x2x2 nhwc
      layer.layout.pixels-of-group | 1x5x2 2x1x2 nhwc g2 | 1x5x2 2x2x2 nhwc
      layer.layout.bias-by-row | 1x5x2 3x2x2 nhwc bias | 1x2x5 3x2x2 bias
      layer.lowering.taps-by-column | 1x1x5x5 1x1x2x2 | 1x1x5x5 1x1x2x1
      layer.lowering.channel-last | 1x2x5 1x2x2 | 1x2x5 1x2x1
      layer.lowering.last-row-missing | 1x1x5 1x1x2 | 1x1x1 1x1x2 p0/1
      layer.lowering.sums-kept | 2x1x5 1x1x2 | 1x1x5 1x1x2
      layer.lowering.product-transposed | 1x1x5 2x1x2 | 1x1x5 1x1x2
      layer.lowering.pointwise-always | 1x1x5 1x1x1 s2 | 1x1x5 1x1x1
      layer.lowering.pointwise-strided | 1x1x5 1x1x1 s2 | 1x1x5 1x1x2 s2
      layer.lowering.pointwise-shared | 1x2x5 2x2x1 | 1x2x5 2x2x2
      layer.batch.first-for-all | 2x1x5 1x1x2 | 1x1x5 1x1x2
      layer.batch.reversed | 2x1x5 1x1x2 | 1x1x5 1x1x2
      layer.batch.only-first | 2x1x5 1x1x2 | 1x1x5 1x1x2
      layer.batch.last-lost | 2x1x5 1x1x2 | 1x1x5 1x1x2
      layer.batch.summed | 2x1x5 1x1x2 | 1x1x5 1x1x2
      layer.batch.channels-outside | 2x1x5 2x1x2 | 2x1x5 1x1x2
      layer.batch.as-far-as-outputs | 2x1x5 1x1x2 | 2x1x5 1x1x1
      layer.integers.as-doubles | 1x1x5 1x1x2 int64 | 1x1x5 1x1x2 int32
      layer.integers.as-floats | 1x1x5 1x1x2 int32 | 1x1x5 1x1x2 int64
      layer.integers.saturated | 1x1x5 1x1x2 int32 | 1x1x5 1x1x2 int64
      layer.integers.sums-in-32-bits | 1x1x5 1x1x2 int64 | 1x1x5 1x1x2 int32
      layer.integers.operands-in-8-bits | 1x1x5 1x1x2 int32 | -
      layer.integers.bias-in-16-bits | 1x1x5 1x1x2 int32 bias | 1x1x5 1x1x2 int32
      layer.zero-points.of-weights-ignored | 1x1x5 2x1x2 int32 z3/1,2 | 1x1x5 2x1x2 int32 z3/0
      layer.zero-points.of-input-ignored | 1x1x5 2x1x2 int32 z3/1,2 | 1x1x5 2x1x2 int32 z0/1,2
      layer.zero-points.first-for-all | 1x1x5 2x1x2 int32 z3/1,2 | 1x1x5 2x1x2 int32 z3/1
      layer.zero-points.added | 1x1x5 2x1x2 int32 z3/1,2 | 1x1x5 2x1x2 int32 z0/1,2
      layer.zero-points.exchanged | 1x1x5 2x1x2 int32 z3/1,2 | 1x1x5 2x1x2 int32 z3/3
      layer.zero-points.product-forgotten | 1x1x5 2x1x2 int32 z3/1,2 | 1x1x5 2x1x2 int32 z0/1,2
      layer.rounding.float-sums | 1x1x5 1x1x2 | -
      layer.rounding.float-weights | 1x1x5 1x1x2 | -
      layer.rounding.float-bias | 1x1x5 1x1x2 bias | 1x1x5 1x1x2
      layer.rounding.half-weights | 1x1x5 1x1x2 float32 | -
      layer.rounding.short-operands | 1x1x5 1x1x2 float32 | -
      layer.rounding.winograd-componentwise | 1x1x9 1x1x3 float32 spread | 1x1x9 1x1x3 float32
      layer.rounding.fft-componentwise | 1x1x9 1x1x3 spread | 1x1x1 1x1x1
      layer.rounding.beyond-bound | 1x1x5 1x1x2 | -
      layer.complex.conjugated | 1x1x5 1x1x2 complex128 | -
      layer.complex.sign | 1x1x5 1x1x2 complex128 | -
      layer.complex.parts-apart | 1x1x5 1x1x2 complex128 | -
      layer.complex.bias-real | 1x1x5 1x1x2 complex128 bias | 1x1x5 1x1x2 complex128
      layer.complex.bias-of-both | 1x1x5 1x1x2 complex128 bias | 1x1x5 1x1x2 complex128
      layer.promotion.type-of-input | 1x1x5 1x1x2 int32/float64 | 1x1x5 1x1x2 float64/int32
      layer.promotion.weights-cast | 1x1x5 1x1x2 int32/float64 | 1x1x5 1x1x2 float64/int32
      layer.promotion.integers-as-floats | 1x1x5 1x1x2 int32/float32 | 1x1x5 1x1x2 int32/float64
      layer.promotion.refused | 1x1x5 1x1x2 int32/float32 | 1x1x5 1x1x2 float32
      layer.rare.channel-17 | 1x17x5 1x17x2 | 1x16x5 1x16x2
      layer.rare.eight-channels | 1x8x5 1x8x2 | 1x7x5 1x7x2
      layer.rare.filters-behind-eight | 1x1x5 9x1x2 | 1x1x5 8x1x2
      layer.rare.columns-behind-sixteen | 1x1x18 1x1x2 | 1x1x17 1x1x2
      layer.rare.kernel-of-eight | 1x1x9 1x1x8 | 1x1x9 1x1x7
      layer.rare.thirteen-columns | 1x1x14 1x1x2 | 1x1x15 1x1x2
      layer.rare.second-block | 1x1x9x9 1x1x2x1 | 1x1x9x9 1x1x2x2
      layer.transposed.output-padding-ignored | 1x1x4 1x1x3 s2 op1 transposed | 1x1x4 1x1x3 s2 transposed
      layer.transposed.output-padding-before | 1x1x4 1x1x3 s2 op1 transposed | 1x1x4 1x1x3 s2 bias transposed
      layer.transposed.output-padding-empty | 1x1x4 1x1x3 p1 s2 op1 transposed | 1x1x4 1x1x3 s2 op1 transposed
      layer.transposed.not-reversed | 1x1x4 1x1x3 transposed | 1x1x4 1x1x1 transposed
      layer.transposed.zeros-missing | 1x1x4 1x1x3 s2 transposed | 1x1x4 1x1x3 transposed
      layer.transposed.dilation-ignored | 1x1x4 1x1x3 d2 transposed | 1x1x4 1x1x3 transposed
      layer.transposed.padding-not-cut | 1x1x4 1x1x3 p1 transposed | 1x1x4 1x1x3 transposed
      layer.transposed.cut-at-end | 1x1x4 1x1x3 p1 transposed | 1x1x4 1x1x3 p0/1 transposed
      layer.transposed.same-wrong-side | 1x1x4 1x1x2 upper transposed | 1x1x4 1x1x3 upper transposed
      layer.transposed.assigned | 1x1x4 1x1x3 s2 transposed | 1x1x4 1x1x2 s2 transposed
      layer.transposed.groups-interleaved | 1x4x4 4x2x3 g2 transposed | 1x2x4 2x1x3 g2 transposed
      layer.transposed.weights-oihw | 1x3x4 2x3x3 transposed | 1x3x4 1x3x3 transposed
      layer.transposed.bias-omitted | 1x1x4 1x1x3 bias transposed | 1x1x4 1x1x3 transposed
      layer.transposed.conjugated | 1x1x4 1x1x3 complex128 transposed | 1x1x4 1x1x3 complex128
      layer.gradient.input.same-wrong-side | 1x1x5 1x1x2 upper input_gradient | 1x1x5 1x1x3 upper input_gradient
      layer.gradient.input.reach | 1x1x6 1x1x3 s2 input_gradient | 1x1x7 1x1x3 s2 input_gradient
      layer.gradient.input.not-reversed | 1x1x6 1x1x3 input_gradient | 1x1x6 1x1x1 input_gradient
      layer.gradient.input.dilation-ignored | 1x1x6 1x1x3 d2 input_gradient | 1x1x6 1x1x3 s2 input_gradient
      layer.gradient.input.assigned | 1x1x6 1x1x3 input_gradient | 1x1x6 1x1x2 s2 input_gradient
      layer.gradient.input.first-group | 1x2x6 2x1x3 g2 input_gradient | 1x2x6 2x2x3 input_gradient
      layer.gradient.weights.last-item | 2x1x6 1x1x3 weight_gradient | 1x1x6 1x1x3 weight_gradient
      layer.gradient.weights.averaged | 2x1x6 1x1x3 weight_gradient | 1x1x6 1x1x3 weight_gradient
      layer.gradient.weights.stride-for-dilation | 1x1x7 1x1x3 s2 weight_gradient | 1x1x7 1x1x3 weight_gradient
      layer.gradient.weights.reversed | 1x1x7 1x1x3 weight_gradient | 1x1x7 1x1x1 weight_gradient
      layer.gradient.weights.kernel-transposed | 1x1x7x7 1x1x3x2 weight_gradient | 1x1x7 1x1x3 weight_gradient
      layer.gradient.weights.padding-ignored | 1x1x7 1x1x3 p1 weight_gradient | 1x1x7 1x1x3 p0/1 weight_gradient
      layer.gradient.bias.averaged | 2x1x7 1x1x3 bias_gradient | 1x1x7 1x1x3 bias_gradient
      layer.gradient.bias.first-item | 2x1x7 1x1x3 bias_gradient | 1x1x7 1x1x3 bias_gradient
      layer.gradient.bias.of-all | 1x1x7 2x1x3 bias_gradient | 1x1x7 1x1x3 bias_gradient
      layer.gradient.bias.last-axis | 1x1x7 2x1x3 bias_gradient | 1x7x2 2x2x3 nhwc bias_gradient
      layer.gradient.sizes.filter-17 | 1x1x6 17x1x3 input_gradient | 1x1x6 16x1x3 input_gradient
      layer.gradient.sizes.columns-behind-sixteen | 1x1x17 1x1x3 input_gradient | 1x1x16 1x1x3 input_gradient
      layer.gradient.sizes.item-17 | 17x1x6 1x1x3 weight_gradient | 16x1x6 1x1x3 weight_gradient
      layer.claimed.stride-refused | 1x1x7 1x1x2 s3 | 1x1x7 1x1x3 s3
      layer.claimed.strided-dilation-refused | 1x1x7 1x1x2 s2 d2 | 1x1x7 1x1x2 d2
      layer.claimed.even-same-refused | 1x1x7 1x1x2 upper | 1x1x7 1x1x3 upper
      layer.claimed.wide-padding-refused | 1x1x7 1x1x2 p2 | 1x1x7 1x1x2 p1
      layer.crash.null | 1x1x7 1x1x2 | -
      layer.crash.pointwise | 1x1x7 1x1x1 | 1x1x7 1x1x2
      layer.crash.one-output | 1x1x2 1x1x2 | 1x1x3 1x1x2
      layer.crash.one-axis | 1x1x7 1x1x2 | 1x1x7x7 1x1x2x2
      layer.crash.only-padding | 1x1x7 1x1x2 p2 | 1x1x7 1x1x2 p1
      layer.crash.calls-itself | 1x1x7 1x1x2 | -
      """;

  private record Row(String mutant, String differs, String agrees) {}

  private static List<Row> rows() {
    return CASES
        .lines()
        .map(line -> line.split(" \\| ", -1))
        .map(cells -> new Row(cells[0].strip(), cells[1].strip(), cells[2].strip()))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> mutants_differ_from_right_layers_and_not_always() {
    return rows().stream().map(row -> dynamicTest(row.mutant, () -> assertDiffersAndAgrees(row)));
  }

  private static void assertDiffersAndAgrees(Row row) {
    LayerMutant mutant = LayerMutants.named(row.mutant);
    assertThat(agrees(mutant, LayerCase.of(row.differs))).as(row.differs).isFalse();
    // A dash for mistakes that show in every layer, and so do not need an example of the others.
    if (!row.agrees.equals("-")) {
      assertThat(agrees(mutant, LayerCase.of(row.agrees))).as(row.agrees).isTrue();
    }
  }

  private static boolean agrees(LayerMutant mutant, LayerCase layer) {
    layer.run(Right.DIRECT);
    LayerConvolver wrong = mutant.layers();
    try {
      return layer.agrees(wrong);
    } catch (RuntimeException | StackOverflowError e) {
      return false;
    }
  }

  /** At least two of a hundred small layers with any option show it. */
  @TestFactory
  Stream<DynamicTest> small_layers_at_random_show_mistakes() {
    return rows().stream()
        .filter(row -> !row.mutant.matches("layer[.](rare|gradient[.]sizes)[.].*"))
        // Its errors take numbers whose magnitudes are far apart.
        .filter(row -> !row.mutant.equals("layer.rounding.winograd-componentwise"))
        .map(row -> dynamicTest(row.mutant, () -> assertShownAtRandom(row)));
  }

  private static void assertShownAtRandom(Row row) {
    LayerMutant mutant = LayerMutants.named(row.mutant);
    LayerCase.Operation operation = LayerCase.of(row.differs).operation();
    LayerCapabilities claims = mutant.layers().capabilities();
    long shown =
        IntStream.range(0, 100)
            .mapToObj(seed -> LayerCase.atRandom(seed, claims).with(operation))
            .filter(LayerCase::isPossible)
            .filter(layer -> !agrees(mutant, layer))
            .limit(2)
            .count();
    assertThat(shown).isEqualTo(2);
  }

  /** What they get wrong is rounding alone: far from the bound, and nothing else. */
  @ParameterizedTest
  @ValueSource(
      strings = {"layer.rounding.winograd-componentwise", "layer.rounding.fft-componentwise"})
  void fast_algorithms_are_right_but_for_rounding(String id) {
    LayerConvolver layers = LayerMutants.named(id).layers();
    assertThat(IntStream.range(0, 50).boxed())
        .allSatisfy(
            seed -> {
              LayerCase layer = LayerCase.atRandom(seed, layers.capabilities());
              assertThat(layer.error(layers)).as(layer.text()).isLessThan(1000);
            });
  }

  /** Those whose mistake does not show in a single call with good arguments. */
  private static boolean isOfContract(LayerMutant mutant) {
    return Stream.of(
                "state",
                "threads",
                "prepared",
                "out",
                "refuse",
                "unclaimed",
                "nonfinite",
                "nan",
                "subnormal",
                "bytes",
                "hang")
            .anyMatch(group -> mutant.id().startsWith("layer." + group + "."))
        || List.of(
                "layer.rounding.naive-for-exact",
                "layer.rounding.by-threads",
                "layer.rare.first-call",
                "layer.rare.fiftieth-call",
                "layer.rare.last-bit")
            .contains(mutant.id());
  }

  @Test
  void every_mutant_of_single_calls_has_its_cases() {
    assertThat(rows().stream().map(Row::mutant))
        .containsExactlyElementsOf(
            LayerMutants.all().stream()
                .filter(mutant -> !isOfContract(mutant))
                .map(LayerMutant::id)
                .toList());
  }

  @Test
  void there_are_many_and_no_two_alike() {
    List<LayerMutant> all = LayerMutants.all();
    assertThat(all).hasSizeGreaterThanOrEqualTo(150);
    assertThat(all).extracting(LayerMutant::id).doesNotHaveDuplicates();
    assertThat(all).extracting(LayerMutant::mistake).doesNotHaveDuplicates();
    assertThat(all)
        .allSatisfy(
            mutant -> {
              assertThat(mutant.id()).matches("layer(\\.[a-z0-9]+(-[a-z0-9]+)*){2,3}");
              assertThat(mutant.mistake()).matches("[A-Z0-9].*[^.]");
            });
  }

  @Test
  void each_names_laws_of_layers() {
    assertThat(LayerMutants.all())
        .allSatisfy(mutant -> assertThat(LAWS).as(mutant.id()).containsAll(mutant.caughtBy()))
        .allSatisfy(mutant -> assertThat(mutant.caughtBy()).as(mutant.id()).isNotEmpty());
  }

  @Test
  void each_law_is_named_by_one() {
    Set<String> named =
        LayerMutants.all().stream()
            .flatMap(mutant -> mutant.caughtBy().stream())
            .collect(Collectors.toSet());
    assertThat(named).containsExactlyInAnyOrderElementsOf(LAWS);
  }

  @Test
  void one_is_found_by_its_identifier() {
    assertThat(LayerMutants.named("layer.formula.convolution").mistake()).contains("reversed");
    assertThatThrownBy(() -> LayerMutants.named("layer.formula.flipped"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "no mutant \"layer.formula.flipped\"", "layer.formula.convolution");
  }
}
