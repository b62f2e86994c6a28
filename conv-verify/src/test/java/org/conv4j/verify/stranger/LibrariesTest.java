package org.conv4j.verify.stranger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import com.github.psambit9791.jdsp.signal.Convolution;
import edu.mines.jtk.dsp.Conv;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.exception.NullArgumentException;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.apache.commons.math3.util.MathArrays;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.fft.FftConvolver;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.function.polynomial.PolynomialC128;
import org.ojalgo.function.polynomial.PolynomialR064;
import org.ojalgo.scalar.ComplexNumber;
import org.openimaj.image.FImage;
import org.openimaj.image.processing.convolution.FourierConvolve;

/**
 * The deviations that STRANGERS.md tells of, one by one, by calling the libraries themselves: they
 * are not the adapters' or the kit's. Should a new version of a library do otherwise, so much the
 * better.
 */
@Tag("thorough")
class LibrariesTest {
  private static double[] of(double... values) {
    return values;
  }

  private static double[] jdsp(String mode, double[] signal, double... kernel) {
    return new Convolution(signal, kernel).convolve(mode);
  }

  private static double[] fast(String mode, double[] signal, double... kernel) {
    return new Convolution(signal, kernel).fastConvolve(mode);
  }

  private static float[][] openImaj(float[][] image, float[][] kernel) {
    return FourierConvolve.convolve(new FImage(image), kernel, false).pixels;
  }

  @Test
  void commons_math_refuses_null_as_an_illegal_argument() {
    assertThatExceptionOfType(NullArgumentException.class)
        .isThrownBy(() -> MathArrays.convolve(null, of(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatExceptionOfType(NullArgumentException.class)
        .isThrownBy(() -> jdsp("full", null, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void jdsp_gives_same_the_length_of_the_signal() {
    // numpy.convolve([2], [-4, 9], 'same') is [-8, 18].
    assertThat(jdsp("same", of(2), -4, 9)).containsExactly(-8);
    assertThat(fast("same", of(2), -4, 9)).hasSize(1);
  }

  @Test
  void jdsp_centres_same_as_scipy_does() {
    // scipy.signal.convolve([1, 10], [1, 2, 3, 4], 'same') is [12, 23].
    assertThat(jdsp("same", of(1, 10), 1, 2, 3, 4)).containsExactly(12, 23);
    assertThat(jdsp("same", of(1, 2, 3, 4), 1, 10)).containsExactly(1, 12, 23, 34);
  }

  @Test
  void jdsp_has_no_valid_for_longer_kernels() {
    // numpy.convolve([1, 10], [1, 2, 3], 'valid') is [12, 23].
    assertThat(jdsp("valid", of(1, 10), 1, 2, 3)).isEmpty();
    assertThat(fast("valid", of(1, 10), 1, 2, 3)).isEmpty();
    assertThatExceptionOfType(NegativeArraySizeException.class)
        .isThrownBy(() -> jdsp("valid", of(1, 10), 1, 2, 3, 4));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> fast("valid", of(1, 10), 1, 2, 3, 4));
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 8192, 32768})
  void the_fft_of_jdsp_loses_digits_in_proportion_to_the_length(int length) {
    double[] impulse = new double[length];
    impulse[3] = 1;
    double u = DType.FLOAT64.unitRoundoff();
    assertThat(Math.abs(fast("full", impulse, -1)[3] + 1)).isGreaterThan(length * u / 16);
    // An FFT with accurate twiddles does not.
    NdArray good = new FftConvolver().convolve(NdArray.of(impulse), NdArray.of(-1.0), Mode.FULL);
    assertThat(Math.abs(good.doubles()[3] + 1)).isLessThan(8 * u);
  }

  /** A transformed impulse is the twiddle factors themselves. */
  @Test
  void the_twiddles_of_the_fft_that_jdsp_uses_are_inaccurate() {
    int length = 65536;
    double[] impulse = new double[length];
    impulse[1] = 1;
    Complex[] twiddles =
        new FastFourierTransformer(DftNormalization.STANDARD)
            .transform(impulse, TransformType.FORWARD);
    double worst = 0;
    for (int k = 0; k < length; k++) {
      double angle = -2 * Math.PI * k / length;
      double re = twiddles[k].getReal() - Math.cos(angle);
      double im = twiddles[k].getImaginary() - Math.sin(angle);
      worst = Math.max(worst, Math.hypot(re, im));
    }
    assertThat(worst).isGreaterThan(5000 * DType.FLOAT64.unitRoundoff());
  }

  @Test
  void jdsp_answers_empty_operands_of_its_fast_convolution_only() {
    assertThat(fast("full", of(), 1)).isEmpty();
    assertThat(fast("same", of(1))).containsExactly(0);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> jdsp("full", of(), 1));
  }

  @Test
  void jdsp_refuses_a_mode_of_null_in_two_ways() {
    assertThatNullPointerException().isThrownBy(() -> jdsp(null, of(1), 1));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> fast(null, of(1), 1));
  }

  @Test
  void mines_jtk_fills_the_window_of_an_empty_sequence_with_zeros() {
    float[] z = {1, 1};
    Conv.conv(0, 0, new float[0], 2, 0, new float[] {3, 4}, 2, 0, z);
    assertThat(z).containsExactly(0, 0);
  }

  @Test
  void ojalgo_drops_small_coefficients_at_the_end() {
    PolynomialR064 product = PolynomialR064.wrap(1, 1e-17).multiply(PolynomialR064.wrap(of(1e17)));
    assertThat(product.size()).isEqualTo(1);
    assertThat(product.doubleValue(0)).isEqualTo(1e17);
    // Not at the beginning.
    PolynomialR064 reversed = PolynomialR064.wrap(1e-17, 1).multiply(PolynomialR064.wrap(of(1e17)));
    assertThat(reversed.doubleValue(0)).isEqualTo(1);
    assertThat(reversed.doubleValue(1)).isEqualTo(1e17);
    PolynomialC128 complex =
        PolynomialC128.wrap(ComplexNumber.ONE, ComplexNumber.of(0, 1e-17))
            .multiply(PolynomialC128.wrap(ComplexNumber.valueOf(1e17)));
    assertThat(complex.size()).isEqualTo(1);
  }

  @Test
  void ojalgo_multiplies_empty_polynomials() {
    PolynomialR064 none = PolynomialR064.wrap(of());
    assertThat(none.multiply(PolynomialR064.wrap(of(1))).size()).isZero();
    PolynomialR064 product = none.multiply(PolynomialR064.wrap(1, 2));
    assertThat(product.size()).isEqualTo(1);
    assertThat(product.doubleValue(0)).isZero();
  }

  @Test
  void openimaj_takes_no_image_of_one_row() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> openImaj(new float[][] {{1, 2}}, new float[][] {{1}}))
        .withMessageContaining("rows and columns must be greater than 1");
  }

  @Test
  void openimaj_wraps_around_and_does_not_centre() {
    float[][] image = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
    // The impulse in the middle leaves an image as it is. Here it moves it, around the edges.
    float[][] centred = {{0, 0, 0}, {0, 1, 0}, {0, 0, 0}};
    float[][] expected = {{9, 7, 8}, {3, 1, 2}, {6, 4, 5}};
    float[][] got = openImaj(image, centred);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        assertThat(got[row][column]).isCloseTo(expected[row][column], within(1e-5f));
      }
    }
  }

  @Test
  void openimaj_answers_an_empty_kernel() {
    float[][] got = openImaj(new float[][] {{1, 2}, {3, 4}}, new float[1][0]);
    assertThat(got).isDeepEqualTo(new float[2][2]);
  }
}
