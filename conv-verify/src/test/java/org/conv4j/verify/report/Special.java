package org.conv4j.verify.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.vector.Operation;

/** Operands of every type and many shapes, of the values that are easily spoilt on the way. */
final class Special {
  private static final double[] DOUBLES = {
    0.1,
    -0.0,
    0.0,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    -Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -1 / 3.0,
    0x1.fffffffffffffp0
  };

  private static final float[] FLOATS = {
    0.1f,
    -0.0f,
    0.0f,
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.MIN_VALUE,
    -Float.MIN_NORMAL,
    Float.MAX_VALUE,
    -1 / 3.0f,
    0x1.fffffep0f
  };

  private static final long[] LONGS = {
    0, -1, Long.MIN_VALUE, Long.MAX_VALUE, (1L << 53) + 1, Integer.MIN_VALUE
  };

  private static final int[] INTS = {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 42};

  /** Beyond what an array literal holds. */
  private static final List<Shape> SHAPES =
      List.of(
          Shape.SCALAR,
          Shape.of(1),
          Shape.of(11),
          Shape.of(3, 4),
          Shape.of(2, 1, 9),
          Shape.of(5, 2000),
          Shape.of(6000, 1));

  private Special() {}

  static List<ReplayInput> inputs() {
    List<ReplayInput> inputs = new ArrayList<>();
    for (DType dtype : DType.values()) {
      for (Shape shape : SHAPES) {
        inputs.add(input("a/" + dtype + shape, array(dtype, shape, 0), array(dtype, shape, 3)));
      }
    }
    return inputs;
  }

  static ReplayInput input(String token, NdArray... operands) {
    return new ReplayInput(
        token,
        "a.law",
        "Something holds.",
        List.of(operands),
        Mode.FULL,
        Operation.CONVOLVE,
        Optional.empty(),
        Optional.empty());
  }

  static NdArray array(DType dtype, Shape shape, int from) {
    IntStream places = IntStream.range(from, from + shape.size());
    return switch (dtype) {
      case FLOAT64 ->
          NdArray.wrap(places.mapToDouble(i -> DOUBLES[i % DOUBLES.length]).toArray(), shape);
      case FLOAT32 -> NdArray.wrap(floats(from, shape.size()), shape);
      case INT64 -> NdArray.wrap(places.mapToLong(i -> LONGS[i % LONGS.length]).toArray(), shape);
      case INT32 -> NdArray.wrap(places.map(i -> INTS[i % INTS.length]).toArray(), shape);
      case COMPLEX128 ->
          NdArray.wrapComplex(
              array(DType.FLOAT64, shape, from).doubles(),
              array(DType.FLOAT64, shape, from + 4).doubles(),
              shape);
      case COMPLEX64 ->
          NdArray.wrapComplex(floats(from, shape.size()), floats(from + 4, shape.size()), shape);
    };
  }

  private static float[] floats(int from, int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = FLOATS[(from + i) % FLOATS.length];
    }
    return values;
  }
}
