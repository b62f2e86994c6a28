package org.conv4j.verify.layer.mutant;

import java.util.List;
import java.util.stream.IntStream;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.mutant.Flaw;

/** The sum itself, and where its windows lie. */
final class FormulaMutants {
  /** The element of the bias that an output gets. */
  private interface BiasAt {
    int index(int[] output, int channelAxis);
  }

  private FormulaMutants() {}

  static List<LayerMutant> ofSums() {
    return List.of(
        mutant(
            "layer.formula.convolution",
            "The kernel is reversed, as in signal processing",
            Elements.weights(Elements::reversedKernel),
            "layer.exact",
            "layer.channels"),
        mutant(
            "layer.formula.rows-reversed",
            "The kernel is reversed on its outermost spatial axis if it has several",
            Elements.weights(w -> w.rank() == 3 ? w : Elements.flipped(w, 2)),
            "layer.exact",
            "layer.axes.permuted"),
        mutant(
            "layer.formula.kernel-transposed",
            "Rows and columns of square kernels are exchanged",
            Elements.weights(FormulaMutants::transposedIfSquare),
            "layer.exact"),
        mutant(
            "layer.formula.weights-iohw",
            "Weights are read as input channels, output channels, kernel",
            Elements.weights(
                w -> {
                  int[] axes = Elements.exchanged(w.rank(), 0, 1);
                  return Elements.permuted(w.reshape(Elements.permuted(w.shape(), axes)), axes);
                }),
            "layer.exact",
            "layer.outputs.permuted"),
        mutant(
            "layer.formula.weights-hwio",
            "Weights are read as kernel, input channels, output channels",
            Elements.weights(FormulaMutants::readWithKernelFirst),
            "layer.exact",
            "layer.channels"),
        mutant(
            "layer.formula.one-filter",
            "All output channels have the filter of the first",
            Elements.weights(w -> Elements.along(w, 0, m -> 0)),
            "layer.exact",
            "layer.outputs.permuted"),
        mutant(
            "layer.formula.odd-channel-lost",
            "Input channels are summed two at a time, and an odd last one is lost",
            Elements.weights(
                w -> {
                  int pairs = w.shape().extent(1) / 2;
                  return Elements.along(w, 1, c -> c < 2 * Math.max(1, pairs) ? c : -1);
                }),
            "layer.exact",
            "layer.inputs.permuted"),
        mutant(
            "layer.formula.activated",
            "Negative outputs become zero, as in the fused operator",
            Elements.results(y -> Elements.mapped(y, (index, value) -> Math.max(0, value))),
            "layer.exact",
            "layer.linear.input",
            "layer.linear.weights"));
  }

  static List<LayerMutant> ofBias() {
    return List.of(
        mutant(
            "layer.bias.omitted",
            "The bias is not added",
            Right.bent((x, w, b, o) -> Right.DIRECT.convolve(x, w, null, o)),
            "layer.bias"),
        mutant(
            "layer.bias.twice",
            "Sums begin at the bias, and it is added in the end, too",
            bias((output, channelAxis) -> output[channelAxis], 2),
            "layer.bias",
            "layer.exact"),
        mutant(
            "layer.bias.each-channel",
            "The bias is added with each input channel",
            Right.bent(
                (x, w, b, o) -> {
                  int times = w.shape().extent(1);
                  NdArray sum =
                      b == null ? null : Elements.mapped(b, (index, value) -> times * value);
                  return Right.DIRECT.convolve(x, w, sum, o);
                }),
            "layer.bias"),
        mutant(
            "layer.bias.first",
            "All channels get the first bias",
            bias((output, channelAxis) -> 0, 1),
            "layer.bias",
            "layer.outputs.permuted"),
        mutant(
            "layer.bias.by-column",
            "The bias is taken by column, as if channels were last",
            bias((output, channelAxis) -> output[output.length - 1], 1),
            "layer.bias"),
        mutant(
            "layer.bias.by-item",
            "The bias is taken by item of the batch",
            bias((output, channelAxis) -> output[0], 1),
            "layer.bias",
            "layer.batch"));
  }

