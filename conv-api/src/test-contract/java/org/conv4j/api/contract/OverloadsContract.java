package org.conv4j.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms for plain arrays give the bits of those for arrays with a shape. */
public abstract class OverloadsContract {
  /** The convolvers to be tested that are quick enough for so many products. */
  protected abstract List<Convolver> convolvers(long products);

  /** One that lets several threads share the work. */
  protected abstract Convolver parallel();

  private List<Convolver> convolvers(NdArray in1, NdArray in2) {
    return convolvers((long) in1.size() * in2.size());
  }

  /** Long ones with long ones are left to the tests of the form for arrays. */
  static Iterable<Operands> vectors() {
    return Operands.awkward()
        .filter(operands -> operands.in1().rank() == 1)
        .filter(operands -> (long) operands.in1().size() * operands.in2().size() < 1 << 17)
        .toList();
  }

  static Iterable<Operands> images() {
    return Stream.concat(Operands.awkward(), Operands.longest())
        .filter(operands -> operands.in1().rank() == 2)
        .toList();
  }

  private static void checkVectors(Convolver c, NdArray a, NdArray b, Mode mode) {
    NdArray expected = c.convolve(a, b, mode);
    NdArray got =
        switch (a.dtype()) {
          case FLOAT64 -> NdArray.of(c.convolve(a.doubles(), b.doubles(), mode));
          case FLOAT32 -> NdArray.of(c.convolve(a.floats(), b.floats(), mode));
          case INT64 -> NdArray.of(c.convolve(a.longs(), b.longs(), mode));
          default -> NdArray.of(c.convolve(a.ints(), b.ints(), mode));
        };
    assertThat(got).as("%s %s", c, mode).isEqualTo(expected);
    if (a.dtype() == DType.FLOAT64) {
      assertThat(NdArray.of(c.correlate(a.doubles(), b.doubles(), mode)))
          .as("correlation, %s %s", c, mode)
          .isEqualTo(c.correlate(a, b, mode));
    }
  }

