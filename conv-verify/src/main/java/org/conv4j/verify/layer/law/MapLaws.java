package org.conv4j.verify.layer.law;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.Shape;
import org.conv4j.verify.law.Agreement;
import org.conv4j.verify.law.Arithmetic;
import org.conv4j.verify.layer.operand.LayerOperands;
import org.conv4j.verify.layer.operand.LayerSpace;
import org.conv4j.verify.operand.Gather;
import org.conv4j.verify.operand.Regime;

/** A layer as a map: of items, of channels, of sums, and of shifted inputs. */
final class MapLaws {
  /** Operands whose sums are exact. */
  private static final LayerSpace SUMMABLE =
      LayerSpace.all()
          .withRegimes(Regime.INTEGERS, Regime.DYADIC, Regime.WORDS)
          .without(LayerFeature.ZERO_POINTS);

  private MapLaws() {}

  static List<LayerLaw> all() {
    return List.of(
        LayerLaw.must(
            "layer.batch",
            "Each item of a batch gives what it gives alone, at its own place.",
            MapLaws::batch),
        LayerLaw.must(
            "layer.outputs.permuted",
            "Permuting the filters of a group, with their biases, permutes the output channels.",
            MapLaws::outputsPermuted),
        LayerLaw.must(
            "layer.inputs.permuted",
            "Permuting the input channels of each group together with the channels of the weights"
                + " changes nothing.",
            MapLaws::inputsPermuted),
        LayerLaw.must(
            "layer.bias", "A bias is added to every output of its channel.", MapLaws::bias),
        LayerLaw.must(
                "layer.linear.input",
                "The sum of two inputs gives the sum of their results.",
                MapLaws::linearInInput)
            .on(SUMMABLE),
        LayerLaw.must(
                "layer.linear.weights",
                "The sum of two sets of weights gives the sum of their results.",
                MapLaws::linearInWeights)
            .on(SUMMABLE),
        LayerLaw.must(
            "layer.shift",
            "An input without its first s elements, s being the stride, gives the outputs without"
                + " the first.",
            MapLaws::shift));
  }

  private static void batch(LayerSubject subject, LayerOperands operands) {
    NdArray w = operands.weights();
    NdArray b = operands.biasOrNull();
    LayerOptions options = operands.options();
    int items = operands.choose(2, 4);
    Shape shape = operands.input().shape();
    int[] whole = shape.toArray();
    whole[0] = items;
    NdArray stack = operands.another(Shape.of(whole), 0);
    NdArray together = subject.convolve(stack, w, b, options);
    NdArray bound = Compare.bound(subject, stack, w, b, options);
    for (int n = 0; n < items; n++) {
      NdArray alone = item(stack, n);
      Compare.agree(
          subject,
          "item " + n + " of " + items + " against the same alone",
          subject.convolve(alone, w, b, options),
          item(together, n),
          Compare.bound(subject, alone, w, b, options),
          item(bound, n));
    }
  }

  private static NdArray item(NdArray stack, int n) {
    int[] extents = stack.shape().toArray();
    extents[0] = 1;
    int size = stack.size() / stack.shape().extent(0);
    return Gather.of(stack, Shape.of(extents), i -> n * size + i);
  }

  /** The channel that takes a channel's place: each group's channels, moved on in a circle. */
  private static int moved(int channel, int ofGroup, int by) {
    return channel / ofGroup * ofGroup + (channel % ofGroup + by) % ofGroup;
  }

  private static void outputsPermuted(LayerSubject subject, LayerOperands operands) {
    LayerOptions options = operands.options();
    NdArray x = operands.input();
    NdArray w = operands.weights();
    NdArray b = operands.someBias();
    int ofGroup = w.shape().extent(0) / options.groups();
    int by = ofGroup == 1 ? 0 : operands.choose(1, ofGroup - 1);
    int taps = w.size() / w.shape().extent(0);
    NdArray filters = Gather.of(w, w.shape(), i -> moved(i / taps, ofGroup, by) * taps + i % taps);
    NdArray biases = Gather.of(b, b.shape(), m -> moved(m, ofGroup, by));
    LayerOptions moved =
        options.hasZeroPoints()
            ? options.withZeroPoints(
                options.inputZeroPoint(), zeroPoints(options, b.size(), ofGroup, by))
            : options;
    UnaryOperator<NdArray> permuted =
        array ->
            Canonical.gather(
                array,
                options.layout(),
                Canonical.extents(options.layout(), array.shape()),
                index -> {
                  index[1] = moved(index[1], ofGroup, by);
                  return index;
                });
    Compare.agree(
        subject,
        "filters permuted",
        permuted.apply(subject.convolve(x, w, b, options)),
        subject.convolve(x, filters, biases, moved),
        permuted.apply(Compare.bound(subject, x, w, b, options)),
        Compare.bound(subject, x, filters, biases, moved));
  }

  private static int[] zeroPoints(LayerOptions options, int channels, int ofGroup, int by) {
    int[] points = new int[channels];
    Arrays.setAll(points, m -> options.weightZeroPoint(moved(m, ofGroup, by)));
    return points;
  }

