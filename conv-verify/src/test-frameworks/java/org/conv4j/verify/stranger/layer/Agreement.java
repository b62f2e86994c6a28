package org.conv4j.verify.stranger.layer;

import java.util.Arrays;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.direct.layer.DirectLayerConvolver;
import org.conv4j.verify.operand.Uniform;

/**
 * The operands of a layer, and how far a result is from the sum. The sum is computed by {@code
 * layer-direct} in double precision; its own error is allowed too, which doubles what is allowed
 * where the result has that precision as well.
 */
final class Agreement {
  private static final LayerConvolver DIRECT = new DirectLayerConvolver();

  /** What is computed. */
  enum Operation {
    LAYER,
    TRANSPOSED;

    NdArray of(LayerConvolver layers, NdArray x, NdArray w, NdArray biasOrNull, LayerOptions o) {
      return this == LAYER
          ? layers.convolve(x, w, biasOrNull, o)
          : layers.transposed(x, w, biasOrNull, o);
    }
  }

  private final Operation operation;
  private final LayerOptions options;
  private final LayerGeometry geometry;
  final NdArray input;
  final NdArray weights;
  final NdArray biasOrNull;

  private Agreement(
      Operation operation, LayerCase layer, NdArray input, NdArray weights, boolean bias) {
    this.operation = operation;
    this.options = layer.options();
    this.input = input;
    this.weights = weights;
    boolean forward = operation == Operation.LAYER;
    this.geometry =
        forward
            ? LayerGeometry.of(layer.input(), layer.weights(), options)
            : LayerGeometry.ofTransposed(layer.input(), layer.weights(), options);
    int channels = forward ? geometry.outputChannels() : geometry.inputChannels();
    this.biasOrNull = bias ? Uniform.array(input.dtype(), Shape.of(channels), 3) : null;
  }

  /** With operands at random; every other layer has a bias. */
  static Agreement of(Operation operation, LayerCase layer, DType dtype) {
    return new Agreement(
        operation,
        layer,
        Uniform.array(dtype, layer.input(), 1),
        Uniform.array(dtype, layer.weights(), 2),
        layer.input().size() % 2 == 0);
  }

  /** With operands of the caller's. */
  static Agreement of(LayerCase layer, NdArray input, NdArray weights) {
    return new Agreement(Operation.LAYER, layer, input, weights, false);
  }

  /** What an implementation gives for the operands. */
  NdArray by(LayerConvolver layers) {
    return operation.of(layers, input, weights, biasOrNull, options);
  }

  /** What {@code layer-direct} gives in the same type; exact for integers. */
  NdArray direct() {
    return by(DIRECT);
  }

  /** The shape of the result. */
  Shape shape() {
    return operation == Operation.LAYER ? geometry.output() : geometry.input();
  }

  /**
   * The largest error of an element, as a fraction of what the class {@link Accuracy#COMPONENTWISE}
   * allows for it.
   */
  double fractionOfBound(NdArray result) {
    DType dtype = input.dtype();
    if (!dtype.isComplex()) {
      return fraction(
          result,
          sum(input, weights, biasOrNull, false),
          sum(input, weights, biasOrNull, true),
          dtype,
          roundings());
    }
    NdArray[] x = {input.real(), input.imaginary()};
    NdArray[] w = {weights.real(), weights.imaginary()};
    NdArray b = biasOrNull == null ? null : biasOrNull.real();
    NdArray c = biasOrNull == null ? null : biasOrNull.imaginary();
    NdArray minus = plus(sum(x[0], w[0], b, false), -1, sum(x[1], w[1], null, false));
    NdArray plus = plus(sum(x[0], w[1], c, false), 1, sum(x[1], w[0], null, false));
    NdArray real = plus(sum(x[0], w[0], b, true), 1, sum(x[1], w[1], null, true));
    NdArray imaginary = plus(sum(x[0], w[1], c, true), 1, sum(x[1], w[0], null, true));
    return Math.max(
        fraction(result.real(), minus, real, dtype, roundings()),
        fraction(result.imaginary(), plus, imaginary, dtype, roundings()));
  }

