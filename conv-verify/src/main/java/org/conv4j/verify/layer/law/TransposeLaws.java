package org.conv4j.verify.layer.law;

import java.util.List;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.law.Agreement;
import org.conv4j.verify.law.Arithmetic;
import org.conv4j.verify.law.ExactSum;
import org.conv4j.verify.law.Violation;
import org.conv4j.verify.layer.operand.LayerOperands;
import org.conv4j.verify.layer.operand.LayerSpace;
import org.conv4j.verify.layer.oracle.LayerOracle;
import org.conv4j.verify.search.Drawing;

/** Transposed layers and gradients: the adjoints of a layer. */
final class TransposeLaws {
  private static final LayerSpace WITHOUT_ZERO_POINTS =
      LayerSpace.all().without(LayerFeature.ZERO_POINTS);

  private TransposeLaws() {}

  static List<LayerLaw> all() {
    return List.of(
        LayerLaw.must(
                "layer.transposed",
                "A transposed layer adds each input, times each tap, to the output that the tap"
                    + " stands at, output padding included.",
                TransposeLaws::transposed)
            .on(WITHOUT_ZERO_POINTS.without(LayerFeature.ROUNDING_UP)),
        LayerLaw.must(
                "layer.adjoint.input",
                "The gradient with respect to the input is the adjoint: <layer(x), y> = <x,"
                    + " inputGradient(y)>.",
                TransposeLaws::adjointOfInput)
            .on(WITHOUT_ZERO_POINTS),
        LayerLaw.must(
                "layer.adjoint.weights",
                "The gradient with respect to the weights is the adjoint: <layer(w), y> = <w,"
                    + " weightGradient(x, y)>.",
                TransposeLaws::adjointOfWeights)
            .on(WITHOUT_ZERO_POINTS),
        LayerLaw.must(
                "layer.gradient.bias",
                "The gradient with respect to the bias is the sum over the batch and all"
                    + " positions.",
                TransposeLaws::biasGradient)
            .on(WITHOUT_ZERO_POINTS),
        LayerLaw.must(
                "layer.gradient.sizes",
                "Gradients and transposed layers are within the bound at awkward extents, kernels"
                    + " and numbers of channels, too.",
                TransposeLaws::sizes)
            .on(WITHOUT_ZERO_POINTS.without(LayerFeature.ROUNDING_UP))
            .drawing(Drawing.SIZES));
  }

  private static void transposed(LayerSubject subject, LayerOperands operands) {
    LayerGeometry geometry = operands.geometry();
    int[] more = new int[geometry.spatialRank()];
    for (int a = 0; a < more.length; a++) {
      int most = Math.max(geometry.axis(a).stride(), geometry.axis(a).dilation()) - 1;
      more[a] = operands.choose(0, most);
    }
    transposed(subject, operands, operands.options().withOutputPadding(more));
  }

  private static void transposed(
      LayerSubject subject, LayerOperands operands, LayerOptions options) {
    LayerGeometry geometry = operands.geometry();
    NdArray w = operands.weights();
    NdArray y = operands.another(geometry.output(), 0);
    int results = geometry.inputChannels();
    NdArray b = operands.biasOrNull() == null ? null : operands.another(Shape.of(results), 1);
    if (!leavesAnOutput(y, w, options)) {
      return;
    }
    Agreement.within(
        subject,
        "transposed against the exact result",
        LayerOracle.transposed(y, w, b, options).exact(),
        subject.transposed(y, w, b, options));
  }

