package org.conv4j.verify.stranger.layer;

import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.stream.IntStream;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.bench.onnx.OnnxModel;
import org.conv4j.verify.bench.onnx.OnnxModel.Element;

/**
 * ONNX Runtime's operator ConvInteger: sums in 32 bits of numbers of 8 bits, from which zero points
 * are taken off.
 *
 * <p>The operator is there for numbers without sign alone. The adapter moves others, and the zero
 * point with them, and refuses operands that span more than 8 bits. It adds the bias, which the
 * operator does not have.
 */
public final class OnnxRuntimeIntegers implements LayerConvolver {
  private static final LayerCapabilities CLAIMS =
      LayerCapabilities.basic()
          .withDTypes(DType.INT32)
          .withFeatures(
              LayerFeature.DILATION,
              LayerFeature.GROUPS,
              LayerFeature.UNEVEN_PADDING,
              LayerFeature.ZERO_POINTS);

  private static final int LARGEST = 255;

  /** On one thread. */
  public OnnxRuntimeIntegers() {}

  @Override
  public String name() {
    return "onnxruntime-integers";
  }

  @Override
  public LayerCapabilities capabilities() {
    return CLAIMS;
  }

  @Override
  public NdArray convolve(
      NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
    LayerGeometry geometry = CLAIMS.admit(input, weights, biasOrNull, options);
    int[] zeros =
        IntStream.range(0, geometry.outputChannels()).map(options::weightZeroPoint).toArray();
    Packed x = Packed.of("input", input, NdArray.of(options.inputZeroPoint()));
    Packed w = Packed.of("weights", weights, NdArray.of(zeros));
    boolean one = Arrays.stream(zeros).distinct().count() == 1;
    OnnxModel model = new OnnxModel("ConvInteger", Element.UINT8, input.shape());
    model
        .constant("w", Element.UINT8, w.values)
        .constant("x_zero_point", Element.UINT8, scalar(x.zeros))
        .constant("w_zero_point", Element.UINT8, one ? scalar(w.zeros) : w.zeros);
    model.layer(geometry);
    try (OnnxSession session = new OnnxSession(model, Element.UINT8, 1)) {
      NdArray result = session.run(x.values);
      if (biasOrNull != null) {
        add(biasOrNull.ints(), result);
      }
      return result;
    }
  }

  private static NdArray scalar(NdArray zeros) {
    return NdArray.wrap(new int[] {zeros.ints()[0]}, Shape.SCALAR);
  }

  /**
   * Numbers from 0 to 255, and those that stand for zero among them.
   *
   * @param values as many as were given
   * @param zeros likewise
   */
  private record Packed(NdArray values, NdArray zeros) {
    static Packed of(String what, NdArray values, NdArray zeros) {
      IntSummaryStatistics range = new IntSummaryStatistics();
      Arrays.stream(values.ints()).forEach(range);
      Arrays.stream(zeros.ints()).forEach(range);
      long span = (long) range.getMax() - range.getMin();
      if (span > LARGEST) {
        throw new UnsupportedOperationException(
            "not claimed: numbers that 8 bits do not hold, but "
                + what
                + " and zero points are from "
                + range.getMin()
                + " to "
                + range.getMax());
      }
      boolean fit = range.getMin() >= 0 && range.getMax() <= LARGEST;
      int shift = fit ? 0 : range.getMin();
      return new Packed(less(values, shift), less(zeros, shift));
    }

    private static NdArray less(NdArray array, int shift) {
      return NdArray.wrap(
          Arrays.stream(array.ints()).map(value -> value - shift).toArray(), array.shape());
    }
  }

  private static void add(int[] bias, NdArray result) {
    int plane = result.size() / result.shape().extent(0) / bias.length;
    for (int i = 0; i < result.size(); i++) {
      result.ints()[i] += bias[i / plane % bias.length];
    }
  }
}
