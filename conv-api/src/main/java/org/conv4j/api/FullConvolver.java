package org.conv4j.api;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.BinaryOperator;

/**
 * A convolver from a function that computes full results of one rank. Operands of lower rank are
 * given to it with axes of extent 1 before their own.
 */
final class FullConvolver implements Convolver {
  private final String name;
  private final int rank;
  private final BinaryOperator<NdArray> function;
  private final Capabilities capabilities;

  /**
   * @param name its name
   * @param rank the rank that the function takes
   * @param function from fresh {@code FLOAT64} arrays to the full result, or null if what it
   *     computed is no array at all
   */
  FullConvolver(String name, int rank, BinaryOperator<NdArray> function) {
    this.name = Objects.requireNonNull(name, "name");
    this.rank = rank;
    this.function = function;
    this.capabilities = Capabilities.basic().withMaxRank(rank);
  }

  /** Rows that a function returned; if they make no image, that is the function's fault. */
  static NdArray rows(String name, double[][] rows) {
    try {
      return NdArray.of(rows);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new IllegalStateException(
          "the function of \"" + name + "\" returned no image: " + e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
    Shape output = capabilities.admit(in1, in2, mode).output();
    Shape a = lifted(in1.shape());
    Shape b = lifted(in2.shape());
    Geometry geometry = Geometry.of(a, b, mode, Convention.SCIPY);
    NdArray full = function.apply(in1.copy().reshape(a), in2.copy().reshape(b));
    if (full == null || !full.shape().equals(geometry.full())) {
      throw new IllegalStateException(
          "the function of \""
              + name
              + "\" returned "
              + (full == null ? "null" : "shape " + full.shape())
              + " for operands of shape "
              + a
              + " and "
              + b
              + "; the full result has shape "
              + geometry.full());
    }
    return window(full, geometry).reshape(output);
  }

  private Shape lifted(Shape shape) {
    int[] extents = new int[rank];
    Arrays.fill(extents, 1);
    System.arraycopy(shape.toArray(), 0, extents, rank - shape.rank(), shape.rank());
    return Shape.of(extents);
  }

  /** The window of a full result of rank 1 or 2, row by row. */
  private NdArray window(NdArray full, Geometry geometry) {
    int last = rank - 1;
    int columns = geometry.output().extent(last);
    int rows = geometry.output().size() / columns;
    int fullColumns = full.shape().extent(last);
    int firstRow = rank == 1 ? 0 : geometry.offset()[0];
    double[] y = new double[rows * columns];
    for (int row = 0; row < rows; row++) {
      int from = (firstRow + row) * fullColumns + geometry.offset()[last];
      System.arraycopy(full.doubles(), from, y, row * columns, columns);
    }
    return NdArray.wrap(y, geometry.output());
  }
}
