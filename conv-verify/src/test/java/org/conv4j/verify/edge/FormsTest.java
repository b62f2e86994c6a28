package org.conv4j.verify.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Convolver;
import org.conv4j.api.Convolvers;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedConvolution;
import org.conv4j.api.Shape;
import org.conv4j.api.StreamingConvolution;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.fft.FftConvolver;
import org.conv4j.verify.operand.Uniform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The prepared, the streaming and the one-shot form of a convolution against each other. */
@Tag("thorough")
class FormsTest {
  private static final long SEED = 20261122;

  /** Lengths of signal and kernel: tiny, alike, one much longer, and of several tiles. */
  private static final int[][] LENGTHS = {
    {1, 1}, {7, 3}, {3, 7}, {100, 100}, {1000, 17}, {17, 1000}, {3000, 200}, {9000, 1500}
  };

  private static final List<Shape[]> SHAPES =
      List.of(
          new Shape[] {Shape.SCALAR, Shape.SCALAR},
          new Shape[] {Shape.of(40, 50), Shape.of(5, 6)},
          new Shape[] {Shape.of(5, 6), Shape.of(40, 50)},
          new Shape[] {Shape.of(120, 100), Shape.of(15, 14)},
          new Shape[] {Shape.of(9, 10, 11), Shape.of(3, 4, 5)},
          new Shape[] {Shape.of(30, 20, 40), Shape.of(11, 7, 9)},
          new Shape[] {Shape.of(4, 5, 6, 7), Shape.of(2, 3, 2, 3)});

  static List<Convolver> convolvers() {
    return List.of(
        new DirectConvolver(),
        new FftConvolver(),
        new FftConvolver().withParallelism(1),
        Convolvers.auto(),
        Convolvers.auto(Accuracy.COMPONENTWISE));
  }

  static Stream<Arguments> convolversAndTypes() {
    return convolvers().stream()
        .flatMap(one -> Stream.of(DType.values()).map(dtype -> Arguments.of(one, dtype)));
  }

  private static NdArray array(DType dtype, Shape shape, long which) {
    return Uniform.array(dtype, shape, SEED + which);
  }

