package org.conv4j.verify.law;

/**
 * What a law is checked on, or why it is not checked. Two of the three components are null.
 *
 * @param <P> sets of recipes
 * @param space the recipes
 * @param notClaimed what would have to be claimed
 * @param nothing why there is nothing to check although it is claimed
 */
public record Scope<P>(P space, String notClaimed, String nothing) {
  /**
   * The scope of a law that applies.
   *
   * @param <P> sets of recipes
   * @param space the recipes
   * @return the scope
   */
  public static <P> Scope<P> of(P space) {
    return new Scope<>(space, null, null);
  }

  /**
   * The scope of a law about something that is not claimed.
   *
   * @param <P> sets of recipes
   * @param what would have to be claimed
   * @return the scope
   */
  public static <P> Scope<P> notClaimed(String what) {
    return new Scope<>(null, what, null);
  }

  /**
   * The scope of a law that has nothing to check.
   *
   * @param <P> sets of recipes
   * @param why the reason
   * @return the scope
   */
  public static <P> Scope<P> nothing(String why) {
    return new Scope<>(null, null, why);
  }
}
