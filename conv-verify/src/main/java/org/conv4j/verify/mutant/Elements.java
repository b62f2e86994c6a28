package org.conv4j.verify.mutant;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.law.Moves;

/** What mistakes do to the elements of {@code FLOAT64} arrays. */
final class Elements {
  /** From operands and the right result, which is the mistake's own, to a wrong one. */
  interface Mistake {
    void spoil(NdArray in1, NdArray in2, double[] y);
  }

  /** From two operands of rank 1 to a full result. */
  interface Line {
    double[] full(double[] x, double[] h);
  }

  private Elements() {}

  /** Claims what a lambda does, and spoils right results. */
  static Convolver spoiled(Mistake mistake) {
    return spoiled(Capabilities.basic(), mistake);
  }

  static Convolver spoiled(Capabilities claims, Mistake mistake) {
    Convolver right = Right.of(claims);
    return Right.claiming(
        claims,
        (in1, in2, mode) -> {
          NdArray y = right.convolve(in1, in2, mode);
          mistake.spoil(in1, in2, y.doubles());
          return y;
        });
  }

  /** Claims this, and returns elements that something was done to. */
  static Convolver mapped(Capabilities claims, DoubleUnaryOperator operator) {
    return spoiled(claims, (in1, in2, y) -> Arrays.setAll(y, i -> operator.applyAsDouble(y[i])));
  }

  /** Right except for rank 1, where a full result is computed differently and cut to size. */
  static Convolver line(Line line) {
    return (in1, in2, mode) -> {
      NdArray right = Right.BASIC.convolve(in1, in2, mode);
      if (in1.rank() != 1) {
        return right;
      }
      double[] full = line.full(in1.doubles(), in2.doubles());
      return cut(NdArray.wrap(full, Shape.of(full.length)), in1, in2, mode);
    };
  }

  /** The window of a full result. */
  static NdArray cut(NdArray full, NdArray in1, NdArray in2, Mode mode) {
    Geometry geometry = Geometry.of(in1.shape(), in2.shape(), mode, Convention.SCIPY);
    return Moves.box(full, geometry.offset(), geometry.output());
  }

  static NdArray map(NdArray array, DoubleUnaryOperator operator) {
    double[] data = array.doubles().clone();
    Arrays.setAll(data, i -> operator.applyAsDouble(data[i]));
    return NdArray.wrap(data, array.shape());
  }

  static void scale(double[] y, double factor) {
    Arrays.setAll(y, i -> y[i] * factor);
  }

  static double sum(NdArray array) {
    return Arrays.stream(array.doubles()).sum();
  }

  static double peak(NdArray array) {
    return Arrays.stream(array.doubles()).map(Math::abs).max().orElse(0);
  }

  /** What an element may be wrong by so that it is plainly wrong. */
  static double plainly(NdArray in1, NdArray in2) {
    return 1e-3 * peak(in1) * peak(in2);
  }

  /** One element plainly wrong. */
  static void wrongAt(int i, NdArray in1, NdArray in2, double[] y) {
    y[i] += plainly(in1, in2);
  }

  /** Reversed along one axis; anything but {@code FLOAT64} as it is, for others to refuse. */
  static NdArray flipped(NdArray array, int axis) {
    if (array.dtype() != DType.FLOAT64 || array.size() == 0) {
      return array;
    }
    int inner = 1;
    for (int a = axis + 1; a < array.rank(); a++) {
      inner *= array.shape().extent(a);
    }
    int extent = array.shape().extent(axis);
    int run = inner;
    double[] from = array.doubles();
    double[] to = new double[from.length];
    for (int i = 0; i < to.length; i++) {
      int at = i / run % extent;
      to[i] = from[i + (extent - 1 - 2 * at) * run];
    }
    return NdArray.wrap(to, array.shape());
  }

  /** The same length, with zeros from an index on. */
  static NdArray zeroedFrom(NdArray signal, int from) {
    double[] data = signal.doubles().clone();
    Arrays.fill(data, Math.min(from, data.length), data.length, 0);
    return NdArray.wrap(data, signal.shape());
  }

  static double[] convolved(double[] x, double[] h) {
    return Right.DIRECT.convolve(x, h, Mode.FULL);
  }
}
