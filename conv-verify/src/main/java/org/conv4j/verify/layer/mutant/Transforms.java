package org.conv4j.verify.layer.mutant;

import java.util.Arrays;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.fft.FftConvolver;

/** Right layers by fast algorithms, whose errors are not componentwise small. */
final class Transforms {
  private static final Convolver FFT = new FftConvolver();

  // Lavin and Gray, Fast algorithms for convolutional neural networks, arXiv:1509.09308.
  private static final float[][] OF_INPUT = {
    {4, 0, -5, 0, 1, 0},
    {0, -4, -4, 1, 1, 0},
    {0, 4, -4, -1, 1, 0},
    {0, -2, -1, 2, 1, 0},
    {0, 2, -1, -2, 1, 0},
    {0, 4, 0, -5, 0, 1}
  };
  private static final float[][] OF_WEIGHTS = {
    {1 / 4f, 0, 0},
    {-1 / 6f, -1 / 6f, -1 / 6f},
    {-1 / 6f, 1 / 6f, -1 / 6f},
    {1 / 24f, 1 / 12f, 1 / 6f},
    {1 / 24f, -1 / 12f, 1 / 6f},
    {0, 0, 1}
  };
  private static final float[][] OF_OUTPUT = {
    {1, 1, 1, 1, 1, 0}, {0, 1, -1, 2, -2, 0}, {0, 1, 1, 4, 4, 0}, {0, 1, -1, 8, -8, 1}
  };

  private Transforms() {}

  /** Winograd's F(4, 3) along rows of floats, for kernels that it fits; else the sum. */
  static NdArray winograd(NdArray x, NdArray w, NdArray b, LayerOptions options) {
    LayerGeometry layer = Windows.geometry(x, w, options);
    int last = x.rank() - 1;
    LayerAxis axis = layer.axis(last - 2);
    boolean fits = axis.kernel() == 3 && axis.stride() == 1 && axis.dilation() == 1;
    if (!fits || options.layout() == Layout.NHWC) {
      return Right.DIRECT.convolve(x, w, b, options);
    }
    int tiles = (axis.output() + 3) / 4;
    LayerOptions apart = Windows.lastAxisApart(layer, 1);
    NdArray[] products = new NdArray[6];
    for (int point = 0; point < 6; point++) {
      NdArray inputs = NdArray.zeros(DType.FLOAT32, Elements.with(x.shape(), last, tiles));
      for (int i = 0; i < 6; i++) {
        add(OF_INPUT[point][i], every(x, 4, i - axis.before(), tiles), inputs);
      }
      NdArray weights = NdArray.zeros(DType.FLOAT32, Elements.with(w.shape(), last, 1));
      for (int tap = 0; tap < 3; tap++) {
        add(OF_WEIGHTS[point][tap], every(w, 1, tap, 1), weights);
      }
      products[point] = Right.DIRECT.convolve(inputs, weights, null, apart);
    }
    float[] y = new float[layer.output().size()];
    for (int i = 0; i < y.length; i++) {
      int column = i % axis.output();
      int at = i / axis.output() * tiles + column / 4;
      int channel = i / (y.length / layer.batch() / layer.outputChannels());
      for (int point = 0; point < 6; point++) {
        y[i] += OF_OUTPUT[column % 4][point] * products[point].floats()[at];
      }
      y[i] += b == null ? 0 : b.floats()[channel % layer.outputChannels()];
    }
    return NdArray.wrap(y, layer.output());
  }

  /** Every so many-th column, from one on. */
  private static NdArray every(NdArray array, int step, int from, int count) {
    int last = array.rank() - 1;
    return Elements.gather(
        array,
        Elements.with(array.shape(), last, count),
        index -> {
          index[last] = step * index[last] + from;
          return true;
        });
  }

  private static void add(float factor, NdArray array, NdArray sums) {
    for (int i = 0; i < array.size(); i++) {
      sums.floats()[i] += factor * array.floats()[i];
    }
  }

  /**
   * The correlation of each group of inputs with each of its filters, with the channels as one more
   * axis, of which the stride keeps some elements; for channels first.
   */
  static NdArray fft(NdArray x, NdArray w, NdArray b, LayerOptions options) {
    if (options.layout() == Layout.NHWC) {
      return Right.DIRECT.convolve(x, w, b, options);
    }
    LayerGeometry layer = Windows.geometry(x, w, options);
    int rank = layer.spatialRank();
    int[] signal = new int[rank + 1];
    int[] filter = new int[rank + 1];
    signal[0] = w.shape().extent(1);
    filter[0] = signal[0];
    for (int a = 0; a < rank; a++) {
      LayerAxis axis = layer.axis(a);
      filter[a + 1] = axis.window();
      signal[a + 1] = (axis.output() - 1) * axis.stride() + axis.window();
    }
    int filters = layer.outputChannels();
    int outputs = filters / options.groups();
    NdArray[] sums = new NdArray[layer.batch() * filters];
    for (int i = 0; i < sums.length; i++) {
      int channel = i % filters / outputs * signal[0];
      NdArray inputs =
          Elements.gather(
              item(x, i / filters),
              Shape.of(signal),
              index -> {
                index[0] += channel;
                for (int a = 0; a < rank; a++) {
                  index[a + 1] -= layer.axis(a).before();
                }
                return true;
              });
      NdArray taps =
          Elements.gather(
              item(w, i % filters),
              Shape.of(filter),
              index -> {
                boolean zero = false;
                for (int a = 0; a < rank; a++) {
                  zero |= index[a + 1] % layer.axis(a).dilation() != 0;
                  index[a + 1] /= layer.axis(a).dilation();
                }
                return !zero;
              });
      sums[i] = FFT.convolve(inputs, taps.reversed(), Mode.VALID);
    }
    return Elements.mapped(
        NdArray.zeros(DType.FLOAT64, layer.output()),
        (index, zero) -> {
          int[] at = new int[rank + 1];
          for (int a = 0; a < rank; a++) {
            at[a + 1] = index[a + 2] * layer.axis(a).stride();
          }
          double bias = b == null ? 0 : b.get(index[1]);
          return sums[index[0] * filters + index[1]].get(at) + bias;
        });
  }

  /** The channels of one item, or of one filter. */
  private static NdArray item(NdArray array, int item) {
    int size = array.size() / array.shape().extent(0);
    double[] elements = Arrays.copyOfRange(array.doubles(), item * size, (item + 1) * size);
    int[] extents = array.shape().toArray();
    return NdArray.wrap(elements, Shape.of(Arrays.copyOfRange(extents, 1, extents.length)));
  }
}
