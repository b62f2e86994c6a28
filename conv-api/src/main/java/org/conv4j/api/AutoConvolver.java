package org.conv4j.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Chooses one of several convolvers for each call, from shapes, types, accuracy and estimates. */
final class AutoConvolver implements Convolver {
  private final List<Convolver> candidates;
  private final Accuracy atLeast;

  AutoConvolver(List<Convolver> candidates, Accuracy atLeast) {
    this.candidates = List.copyOf(candidates);
    this.atLeast = Objects.requireNonNull(atLeast, "atLeast");
  }

  @Override
  public String name() {
    return "auto";
  }

  /**
   * Types, ranks and modes that some candidate claims, each by itself: a combination of them that
   * no single candidate claims is still refused. Of accuracy and non-finite values, what all claim.
   *
   * @throws IllegalStateException if no candidate can take any call
   */
  @Override
  public Capabilities capabilities() {
    Set<DType> dtypes = EnumSet.noneOf(DType.class);
    Set<Mode> modes = EnumSet.noneOf(Mode.class);
    int maxRank = 0;
    Accuracy accuracy = Accuracy.EXACT;
    NonFinite nonFinite = NonFinite.LOCAL;
    for (Convolver candidate : candidates) {
      Capabilities claims = candidate.capabilities();
      boolean floats = claims.accuracy().satisfies(atLeast);
      Set<DType> useful = EnumSet.copyOf(claims.dtypes());
      useful.removeIf(dtype -> !floats && !dtype.isInteger());
      if (claims.convention() != Convention.SCIPY || useful.isEmpty()) {
        continue;
      }
      dtypes.addAll(useful);
      modes.addAll(claims.modes());
      maxRank = Math.max(maxRank, claims.maxRank());
      if (floats && accuracy.satisfies(claims.accuracy())) {
        accuracy = claims.accuracy();
      }
      if (claims.nonFinite() == NonFinite.UNSPECIFIED) {
        nonFinite = NonFinite.UNSPECIFIED;
      }
    }
    if (dtypes.isEmpty()) {
      throw new IllegalStateException(
          "no convolver present satisfies " + atLeast + ": " + candidates);
    }
    return Capabilities.basic()
        .withDTypes(dtypes.toArray(DType[]::new))
        .withModes(modes.toArray(Mode[]::new))
        .withMaxRank(maxRank)
        .withAccuracy(accuracy)
        .withNonFinite(nonFinite);
  }

  @Override
  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
    Objects.requireNonNull(in1, "in1");
    Objects.requireNonNull(in2, "in2");
    Objects.requireNonNull(mode, "mode");
    return choose(in1.shape(), in1.dtype(), in2.shape(), in2.dtype(), mode)
        .convolver()
        .convolve(in1, in2, mode);
  }

  @Override
  public double estimateNanos(Geometry geometry, DType dtype) {
    Choice choice = choose(geometry.in1(), dtype, geometry.in2(), dtype, geometry.mode());
    return choice.convolver().estimateNanos(geometry, dtype);
  }

  Choice choose(Shape in1, DType type1, Shape in2, DType type2, Mode mode) {
    Geometry geometry = Geometry.of(in1, in2, mode, Convention.SCIPY);
    DType result = DType.promote(type1, type2);
    List<Choice.Candidate> considered = new ArrayList<>();
    for (Convolver candidate : candidates) {
      String refusal = refusal(candidate.capabilities(), in1.rank(), type1, type2, mode);
      double estimate = refusal.isEmpty() ? candidate.estimateNanos(geometry, result) : Double.NaN;
      considered.add(new Choice.Candidate(candidate, estimate, refusal));
    }
    List<Choice.Candidate> eligible =
        considered.stream().filter(Choice.Candidate::eligible).toList();
    if (eligible.isEmpty()) {
      throw new UnsupportedOperationException("no convolver can take the call: " + considered);
    }
    Choice.Candidate best = eligible.get(0);
    for (Choice.Candidate candidate : eligible) {
      if (candidate.estimateNanos() < best.estimateNanos()
          || (Double.isNaN(best.estimateNanos()) && !Double.isNaN(candidate.estimateNanos()))) {
        best = candidate;
      }
    }
    return new Choice(best.convolver(), considered, reason(best, eligible.size()));
  }

  private static String reason(Choice.Candidate best, int eligible) {
    if (eligible == 1) {
      return "the only one that can take the call";
    }
    return Double.isNaN(best.estimateNanos())
        ? "the first, since none gives an estimate"
        : "the lowest estimate";
  }

  private String refusal(Capabilities claims, int rank, DType type1, DType type2, Mode mode) {
    if (claims.convention() != Convention.SCIPY) {
      return "another convention";
    }
    if (!claims.claims(rank, type1, type2, mode)) {
      return "call not claimed";
    }
    boolean integer = DType.promote(type1, type2).isInteger();
    if (!integer && !claims.accuracy().satisfies(atLeast)) {
      return claims.accuracy() + " is not " + atLeast;
    }
    return "";
  }

  /** For example {@code auto[direct, fft]}. */
  @Override
  public String toString() {
    return name() + Arrays.toString(candidates.stream().map(Convolver::name).toArray());
  }
}
