package org.conv4j.verify.operand;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;

/**
 * Where something was checked, for counts of coverage.
 *
 * @param kind what kind of call it was: for a convolution the {@link org.conv4j.api.Mode}
 * @param rank the number of axes that the kernel moves along
 */
public record Place(Enum<?> kind, int rank) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::position)
          .thenComparing(place -> place.kind().name())
          .thenComparing(Place::rank);

  /**
   * Checks that nothing is missing.
   *
   * @param kind as above
   * @param rank as above
   */
  public Place {
    Objects.requireNonNull(kind, "kind");
  }

  private int position() {
    return Arrays.asList(kind.getDeclaringClass().getEnumConstants()).indexOf(kind);
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
