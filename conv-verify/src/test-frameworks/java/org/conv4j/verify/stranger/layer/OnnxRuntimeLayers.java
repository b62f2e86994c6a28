package org.conv4j.verify.stranger.layer;

import java.lang.ref.Cleaner;
import java.util.Objects;
import java.util.stream.IntStream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedLayer;
import org.conv4j.api.Shape;
import org.conv4j.verify.bench.onnx.OnnxModel;
import org.conv4j.verify.bench.onnx.OnnxModel.Element;

/**
 * ONNX Runtime on the processor: its operators Conv and ConvTranspose, as models of one node.
 *
 * <p>The adapter refuses what is not claimed and what is wrong in any case; gradients are those of
 * the interface. Conv takes single precision alone here.
 */
public final class OnnxRuntimeLayers implements LayerConvolver {
  private static final LayerCapabilities CLAIMS =
      LayerCapabilities.basic()
          .withDTypes(DType.FLOAT32)
          .withFeatures(LayerFeature.DILATION, LayerFeature.GROUPS, LayerFeature.UNEVEN_PADDING)
          .withAccuracy(Accuracy.COMPONENTWISE);

  private static final Cleaner CLEANER = Cleaner.create();

  private final int threads;

  /** On one thread. */
  public OnnxRuntimeLayers() {
    this(1);
  }

  private OnnxRuntimeLayers(int threads) {
    this.threads = threads;
  }

  @Override
  public String name() {
    return "onnxruntime";
  }

  @Override
  public LayerCapabilities capabilities() {
    return CLAIMS;
  }

  @Override
  public LayerConvolver withParallelism(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1: " + threads);
    }
    return new OnnxRuntimeLayers(threads);
  }

  @Override
  public NdArray convolve(
      NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
    LayerGeometry geometry = CLAIMS.admit(input, weights, biasOrNull, options);
    try (OnnxSession session = session("Conv", input.shape(), weights, biasOrNull, geometry)) {
      return session.run(input);
    }
  }

  /** {@inheritDoc} The session is kept, and closed when the layer is no longer reachable. */
  @Override
  public PreparedLayer prepare(
      NdArray weights, NdArray biasOrNull, LayerOptions options, Shape inputShape) {
    LayerGeometry geometry = CLAIMS.admit(inputShape, weights, biasOrNull, options);
    NdArray ownWeights = weights.copy();
    NdArray ownBias = biasOrNull == null ? null : biasOrNull.copy();
    // A bias of another type makes apply refuse, as it must; a session needs one of this type.
    NdArray bias = ownBias == null ? null : ownBias.cast(DType.FLOAT32);
    OnnxSession session = session("Conv", inputShape, ownWeights, bias, geometry);
    PreparedLayer layer =
        input -> {
          Objects.requireNonNull(input, "input");
          if (!input.shape().equals(inputShape)) {
            throw new IllegalArgumentException(
                "prepared for inputs of shape " + inputShape + ", not " + input.shape());
          }
          CLAIMS.admit(input, ownWeights, ownBias, options);
          return session.run(input);
        };
    CLEANER.register(layer, session::close);
    return layer;
  }

  @Override
  public NdArray transposed(
      NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(weights, "weights");
    LayerGeometry geometry = LayerGeometry.ofTransposed(input.shape(), weights.shape(), options);
    requireTransposable(geometry, input, weights, biasOrNull);
    try (OnnxSession session =
        session("ConvTranspose", input.shape(), weights, biasOrNull, geometry)) {
      return session.run(input);
    }
  }

  private static void requireTransposable(
      LayerGeometry geometry, NdArray input, NdArray weights, NdArray biasOrNull) {
    if (geometry.options().hasZeroPoints()) {
      throw new IllegalArgumentException("transposed layers have no zero points: " + geometry);
    }
    String refusal = CLAIMS.refusal(geometry, input.dtype(), weights.dtype());
    if (!refusal.isEmpty()) {
      throw new UnsupportedOperationException("not claimed: " + refusal + "; claimed: " + CLAIMS);
    }
    Shape channels = Shape.of(geometry.inputChannels());
    if (biasOrNull != null
        && (biasOrNull.dtype() != DType.FLOAT32 || !biasOrNull.shape().equals(channels))) {
      throw new IllegalArgumentException(
          "the bias must be float32 of shape "
              + channels
              + ", not "
              + biasOrNull.dtype().numpyName()
              + " of shape "
              + biasOrNull.shape());
    }
  }

  private OnnxSession session(
      String operator, Shape input, NdArray weights, NdArray biasOrNull, LayerGeometry geometry) {
    OnnxModel model = new OnnxModel(operator, Element.FLOAT, input);
    model.constant("w", Element.FLOAT, weights);
    if (biasOrNull != null) {
      model.constant("b", Element.FLOAT, biasOrNull);
    }
    model.layer(geometry);
    if (operator.equals("ConvTranspose")) {
      LayerOptions options = geometry.options();
      model.attribute(
          "output_padding",
          IntStream.range(0, geometry.spatialRank()).map(options::outputPadding).toArray());
    }
    return new OnnxSession(model, Element.FLOAT, threads);
  }
}
