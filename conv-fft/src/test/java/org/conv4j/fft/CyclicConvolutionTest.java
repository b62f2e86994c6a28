package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans carried out in several ranks, one after another and on several threads. */
class CyclicConvolutionTest {
  private static final Precision<double[]> DOUBLES = DoublePrecision.INSTANCE;

  private static FftPlan plan(Geometry geometry) {
    return FftPlan.of(geometry, FftPlan.Lengths.CHEAPEST);
  }

  /** All steps of a plan. */
  static <A> A apply(FftPlan plan, int threads, Precision<A> precision, A in1, A in2) {
    return apply(new CyclicConvolution<>(plan, threads, precision), precision, in1, in2);
  }

  private static <A> A apply(
      CyclicConvolution<A> convolution, Precision<A> precision, A in1, A in2) {
    A spectrum = convolution.emptySpectrum();
    precision.addProduct(
        spectrum, convolution.spectrumOfFirst(in1), convolution.spectrumOfSecond(in2));
    return convolution.window(spectrum);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "300 * 7",
        "70x1 * 4x3",
        "30x40 * 40x30",
        "13x14x15 * 4x20x3",
        "2x9x1x8 * 7x2x3x4",
        "500x400 * 40x30",
        "9x10x11x12x13 * 2x2x2x2x2",
      })
  void whole_numbers_round_to_exact_sums_on_any_number_of_threads(String text) {
    Operands operands = Operands.of(text);
    NdArray in1 = Operands.integers(operands.in1(), 1);
    NdArray in2 = Operands.integers(operands.in2(), 2);
    LiteralSum literal = LiteralSum.of(in1, in2);
    assertThat(Operands.bound(in1, in2)).as("in the exact regime").isLessThan(0.5);
    for (Mode mode : operands.modes()) {
      Geometry geometry = operands.geometry(mode);
      for (int threads : new int[] {1, 4}) {
        double[] y = apply(plan(geometry), threads, DOUBLES, in1.doubles(), in2.doubles());
        assertThat(Operands.rounded(NdArray.wrap(y, geometry.output())))
            .as("%s, %d threads", mode, threads)
            .isEqualTo(literal.window(geometry).plain());
      }
    }
  }

  @Test
  void one_convolution_may_be_applied_many_times() {
    Operands operands = Operands.of("30x31 * 5x4");
    FftPlan plan = plan(operands.geometry(Mode.SAME));
    CyclicConvolution<double[]> convolution = new CyclicConvolution<>(plan, 1, DOUBLES);
    double[] in1 = Operands.doubles(operands.in1(), 3).doubles();
    double[] in2 = Operands.doubles(operands.in2(), 4).doubles();
    double[] first = apply(convolution, DOUBLES, in1, in2);
    double[] other = in1.clone();
    Arrays.setAll(other, i -> -3 * in1[i]);
    apply(convolution, DOUBLES, other, in2);
    assertThat(Arrays.equals(apply(convolution, DOUBLES, in1, in2), first)).isTrue();
  }

  /** The result of 16384 * 131068 elements fits; with rows of 131072 + 2 it does not. */
  @Test
  void a_padded_array_larger_than_a_java_array_is_refused_by_its_plan() {
    Operands operands = Operands.of("16384x1 * 1x131068");
    FftPlan plan = plan(operands.geometry(Mode.FULL));
    assertThatThrownBy(() -> new CyclicConvolution<>(plan, 1, DOUBLES).emptySpectrum())
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("more elements than a Java array holds: " + plan);
  }
}
