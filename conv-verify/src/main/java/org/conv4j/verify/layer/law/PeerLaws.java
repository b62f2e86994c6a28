package org.conv4j.verify.layer.law;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.Shape;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.verify.law.Arithmetic;
import org.conv4j.verify.layer.operand.LayerOperands;
import org.conv4j.verify.layer.operand.LayerSpace;
import org.conv4j.verify.layer.oracle.LayerOracle;
import org.conv4j.verify.layer.oracle.LoweredProduct;
import org.conv4j.verify.operand.Gather;

/** Agreement with other ways to compute a layer: convolutions, and products of matrices. */
final class PeerLaws {
  private static final LayerSpace WITHOUT_ZERO_POINTS =
      LayerSpace.all().without(LayerFeature.ZERO_POINTS);

  private PeerLaws() {}

  static List<LayerLaw> all() {
    return List.of(
        LayerLaw.must(
                "layer.channels",
                "An output channel is the sum over input channels of correlations by a convolver.",
                PeerLaws::channels)
            .on(WITHOUT_ZERO_POINTS.withWork(1 << 12)),
        LayerLaw.must(
                "layer.im2col",
                "The result is the product of the weights and the lowered input, as Apache Commons"
                    + " Math multiplies matrices.",
                PeerLaws::lowered)
            .on(WITHOUT_ZERO_POINTS.withDTypes(dtype -> dtype == DType.FLOAT64)),
        LayerLaw.must(
                "layer.pointwise",
                "A kernel of one element is a product of matrices, output by input channels and"
                    + " input channels by positions.",
                PeerLaws::pointwise)
            .on(WITHOUT_ZERO_POINTS));
  }

  /** Requires agreement with a peer that adds up products in some order. */
  private static void agree(
      LayerSubject subject,
      String what,
      NdArray expected,
      NdArray x,
      NdArray w,
      LayerOptions options) {
    LayerOracle oracle = LayerOracle.convolve(x, w, null, options);
    Compare.agree(
        subject,
        what,
        expected,
        subject.convolve(x, w, null, options),
        oracle.bound(subject.accuracy()),
        oracle.bound(Accuracy.COMPONENTWISE));
  }

  private static void channels(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray w = operands.weights();
    LayerOptions options = operands.options();
    LayerGeometry geometry = operands.geometry();
    int rank = geometry.spatialRank();
    int[] padded = new int[rank];
    int[] window = new int[rank];
    for (int a = 0; a < rank; a++) {
      LayerAxis axis = geometry.axis(a);
      window[a] = axis.window();
      int reach = (axis.output() - 1) * axis.stride() + axis.window();
      padded[a] = Math.max(axis.before() + axis.input() + axis.after(), reach);
    }
    int inputs = w.shape().extent(1);
    int outputs = geometry.outputChannels() / options.groups();
    int[] outputExtents = Canonical.extents(options.layout(), geometry.output());
    int positions = geometry.output().size() / (outputExtents[0] * outputExtents[1]);
    NdArray all = NdArray.zeros(x.dtype(), Shape.of(outputExtents));
    Convolver direct = new DirectConvolver().withParallelism(1);
    NdArray whole = Compare.padded(x, geometry, padded);
    for (int n = 0; n < geometry.batch(); n++) {
      for (int m = 0; m < geometry.outputChannels(); m++) {
        NdArray sum = null;
        for (int c = 0; c < inputs; c++) {
          NdArray plane = plane(whole, options.layout(), n, m / outputs * inputs + c, padded);
          NdArray kernel = kernel(w, geometry, m, c, window).reversed();
          NdArray part = picked(direct.convolve(plane, kernel, Mode.VALID), geometry);
          sum = sum == null ? part : Arithmetic.plus(sum, part);
        }
        for (int i = 0; i < positions; i++) {
          Gather.copy(sum, i, all, (n * geometry.outputChannels() + m) * positions + i);
        }
      }
    }
    NdArray expected =
        Canonical.gather(all, Layout.NCHW, options.layout(), outputExtents, index -> index);
    agree(subject, "against sums of correlations", expected, x, w, options);
  }

