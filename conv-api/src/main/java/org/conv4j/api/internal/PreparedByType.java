package org.conv4j.api.internal;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedConvolution;
import org.conv4j.api.Shape;

/**
 * A prepared convolution of an implementation that claims all dtypes. What is prepared depends on
 * the type of the result, which depends on the first operand. It is made for each type when the
 * first operand arrives that needs it.
 */
public final class PreparedByType implements PreparedConvolution {
  private final NdArray kernel;
  private final Shape signalShape;
  private final Function<NdArray, UnaryOperator<NdArray>> maker;
  private final Map<DType, UnaryOperator<NdArray>> byType = new ConcurrentHashMap<>();

  /**
   * A convolution with nothing prepared yet.
   *
   * @param kernel the second operand; copied
   * @param signalShape the shape of the first operands
   * @param maker takes the second operand, of the type of the result, and gives what convolves
   *     first operands of that type; those must be safe for concurrent use
   */
  public PreparedByType(
      NdArray kernel, Shape signalShape, Function<NdArray, UnaryOperator<NdArray>> maker) {
    this.kernel = kernel.copy();
    this.signalShape = signalShape;
    this.maker = maker;
  }

  @Override
  public NdArray apply(NdArray signal) {
    Objects.requireNonNull(signal, "signal");
    if (!signal.shape().equals(signalShape)) {
      throw new IllegalArgumentException(
          "prepared for signals of shape " + signalShape + ", not " + signal.shape());
    }
    DType dtype = DType.promote(signal.dtype(), kernel.dtype());
    return byType
        .computeIfAbsent(dtype, type -> maker.apply(kernel.cast(type)))
        .apply(signal.cast(dtype));
  }
}
