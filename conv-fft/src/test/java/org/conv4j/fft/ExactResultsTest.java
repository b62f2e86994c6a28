package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedConvolution;
import org.conv4j.api.Shape;
import org.conv4j.api.StreamingConvolution;
import org.conv4j.api.contract.LiteralSum;
import org.conv4j.api.contract.Operands;
import org.conv4j.api.internal.DefiningSum;
import org.junit.jupiter.api.Test;

/**
 * Results of the convolver that are exact, on few shapes: one for each way through the code. The
 * other tests take many shapes; these answer at once, which mutation testing needs.
 */
class ExactResultsTest {
  private static final FftConvolver FFT = new FftConvolver().withParallelism(2);

  private static final String[] SHAPES = {
    "1 * 1", "9 * 4", "4 * 9", "1000 * 40", "40 * 1000", "9x8 * 3x5", "3x5 * 9x8", "4x5x6 * 2x3x2"
  };

  private static double[] literal(NdArray x, NdArray h, Geometry geometry) {
    return LiteralSum.of(x, h).window(geometry).plain().doubles();
  }

  private static NdArray rounded(double[] data, Shape shape) {
    return Operands.rounded(NdArray.wrap(data, shape));
  }

  @Test
  void real_numbers() {
    for (DType dtype : new DType[] {DType.FLOAT64, DType.FLOAT32}) {
      for (String text : SHAPES) {
        Operands operands = Operands.of(text);
        NdArray in1 = Operands.integers(operands.in1(), 1);
        NdArray in2 = Operands.integers(operands.in2(), 2);
        for (Mode mode : operands.modes()) {
          Geometry geometry = operands.geometry(mode);
          NdArray expected = rounded(literal(in1, in2, geometry), geometry.output());
          NdArray y = FFT.convolve(in1.cast(dtype), in2.cast(dtype), mode);
          assertThat(y.dtype()).isEqualTo(dtype);
          assertThat(Operands.rounded(y.cast(DType.FLOAT64)))
              .as("%s %s", operands, mode)
              .isEqualTo(expected);
          PreparedConvolution prepared = FFT.prepare(in2.cast(dtype), operands.in1(), mode);
          for (int round = 0; round < 2; round++) {
            assertThat(Operands.rounded(prepared.apply(in1.cast(dtype)).cast(DType.FLOAT64)))
                .as("%s %s, prepared", operands, mode)
                .isEqualTo(expected);
          }
        }
      }
    }
  }

  @Test
  void complex_numbers() {
    for (DType dtype : new DType[] {DType.COMPLEX128, DType.COMPLEX64}) {
      for (String text : SHAPES) {
        Operands operands = Operands.of(text);
        NdArray xr = Operands.integers(operands.in1(), 1);
        NdArray xi = Operands.integers(operands.in1(), 2);
        NdArray hr = Operands.integers(operands.in2(), 3);
        NdArray hi = Operands.integers(operands.in2(), 4);
        NdArray in1 = NdArray.wrapComplex(xr.doubles(), xi.doubles(), operands.in1()).cast(dtype);
        NdArray in2 = NdArray.wrapComplex(hr.doubles(), hi.doubles(), operands.in2()).cast(dtype);
        Geometry geometry = operands.geometry(Mode.SAME);
        double[] re = literal(xr, hr, geometry);
        double[] minus = literal(xi, hi, geometry);
        double[] im = literal(xr, hi, geometry);
        double[] plus = literal(xi, hr, geometry);
        Arrays.setAll(re, i -> re[i] - minus[i]);
        Arrays.setAll(im, i -> im[i] + plus[i]);
        NdArray y = FFT.convolve(in1, in2, Mode.SAME);
        assertThat(Operands.rounded(y.real().cast(DType.FLOAT64)))
            .as("%s", operands)
            .isEqualTo(rounded(re, geometry.output()));
        assertThat(Operands.rounded(y.imaginary().cast(DType.FLOAT64)))
            .as("%s", operands)
            .isEqualTo(rounded(im, geometry.output()));
      }
    }
  }

  // ---- Integers -------------------------------------------------------------------------------

