package org.conv4j.verify.layer.oracle;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Gather;
import org.conv4j.verify.oracle.ErrorBounds;
import org.conv4j.verify.oracle.ExactResult;
import org.conv4j.verify.oracle.SumsOfProducts;
import org.conv4j.verify.oracle.Terms;

/**
 * What a call of a layer must give, by exact arithmetic, and how far from it a result may be.
 *
 * <p>Each element of the result is a sum of products, a bias being one more; {@link Accuracy} has
 * the bounds.
 */
public final class LayerOracle {
  private final DType dtype;
  private final NdArray a;
  private final NdArray b;
  private final NdArray addend;
  private final Terms terms;
  private final Shape shape;
  private final double normwise;
  private final double[] norms;

  private LayerOracle(
      DType dtype, NdArray a, NdArray b, NdArray addend, Terms terms, Shape shape, Norms norms) {
    this.dtype = dtype;
    this.a = a;
    this.b = b;
    this.addend = addend;
    this.terms = terms;
    this.shape = shape;
    this.normwise = norms.factor(dtype);
    double[] more = dtype.isInteger() ? new double[terms.sums()] : ErrorBounds.magnitudes(addend);
    Arrays.setAll(more, i -> more[i] + norms.of(i));
    this.norms = more;
  }

  /** The same sums as an array of another shape. */
  private LayerOracle(LayerOracle sums, Shape shape) {
    this.dtype = sums.dtype;
    this.a = sums.a;
    this.b = sums.b;
    this.addend = sums.addend;
    this.terms = sums.terms;
    this.shape = shape;
    this.normwise = sums.normwise;
    this.norms = sums.norms;
  }

  /** The norms that the elements of a result are in proportion to. */
  private interface Norms {
    /** The factor of the bound. */
    double factor(DType dtype);

    /** What it multiplies. */
    double of(int element);
  }

  /**
   * A layer.
   *
   * @param input in the layout of the options
   * @param weights the weights
   * @param biasOrNull the bias, if there is one
   * @param options stride, padding and so on
   * @return what {@link org.conv4j.api.LayerConvolver#convolve} must give
   */
  public static LayerOracle convolve(
      NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
    LayerGeometry geometry = LayerGeometry.of(input.shape(), weights.shape(), options);
    DType dtype = DType.promote(input.dtype(), weights.dtype());
    NdArray x = input.cast(dtype);
    NdArray w = weights.cast(dtype);
    if (dtype.isInteger()) {
      int taps = weights.size() / weights.shape().extent(0);
      x = minus(x, i -> options.inputZeroPoint());
      w = minus(w, i -> options.weightZeroPoint(i / taps));
    }
    double[][] ofInput = channels(x, geometry.options().layout().channelAxis(x.rank()));
    double[][] ofWeights = channels(w, 1);
    int inputs = weights.shape().extent(1);
    int outputs = geometry.outputChannels() / options.groups();
    Channels place = new Channels(geometry, geometry.output());
    Norms norms =
        norms(
            geometry,
            inputs,
            i -> {
              int m = place.channel(i);
              return IntStream.range(0, inputs)
                  .mapToDouble(
                      c -> ofInput[place.item(i)][m / outputs * inputs + c] * ofWeights[m][c])
                  .sum();
            });
    return new LayerOracle(
        dtype,
        x,
        w,
        spread(biasOrNull, dtype, place),
        LayerTerms.of(geometry).forward(),
        geometry.output(),
        norms);
  }

  /**
   * A transposed layer.
   *
   * @param input what the transposed layer takes
   * @param weights the weights
   * @param biasOrNull the bias, if there is one
   * @param options stride, padding and so on
   * @return what {@link org.conv4j.api.LayerConvolver#transposed} must give
   */
  public static LayerOracle transposed(
      NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
    LayerGeometry geometry = LayerGeometry.ofTransposed(input.shape(), weights.shape(), options);
    return transposed(geometry, input, weights, biasOrNull);
  }

