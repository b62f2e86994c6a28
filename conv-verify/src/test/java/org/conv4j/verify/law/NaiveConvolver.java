package org.conv4j.verify.law;

import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** The printed sum, output by output, for any rank: a convolver that nobody optimised. */
public final class NaiveConvolver implements Convolver {
  private static final Capabilities CLAIMS =
      Capabilities.basic().withAccuracy(Accuracy.COMPONENTWISE);

  @Override
  public String name() {
    return "naive";
  }

  @Override
  public Capabilities capabilities() {
    return CLAIMS;
  }

  @Override
  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
    Geometry geometry = CLAIMS.admit(in1, in2, mode);
    int[] offset = geometry.offset();
    int[][] js = indices(in2.shape());
    int[][] outputs = indices(geometry.output());
    double[] y = new double[outputs.length];
    for (int flat = 0; flat < y.length; flat++) {
      int[] m = outputs[flat];
      for (int axis = 0; axis < m.length; axis++) {
        m[axis] += offset[axis];
      }
      for (int k = 0; k < js.length; k++) {
        int i = difference(m, js[k], in1.shape());
        y[flat] += i < 0 ? 0 : in1.doubles()[i] * in2.doubles()[k];
      }
    }
    return NdArray.wrap(y, geometry.output());
  }

  /** The index vectors of all elements, in row-major order. */
  private static int[][] indices(Shape shape) {
    int[][] indices = new int[shape.size()][shape.rank()];
    for (int flat = 0; flat < indices.length; flat++) {
      Moves.unravel(flat, shape, indices[flat]);
    }
    return indices;
  }

  /** The flat index of the element at {@code m - j}, or -1 if there is none. */
  private static int difference(int[] m, int[] j, Shape shape) {
    int flat = 0;
    for (int axis = 0; axis < m.length; axis++) {
      int i = m[axis] - j[axis];
      if (i < 0 || i >= shape.extent(axis)) {
        return -1;
      }
      flat = flat * shape.extent(axis) + i;
    }
    return flat;
  }
}
