package org.conv4j.verify.law;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.Mode;
import org.conv4j.verify.operand.Space;

/**
 * What a law is checked on, or why it is not checked. Two of the three components are null.
 *
 * @param space the recipes
 * @param notClaimed what would have to be claimed
 * @param nothing why there is nothing to check although it is claimed
 */
record Scope(Space space, String notClaimed, String nothing) {
  /** The scope of a law about something that is not claimed. */
  static Scope notClaimed(String what) {
    return new Scope(null, what, null);
  }

  /** The scope of a law that has nothing to check. */
  static Scope nothing(String why) {
    return new Scope(null, null, why);
  }

  /** As much of a space as the subject claims. */
  static Scope of(Space space, Capabilities claims) {
    Space ofTypes = space.withDTypes(claims.dtypes()::contains);
    if (ofTypes.dtypes().isEmpty()) {
      return notClaimed("dtype " + names(space.dtypes()));
    }
    Set<Mode> modes = EnumSet.copyOf(space.modes());
    modes.retainAll(claims.modes());
    if (modes.isEmpty()) {
      return notClaimed("mode " + names(space.modes()));
    }
    // NumPy takes scalars for vectors of one element; laws speak of what is not promoted.
    int low =
        claims.convention() == Convention.NUMPY ? Math.max(1, space.minRank()) : space.minRank();
    int high = Math.min(space.maxRank(), claims.maxRank());
    if (low > high) {
      return notClaimed("rank " + low);
    }
    return new Scope(
        ofTypes.withRanks(low, high).withModes(modes.toArray(Mode[]::new)), null, null);
  }

  private static String names(Set<? extends Enum<?>> some) {
    return some.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
  }
}
