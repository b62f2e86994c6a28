package org.conv4j.api.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.Test;

/** Which arrays a result is written into, and how others are refused. */
class OutputsTest {
  private static final Shape SHAPE = Shape.of(2);
  private static final NdArray SIGNAL = NdArray.of(1.0, 2);

  private static void refused(NdArray out, Shape shape, DType dtype, String message) {
    assertThatThrownBy(() -> Outputs.require(out, shape, dtype, SIGNAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void arrays_of_their_own_are_accepted() {
    Outputs.require(NdArray.zeros(DType.FLOAT64, SHAPE), SHAPE, DType.FLOAT64, SIGNAL);
    Outputs.require(NdArray.zeros(DType.COMPLEX64, SHAPE), SHAPE, DType.COMPLEX64, SIGNAL);
  }

  @Test
  void another_shape_or_type_is_refused_with_both() {
    refused(
        NdArray.zeros(DType.FLOAT64, Shape.of(1, 2)),
        SHAPE,
        DType.FLOAT64,
        "the result is float64 of shape (2,), out is float64 of shape (1, 2)");
    refused(
        NdArray.zeros(DType.INT32, SHAPE),
        SHAPE,
        DType.FLOAT64,
        "the result is float64 of shape (2,), out is int32 of shape (2,)");
    assertThatThrownBy(() -> Outputs.require(null, SHAPE, DType.FLOAT64, SIGNAL))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("out");
  }

  @Test
  void shared_storage_is_refused() {
    refused(
        SIGNAL,
        SHAPE,
        DType.FLOAT64,
        "out and the signal share storage; the result needs an array of its own");
    double[] both = new double[2];
    refused(
        NdArray.wrapComplex(both, both, SHAPE),
        SHAPE,
        DType.COMPLEX128,
        "the real and the imaginary part of out are one array; they need one each");
  }
}
