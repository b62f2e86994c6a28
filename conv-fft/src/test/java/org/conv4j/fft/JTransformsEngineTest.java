package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.Shape;
import org.conv4j.api.contract.Operands;
import org.conv4j.fft.TransformEngine.ComplexTransform;
import org.conv4j.fft.TransformEngine.RealTransform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One-dimensional transforms against the definition. */
class JTransformsEngineTest {
  private static final TransformEngine<double[]> ENGINE = JTransformsEngine.DOUBLES;

  /** Where the data begins: transforms must neither read before or after it nor write there. */
  private static final int START = 6;

  private static final double GUARD = 1e300;

  /** Of a long transform so many elements are compared, spread over all. */
  private static final int COMPARED = 64;

  static IntStream anyLengths() {
    return IntStream.concat(IntStream.rangeClosed(1, 64), IntStream.of(1000, 4096));
  }

  static IntStream evenLengths() {
    return anyLengths().filter(n -> n % 2 == 0);
  }

  /** Whole numbers, so that the decimals of the oracle are short. */
  private static double[] numbers(int count) {
    SplittableRandom random = new SplittableRandom(Operands.SEED + count);
    return IntStream.range(0, count).mapToDouble(i -> random.nextInt(-99, 100)).toArray();
  }

  private static double[] guarded(double[] data, int room) {
    double[] guarded = new double[START + room + START];
    Arrays.fill(guarded, GUARD);
    System.arraycopy(data, 0, guarded, START, data.length);
    return guarded;
  }

  private static void requireGuards(double[] data) {
    assertThat(Arrays.copyOf(data, START)).containsOnly(GUARD);
    assertThat(Arrays.copyOfRange(data, data.length - START, data.length)).containsOnly(GUARD);
  }

  /** A transform of n numbers has an error of at most this times their norm, forth and back. */
  private static double factor(int n) {
    return Accuracy.normwiseFactor(DType.FLOAT64, Shape.of(n), Shape.of(1));
  }

  private static double norm(double[] data) {
    return Math.sqrt(Arrays.stream(data).map(x -> x * x).sum());
  }

  /** The norm of a spectrum is sqrt(n) times that of its data. */
  private static void requireSpectrum(double[] pairs, double[] computed, int elements) {
    int n = pairs.length / 2;
    ExactTransform exact = new ExactTransform(n);
    double bound = factor(n) * Math.sqrt(n) * norm(pairs);
    int step = Math.max(1, elements / COMPARED);
    IntStream.iterate(0, k -> k < elements, k -> k + step)
        .forEach(
            k -> {
              double re = computed[START + 2 * k];
              double im = computed[START + 2 * k + 1];
              assertThat(exact.element(pairs, k).error(re, im))
                  .as("n = %d, element %d, seed %d", n, k, Operands.SEED)
                  .isLessThanOrEqualTo(bound);
            });
  }

  private static void requireSame(double[] expected, double[] computed) {
    double bound = factor(expected.length) * norm(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.abs(computed[START + i] - expected[i]))
          .as("element %d of %d, seed %d", i, expected.length, Operands.SEED)
          .isLessThanOrEqualTo(bound);
    }
  }

  @ParameterizedTest
  @MethodSource("evenLengths")
  void a_real_transform_is_half_the_spectrum_and_its_middle(int n) {
    double[] numbers = numbers(n);
    double[] pairs = new double[2 * n];
    Arrays.setAll(pairs, i -> i % 2 == 0 ? numbers[i / 2] : 0);
    RealTransform<double[]> transform = ENGINE.real(n);
    double[] data = guarded(numbers, n + 2);
    transform.forward(data, START);
    requireSpectrum(pairs, data, n / 2 + 1);
    assertThat(data[START + 1]).as("imaginary part of element 0").isZero();
    assertThat(data[START + n + 1]).as("imaginary part of element n/2").isZero();
    requireGuards(data);
    transform.inverse(data, START);
    requireSame(numbers, data);
    requireGuards(data);
  }

  @ParameterizedTest
  @MethodSource("anyLengths")
  void a_complex_transform_is_the_whole_spectrum(int n) {
    double[] pairs = numbers(2 * n);
    ComplexTransform<double[]> transform = ENGINE.complex(n);
    double[] data = guarded(pairs, 2 * n);
    transform.forward(data, START);
    requireSpectrum(pairs, data, n);
    requireGuards(data);
    transform.inverse(data, START);
    requireSame(pairs, data);
    requireGuards(data);
  }

  /** Some are longer than what the engine computes on its own threads, and than what is cached. */
  @ParameterizedTest
  @ValueSource(ints = {8190, 8192, 10_000, 65_536, 1_000_000, 1 << 20, 1_050_000})
  void long_transforms_come_back(int n) {
    double[] numbers = numbers(n);
    double[] data = guarded(numbers, n + 2);
    RealTransform<double[]> real = ENGINE.real(n);
    real.forward(data, START);
    real.inverse(data, START);
    requireSame(numbers, data);
    data = guarded(numbers, n);
    ComplexTransform<double[]> complex = ENGINE.complex(n / 2);
    complex.forward(data, START);
    complex.inverse(data, START);
    requireSame(numbers, data);
  }

  /** In single precision the same bounds hold, with its own unit roundoff. */
  @ParameterizedTest
  @MethodSource("evenLengths")
  void a_transform_of_floats_is_as_accurate_as_floats_are(int n) {
    double[] numbers = numbers(n);
    float[] real = new float[n + 2];
    float[] complex = new float[2 * n];
    for (int i = 0; i < n; i++) {
      real[i] = (float) numbers[i];
      complex[2 * i] = (float) numbers[i];
    }
    RealTransform<float[]> rows = JTransformsEngine.FLOATS.real(n);
    ComplexTransform<float[]> columns = JTransformsEngine.FLOATS.complex(n);
    rows.forward(real, 0);
    columns.forward(complex, 0);
    double factor = Accuracy.normwiseFactor(DType.FLOAT32, Shape.of(n), Shape.of(1));
    double[] pairs = new double[2 * n];
    Arrays.setAll(pairs, i -> i % 2 == 0 ? numbers[i / 2] : 0);
    ExactTransform exact = new ExactTransform(n);
    for (int k = 0; k <= n / 2; k += Math.max(1, n / COMPARED)) {
      ExactTransform.Sum element = exact.element(pairs, k);
      double bound = factor * Math.sqrt(n) * norm(numbers);
      assertThat(element.error(real[2 * k], real[2 * k + 1])).isLessThanOrEqualTo(bound);
      assertThat(element.error(complex[2 * k], complex[2 * k + 1])).isLessThanOrEqualTo(bound);
    }
    rows.inverse(real, 0);
    columns.inverse(complex, 0);
    for (int i = 0; i < n; i++) {
      assertThat(Math.abs(real[i] - numbers[i])).isLessThanOrEqualTo(factor * norm(numbers));
      assertThat(Math.abs(complex[2 * i] - numbers[i])).isLessThanOrEqualTo(factor * norm(numbers));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 999})
  void real_transforms_of_odd_length_are_refused(int n) {
    assertThatThrownBy(() -> ENGINE.real(n))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("even lengths only: %d", n);
  }

  @Test
  void the_engine_has_a_name() {
    assertThat(ENGINE.name()).isEqualTo("jtransforms");
  }
}
