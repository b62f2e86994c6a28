package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.Test;

/** Results where the error bound of transforms leaves the range of the type. */
class ErrorBoundTest {
  private static final FftConvolver FFT = new FftConvolver().withParallelism(2);

  /** Where the error bound is beyond the range, but some results are not. */
  @Test
  void where_transforms_promise_nothing_the_definition_steps_in() {
    assertDefined(new double[] {0x1p1020, 0, 0, 0, 5, 0, 3}, 0x1p70, DType.FLOAT64);
    assertDefined(new double[] {0x1p1020, 0, 0, 0, 5, 0, 3}, 0x1p70, DType.COMPLEX128);
    assertDefined(new double[] {0x1p120, 0, 0, 0, 5, 0, 3}, 0x1p60, DType.FLOAT32);
    assertDefined(new double[] {0x1p120, 0, 0, 0, 5, 0, 3}, 0x1p60, DType.COMPLEX64);
  }

  private static void assertDefined(double[] a, double tap, DType dtype) {
    double[] b = {tap, -tap, tap / 2, 0};
    double infinity = Double.POSITIVE_INFINITY;
    double[] expected = {
      infinity, -infinity, infinity, 0, 5 * tap, -5 * tap, 5.5 * tap, -3 * tap, 1.5 * tap, 0
    };
    NdArray y = FFT.convolve(NdArray.of(a).cast(dtype), NdArray.of(b).cast(dtype), Mode.FULL);
    assertThat(y.real().cast(DType.FLOAT64).doubles()).isEqualTo(expected);
    assertThat(y.imaginary().cast(DType.FLOAT64).doubles()).containsOnly(0);
  }

  /** Not only far beyond the range, and whichever operand is the large one. */
  @Test
  void the_definition_steps_in_as_soon_as_the_error_bound_leaves_the_range() {
    assertDefinedFromTheBoundOn(DType.FLOAT64, DType.FLOAT64, Double.MAX_EXPONENT + 1);
    assertDefinedFromTheBoundOn(DType.COMPLEX128, DType.FLOAT64, Double.MAX_EXPONENT + 1);
    assertDefinedFromTheBoundOn(DType.FLOAT32, DType.FLOAT32, Float.MAX_EXPONENT + 1);
    assertDefinedFromTheBoundOn(DType.COMPLEX64, DType.FLOAT32, Float.MAX_EXPONENT + 1);
  }

  private static void assertDefinedFromTheBoundOn(DType dtype, DType real, int end) {
    // The last results have none of the large elements.
    double[] a = new double[42];
    Arrays.fill(a, 0, 24, Math.scalb(1.75, end - 4));
    a[39] = 5;
    a[41] = 3;
    double factor = Accuracy.normwiseFactor(real, Shape.of(42), Shape.of(16));
    // The least with factor * |a| * |b| >= 2^end; the norm of the taps is four times each.
    double least = 4 - Math.log(factor * 1.75 * Math.sqrt(24) * 4) / Math.log(2);
    for (int exponent = (int) Math.ceil(least); exponent < least + 4; exponent++) {
      double[] b = new double[16];
      Arrays.fill(b, Math.scalb(1.0, exponent));
      double[] expected = new double[57];
      Arrays.fill(expected, Double.POSITIVE_INFINITY);
      for (int i = 39; i < 57; i++) {
        expected[i] = (i < 55 ? 5 * b[0] : 0) + (i > 40 ? 3 * b[0] : 0);
      }
      NdArray in1 = NdArray.of(a).cast(dtype);
      NdArray in2 = NdArray.of(b).cast(dtype);
      for (NdArray y :
          List.of(FFT.convolve(in1, in2, Mode.FULL), FFT.convolve(in2, in1, Mode.FULL))) {
        assertThat(y.real().cast(DType.FLOAT64).doubles())
            .as("%s, taps of 2^%d", dtype, exponent)
            .isEqualTo(expected);
      }
    }
  }
}
