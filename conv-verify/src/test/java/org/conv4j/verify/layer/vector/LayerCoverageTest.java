package org.conv4j.verify.layer.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.Rounding;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the committed vectors of layers cover, and the ones that are known by name. */
class LayerCoverageTest {
  private static final List<LayerVector> ALL = LayerVectors.all();
  private static final Map<String, LayerVector> BY_ID =
      ALL.stream().collect(Collectors.toMap(LayerVector::id, Function.identity()));

  @Test
  void there_are_at_least_fifteen_hundred_under_distinct_identifiers() {
    assertThat(ALL).hasSizeGreaterThanOrEqualTo(1500);
    assertThat(BY_ID).hasSameSizeAs(ALL);
  }

  @ParameterizedTest
  @EnumSource
  void every_operation_is_covered_in_every_rank_dtype_and_layout(LayerOperation operation) {
    Set<List<Object>> covered =
        ALL.stream()
            .filter(vector -> vector.call().operation() == operation)
            .map(LayerCoverageTest::rankTypeLayout)
            .collect(Collectors.toSet());
    // Of gradients for a bias there are few: not each combination, but each rank, type and layout.
    if (operation == LayerOperation.BIAS_GRADIENT) {
      for (int part = 0; part < 3; part++) {
        int which = part;
        assertThat(covered.stream().map(each -> each.get(which)).distinct())
            .hasSize(List.of(3, DType.values().length, 2).get(part));
      }
      return;
    }
    assertThat(covered).hasSize(3 * DType.values().length * 2);
  }

  private static List<Object> rankTypeLayout(LayerVector vector) {
    LayerCall call = vector.call();
    return List.of(rank(call), call.resultType(), call.options().layout());
  }

  private static int rank(LayerCall call) {
    return call.input().or(call::outputGradient).orElseThrow().rank() - 2;
  }

  @ParameterizedTest
  @EnumSource(names = "BIAS_GRADIENT", mode = EnumSource.Mode.EXCLUDE)
  void every_option_is_covered_in_every_operation(LayerOperation operation) {
    List<LayerOptions> options =
        ALL.stream()
            .map(LayerVector::call)
            .filter(call -> call.operation() == operation)
            .map(LayerCall::options)
            .toList();
    List<Predicate<LayerOptions>> wanted =
        List.of(
            o -> o.stride(0) > 1,
            o -> o.dilation(0) > 1,
            o -> o.padding().equals(Padding.SAME_UPPER) || o.padding().equals(Padding.SAME_LOWER),
            o -> o.padding().equals(Padding.VALID),
            o -> !o.padding().isSame() && o.padding().toString().contains("before"),
            o -> o.groups() > 1,
            o -> o.layout() == Layout.NHWC);
    assertThat(wanted).allSatisfy(option -> assertThat(options).anyMatch(option));
    if (operation == LayerOperation.TRANSPOSED) {
      assertThat(options).anyMatch(o -> o.outputPadding(0) > 0);
    } else {
      assertThat(options).anyMatch(o -> o.rounding() == Rounding.UP);
    }
    if (operation == LayerOperation.CONVOLVE) {
      assertThat(options).anyMatch(LayerOptions::hasZeroPoints);
      assertThat(options).anyMatch(o -> o.padding().equals(Padding.SAME_LOWER));
      assertThat(options).anyMatch(o -> o.padding().equals(Padding.SAME_UPPER));
    }
  }

  @Test
  void depthwise_layers_batches_and_biases_are_covered() {
    assertThat(ALL)
        .anyMatch(
            vector -> inputs(vector).filter(x -> channels(vector, x) == groups(vector)).isPresent())
        .anyMatch(vector -> inputs(vector).filter(x -> x.shape().extent(0) > 1).isPresent())
        .anyMatch(vector -> vector.call().bias().isPresent());
  }

  private static Optional<NdArray> inputs(LayerVector vector) {
    return vector.call().input().filter(x -> groups(vector) > 1);
  }

  private static int groups(LayerVector vector) {
    return vector.call().options().groups();
  }

  private static int channels(LayerVector vector, NdArray array) {
    return array.shape().extent(vector.call().options().layout().channelAxis(array.rank()));
  }

