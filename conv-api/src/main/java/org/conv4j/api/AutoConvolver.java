package org.conv4j.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.conv4j.api.internal.Nested;
import org.conv4j.api.internal.Parallel;

/** Chooses one of several convolvers for each call, from shapes, types, accuracy and estimates. */
final class AutoConvolver implements Convolver {
  /** Samples of a block that stands for a long signal. */
  private static final int STREAMED = 1 << 20;

  /** The logarithm to base 2 of how many decisions are kept of each kind. */
  private static final int SLOT_BITS = 6;

  /** 2^32 divided by the golden ratio: its products spread over the upper bits. */
  private static final int GOLDEN = 0x9E3779B9;

  private final List<Convolver> candidates;
  private final Accuracy atLeast;

  /**
   * The last decision for each hash of a call, because calls of the same shapes often come again. A
   * thread may overwrite the decision of another, which is then made once more.
   */
  private final Decision[] decisions = new Decision[1 << SLOT_BITS];

  /** The same for plain arrays, whose decisions are found without making a shape. */
  private final Decision[] vectors = new Decision[1 << SLOT_BITS];

  /** The last decision of each kind: most calls repeat it, and need not be hashed. */
  private Decision last;

  private Decision lastOfVectors;

  AutoConvolver(List<Convolver> candidates, Accuracy atLeast) {
    this.candidates = List.copyOf(candidates);
    this.atLeast = Objects.requireNonNull(atLeast, "atLeast");
  }

  @Override
  public String name() {
    return "auto";
  }

  /**
   * Types, ranks and modes that some candidate claims, each by itself; a combination that no single
   * candidate claims is still refused. For accuracy and non-finite values, what all candidates
   * claim.
   *
   * @throws IllegalStateException if no candidate can take any call
   */
  @Override
  public Capabilities capabilities() {
    JointClaims joint = new JointClaims(atLeast);
    Set<Mode> modes = EnumSet.noneOf(Mode.class);
    int maxRank = 0;
    for (Convolver candidate : candidates) {
      Capabilities claims = candidate.capabilities();
      if (claims.convention() == Convention.SCIPY
          && joint.add(claims.dtypes(), claims.accuracy(), claims.nonFinite())) {
        modes.addAll(claims.modes());
        maxRank = Math.max(maxRank, claims.maxRank());
      }
    }
    if (joint.isEmpty()) {
      throw new IllegalStateException(
          "no convolver present satisfies " + atLeast + ": " + candidates);
    }
    return Capabilities.basic()
        .withDTypes(joint.dtypes())
        .withModes(modes.toArray(Mode[]::new))
        .withMaxRank(maxRank)
        .withAccuracy(joint.accuracy())
        .withNonFinite(joint.nonFinite());
  }

