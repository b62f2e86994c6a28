package org.conv4j.api.internal;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedLayer;

/**
 * A prepared layer of an implementation that can prepare for one type at a time. The type of the
 * result depends on the input; what is prepared is made for each type when the first input arrives
 * that needs it. Bad arguments are refused here.
 */
public final class PreparedLayerByType implements PreparedLayer {
  private final LayerCapabilities claims;
  private final LayerGeometry geometry;
  private final NdArray weights;
  private final NdArray biasOrNull;
  private final BiFunction<NdArray, NdArray, PreparedLayer> maker;
  private final Map<DType, PreparedLayer> byType = new ConcurrentHashMap<>();

  /**
   * A layer with nothing prepared yet.
   *
   * @param claims those of the implementation
   * @param geometry the layer
   * @param weights copied
   * @param biasOrNull copied
   * @param maker takes weights and bias, both of the type of the result, the bias null if there is
   *     none, and gives what computes the layer for inputs of that type and shape, and need refuse
   *     none; safe for concurrent use
   */
  public PreparedLayerByType(
      LayerCapabilities claims,
      LayerGeometry geometry,
      NdArray weights,
      NdArray biasOrNull,
      BiFunction<NdArray, NdArray, PreparedLayer> maker) {
    this.claims = claims;
    this.geometry = geometry;
    this.weights = weights.copy();
    this.biasOrNull = biasOrNull == null ? null : biasOrNull.copy();
    this.maker = maker;
  }

  @Override
  public NdArray apply(NdArray input) {
    DType dtype = typeWith(input);
    return prepared(dtype).apply(input.cast(dtype));
  }

  @Override
  public void apply(NdArray input, NdArray out) {
    DType dtype = typeWith(input);
    Outputs.require(out, geometry.output(), dtype, input);
    prepared(dtype).apply(input.cast(dtype), out);
  }

  /** The type of the result. */
  private DType typeWith(NdArray input) {
    Objects.requireNonNull(input, "input");
    if (!input.shape().equals(geometry.input())) {
      throw new IllegalArgumentException(
          "prepared for inputs of shape " + geometry.input() + ", not " + input.shape());
    }
    claims.admit(input, weights, biasOrNull, geometry.options());
    return DType.promote(input.dtype(), weights.dtype());
  }

  private PreparedLayer prepared(DType dtype) {
    return byType.computeIfAbsent(dtype, type -> maker.apply(weights.cast(type), biasOrNull));
  }
}
