package org.conv4j.verify.cost;

import java.util.List;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.verify.operand.LogUniform;

/**
 * Draws calls. Ranks take turns. Every extent of either operand is drawn independently,
 * log-uniformly from 1 to a bound for the rank: {@value #LINE} of rank 1, {@value #SQUARE} of rank
 * 2, {@value #CUBE} of rank 3. In valid mode the larger of the two extents of each axis becomes the
 * first operand's. Modes and types have equal chances; one that is listed twice has twice the
 * chance.
 *
 * <p>An FFT takes less than a second on real floating-point operands of these sizes.
 */
public final class Draw {
  /** The largest extent of rank 1. */
  public static final int LINE = 1_000_000;

  /** The largest extent of rank 2. */
  public static final int SQUARE = 1024;

  /** The largest extent of rank 3. */
  public static final int CUBE = 128;

  private final List<Integer> ranks;
  private final List<Mode> modes;
  private final List<DType> dtypes;
  private final LogUniform random;
  private int turn;

  /**
   * A sequence of draws.
   *
   * @param ranks those that take turns, from 1 to 3
   * @param modes those that are drawn
   * @param dtypes those that are drawn
   * @param seed the same gives the same calls
   */
  public Draw(List<Integer> ranks, List<Mode> modes, List<DType> dtypes, long seed) {
    this.ranks = List.copyOf(ranks);
    this.modes = List.copyOf(modes);
    this.dtypes = List.copyOf(dtypes);
    this.random = new LogUniform(seed);
  }

  static int bound(int rank) {
    return switch (rank) {
      case 1 -> LINE;
      case 2 -> SQUARE;
      case 3 -> CUBE;
      default -> throw new IllegalArgumentException("ranks are 1 to 3, not " + rank);
    };
  }

  /**
   * The next call.
   *
   * @return a call that depends on the seed and on how many were drawn before
   */
  public Sample next() {
    int rank = ranks.get(turn++ % ranks.size());
    Mode mode = modes.get(random.index(modes.size()));
    DType dtype = dtypes.get(random.index(dtypes.size()));
    int[] in1 = extents(rank);
    int[] in2 = extents(rank);
    if (mode == Mode.VALID) {
      for (int axis = 0; axis < rank; axis++) {
        int larger = Math.max(in1[axis], in2[axis]);
        in2[axis] = Math.min(in1[axis], in2[axis]);
        in1[axis] = larger;
      }
    }
    return Sample.of(dtype, mode, in1, in2);
  }

  private int[] extents(int rank) {
    int[] extents = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      extents[axis] = random.extent(bound(rank));
    }
    return extents;
  }
}