  /**
   * The gradient with respect to the input.
   *
   * @param outputGradient that with respect to the output
   * @param weights the weights
   * @param inputShape the shape of the input
   * @param options those of the layer
   * @return what {@link org.conv4j.api.LayerConvolver#inputGradient} must give
   */
  public static LayerOracle inputGradient(
      NdArray outputGradient, NdArray weights, Shape inputShape, LayerOptions options) {
    LayerGeometry geometry = LayerGeometry.of(inputShape, weights.shape(), options);
    return transposed(geometry, outputGradient, weights, null);
  }

  private static LayerOracle transposed(
      LayerGeometry geometry, NdArray output, NdArray weights, NdArray biasOrNull) {
    DType dtype = DType.promote(output.dtype(), weights.dtype());
    NdArray y = output.cast(dtype);
    NdArray w = weights.cast(dtype);
    double[][] ofOutput = channels(y, geometry.options().layout().channelAxis(y.rank()));
    double[][] ofWeights = channels(w, 1);
    int inputs = weights.shape().extent(1);
    int outputs = geometry.outputChannels() / geometry.options().groups();
    Channels place = new Channels(geometry, geometry.input());
    Norms norms =
        norms(
            geometry,
            outputs,
            i -> {
              int c = place.channel(i);
              int first = c / inputs * outputs;
              return IntStream.range(first, first + outputs)
                  .mapToDouble(m -> ofOutput[place.item(i)][m] * ofWeights[m][c % inputs])
                  .sum();
            });
    return new LayerOracle(
        dtype,
        y,
        w,
        spread(biasOrNull, dtype, place),
        LayerTerms.of(geometry).transposed(),
        geometry.input(),
        norms);
  }

  /**
   * The gradient with respect to the weights.
   *
   * @param input the input
   * @param outputGradient that with respect to the output
   * @param weightsShape the shape of the weights
   * @param options those of the layer
   * @return what {@link org.conv4j.api.LayerConvolver#weightGradient} must give
   */
  public static LayerOracle weightGradient(
      NdArray input, NdArray outputGradient, Shape weightsShape, LayerOptions options) {
    LayerGeometry geometry = LayerGeometry.of(input.shape(), weightsShape, options);
    DType dtype = DType.promote(input.dtype(), outputGradient.dtype());
    NdArray x = input.cast(dtype);
    NdArray y = outputGradient.cast(dtype);
    double[][] ofInput = channels(x, options.layout().channelAxis(x.rank()));
    double[][] ofOutput = channels(y, options.layout().channelAxis(y.rank()));
    int inputs = weightsShape.extent(1);
    int outputs = geometry.outputChannels() / options.groups();
    int taps = weightsShape.size() / (weightsShape.extent(0) * inputs);
    Norms norms =
        norms(
            geometry,
            geometry.batch(),
            i -> {
              int m = i / taps / inputs;
              int c = m / outputs * inputs + i / taps % inputs;
              return IntStream.range(0, geometry.batch())
                  .mapToDouble(n -> ofInput[n][c] * ofOutput[n][m])
                  .sum();
            });
    return new LayerOracle(
        dtype,
        x,
        y,
        NdArray.zeros(dtype, weightsShape),
        LayerTerms.of(geometry).weightGradient(),
        weightsShape,
        norms);
  }

  /**
   * The gradient with respect to the bias: a layer whose one filter is made of ones, of all items
   * and positions, and whose batch is the channels.
   *
   * @param outputGradient that with respect to the output
   * @param options those of the layer
   * @return what {@link org.conv4j.api.LayerConvolver#biasGradient} must give
   */
  public static LayerOracle biasGradient(NdArray outputGradient, LayerOptions options) {
    Shape shape = outputGradient.shape();
    int axis = options.layout().channelAxis(shape.rank());
    int channels = shape.extent(axis);
    int after = after(shape, axis);
    int of = outputGradient.size() / channels;
    // For each channel, all that belongs to it, in the order of storage.
    NdArray rows =
        Gather.of(
            outputGradient,
            Shape.of(channels, 1, of),
            i -> (i % of / after * channels + i / of) * after + i % of % after);
    double[] ones = new double[of];
    Arrays.fill(ones, 1);
    NdArray filter = NdArray.wrap(ones, Shape.of(1, 1, of)).cast(outputGradient.dtype());
    LayerOracle sums = convolve(rows, filter, null, LayerOptions.basic());
    return new LayerOracle(sums, Shape.of(channels));
  }

