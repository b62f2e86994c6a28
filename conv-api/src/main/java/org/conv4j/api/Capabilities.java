package org.conv4j.api;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an implementation claims. Claims can be tested, and so can refusals: what is not claimed
 * must be refused with {@link UnsupportedOperationException}, never answered wrongly.
 *
 * <pre>{@code
 * Capabilities claims = Capabilities.basic().withMaxRank(2).withAccuracy(Accuracy.COMPONENTWISE);
 * Geometry g = claims.admit(in1, in2, mode); // the first line of a careful convolve
 * }</pre>
 *
 * <p>Immutable; the {@code with} methods return changed copies.
 */
public final class Capabilities {
  private static final Capabilities BASIC =
      new Capabilities(
          EnumSet.of(DType.FLOAT64),
          Integer.MAX_VALUE,
          EnumSet.allOf(Mode.class),
          Convention.SCIPY,
          Accuracy.NORMWISE,
          NonFinite.UNSPECIFIED);

  private final Set<DType> dtypes;
  private final int maxRank;
  private final Set<Mode> modes;
  private final Convention convention;
  private final Accuracy accuracy;
  private final NonFinite nonFinite;

  private Capabilities(
      Set<DType> dtypes,
      int maxRank,
      Set<Mode> modes,
      Convention convention,
      Accuracy accuracy,
      NonFinite nonFinite) {
    this.dtypes = Collections.unmodifiableSet(dtypes);
    this.maxRank = maxRank;
    this.modes = Collections.unmodifiableSet(modes);
    this.convention = Objects.requireNonNull(convention, "convention");
    this.accuracy = Objects.requireNonNull(accuracy, "accuracy");
    this.nonFinite = Objects.requireNonNull(nonFinite, "nonFinite");
  }

  /**
   * The modest default: {@code FLOAT64}, any rank, all modes, SciPy's convention, {@link
   * Accuracy#NORMWISE}, and nothing about NaN and infinities.
   *
   * @return those claims
   */
  public static Capabilities basic() {
    return BASIC;
  }

  /**
   * The element types that operands may have. Operands of two different types are claimed if both
   * types and {@linkplain DType#promote the type of their result} are.
   *
   * @return an unmodifiable set, in the order of the enum, not empty
   */
  public Set<DType> dtypes() {
    return dtypes;
  }

  /**
   * The highest rank.
   *
   * @return 0 or more, {@link Integer#MAX_VALUE} for any
   */
  public int maxRank() {
    return maxRank;
  }

  /**
   * The modes.
   *
   * @return an unmodifiable set, in the order of the enum, not empty
   */
  public Set<Mode> modes() {
    return modes;
  }

  /**
   * The convention that decides the shape of results.
   *
   * @return the convention
   */
  public Convention convention() {
    return convention;
  }

  /**
   * The class of the error bound that floating-point results meet.
   *
   * @return the class
   */
  public Accuracy accuracy() {
    return accuracy;
  }

  /**
   * What happens to NaN and infinities.
   *
   * @return the behaviour
   */
  public NonFinite nonFinite() {
    return nonFinite;
  }

  /**
   * These claims with other element types.
   *
   * @param types at least one
   * @return a changed copy
   * @throws IllegalArgumentException if there is none
   */
  public Capabilities withDTypes(DType... types) {
    if (types.length == 0) {
      throw new IllegalArgumentException("at least one dtype must be claimed");
    }
    Set<DType> set = EnumSet.copyOf(Arrays.asList(types));
    return new Capabilities(set, maxRank, modes, convention, accuracy, nonFinite);
  }

  /**
   * These claims with another highest rank.
   *
   * @param rank 0 or more; {@link Integer#MAX_VALUE} for any
   * @return a changed copy
   * @throws IllegalArgumentException if it is negative
   */
  public Capabilities withMaxRank(int rank) {
    if (rank < 0) {
      throw new IllegalArgumentException("the highest rank must not be negative: " + rank);
    }
    return new Capabilities(dtypes, rank, modes, convention, accuracy, nonFinite);
  }

