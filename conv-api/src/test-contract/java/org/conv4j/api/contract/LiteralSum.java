package org.conv4j.api.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Geometry;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/**
 * The full convolution by adding each product to the output it belongs to: {@code high} is the
 * plain sum in the order of the second operand, {@code low} what that sum lost to rounding, so that
 * both together are as good as computed in twice the precision, and {@code magnitude} is the sum of
 * the absolute products.
 *
 * <p>Source: T. Ogita, S. M. Rump and S. Oishi, Accurate sum and dot product, SIAM J. Sci. Comput.
 * 26 (2005), <a href="https://doi.org/10.1137/030601818">doi:10.1137/030601818</a>.
 */
public final class LiteralSum {
  private final Shape shape;
  private final double[] high;
  private final double[] low;
  private final double[] magnitude;

  private LiteralSum(Shape shape, double[] high, double[] low, double[] magnitude) {
    this.shape = shape;
    this.high = high;
    this.low = low;
    this.magnitude = magnitude;
  }

  /** The sum of all products. */
  public static LiteralSum of(NdArray x, NdArray h) {
    int[] extents = new int[x.rank()];
    Arrays.setAll(extents, axis -> x.shape().extent(axis) + h.shape().extent(axis) - 1);
    Shape full = Shape.of(extents);
    LiteralSum sum =
        new LiteralSum(
            full, new double[full.size()], new double[full.size()], new double[full.size()]);
    // An index of the full result is the sum of two indices, hence so is its position.
    int[] xPosition = positions(x.shape(), full);
    int[] hPosition = positions(h.shape(), full);
    for (int j = 0; j < hPosition.length; j++) {
      for (int i = 0; i < xPosition.length; i++) {
        sum.add(xPosition[i] + hPosition[j], x.doubles()[i], h.doubles()[j]);
      }
    }
    return sum;
  }

  private void add(int at, double x, double h) {
    double product = h * x;
    double before = high[at];
    double after = before + product;
    double added = after - before;
    high[at] = after;
    low[at] += (before - (after - added)) + (product - added) + Math.fma(h, x, -product);
    magnitude[at] += Math.abs(product);
  }

  /** Where the elements of a box at the origin of an array are. */
  private static int[] positions(Shape box, Shape array) {
    int[] positions = new int[box.size()];
    for (int i = 0; i < positions.length; i++) {
      int rest = i;
      int stride = 1;
      for (int axis = box.rank() - 1; axis >= 0; axis--) {
        positions[i] += rest % box.extent(axis) * stride;
        rest /= box.extent(axis);
        stride *= array.extent(axis);
      }
    }
    return positions;
  }

  /** The part of a full convolution that a mode keeps. */
  public LiteralSum window(Geometry geometry) {
    int first = 0;
    for (int axis = 0; axis < shape.rank(); axis++) {
      first = first * shape.extent(axis) + geometry.offset()[axis];
    }
    int[] positions = positions(geometry.output(), shape);
    double[][] parts = {high, low, magnitude};
    double[][] cut = new double[parts.length][positions.length];
    for (int i = 0; i < positions.length; i++) {
      for (int part = 0; part < parts.length; part++) {
        cut[part][i] = parts[part][first + positions[i]];
      }
    }
    return new LiteralSum(geometry.output(), cut[0], cut[1], cut[2]);
  }

  /** The plain sum, in the order of the second operand. */
  public NdArray plain() {
    return NdArray.wrap(high, shape);
  }

  /** Descriptions of the outputs that are off by more than a factor times their magnitude. */
  public List<String> beyond(NdArray y, double factor) {
    return beyond(y, 0, factor);
  }

  /** Descriptions of the outputs that are off by more than both bounds of {@code NORMWISE}. */
  public List<String> beyond(NdArray y, double normwise, double componentwiseFactor) {
    List<String> beyond = new ArrayList<>();
    for (int i = 0; i < high.length; i++) {
      double error = Math.abs(y.doubles()[i] - high[i] - low[i]);
      double allowed = Math.max(normwise, componentwiseFactor * magnitude[i]);
      if (!(error <= allowed)) {
        beyond.add("element " + i + " is off by " + error + ", allowed " + allowed);
      }
    }
    return beyond;
  }
}
