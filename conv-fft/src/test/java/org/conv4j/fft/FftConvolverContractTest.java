package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ServiceLoader;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Convolver;
import org.conv4j.api.Convolvers;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the convolver promises and refuses, whatever it computes. */
class FftConvolverContractTest {
  private static final FftConvolver FFT = new FftConvolver();

  // ---- Refusals -------------------------------------------------------------------------------

  /** Claimed or not, by what the convolver says of itself. */
  @ParameterizedTest
  @EnumSource
  void results_have_the_promoted_type_and_types_not_claimed_are_refused(DType type1) {
    for (DType type2 : DType.values()) {
      NdArray in1 = NdArray.of(1.0, 2, 3).cast(type1);
      NdArray in2 = NdArray.of(1.0, -1).cast(type2);
      for (Mode mode : Mode.values()) {
        if (FFT.capabilities().claims(1, type1, type2, mode)) {
          assertThat(FFT.convolve(in1, in2, mode).dtype())
              .as("%s, %s", type2, mode)
              .isEqualTo(DType.promote(type1, type2));
        } else {
          assertThatThrownBy(() -> FFT.convolve(in1, in2, mode))
              .as("%s, %s", type2, mode)
              .isInstanceOf(UnsupportedOperationException.class)
              .hasMessageStartingWith("not claimed: " + mode + " of rank 1 on ");
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FULL  | 3 * 2x2   | operands must have the same rank: (3,) and (2, 2)",
        "SAME  | 1x1x1 * 1 | operands must have the same rank: (1, 1, 1) and (1,)",
        "FULL  | 0 * 3     | operands must not be empty: (0,) and (3,)",
        "SAME  | 3 * 0     | operands must not be empty: (3,) and (0,)",
        "VALID | 3x3 * 0x2 | operands must not be empty: (3, 3) and (0, 2)",
        "VALID | 3x2 * 2x5 | valid mode needs one input at least as large on every axis: (3, 2) and (2, 5)",
      })
  void shapes_that_do_not_go_together_are_refused(Mode mode, String text, String message) {
    Operands operands = Operands.of(text);
    NdArray in1 = NdArray.zeros(DType.FLOAT64, operands.in1());
    NdArray in2 = NdArray.zeros(DType.FLOAT64, operands.in2());
    assertThatThrownBy(() -> FFT.convolve(in1, in2, mode))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void a_result_larger_than_a_java_array_is_refused() {
    NdArray column = NdArray.zeros(DType.FLOAT64, Shape.of(65536, 1));
    NdArray row = NdArray.zeros(DType.FLOAT64, Shape.of(1, 65536));
    assertThatThrownBy(() -> FFT.convolve(column, row, Mode.FULL))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining(
            "(65536, 1) and (1, 65536) has more elements than a Java array holds");
  }

  @Test
  void null_is_refused_by_name() {
    NdArray one = NdArray.of(1.0);
    assertThatThrownBy(() -> FFT.convolve(null, one, Mode.FULL))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("in1");
    assertThatThrownBy(() -> FFT.convolve(one, null, Mode.FULL))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("in2");
    assertThatThrownBy(() -> FFT.convolve(one, one, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("mode");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void fewer_than_one_thread_is_refused(int threads) {
    assertThatThrownBy(() -> FFT.withParallelism(threads))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parallelism must be at least 1: %d", threads);
  }

  // ---- Arguments and results --------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"1 * 1", "5 * 1", "1 * 5", "7 * 3", "4x5 * 3x2", "40000 * 101"})
  void operands_are_left_alone_and_results_are_fresh(String text) {
    Operands operands = Operands.of(text);
    NdArray in1 = Operands.doubles(operands.in1(), 19);
    NdArray in2 = Operands.doubles(operands.in2(), 20);
    NdArray copy1 = in1.copy();
    NdArray copy2 = in2.copy();
    for (Mode mode : operands.modes()) {
      NdArray y = FFT.convolve(in1, in2, mode);
      NdArray again = FFT.convolve(in1, in2, mode);
      assertThat(in1).as("in1, %s", mode).isEqualTo(copy1);
      assertThat(in2).as("in2, %s", mode).isEqualTo(copy2);
      assertThat(y).as("%s", mode).isEqualTo(again);
      assertThat(y.doubles())
          .isNotSameAs(in1.doubles())
          .isNotSameAs(in2.doubles())
          .isNotSameAs(again.doubles());
    }
  }

  @Test
  void one_array_may_be_both_operands() {
    NdArray both = NdArray.of(1.0, 2);
    assertThat(Operands.rounded(FFT.convolve(both, both, Mode.FULL)))
        .isEqualTo(NdArray.of(1.0, 4, 4));
    assertThat(both).isEqualTo(NdArray.of(1.0, 2));
  }

  // ---- Claims and identity ----------------------------------------------------------------------

  @Test
  void it_claims_normwise_accuracy_on_float64() {
    assertThat(FFT.capabilities().accuracy()).isEqualTo(Accuracy.NORMWISE);
    assertThat(FFT.capabilities().dtypes()).contains(DType.FLOAT64);
  }

  @Test
  void it_is_found_by_name() {
    assertThat(FFT.name()).isEqualTo("fft");
    assertThat(Convolvers.named("fft")).isEqualTo(FFT);
    assertThat(ServiceLoader.load(Convolver.class)).contains(FFT);
  }

  @Test
  void convolvers_are_equal_by_threads() {
    assertThat(FFT.withParallelism(2))
        .isEqualTo(new FftConvolver().withParallelism(2))
        .hasSameHashCodeAs(new FftConvolver().withParallelism(2))
        .isNotEqualTo(FFT.withParallelism(3))
        .isNotEqualTo(null)
        .isNotEqualTo("fft");
    assertThat(new FftConvolver()).isEqualTo(FFT).hasSameHashCodeAs(FFT);
  }

  @Test
  void it_prints_its_engine() {
    assertThat(FFT).hasToString("fft[lanes]");
  }

  // ---- Estimates --------------------------------------------------------------------------------

  private static double estimate(String operands, Mode mode) {
    return FFT.estimateNanos(Operands.of(operands).geometry(mode), DType.FLOAT64);
  }

  @Test
  void the_estimate_grows_with_the_padded_result() {
    String[] growing = {"1 * 1", "9 * 3", "100 * 3", "100x100 * 3x3", "100x100 * 50x50"};
    for (int i = 1; i < growing.length; i++) {
      assertThat(estimate(growing[i], Mode.FULL))
          .as("%s", growing[i])
          .isGreaterThan(estimate(growing[i - 1], Mode.FULL));
    }
    assertThat(estimate("1 * 1", Mode.FULL)).isPositive();
    assertThat(estimate("900 * 600", Mode.VALID)).isLessThan(estimate("900 * 600", Mode.FULL));
    assertThat(estimate("3 * 1000", Mode.FULL)).isEqualTo(estimate("1000 * 3", Mode.FULL));
  }
}
