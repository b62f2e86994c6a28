package org.conv4j.api;

import java.util.EnumSet;
import java.util.Set;

/**
 * What several implementations claim together of types and values, if one of them is chosen for
 * each call: the types that some of them claims, and of accuracy and non-finite values what all do.
 */
final class JointClaims {
  private final Accuracy atLeast;
  private final Set<DType> dtypes = EnumSet.noneOf(DType.class);
  private Accuracy accuracy = Accuracy.EXACT;
  private NonFinite nonFinite = NonFinite.LOCAL;

  /**
   * No claims yet.
   *
   * @param atLeast the class of error bound that floating-point results must meet
   */
  JointClaims(Accuracy atLeast) {
    this.atLeast = atLeast;
  }

  /**
   * Adds the claims of one more implementation.
   *
   * @return false if it is never chosen, and its claims do not count
   */
  boolean add(Set<DType> types, Accuracy claimed, NonFinite behaviour) {
    boolean floats = claimed.satisfies(atLeast);
    Set<DType> useful = EnumSet.copyOf(types);
    useful.removeIf(dtype -> !floats && !dtype.isInteger());
    if (useful.isEmpty()) {
      return false;
    }
    dtypes.addAll(useful);
    if (floats && accuracy.satisfies(claimed)) {
      accuracy = claimed;
    }
    if (behaviour == NonFinite.UNSPECIFIED) {
      nonFinite = NonFinite.UNSPECIFIED;
    }
    return true;
  }

  boolean isEmpty() {
    return dtypes.isEmpty();
  }

  DType[] dtypes() {
    return dtypes.toArray(DType[]::new);
  }

  Accuracy accuracy() {
    return accuracy;
  }

  NonFinite nonFinite() {
    return nonFinite;
  }
}
