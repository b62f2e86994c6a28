package org.conv4j.api;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an implementation of layers claims. Claims can be tested, and so can refusals: what is not
 * claimed must be refused with {@link UnsupportedOperationException}, never answered wrongly.
 *
 * <pre>{@code
 * LayerCapabilities claims = LayerCapabilities.basic().withDTypes(DType.FLOAT32);
 * LayerGeometry g = claims.admit(input, weights, bias, options); // the first line of a careful convolve
 * }</pre>
 *
 * <p>Immutable; the {@code with} methods return changed copies. Stride and even padding are part of
 * every claim.
 */
public final class LayerCapabilities {
  private static final LayerCapabilities BASIC =
      new LayerCapabilities(
          EnumSet.of(DType.FLOAT64),
          3,
          EnumSet.of(LayerFeature.DILATION, LayerFeature.GROUPS, LayerFeature.UNEVEN_PADDING),
          Accuracy.NORMWISE,
          NonFinite.UNSPECIFIED);

  private final Set<DType> dtypes;
  private final int maxSpatialRank;
  private final Set<LayerFeature> features;
  private final Accuracy accuracy;
  private final NonFinite nonFinite;

  private LayerCapabilities(
      Set<DType> dtypes,
      int maxSpatialRank,
      Set<LayerFeature> features,
      Accuracy accuracy,
      NonFinite nonFinite) {
    this.dtypes = Collections.unmodifiableSet(dtypes);
    this.maxSpatialRank = maxSpatialRank;
    this.features = Collections.unmodifiableSet(features);
    this.accuracy = Objects.requireNonNull(accuracy, "accuracy");
    this.nonFinite = Objects.requireNonNull(nonFinite, "nonFinite");
  }

  /**
   * The modest default: {@code FLOAT64}, up to three spatial axes, dilation, groups and uneven
   * padding, {@link Accuracy#NORMWISE}, and nothing about NaN and infinities.
   *
   * @return those claims
   */
  public static LayerCapabilities basic() {
    return BASIC;
  }

  /**
   * The element types that input and weights may have. Two different types are claimed if both and
   * {@linkplain DType#promote the type of their result} are.
   *
   * @return an unmodifiable set, in the order of the enum, not empty
   */
  public Set<DType> dtypes() {
    return dtypes;
  }

  /**
   * The largest number of spatial axes.
   *
   * @return 1, 2 or 3
   */
  public int maxSpatialRank() {
    return maxSpatialRank;
  }

  /**
   * What is claimed beyond stride and even padding.
   *
   * @return an unmodifiable set, in the order of the enum
   */
  public Set<LayerFeature> features() {
    return features;
  }

  /**
   * The class of the error bound that floating-point results meet; {@link Accuracy} gives the
   * bounds of layers.
   *
   * @return the class
   */
  public Accuracy accuracy() {
    return accuracy;
  }

  /**
   * What happens to NaN and infinities.
   *
   * @return the behaviour
   */
  public NonFinite nonFinite() {
    return nonFinite;
  }

  /**
   * These claims with other element types.
   *
   * @param types at least one
   * @return a changed copy
   * @throws IllegalArgumentException if there is none
   */
  public LayerCapabilities withDTypes(DType... types) {
    if (types.length == 0) {
      throw new IllegalArgumentException("at least one dtype must be claimed");
    }
    return new LayerCapabilities(
        EnumSet.copyOf(Arrays.asList(types)), maxSpatialRank, features, accuracy, nonFinite);
  }

  /**
   * These claims with another largest number of spatial axes.
   *
   * @param rank 1, 2 or 3
   * @return a changed copy
   * @throws IllegalArgumentException if it is another number
   */
  public LayerCapabilities withMaxSpatialRank(int rank) {
    if (rank < 1 || rank > LayerGeometry.MOST_SPATIAL_AXES) {
      throw new IllegalArgumentException("layers have 1, 2 or 3 spatial axes, not " + rank);
    }
    return new LayerCapabilities(dtypes, rank, features, accuracy, nonFinite);
  }

  /**
   * These claims with other features.
   *
   * @param claimed what is claimed beyond stride and even padding; may be nothing
   * @return a changed copy
   */
  public LayerCapabilities withFeatures(LayerFeature... claimed) {
    Set<LayerFeature> set = EnumSet.noneOf(LayerFeature.class);
    set.addAll(Arrays.asList(claimed));
    return new LayerCapabilities(dtypes, maxSpatialRank, set, accuracy, nonFinite);
  }

  /**
   * These claims with another class of error bound.
   *
   * @param other the class
   * @return a changed copy
   */
  public LayerCapabilities withAccuracy(Accuracy other) {
    return new LayerCapabilities(dtypes, maxSpatialRank, features, other, nonFinite);
  }

  /**
   * These claims with another behaviour on NaN and infinities.
   *
   * @param other the behaviour
   * @return a changed copy
   */
  public LayerCapabilities withNonFinite(NonFinite other) {
    return new LayerCapabilities(dtypes, maxSpatialRank, features, accuracy, other);
  }

