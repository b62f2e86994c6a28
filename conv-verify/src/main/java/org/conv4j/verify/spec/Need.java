package org.conv4j.verify.spec;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.Mode;
import org.conv4j.api.NonFinite;

/**
 * Something that a subject must claim for a rule to apply.
 *
 * <pre>{@code
 * List<Need> needs = Spec.named("integers.wrap").needs(); // an integer dtype
 * boolean applies = needs.stream().allMatch(need -> need.isMetBy(convolver.capabilities()));
 * }</pre>
 */
public enum Need {
  /** Mode {@code FULL}. */
  FULL("mode FULL"),
  /** Mode {@code SAME}. */
  SAME("mode SAME"),
  /** Mode {@code VALID}. */
  VALID("mode VALID"),
  /** At least one of two modes. */
  FULL_OR_SAME("mode FULL or SAME"),
  /** At least one of two modes. */
  FULL_OR_VALID("mode FULL or VALID"),
  /** At least rank 1. */
  RANK_1("rank 1"),
  /** At least rank 2. */
  RANK_2("rank 2"),
  /** Double precision, real. */
  FLOAT64("dtype float64"),
  /** Single precision, real. */
  FLOAT32("dtype float32"),
  /** Integers of either size, or single precision, real. */
  INTEGER_OR_FLOAT32("an integer dtype or float32"),
  /** Real or complex, of either precision. */
  FLOATING("a floating-point dtype"),
  /** Double precision, real or complex. */
  DOUBLE_PRECISION("a double-precision dtype"),
  /** Integers of either size. */
  INTEGER("an integer dtype"),
  /** Complex data of either precision. */
  COMPLEX("a complex dtype"),
  /** Complex data, and real data of the same precision. */
  COMPLEX_AND_REAL("a complex dtype and its real one"),
  /** Two types, and the one that both are promoted to. */
  TWO_DTYPES("operands of two dtypes"),
  /** SciPy's convention. */
  SCIPY("convention SCIPY"),
  /** NaN, infinities and the ends of the range. */
  LOCAL("non-finite LOCAL"),
  /** Of a layer: two spatial axes at least. */
  SPATIAL_2("2 spatial axes"),
  /** Of a layer: dilation. */
  DILATION("feature DILATION"),
  /** Of a layer: groups. */
  GROUPS("feature GROUPS"),
  /** Of a layer: uneven padding. */
  UNEVEN_PADDING("feature UNEVEN_PADDING"),
  /** Of a layer: rounding up. */
  ROUNDING_UP("feature ROUNDING_UP"),
  /** Of a layer: the channels last. */
  CHANNELS_LAST("feature CHANNELS_LAST"),
  /** Of a layer: zero points. */
  ZERO_POINTS("feature ZERO_POINTS"),
  /** Something that is left to be refused. */
  SOMETHING_NOT_CLAIMED("something not claimed");

  /** What SPEC.md says where a rule has no needs. */
  static final String NONE = "nothing in particular";

  private final String text;

  Need(String text) {
    this.text = text;
  }

  static Optional<Need> ofText(String text) {
    return Arrays.stream(values()).filter(need -> need.text.equals(text)).findFirst();
  }

  /**
   * The need in the words of SPEC.md.
   *
   * @return a few words
   */
  public String text() {
    return text;
  }

  /**
   * Whether a convolver claims what is needed.
   *
   * @param claims its claims
   * @return true if it does; false for what only layers have
   */
  public boolean isMetBy(Capabilities claims) {
    return switch (this) {
      case FULL -> claims.modes().contains(Mode.FULL);
      case SAME -> claims.modes().contains(Mode.SAME);
      case VALID -> claims.modes().contains(Mode.VALID);
      case FULL_OR_SAME -> FULL.isMetBy(claims) || SAME.isMetBy(claims);
      case FULL_OR_VALID -> FULL.isMetBy(claims) || VALID.isMetBy(claims);
      case RANK_1 -> claims.maxRank() >= 1;
      case RANK_2 -> claims.maxRank() >= 2;
      case SCIPY -> claims.convention() == Convention.SCIPY;
      case LOCAL -> claims.nonFinite() == NonFinite.LOCAL;
      case SOMETHING_NOT_CLAIMED ->
          claims.dtypes().size() < DType.values().length
              || claims.modes().size() < Mode.values().length
              || claims.maxRank() < Integer.MAX_VALUE;
      default -> isMetBy(claims.dtypes());
    };
  }

  /**
   * Whether an implementation of layers claims what is needed.
   *
   * @param claims its claims
   * @return true if it does; false for what only convolvers have
   */
  public boolean isMetBy(LayerCapabilities claims) {
    return switch (this) {
      case SPATIAL_2 -> claims.maxSpatialRank() >= 2;
      case DILATION -> claims.features().contains(LayerFeature.DILATION);
      case GROUPS -> claims.features().contains(LayerFeature.GROUPS);
      case UNEVEN_PADDING -> claims.features().contains(LayerFeature.UNEVEN_PADDING);
      case ROUNDING_UP -> claims.features().contains(LayerFeature.ROUNDING_UP);
      case CHANNELS_LAST -> claims.features().contains(LayerFeature.CHANNELS_LAST);
      case ZERO_POINTS -> claims.features().contains(LayerFeature.ZERO_POINTS);
      case LOCAL -> claims.nonFinite() == NonFinite.LOCAL;
      case SOMETHING_NOT_CLAIMED ->
          claims.dtypes().size() < DType.values().length
              || claims.features().size() < LayerFeature.values().length
              || claims.maxSpatialRank() < 3;
      default -> isMetBy(claims.dtypes());
    };
  }

  /** Whether it is met by types; nothing else is met here. */
  private boolean isMetBy(Set<DType> types) {
    return switch (this) {
      case FLOAT64 -> types.contains(DType.FLOAT64);
      case FLOAT32 -> types.contains(DType.FLOAT32);
      case INTEGER_OR_FLOAT32 -> any(types, dtype -> dtype == DType.FLOAT32 || dtype.isInteger());
      case FLOATING -> any(types, dtype -> !dtype.isInteger());
      case DOUBLE_PRECISION -> any(types, dtype -> dtype.real() == DType.FLOAT64);
      case INTEGER -> any(types, DType::isInteger);
      case COMPLEX -> any(types, DType::isComplex);
      case COMPLEX_AND_REAL ->
          any(types, dtype -> dtype.isComplex() && types.contains(dtype.real()));
      case TWO_DTYPES ->
          any(types, a -> any(types, b -> a != b && types.contains(DType.promote(a, b))));
      default -> false;
    };
  }

  private static boolean any(Set<DType> types, Predicate<DType> which) {
    return types.stream().anyMatch(which);
  }
}