  private static int[] coordinates(int flat, Shape shape) {
    int[] at = new int[shape.rank()];
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      at[axis] = flat % shape.extent(axis);
      flat /= shape.extent(axis);
    }
    return at;
  }

  /** The sum modulo 2^64. */
  private static long[] wrapping(long[] a, long[] b, Geometry geometry) {
    long[] y = new long[geometry.output().size()];
    for (int i = 0; i < a.length; i++) {
      int[] x = coordinates(i, geometry.in1());
      for (int j = 0; j < b.length; j++) {
        int[] h = coordinates(j, geometry.in2());
        int at = 0;
        boolean inside = true;
        for (int axis = 0; axis < x.length; axis++) {
          int output = x[axis] + h[axis] - geometry.offset()[axis];
          inside &= output >= 0 && output < geometry.output().extent(axis);
          at = at * geometry.output().extent(axis) + output;
        }
        if (inside) {
          y[at] += a[i] * b[j];
        }
      }
    }
    return y;
  }

  /** Words of all lengths, the longest overflow many times over. */
  @Test
  void integers_wrap() {
    SplittableRandom random = new SplittableRandom(Operands.SEED);
    for (String text : new String[] {"1 * 1", "9 * 4", "4 * 90", "300 * 20", "9x8 * 3x5"}) {
      Operands operands = Operands.of(text);
      for (int[] bits : new int[][] {{1, 1}, {8, 40}, {31, 31}, {64, 3}, {64, 64}}) {
        long[] a =
            random.longs(operands.in1().size()).map(value -> value >> (64 - bits[0])).toArray();
        long[] b =
            random.longs(operands.in2().size()).map(value -> value >> (64 - bits[1])).toArray();
        for (Mode mode : operands.modes()) {
          Geometry geometry = operands.geometry(mode);
          NdArray expected = NdArray.wrap(wrapping(a, b, geometry), geometry.output());
          NdArray in1 = NdArray.wrap(a, operands.in1());
          NdArray in2 = NdArray.wrap(b, operands.in2());
          assertThat(FFT.convolve(in1, in2, mode))
              .as("%s %s, %d and %d bits", text, mode, bits[0], bits[1])
              .isEqualTo(expected);
          assertThat(FFT.convolve(in1.cast(DType.INT32), in2.cast(DType.INT32), mode))
              .as("%s %s, %d and %d bits, int32", text, mode, bits[0], bits[1])
              .isEqualTo(expected.cast(DType.INT32));
        }
      }
    }
  }

  // ---- Values of every kind -------------------------------------------------------------------

  private static double[] scaled(Shape shape, int which, int exponent) {
    double[] values = Operands.integers(shape, which).doubles();
    Arrays.setAll(values, i -> Math.scalb(values[i], exponent));
    return values;
  }

  /** Each output that is not finite, and no other, as in the definition. */
  @Test
  void elements_that_are_not_finite_act_where_they_are_a_factor() {
    double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (String text : new String[] {"9 * 4", "4 * 9", "70 * 60", "8x9 * 3x5", "4x5x6 * 2x3x2"}) {
      Operands operands = Operands.of(text);
      for (double one : odd) {
        for (double other : new double[] {1, 0, -2, Double.POSITIVE_INFINITY, Double.NaN}) {
          double[] a = scaled(operands.in1(), 12, 0);
          double[] b = scaled(operands.in2(), 13, 0);
          a[a.length / 3] = one;
          a[a.length / 2] = 0;
          b[b.length / 2] = other;
          for (Mode mode : operands.modes()) {
            assertDefinition(a, b, operands, mode, DType.FLOAT64);
            assertDefinition(
                b, a, new Operands(operands.in2(), operands.in1()), mode, DType.FLOAT32);
          }
        }
      }
    }
  }

  private static void assertDefinition(
      double[] a, double[] b, Operands operands, Mode mode, DType dtype) {
    Geometry geometry = operands.geometry(mode);
    DefiningSum sum = new DefiningSum(geometry);
    NdArray got =
        FFT.convolve(
            NdArray.wrap(a, operands.in1()).cast(dtype),
            NdArray.wrap(b, operands.in2()).cast(dtype),
            mode);
    double[] y = Operands.rounded(got.cast(DType.FLOAT64)).doubles();
    for (int i = 0; i < y.length; i++) {
      double expected = sum.doubles(i, new double[][] {a}, new double[][] {b}) + 0.0;
      assertThat(y[i])
          .as("%s %s, output %d", operands, mode, i)
          .isEqualTo(Double.valueOf(expected));
    }
  }

  /** Operands near the ends of the range are brought to its middle, and the results back. */
  @Test
  void powers_of_two_change_nothing_but_the_exponent() {
    for (String text : new String[] {"9 * 4", "70 * 60", "8x9 * 3x5"}) {
      Operands operands = Operands.of(text);
      for (int[] exponents : new int[][] {{1018, -1000}, {-1060, 1010}, {305, 304}, {-320, -310}}) {
        assertScaled(operands, exponents[0], exponents[1], DType.FLOAT64);
      }
      for (int[] exponents : new int[][] {{123, -120}, {-140, 110}, {12, 15}, {-12, -14}}) {
        assertScaled(operands, exponents[0], exponents[1], DType.FLOAT32);
      }
    }
  }

  private static void assertScaled(Operands operands, int first, int second, DType dtype) {
    Geometry geometry = operands.geometry(Mode.FULL);
    double[] expected =
        literal(
            Operands.integers(operands.in1(), 3), Operands.integers(operands.in2(), 4), geometry);
    NdArray y =
        FFT.convolve(
            NdArray.wrap(scaled(operands.in1(), 3, first), operands.in1()).cast(dtype),
            NdArray.wrap(scaled(operands.in2(), 4, second), operands.in2()).cast(dtype),
            Mode.FULL);
    double[] back = y.cast(DType.FLOAT64).doubles();
    Arrays.setAll(back, i -> Math.scalb(back[i], -first - second));
    assertThat(rounded(back, geometry.output()))
        .as("%s, 2^%d and 2^%d", operands, first, second)
        .isEqualTo(rounded(expected, geometry.output()));
  }

  // ---- Streams --------------------------------------------------------------------------------

  @Test
  void streams_give_the_whole_result() {
    for (int taps : new int[] {1, 5, 70}) {
      Shape signal = Shape.of(500);
      Shape kernel = Shape.of(taps);
      NdArray in1 = Operands.integers(signal, 5);
      NdArray in2 = Operands.integers(kernel, 6);
      StreamingConvolution stream = FFT.stream(in2, DType.FLOAT64);
      double[] y = new double[500 + taps - 1];
      int at = 0;
      for (int from = 0; from < 500; from += 50) {
        double[] some = stream.push(Arrays.copyOfRange(in1.doubles(), from, from + 50));
        System.arraycopy(some, 0, y, at, some.length);
        at += some.length;
      }
      double[] rest = stream.finish().doubles();
      System.arraycopy(rest, 0, y, at, rest.length);
      assertThat(at + rest.length).isEqualTo(y.length);
      assertThat(rounded(y, Shape.of(y.length)))
          .isEqualTo(Operands.rounded(LiteralSum.of(in1, in2).plain()));
    }
  }

  /** The shortest block, among doublings of the least, that costs little more than the best. */
  @Test
  void streams_work_in_blocks_that_cost_little() {
    for (int taps : new int[] {3, 100, 900, 20000}) {
      StreamingConvolution stream = FFT.stream(Operands.integers(Shape.of(taps), 6), DType.FLOAT64);
      int least = Math.max(64, taps);
      int block = least;
      while (stream.push(new double[least]).length == 0) {
        block += least;
      }
      double best = Double.POSITIVE_INFINITY;
      for (int length = least; length <= Math.max(1 << 16, 8 * taps); length *= 2) {
        best = Math.min(best, nanosPerSample(length, taps));
      }
      assertThat(Integer.bitCount(block / least)).isEqualTo(1);
      assertThat(nanosPerSample(block, taps)).isLessThanOrEqualTo(1.1 * best);
      for (int shorter = least; shorter < block; shorter *= 2) {
        assertThat(nanosPerSample(shorter, taps)).isGreaterThan(1.1 * best);
      }
    }
  }

  private static double nanosPerSample(int length, int taps) {
    Operands operands = new Operands(Shape.of(length + taps - 1), Shape.of(taps));
    return FFT.estimateNanos(operands.geometry(Mode.VALID), DType.FLOAT64) / length;
  }

  // ---- Complex values of every kind -----------------------------------------------------------

  @Test
  void parts_that_are_not_finite_act_where_they_are_a_factor() {
    for (double odd : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      assertDefinition(odd, DType.COMPLEX128);
      assertDefinition(odd, DType.COMPLEX64);
    }
    // Products are beyond the range, but most results are not.
    assertDefinition(0x1p1023, DType.COMPLEX128);
    assertDefinition(0x1p127, DType.COMPLEX64);
  }

  private static void assertDefinition(double odd, DType dtype) {
    Shape n = Shape.of(9);
    Shape k = Shape.of(4);
    DefiningSum sum = new DefiningSum(Operands.of("9 * 4").geometry(Mode.FULL));
    double[][] a = {scaled(n, 1, 0), scaled(n, 2, 0)};
    double[][] b = {scaled(k, 3, 0), scaled(k, 4, 1)};
    a[1][2] = odd;
    b[0][1] = odd;
    NdArray y =
        FFT.convolve(
            NdArray.wrapComplex(a[0], a[1], n).cast(dtype),
            NdArray.wrapComplex(b[0], b[1], k).cast(dtype),
            Mode.FULL);
    double[] minus = Arrays.stream(b[1]).map(value -> -value).toArray();
    double[][][] factors = {{b[0], minus}, {b[1], b[0]}};
    NdArray[] parts = {y.real(), y.imaginary()};
    for (int part = 0; part < 2; part++) {
      double[] got = Operands.rounded(parts[part].cast(DType.FLOAT64)).doubles();
      for (int i = 0; i < got.length; i++) {
        double expected = sum.doubles(i, a, factors[part]) + 0.0;
        assertThat(got[i])
            .as("%s, %s, part %d of output %d", odd, dtype, part, i)
            .isEqualTo(Double.valueOf(dtype == DType.COMPLEX64 ? (float) expected : expected));
      }
    }
  }

  @Test
  void hash_codes_differ_as_the_convolvers_do() {
    assertThat(new FftConvolver().withParallelism(2).hashCode())
        .isNotEqualTo(new FftConvolver().withParallelism(3).hashCode());
  }
}
