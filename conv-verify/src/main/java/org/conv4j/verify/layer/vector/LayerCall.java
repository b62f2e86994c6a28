package org.conv4j.verify.layer.vector;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/**
 * An operation of a layer with all that it takes.
 *
 * <table>
 * <caption>What each operation takes</caption>
 * <tr><th>operation</th><th>operands</th></tr>
 * <tr><td>{@code CONVOLVE}</td><td>input, weights, perhaps a bias</td></tr>
 * <tr><td>{@code TRANSPOSED}</td><td>input, weights, perhaps a bias</td></tr>
 * <tr><td>{@code INPUT_GRADIENT}</td><td>output gradient, weights, shape of the input</td></tr>
 * <tr><td>{@code WEIGHT_GRADIENT}</td><td>input, output gradient, shape of the weights</td></tr>
 * <tr><td>{@code BIAS_GRADIENT}</td><td>output gradient</td></tr>
 * </table>
 *
 * <p>Immutable: arrays are copied on the way in and out, so a layer that spoils its operands does
 * not spoil the call.
 *
 * @param operation what is asked for
 * @param options stride, padding and so on
 * @param input the input of the layer or of the transposed layer, in the layout of the options
 * @param weights {@code (Cout, Cin / groups, kernel…)}
 * @param bias one number for each channel of the result
 * @param outputGradient the gradient with respect to the output, in the layout of the options
 * @param shape that of the result of a gradient for input or weights
 */
