package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.conv4j.fft.TransformEngine.ComplexTransform;
import org.conv4j.fft.TransformEngine.RealTransform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Short transforms of JTransforms: an impulse, and there and back; its own test has long ones. */
class RoundTripTest {
  private static final int START = 3;

  private static double[] impulse(int room) {
    double[] data = new double[room + START];
    data[START + 1] = 2;
    data[START] = 1;
    return data;
  }

  private static float[] floats(double[] data) {
    float[] floats = new float[data.length];
    for (int i = 0; i < data.length; i++) {
      floats[i] = (float) data[i];
    }
    return floats;
  }

  private static double[] doubles(float[] data) {
    double[] doubles = new double[data.length];
    for (int i = 0; i < data.length; i++) {
      doubles[i] = data[i];
    }
    return doubles;
  }

  private static void assertClose(double[] data, double[] expected) {
    assertThat(data).containsExactly(expected, within(1e-5));
  }

  /** {@code 1 + 2 exp(-2 pi i k / n)}, in pairs. */
  private static double[] halfSpectrum(int n, int pairs) {
    double[] spectrum = new double[START + 2 * pairs];
    for (int k = 0; k < pairs; k++) {
      spectrum[START + 2 * k] = 1 + 2 * Math.cos(2 * Math.PI * k / n);
      spectrum[START + 2 * k + 1] = -2 * Math.sin(2 * Math.PI * k / n);
    }
    return spectrum;
  }

  /** {@code (1 + 2i) exp(0)}, in pairs. */
  private static double[] constant(int n) {
    double[] spectrum = new double[START + 2 * n];
    for (int k = 0; k < n; k++) {
      spectrum[START + 2 * k] = 1;
      spectrum[START + 2 * k + 1] = 2;
    }
    return spectrum;
  }

  private static double[] times(double[] data, double factor) {
    double[] product = data.clone();
    for (int i = 0; i < data.length; i++) {
      product[i] *= factor;
    }
    return product;
  }

  private static double[] firstOf(double[] data, int n) {
    return Arrays.copyOf(data, START + n);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 6, 8, 12, 30, 64})
  void real_numbers(int n) {
    RealTransform<double[]> transform = JTransformsEngine.DOUBLES.real(n);
    double[] data = impulse(n + 2);
    transform.forward(data, START);
    assertClose(data, halfSpectrum(n, n / 2 + 1));
    double[] again = data.clone();
    transform.inverse(data, START);
    assertClose(firstOf(data, n), impulse(n));
    transform.unscaledInverse(again, START);
    assertClose(firstOf(again, n), times(impulse(n), transform.gain()));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 6, 8, 12, 30, 64})
  void real_floats(int n) {
    RealTransform<float[]> transform = JTransformsEngine.FLOATS.real(n);
    float[] data = floats(impulse(n + 2));
    transform.forward(data, START);
    assertClose(doubles(data), halfSpectrum(n, n / 2 + 1));
    float[] again = data.clone();
    transform.inverse(data, START);
    assertClose(firstOf(doubles(data), n), impulse(n));
    transform.unscaledInverse(again, START);
    assertClose(firstOf(doubles(again), n), times(impulse(n), transform.gain()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 12})
  void complex_numbers(int n) {
    ComplexTransform<double[]> transform = JTransformsEngine.DOUBLES.complex(n);
    double[] data = impulse(2 * n);
    transform.forward(data, START);
    assertClose(data, constant(n));
    double[] again = data.clone();
    transform.inverse(data, START);
    assertClose(data, impulse(2 * n));
    transform.unscaledInverse(again, START);
    assertClose(again, times(impulse(2 * n), n));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 12})
  void complex_floats(int n) {
    ComplexTransform<float[]> transform = JTransformsEngine.FLOATS.complex(n);
    float[] data = floats(impulse(2 * n));
    transform.forward(data, START);
    assertClose(doubles(data), constant(n));
    float[] again = data.clone();
    transform.inverse(data, START);
    assertClose(doubles(data), impulse(2 * n));
    transform.unscaledInverse(again, START);
    assertClose(doubles(again), times(impulse(2 * n), n));
  }
}