  @Override
  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
    requireOperands(in1, in2, mode);
    return chosen(in1.shape(), in1.dtype(), in2.shape(), in2.dtype(), mode)
        .convolve(in1, in2, mode);
  }

  // Each form goes to the same form of the one chosen, which may have a shorter way for it.

  @Override
  public double[] convolve(double[] in1, double[] in2, Mode mode) {
    requireOperands(in1, in2, mode);
    return chosen(in1.length, in2.length, DType.FLOAT64, mode).convolve(in1, in2, mode);
  }

  @Override
  public float[] convolve(float[] in1, float[] in2, Mode mode) {
    requireOperands(in1, in2, mode);
    return chosen(in1.length, in2.length, DType.FLOAT32, mode).convolve(in1, in2, mode);
  }

  @Override
  public long[] convolve(long[] in1, long[] in2, Mode mode) {
    requireOperands(in1, in2, mode);
    return chosen(in1.length, in2.length, DType.INT64, mode).convolve(in1, in2, mode);
  }

  @Override
  public int[] convolve(int[] in1, int[] in2, Mode mode) {
    requireOperands(in1, in2, mode);
    return chosen(in1.length, in2.length, DType.INT32, mode).convolve(in1, in2, mode);
  }

  @Override
  public double[][] convolve(double[][] in1, double[][] in2, Mode mode) {
    return chosen(in1, in2, DType.FLOAT64, mode).convolve(in1, in2, mode);
  }

  @Override
  public float[][] convolve(float[][] in1, float[][] in2, Mode mode) {
    return chosen(in1, in2, DType.FLOAT32, mode).convolve(in1, in2, mode);
  }

  @Override
  public NdArray correlate(NdArray in1, NdArray in2, Mode mode) {
    requireOperands(in1, in2, mode);
    return chosen(in1.shape(), in1.dtype(), in2.shape(), in2.dtype(), mode)
        .correlate(in1, in2, mode);
  }

  @Override
  public double[] correlate(double[] in1, double[] in2, Mode mode) {
    requireOperands(in1, in2, mode);
    return chosen(in1.length, in2.length, DType.FLOAT64, mode).correlate(in1, in2, mode);
  }

  @Override
  public double[][] correlate(double[][] in1, double[][] in2, Mode mode) {
    return chosen(in1, in2, DType.FLOAT64, mode).correlate(in1, in2, mode);
  }

  private static void requireOperands(Object in1, Object in2, Mode mode) {
    Objects.requireNonNull(in1, "in1");
    Objects.requireNonNull(in2, "in2");
    Objects.requireNonNull(mode, "mode");
  }

  private Convolver chosen(int n, int k, DType dtype, Mode mode) {
    Decision decision = lastOfVectors;
    if (decision == null || !decision.isForVectors(n, k, dtype, mode)) {
      int slot = slot(mix(mix(n, k), hash(dtype)), mode);
      decision = vectors[slot];
      if (decision == null || !decision.isForVectors(n, k, dtype, mode)) {
        decision = decide(Shape.of(n), dtype, Shape.of(k), dtype, mode);
        vectors[slot] = decision;
      }
      lastOfVectors = decision;
    }
    return decision.convolver;
  }

  private Convolver chosen(Object[] in1, Object[] in2, DType dtype, Mode mode) {
    requireOperands(in1, in2, mode);
    Shape a = Nested.shapeOfRows(in1, " of in1");
    Shape b = Nested.shapeOfRows(in2, " of in2");
    return chosen(a, dtype, b, dtype, mode);
  }

  private Convolver chosen(Shape in1, DType type1, Shape in2, DType type2, Mode mode) {
    Decision decision = last;
    if (decision == null || !decision.isFor(in1, type1, in2, type2, mode)) {
      int shapes = mix(in1.hashCode(), in2.hashCode());
      int slot = slot(mix(mix(shapes, hash(type1)), hash(type2)), mode);
      decision = decisions[slot];
      if (decision == null || !decision.isFor(in1, type1, in2, type2, mode)) {
        decision = decide(in1, type1, in2, type2, mode);
        decisions[slot] = decision;
      }
      last = decision;
    }
    return decision.convolver;
  }

  private static int mix(int hash, int next) {
    return 31 * hash + next;
  }

  /** The same in every run, which that of the object is not. */
  private static int hash(Enum<?> constant) {
    return constant.name().hashCode();
  }

  private static int slot(int hash, Mode mode) {
    return (mix(hash, hash(mode)) * GOLDEN) >>> (Integer.SIZE - SLOT_BITS);
  }

  private Decision decide(Shape in1, DType type1, Shape in2, DType type2, Mode mode) {
    Choice<Convolver> choice = choose(in1, type1, in2, type2, mode);
    return new Decision(in1, type1, in2, type2, mode, choice.convolver());
  }

  /** The choice for a call, and for every call like it. */
  private record Decision(
      Shape in1, DType type1, Shape in2, DType type2, Mode mode, Convolver convolver) {

    boolean isFor(Shape a, DType typeA, Shape b, DType typeB, Mode other) {
      return mode == other && type1 == typeA && type2 == typeB && in1.equals(a) && in2.equals(b);
    }

    /** For two vectors of one type. */
    boolean isForVectors(int n, int k, DType type, Mode other) {
      return mode == other && type1 == type && in1.extent(0) == n && in2.extent(0) == k;
    }
  }

  @Override
  public Convolver withParallelism(int threads) {
    Parallel.requireThreads(threads);
    return new AutoConvolver(
        candidates.stream().map(candidate -> candidate.withParallelism(threads)).toList(), atLeast);
  }

  @Override
  public double estimateNanos(Geometry geometry, DType dtype) {
    Choice<Convolver> choice =
        choose(geometry.in1(), dtype, geometry.in2(), dtype, geometry.mode());
    return choice.convolver().estimateNanos(geometry, dtype);
  }

  /** Chooses for each type of signal when the first signal of that type arrives. */
  @Override
  public PreparedConvolution prepare(NdArray kernel, Shape signalShape, Mode mode) {
    Objects.requireNonNull(kernel, "kernel");
    Objects.requireNonNull(signalShape, "signalShape");
    Objects.requireNonNull(mode, "mode");
    NdArray copy = kernel.copy();
    Map<DType, PreparedConvolution> byType = new ConcurrentHashMap<>();
    Function<DType, PreparedConvolution> choice =
        type ->
            choose(signalShape, type, copy.shape(), copy.dtype(), mode)
                .convolver()
                .prepare(copy, signalShape, mode);
    // A kernel that is refused with its own type is refused with any.
    byType.put(copy.dtype(), choice.apply(copy.dtype()));
    return new PreparedConvolution() {
      @Override
      public NdArray apply(NdArray signal) {
        return chosenFor(signal).apply(signal);
      }

      @Override
      public void apply(NdArray signal, NdArray out) {
        chosenFor(signal).apply(signal, out);
      }

      private PreparedConvolution chosenFor(NdArray signal) {
        Preparation.requireShape(signal, signalShape);
        return byType.computeIfAbsent(signal.dtype(), choice);
      }
    };
  }

  /** Chooses as for a block of {@value #STREAMED} samples in a stream that goes on. */
  @Override
  public StreamingConvolution stream(NdArray kernel, DType signalType) {
    Objects.requireNonNull(kernel, "kernel");
    Objects.requireNonNull(signalType, "signalType");
    Shape taps = Geometry.of(Shape.of(1), kernel.shape(), Mode.FULL, Convention.SCIPY).in2();
    Shape block = Shape.of(Math.addExact(STREAMED, taps.size() - 1));
    return choose(block, signalType, taps, kernel.dtype(), Mode.VALID, Mode.FULL)
        .convolver()
        .stream(kernel, signalType);
  }

  /** For operands in one mode; whoever is chosen claims them in the other modes as well. */
  Choice<Convolver> choose(
      Shape in1, DType type1, Shape in2, DType type2, Mode mode, Mode... others) {
    return Choice.cheapest(consider(in1, type1, in2, type2, mode, others));
  }

  /** Measures those that can take a call. */
  Choice<Convolver> measure(NdArray in1, NdArray in2, Mode mode, Stopwatch stopwatch) {
    List<Choice.Candidate<Convolver>> measured = new ArrayList<>();
    for (Choice.Candidate<Convolver> candidate :
        consider(in1.shape(), in1.dtype(), in2.shape(), in2.dtype(), mode)) {
      measured.add(
          candidate.eligible() ? measured(candidate, in1, in2, mode, stopwatch) : candidate);
    }
    return Choice.cheapest(measured);
  }

  private static Choice.Candidate<Convolver> measured(
      Choice.Candidate<Convolver> candidate,
      NdArray in1,
      NdArray in2,
      Mode mode,
      Stopwatch stopwatch) {
    Convolver convolver = candidate.convolver();
    double nanos = stopwatch.nanosPerCall(() -> convolver.convolve(in1, in2, mode));
    return candidate.measured(nanos);
  }

  private List<Choice.Candidate<Convolver>> consider(
      Shape in1, DType type1, Shape in2, DType type2, Mode mode, Mode... others) {
    Geometry geometry = Geometry.of(in1, in2, mode, Convention.SCIPY);
    DType result = DType.promote(type1, type2);
    Set<Mode> modes = EnumSet.of(mode, others);
    List<Choice.Candidate<Convolver>> considered = new ArrayList<>();
    for (Convolver candidate : candidates) {
      String refusal = refusal(candidate.capabilities(), in1.rank(), type1, type2, modes);
      double estimate = refusal.isEmpty() ? candidate.estimateNanos(geometry, result) : Double.NaN;
      considered.add(new Choice.Candidate<>(candidate, candidate.name(), estimate, refusal));
    }
    return considered;
  }

  private String refusal(Capabilities claims, int rank, DType type1, DType type2, Set<Mode> modes) {
    if (claims.convention() != Convention.SCIPY) {
      return "its convention is " + claims.convention();
    }
    if (rank > claims.maxRank()) {
      return "rank " + rank + " is not claimed, only up to " + claims.maxRank();
    }
    DType result = DType.promote(type1, type2);
    for (DType type : new DType[] {type1, type2, result}) {
      if (!claims.dtypes().contains(type)) {
        return type.numpyName() + " is not claimed";
      }
    }
    for (Mode mode : modes) {
      if (!claims.modes().contains(mode)) {
        return mode + " is not claimed";
      }
    }
    return result.isInteger() || claims.accuracy().satisfies(atLeast)
        ? ""
        : "its accuracy on floats is " + claims.accuracy() + ", not " + atLeast;
  }

  /** For example {@code auto[direct, fft]}. */
  @Override
  public String toString() {
    return name() + Arrays.toString(candidates.stream().map(Convolver::name).toArray());
  }
}
