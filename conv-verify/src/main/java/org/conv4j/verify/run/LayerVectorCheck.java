package org.conv4j.verify.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.NonFinite;
import org.conv4j.verify.law.Agreement;
import org.conv4j.verify.law.Violation;
import org.conv4j.verify.layer.law.LayerSubject;
import org.conv4j.verify.layer.operand.LayerKind;
import org.conv4j.verify.layer.oracle.LayerOracle;
import org.conv4j.verify.layer.vector.LayerCall;
import org.conv4j.verify.layer.vector.LayerOperation;
import org.conv4j.verify.layer.vector.LayerVector;
import org.conv4j.verify.operand.Place;
import org.conv4j.verify.oracle.ExactResult;
import org.conv4j.verify.subject.Subject;
import org.conv4j.verify.subject.SubjectKind;

/**
 * A golden vector of layers.
 *
 * @param vector the vector
 */
record LayerVectorCheck(LayerVector vector) implements Check {
  @Override
  public Kind kind() {
    return Kind.VECTOR;
  }

  @Override
  public SubjectKind subjects() {
    return SubjectKind.LAYER;
  }

  @Override
  public String id() {
    return vector.id();
  }

  @Override
  public String token() {
    return VectorCheck.PREFIX + vector.id();
  }

  @Override
  public String title() {
    return vector.provenance().function() + " gave this result.";
  }

  @Override
  public boolean binding() {
    return true;
  }

  @Override
  public Outcome check(Subject any, Settings settings, Pulse pulse) {
    LayerSubject subject = (LayerSubject) any;
    Optional<String> unclaimed = unclaimed(subject.claims());
    if (unclaimed.isPresent()) {
      return new Outcome.NotClaimed(unclaimed.get());
    }
    subject.begin(place(), "vector");
    try {
      compare(subject);
      return Outcome.Passed.WHOLE;
    } catch (Violation violation) {
      String options = vector.call().operation() + " with " + vector.call().options();
      return new Outcome.Failed(Failure.ofLayer(violation, arrays(), options, token()));
    }
  }

  /** The operands in the order of the arguments. */
  private List<NdArray> arrays() {
    LayerCall call = vector.call();
    Optional<NdArray> gradient = call.outputGradient();
    return switch (call.operation()) {
      case CONVOLVE, TRANSPOSED -> present(List.of(call.input(), call.weights(), call.bias()));
      case INPUT_GRADIENT -> present(List.of(gradient, call.weights()));
      case WEIGHT_GRADIENT -> present(List.of(call.input(), gradient));
      case BIAS_GRADIENT -> present(List.of(gradient));
    };
  }

  private static List<NdArray> present(List<Optional<NdArray>> arrays) {
    return arrays.stream().flatMap(Optional::stream).toList();
  }

  /** The layer that the call belongs to; a gradient for a bias needs none. */
  private Optional<LayerGeometry> geometry() {
    LayerCall call = vector.call();
    LayerOptions options = call.options();
    return switch (call.operation()) {
      case CONVOLVE -> Optional.of(LayerGeometry.of(input().shape(), weights().shape(), options));
      case TRANSPOSED ->
          Optional.of(LayerGeometry.ofTransposed(input().shape(), weights().shape(), options));
      case INPUT_GRADIENT ->
          Optional.of(LayerGeometry.of(call.shape().orElseThrow(), weights().shape(), options));
      case WEIGHT_GRADIENT ->
          Optional.of(LayerGeometry.of(input().shape(), call.shape().orElseThrow(), options));
      case BIAS_GRADIENT -> Optional.empty();
    };
  }

  private NdArray input() {
    return vector.call().input().orElseThrow();
  }

  private NdArray weights() {
    return vector.call().weights().orElseThrow();
  }

  private NdArray gradient() {
    return vector.call().outputGradient().orElseThrow();
  }