  /** Padding may cut all of a small transposed layer. */
  private static boolean leavesAnOutput(NdArray y, NdArray w, LayerOptions options) {
    try {
      LayerGeometry.ofTransposed(y.shape(), w.shape(), options);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void adjointOfInput(LayerSubject subject, LayerOperands operands) {
    LayerOptions options = operands.options();
    NdArray x = operands.input();
    NdArray w = operands.weights();
    NdArray y = operands.another(operands.geometry().output(), 0);
    NdArray forward = subject.convolve(x, w, null, options);
    NdArray back = subject.inputGradient(y, w, x.shape(), options);
    double bound =
        weighted(Compare.bound(subject, x, w, null, options), y)
            + weighted(
                LayerOracle.inputGradient(y, w, x.shape(), options).bound(subject.accuracy()), x);
    requireEqual(subject, "<layer(x), y>", forward, y, "<x, inputGradient(y)>", x, back, bound);
  }

  private static void adjointOfWeights(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray w = operands.weights();
    LayerOptions options = exchangeable(subject, operands);
    Shape output = LayerGeometry.of(x.shape(), w.shape(), options).output();
    NdArray y = operands.another(output, 0);
    NdArray forward = subject.convolve(x, w, null, options);
    NdArray back = subject.weightGradient(x, y, w.shape(), options);
    double bound =
        weighted(Compare.bound(subject, x, w, null, options), y)
            + weighted(
                LayerOracle.weightGradient(x, y, w.shape(), options).bound(subject.accuracy()), w);
    requireEqual(subject, "<layer(w), y>", forward, y, "<w, weightGradient(x, y)>", w, back, bound);
  }

  /**
   * Options of a layer whose gradient of the weights a subject computes: the default computes it as
   * a layer with stride and dilation exchanged, and must claim that.
   */
  private static LayerOptions exchangeable(LayerSubject subject, LayerOperands operands) {
    boolean dilates = subject.claims().features().contains(LayerFeature.DILATION);
    return dilates ? operands.options() : Compare.explicit(operands.geometry()).withStride(1);
  }

  /** Products without conjugates, as gradients of complex layers are. */
  private static void requireEqual(
      LayerSubject subject,
      String first,
      NdArray forward,
      NdArray y,
      String second,
      NdArray x,
      NdArray back,
      double bound) {
    ExactSum left = ExactSum.inner(forward, y.conjugate());
    ExactSum right = ExactSum.inner(x, back.conjugate());
    double error = left.distance(right, forward.dtype());
    // Each part of a complex inner product is a sum over both parts of either factor.
    double fraction = error == 0 ? 0 : error / (2 * bound);
    subject.used(fraction);
    if (!(fraction <= 1)) {
      throw new Violation(
          first
              + " is "
              + left
              + ", "
              + second
              + " is "
              + right
              + ": error "
              + error
              + ", allowed "
              + 2 * bound);
    }
  }

  /** The sum of the elements' bounds, each times the magnitude that it is multiplied with. */
  private static double weighted(NdArray bound, NdArray factors) {
    double[] magnitudes = Arithmetic.abs(factors).doubles();
    double sum = 0;
    for (int i = 0; i < magnitudes.length; i++) {
      sum += bound.doubles()[i] * magnitudes[i];
    }
    return sum;
  }

  private static void biasGradient(LayerSubject subject, LayerOperands operands) {
    LayerOptions options = operands.options();
    NdArray y = operands.another(operands.geometry().output(), 0);
    Agreement.within(
        subject,
        "biasGradient against the exact result",
        LayerOracle.biasGradient(y, options).exact(),
        subject.biasGradient(y, options));
  }

  private static void sizes(LayerSubject subject, LayerOperands operands) {
    transposed(subject, operands, operands.options());
    biasGradient(subject, operands);
    NdArray x = operands.input();
    NdArray w = operands.weights();
    LayerOptions options = operands.options();
    NdArray y = operands.another(operands.geometry().output(), 0);
    Agreement.within(
        subject,
        "inputGradient against the exact result",
        LayerOracle.inputGradient(y, w, x.shape(), options).exact(),
        subject.inputGradient(y, w, x.shape(), options));
    LayerOptions exchangeable = exchangeable(subject, operands);
    Shape output = LayerGeometry.of(x.shape(), w.shape(), exchangeable).output();
    NdArray outputGradient = operands.another(output, 2);
    Agreement.within(
        subject,
        "weightGradient against the exact result",
        LayerOracle.weightGradient(x, outputGradient, w.shape(), exchangeable).exact(),
        subject.weightGradient(x, outputGradient, w.shape(), exchangeable));
  }
}
