package org.conv4j.verify.layer.mutant;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.Layout;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.Shape;
import org.conv4j.verify.mutant.Flaw;

/** Layers as products of a matrix of weights and the lowered input, and shortcuts for them. */
final class LoweringMutants {
  private LoweringMutants() {}

  static List<LayerMutant> all() {
    return List.of(
        mutant(
            "layer.lowering.taps-by-column",
            "The rows of the lowered input have the taps of a kernel column by column",
            Elements.weights(LoweringMutants::tapsByColumn),
            "layer.im2col",
            "layer.exact"),
        mutant(
            "layer.lowering.channel-last",
            "The rows of the lowered input have the channels of one tap next to each other",
            Elements.weights(
                w -> {
                  int[] last = Elements.channelsLast(w.rank());
                  NdArray read = w.reshape(Elements.permuted(w.shape(), last));
                  return Elements.permuted(read, Elements.channelsFirst(w.rank()));
                }),
            "layer.im2col",
            "layer.exact"),
        mutant(
            "layer.lowering.last-row-missing",
            "The last row of the lowered input is not filled in",
            Elements.weights(
                w -> {
                  int terms = w.size() / w.shape().extent(0);
                  int[] index = new int[w.rank()];
                  return Elements.gather(
                      w,
                      w.shape(),
                      at -> {
                        System.arraycopy(at, 0, index, 0, at.length);
                        index[0] = 0;
                        return Elements.offset(index, w.shape()) < terms - 1;
                      });
                }),
            "layer.im2col",
            "layer.exact"),
        mutant(
            "layer.lowering.sums-kept",
            "Products are added to those of the item before",
            Elements.results(
                y -> {
                  double[] sums = y.doubles();
                  int item = sums.length / y.shape().extent(0);
                  for (int i = item; i < sums.length; i++) {
                    sums[i] += sums[i - item];
                  }
                  return y;
                }),
            "layer.batch",
            "layer.exact"),
        mutant(
            "layer.lowering.product-transposed",
            "The product has a row for each pixel, and is taken to have one for each channel",
            Right.bent(
                (x, w, b, o) -> {
                  NdArray y = Right.DIRECT.convolve(x, w, b, o);
                  return o.layout() == Layout.NHWC
                      ? y
                      : Elements.permuted(y, Elements.channelsLast(y.rank())).reshape(y.shape());
                }),
            "layer.exact"),
        mutant(
            "layer.lowering.pointwise-always",
            "With a kernel of one tap the input is taken for lowered, whatever stride and padding",
            Right.bent(
                (x, w, b, o) ->
                    Right.DIRECT.convolve(
                        x, w, b, isPointwise(w) ? o.withStride(1).withPadding(Padding.VALID) : o)),
            "layer.shape"),
        mutant(
            "layer.lowering.pointwise-strided",
            "With a kernel of one tap the stride is left out, and the rest of the outputs",
            Windows.at(
                (layer, a, o, t) ->
                    isPointwise(layer.weights())
                        ? o - layer.axis(a).before()
                        : layer.axis(a).inputIndex(o, t)),
            "layer.stride"),
        mutant(
            "layer.lowering.pointwise-shared",
            "The filters of a kernel of one tap are read as input channels by output channels",
            Elements.weights(
                w -> {
                  if (!isPointwise(w)) {
                    return w;
                  }
                  int[] axes = Elements.exchanged(w.rank(), 0, 1);
                  return Elements.permuted(w.reshape(Elements.permuted(w.shape(), axes)), axes);
                }),
            "layer.pointwise"));
  }

  private static LayerMutant mutant(
      String id, String mistake, LayerConvolver wrong, String... caughtBy) {
    return LayerMutant.of(Flaw.LOWERING, id, mistake, wrong, caughtBy);
  }

  private static boolean isPointwise(NdArray weights) {
    return isPointwise(weights.shape());
  }

  private static boolean isPointwise(Shape weights) {
    return Arrays.stream(weights.toArray()).skip(2).allMatch(k -> k == 1);
  }

  /** Kernels of which element (row, column) is what should be the next along a column. */
  private static NdArray tapsByColumn(NdArray w) {
    int rank = w.rank();
    int[] axes = IntStream.range(0, rank).map(i -> i < 2 ? i : rank + 1 - i).toArray();
    return Elements.permuted(w.reshape(Elements.permuted(w.shape(), axes)), axes);
  }
}