  private static void inputsPermuted(LayerSubject subject, LayerOperands operands) {
    LayerOptions options = operands.options();
    NdArray x = operands.input();
    NdArray w = operands.weights();
    NdArray b = operands.biasOrNull();
    int ofGroup = w.shape().extent(1);
    int by = ofGroup == 1 ? 0 : operands.choose(1, ofGroup - 1);
    UnaryOperator<int[]> move =
        index -> {
          index[1] = moved(index[1], ofGroup, by);
          return index;
        };
    NdArray channels =
        Canonical.gather(x, options.layout(), Canonical.extents(options.layout(), x.shape()), move);
    NdArray kernels = Canonical.gather(w, Layout.NCHW, w.shape().toArray(), move);
    Compare.agree(
        subject,
        "input channels permuted",
        subject.convolve(x, w, b, options),
        subject.convolve(channels, kernels, b, options),
        Compare.bound(subject, x, w, b, options),
        Compare.bound(subject, channels, kernels, b, options));
  }

  private static void bias(LayerSubject subject, LayerOperands operands) {
    LayerOptions options = operands.options();
    NdArray x = operands.input();
    NdArray w = operands.weights();
    NdArray b = operands.someBias();
    NdArray without = subject.convolve(x, w, null, options);
    NdArray spread =
        Canonical.gather(
            b.reshape(ofChannels(b.size(), w.rank())),
            Layout.NCHW,
            options.layout(),
            Canonical.extents(options.layout(), without.shape()),
            index -> {
              int channel = index[1];
              Arrays.fill(index, 0);
              index[1] = channel;
              return index;
            });
    NdArray bound = Compare.bound(subject, x, w, b, options);
    Compare.agree(
        subject,
        "with a bias against the sum",
        Arithmetic.plus(Arithmetic.wide(without), Arithmetic.wide(spread)),
        subject.convolve(x, w, b, options),
        Compare.bound(subject, x, w, null, options),
        // The law's own sum is rounded, too.
        Agreement.plus(bound, bound));
  }

  private static Shape ofChannels(int channels, int rank) {
    int[] extents = new int[rank];
    Arrays.fill(extents, 1);
    extents[1] = channels;
    return Shape.of(extents);
  }

  private static void linearInInput(LayerSubject subject, LayerOperands operands) {
    NdArray w = operands.weights();
    LayerOptions options = operands.options();
    linear(
        subject,
        "the sum of two inputs",
        operands.input(),
        operands.another(operands.input().shape(), 0),
        x -> subject.convolve(x, w, null, options),
        x -> Compare.bound(subject, x, w, null, options));
  }

  private static void linearInWeights(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    LayerOptions options = operands.options();
    linear(
        subject,
        "the sum of two sets of weights",
        operands.weights(),
        operands.another(operands.weights().shape(), 0),
        w -> subject.convolve(x, w, null, options),
        w -> Compare.bound(subject, x, w, null, options));
  }

  private static void linear(
      LayerSubject subject,
      String what,
      NdArray a,
      NdArray b,
      UnaryOperator<NdArray> convolve,
      UnaryOperator<NdArray> boundOf) {
    NdArray sum = Arithmetic.plus(a, b);
    NdArray expected =
        Arithmetic.plus(Arithmetic.wide(convolve.apply(a)), Arithmetic.wide(convolve.apply(b)));
    NdArray parts = Agreement.plus(boundOf.apply(a), boundOf.apply(b));
    NdArray bound = boundOf.apply(sum);
    // The law's own sum is rounded, too.
    Compare.agree(
        subject, what, expected, convolve.apply(sum), parts, Agreement.plus(bound, parts));
  }

  private static void shift(LayerSubject subject, LayerOperands operands) {
    LayerGeometry drawn = operands.geometry();
    LayerOptions options = operands.options().withPadding(Padding.VALID);
    Layout layout = options.layout();
    int axis = operands.choose(0, drawn.spatialRank() - 1);
    int stride = drawn.axis(axis).stride();
    int[] extents = Canonical.extents(layout, operands.input().shape());
    for (int a = 0; a < drawn.spatialRank(); a++) {
      extents[a + 2] = Math.max(extents[a + 2], drawn.axis(a).window());
    }
    int[] longer = Canonical.with(extents, axis + 2, extents[axis + 2] + stride);
    NdArray x = operands.another(Canonical.shape(layout, longer), 0);
    NdArray w = operands.weights();
    NdArray b = operands.biasOrNull();
    NdArray later = Canonical.gather(x, layout, extents, index -> onAxis(index, axis, stride));
    LayerGeometry geometry = LayerGeometry.of(later.shape(), w.shape(), options);
    int[] outputs = Canonical.extents(layout, geometry.output());
    UnaryOperator<NdArray> rest =
        array -> Canonical.gather(array, layout, outputs, index -> onAxis(index, axis, 1));
    Compare.agree(
        subject,
        "shifted by " + stride + " on spatial axis " + axis,
        rest.apply(subject.convolve(x, w, b, options)),
        subject.convolve(later, w, b, options),
        rest.apply(Compare.bound(subject, x, w, b, options)),
        Compare.bound(subject, later, w, b, options));
  }

  private static int[] onAxis(int[] index, int axis, int by) {
    index[axis + 2] += by;
    return index;
  }
}