  private static NdArray plane(NdArray x, Layout layout, int n, int channel, int[] extents) {
    int[] one = new int[extents.length + 2];
    one[0] = 1;
    one[1] = 1;
    System.arraycopy(extents, 0, one, 2, extents.length);
    return Canonical.gather(
            x,
            layout,
            Layout.NCHW,
            one,
            index -> {
              index[0] = n;
              index[1] = channel;
              return index;
            })
        .reshape(Shape.of(extents));
  }

  /** One kernel, with zeros between its taps. */
  private static NdArray kernel(NdArray w, LayerGeometry geometry, int m, int c, int[] window) {
    int[] one = new int[window.length + 2];
    one[0] = 1;
    one[1] = 1;
    System.arraycopy(window, 0, one, 2, window.length);
    return Canonical.gather(
            w,
            Layout.NCHW,
            one,
            index -> {
              index[0] = m;
              index[1] = c;
              for (int a = 0; a < window.length; a++) {
                int dilation = geometry.axis(a).dilation();
                index[a + 2] = index[a + 2] % dilation == 0 ? index[a + 2] / dilation : -1;
              }
              return index;
            })
        .reshape(Shape.of(window));
  }

  /** Every s-th element. */
  private static NdArray picked(NdArray full, LayerGeometry geometry) {
    int[] extents = geometry.axes().stream().mapToInt(LayerAxis::output).toArray();
    Shape shape = Shape.of(extents);
    return Gather.of(
        full,
        shape,
        flat -> {
          int rest = flat;
          int source = 0;
          int step = 1;
          for (int a = extents.length - 1; a >= 0; a--) {
            source += rest % extents[a] * geometry.axis(a).stride() * step;
            rest /= extents[a];
            step *= full.shape().extent(a);
          }
          return source;
        });
  }

  private static void lowered(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray w = operands.weights();
    LayerOptions options = operands.options();
    agree(
        subject,
        "against the lowered input times weights",
        LoweredProduct.convolve(x, w, options),
        x,
        w,
        options);
  }

  private static void pointwise(LayerSubject subject, LayerOperands operands) {
    Layout layout = operands.options().layout();
    LayerOptions options = LayerOptions.basic().withLayout(layout);
    NdArray x = operands.input();
    int[] extents = Canonical.extents(layout, x.shape());
    int inputs = extents[1];
    int outputs = operands.weights().shape().extent(0);
    NdArray matrix = operands.another(Shape.of(outputs, inputs), 0);
    int[] kernel = new int[extents.length];
    Arrays.fill(kernel, 1);
    kernel[0] = outputs;
    kernel[1] = inputs;
    int positions = x.size() / (extents[0] * inputs);
    NdArray first = Canonical.gather(x, layout, Layout.NCHW, extents, index -> index);
    int[] result = Canonical.with(extents, 1, outputs);
    NdArray all = NdArray.zeros(x.dtype(), Shape.of(result));
    for (int n = 0; n < extents[0]; n++) {
      NdArray product = null;
      for (int c = 0; c < inputs; c++) {
        int row = (n * inputs + c) * positions;
        int channel = c;
        NdArray column = Gather.of(matrix, Shape.of(outputs), m -> m * inputs + channel);
        NdArray values = Gather.of(first, Shape.of(positions), i -> row + i);
        NdArray outer = Arithmetic.outer(column, values);
        product = product == null ? outer : Arithmetic.plus(product, outer);
      }
      for (int i = 0; i < outputs * positions; i++) {
        Gather.copy(product, i, all, n * outputs * positions + i);
      }
    }
    NdArray expected = Canonical.gather(all, Layout.NCHW, layout, result, index -> index);
    NdArray w = matrix.reshape(Shape.of(kernel));
    agree(
        subject,
        "against a product of matrices",
        expected,
        x,
        w,
        options.withPadding(Padding.VALID));
  }
}
