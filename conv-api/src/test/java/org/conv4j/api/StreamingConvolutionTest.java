package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream that every convolver has without writing it. */
class StreamingConvolutionTest {
  private static final long SEED = 20260118;
  private static final Convolver LITERAL = new LiteralConvolver();

  /** Whole numbers, whose sums of products are exact. */
  private static NdArray integers(int length, DType dtype, int which) {
    SplittableRandom random = new SplittableRandom(SEED + which);
    double[] re = random.ints(length, -9, 10).asDoubleStream().toArray();
    double[] im = random.ints(length, -9, 10).asDoubleStream().toArray();
    Shape shape = Shape.of(length);
    return dtype == DType.COMPLEX128
        ? NdArray.wrapComplex(re, im, shape)
        : NdArray.wrap(re, shape).cast(dtype);
  }

  /** What a stream returns for blocks of some lengths, the tail last. */
  private static List<NdArray> outputs(StreamingConvolution stream, NdArray signal, int... blocks) {
    List<NdArray> outputs = new ArrayList<>();
    int from = 0;
    for (int block : blocks) {
      outputs.add(stream.push(signal.part(from, from + block)));
      from += block;
    }
    assertThat(from).as("all samples are pushed").isEqualTo(signal.size());
    outputs.add(stream.finish());
    return outputs;
  }

  private static NdArray joined(List<NdArray> parts) {
    return parts.stream().reduce(NdArray::followedBy).orElseThrow();
  }

