package org.conv4j.verify.layer.law;

import java.util.Objects;
import java.util.function.Supplier;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.law.Violation;
import org.conv4j.verify.subject.Claims;
import org.conv4j.verify.subject.Subject;

/**
 * The implementation of layers under test, as laws see it. It gets copies of the operands, so that
 * one that spoils its arguments cannot spoil a report. Whatever it throws, and whatever it returns
 * wrongly, is a {@link Violation}.
 */
public final class LayerSubject extends Subject {
  private final LayerConvolver layers;
  private final LayerCapabilities claims;

  /**
   * A subject.
   *
   * @param layers the implementation under test
   * @param claims what it claims
   */
  public LayerSubject(LayerConvolver layers, LayerCapabilities claims) {
    super(new Claims.OfLayers(Objects.requireNonNull(claims, "claims")));
    this.layers = Objects.requireNonNull(layers, "layers");
    this.claims = claims;
  }

  /**
   * The implementation itself, for laws that must see it without copies.
   *
   * @return what was passed in
   */
  public LayerConvolver layers() {
    return layers;
  }

  /**
   * What the subject claims.
   *
   * @return the claims
   */
  public LayerCapabilities claims() {
    return claims;
  }

  /**
   * Computes a layer of copies of the operands and checks that the result is an array of the right
   * type and shape.
   *
   * @param input in the layout of the options
   * @param weights the weights
   * @param biasOrNull the bias, or null
   * @param options stride, padding and so on
   * @return what the subject returned
   * @throws Violation if it threw, or returned null or another type or shape
   */
  public NdArray convolve(
      NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
    Shape shape = LayerGeometry.of(input.shape(), weights.shape(), options).output();
    return result(
        call("convolve", input.shape(), weights.shape(), options),
        () -> layers.convolve(input.copy(), weights.copy(), copy(biasOrNull), options),
        DType.promote(input.dtype(), weights.dtype()),
        shape);
  }

  /**
   * Computes a transposed layer, likewise.
   *
   * @param input in the layout of the options
   * @param weights the weights
   * @param biasOrNull the bias, or null
   * @param options stride, padding and so on
   * @return what the subject returned
   * @throws Violation if it threw, or returned null or another type or shape
   */
  public NdArray transposed(
      NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
    Shape shape = LayerGeometry.ofTransposed(input.shape(), weights.shape(), options).input();
    return result(
        call("transposed", input.shape(), weights.shape(), options),
        () -> layers.transposed(input.copy(), weights.copy(), copy(biasOrNull), options),
        DType.promote(input.dtype(), weights.dtype()),
        shape);
  }

  /**
   * Computes the gradient with respect to the input, likewise.
   *
   * @param gradient that with respect to the output
   * @param weights the weights
   * @param inputShape the shape of the input
   * @param options stride, padding and so on
   * @return what the subject returned
   * @throws Violation if it threw, or returned null or another type or shape
   */
  public NdArray inputGradient(
      NdArray gradient, NdArray weights, Shape inputShape, LayerOptions options) {
    return result(
        call("inputGradient", gradient.shape(), weights.shape(), options),
        () -> layers.inputGradient(gradient.copy(), weights.copy(), inputShape, options),
        DType.promote(gradient.dtype(), weights.dtype()),
        inputShape);
  }

  /**
   * Computes the gradient with respect to the weights, likewise.
   *
   * @param input in the layout of the options
   * @param gradient that with respect to the output
   * @param weightsShape the shape of the weights
   * @param options stride, padding and so on
   * @return what the subject returned
   * @throws Violation if it threw, or returned null or another type or shape
   */
  public NdArray weightGradient(
      NdArray input, NdArray gradient, Shape weightsShape, LayerOptions options) {
    return result(
        call("weightGradient", input.shape(), gradient.shape(), options),
        () -> layers.weightGradient(input.copy(), gradient.copy(), weightsShape, options),
        DType.promote(input.dtype(), gradient.dtype()),
        weightsShape);
  }

  /**
   * Computes the gradient with respect to the bias, likewise.
   *
   * @param gradient that with respect to the output
   * @param options stride, padding and so on
   * @return what the subject returned
   * @throws Violation if it threw, or returned null or another type or shape
   */
  public NdArray biasGradient(NdArray gradient, LayerOptions options) {
    int channels = gradient.shape().extent(options.layout().channelAxis(gradient.rank()));
    return result(
        "biasGradient(" + gradient.shape() + ", " + options + ")",
        () -> layers.biasGradient(gradient.copy(), options),
        gradient.dtype(),
        Shape.of(channels));
  }

  /** Makes a call and notes its time; whatever it throws is a violation. */
  <T> T made(String call, Supplier<T> supplier) {
    aroundCall();
    T result;
    try {
      result = timed(supplier);
    } catch (Throwable e) { // whatever it is, an error of the subject must not end the run
      throw new Violation(call + " threw " + e, e);
    }
    aroundCall();
    if (result == null) {
      throw new Violation(call + " returned null");
    }
    return result;
  }

  /** The same for a result whose type and shape are known. */
  NdArray result(String call, Supplier<NdArray> supplier, DType dtype, Shape shape) {
    NdArray result = made(call, supplier);
    if (result.dtype() != dtype) {
      throw new Violation(
          call + " returned " + result.dtype().numpyName() + ", expected " + dtype.numpyName());
    }
    if (!result.shape().equals(shape)) {
      throw new Violation(call + " returned shape " + result.shape() + ", expected " + shape);
    }
    return result;
  }

  /** A call in words. */
  static String call(String method, Shape first, Shape second, LayerOptions options) {
    return method + "(" + first + ", " + second + ", " + options + ")";
  }

  private static NdArray copy(NdArray arrayOrNull) {
    return arrayOrNull == null ? null : arrayOrNull.copy();
  }
}
