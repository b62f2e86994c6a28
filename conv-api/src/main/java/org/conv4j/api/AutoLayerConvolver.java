package org.conv4j.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.conv4j.api.internal.Parallel;

/** Chooses one of several implementations for each layer, from shapes, types and estimates. */
final class AutoLayerConvolver implements LayerConvolver {
  /** How many decisions are kept. */
  private static final int MOST_KEPT = 1024;

  private final List<LayerConvolver> candidates;
  private final Accuracy atLeast;

  /** Decisions for calls, because calls of the same shapes often come again. */
  private final Map<Call, LayerConvolver> decisions = new ConcurrentHashMap<>();

  AutoLayerConvolver(List<LayerConvolver> candidates, Accuracy atLeast) {
    this.candidates = List.copyOf(candidates);
    this.atLeast = Objects.requireNonNull(atLeast, "atLeast");
  }

  /** What a decision depends on. */
  private record Call(LayerGeometry geometry, DType inputType, DType weightsType) {}

  @Override
  public String name() {
    return "layer-auto";
  }

  /**
   * Types, ranks and features that some candidate claims, each by itself; a combination that no
   * single candidate claims is still refused. For accuracy and non-finite values, what all
   * candidates claim.
   *
   * @throws IllegalStateException if no candidate can take any call
   */
  @Override
  public LayerCapabilities capabilities() {
    JointClaims joint = new JointClaims(atLeast);
    Set<LayerFeature> features = EnumSet.noneOf(LayerFeature.class);
    int rank = 1;
    for (LayerConvolver candidate : candidates) {
      LayerCapabilities claims = candidate.capabilities();
      if (joint.add(claims.dtypes(), claims.accuracy(), claims.nonFinite())) {
        features.addAll(claims.features());
        rank = Math.max(rank, claims.maxSpatialRank());
      }
    }
    if (joint.isEmpty()) {
      throw new IllegalStateException(
          "no layer convolver present satisfies " + atLeast + ": " + candidates);
    }
    return LayerCapabilities.basic()
        .withDTypes(joint.dtypes())
        .withFeatures(features.toArray(LayerFeature[]::new))
        .withMaxSpatialRank(rank)
        .withAccuracy(joint.accuracy())
        .withNonFinite(joint.nonFinite());
  }

  @Override
  public NdArray convolve(
      NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(weights, "weights");
    LayerGeometry geometry = LayerGeometry.of(input.shape(), weights.shape(), options);
    return chosen(new Call(geometry, input.dtype(), weights.dtype()))
        .convolve(input, weights, biasOrNull, options);
  }

  private LayerConvolver chosen(Call call) {
    if (decisions.size() > MOST_KEPT) {
      decisions.clear();
    }
    return decisions.computeIfAbsent(
        call, c -> choose(c.geometry, c.inputType, c.weightsType).convolver());
  }

  // Operations that belong to a layer go to the one that is chosen for the layer.

  @Override
  public NdArray transposed(
      NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(weights, "weights");
    LayerGeometry geometry = LayerGeometry.ofTransposed(input.shape(), weights.shape(), options);
    return chosen(new Call(geometry, input.dtype(), weights.dtype()))
        .transposed(input, weights, biasOrNull, options);
  }

  @Override
  public NdArray inputGradient(
      NdArray outputGradient, NdArray weights, Shape inputShape, LayerOptions options) {
    Objects.requireNonNull(outputGradient, "outputGradient");
    Objects.requireNonNull(weights, "weights");
    LayerGeometry geometry = LayerGeometry.of(inputShape, weights.shape(), options);
    return chosen(new Call(geometry, outputGradient.dtype(), weights.dtype()))
        .inputGradient(outputGradient, weights, inputShape, options);
  }

  @Override
  public NdArray weightGradient(
      NdArray input, NdArray outputGradient, Shape weightsShape, LayerOptions options) {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(outputGradient, "outputGradient");
    LayerGeometry geometry = LayerGeometry.of(input.shape(), weightsShape, options);
    return chosen(new Call(geometry, input.dtype(), outputGradient.dtype()))
        .weightGradient(input, outputGradient, weightsShape, options);
  }

  /** Chooses for each type of input when the first input of that type arrives. */
  @Override
  public PreparedLayer prepare(
      NdArray weights, NdArray biasOrNull, LayerOptions options, Shape inputShape) {
    Objects.requireNonNull(weights, "weights");
    LayerGeometry geometry = LayerGeometry.of(inputShape, weights.shape(), options);
    NdArray ownWeights = weights.copy();
    NdArray ownBias = biasOrNull == null ? null : biasOrNull.copy();
    Map<DType, PreparedLayer> byType = new ConcurrentHashMap<>();
    Function<DType, PreparedLayer> choice =
        type ->
            choose(geometry, type, ownWeights.dtype())
                .convolver()
                .prepare(ownWeights, ownBias, options, inputShape);
    // Weights that are refused with their own type are refused with any.
    byType.put(ownWeights.dtype(), choice.apply(ownWeights.dtype()));
    return new PreparedLayer() {
      @Override
      public NdArray apply(NdArray input) {
        return chosenFor(input).apply(input);
      }

      @Override
      public void apply(NdArray input, NdArray out) {
        chosenFor(input).apply(input, out);
      }

      private PreparedLayer chosenFor(NdArray input) {
        return byType.computeIfAbsent(input.dtype(), choice);
      }
    };
  }

  @Override
  public LayerConvolver withParallelism(int threads) {
    Parallel.requireThreads(threads);
    return new AutoLayerConvolver(
        candidates.stream().map(candidate -> candidate.withParallelism(threads)).toList(), atLeast);
  }

  @Override
  public double estimateNanos(LayerGeometry geometry, DType dtype) {
    return choose(geometry, dtype, dtype).convolver().estimateNanos(geometry, dtype);
  }

  /** Chooses for a call. */
  Choice<LayerConvolver> choose(LayerGeometry geometry, DType inputType, DType weightsType) {
    DType result = DType.promote(inputType, weightsType);
    List<Choice.Candidate<LayerConvolver>> considered = new ArrayList<>();
    for (LayerConvolver candidate : candidates) {
      String refusal = refusal(candidate.capabilities(), geometry, inputType, weightsType);
      double estimate = refusal.isEmpty() ? candidate.estimateNanos(geometry, result) : Double.NaN;
      considered.add(new Choice.Candidate<>(candidate, candidate.name(), estimate, refusal));
    }
    return Choice.cheapest(considered);
  }

  private String refusal(
      LayerCapabilities claims, LayerGeometry geometry, DType inputType, DType weightsType) {
    String unclaimed = claims.refusal(geometry, inputType, weightsType);
    if (!unclaimed.isEmpty()) {
      return "not claimed: " + unclaimed;
    }
    boolean integers = DType.promote(inputType, weightsType).isInteger();
    return integers || claims.accuracy().satisfies(atLeast)
        ? ""
        : "its accuracy on floats is " + claims.accuracy() + ", not " + atLeast;
  }

  /** For example {@code layer-auto[layer-direct, layer-fft]}. */
  @Override
  public String toString() {
    return name() + Arrays.toString(candidates.stream().map(LayerConvolver::name).toArray());
  }
}