  /**
   * These claims with other modes.
   *
   * @param claimed at least one
   * @return a changed copy
   * @throws IllegalArgumentException if there is none
   */
  public Capabilities withModes(Mode... claimed) {
    if (claimed.length == 0) {
      throw new IllegalArgumentException("at least one mode must be claimed");
    }
    Set<Mode> set = EnumSet.copyOf(Arrays.asList(claimed));
    return new Capabilities(dtypes, maxRank, set, convention, accuracy, nonFinite);
  }

  /**
   * These claims in another convention; NumPy's lowers the highest rank to 1.
   *
   * @param other the convention
   * @return a changed copy
   */
  public Capabilities withConvention(Convention other) {
    int rank = other == Convention.NUMPY ? Math.min(maxRank, 1) : maxRank;
    return new Capabilities(dtypes, rank, modes, other, accuracy, nonFinite);
  }

  /**
   * These claims with another class of error bound.
   *
   * @param other the class
   * @return a changed copy
   */
  public Capabilities withAccuracy(Accuracy other) {
    return new Capabilities(dtypes, maxRank, modes, convention, other, nonFinite);
  }

  /**
   * These claims with another behaviour on NaN and infinities.
   *
   * @param other the behaviour
   * @return a changed copy
   */
  public Capabilities withNonFinite(NonFinite other) {
    return new Capabilities(dtypes, maxRank, modes, convention, accuracy, other);
  }

  /**
   * Whether a call with such operands is claimed, whatever their shapes.
   *
   * @param rank the rank of both operands
   * @param type1 the type of the first operand
   * @param type2 the type of the second operand
   * @param mode the mode
   * @return false if the call must be refused
   */
  public boolean claims(int rank, DType type1, DType type2, Mode mode) {
    return rank <= maxRank
        && modes.contains(mode)
        && dtypes.contains(type1)
        && dtypes.contains(type2)
        && dtypes.contains(DType.promote(type1, type2));
  }

  /**
   * Checks the arguments of a convolution against these claims and against each other. Everything
   * that an implementation must refuse is refused here.
   *
   * @param in1 the first operand
   * @param in2 the second operand
   * @param mode the mode
   * @return the geometry of the call
   * @throws NullPointerException if an argument is null
   * @throws UnsupportedOperationException if dtype, rank or mode is not claimed
   * @throws IllegalArgumentException if the shapes do not go together
   * @throws ArithmeticException if the result has more elements than a Java array holds
   */
  public Geometry admit(NdArray in1, NdArray in2, Mode mode) {
    Objects.requireNonNull(in1, "in1");
    Objects.requireNonNull(in2, "in2");
    Objects.requireNonNull(mode, "mode");
    return admit(in1.shape(), in1.dtype(), in2.shape(), in2.dtype(), mode);
  }

  /** As the public form, for operands of which only shape and type are known yet. */
  Geometry admit(Shape in1, DType type1, Shape in2, DType type2, Mode mode) {
    int rank = Math.max(in1.rank(), in2.rank());
    if (!claims(rank, type1, type2, mode)) {
      String types =
          type1 == type2 ? type1.numpyName() : type1.numpyName() + ", " + type2.numpyName();
      throw new UnsupportedOperationException(
          "not claimed: " + mode + " of rank " + rank + " on " + types + "; claimed: " + this);
    }
    return Geometry.of(in1, in2, mode, convention);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Capabilities that
        && dtypes.equals(that.dtypes)
        && maxRank == that.maxRank
        && modes.equals(that.modes)
        && convention == that.convention
        && accuracy == that.accuracy
        && nonFinite == that.nonFinite;
  }

  @Override
  public int hashCode() {
    return Objects.hash(dtypes, maxRank, modes, convention, accuracy, nonFinite);
  }

  /**
   * For example {@code float64; any rank; FULL, SAME, VALID; convention SCIPY; accuracy NORMWISE;
   * non-finite UNSPECIFIED}.
   */
  @Override
  public String toString() {
    return String.join(
        "; ",
        dtypes.stream().map(DType::numpyName).collect(Collectors.joining(", ")),
        maxRank == Integer.MAX_VALUE ? "any rank" : "rank up to " + maxRank,
        modes.stream().map(Mode::name).collect(Collectors.joining(", ")),
        "convention " + convention,
        "accuracy " + accuracy,
        "non-finite " + nonFinite);
  }
}