  @Test
  void every_ordered_pair_of_dtypes_is_covered() {
    Set<List<DType>> pairs = new HashSet<>();
    for (DType first : DType.values()) {
      for (DType second : DType.values()) {
        pairs.add(List.of(first, second));
      }
    }
    assertThat(
            ALL.stream()
                .map(LayerVector::call)
                .filter(call -> call.operation() == LayerOperation.CONVOLVE)
                .map(
                    call ->
                        List.of(
                            call.input().orElseThrow().dtype(),
                            call.weights().orElseThrow().dtype())))
        .containsAll(pairs);
  }

  @Test
  void integers_of_full_range_are_among_the_operands_of_layers_and_of_quantised_ones() {
    for (boolean quantised : new boolean[] {false, true}) {
      assertThat(
              ALL.stream()
                  .map(LayerVector::call)
                  .filter(call -> call.options().hasZeroPoints() == quantised)
                  .flatMap(call -> Stream.of(call.input(), call.weights()))
                  .flatMap(Optional::stream)
                  .filter(array -> array.dtype() == DType.INT32)
                  .flatMap(array -> Arrays.stream(array.ints()).boxed()))
          .contains(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
  }

  @Test
  void floats_are_exact_and_rounded_in_turn() {
    for (DType dtype : List.of(DType.FLOAT32, DType.FLOAT64, DType.COMPLEX64, DType.COMPLEX128)) {
      Map<Accuracy, Long> counts =
          ALL.stream()
              .filter(vector -> vector.expected().dtype() == dtype)
              .collect(Collectors.groupingBy(LayerVector::accuracy, Collectors.counting()));
      assertThat(counts.get(Accuracy.EXACT)).as(dtype.name()).isGreaterThan(80);
      assertThat(counts.get(Accuracy.COMPONENTWISE)).as(dtype.name()).isGreaterThan(50);
    }
  }

  // ---- Known by name --------------------------------------------------------------------------

  @Test
  void the_layer_of_the_textbooks_is_there() {
    LayerVector vector = BY_ID.get("layer.convolve.r2.n1.32x32-5x5.c3-6.bias.float32.integers");
    assertThat(vector.call().input().orElseThrow().shape()).isEqualTo(Shape.of(1, 3, 32, 32));
    assertThat(vector.expected().shape()).isEqualTo(Shape.of(1, 6, 28, 28));
    assertThat(vector.call().weights().orElseThrow().size() + vector.expected().shape().extent(1))
        .isEqualTo(456);
    assertThat(vector.accuracy()).isEqualTo(Accuracy.EXACT);
  }

  @Test
  void the_node_tests_of_onnx_name_their_source_and_have_a_twin_that_tells_more() {
    List<LayerVector> theirs = ALL.stream().filter(vector -> vector.source().isPresent()).toList();
    assertThat(theirs).hasSize(15);
    assertThat(theirs)
        .allSatisfy(
            vector -> {
              assertThat(vector.source().orElseThrow())
                  .matches(
                      "https://github.com/onnx/onnx/blob/main/onnx/backend/test/case/node/"
                          + "conv(integer|transpose)?\\.py, test_.*");
              LayerVector twin = BY_ID.get(vector.id() + ".distinguishing");
              assertThat(twin.call().options()).isEqualTo(vector.call().options());
              assertThat(twin.expected().shape()).isEqualTo(vector.expected().shape());
            });
    assertThat(BY_ID.get("layer.onnx.convinteger-with-padding").expected())
        .isEqualTo(
            NdArray.of(1, 3, 5, 3, 5, 12, 16, 9, 11, 24, 28, 15, 7, 15, 17, 9)
                .reshape(Shape.of(1, 1, 4, 4)));
  }

  @Test
  void a_vector_hands_out_copies_and_tells_itself() {
    LayerVector vector = BY_ID.get("layer.onnx.convtranspose-1d");
    vector.expected().floats()[0] = 99;
    vector.call().input().orElseThrow().floats()[0] = 99;
    vector.call().by((x, w, bias, options) -> spoiled(x));

    assertThat(vector.expected())
        .isEqualTo(NdArray.of(0f, 1, 3, 3, 2, 0, 1, 3, 3, 2).reshape(Shape.of(1, 2, 5)));
    assertThat(vector.call().input()).contains(NdArray.of(0f, 1, 2).reshape(Shape.of(1, 1, 3)));
    assertThat(vector)
        .hasToString(
            "layer.onnx.convtranspose-1d: transposed of float32(1, 1, 3) and float32(1, 2, 3),"
                + " stride 1, gives (1, 2, 5)");
  }

  private static NdArray spoiled(NdArray array) {
    array.floats()[0] = 99;
    return array;
  }
}