  // ---- Outputs --------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 16, 33, 100})
  void blocks_of_any_lengths_give_the_full_result(int taps) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (DType dtype : new DType[] {DType.FLOAT64, DType.COMPLEX128}) {
      NdArray in2 = integers(taps, dtype, 1);
      for (int round = 0; round < (taps < 50 ? 40 : 8); round++) {
        int longest = 1 + random.nextInt(1 + 2 * taps);
        int[] blocks = random.ints(random.nextInt(1, 60), 0, longest + 1).toArray();
        NdArray signal = integers(Arrays.stream(blocks).sum(), DType.FLOAT64, 2 + round);
        if (signal.size() > 0) {
          NdArray streamed = joined(outputs(LITERAL.stream(in2, DType.FLOAT64), signal, blocks));
          assertThat(streamed)
              .as("%s, seed %d, blocks %s", dtype, SEED, Arrays.toString(blocks))
              .isEqualTo(LITERAL.convolve(signal, in2, Mode.FULL));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 200})
  void single_samples_give_the_full_result(int length) {
    NdArray in2 = integers(50, DType.FLOAT64, 1);
    NdArray signal = integers(length, DType.FLOAT64, 2);
    int[] ones = new int[length];
    Arrays.fill(ones, 1);
    List<NdArray> outputs = outputs(LITERAL.stream(in2, DType.FLOAT64), signal, ones);
    assertThat(joined(outputs)).isEqualTo(LITERAL.convolve(signal, in2, Mode.FULL));
    assertThat(outputs).extracting(NdArray::size).containsExactly(sizes(length, 49));
  }

  private static Integer[] sizes(int ones, int last) {
    Integer[] sizes = new Integer[ones + 1];
    Arrays.fill(sizes, 1);
    sizes[ones] = last;
    return sizes;
  }

  @Test
  void every_push_returns_as_many_outputs_as_it_takes_samples() {
    NdArray signal = integers(60, DType.FLOAT64, 3);
    StreamingConvolution stream = LITERAL.stream(integers(9, DType.FLOAT64, 4), DType.FLOAT64);
    assertThat(outputs(stream, signal, 0, 3, 1, 0, 20, 8, 8, 8, 12))
        .extracting(NdArray::size)
        .containsExactly(0, 3, 1, 0, 20, 8, 8, 8, 12, 8);
  }

  @Test
  void doubles_may_be_pushed_as_they_are() {
    StreamingConvolution stream = LITERAL.stream(NdArray.of(1.0, 1), DType.FLOAT64);
    assertThat(stream.push(new double[] {1, 2})).containsExactly(1, 3);
    assertThat(stream.push(new double[] {3})).containsExactly(5);
    assertThat(stream.push(new double[0])).isEmpty();
    assertThat(stream.finish()).isEqualTo(NdArray.of(3.0));
  }

  @Test
  void a_stream_without_samples_has_no_outputs() {
    for (DType dtype : new DType[] {DType.FLOAT64, DType.COMPLEX128}) {
      NdArray none = NdArray.zeros(dtype, Shape.of(0));
      assertThat(LITERAL.stream(integers(4, dtype, 1), DType.FLOAT64).finish()).isEqualTo(none);
      StreamingConvolution empty = LITERAL.stream(integers(4, dtype, 1), DType.FLOAT64);
      assertThat(empty.push(NdArray.of(new double[0]))).isEqualTo(none);
      assertThat(empty.finish()).isEqualTo(none);
    }
  }

  @Test
  void one_tap_needs_no_samples_from_before() {
    StreamingConvolution stream = LITERAL.stream(NdArray.of(2.0), DType.FLOAT64);
    assertThat(stream.push(new double[] {1, -3})).containsExactly(2, -6);
    assertThat(stream.push(new double[] {5})).containsExactly(10);
    assertThat(stream.finish()).isEqualTo(NdArray.of(new double[0]));
  }

  /** Zeros in their place would turn the infinite tap into NaN. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6})
  void samples_before_the_first_and_after_the_last_are_no_terms(int length) {
    for (int tap = 0; tap < 5; tap++) {
      double[] taps = {1, 2, 3, 4, 5};
      taps[tap] = Double.POSITIVE_INFINITY;
      NdArray in2 = NdArray.of(taps);
      NdArray signal = NdArray.of(1.0, 2, 3, 4, 5, 6);
      int[] blocks = new int[6 / length];
      Arrays.fill(blocks, length);
      NdArray streamed = joined(outputs(FLOATS.stream(in2, DType.FLOAT64), signal, blocks));
      assertThat(streamed).isEqualTo(FLOATS.convolve(signal, in2, Mode.FULL));
      assertThat(Arrays.stream(streamed.doubles()).anyMatch(Double::isNaN)).isFalse();
    }
  }

  /** The definition on doubles alone, in which no imaginary zero meets an infinity. */
  private static final Convolver FLOATS =
      (in1, in2, mode) -> {
        Geometry geometry = Capabilities.basic().admit(in1, in2, mode);
        double[] y = new double[geometry.output().size()];
        for (int i = 0; i < in1.size(); i++) {
          for (int j = 0; j < in2.size(); j++) {
            int at = i + j - geometry.offset(0);
            if (at >= 0 && at < y.length) {
              y[at] += in1.doubles()[i] * in2.doubles()[j];
            }
          }
        }
        return NdArray.wrap(y, geometry.output());
      };

  @Test
  void a_convolver_in_numpys_convention_streams_the_same() {
    Convolver numpy = Convolvers.numpy(LITERAL);
    for (int taps : new int[] {1, 4, 30}) {
      NdArray in2 = integers(taps, DType.FLOAT64, 5);
      NdArray signal = integers(17, DType.FLOAT64, 6);
      NdArray full = LITERAL.convolve(signal, in2, Mode.FULL);
      assertThat(joined(outputs(numpy.stream(in2, DType.FLOAT64), signal, 1, 1, 7, 0, 8)))
          .isEqualTo(full);
      // By the default, on calls in that convention.
      StreamingConvolution own = new BlockStream(numpy, in2, DType.FLOAT64);
      assertThat(joined(outputs(own, signal, 1, 1, 7, 0, 8))).isEqualTo(full);
    }
    StreamingConvolution scalar = numpy.stream(NdArray.scalar(3), DType.FLOAT64);
    assertThat(scalar.push(new double[] {1, 2})).containsExactly(3, 6);
  }

  // ---- What a push costs ----------------------------------------------------------------------

  /** Counts the elements that a convolver is given. */
  private static Convolver counting(AtomicLong elements, AtomicLong products) {
    return (in1, in2, mode) -> {
      Geometry geometry = Capabilities.basic().admit(in1, in2, mode);
      elements.addAndGet(in1.size() + in2.size());
      products.addAndGet((long) geometry.terms());
      return NdArray.zeros(DType.FLOAT64, geometry.output());
    };
  }

  @Test
  void a_push_convolves_no_more_than_the_taps_and_the_block() {
    AtomicLong elements = new AtomicLong();
    int taps = 1000;
    StreamingConvolution stream =
        counting(elements, new AtomicLong()).stream(
            NdArray.zeros(DType.FLOAT64, Shape.of(taps)), DType.FLOAT64);
    for (int i = 0; i < 5000; i++) {
      elements.set(0);
      stream.push(new double[1]);
      assertThat(elements.get()).isLessThanOrEqualTo(2L * taps);
    }
    elements.set(0);
    stream.push(new double[700]);
    assertThat(elements.get()).isEqualTo(2L * taps - 1 + 700);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 40, 100, 999, 5000})
  void the_beginning_costs_a_small_multiple_of_its_terms(int block) {
    AtomicLong products = new AtomicLong();
    int taps = 1000;
    StreamingConvolution stream =
        counting(new AtomicLong(), products).stream(
            NdArray.zeros(DType.FLOAT64, Shape.of(taps)), DType.FLOAT64);
    int length = 0;
    while (length < taps) {
      stream.push(new double[block]);
      length += block;
    }
    double terms = taps * (taps + 1) / 2.0 + (double) (length - taps) * taps;
    assertThat(products.get()).isLessThan((long) (16 * terms));
  }