  static List<LayerMutant> ofWindows() {
    return List.of(
        mutant(
            "layer.dilation.as-stride",
            "Taps are as far apart as windows",
            Windows.at(
                (layer, a, o, t) -> {
                  LayerAxis axis = layer.axis(a);
                  return (o + t) * axis.stride() - axis.before();
                }),
            "layer.exact",
            "layer.stride"),
        mutant(
            "layer.dilation.after-stride",
            "Elements that the stride skips are dropped first, and then the kernel is dilated",
            Windows.at(
                (layer, a, o, t) -> {
                  LayerAxis axis = layer.axis(a);
                  return (o + t * axis.dilation()) * axis.stride() - axis.before();
                }),
            "layer.exact",
            "layer.stride"),
        mutant(
            "layer.dilation.ignored",
            "Neighbouring taps meet neighbouring elements",
            Windows.at((layer, a, o, t) -> start(layer.axis(a), o) + t),
            "layer.dilation",
            "layer.exact"),
        mutant(
            "layer.dilation.twice",
            "The kernel is filled up with zeros, and then dilated",
            Windows.at(
                (layer, a, o, t) -> {
                  int dilation = layer.axis(a).dilation();
                  return start(layer.axis(a), o) + t * dilation * dilation;
                }),
            "layer.dilation",
            "layer.exact"),
        mutant(
            "layer.dilation.first-for-all",
            "The dilation of the first axis counts for all",
            Windows.at((layer, a, o, t) -> start(layer.axis(a), o) + t * layer.axis(0).dilation()),
            "layer.dilation"),
        mutant(
            "layer.stride.first-for-all",
            "The stride of the first axis counts for all",
            Windows.at(
                (layer, a, o, t) -> {
                  LayerAxis axis = layer.axis(a);
                  return o * layer.axis(0).stride() + t * axis.dilation() - axis.before();
                }),
            "layer.stride"),
        mutant(
            "layer.stride.axes-reversed",
            "Strides are taken to be those of columns, rows and so on",
            Right.bent(
                (x, w, b, o) -> {
                  int rank = x.rank() - 2;
                  int[] stride =
                      IntStream.range(0, rank).map(a -> o.stride(rank - 1 - a)).toArray();
                  return Right.DIRECT.convolve(x, w, b, o.withStride(stride));
                }),
            "layer.shape"),
        mutant(
            "layer.stride.at-most-window",
            "Windows lie no farther apart than they are long",
            Windows.at(
                (layer, a, o, t) -> {
                  LayerAxis axis = layer.axis(a);
                  int stride = Math.min(axis.stride(), axis.window());
                  return o * stride + t * axis.dilation() - axis.before();
                }),
            "layer.stride"),
        mutant(
            "layer.stride.from-end",
            "Windows are counted from the end of the input",
            Windows.at(
                (layer, a, o, t) -> {
                  LayerAxis axis = layer.axis(a);
                  int last = axis.input() + axis.after() - axis.window();
                  return last - (axis.output() - 1 - o) * axis.stride() + t * axis.dilation();
                }),
            "layer.stride"));
  }

  private static LayerMutant mutant(
      String id, String mistake, LayerConvolver wrong, String... caughtBy) {
    return LayerMutant.of(Flaw.FORMULA, id, mistake, wrong, caughtBy);
  }

  /** The element that the first tap of an output meets. */
  private static int start(LayerAxis axis, int output) {
    return output * axis.stride() - axis.before();
  }

  private static NdArray transposedIfSquare(NdArray w) {
    int last = w.rank() - 1;
    boolean square = last > 2 && w.shape().extent(last) == w.shape().extent(last - 1);
    return square ? Elements.permuted(w, Elements.exchanged(w.rank(), last - 1, last)) : w;
  }

  private static NdArray readWithKernelFirst(NdArray w) {
    int rank = w.rank();
    int[] shape = IntStream.range(0, rank).map(i -> i < rank - 2 ? i + 2 : rank - 1 - i).toArray();
    int[] axes = IntStream.range(0, rank).map(i -> i < 2 ? rank - 1 - i : i - 2).toArray();
    Shape kernelFirst = Elements.permuted(w.shape(), shape);
    return Elements.permuted(w.reshape(kernelFirst), axes);
  }

  /** Right except for the bias, which is another element, and added several times. */
  private static LayerConvolver bias(BiasAt at, int times) {
    return Right.bent(
        (x, w, b, o) -> {
          NdArray y = Right.DIRECT.convolve(x, w, null, o);
          int axis = o.layout().channelAxis(y.rank());
          return b == null
              ? y
              : Elements.mapped(
                  y,
                  (index, value) -> value + times * b.doubles()[at.index(index, axis) % b.size()]);
        });
  }
}
