package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.api.contract.LiteralSum;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the convolver computes, against the literal sum. */
class FftConvolverTest {
  private static final FftConvolver FFT = new FftConvolver();

  static Iterable<Operands> awkward() {
    return Stream.concat(Operands.awkward(), Operands.longest()).toList();
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void sums_of_whole_numbers_round_to_exact_ones(Operands operands) {
    NdArray in1 = Operands.integers(operands.in1(), 1);
    NdArray in2 = Operands.integers(operands.in2(), 2);
    LiteralSum literal = LiteralSum.of(in1, in2);
    assertThat(Operands.bound(in1, in2)).as("in the exact regime").isLessThan(0.5);
    for (Mode mode : operands.modes()) {
      assertThat(Operands.rounded(FFT.convolve(in1, in2, mode)))
          .as("%s", mode)
          .isEqualTo(literal.window(operands.geometry(mode)).plain());
    }
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void sums_of_doubles_are_normwise_accurate(Operands operands) {
    NdArray in1 = Operands.doubles(operands.in1(), 3);
    NdArray in2 = Operands.doubles(operands.in2(), 4);
    LiteralSum literal = LiteralSum.of(in1, in2);
    for (Mode mode : operands.modes()) {
      Geometry geometry = operands.geometry(mode);
      double factor = Accuracy.componentwiseFactor(DType.FLOAT64, geometry.longestSum());
      NdArray y = FFT.convolve(in1, in2, mode);
      assertThat(literal.window(geometry).beyond(y, Operands.bound(in1, in2), factor))
          .as("%s", mode)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void scalars_give_their_product_up_to_rounding(Mode mode) {
    NdArray y = FFT.convolve(NdArray.scalar(3), NdArray.scalar(-0.5), mode);
    assertThat(y).isEqualTo(NdArray.scalar(-1.5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 * 1", "1x1 * 1x1", "1x1x1x1 * 1x1x1x1"})
  void one_element_each_is_one_product(String text) {
    Operands operands = Operands.of(text);
    NdArray in1 = Operands.doubles(operands.in1(), 5);
    NdArray in2 = Operands.doubles(operands.in2(), 6);
    for (Mode mode : Mode.values()) {
      assertThat(FFT.convolve(in1, in2, mode)).isEqualTo(LiteralSum.of(in1, in2).plain());
    }
  }

  // ---- Scale ----------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({"1, 1", "-40, 7", "300, 200", "-300, -100", "500, -490"})
  void powers_of_two_scale_results_exactly(int exponent1, int exponent2) {
    for (String text : new String[] {"1000 * 37", "2000 * 2049", "40x33 * 5x12", "7x1x9 * 2x4x3"}) {
      Operands operands = Operands.of(text);
      NdArray in1 = Operands.doubles(operands.in1(), 7);
      NdArray in2 = Operands.doubles(operands.in2(), 8);
      for (Mode mode : operands.modes()) {
        assertThat(FFT.convolve(scaled(in1, exponent1), scaled(in2, exponent2), mode))
            .as("%s %s", operands, mode)
            .isEqualTo(scaled(FFT.convolve(in1, in2, mode), exponent1 + exponent2));
      }
    }
  }

  private static NdArray scaled(NdArray array, int exponent) {
    double[] data = array.doubles().clone();
    Arrays.setAll(data, i -> Math.scalb(data[i], exponent));
    return NdArray.wrap(data, array.shape());
  }

  // ---- What an element has no part in -----------------------------------------------------------

  /** In same mode a long second operand has ends that no output of the window depends on. */
  @ParameterizedTest
  @ValueSource(strings = {"1 * 9", "3 * 11", "4 * 10", "2x9 * 7x3", "3x2x4 * 8x1x9", "2x2 * 9x8"})
  void elements_outside_the_windows_support_are_not_looked_at(String text) {
    Operands operands = Operands.of(text);
    NdArray in1 = Operands.integers(operands.in1(), 9);
    NdArray in2 = Operands.integers(operands.in2(), 10);
    Geometry geometry = operands.geometry(Mode.SAME);
    NdArray poisoned = in2.copy();
    int count = 0;
    for (int element = 0; element < in2.size(); element++) {
      if (!hasPart(element, operands.in2(), operands.in1(), geometry)) {
        poisoned.doubles()[element] = Double.NaN;
        count++;
      }
    }
    assertThat(count).as("elements without a part").isPositive();
    assertThat(Operands.rounded(FFT.convolve(in1, poisoned, Mode.SAME)))
        .isEqualTo(LiteralSum.of(in1, in2).window(geometry).plain());
  }

  private static boolean hasPart(int element, Shape of, Shape other, Geometry geometry) {
    NdArray impulse = NdArray.zeros(DType.FLOAT64, of);
    impulse.doubles()[element] = 1;
    LiteralSum sum = LiteralSum.of(impulse, Operands.filled(other, () -> 1));
    return Arrays.stream(sum.window(geometry).plain().doubles()).anyMatch(x -> x != 0);
  }
}
