package org.conv4j.verify.layer.oracle;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.NdArray;

/**
 * The second oracle: a layer as caffe computes it, with the matrices of Apache Commons Math 3.6.1.
 *
 * <p>For each item and group, the input is <i>lowered</i> to a matrix whose row {@code (c, t)}
 * holds what tap {@code t} of channel {@code c} meets at each output, and the weights are a matrix
 * with the same columns. Their product is the result.
 */
public final class LoweredProduct {
  private LoweredProduct() {}

  /**
   * A layer of real numbers in double precision.
   *
   * @param input in the layout of the options
   * @param weights the weights
   * @param options stride, padding and so on; no zero points
   * @return a fresh array
   */
  public static NdArray convolve(NdArray input, NdArray weights, LayerOptions options) {
    LayerGeometry geometry = LayerGeometry.of(input.shape(), weights.shape(), options);
    int groups = options.groups();
    int outputs = geometry.outputChannels() / groups;
    int rows = Math.toIntExact(geometry.terms());
    NdArray result = NdArray.zeros(input.dtype(), geometry.output());
    for (int n = 0; n < geometry.batch(); n++) {
      for (int g = 0; g < groups; g++) {
        RealMatrix filters = new Array2DRowRealMatrix(outputs, rows);
        for (int m = 0; m < outputs; m++) {
          for (int row = 0; row < rows; row++) {
            filters.setEntry(m, row, weights.doubles()[(g * outputs + m) * rows + row]);
          }
        }
        RealMatrix product = filters.multiply(lowered(input, geometry, n, g, rows));
        for (int m = 0; m < outputs; m++) {
          for (int o = 0; o < product.getColumnDimension(); o++) {
            int at = flat(geometry, n, g * outputs + m, outputIndex(geometry, o));
            result.doubles()[at] = product.getEntry(m, o);
          }
        }
      }
    }
    return result;
  }

  private static RealMatrix lowered(
      NdArray input, LayerGeometry geometry, int item, int group, int rows) {
    int columns = geometry.axes().stream().mapToInt(LayerAxis::output).reduce(1, (a, b) -> a * b);
    int taps = rows / geometry.weights().extent(1);
    RealMatrix matrix = new Array2DRowRealMatrix(rows, columns);
    for (int row = 0; row < rows; row++) {
      int channel = group * geometry.weights().extent(1) + row / taps;
      for (int column = 0; column < columns; column++) {
        int[] index = met(geometry, outputIndex(geometry, column), row % taps);
        if (index != null) {
          matrix.setEntry(row, column, input.get(ordered(geometry, item, channel, index)));
        }
      }
    }
    return matrix;
  }

  /** The spatial index of the output of a number, in row-major order. */
  private static int[] outputIndex(LayerGeometry geometry, int number) {
    int[] index = new int[geometry.spatialRank()];
    int rest = number;
    for (int a = index.length - 1; a >= 0; a--) {
      index[a] = rest % geometry.axis(a).output();
      rest /= geometry.axis(a).output();
    }
    return index;
  }

  /** The spatial index of the input that a tap meets at an output; null in the padding. */
  private static int[] met(LayerGeometry geometry, int[] output, int tap) {
    int[] index = output.clone();
    int rest = tap;
    for (int a = index.length - 1; a >= 0; a--) {
      LayerAxis axis = geometry.axis(a);
      index[a] = output[a] * axis.stride() + rest % axis.kernel() * axis.dilation() - axis.before();
      rest /= axis.kernel();
      if (index[a] < 0 || index[a] >= axis.input()) {
        return null;
      }
    }
    return index;
  }

  private static int[] ordered(LayerGeometry geometry, int item, int channel, int[] spatial) {
    Layout layout = geometry.options().layout();
    int[] index = new int[spatial.length + 2];
    index[0] = item;
    index[layout.channelAxis(index.length)] = channel;
    System.arraycopy(spatial, 0, index, layout.spatialAxis(0), spatial.length);
    return index;
  }

  private static int flat(LayerGeometry geometry, int item, int channel, int[] spatial) {
    int[] index = ordered(geometry, item, channel, spatial);
    int flat = 0;
    for (int axis = 0; axis < index.length; axis++) {
      flat = flat * geometry.output().extent(axis) + index[axis];
    }
    return flat;
  }
}
