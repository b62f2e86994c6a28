package org.conv4j.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedConvolution;
import org.conv4j.api.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Prepared convolutions that write into an array of the caller's. */
public abstract class PreparedOutContract {
  /** The convolvers to be tested that are quick enough for so many products. */
  protected abstract List<Convolver> convolvers(long products);

  static Iterable<Operands> awkward() {
    return Operands.awkward()
        .filter(operands -> (long) operands.in1().size() * operands.in2().size() < 1 << 18)
        .toList();
  }

  /** An array of what no result here has for an element. */
  private static NdArray dirty(NdArray like) {
    NdArray dirty = NdArray.zeros(like.dtype(), like.shape());
    for (NdArray part : List.of(dirty.real(), dirty.imaginary())) {
      switch (part.dtype()) {
        case FLOAT64 -> Arrays.fill(part.doubles(), Double.NaN);
        case FLOAT32 -> Arrays.fill(part.floats(), Float.NaN);
        case INT64 -> Arrays.fill(part.longs(), Long.MIN_VALUE);
        case INT32 -> Arrays.fill(part.ints(), Integer.MIN_VALUE);
        default -> throw new AssertionError(part.dtype());
      }
    }
    return dirty;
  }

  private void check(NdArray in1, NdArray in2, Mode mode) {
    for (Convolver convolver : convolvers((long) in1.size() * in2.size())) {
      PreparedConvolution prepared = convolver.prepare(in2, in1.shape(), mode);
      NdArray expected = convolver.convolve(in1, in2, mode);
      NdArray signal = in1.copy();
      NdArray out = dirty(expected);
      for (int round = 0; round < 2; round++) {
        prepared.apply(signal, out);
        assertThat(out).as("%s, %s", convolver, mode).isEqualTo(expected);
        assertThat(signal).as("the signal").isEqualTo(in1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void what_is_written_is_what_convolve_returns(Operands operands) {
    NdArray in1 = Operands.doubles(operands.in1(), 1);
    NdArray in2 = Operands.doubles(operands.in2(), 2);
    for (Mode mode : operands.modes()) {
      check(in1, in2, mode);
    }
  }

  static List<Object[]> types() {
    List<Object[]> pairs = new ArrayList<>();
    for (DType signal : DType.values()) {
      for (DType kernel : DType.values()) {
        pairs.add(new Object[] {signal, kernel});
      }
    }
    return pairs;
  }

  private static NdArray typed(Shape shape, DType dtype, int which) {
    NdArray real = Operands.integers(shape, which);
    if (!dtype.isComplex()) {
      return real.cast(dtype);
    }
    double[] im = Operands.integers(shape, which + 1).doubles();
    return NdArray.wrapComplex(real.doubles(), im, shape).cast(dtype);
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_pair_of_types_writes_the_promoted_type(DType signal, DType kernel) {
    for (String text :
        List.of("7 * 3", "3 * 7", "700 * 41", "8x9 * 3x5", "40x70 * 13x15", "4x5x6 * 2x3x2")) {
      Operands operands = Operands.of(text);
      check(typed(operands.in1(), signal, 3), typed(operands.in2(), kernel, 5), Mode.SAME);
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
  void extremes_are_written_as_they_are_returned(double signal, double kernel) {
    for (String text : List.of("9 * 3", "300 * 41", "8x9 * 3x5", "40x70 * 13x15")) {
      Operands operands = Operands.of(text);
      NdArray in1 = Operands.integers(operands.in1(), 7);
      NdArray in2 = Operands.integers(operands.in2(), 8);
      in1.doubles()[in1.size() / 2] = signal;
      in2.doubles()[1] = kernel;
      check(in1, in2, Mode.FULL);
      check(in1.cast(DType.COMPLEX128), in2, Mode.SAME);
      check(in1.cast(DType.FLOAT32), in2.cast(DType.FLOAT32), Mode.SAME);
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_array_of_another_shape_or_type_is_refused_and_left_alone(Mode mode) {
    PreparedConvolution prepared =
        convolvers(1).get(0).prepare(NdArray.of(1.0, 2), Shape.of(4), mode);
    NdArray signal = NdArray.of(1.0, 2, 3, 4);
    Shape right = prepared.apply(signal).shape();
    for (Shape other : List.of(Shape.of(right.size() + 1), Shape.of(right.size(), 1))) {
      NdArray out = dirty(NdArray.zeros(DType.FLOAT64, other));
      assertThatThrownBy(() -> prepared.apply(signal, out))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "the result is float64 of shape %s, out is float64 of shape %s", right, other);
      assertThat(out.doubles()).containsOnly(Double.NaN);
    }
    NdArray single = NdArray.zeros(DType.FLOAT32, right);
    assertThatThrownBy(() -> prepared.apply(signal, single))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the result is float64 of shape %s, out is float32 of shape %s", right, right);
    assertThatThrownBy(() -> prepared.apply(signal, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("out");
    NdArray out = NdArray.zeros(DType.FLOAT64, right);
    assertThatThrownBy(() -> prepared.apply(NdArray.of(1.0), out))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("prepared for signals of shape (4,), not (1,)");
    assertThatThrownBy(() -> prepared.apply(null, out))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("signal");
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "COMPLEX128"})
  void an_array_on_the_storage_of_the_signal_is_refused(DType dtype) {
    double[] data = {1, 2, 3};
    Shape shape = Shape.of(3);
    NdArray signal = NdArray.wrap(data, shape);
    NdArray kernel = NdArray.of(1.0).cast(dtype);
    PreparedConvolution prepared = convolvers(1).get(0).prepare(kernel, shape, Mode.SAME);
    NdArray out =
        dtype.isComplex()
            ? NdArray.wrapComplex(new double[3], data, shape)
            : NdArray.wrap(data, shape);
    assertThatThrownBy(() -> prepared.apply(signal, out))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("out and the signal share storage; the result needs an array of its own");
    assertThat(data).containsExactly(1, 2, 3);
    if (dtype.isComplex()) {
      double[] both = new double[3];
      assertThatThrownBy(() -> prepared.apply(signal, NdArray.wrapComplex(both, both, shape)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the real and the imaginary part of out are one array; they need one each");
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_kernel_was_copied_and_may_be_written_into(Mode mode) {
    NdArray kernel = NdArray.of(1.0, 2, 3);
    PreparedConvolution prepared = convolvers(1).get(0).prepare(kernel, Shape.of(3), mode);
    NdArray signal = NdArray.of(4.0, 5, 6);
    NdArray expected = prepared.apply(signal);
    NdArray out = expected.shape().equals(Shape.of(3)) ? kernel : dirty(expected);
    prepared.apply(signal, out);
    prepared.apply(signal, out);
    assertThat(out).isEqualTo(expected);
  }
}
