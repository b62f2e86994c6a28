package org.conv4j.api;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An automatic choice between convolvers, with its reason.
 *
 * @param convolver the one chosen
 * @param candidates all that were considered, in the order in which they were looked at
 * @param reason one sentence, for people
 * @see Convolvers#choose
 */
public record Choice(Convolver convolver, List<Candidate> candidates, String reason) {
  /**
   * Copies the list.
   *
   * @param convolver as above
   * @param candidates as above
   * @param reason as above
   */
  public Choice {
    candidates = List.copyOf(candidates);
  }

  /**
   * A convolver that could take the call, or that could not.
   *
   * @param convolver the convolver
   * @param estimateNanos its {@linkplain Convolver#estimateNanos estimate}, NaN if it gives none
   * @param refusal why it cannot take the call; empty if it can
   */
  public record Candidate(Convolver convolver, double estimateNanos, String refusal) {
    boolean eligible() {
      return refusal.isEmpty();
    }

    /** For example {@code fft: 1234 ns}. */
    @Override
    public String toString() {
      if (!eligible()) {
        return convolver.name() + ": " + refusal;
      }
      return convolver.name()
          + (Double.isNaN(estimateNanos)
              ? ": no estimate"
              : String.format(Locale.ROOT, ": %.0f ns", estimateNanos));
    }
  }

  /** For example {@code fft, the lowest estimate (direct: 5000 ns, fft: 1234 ns)}. */
  @Override
  public String toString() {
    return candidates.stream()
        .map(Candidate::toString)
        .collect(Collectors.joining(", ", convolver.name() + ", " + reason + " (", ")"));
  }
}