  /**
   * Why a call must be refused.
   *
   * @param geometry the call
   * @param inputType the type of the input
   * @param weightsType the type of the weights
   * @return what is not claimed, for people; empty if the call is claimed
   */
  public String refusal(LayerGeometry geometry, DType inputType, DType weightsType) {
    DType result = DType.promote(inputType, weightsType);
    for (DType type : new DType[] {inputType, weightsType, result}) {
      if (!dtypes.contains(type)) {
        return type.numpyName();
      }
    }
    if (geometry.spatialRank() > maxSpatialRank) {
      return geometry.spatialRank() + " spatial axes";
    }
    return Arrays.stream(LayerFeature.values())
        .filter(feature -> !features.contains(feature) && feature.isNeededFor(geometry))
        .map(LayerFeature::name)
        .collect(Collectors.joining(", "));
  }

  /**
   * Checks the arguments of a layer against these claims and against each other. Everything that an
   * implementation must refuse is refused here.
   *
   * @param input the input
   * @param weights the weights
   * @param biasOrNull the bias, if there is one
   * @param options stride, padding and so on
   * @return the geometry of the call
   * @throws NullPointerException if an argument other than the bias is null
   * @throws UnsupportedOperationException if the call is not claimed
   * @throws IllegalArgumentException if the arguments do not go together
   * @throws ArithmeticException if the result has more elements than a Java array holds
   */
  public LayerGeometry admit(
      NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(weights, "weights");
    LayerGeometry geometry = LayerGeometry.of(input.shape(), weights.shape(), options);
    admit(geometry, input.dtype(), weights.dtype());
    requireBias(
        biasOrNull, geometry.outputChannels(), DType.promote(input.dtype(), weights.dtype()));
    return geometry;
  }

  /**
   * Checks what is known of a layer before its first input. The type of the inputs is taken to be
   * that of the weights.
   *
   * @param input the shape of the inputs
   * @param weights the weights
   * @param biasOrNull the bias, if there is one; its type is not looked at
   * @param options stride, padding and so on
   * @return the geometry of the layer
   * @throws NullPointerException if an argument other than the bias is null
   * @throws UnsupportedOperationException if the call is not claimed
   * @throws IllegalArgumentException if the arguments do not go together
   * @throws ArithmeticException if the result has more elements than a Java array holds
   */
  public LayerGeometry admit(
      Shape input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
    Objects.requireNonNull(weights, "weights");
    LayerGeometry geometry = LayerGeometry.of(input, weights.shape(), options);
    admit(geometry, weights.dtype(), weights.dtype());
    requireBiasShape(biasOrNull, geometry.outputChannels());
    return geometry;
  }

  /** Refuses what is not claimed, and zero points of floating-point numbers. */
  void admit(LayerGeometry geometry, DType inputType, DType weightsType) {
    String refusal = refusal(geometry, inputType, weightsType);
    if (!refusal.isEmpty()) {
      throw new UnsupportedOperationException("not claimed: " + refusal + "; claimed: " + this);
    }
    if (geometry.options().hasZeroPoints() && !DType.promote(inputType, weightsType).isInteger()) {
      throw new IllegalArgumentException(
          "zero points are for integers, not for "
              + inputType.numpyName()
              + " and "
              + weightsType.numpyName());
    }
  }

  /** Refuses a bias that is not one number of the type of the result for each output channel. */
  static void requireBias(NdArray biasOrNull, int channels, DType result) {
    requireBiasShape(biasOrNull, channels);
    if (biasOrNull != null && biasOrNull.dtype() != result) {
      throw new IllegalArgumentException(
          "the bias must have the type of the result, "
              + result.numpyName()
              + ", not "
              + biasOrNull.dtype().numpyName());
    }
  }

  /** Refuses a bias that is not one number for each output channel. */
  static void requireBiasShape(NdArray biasOrNull, int channels) {
    if (biasOrNull != null && !biasOrNull.shape().equals(Shape.of(channels))) {
      throw new IllegalArgumentException(
          "the bias must have shape " + Shape.of(channels) + ", not " + biasOrNull.shape());
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LayerCapabilities that
        && dtypes.equals(that.dtypes)
        && maxSpatialRank == that.maxSpatialRank
        && features.equals(that.features)
        && accuracy == that.accuracy
        && nonFinite == that.nonFinite;
  }

  @Override
  public int hashCode() {
    return Objects.hash(dtypes, maxSpatialRank, features, accuracy, nonFinite);
  }

  /**
   * For example {@code float64; up to 3 spatial axes; DILATION, GROUPS; accuracy NORMWISE;
   * non-finite UNSPECIFIED}.
   */
  @Override
  public String toString() {
    return String.join(
        "; ",
        dtypes.stream().map(DType::numpyName).collect(Collectors.joining(", ")),
        "up to " + maxSpatialRank + " spatial axes",
        features.isEmpty()
            ? "no further feature"
            : features.stream().map(LayerFeature::name).collect(Collectors.joining(", ")),
        "accuracy " + accuracy,
        "non-finite " + nonFinite);
  }
}
