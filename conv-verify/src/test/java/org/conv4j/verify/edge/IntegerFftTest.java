package org.conv4j.verify.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.fft.FftConvolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Integers through transforms: not one element may be wrong. */
class IntegerFftTest {
  private static final Convolver FFT = new FftConvolver();
  private static final Convolver DIRECT = new DirectConvolver();

  /** How many elements to compare; -Dconv4j.elements=100000000 for the long run. */
  private static final long ELEMENTS = Long.getLong("conv4j.elements", 5_000_000);

  private static NdArray filled(DType dtype, int n, long value) {
    long[] data = new long[n];
    Arrays.fill(data, value);
    return NdArray.wrap(data, Shape.of(n)).cast(dtype);
  }

  /** Of constants c and d, element i is c d times the number of terms, whatever the length. */
  private static void constants(DType dtype, int n, int k, long c, long d) {
    long[] full = new long[n + k - 1];
    Arrays.setAll(full, i -> c * d * Math.min(Math.min(i + 1, full.length - i), Math.min(n, k)));
    NdArray expected = NdArray.wrap(full, Shape.of(full.length)).cast(dtype);
    NdArray got = FFT.convolve(filled(dtype, n, c), filled(dtype, k, d), Mode.FULL);
    assertThat(got.equals(expected))
        .as("%s, %s elements of %s with %s of %s", dtype, n, c, k, d)
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 8, 10, 12, 14, 16})
  void extreme_operands_around_powers_of_two(int power) {
    for (int n = (1 << power) - 1; n <= (1 << power) + 1; n++) {
      for (long c : new long[] {Long.MIN_VALUE, Long.MAX_VALUE}) {
        for (long d : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, -1}) {
          constants(DType.INT64, n, n, c, d);
        }
      }
      for (long c : new long[] {Integer.MIN_VALUE, Integer.MAX_VALUE}) {
        for (long d : new long[] {Integer.MIN_VALUE, Integer.MAX_VALUE, -1}) {
          constants(DType.INT32, n, n, c, d);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"INT64, 9223372036854775807", "INT64, -6148914691236517206", "INT32, 2147483647"})
  void extreme_operands_of_a_million_elements(DType dtype, long value) {
    constants(dtype, 1 << 20, 1 << 20, value, value);
    constants(dtype, (1 << 20) - 1, (1 << 20) + 1, value, -value);
  }

  @Test
  void random_words_agree_with_the_sum_element_by_element() {
    Random random = new Random(7);
    int[][] sizes = {{8129, 64}, {4000, 97}, {1000, 1000}, {2000, 49}, {65473, 64}, {31, 17}};
    long compared = 0;
    long wrong = 0;
    for (int i = 0; compared < ELEMENTS; i++) {
      int[] size = sizes[i % sizes.length];
      DType dtype = i / sizes.length % 2 == 0 ? DType.INT64 : DType.INT32;
      NdArray a = words(dtype, size[0], random);
      NdArray b = words(dtype, size[1], random);
      long[] expected = DIRECT.convolve(a, b, Mode.FULL).cast(DType.INT64).longs();
      long[] got = FFT.convolve(a, b, Mode.FULL).cast(DType.INT64).longs();
      for (int k = 0; k < got.length; k++) {
        wrong += got[k] == expected[k] ? 0 : 1;
      }
      compared += got.length;
    }
    System.out.println(
        "integers through the FFT: " + wrong + " wrong of " + compared + " elements compared");
    assertThat(wrong).isZero();
  }

  /** Random words of random length in bits, so that all numbers of limbs occur. */
  private static NdArray words(DType dtype, int n, Random random) {
    int shift = random.nextInt(dtype == DType.INT64 ? Long.SIZE : Integer.SIZE);
    long[] data = new long[n];
    Arrays.setAll(
        data, i -> (dtype == DType.INT64 ? random.nextLong() : random.nextInt()) >> shift);
    return NdArray.wrap(data, Shape.of(n)).cast(dtype);
  }

  /** SciPy's fft method gives 503 wrong elements of 3499 on such operands. */
  @Test
  void where_scipy_rounds_wrongly() {
    Random random = new Random(1);
    long[] a = random.longs(2000, -(1 << 23), 1 << 23).toArray();
    long[] b = random.longs(1500, -(1 << 23), 1 << 23).toArray();
    assertThat(FFT.convolve(NdArray.of(a), NdArray.of(b), Mode.FULL))
        .isEqualTo(DIRECT.convolve(NdArray.of(a), NdArray.of(b), Mode.FULL));
  }

  /** SciPy's auto method takes FFT for these, and gives 21,248 wrong elements of 24,999. */
  @Test
  void where_scipy_overlooks_the_smallest_integer() {
    Random random = new Random(2);
    long[] a = random.longs(20_000).toArray();
    long[] b = random.longs(5_000).toArray();
    a[17] = Long.MIN_VALUE;
    NdArray expected = DIRECT.convolve(NdArray.of(a), NdArray.of(b), Mode.FULL);
    assertThat(expected.size()).isEqualTo(24_999);
    assertThat(FFT.convolve(NdArray.of(a), NdArray.of(b), Mode.FULL).equals(expected)).isTrue();
  }
}
