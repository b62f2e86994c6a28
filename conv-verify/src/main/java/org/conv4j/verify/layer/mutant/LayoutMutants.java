package org.conv4j.verify.layer.mutant;

import java.util.List;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.law.Moves;
import org.conv4j.verify.mutant.Flaw;

/** Channels last. */
final class LayoutMutants {
  private LayoutMutants() {}

  static List<LayerMutant> all() {
    return List.of(
        mutant(
            "layer.layout.taken-for-nchw",
            "Elements are read and written as if channels were first",
            (x, w, b, o) -> {
              Shape first = Elements.permuted(x.shape(), Elements.channelsFirst(x.rank()));
              LayerOptions channelsFirst = o.withLayout(Layout.NCHW);
              NdArray y = Right.DIRECT.convolve(x.reshape(first), w, b, channelsFirst);
              return y.reshape(Elements.permuted(y.shape(), Elements.channelsLast(y.rank())));
            },
            "layer.layout",
            "layer.exact"),
        mutant(
            "layer.layout.output-first",
            "The input is read with channels last, and the output written with channels first",
            (x, w, b, o) -> {
              NdArray y = Right.DIRECT.convolve(x, w, b, o);
              return Elements.permuted(y, Elements.channelsFirst(y.rank())).reshape(y.shape());
            },
            "layer.layout",
            "layer.exact"),
        mutant(
            "layer.layout.output-not-moved-back",
            "The output has channels first, and says so",
            (x, w, b, o) -> {
              NdArray y = Right.DIRECT.convolve(x, w, b, o);
              return Elements.permuted(y, Elements.channelsFirst(y.rank()));
            },
            "layer.shape"),
        mutant(
            "layer.layout.columns-first",
            "Elements are read as batch, columns, rows, channels",
            (x, w, b, o) -> {
              if (x.rank() == 3) {
                return Right.DIRECT.convolve(x, w, b, o);
              }
              int[] axes = Elements.exchanged(x.rank(), 1, 2);
              NdArray columns = x.reshape(Elements.permuted(x.shape(), axes));
              return Right.DIRECT.convolve(Elements.permuted(columns, axes), w, b, o);
            },
            "layer.layout",
            "layer.exact"),
        mutant(
            "layer.layout.pixels-of-group",
            "Neighbouring pixels are as far apart as a group has channels",
            (x, w, b, o) -> Right.DIRECT.convolve(dense(x, w.shape().extent(1)), w, b, o),
            "layer.exact"),
        mutant(
            "layer.layout.bias-by-row",
            "The bias is taken along the axis that has channels in the other layout",
            (x, w, b, o) -> {
              NdArray y = Right.DIRECT.convolve(x, w, null, o);
              return b == null
                  ? y
                  : Elements.mapped(y, (index, value) -> value + b.doubles()[index[1] % b.size()]);
            },
            "layer.layout",
            "layer.exact"));
  }

  /** Right with channels first. */
  private static LayerMutant mutant(
      String id, String mistake, LayerConvolver wrong, String... caughtBy) {
    LayerConvolver bent =
        Right.bent(
            (x, w, b, o) ->
                (o.layout() == Layout.NHWC ? wrong : Right.DIRECT).convolve(x, w, b, o));
    return LayerMutant.of(Flaw.LAYOUT, id, mistake, bent, caughtBy);
  }

  /** What is read of each item if a pixel is so many channels long. */
  private static NdArray dense(NdArray x, int pixel) {
    int channels = x.shape().extent(x.rank() - 1);
    int item = x.size() / x.shape().extent(0);
    return Elements.gather(
        x,
        x.shape(),
        index -> {
          int at = Elements.offset(index, x.shape());
          int within = at % item;
          int read = within / channels * pixel + within % channels;
          Moves.unravel(at - within + read, x.shape(), index);
          return true;
        });
  }
}
