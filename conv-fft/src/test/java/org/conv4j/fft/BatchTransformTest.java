package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Transforms of batches, in plain loops and on vectors, against the definition. */
class BatchTransformTest {
  /** Where a batch begins: nothing before or after it may be read or written. */
  private static final int START = 5;

  private static final float GUARD = 1e30f;

  /** Of a long transform so many elements of a column are compared, spread over all. */
  private static final int COMPARED = 16;

  /** Transforms of one kind, given and giving doubles. */
  record Kind(String name, DType dtype, Function<BatchPlan, Batch> maker) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    kinds.add(
        new Kind(
            "plain, 1 lane", DType.FLOAT64, p -> Batch.of(new PlainBatch(p, new PlainLanes(1)))));
    kinds.add(
        new Kind(
            "plain, 3 lanes",
            DType.FLOAT64,
            p -> Batch.of(new PlainBatch(p, new PlainLanes(3), 8))));
    Batches.VECTOR.ifPresent(
        vectors -> {
          kinds.add(
              new Kind(
                  "doubles",
                  DType.FLOAT64,
                  p -> Batch.of(new SimdDoubleBatch(p, vectors.doubles()))));
          kinds.add(
              new Kind(
                  "floats",
                  DType.FLOAT32,
                  p -> Batch.ofFloats(new SimdFloatBatch(p, vectors.floats()))));
        });
    return kinds.stream();
  }

  private static Stream<Arguments> kindsAnd(IntStream lengths) {
    int[] all = lengths.toArray();
    return kinds().flatMap(kind -> Arrays.stream(all).mapToObj(n -> Arguments.of(kind, n)));
  }

  private static boolean isFast(int n) {
    return !FastLength.between(n, n, 1).isEmpty();
  }

  static Stream<Arguments> shortLengths() {
    return kindsAnd(IntStream.rangeClosed(1, 64).filter(BatchTransformTest::isFast));
  }

  static Stream<Arguments> lengths() {
    return kindsAnd(
        IntStream.concat(
            IntStream.rangeClosed(1, 64).filter(BatchTransformTest::isFast),
            IntStream.of(96, 125, 128, 240, 243, 256, 360, 512, 1000, 1024, 2048)));
  }

  static Stream<Arguments> longLengths() {
    return kindsAnd(IntStream.of(3125, 4096, 6000, 19_683, 32_768));
  }

  /** Every order of a few factors, so that each radix is first, in between and last. */
  static Stream<Arguments> radices() {
    List<int[]> radices = new ArrayList<>();
    int[] all = {2, 3, 4, 5, 8};
    for (int first : all) {
      for (int second : all) {
        radices.add(new int[] {first, second});
        radices.add(new int[] {first, second, 3});
        radices.add(new int[] {2, first, second, 4});
      }
    }
    return kinds().flatMap(kind -> radices.stream().map(r -> Arguments.of(kind, r)));
  }

  private static SplittableRandom random(int n) {
    return new SplittableRandom(Operands.SEED + n);
  }

  /** Whole numbers, so that they are exact as floats and the decimals of the oracle are short. */
  private static double[] numbers(SplittableRandom random, int count) {
    return IntStream.range(0, count).mapToDouble(i -> random.nextInt(-99, 100)).toArray();
  }

  private static double[] guarded(double[] data) {
    double[] guarded = new double[START + data.length + START];
    Arrays.fill(guarded, GUARD);
    System.arraycopy(data, 0, guarded, START, data.length);
    return guarded;
  }

  private static double[] unguarded(double[] data) {
    assertThat(Arrays.copyOf(data, START)).containsOnly(GUARD);
    assertThat(Arrays.copyOfRange(data, data.length - START, data.length)).containsOnly(GUARD);
    return Arrays.copyOfRange(data, START, data.length - START);
  }

  private static double norm(double[]... parts) {
    return Math.sqrt(Arrays.stream(parts).flatMapToDouble(Arrays::stream).map(x -> x * x).sum());
  }

  private static double[] lane(double[] data, int lane, int lanes) {
    return IntStream.range(0, data.length / lanes)
        .mapToDouble(i -> data[i * lanes + lane])
        .toArray();
  }

  /** The levels of a transform, with one more for a length that is no power of two. */
  private static int levels(int n) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(n - 1) + (Integer.bitCount(n) == 1 ? 0 : 1);
  }

  /**
   * One transform has an error of at most this times the norm of its result: a third of the
   * exponents of {@link Accuracy#transformFactor}, which has three transforms and a product.
   */
  private static double oneTransform(DType dtype, BatchPlan plan) {
    double u = dtype.unitRoundoff();
    // The first stage of a folded transform has twiddles, as one inside of a longer one.
    int levels = levels(plan.length()) + (plan.key().quarters() == 0 ? 0 : 1);
    return Math.expm1(levels * (2 * Math.log1p(u) + Math.log1p(u * Math.sqrt(5))));
  }

  private static double convolution(DType dtype, int n) {
    return Accuracy.transformFactor(dtype, levels(n), 1);
  }

  static void requireSpectrum(Kind kind, BatchPlan plan) {
    int n = plan.length();
    Batch batch = kind.maker().apply(plan);
    SplittableRandom random = random(n);
    double[] x = numbers(random, n * batch.lanes());
    double[] y = numbers(random, n * batch.lanes());
    double[] re = guarded(x);
    double[] im = guarded(y);
    batch.forward(re, im, START);
    double[] spectrumRe = unguarded(re);
    double[] spectrumIm = unguarded(im);
    // Element k at the angle (k + q/4) / n is element 4k + q of four times as many numbers.
    int quarters = plan.key().quarters();
    ExactTransform exact = new ExactTransform(quarters == 0 ? n : 4 * n);
    int[] order = batch.order();
    int step = Math.max(1, n * batch.lanes() / COMPARED);
    for (int i = 0; i < n * batch.lanes(); i += n <= 64 ? 1 : step + 1) {
      int lane = i % batch.lanes();
      double[] a = lane(x, lane, batch.lanes());
      double[] b = lane(y, lane, batch.lanes());
      double[] pairs = new double[quarters == 0 ? 2 * n : 8 * n];
      for (int j = 0; j < n; j++) {
        pairs[2 * j] = a[j];
        pairs[2 * j + 1] = b[j];
      }
      int element = order[i / batch.lanes()];
      int k = quarters == 0 ? element : 4 * element + quarters;
      assertThat(exact.element(pairs, k).error(spectrumRe[i], spectrumIm[i]))
          .as("%s, %s, element %d, lane %d, seed %d", kind, plan, k, lane, Operands.SEED)
          .isLessThanOrEqualTo(oneTransform(kind.dtype(), plan) * Math.sqrt(n) * norm(a, b));
    }
    batch.inverse(re, im, START);
    double[] backRe = unguarded(re);
    double[] backIm = unguarded(im);
    for (int lane = 0; lane < batch.lanes(); lane++) {
      double[] a = lane(x, lane, batch.lanes());
      double[] b = lane(y, lane, batch.lanes());
      double bound = 2.1 * oneTransform(kind.dtype(), plan) * norm(a, b);
      requireClose(kind + ", " + plan, scaled(a, n), lane(backRe, lane, batch.lanes()), n * bound);
      requireClose(kind + ", " + plan, scaled(b, n), lane(backIm, lane, batch.lanes()), n * bound);
    }
  }

  private static double[] scaled(double[] x, double factor) {
    return Arrays.stream(x).map(value -> factor * value).toArray();
  }

  /** One assertion for all, since there are many. */
  private static void requireClose(String what, double[] expected, double[] actual, double bound) {
    int worst = 0;
    for (int i = 0; i < expected.length; i++) {
      // Written so that NaN is worst.
      if (!(Math.abs(actual[i] - expected[i]) <= Math.abs(actual[worst] - expected[worst]))) {
        worst = i;
      }
    }
    assertThat(Math.abs(actual[worst] - expected[worst]))
        .as("%s, element %d, seed %d", what, worst, Operands.SEED)
        .isLessThanOrEqualTo(bound);
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void a_transform_is_that_of_the_definition_and_comes_back(Kind kind, int n) {
    requireSpectrum(kind, BatchPlan.of(BatchPlan.Key.complex(n)));
    requireSpectrum(kind, BatchPlan.of(BatchPlan.Key.folded(n)));
  }

  @ParameterizedTest
  @MethodSource("radices")
  void factors_may_come_in_any_order(Kind kind, int[] radices) {
    int n = Arrays.stream(radices).reduce(1, (a, b) -> a * b);
    requireSpectrum(kind, BatchPlan.of(BatchPlan.Key.complex(n), radices));
    requireSpectrum(kind, BatchPlan.of(BatchPlan.Key.folded(n), radices));
  }

  /** The plain twin was compared with the definition; here the others are compared with it. */
  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("longLengths")
  void long_transforms_are_those_of_the_plain_twin_and_come_back(Kind kind, int n) {
    BatchPlan plan = BatchPlan.of(BatchPlan.Key.complex(n));
    Batch batch = kind.maker().apply(plan);
    SplittableRandom random = random(n);
    double[] x = numbers(random, n * batch.lanes());
    double[] y = numbers(random, n * batch.lanes());
    double[] re = guarded(x);
    double[] im = guarded(y);
    batch.forward(re, im, START);
    PlainBatch twin = new PlainBatch(plan, new PlainLanes(1));
    for (int lane = 0; lane < batch.lanes(); lane += Math.max(1, batch.lanes() - 1)) {
      double[] a = lane(x, lane, batch.lanes());
      double[] b = lane(y, lane, batch.lanes());
      double factor = oneTransform(kind.dtype(), plan) + oneTransform(DType.FLOAT64, plan);
      double bound = factor * Math.sqrt(n) * norm(a, b);
      twin.forward(a, b, 0);
      requireClose(kind + ", " + n, a, lane(unguarded(re), lane, batch.lanes()), bound);
      requireClose(kind + ", " + n, b, lane(unguarded(im), lane, batch.lanes()), bound);
    }
    batch.inverse(re, im, START);
    double bound = 2.1 * n * oneTransform(kind.dtype(), plan) * Math.sqrt(n) * 200;
    requireClose(kind + ", " + n, scaled(x, n), unguarded(re), bound);
    requireClose(kind + ", " + n, scaled(y, n), unguarded(im), bound);
  }

  /** As two real sequences in one column, with one kernel for all: no unpacking anywhere. */
  @ParameterizedTest
  @MethodSource("shortLengths")
  void a_product_of_spectra_is_the_cyclic_convolution_of_both_parts(Kind kind, int n) {
    requireConvolution(kind, n, false);
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void a_convolution_in_one_go_is_the_same(Kind kind, int n) {
    requireConvolution(kind, n, true);
  }

  static void requireConvolution(Kind kind, int n, boolean inOne) {
    Batch batch = kind.maker().apply(BatchPlan.of(BatchPlan.Key.complex(n)));
    int lanes = batch.lanes();
    SplittableRandom random = random(n);
    double[] x1 = numbers(random, n * lanes);
    double[] x2 = numbers(random, n * lanes);
    double[] k = numbers(random, n);
    // The kernel rides in the last lane, where it is taken from.
    double[] kernelRe = new double[n * lanes];
    for (int i = 0; i < n; i++) {
      kernelRe[i * lanes + lanes - 1] = k[i];
    }
    double[] kernelIm = new double[n * lanes];
    batch.forward(kernelRe, kernelIm, 0);
    double[] spectrumRe = new double[n];
    double[] spectrumIm = new double[n];
    batch.column(kernelRe, kernelIm, 0, lanes - 1, 1.0 / n, spectrumRe, spectrumIm);
    double[] re = guarded(x1);
    double[] im = guarded(x2);
    if (inOne) {
      batch.convolve(re, im, START, spectrumRe, spectrumIm);
    } else {
      batch.forward(re, im, START);
      batch.multiply(re, im, START, spectrumRe, spectrumIm);
      batch.inverse(re, im, START);
    }
    for (int lane = 0; lane < lanes; lane++) {
      double[] a = lane(x1, lane, lanes);
      double[] b = lane(x2, lane, lanes);
      // Two more roundings: 1/n, and the product with it.
      double bound =
          (convolution(kind.dtype(), n) + 3 * kind.dtype().unitRoundoff()) * norm(a, b) * norm(k);
      requireClose(kind + ", " + n, cyclic(a, k), lane(unguarded(re), lane, lanes), bound);
      requireClose(kind + ", " + n, cyclic(b, k), lane(unguarded(im), lane, lanes), bound);
    }
  }

  /** Exact, since all are whole numbers. */
  private static double[] cyclic(double[] x, double[] k) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        y[(i + j) % x.length] += x[i] * k[j];
      }
    }
    return y;
  }

  /** Runs that begin before the array, at its ends and after it, of lengths up to n. */
  @ParameterizedTest
  @MethodSource("kinds")
  void runs_come_in_and_go_out_wherever_they_are(Kind kind) {
    int n = 48;
    Batch batch = kind.maker().apply(BatchPlan.of(BatchPlan.Key.complex(n)));
    int lanes = batch.lanes();
    double[] source = numbers(random(n), 150);
    for (int length : new int[] {0, 1, lanes - 1, lanes, lanes + 1, n - 1, n}) {
      for (int count = 0; count <= lanes; count += count < 2 ? 1 : Math.max(1, lanes - 2)) {
        for (int start = -n - 1; start < 150; start += 7) {
          for (int step : new int[] {0, length / 2 + 1, length, length + 3}) {
            requireMoves(batch, new Blocks<>(source, start, step, count, length, 0, source.length));
            requireMoves(batch, new Blocks<>(source, start, step, count, length, 20, 90));
          }
        }
      }
    }
  }

  static void requireMoves(Batch batch, Blocks<double[]> blocks) {
    int n = batch.length();
    int lanes = batch.lanes();
    double[] source = blocks.array();
    double[] data = guarded(new double[n * lanes]);
    Arrays.fill(data, START, START + n * lanes, 77);
    batch.load(blocks, data, START);
    double[] in = unguarded(data);
    for (int block = 0; block < lanes; block++) {
      double[] expected = new double[n];
      for (int i = 0; block < blocks.count() && i < blocks.length(); i++) {
        int at = blocks.start(block) + i;
        expected[i] = at >= blocks.first() && at < blocks.end() ? source[at] : 0;
      }
      assertThat(lane(in, block, lanes)).as("run %d of %s", block, blocks).isEqualTo(expected);
    }
    if (blocks.step() < blocks.length()) {
      return; // what comes out would be written more than once
    }
    int row = Math.min(3, n - blocks.length());
    double[] target = new double[source.length];
    double[] expected = new double[source.length];
    for (int block = 0; block < blocks.count(); block++) {
      for (int i = 0; i < blocks.length(); i++) {
        int at = blocks.start(block) + i;
        if (at >= blocks.first() && at < blocks.end()) {
          expected[at] = in[(row + i) * lanes + block];
        }
      }
    }
    batch.store(
        data,
        START,
        row,
        new Blocks<>(
            target,
            blocks.start(),
            blocks.step(),
            blocks.count(),
            blocks.length(),
            blocks.first(),
            blocks.end()));
    assertThat(target).as("%s", blocks).isEqualTo(expected);
  }

  @Test
  void vectors_are_there_to_be_tested() {
    assertThat(Batches.VECTOR).isPresent();
  }
}
