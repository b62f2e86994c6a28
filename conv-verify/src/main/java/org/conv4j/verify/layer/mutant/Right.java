package org.conv4j.verify.layer.mutant;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.direct.layer.DirectLayerConvolver;

/** The right layers that mutants are bent from. */
final class Right {
  /** Claims everything. */
  static final LayerConvolver DIRECT = new DirectLayerConvolver();

  /** All that {@link #DIRECT} claims. */
  static final LayerCapabilities EVERYTHING = DIRECT.capabilities();

  /** Every option that doubles have. */
  static final LayerCapabilities DOUBLES = ofNumbers(DType.FLOAT64);

  /** Every option that integers have, without zero points. */
  static final LayerCapabilities INTEGERS = ofNumbers(DType.INT32, DType.INT64);

  /** Integers with zero points. */
  static final LayerCapabilities QUANTISED = EVERYTHING.withDTypes(DType.INT32, DType.INT64);

  /** Right, on doubles. */
  static final LayerConvolver BASE = bent(DOUBLES, DIRECT);

  private Right() {}

  /** Claims of these types without zero points. */
  static LayerCapabilities ofNumbers(DType... types) {
    return without(EVERYTHING.withDTypes(types), LayerFeature.ZERO_POINTS);
  }

  /** These claims without a feature. */
  static LayerCapabilities without(LayerCapabilities claims, LayerFeature feature) {
    Set<LayerFeature> features = EnumSet.copyOf(claims.features());
    features.remove(feature);
    return claims.withFeatures(features.toArray(new LayerFeature[0]));
  }

  /** Refuses what must be refused of doubles, and computes the rest in a way of its own. */
  static LayerConvolver bent(LayerConvolver wrong) {
    return bent(DOUBLES, wrong);
  }

  /** The same with other claims. */
  static LayerConvolver bent(LayerCapabilities claims, LayerConvolver wrong) {
    return new Bent(claims, wrong);
  }

  /** Claims and computes what it is told to; wrong forms of it override more. */
  static class Bent implements LayerConvolver {
    private final LayerCapabilities claims;
    private final LayerConvolver wrong;

    Bent(LayerCapabilities claims, LayerConvolver wrong) {
      this.claims = Objects.requireNonNull(claims, "claims");
      this.wrong = Objects.requireNonNull(wrong, "wrong");
    }

    /** Right on doubles, except for what is overridden. */
    Bent() {
      this(DOUBLES, DIRECT);
    }

    @Override
    public LayerCapabilities capabilities() {
      return claims;
    }

    @Override
    public NdArray convolve(
        NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
      claims.admit(input, weights, biasOrNull, options);
      return wrong.convolve(input, weights, biasOrNull, options);
    }
  }
}