  private static void checkImages(Convolver c, NdArray a, NdArray b, Mode mode) {
    double[][] x = a.rows();
    double[][] h = b.rows();
    assertThat(NdArray.of(c.convolve(x, h, mode)))
        .as("%s %s", c, mode)
        .isEqualTo(c.convolve(a, b, mode));
    assertThat(NdArray.of(c.correlate(x, h, mode)))
        .as("correlation, %s %s", c, mode)
        .isEqualTo(c.correlate(a, b, mode));
    assertThat(NdArray.of(x)).as("in1").isEqualTo(a);
    assertThat(NdArray.of(h)).as("in2").isEqualTo(b);
    NdArray singleA = a.cast(DType.FLOAT32);
    NdArray singleB = b.cast(DType.FLOAT32);
    assertThat(NdArray.of(c.convolve(singleA.floatRows(), singleB.floatRows(), mode)))
        .as("float32, %s %s", c, mode)
        .isEqualTo(c.convolve(singleA, singleB, mode));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void vectors_of_any_type_give_the_bits_of_arrays_of_rank_1(Operands operands) {
    NdArray a = Operands.doubles(operands.in1(), 1);
    NdArray b = Operands.doubles(operands.in2(), 2);
    NdArray wholeA = Operands.integers(operands.in1(), 3);
    NdArray wholeB = Operands.integers(operands.in2(), 4);
    for (Mode mode : operands.modes()) {
      for (Convolver convolver : convolvers(a, b)) {
        checkVectors(convolver, a, b, mode);
        checkVectors(convolver, a.cast(DType.FLOAT32), b.cast(DType.FLOAT32), mode);
        checkVectors(convolver, wholeA.cast(DType.INT64), wholeB.cast(DType.INT64), mode);
        checkVectors(convolver, wholeA.cast(DType.INT32), wholeB.cast(DType.INT32), mode);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("images")
  void images_give_the_bits_of_arrays_of_rank_2(Operands operands) {
    NdArray a = Operands.doubles(operands.in1(), 5);
    NdArray b = Operands.doubles(operands.in2(), 6);
    for (Mode mode : operands.modes()) {
      for (Convolver convolver : convolvers(a, b)) {
        checkImages(convolver, a, b, mode);
      }
    }
  }

  @Test
  void images_that_several_threads_share_give_the_same_bits() {
    Operands operands = Operands.of("301x403 * 13x11");
    NdArray a = Operands.doubles(operands.in1(), 7);
    NdArray b = Operands.doubles(operands.in2(), 8);
    for (Mode mode : Mode.values()) {
      checkImages(parallel(), a, b, mode);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1e300, 1e300",
    "1e-200, 1e-200",
    "Infinity, 0",
    "NaN, 1",
    "-Infinity, 2",
    "1, Infinity"
  })
  void extremes_in_rows_act_as_in_arrays(double signal, double kernel) {
    for (String text : List.of("8x9 * 3x5", "3x5 * 8x9", "40x70 * 13x15", "64x200 * 5x5")) {
      Operands operands = Operands.of(text);
      NdArray a = Operands.integers(operands.in1(), 9);
      NdArray b = Operands.integers(operands.in2(), 10);
      a.doubles()[a.size() / 2] = signal;
      b.doubles()[1] = kernel;
      for (Convolver convolver : convolvers(a, b)) {
        checkImages(convolver, a, b, Mode.FULL);
        checkImages(convolver, a, b, Mode.SAME);
      }
    }
  }

  @Test
  void rows_of_a_result_are_arrays_of_their_own() {
    double[][] zeros = new double[70][70];
    double[][] y = parallel().convolve(zeros, new double[9][9], Mode.SAME);
    y[0][0] = 1;
    assertThat(y[1][0]).isZero();
    assertThat(zeros[0][0]).isZero();
  }

  private static void refused(
      Class<? extends Throwable> how, String message, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(how).hasMessage(message);
  }

  @Test
  void bad_rows_are_refused_with_what_is_wrong() {
    Class<NullPointerException> nulls = NullPointerException.class;
    Class<IllegalArgumentException> bad = IllegalArgumentException.class;
    for (Convolver c : convolvers(1)) {
      for (int size : new int[] {2, 90}) {
        double[][] x = new double[size][size];
        double[][] h = {{1, 2}, {3, 4}};
        refused(nulls, "in1", () -> c.convolve((double[][]) null, h, Mode.FULL));
        refused(nulls, "in2", () -> c.convolve(x, null, Mode.FULL));
        refused(nulls, "mode", () -> c.convolve(x, h, null));
        double[][] missing = {h[0], null};
        refused(nulls, "row 1 of in2 is null", () -> c.convolve(x, missing, Mode.FULL));
        refused(nulls, "row 1 of in1 is null", () -> c.convolve(missing, x, Mode.FULL));
        double[][] ragged = {{1, 2}, {3}};
        String differ = "rows differ in length: row 0 of in%d has 2 elements, row 1 has 1";
        refused(bad, differ.formatted(1), () -> c.convolve(ragged, x, Mode.FULL));
        refused(bad, differ.formatted(2), () -> c.correlate(x, ragged, Mode.FULL));
        String empty = "operands must not be empty: (%1$d, %1$d) and (1, 0)".formatted(size);
        refused(bad, empty, () -> c.convolve(x, new double[1][0], Mode.FULL));
        refused(
            bad, empty.replace("1, 0", "0, 0"), () -> c.convolve(x, new double[0][], Mode.FULL));
        float[][] single = new float[size][size];
        refused(nulls, "in1", () -> c.convolve((float[][]) null, single, Mode.FULL));
        refused(nulls, "row 0 of in2 is null", () -> c.convolve(single, new float[1][], Mode.FULL));
        refused(
            bad,
            differ.formatted(1),
            () -> c.convolve(new float[][] {{1, 2}, {3}}, single, Mode.FULL));
      }
    }
  }

  @Test
  void bad_vectors_are_refused_with_what_is_wrong() {
    Convolver c = parallel();
    Class<NullPointerException> nulls = NullPointerException.class;
    Class<IllegalArgumentException> bad = IllegalArgumentException.class;
    String empty = "operands must not be empty: (0,) and (1,)";
    refused(nulls, "in1", () -> c.convolve(null, new float[1], Mode.FULL));
    refused(nulls, "in2", () -> c.convolve(new long[1], null, Mode.FULL));
    refused(nulls, "mode", () -> c.convolve(new int[1], new int[1], null));
    refused(bad, empty, () -> c.convolve(new float[0], new float[1], Mode.FULL));
    refused(bad, empty, () -> c.convolve(new long[0], new long[1], Mode.FULL));
    refused(bad, empty, () -> c.convolve(new int[0], new int[1], Mode.FULL));
    refused(bad, empty, () -> c.correlate(new double[0], new double[1], Mode.FULL));
    refused(nulls, "in1", () -> c.correlate((double[]) null, new double[1], Mode.FULL));
    refused(nulls, "in2", () -> c.correlate(new double[1], null, Mode.FULL));
  }
}
