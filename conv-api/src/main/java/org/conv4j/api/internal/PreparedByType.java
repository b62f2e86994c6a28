package org.conv4j.api.internal;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedConvolution;

/**
 * A prepared convolution of an implementation that claims all dtypes. What is prepared depends on
 * the type of the result, which depends on the signal. It is made for each type when the first
 * signal arrives that needs it. Bad arguments are refused here.
 */
public final class PreparedByType implements PreparedConvolution {
  private final Geometry geometry;
  private final NdArray kernel;
  private final Function<NdArray, PreparedConvolution> maker;
  private final Map<DType, PreparedConvolution> byType = new ConcurrentHashMap<>();

  /**
   * A convolution with nothing prepared yet.
   *
   * @param geometry the shapes and the window
   * @param kernel the second operand; copied
   * @param maker takes the kernel, of the type of the result, and gives what convolves signals of
   *     that type and shape, and need refuse none; safe for concurrent use
   */
  public PreparedByType(
      Geometry geometry, NdArray kernel, Function<NdArray, PreparedConvolution> maker) {
    this.geometry = geometry;
    this.kernel = kernel.copy();
    this.maker = maker;
  }

  @Override
  public NdArray apply(NdArray signal) {
    DType dtype = typeWith(signal);
    return prepared(dtype).apply(signal.cast(dtype));
  }

  @Override
  public void apply(NdArray signal, NdArray out) {
    DType dtype = typeWith(signal);
    Outputs.require(out, geometry.output(), dtype, signal);
    prepared(dtype).apply(signal.cast(dtype), out);
  }

  /** The type of the result. */
  private DType typeWith(NdArray signal) {
    Objects.requireNonNull(signal, "signal");
    if (!signal.shape().equals(geometry.in1())) {
      throw new IllegalArgumentException(
          "prepared for signals of shape " + geometry.in1() + ", not " + signal.shape());
    }
    return DType.promote(signal.dtype(), kernel.dtype());
  }

  private PreparedConvolution prepared(DType dtype) {
    return byType.computeIfAbsent(dtype, type -> maker.apply(kernel.cast(type)));
  }
}
