package org.conv4j.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedConvolution;
import org.conv4j.api.Shape;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prepared convolutions give the results of convolutions, bit for bit. */
class PreparedTest {
  private static final DirectConvolver DIRECT = new DirectConvolver();

  private static final List<DirectConvolver> KINDS =
      List.of(
          DIRECT,
          DIRECT.withParallelism(1),
          new DirectConvolver(() -> Kernels.SCALAR, 2),
          new DirectConvolver(() -> KernelTest.PLAIN, 2));

  /** Small ones and large ones, either operand the larger, and all that kernels do. */
  static Stream<String> shapes() {
    return Stream.of(
        "1 * 1",
        "16 * 3",
        "3 * 16",
        "64 * 65",
        "700 * 30",
        "30 * 700",
        "5000 * 9",
        "2 * 5000",
        "1x1 * 1x1",
        "9x8 * 3x2",
        "3x40 * 40x3",
        "60x50 * 7x9",
        "7x9 * 60x50",
        "9x257 * 256x9",
        "300x4 * 1x1",
        "90x40 * 5x1",
        "20x30x4 * 1x7x1",
        "3x4x5 * 2x2x2",
        "2x2x2 * 12x14x15",
        "20x21x22 * 3x3x3",
        "2x9x700 * 2x2x250",
        "40x70 * 33x65");
  }

  /** Those of few terms: outputs that need repair are slow. */
  static Stream<String> quick() {
    return shapes().filter(text -> Operands.of(text).geometry(Mode.FULL).terms() < 60_000);
  }

  /** Values of a type, of which all bits matter. */
  private static NdArray values(Shape shape, DType dtype, int which) {
    NdArray re = Operands.doubles(shape, which);
    if (dtype.isComplex()) {
      double[] im = Operands.doubles(shape, which + 100).doubles();
      return NdArray.wrapComplex(re.doubles(), im, shape).cast(dtype);
    }
    return dtype.isInteger() ? wide(re).cast(dtype) : re.cast(dtype);
  }