  private Place place() {
    return geometry()
        .map(geometry -> new Place(LayerKind.of(geometry), geometry.spatialRank()))
        .orElseGet(() -> new Place(LayerKind.DENSE, gradient().rank() - 2));
  }

  /** Why the vector is about things that are not claimed; empty if it is not. */
  private Optional<String> unclaimed(LayerCapabilities claims) {
    List<NdArray> arrays = arrays();
    DType first = arrays.get(0).dtype();
    DType second = arrays.get(Math.min(1, arrays.size() - 1)).dtype();
    Predicate<DType> claimed = claims.dtypes()::contains;
    if (!Stream.of(first, second, DType.promote(first, second)).allMatch(claimed)) {
      return Optional.of("dtype " + first.numpyName() + " with " + second.numpyName());
    }
    int rank = place().rank();
    if (rank > claims.maxSpatialRank()) {
      return Optional.of(rank + " spatial axes");
    }
    String refusal = geometry().map(it -> claims.refusal(it, first, second)).orElse("");
    if (!refusal.isEmpty()) {
      return Optional.of("feature " + refusal);
    }
    // Unless it is overridden, it is a layer with stride and dilation exchanged.
    boolean exchanged =
        vector.call().operation() == LayerOperation.WEIGHT_GRADIENT
            && IntStream.range(0, rank).anyMatch(a -> vector.call().options().stride(a) > 1);
    if (exchanged && !claims.features().contains(LayerFeature.DILATION)) {
      return Optional.of("feature DILATION");
    }
    boolean finite =
        Stream.concat(arrays.stream(), Stream.of(vector.expected()))
            .allMatch(LayerVectorCheck::isFinite);
    return finite || claims.nonFinite() == NonFinite.LOCAL
        ? Optional.empty()
        : Optional.of("non-finite LOCAL");
  }

  private static boolean isFinite(NdArray array) {
    return array.dtype().isInteger()
        || Stream.of(array.real(), array.imaginary())
            .map(part -> part.cast(DType.FLOAT64).doubles())
            .allMatch(values -> Arrays.stream(values).allMatch(Double::isFinite));
  }

  private LayerOracle oracle() {
    LayerCall call = vector.call();
    LayerOptions options = call.options();
    return switch (call.operation()) {
      case CONVOLVE -> LayerOracle.convolve(input(), weights(), call.bias().orElse(null), options);
      case TRANSPOSED ->
          LayerOracle.transposed(input(), weights(), call.bias().orElse(null), options);
      case INPUT_GRADIENT ->
          LayerOracle.inputGradient(gradient(), weights(), call.shape().orElseThrow(), options);
      case WEIGHT_GRADIENT ->
          LayerOracle.weightGradient(input(), gradient(), call.shape().orElseThrow(), options);
      case BIAS_GRADIENT -> LayerOracle.biasGradient(gradient(), options);
    };
  }

  private NdArray result(LayerSubject subject) {
    LayerCall call = vector.call();
    LayerOptions options = call.options();
    return switch (call.operation()) {
      case CONVOLVE -> subject.convolve(input(), weights(), call.bias().orElse(null), options);
      case TRANSPOSED -> subject.transposed(input(), weights(), call.bias().orElse(null), options);
      case INPUT_GRADIENT ->
          subject.inputGradient(gradient(), weights(), call.shape().orElseThrow(), options);
      case WEIGHT_GRADIENT ->
          subject.weightGradient(input(), gradient(), call.shape().orElseThrow(), options);
      case BIAS_GRADIENT -> subject.biasGradient(gradient(), options);
    };
  }

  private void compare(LayerSubject subject) {
    ExactResult exact = oracle().exact();
    // What is expected has been rounded once.
    NdArray bound = Agreement.plus(exact.bound(subject.accuracy()), exact.bound(Accuracy.EXACT));
    String against =
        "against " + vector.provenance().library() + " " + vector.provenance().version();
    NdArray got = result(subject);
    Agreement.within(subject, against, vector.expected(), got, bound.reshape(got.shape()));
  }
}
