package org.conv4j.direct.layer;

import java.util.EnumMap;
import java.util.Map;
import org.conv4j.api.DType;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.Layout;

/**
 * How long a layer takes on one thread: the work that there is, each kind multiplied by a constant.
 * It follows from shapes, options and type alone, for vectors of 64 bytes, whatever there are here.
 */
final class LayerCosts {
  private static final int VECTOR = 64;
  private static final int PANEL = 8;

  private LayerCosts() {}

  /**
   * The estimate.
   *
   * @param geometry the layer
   * @param dtype of its result
   * @param lowered whether the input is lowered to a matrix
   * @return nanoseconds, infinite for a layer beyond this implementation
   */
  static double nanos(LayerGeometry geometry, DType dtype, boolean lowered) {
    try {
      return counts(geometry, dtype, lowered).entrySet().stream()
          .mapToDouble(entry -> entry.getKey().nanos() * entry.getValue())
          .sum();
    } catch (ArithmeticException e) {
      return Double.POSITIVE_INFINITY; // a band has more elements than a Java array holds
    }
  }

  /** How much work of each kind there is. */
  static Map<LayerWork, Double> counts(LayerGeometry geometry, DType dtype, boolean lowered) {
    int bytes = dtype.real() == DType.FLOAT64 || dtype == DType.INT64 ? 8 : 4;
    int lanes = VECTOR / bytes;
    int parts = dtype.isComplex() ? 2 : 1;
    LayerPlan plan = LayerPlan.of(geometry, lowered, parts, bytes, 1, lanes);
    int groups = geometry.options().groups();
    int rows = parts * geometry.outputChannels() / groups;
    double terms = plan.offsets().length;
    double layers = (double) geometry.batch() * groups;
    boolean channelsFirst = geometry.options().layout() == Layout.NCHW;
    int last = geometry.spatialRank() - 1;
    int columns = last == 0 ? plan.rows(0) : geometry.axis(last).output();
    boolean writesRows = rows == 1 && channelsFirst && columns >= lanes;
    double words = bytes / 8.0;

    double vectors = 0;
    for (int band = 0; band < plan.bands(); band++) {
      double rowsOfBand =
          last == 0 ? 1 : (double) plan.rows(band) * (last == 2 ? geometry.axis(1).output() : 1);
      if (writesRows) {
        vectors += rowsOfBand * (columns <= 2 * lanes ? 2 : 4 * divideUp(columns, 4 * lanes));
      } else if (plan.gap() >= lanes) {
        vectors += rowsOfBand * divideUp(columns, lanes);
      } else {
        vectors += divideUp(plan.positions(band), lanes);
      }
    }
    double outputRows = (double) parts * geometry.output().size() / columns;
    double filled = plan.inPlace() ? 0 : layers * plan.bands() * plan.elements();
    boolean sideBySide = channelsFirst && geometry.axis(last).stride() == 1;

    Map<LayerWork, Double> counts = new EnumMap<>(LayerWork.class);
    counts.put(LayerWork.CALL, 1.0);
    counts.put(LayerWork.WEIGHT, words * groups * rows * terms);
    counts.put(LayerWork.BAND, layers * plan.bands());
    counts.put(LayerWork.FILLED, sideBySide ? words * filled : 0);
    counts.put(LayerWork.GATHERED, sideBySide ? 0 : filled);
    counts.put(
        rows == 1 ? LayerWork.ROW : tile(dtype),
        layers * vectors * (rows == 1 ? 1 : rowsOfTiles(rows)) * terms);
    counts.put(LayerWork.OUTPUT, words * parts * geometry.output().size());
    counts.put(LayerWork.RUN, writesRows ? 0 : outputRows);
    return counts;
  }

  /** Output channels with those that fill the last panel, which has eight, six or four. */
  private static double rowsOfTiles(int rows) {
    int rest = rows % PANEL;
    return rest == 0 ? rows : rows - rest + Math.max(4, rest + rest % 2);
  }

  private static LayerWork tile(DType dtype) {
    return switch (dtype) {
      case INT32 -> LayerWork.INT_TILE;
      case INT64 -> LayerWork.LONG_TILE;
      default -> LayerWork.TILE;
    };
  }

  private static double divideUp(int number, int by) {
    return (number - 1) / by + 1;
  }
}