  private static NdArray wide(NdArray array) {
    double[] data = array.doubles().clone();
    Arrays.setAll(data, i -> data[i] * 1e12);
    return NdArray.wrap(data, array.shape());
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void every_type_gives_the_same_bits_again_and_again(String text) {
    Operands operands = Operands.of(text);
    for (DType type2 : DType.values()) {
      NdArray in2 = values(operands.in2(), type2, 1);
      for (Mode mode : operands.modes()) {
        PreparedConvolution prepared = DIRECT.prepare(in2, operands.in1(), mode);
        for (DType type1 : List.of(type2, DType.FLOAT64, DType.INT32, DType.COMPLEX64, type2)) {
          for (int which = 2; which < 4; which++) {
            NdArray in1 = values(operands.in1(), type1, which);
            assertThat(prepared.apply(in1))
                .as("%s * %s %s, seed %d", type1, type2, mode, Operands.SEED)
                .isEqualTo(DIRECT.convolve(in1, in2, mode));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void every_kernel_gives_the_same_bits(String text) {
    Operands operands = Operands.of(text);
    NdArray in2 = Operands.doubles(operands.in2(), 5);
    for (DirectConvolver convolver : KINDS) {
      for (Mode mode : operands.modes()) {
        PreparedConvolution prepared = convolver.prepare(in2, operands.in1(), mode);
        for (int which = 6; which < 9; which++) {
          NdArray in1 = Operands.doubles(operands.in1(), which);
          assertThat(prepared.apply(in1))
              .as("%s %s, seed %d", convolver, mode, Operands.SEED)
              .isEqualTo(convolver.convolve(in1, in2, mode));
        }
      }
    }
  }

  @Test
  void scalars_give_their_product() {
    PreparedConvolution prepared = DIRECT.prepare(NdArray.scalar(3), Shape.SCALAR, Mode.FULL);
    assertThat(prepared.apply(NdArray.scalar(-0.5))).isEqualTo(NdArray.scalar(-1.5));
    assertThat(prepared.apply(NdArray.scalar(2).cast(DType.FLOAT32))).isEqualTo(NdArray.scalar(6));
  }

  /** What needs repair, in turn with what needs none: neither may leave a trace in the other. */
  @ParameterizedTest
  @MethodSource("quick")
  void values_that_need_repair_give_the_same_bits(String text) {
    Operands operands = Operands.of(text);
    double[] odd = {
      Double.NaN, Double.POSITIVE_INFINITY, 1e308, -1e308, Double.MIN_VALUE, 1e-200, 0, 1
    };
    for (DType dtype : List.of(DType.FLOAT64, DType.FLOAT32, DType.COMPLEX128)) {
      for (double tap : odd) {
        NdArray in2 = with(Operands.doubles(operands.in2(), 7), tap).cast(dtype);
        for (Mode mode : operands.modes()) {
          PreparedConvolution prepared = DIRECT.prepare(in2, operands.in1(), mode);
          for (double element : odd) {
            NdArray in1 = with(Operands.doubles(operands.in1(), 8), element).cast(dtype);
            assertThat(prepared.apply(in1))
                .as("%s %s, tap %s, element %s", dtype, mode, tap, element)
                .isEqualTo(DIRECT.convolve(in1, in2, mode));
          }
        }
      }
    }
  }

  private static NdArray with(NdArray array, double value) {
    array.doubles()[array.size() / 2] = value;
    return array;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "16 * 3",
        "12x13 * 3x4",
        "3000 * 40",
        "40 * 3000",
        "60x50 * 7x9",
        "7x9 * 60x50",
        "90x80 * 2x1",
        "20x21x22 * 3x3x3",
        "60000 * 101",
      })
  void several_threads_may_share_one(String text) {
    Operands operands = Operands.of(text);
    for (DType dtype : List.of(DType.FLOAT64, DType.INT64, DType.COMPLEX128)) {
      NdArray in2 = values(operands.in2(), dtype, 9);
      PreparedConvolution prepared = DIRECT.prepare(in2, operands.in1(), Mode.SAME);
      List<NdArray> signals =
          IntStream.range(0, 6).mapToObj(i -> values(operands.in1(), dtype, 10 + i)).toList();
      List<NdArray> expected =
          signals.stream().map(in1 -> DIRECT.convolve(in1, in2, Mode.SAME)).toList();
      List<Integer> wrong =
          IntStream.range(0, 120)
              .parallel()
              .filter(i -> !prepared.apply(signals.get(i % 6)).equals(expected.get(i % 6)))
              .boxed()
              .toList();
      assertThat(wrong).as("%s, seed %d", dtype, Operands.SEED).isEmpty();
    }
  }

  /** The one array changes between the calls: nothing of it may be remembered. */
  @ParameterizedTest
  @MethodSource("shapes")
  void operands_are_neither_kept_nor_changed(String text) {
    Operands operands = Operands.of(text);
    NdArray in1 = Operands.doubles(operands.in1(), 20);
    NdArray in2 = Operands.doubles(operands.in2(), 21);
    NdArray kernel = in2.copy();
    PreparedConvolution prepared = DIRECT.prepare(in2, operands.in1(), Mode.FULL);
    Arrays.fill(in2.doubles(), Double.NaN);
    NdArray before = in1.copy();
    NdArray y = prepared.apply(in1);
    assertThat(in1).isEqualTo(before);
    assertThat(y).isEqualTo(DIRECT.convolve(before, kernel, Mode.FULL));
    NdArray kept = y.copy();
    double[] data = in1.doubles();
    Arrays.setAll(data, i -> -2 * data[i] + 1);
    assertThat(prepared.apply(in1)).isEqualTo(DIRECT.convolve(in1.copy(), kernel, Mode.FULL));
    assertThat(y).as("the first result").isEqualTo(kept);
  }

  @Test
  void what_does_not_fit_is_refused() {
    NdArray in2 = NdArray.of(1.0, 2);
    PreparedConvolution prepared = DIRECT.prepare(in2, Shape.of(4), Mode.FULL);
    for (Shape other : List.of(Shape.of(3), Shape.of(4, 1), Shape.SCALAR)) {
      assertThatThrownBy(() -> prepared.apply(NdArray.zeros(DType.FLOAT64, other)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("prepared for signals of shape (4,), not %s", other);
    }
    assertThatThrownBy(() -> prepared.apply(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("signal");
    assertThatThrownBy(() -> DIRECT.prepare(null, Shape.of(4), Mode.FULL))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("kernel");
    assertThatThrownBy(() -> DIRECT.prepare(in2, null, Mode.FULL))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("signalShape");
    assertThatThrownBy(() -> DIRECT.prepare(in2, Shape.of(4), null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("mode");
    assertThatThrownBy(() -> DIRECT.prepare(in2, Shape.of(4, 4), Mode.FULL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("operands must have the same rank: (4, 4) and (2,)");
    assertThatThrownBy(() -> DIRECT.prepare(in2, Shape.of(0), Mode.FULL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("operands must not be empty: (0,) and (2,)");
  }
}