  // ---- Arguments ------------------------------------------------------------------------------

  @Test
  void blocks_and_taps_are_neither_kept_nor_changed() {
    double[] taps = {1, 2, 3};
    StreamingConvolution stream = LITERAL.stream(NdArray.wrap(taps, Shape.of(3)), DType.FLOAT64);
    Arrays.fill(taps, 99);
    double[] block = {1};
    assertThat(stream.push(block)).containsExactly(1);
    assertThat(block).containsExactly(1);
    Arrays.fill(block, 99);
    assertThat(stream.push(new double[] {0, 0, 0})).containsExactly(2, 3, 0);
  }

  @Test
  void a_failed_convolution_leaves_the_stream_as_it_was() {
    boolean[] fails = {false};
    Convolver fragile =
        (in1, in2, mode) -> {
          if (fails[0]) {
            throw new IllegalStateException("out of order");
          }
          return FLOATS.convolve(in1, in2, mode);
        };
    StreamingConvolution stream = fragile.stream(NdArray.of(1.0, 10, 100), DType.FLOAT64);
    assertThat(stream.push(new double[] {1})).containsExactly(1);
    fails[0] = true;
    assertThatThrownBy(() -> stream.push(new double[] {2, 3, 4})).hasMessage("out of order");
    assertThatThrownBy(stream::finish).hasMessage("out of order");
    fails[0] = false;
    assertThat(stream.push(new double[] {2, 3, 4})).containsExactly(12, 123, 234);
    assertThat(stream.finish()).isEqualTo(NdArray.of(340.0, 400));
  }

  // ---- Refusals -------------------------------------------------------------------------------

  @Test
  void after_the_end_nothing_more_is_taken() {
    StreamingConvolution stream = LITERAL.stream(NdArray.of(1.0, 1), DType.FLOAT64);
    stream.finish();
    assertThatThrownBy(() -> stream.push(new double[1]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the stream is finished");
    assertThatThrownBy(stream::finish)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the stream is finished");
  }

  @Test
  void blocks_of_another_type_or_rank_are_refused() {
    StreamingConvolution stream = LITERAL.stream(NdArray.of(1.0, 1), DType.COMPLEX128);
    assertThatThrownBy(() -> stream.push(new double[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the stream is on complex128, the block float64");
    assertThatThrownBy(() -> stream.push(NdArray.of(new double[][] {{1}})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a block has rank 1, not shape (1, 1)");
    assertThatThrownBy(() -> stream.push((NdArray) null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("block");
    assertThatThrownBy(() -> stream.push((double[]) null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("block");
  }

  static Stream<Arguments> tooNarrow() {
    Capabilities basic = Capabilities.basic();
    return Stream.of(
        Arguments.of(basic.withMaxRank(0), "not claimed: FULL of rank 1 on float64; "),
        Arguments.of(basic.withModes(Mode.FULL), "not claimed: VALID of rank 1 on float64; "),
        Arguments.of(
            basic.withModes(Mode.VALID, Mode.SAME), "not claimed: FULL of rank 1 on float64; "),
        Arguments.of(basic.withDTypes(DType.INT32), "not claimed: FULL of rank 1 on float64; "));
  }

  @ParameterizedTest
  @MethodSource("tooNarrow")
  void what_is_not_claimed_is_refused_at_the_beginning(Capabilities claims, String message) {
    Convolver narrow = StubConvolver.named("narrow").claiming(claims);
    assertThatThrownBy(() -> narrow.stream(NdArray.of(1.0), DType.FLOAT64))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void second_operands_that_are_no_signals_are_refused() {
    assertThatThrownBy(() -> LITERAL.stream(NdArray.of(new double[0]), DType.FLOAT64))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("operands must not be empty: (1,) and (0,)");
    assertThatThrownBy(() -> LITERAL.stream(NdArray.scalar(1), DType.FLOAT64))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("operands must have the same rank: (1,) and ()");
    assertThatThrownBy(() -> LITERAL.stream(NdArray.of(new double[][] {{1}}), DType.FLOAT64))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("operands must have the same rank: (1,) and (1, 1)");
    assertThatThrownBy(() -> LITERAL.stream(null, DType.FLOAT64))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("kernel");
    assertThatThrownBy(() -> LITERAL.stream(NdArray.of(1.0), null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("signalType");
  }
}