  /**
   * The largest error of a complex element, as a fraction of what three products allow: {@code a =
   * xr wr}, {@code b = xi wi} and {@code c = (xr + xi) (wr + wi)} give {@code a - b} and {@code c -
   * a - b}. With {@code m} terms, two roundings before each product of {@code c} and two after the
   * sums, the error is at most {@code (m + 4) u / (1 - (m + 4) u)} times the sum of {@code 2 (|xr|
   * + |xi|) (|wr| + |wi|)}. There is no bias.
   */
  double fractionOfThreeProducts(NdArray result) {
    NdArray x = plus(wide(input.real(), true), 1, wide(input.imaginary(), true));
    NdArray w = plus(wide(weights.real(), true), 1, wide(weights.imaginary(), true));
    NdArray half = sum(x, w, null, false);
    NdArray magnitudes = plus(half, 1, half);
    NdArray re = plus(product(true, true), -1, product(false, false));
    NdArray im = plus(product(true, false), 1, product(false, true));
    double roundings = terms() + 4;
    return Math.max(
        fraction(result.real(), re, magnitudes, DType.FLOAT32, roundings),
        fraction(result.imaginary(), im, magnitudes, DType.FLOAT32, roundings));
  }

  private NdArray product(boolean realInput, boolean realWeights) {
    return sum(
        realInput ? input.real() : input.imaginary(),
        realWeights ? weights.real() : weights.imaginary(),
        null,
        false);
  }

  /** The sum of the terms or of their magnitudes, in double precision. */
  private NdArray sum(NdArray x, NdArray w, NdArray biasOrNull, boolean magnitudes) {
    return operation.of(
        DIRECT, wide(x, magnitudes), wide(w, magnitudes), wide(biasOrNull, magnitudes), options);
  }

  private static NdArray wide(NdArray arrayOrNull, boolean magnitudes) {
    if (arrayOrNull == null) {
      return null;
    }
    double[] values = arrayOrNull.cast(DType.FLOAT64).copy().doubles();
    if (magnitudes) {
      Arrays.setAll(values, i -> Math.abs(values[i]));
    }
    return NdArray.wrap(values, arrayOrNull.shape());
  }

  private static NdArray plus(NdArray a, int sign, NdArray b) {
    double[] sum = new double[a.size()];
    Arrays.setAll(sum, i -> a.doubles()[i] + sign * b.doubles()[i]);
    return NdArray.wrap(sum, a.shape());
  }

  /** The number of products in the longest sum. */
  private double terms() {
    double taps = (double) geometry.terms() / geometry.weights().extent(1);
    boolean forward = operation == Operation.LAYER;
    int channels = forward ? geometry.inputChannels() : geometry.outputChannels();
    return taps * channels / options.groups();
  }

  /** The number of terms, the bias counted as one. */
  private double roundings() {
    return terms() + (biasOrNull == null ? 0 : 1);
  }

  private static double fraction(
      NdArray part, NdArray sum, NdArray magnitudes, DType dtype, double roundings) {
    double factor =
        Accuracy.componentwiseFactor(dtype, roundings)
            + 2 * Accuracy.componentwiseFactor(DType.FLOAT64, 2 * roundings);
    double least = roundings * (dtype == DType.FLOAT64 ? Double.MIN_VALUE : Float.MIN_VALUE);
    double[] values = part.cast(DType.FLOAT64).doubles();
    double worst = 0;
    for (int i = 0; i < values.length; i++) {
      double error = Math.abs(values[i] - sum.doubles()[i]);
      double allowed = factor * magnitudes.doubles()[i] + least;
      // A comparison that NaN fails: it is no error that is allowed.
      if (!(error <= worst * allowed)) {
        worst = error / allowed;
      }
    }
    return worst;
  }
}
