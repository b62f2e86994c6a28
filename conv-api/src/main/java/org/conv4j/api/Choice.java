package org.conv4j.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A choice between implementations, from estimates or measurements, with its reason.
 *
 * @param <C> {@link Convolver} or {@link LayerConvolver}
 * @param convolver the one chosen
 * @param candidates all that were considered, in that order
 * @param reason one sentence, for people
 * @see Convolvers#choose
 * @see Convolvers#measure
 */
public record Choice<C>(C convolver, List<Candidate<C>> candidates, String reason) {
  /** Digits of a ratio of two times that are worth reading. */
  private static final MathContext DIGITS = new MathContext(3);

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
   * An implementation that was considered for the call.
   *
   * @param <C> {@link Convolver} or {@link LayerConvolver}
   * @param convolver the implementation
   * @param name its name
   * @param estimateNanos its {@linkplain Convolver#estimateNanos estimate}, NaN if it gives none or
   *     cannot take the call
   * @param measuredNanos how long the call took, NaN if it was not measured
   * @param refusal why it cannot take the call; empty if it can
   */
  public record Candidate<C>(
      C convolver, String name, double estimateNanos, double measuredNanos, String refusal) {
    /**
     * A candidate that was not measured.
     *
     * @param convolver as above
     * @param name as above
     * @param estimateNanos as above
     * @param refusal as above
     */
    public Candidate(C convolver, String name, double estimateNanos, String refusal) {
      this(convolver, name, estimateNanos, Double.NaN, refusal);
    }

    /** The same, measured. */
    Candidate<C> measured(double nanos) {
      return new Candidate<>(convolver, name, estimateNanos, nanos, refusal);
    }

    boolean eligible() {
      return refusal.isEmpty();
    }

    boolean measured() {
      return !Double.isNaN(measuredNanos);
    }

    /** What is known best; NaN if nothing is. */
    double nanos() {
      return measured() ? measuredNanos : estimateNanos;
    }

    /** For example {@code fft: 1234 ns estimated, 1300 ns measured}. */
    @Override
    public String toString() {
      if (!eligible()) {
        return name + ": " + refusal;
      }
      String estimated =
          Double.isNaN(estimateNanos)
              ? "no estimate"
              : String.format(Locale.ROOT, "%.0f ns estimated", estimateNanos);
      return name
          + ": "
          + estimated
          + (measured() ? String.format(Locale.ROOT, ", %.0f ns measured", measuredNanos) : "");
    }
  }

  /**
   * The cheapest of some candidates, the first if several are.
   *
   * @throws UnsupportedOperationException if none can take the call
   */
  static <C> Choice<C> cheapest(List<Candidate<C>> considered) {
    List<Candidate<C>> eligible = considered.stream().filter(Candidate::eligible).toList();
    if (eligible.isEmpty()) {
      throw new UnsupportedOperationException("no convolver can take the call: " + considered);
    }
    Candidate<C> best = cheaper(eligible);
    List<Candidate<C>> others = eligible.stream().filter(other -> !other.equals(best)).toList();
    String reason =
        others.isEmpty() ? "the only one that can take the call" : reason(best, cheaper(others));
    return new Choice<>(best.convolver(), considered, reason);
  }

  private static <C> Candidate<C> cheaper(List<Candidate<C>> candidates) {
    Candidate<C> best = candidates.get(0);
    for (Candidate<C> candidate : candidates) {
      if (candidate.nanos() < best.nanos()
          || (Double.isNaN(best.nanos()) && !Double.isNaN(candidate.nanos()))) {
        best = candidate;
      }
    }
    return best;
  }

  private static String reason(Candidate<?> best, Candidate<?> second) {
    if (Double.isNaN(best.nanos())) {
      return "the first, since none gives an estimate";
    }
    if (Double.isNaN(second.nanos())) {
      return "the only one that gives an estimate";
    }
    if (best.nanos() == second.nanos()) {
      return best.measured()
          ? "the first of those that measured the same"
          : "the first of those with the lowest estimate";
    }
    String basis = best.measured() ? "measured" : "estimated";
    double ratio = second.nanos() / best.nanos();
    return Double.isFinite(ratio)
        ? basis + " " + times(ratio) + " times as fast as " + second.name()
        : "the only one with a finite estimate";
  }

  private static String times(double ratio) {
    return new BigDecimal(ratio).round(DIGITS).toPlainString();
  }

  /** For example {@code fft, estimated 4.05 times as fast as direct (direct: …, fft: …)}. */
  @Override
  public String toString() {
    String name =
        candidates.stream()
            .filter(candidate -> candidate.convolver() == convolver)
            .map(Candidate::name)
            .findFirst()
            .orElseGet(convolver::toString);
    return candidates.stream()
        .map(Candidate::toString)
        .collect(Collectors.joining(", ", name + ", " + reason + " (", ")"));
  }
}
