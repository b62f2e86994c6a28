package org.conv4j.verify.layer.mutant;

import java.util.Objects;
import java.util.function.Predicate;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.Rounding;
import org.conv4j.api.Shape;

/**
 * Layers whose windows lie where they should not. The windows of all outputs are laid out one after
 * the other, so that a plain layer sums them, with a stride as long as the kernel.
 */
final class Windows {
  /** Which element of the input a tap of an output meets; there may be none. */
  interface Rule {
    int index(LayerGeometry layer, int axis, int output, int tap);
  }

  /** The number of outputs on an axis. */
  interface Count {
    int outputs(LayerGeometry layer, int axis);
  }

  private static final Count AS_MANY = (layer, axis) -> layer.axis(axis).output();

  private final LayerGeometry layer;
  private final Shape apart;
  private final Predicate<int[]> source;
  private final LayerOptions plain;

  /**
   * The windows of one layer.
   *
   * @param layer what it should be
   * @param count how many there are
   * @param rule where they lie
   */
  Windows(LayerGeometry layer, Count count, Rule rule) {
    this.layer = Objects.requireNonNull(layer, "layer");
    Layout layout = layer.options().layout();
    int rank = layer.spatialRank();
    int[] kernel = new int[rank];
    int[] extents = layer.input().toArray();
    for (int a = 0; a < rank; a++) {
      kernel[a] = layer.axis(a).kernel();
      extents[layout.spatialAxis(a)] = kernel[a] * count.outputs(layer, a);
    }
    this.apart = Shape.of(extents);
    this.source =
        index -> {
          for (int a = 0; a < rank; a++) {
            int at = layout.spatialAxis(a);
            index[at] = rule.index(layer, a, index[at] / kernel[a], index[at] % kernel[a]);
          }
          return true;
        };
    this.plain =
        layer
            .options()
            .withStride(kernel)
            .withDilation(1)
            .withPadding(Padding.VALID)
            .withOutputPadding(0)
            .withRounding(Rounding.DOWN);
  }

  Windows(LayerGeometry layer, Rule rule) {
    this(layer, AS_MANY, rule);
  }

  /** The element that a tap should meet. */
  static int right(LayerGeometry layer, int axis, int output, int tap) {
    return layer.axis(axis).inputIndex(output, tap);
  }

  /** Layers of doubles with windows elsewhere. */
  static LayerConvolver at(Rule rule) {
    return counted(AS_MANY, rule);
  }

  /** The same with other claims. */
  static LayerConvolver at(LayerCapabilities claims, Rule rule) {
    return Right.bent(claims, (x, w, b, o) -> new Windows(geometry(x, w, o), rule).sums(x, w, b));
  }

  /** Layers of doubles with another number of windows. */
  static LayerConvolver counted(Count count, Rule rule) {
    return Right.bent((x, w, b, o) -> new Windows(geometry(x, w, o), count, rule).sums(x, w, b));
  }

  static LayerGeometry geometry(NdArray x, NdArray w, LayerOptions options) {
    return LayerGeometry.of(x.shape(), w.shape(), options);
  }

  /** Options of a layer whose last axis needs no padding and no dilation any more. */
  static LayerOptions lastAxisApart(LayerGeometry layer, int stride) {
    int rank = layer.spatialRank();
    int[] strides = layer.axes().stream().mapToInt(LayerAxis::stride).toArray();
    int[] dilation = layer.axes().stream().mapToInt(LayerAxis::dilation).toArray();
    int[] before = layer.axes().stream().mapToInt(LayerAxis::before).toArray();
    int[] after = layer.axes().stream().mapToInt(LayerAxis::after).toArray();
    strides[rank - 1] = stride;
    dilation[rank - 1] = 1;
    before[rank - 1] = 0;
    after[rank - 1] = 0;
    Padding padding = Padding.of(before, after);
    return layer.options().withStride(strides).withDilation(dilation).withPadding(padding);
  }

  /** The windows, one after the other. */
  NdArray of(NdArray input) {
    return Elements.gather(input, apart, source);
  }

  NdArray sums(NdArray input, NdArray weights, NdArray biasOrNull) {
    return plainSums(of(input), weights, biasOrNull);
  }

  /** Of windows that lie one after the other. */
  NdArray plainSums(NdArray windows, NdArray weights, NdArray biasOrNull) {
    return Right.DIRECT.convolve(windows, weights, biasOrNull, plain);
  }

  /** What the elements of the windows come to be worth, given the gradient of the outputs. */
  private NdArray gradients(NdArray outputGradient, NdArray weights) {
    return Right.DIRECT.inputGradient(outputGradient, weights, apart, plain);
  }

  /** The transpose of {@link #sums}: adds up what elements are worth in each window. */
  NdArray added(NdArray outputGradient, NdArray weights) {
    return back(gradients(outputGradient, weights), 1);
  }

  /** The same with the mistake that the last window an element is in decides alone. */
  NdArray assigned(NdArray outputGradient, NdArray weights) {
    return back(gradients(outputGradient, weights), 0);
  }

  private NdArray back(NdArray windows, int kept) {
    NdArray input = NdArray.zeros(windows.dtype(), layer.input());
    double[] sums = input.doubles();
    Elements.mapped(
        windows,
        (index, value) -> {
          int at = source.test(index) ? Elements.offset(index, input.shape()) : -1;
          if (at >= 0) {
            sums[at] = kept * sums[at] + value;
          }
          return value;
        });
    return input;
  }

  NdArray weightGradient(NdArray input, NdArray outputGradient) {
    return Right.DIRECT.weightGradient(of(input), outputGradient, layer.weights(), plain);
  }
}
