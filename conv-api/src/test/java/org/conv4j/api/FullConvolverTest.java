package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A convolver from no more than a function. */
class FullConvolverTest {
  private static final Convolver MINE = Convolvers.ofFull1d("mine", FullConvolverTest::full);

  private static final Convolver IMAGES =
      Convolvers.ofFull2d("images", (a, b) -> new LiteralConvolver().convolve(a, b, Mode.FULL));

  private static double[] full(double[] x, double[] h) {
    double[] y = new double[x.length + h.length - 1];
    for (int n = 0; n < x.length; n++) {
      for (int k = 0; k < h.length; k++) {
        y[n + k] += x[n] * h[k];
      }
    }
    return y;
  }

  /** Leaves nothing of its operands. */
  private static double[] scribbling(double[] x, double[] h) {
    double[] y = full(x, h);
    Arrays.fill(x, 99);
    Arrays.fill(h, 99);
    return y;
  }

  private static double[] doubles(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  /** The results of scipy.signal.convolve, SciPy 1.17. */
  @ParameterizedTest
  @CsvSource({
    "FULL, 1 2 3 4, 1 -1 2, 1 1 3 5 2 8",
    "SAME, 1 2 3 4, 1 -1 2, 1 3 5 2",
    "VALID, 1 2 3 4, 1 -1 2, 3 5",
    "FULL, 1 2, 1 2 3 4 5, 1 4 7 10 13 10",
    "SAME, 1 2, 1 2 3 4 5, 7 10",
    "VALID, 1 2, 1 2 3 4 5, 4 7 10 13",
    "FULL, 3, 4, 12",
    "SAME, 3, 4, 12",
    "VALID, 3, 4, 12",
  })
  void modes_are_windows_of_what_the_function_returns(
      Mode mode, String in1, String in2, String expected) {
    assertThat(MINE.convolve(doubles(in1), doubles(in2), mode)).containsExactly(doubles(expected));
  }

  @Test
  void scalars_give_a_scalar() {
    assertThat(MINE.convolve(NdArray.scalar(3), NdArray.scalar(4), Mode.FULL))
        .isEqualTo(NdArray.scalar(12));
  }

  @Test
  void it_claims_rank_1_of_basic_claims() {
    assertThat(MINE.name()).isEqualTo("mine");
    assertThat(MINE.capabilities()).isEqualTo(Capabilities.basic().withMaxRank(1));
  }

  @Test
  void the_function_gets_copies() {
    Convolver scribbling = Convolvers.ofFull1d("scribbling", FullConvolverTest::scribbling);
    double[] x = {1, 2};
    double[] h = {3};
    assertThat(scribbling.convolve(x, h, Mode.FULL)).containsExactly(3, 6);
    assertThat(x).containsExactly(1, 2);
    assertThat(h).containsExactly(3);
  }

  @Test
  void one_array_as_both_operands_is_given_as_two() {
    Convolver scribbling =
        Convolvers.ofFull1d(
            "scribbling",
            (x, h) -> {
              assertThat(x).isNotSameAs(h);
              return scribbling(x, h);
            });
    NdArray both = NdArray.of(1.0, 2);
    assertThat(scribbling.convolve(both, both, Mode.FULL)).isEqualTo(NdArray.of(1.0, 4, 4));
  }

  @Test
  void what_the_function_returns_is_not_kept() {
    double[] returned = {1, 2, 3};
    Convolver constant = Convolvers.ofFull1d("constant", (x, h) -> returned);
    double[] y = constant.convolve(new double[2], new double[2], Mode.FULL);
    returned[0] = 99;
    assertThat(y).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"3; shape (3,)", "5; shape (5,)", "0; shape (0,)", "-1; null"})
  void a_result_of_another_length_is_refused_in_every_mode(int length, String what) {
    BinaryOperator<double[]> wrong = (x, h) -> length < 0 ? null : new double[length];
    Convolver convolver = Convolvers.ofFull1d("wrong", wrong);
    for (Mode mode : Mode.values()) {
      assertThatThrownBy(() -> convolver.convolve(new double[3], new double[2], mode))
          .as("%s", mode)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "the function of \"wrong\" returned %s for operands of shape (3,) and (2,); the full"
                  + " result has shape (4,)",
              what);
    }
  }

  @Test
  void rank_2_other_dtypes_and_empties_are_refused_before_the_function_is_called() {
    Convolver unreached =
        Convolvers.ofFull1d(
            "unreached",
            (x, h) -> {
              throw new AssertionError("called");
            });
    double[][] image = {{1}};
    assertThatThrownBy(() -> unreached.convolve(image, image, Mode.FULL))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageStartingWith("not claimed: FULL of rank 2 on float64; claimed: ");
    assertThatThrownBy(() -> unreached.convolve(NdArray.of(1), NdArray.of(1), Mode.SAME))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageStartingWith("not claimed: SAME of rank 1 on int32; claimed: ");
    assertThatThrownBy(() -> unreached.convolve(new double[0], new double[1], Mode.FULL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("operands must not be empty: (0,) and (1,)");
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void images_are_windows_of_what_the_function_returns(Mode mode) {
    NdArray a = NdArray.of(new double[][] {{1, 2, 3, 4}, {4, -4, 7, 0}, {8, 9, 0, 1}});
    NdArray b = NdArray.of(new double[][] {{1, 4}, {3, -2}});
    NdArray wide = NdArray.of(new double[][] {{1, 4, 1, 1, 5}});
    Convolver literal = new LiteralConvolver();
    assertThat(IMAGES.convolve(a, b, mode)).isEqualTo(literal.convolve(a, b, mode));
    assertThat(IMAGES.convolve(b, a, mode)).isEqualTo(literal.convolve(b, a, mode));
    if (mode != Mode.VALID) {
      assertThat(IMAGES.convolve(a, wide, mode)).isEqualTo(literal.convolve(a, wide, mode));
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void vectors_and_scalars_are_given_as_rows(Mode mode) {
    NdArray x = NdArray.of(1.0, 2, 3, 4);
    NdArray h = NdArray.of(1.0, -1);
    assertThat(IMAGES.convolve(x, h, mode)).isEqualTo(MINE.convolve(x, h, mode));
    assertThat(IMAGES.convolve(NdArray.scalar(3), NdArray.scalar(4), mode))
        .isEqualTo(NdArray.scalar(12));
  }

  @Test
  void rows_that_make_no_image_are_the_functions_fault() {
    double[][] image = {{1, 2}};
    Convolver ragged = Convolvers.ofFull2d("ragged", (a, b) -> new double[][] {{1}, {1, 2}});
    assertThatThrownBy(() -> ragged.convolve(image, image, Mode.FULL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "the function of \"ragged\" returned no image: rows differ in length");
    Convolver small = Convolvers.ofFull2d("small", (a, b) -> new double[][] {{1}});
    assertThatThrownBy(() -> small.convolve(image, image, Mode.FULL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("returned shape (1, 1) for operands of shape (1, 2) and (1, 2)");
    Convolver nothing = Convolvers.ofFull2d("nothing", (a, b) -> null);
    assertThatThrownBy(() -> nothing.convolve(image, image, Mode.FULL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("returned null");
  }

  @Test
  void images_claim_rank_2_of_basic_claims() {
    assertThat(IMAGES.capabilities()).isEqualTo(Capabilities.basic().withMaxRank(2));
    NdArray volume = NdArray.zeros(DType.FLOAT64, Shape.of(1, 1, 1));
    assertThatThrownBy(() -> IMAGES.convolve(volume, volume, Mode.FULL))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void null_is_refused_by_name() {
    assertThatThrownBy(() -> Convolvers.ofFull1d(null, (x, h) -> x))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("name");
    assertThatThrownBy(() -> Convolvers.ofFull1d("mine", null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("full");
  }
}
