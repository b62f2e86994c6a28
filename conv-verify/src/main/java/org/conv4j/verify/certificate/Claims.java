package org.conv4j.verify.certificate;

import java.util.List;
import java.util.Objects;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NonFinite;

/**
 * What a subject claims.
 *
 * @param dtypes by the names that NumPy has for them
 * @param maxRank the highest rank; null for any
 * @param modes which modes
 * @param convention SciPy's or NumPy's
 * @param accuracy the accuracy class
 * @param nonFinite what holds for NaN and infinities
 */
public record Claims(
    List<String> dtypes,
    Integer maxRank,
    List<String> modes,
    String convention,
    String accuracy,
    String nonFinite) {
  /**
   * Checks that all is there.
   *
   * @param dtypes as above
   * @param maxRank as above
   * @param modes as above
   * @param convention as above
   * @param accuracy as above
   * @param nonFinite as above
   */
  public Claims {
    dtypes = List.copyOf(dtypes);
    modes = List.copyOf(modes);
    Objects.requireNonNull(convention, "convention");
    Objects.requireNonNull(accuracy, "accuracy");
    Objects.requireNonNull(nonFinite, "nonFinite");
  }

  static Claims of(Capabilities claims) {
    return new Claims(
        claims.dtypes().stream().map(DType::numpyName).toList(),
        claims.maxRank() == Integer.MAX_VALUE ? null : claims.maxRank(),
        claims.modes().stream().map(Words::of).toList(),
        Words.of(claims.convention()),
        Words.of(claims.accuracy()),
        Words.of(claims.nonFinite()));
  }

  Capabilities restored() {
    return Capabilities.basic()
        .withDTypes(dtypes.stream().map(Words::dtype).toArray(DType[]::new))
        .withModes(modes.stream().map(m -> Words.parse(Mode.class, m)).toArray(Mode[]::new))
        .withAccuracy(Words.parse(Accuracy.class, accuracy))
        .withNonFinite(Words.parse(NonFinite.class, nonFinite))
        .withConvention(Words.parse(Convention.class, convention))
        // Last: a convention may lower the rank.
        .withMaxRank(maxRank == null ? Integer.MAX_VALUE : maxRank);
  }
}
