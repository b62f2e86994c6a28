package org.conv4j.verify.layer.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.conv4j.api.DType;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.Shape;
import org.conv4j.direct.layer.DirectLayerConvolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every vector is right for layer-direct; layers with the mistakes that people make are not. */
class DirectLayerVectorsTest {
  private static final List<LayerVector> ALL = LayerVectors.all();
  private static final DirectLayerConvolver DIRECT = new DirectLayerConvolver();

  /** The node tests of ONNX as they are; all but one have kernels of ones. */
  private static boolean hasOnes(LayerVector vector) {
    return vector.source().isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void layer_direct_gives_what_is_expected(LayerOperation operation) {
    assertThat(ALL)
        .filteredOn(vector -> vector.call().operation() == operation)
        .isNotEmpty()
        .allSatisfy(
            vector ->
                assertThat(Judge.complaint(vector, vector.call().by(DIRECT)))
                    .as(vector.toString())
                    .isEmpty());
  }

  @Test
  void plain_loops_give_what_is_expected_of_small_real_numbers() {
    assertThat(ALL)
        .filteredOn(
            vector ->
                !vector.expected().dtype().isComplex()
                    && !vector.call().options().hasZeroPoints()
                    && !vector.id().contains("full-range")
                    && !vector.id().contains("extreme"))
        .hasSizeGreaterThan(1000)
        .allSatisfy(
            vector -> {
              NdArray sums = NdArray.wrap(PlainSums.of(vector.call()), vector.expected().shape());
              assertThat(Judge.complaint(vector, sums.cast(vector.expected().dtype())))
                  .as(vector.toString())
                  .isEmpty();
            });
  }

  // ---- Mistakes -------------------------------------------------------------------------------

  @Test
  void a_flipped_kernel_fails_wherever_there_is_more_than_one_tap() {
    List<LayerVector> asked =
        ALL.stream()
            .filter(vector -> !hasOnes(vector) && taps(vector).filter(k -> size(k) > 1).isPresent())
            .toList();

    assertThat(asked).hasSizeGreaterThan(1300);
    assertThat(passing(asked, DirectLayerVectorsTest::flipped)).isEmpty();
  }

  @Test
  void exchanged_axes_of_the_kernel_fail_wherever_it_is_square() {
    List<LayerVector> asked =
        ALL.stream()
            .filter(
                vector ->
                    !hasOnes(vector)
                        && taps(vector).filter(DirectLayerVectorsTest::isSquare).isPresent())
            .toList();

    assertThat(asked).hasSizeGreaterThan(100);
    assertThat(passing(asked, DirectLayerVectorsTest::exchanged)).isEmpty();
  }

  @Test
  void the_odd_zero_on_the_other_side_fails_wherever_there_is_one() {
    List<LayerVector> asked =
        ALL.stream()
            .filter(vector -> vector.call().options().padding().isSame())
            .filter(vector -> PlainSums.hasUnevenPadding(vector.call()))
            .toList();
    List<LayerVector> passing =
        asked.stream()
            .filter(
                vector -> {
                  LayerOptions options = vector.call().options();
                  boolean upper = options.padding().equals(Padding.SAME_UPPER);
                  Padding other = upper ? Padding.SAME_LOWER : Padding.SAME_UPPER;
                  LayerCall wrong = with(vector.call(), options.withPadding(other));
                  return Judge.complaint(vector, wrong.by(DIRECT)).isEmpty();
                })
            .toList();

    assertThat(asked).hasSizeGreaterThan(150);
    assertThat(passing).isEmpty();
  }

  /** The vectors that still hold when the taps of their call are changed. */
  private static List<String> passing(List<LayerVector> vectors, UnaryOperator<NdArray> change) {
    return vectors.stream()
        .filter(
            vector -> Judge.complaint(vector, withTaps(vector.call(), change).by(DIRECT)).isEmpty())
        .map(LayerVector::id)
        .toList();
  }

  private static LayerCall with(LayerCall call, LayerOptions options) {
    return new LayerCall(
        call.operation(),
        options,
        call.input(),
        call.weights(),
        call.bias(),
        call.outputGradient(),
        call.shape());
  }

  /** The weights, or, of the gradient for weights, the gradient for the output. */
  private static Optional<NdArray> taps(LayerVector vector) {
    return Stream.of(vector.call())
        .filter(call -> call.operation() != LayerOperation.BIAS_GRADIENT)
        .filter(call -> !isLastGradient(call))
        .map(call -> call.weights().or(call::outputGradient).orElseThrow())
        .findFirst();
  }

  /** Gradients for weights with channels last: their taps are not behind the channels. */
  private static boolean isLastGradient(LayerCall call) {
    return call.operation() == LayerOperation.WEIGHT_GRADIENT
        && call.options().layout() == Layout.NHWC;
  }

  private static LayerCall withTaps(LayerCall call, UnaryOperator<NdArray> change) {
    boolean gradient = call.weights().isEmpty();
    return new LayerCall(
        call.operation(),
        call.options(),
        call.input(),
        call.weights().map(change),
        call.bias(),
        gradient ? call.outputGradient().map(change) : call.outputGradient(),
        call.shape());
  }

  private static int size(NdArray taps) {
    Shape shape = taps.shape();
    return taps.size() / shape.extent(0) / shape.extent(1);
  }

  private static boolean isSquare(NdArray taps) {
    int[] extents = taps.shape().toArray();
    int first = extents[2];
    boolean same = true;
    for (int axis = 3; axis < extents.length; axis++) {
      same &= extents[axis] == first;
    }
    return same && extents.length > 3 && first > 1;
  }

  /** Reversed on all axes behind the first two. */
  private static NdArray flipped(NdArray array) {
    return moved(
        array,
        index -> {
          for (int axis = 2; axis < index.length; axis++) {
            index[axis] = array.shape().extent(axis) - 1 - index[axis];
          }
          return index;
        });
  }

  /** With the first two spatial axes exchanged. */
  private static NdArray exchanged(NdArray array) {
    return moved(
        array,
        index -> {
          int row = index[2];
          index[2] = index[3];
          index[3] = row;
          return index;
        });
  }

  private static NdArray moved(NdArray array, UnaryOperator<int[]> source) {
    int[] extents = array.shape().toArray();
    int[] from = new int[array.size()];
    for (int i = 0; i < from.length; i++) {
      int[] index = new int[extents.length];
      int rest = i;
      for (int axis = extents.length - 1; axis >= 0; axis--) {
        index[axis] = rest % extents[axis];
        rest /= extents[axis];
      }
      for (int at : source.apply(index)) {
        from[i] = from[i] * extents[rest++] + at;
      }
    }
    return gathered(array, from);
  }

  private static NdArray gathered(NdArray array, int[] from) {
    Shape shape = array.shape();
    if (array.dtype().isInteger()) {
      long[] longs = array.cast(DType.INT64).longs();
      return NdArray.wrap(Arrays.stream(from).mapToLong(i -> longs[i]).toArray(), shape)
          .cast(array.dtype());
    }
    double[] re = array.real().cast(DType.FLOAT64).doubles();
    double[] real = Arrays.stream(from).mapToDouble(i -> re[i]).toArray();
    if (!array.dtype().isComplex()) {
      return NdArray.wrap(real, shape).cast(array.dtype());
    }
    double[] im = array.imaginary().cast(DType.FLOAT64).doubles();
    double[] imaginary = Arrays.stream(from).mapToDouble(i -> im[i]).toArray();
    return NdArray.wrapComplex(real, imaginary, shape).cast(array.dtype());
  }
}