public record LayerCall(
    LayerOperation operation,
    LayerOptions options,
    Optional<NdArray> input,
    Optional<NdArray> weights,
    Optional<NdArray> bias,
    Optional<NdArray> outputGradient,
    Optional<Shape> shape) {

  /**
   * Copies the arrays.
   *
   * @param operation what is asked for
   * @param options stride, padding and so on
   * @param input the input, if the operation takes it
   * @param weights the weights, if the operation takes them
   * @param bias the bias, if there is one
   * @param outputGradient the gradient for the output, if the operation takes it
   * @param shape the shape of the result, if the operation takes it
   * @throws NullPointerException if a component is null
   * @throws IllegalArgumentException if an operand is missing, or there is one that the operation
   *     does not take
   */
  public LayerCall {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(options, "options");
    input = input.map(NdArray::copy);
    weights = weights.map(NdArray::copy);
    bias = bias.map(NdArray::copy);
    outputGradient = outputGradient.map(NdArray::copy);
    boolean gradient =
        operation != LayerOperation.CONVOLVE && operation != LayerOperation.TRANSPOSED;
    boolean toWeights = operation == LayerOperation.WEIGHT_GRADIENT;
    boolean toBias = operation == LayerOperation.BIAS_GRADIENT;
    require(operation, "an input", input, !gradient || toWeights);
    require(operation, "weights", weights, !toWeights && !toBias);
    require(operation, "an output gradient", outputGradient, gradient);
    require(operation, "a shape", shape, gradient && !toBias);
    if (gradient) {
      require(operation, "a bias", bias, false);
    }
  }

  private static void require(
      LayerOperation operation, String name, Optional<?> operand, boolean taken) {
    if (operand.isPresent() != taken) {
      throw new IllegalArgumentException(
          operation.name().toLowerCase(Locale.ROOT)
              + (taken ? " takes " : " does not take ")
              + name);
    }
  }

  /**
   * The input.
   *
   * @return a fresh copy, or empty
   */
  @Override
  public Optional<NdArray> input() {
    return input.map(NdArray::copy);
  }

  /**
   * The weights.
   *
   * @return a fresh copy, or empty
   */
  @Override
  public Optional<NdArray> weights() {
    return weights.map(NdArray::copy);
  }

  /**
   * The bias.
   *
   * @return a fresh copy, or empty
   */
  @Override
  public Optional<NdArray> bias() {
    return bias.map(NdArray::copy);
  }

  /**
   * The gradient with respect to the output.
   *
   * @return a fresh copy, or empty
   */
  @Override
  public Optional<NdArray> outputGradient() {
    return outputGradient.map(NdArray::copy);
  }

  /**
   * What an implementation answers. It gets copies of the operands.
   *
   * @param layers the implementation
   * @return its result
   */
  public NdArray by(LayerConvolver layers) {
    return switch (operation) {
      case CONVOLVE ->
          layers.convolve(
              input().orElseThrow(), weights().orElseThrow(), bias().orElse(null), options);
      case TRANSPOSED ->
          layers.transposed(
              input().orElseThrow(), weights().orElseThrow(), bias().orElse(null), options);
      case INPUT_GRADIENT ->
          layers.inputGradient(
              outputGradient().orElseThrow(),
              weights().orElseThrow(),
              shape.orElseThrow(),
              options);
      case WEIGHT_GRADIENT ->
          layers.weightGradient(
              input().orElseThrow(), outputGradient().orElseThrow(), shape.orElseThrow(), options);
      case BIAS_GRADIENT -> layers.biasGradient(outputGradient().orElseThrow(), options);
    };
  }

  /**
   * The same call with other numbers.
   *
   * @param change takes an array and returns one of its shape
   * @return the call with all arrays changed
   */
  public LayerCall map(UnaryOperator<NdArray> change) {
    return new LayerCall(
        operation,
        options,
        input.map(change),
        weights.map(change),
        bias.map(change),
        outputGradient.map(change),
        shape);
  }

  /**
   * The type of the result.
   *
   * @return the promoted type of the operands other than the bias
   */
  public DType resultType() {
    return Stream.of(input, weights, outputGradient)
        .flatMap(Optional::stream)
        .map(NdArray::dtype)
        .reduce(DType::promote)
        .orElseThrow();
  }

  /**
   * The shape of the result, as the operands and options determine it.
   *
   * @return the shape
   * @throws IllegalArgumentException if shapes and options do not go together
   * @throws ArithmeticException if a size exceeds what a Java array holds
   */
  public Shape resultShape() {
    return switch (operation) {
      case CONVOLVE -> {
        LayerGeometry layer = layer(input.orElseThrow().shape(), weights.orElseThrow().shape());
        requireBias(layer.outputChannels());
        yield layer.output();
      }
      case TRANSPOSED -> {
        LayerGeometry layer =
            LayerGeometry.ofTransposed(
                input.orElseThrow().shape(), weights.orElseThrow().shape(), options);
        requireBias(layer.inputChannels());
        yield layer.input();
      }
      case INPUT_GRADIENT -> {
        requireGradient(layer(shape.orElseThrow(), weights.orElseThrow().shape()));
        yield shape.orElseThrow();
      }
      case WEIGHT_GRADIENT -> {
        requireGradient(layer(input.orElseThrow().shape(), shape.orElseThrow()));
        yield shape.orElseThrow();
      }
      case BIAS_GRADIENT -> {
        Shape given = outputGradient.orElseThrow().shape();
        yield Shape.of(given.extent(options.layout().channelAxis(given.rank())));
      }
    };
  }

  private LayerGeometry layer(Shape inputShape, Shape weightsShape) {
    return LayerGeometry.of(inputShape, weightsShape, options);
  }

  private void requireGradient(LayerGeometry layer) {
    Shape given = outputGradient.orElseThrow().shape();
    if (!given.equals(layer.output())) {
      throw new IllegalArgumentException(
          "the output gradient has shape "
              + given
              + ", must have "
              + layer.output()
              + ": "
              + layer);
    }
  }

  private void requireBias(int channels) {
    bias.ifPresent(
        array -> {
          if (!array.shape().equals(Shape.of(channels)) || array.dtype() != resultType()) {
            throw new IllegalArgumentException(
                "the bias is "
                    + array.dtype().numpyName()
                    + array.shape()
                    + ", must be "
                    + resultType().numpyName()
                    + Shape.of(channels));
          }
        });
  }

  /** The operation, the shapes and the options in one line, without data. */
  @Override
  public String toString() {
    return operation.name().toLowerCase(Locale.ROOT)
        + " of "
        + Stream.of(input, outputGradient, weights, bias)
            .flatMap(Optional::stream)
            .map(array -> array.dtype().numpyName() + array.shape())
            .collect(Collectors.joining(" and "))
        + ", "
        + options;
  }
}