  @ParameterizedTest
  @MethodSource("convolversAndTypes")
  void prepared_ones_give_the_bits_of_those_in_one_call(Convolver convolver, DType dtype) {
    List<Shape[]> shapes = new ArrayList<>(SHAPES);
    for (int[] lengths : LENGTHS) {
      shapes.add(new Shape[] {Shape.of(lengths[0]), Shape.of(lengths[1])});
    }
    for (Shape[] pair : shapes) {
      NdArray in2 = array(dtype, pair[1], 0);
      for (Mode mode : List.of(Mode.FULL, Mode.SAME)) {
        PreparedConvolution prepared = convolver.prepare(in2, pair[0], mode);
        for (int call = 1; call < 4; call++) {
          NdArray in1 = array(dtype, pair[0], call);
          assertThat(prepared.apply(in1))
              .as("%s * %s %s, seed %d", pair[0], pair[1], mode, SEED)
              .isEqualTo(convolver.convolve(in1, in2, mode));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("convolvers")
  void a_prepared_one_serves_several_threads(Convolver convolver) {
    for (Shape[] pair : List.of(SHAPES.get(3), SHAPES.get(5), one(3000, 200), one(5000, 1500))) {
      NdArray in2 = array(DType.FLOAT64, pair[1], 0);
      PreparedConvolution prepared = convolver.prepare(in2, pair[0], Mode.FULL);
      List<NdArray> signals =
          IntStream.range(1, 5).mapToObj(i -> array(DType.FLOAT64, pair[0], i)).toList();
      List<NdArray> expected =
          signals.stream().map(in1 -> convolver.convolve(in1, in2, Mode.FULL)).toList();
      assertThat(
              IntStream.range(0, 40)
                  .parallel()
                  .filter(i -> !prepared.apply(signals.get(i % 4)).equals(expected.get(i % 4))))
          .as("%s * %s", pair[0], pair[1])
          .isEmpty();
    }
  }

  private static Shape[] one(int n, int k) {
    return new Shape[] {Shape.of(n), Shape.of(k)};
  }

  @ParameterizedTest
  @MethodSource("convolversAndTypes")
  void streams_give_the_whole_result(Convolver convolver, DType dtype) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int[] lengths : LENGTHS) {
      NdArray in1 = array(dtype, Shape.of(lengths[0]), 1);
      NdArray in2 = array(dtype, Shape.of(lengths[1]), 2);
      NdArray whole = convolver.convolve(in1, in2, Mode.FULL);
      // Two results, each within the bound.
      double bound =
          2 * Accuracy.normwiseFactor(dtype, in1.shape(), in2.shape()) * norm(in1) * norm(in2);
      for (int longest : new int[] {1, 10, lengths[0] + 1}) {
        if (lengths[0] / longest > 1000) {
          continue;
        }
        NdArray streamed = streamed(convolver.stream(in2, dtype), in1, longest, random);
        assertThat(streamed.shape()).isEqualTo(whole.shape());
        if (dtype.isInteger()) {
          assertThat(streamed).isEqualTo(whole);
        } else {
          assertThat(distance(streamed, whole))
              .as("%d * %d in blocks up to %d, seed %d", lengths[0], lengths[1], longest, SEED)
              .isLessThanOrEqualTo(bound);
        }
      }
    }
  }

  private static NdArray streamed(
      StreamingConvolution stream, NdArray signal, int longest, SplittableRandom random) {
    List<NdArray> outputs = new ArrayList<>();
    int from = 0;
    while (from < signal.size()) {
      int to = Math.min(signal.size(), from + random.nextInt(longest + 1));
      outputs.add(stream.push(part(signal, from, to)));
      from = to;
    }
    outputs.add(stream.finish());
    return joined(outputs);
  }

  private static NdArray part(NdArray vector, int from, int to) {
    Shape shape = Shape.of(to - from);
    double[] re = new double[to - from];
    double[] im = new double[to - from];
    if (vector.dtype() == DType.INT64) {
      long[] part = new long[to - from];
      System.arraycopy(vector.longs(), from, part, 0, to - from);
      return NdArray.wrap(part, shape);
    }
    NdArray wide = vector.cast(vector.dtype().isComplex() ? DType.COMPLEX128 : DType.FLOAT64);
    if (!vector.dtype().isComplex()) {
      System.arraycopy(wide.doubles(), from, re, 0, to - from);
      return vector.dtype() == DType.INT32
          ? NdArray.wrap(ints(re), shape)
          : NdArray.wrap(re, shape).cast(vector.dtype());
    }
    System.arraycopy(wide.real().doubles(), from, re, 0, to - from);
    System.arraycopy(wide.imaginary().doubles(), from, im, 0, to - from);
    return NdArray.wrapComplex(re, im, shape).cast(vector.dtype());
  }

  private static int[] ints(double[] values) {
    return IntStream.range(0, values.length).map(i -> (int) values[i]).toArray();
  }

  /** One vector after the other. */
  private static NdArray joined(List<NdArray> vectors) {
    DType dtype = vectors.get(0).dtype();
    int size = vectors.stream().mapToInt(NdArray::size).sum();
    NdArray all = NdArray.zeros(dtype, Shape.of(size));
    int at = 0;
    for (NdArray vector : vectors) {
      copy(vector, all, at);
      at += vector.size();
    }
    return all;
  }

  private static void copy(NdArray from, NdArray to, int at) {
    switch (from.dtype()) {
      case FLOAT64 -> System.arraycopy(from.doubles(), 0, to.doubles(), at, from.size());
      case FLOAT32 -> System.arraycopy(from.floats(), 0, to.floats(), at, from.size());
      case INT64 -> System.arraycopy(from.longs(), 0, to.longs(), at, from.size());
      case INT32 -> System.arraycopy(from.ints(), 0, to.ints(), at, from.size());
      default -> {
        copy(from.real(), to.real(), at);
        copy(from.imaginary(), to.imaginary(), at);
      }
    }
  }

  private static double[] numbers(NdArray array) {
    NdArray wide = array.cast(array.dtype().isComplex() ? DType.COMPLEX128 : DType.FLOAT64);
    return wide.dtype().isComplex()
        ? Stream.of(wide.real(), wide.imaginary())
            .flatMapToDouble(part -> Arrays.stream(part.doubles()))
            .toArray()
        : wide.doubles();
  }

  private static double norm(NdArray array) {
    return Math.sqrt(Arrays.stream(numbers(array)).map(x -> x * x).sum());
  }

  private static double distance(NdArray a, NdArray b) {
    double[] x = numbers(a);
    double[] y = numbers(b);
    return IntStream.range(0, x.length)
        .mapToDouble(i -> Math.abs(x[i] - y[i]))
        .reduce(0, (p, q) -> q <= p ? p : q);
  }
}