  /**
   * The exact result.
   *
   * @return it, with the bounds of each class
   */
  public ExactResult exact() {
    return new SumsOfProducts(dtype, a, b, addend, terms, shape, normwise, norms);
  }

  /**
   * How far each element of a result may be from the exact one, in double arithmetic: quick, and
   * right as long as nothing overflows.
   *
   * @param accuracy the class that was claimed
   * @return a {@code FLOAT64} array of the shape of the result; zeros for integers
   */
  public NdArray bound(Accuracy accuracy) {
    if (dtype.isInteger()) {
      return NdArray.zeros(DType.FLOAT64, shape);
    }
    double count = terms.longest() + 1.0;
    double[] bound = terms.sums(ErrorBounds.magnitudes(a), ErrorBounds.magnitudes(b));
    double[] more = ErrorBounds.magnitudes(addend);
    double factor = Accuracy.componentwiseFactor(dtype, count);
    // The bound is itself a computed sum of magnitudes that were rounded.
    double own = 1 + 2 * Accuracy.componentwiseFactor(DType.FLOAT64, count + 4);
    Arrays.setAll(
        bound,
        i -> {
          double componentwise = factor * (bound[i] + more[i]);
          double wider = accuracy == Accuracy.NORMWISE ? normwise * norms[i] : 0;
          return Math.max(wider, componentwise) * own + count * ErrorBounds.least(dtype);
        });
    return NdArray.wrap(bound, shape);
  }

  private static Norms norms(LayerGeometry geometry, int products, IntToDoubleFunction of) {
    return new Norms() {
      @Override
      public double factor(DType dtype) {
        return Accuracy.normwiseFactor(dtype, geometry, products);
      }

      @Override
      public double of(int element) {
        return of.applyAsDouble(element);
      }
    };
  }

  /** To which item and channel the elements of an array belong. */
  private record Channels(LayerGeometry geometry, Shape shape) {
    int item(int flat) {
      return flat / (shape.size() / shape.extent(0));
    }

    int channel(int flat) {
      int axis = geometry.options().layout().channelAxis(shape.rank());
      return flat / after(shape, axis) % shape.extent(axis);
    }
  }

  private static int after(Shape shape, int axis) {
    int size = 1;
    for (int at = axis + 1; at < shape.rank(); at++) {
      size *= shape.extent(at);
    }
    return size;
  }

  /** The norms of an array by its first axis and another one. */
  private static double[][] channels(NdArray array, int axis) {
    Shape shape = array.shape();
    double[][] norms = new double[shape.extent(0)][shape.extent(axis)];
    if (array.dtype().isInteger()) {
      return norms;
    }
    double[] magnitudes = ErrorBounds.magnitudes(array);
    int ofItem = array.size() / shape.extent(0);
    int after = after(shape, axis);
    for (int i = 0; i < magnitudes.length; i++) {
      norms[i / ofItem][i / after % shape.extent(axis)] += magnitudes[i] * magnitudes[i];
    }
    for (double[] ofChannels : norms) {
      Arrays.setAll(ofChannels, c -> Math.sqrt(ofChannels[c]) * (1 + 0x1p-40));
    }
    return norms;
  }

  private static NdArray minus(NdArray array, IntUnaryOperator zeroPoint) {
    long[] values = array.cast(DType.INT64).longs().clone();
    Arrays.setAll(values, i -> values[i] - zeroPoint.applyAsInt(i));
    return NdArray.wrap(values, array.shape());
  }

  /** The bias at each element of a result; zeros if there is none. */
  private static NdArray spread(NdArray biasOrNull, DType dtype, Channels place) {
    return biasOrNull == null
        ? NdArray.zeros(dtype, place.shape())
        : Gather.of(biasOrNull, place.shape(), place::channel);
  }
}
