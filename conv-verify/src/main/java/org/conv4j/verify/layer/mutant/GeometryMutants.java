package org.conv4j.verify.layer.mutant;

import java.util.List;
import java.util.stream.IntStream;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.NdArray;
import org.conv4j.api.Rounding;
import org.conv4j.api.Shape;
import org.conv4j.verify.mutant.Flaw;

/** The number of outputs, and sizes of which some are wrong. */
final class GeometryMutants {
  private GeometryMutants() {}

  static List<LayerMutant> ofCounts() {
    return List.of(
        mutant(
            "layer.count.rounded-up",
            "The number of outputs is always rounded up",
            Right.bent((x, w, b, o) -> Right.DIRECT.convolve(x, w, b, o.withRounding(Rounding.UP))),
            "layer.shape"),
        mutant(
            "layer.count.rounded-down",
            "The number of outputs is always rounded down",
            Right.bent(
                (x, w, b, o) -> Right.DIRECT.convolve(x, w, b, o.withRounding(Rounding.DOWN))),
            "layer.rounding"),
        mutant(
            "layer.count.beyond-padding",
            "Rounding up takes a window that begins behind the input, too",
            Windows.counted(
                (layer, a) -> {
                  LayerAxis axis = layer.axis(a);
                  int room = axis.input() + axis.before() + axis.after() - axis.window();
                  return layer.options().rounding() == Rounding.UP
                      ? (room + axis.stride() - 1) / axis.stride() + 1
                      : axis.output();
                },
                Windows::right),
            "layer.rounding"),
        mutant(
            "layer.count.last-column-lost",
            "The last column of outputs is missing with a stride of 2 or more",
            Windows.counted(
                (layer, a) -> {
                  int outputs = layer.axis(a).output();
                  boolean strided = a == layer.spatialRank() - 1 && layer.axis(a).stride() > 1;
                  return strided ? Math.max(1, outputs - 1) : outputs;
                },
                Windows::right),
            "layer.shape"),
        mutant(
            "layer.count.dilation-ignored",
            "The number of outputs is that without dilation",
            Windows.counted(
                (layer, a) -> outputs(layer.axis(a), layer.axis(a).kernel()), Windows::right),
            "layer.shape"),
        mutant(
            "layer.count.square-kernel",
            "The number of outputs follows from the rows of the kernel on every axis",
            Windows.counted(
                (layer, a) -> {
                  int dilation = layer.axis(a).dilation();
                  return outputs(layer.axis(a), (layer.axis(0).kernel() - 1) * dilation + 1);
                },
                Windows::right),
            "layer.shape"),
        mutant(
            "layer.count.axes-reversed",
            "The shape of the output has columns, rows and so on",
            Right.bent(
                (x, w, b, o) -> {
                  NdArray y = Right.DIRECT.convolve(x, w, b, o);
                  int[] axes = IntStream.range(0, y.rank()).toArray();
                  for (int a = 0; a < y.rank() - 2; a++) {
                    axes[o.layout().spatialAxis(a)] = o.layout().spatialAxis(y.rank() - 3 - a);
                  }
                  return y.reshape(Elements.permuted(y.shape(), axes));
                }),
            "layer.shape"),
        mutant(
            "layer.count.batch-squeezed",
            "A batch of one item has no axis",
            Elements.results(
                y -> {
                  int[] extents = y.shape().toArray();
                  return extents[0] > 1
                      ? y
                      : y.reshape(Shape.of(IntStream.of(extents).skip(1).toArray()));
                }),
            "layer.shape"));
  }

  static List<LayerMutant> ofSizes() {
    return List.of(
        mutant(
            "layer.size.even-kernel",
            "Windows of even kernels begin one element early",
            Windows.at(
                (layer, a, o, t) -> {
                  int early = layer.axis(a).kernel() % 2 == 0 ? 1 : 0;
                  return start(layer.axis(a), o) + t * layer.axis(a).dilation() - early;
                }),
            "layer.exact",
            "layer.sizes"),
        mutant(
            "layer.size.odd-input",
            "The last element of an odd axis is not read with stride 2",
            Windows.at(
                (layer, a, o, t) -> {
                  LayerAxis axis = layer.axis(a);
                  int index = axis.inputIndex(o, t);
                  boolean last = axis.input() > 1 && index == axis.input() - 1;
                  return last && axis.input() % 2 == 1 && axis.stride() == 2 ? -1 : index;
                }),
            "layer.exact",
            "layer.stride"),
        mutant(
            "layer.size.kernel-longer",
            "A kernel longer than the input is cut to its length",
            Windows.at(
                (layer, a, o, t) ->
                    t < layer.axis(a).input() ? layer.axis(a).inputIndex(o, t) : -1),
            "layer.exact"),
        mutant(
            "layer.size.square-input",
            "Columns are taken to end where rows do",
            Windows.at(
                (layer, a, o, t) -> {
                  int index = layer.axis(a).inputIndex(o, t);
                  return index < layer.axis(0).input() ? index : -1;
                }),
            "layer.exact"),
        mutant(
            "layer.size.first-output",
            "The first output is taken to be at the edge of the input whatever the padding, if the"
                + " kernel is one tap",
            Windows.at(
                (layer, a, o, t) ->
                    layer.axis(a).kernel() == 1
                        ? o * layer.axis(a).stride()
                        : layer.axis(a).inputIndex(o, t)),
            "layer.exact",
            "layer.padding"),
        mutant(
            "layer.size.fourth-column",
            "Every fourth output of a row loses its last tap, where two tiles meet",
            Windows.at(
                (layer, a, o, t) -> {
                  LayerAxis axis = layer.axis(a);
                  boolean last = a == layer.spatialRank() - 1 && t == axis.kernel() - 1;
                  return last && o % 4 == 3 ? -1 : axis.inputIndex(o, t);
                }),
            "layer.exact",
            "layer.shift"),
        mutant(
            "layer.size.third-axis",
            "Layers with three spatial axes have stride 1 on the first in all but their size",
            Windows.at(
                (layer, a, o, t) -> {
                  LayerAxis axis = layer.axis(a);
                  return a == 0 && layer.spatialRank() == 3
                      ? o + t * axis.dilation() - axis.before()
                      : axis.inputIndex(o, t);
                }),
            "layer.exact",
            "layer.stride"));
  }

  private static LayerMutant mutant(
      String id, String mistake, LayerConvolver wrong, String... caughtBy) {
    return LayerMutant.of(Flaw.SIZE, id, mistake, wrong, caughtBy);
  }

  /** As many outputs as windows of a length fit, at least one. */
  private static int outputs(LayerAxis axis, int window) {
    int room = axis.input() + axis.before() + axis.after() - window;
    return Math.max(0, room) / axis.stride() + 1;
  }

  private static int start(LayerAxis axis, int output) {
    return output * axis.stride() - axis.before();
  }
}
