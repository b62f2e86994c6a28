package org.conv4j.api;

import java.util.Objects;

/**
 * How many zeros a layer puts before and after its input on each spatial axis: amounts given by the
 * caller, or amounts that follow from the sizes.
 *
 * <p>With {@link #SAME_UPPER} and {@link #SAME_LOWER} an axis of extent {@code i} gives {@code
 * ceil(i / stride)} outputs. The zeros that this takes, {@code max((out - 1) * stride + dilation *
 * (k - 1) + 1 - i, 0)}, are shared equally; if their number is odd, SAME_UPPER puts the additional
 * one after the input and SAME_LOWER before it.
 *
 * <pre>{@code
 * Padding.of(1);                              // one zero on every side
 * Padding.of(new int[] {0, 1}, new int[] {2, 1}); // rows: 0 before, 2 after; columns: 1 and 1
 * }</pre>
 *
 * <p>Source: ONNX operator Conv, attributes {@code auto_pad} and {@code pads}. TensorFlow's {@code
 * SAME} is SAME_UPPER.
 */
public final class Padding {
  private enum Kind {
    GIVEN,
    SAME_UPPER,
    SAME_LOWER
  }

  private static final BroadcastInts NONE = BroadcastInts.of("padding", 0, 0);

  /** No zeros: only outputs whose whole window lies in the input. */
  public static final Padding VALID = new Padding(Kind.GIVEN, NONE, NONE);

  /** As many outputs as the input divided by the stride, the odd zero after the input. */
  public static final Padding SAME_UPPER = new Padding(Kind.SAME_UPPER, NONE, NONE);

  /** As many outputs as the input divided by the stride, the odd zero before the input. */
  public static final Padding SAME_LOWER = new Padding(Kind.SAME_LOWER, NONE, NONE);

  private final Kind kind;
  private final BroadcastInts before;
  private final BroadcastInts after;

  private Padding(Kind kind, BroadcastInts before, BroadcastInts after) {
    this.kind = kind;
    this.before = before;
    this.after = after;
  }

  /**
   * The same number of zeros before and after the input.
   *
   * @param amounts one for each spatial axis, or one for all of them; none negative
   * @return the padding
   * @throws NullPointerException if {@code amounts} is null
   * @throws IllegalArgumentException if an amount is negative, or there is none
   */
  public static Padding of(int... amounts) {
    BroadcastInts both = BroadcastInts.of("padding", 0, amounts);
    return new Padding(Kind.GIVEN, both, both);
  }

  /**
   * Zeros before and after the input.
   *
   * @param before one amount for each spatial axis, or one for all of them; none negative
   * @param after likewise
   * @return the padding
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if an amount is negative, or there is none
   */
  public static Padding of(int[] before, int[] after) {
    return new Padding(
        Kind.GIVEN,
        BroadcastInts.of("padding before", 0, before),
        BroadcastInts.of("padding after", 0, after));
  }

  /**
   * Whether the amounts follow from the sizes.
   *
   * @return true for {@link #SAME_UPPER} and {@link #SAME_LOWER}
   */
  public boolean isSame() {
    return kind != Kind.GIVEN;
  }

  /** Refuses amounts for another number of axes. */
  void requireCount(int rank) {
    before.requireCount(rank, "spatial axes");
    after.requireCount(rank, "spatial axes");
  }

  /**
   * The zeros before an axis.
   *
   * @param total how many there are before and after, if that follows from the sizes
   */
  int before(int axis, int total) {
    return switch (kind) {
      case GIVEN -> before.at(axis);
      case SAME_UPPER -> total / 2;
      case SAME_LOWER -> total - total / 2;
    };
  }

  /** The zeros after an axis, likewise. */
  int after(int axis, int total) {
    return switch (kind) {
      case GIVEN -> after.at(axis);
      case SAME_UPPER -> total - total / 2;
      case SAME_LOWER -> total / 2;
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Padding that
        && kind == that.kind
        && before.equals(that.before)
        && after.equals(that.after);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind.name(), before, after);
  }

  /** For example {@code SAME_UPPER}, {@code 1}, {@code [0, 1] before, [2, 1] after}. */
  @Override
  public String toString() {
    if (isSame()) {
      return kind.name();
    }
    return before.equals(after) ? before.toString() : before + " before, " + after + " after";
  }
}
