package org.conv4j.direct.layer;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The sums of a layer on vector registers. Output channels are taken in panels of eight, or of four
 * where registers are few, whose weights stand side by side, and a part of the terms at a time: the
 * factors of that part stay in the first-level cache while panel after panel passes over them.
 */
final class VectorLayerKernel<A> implements LayerKernel<A> {
  /** Terms at a time: with three vectors of 64 bytes, or six of 32, 24 KiB of factors. */
  private static final int TERMS = 128;

  /** Vectors of outputs at a time. */
  private static final int COLUMNS = 6;

  /** The same where a group has one output channel, and thus nothing else for one call to do. */
  private static final int COLUMNS_OF_ONE = 64;

  private final LayerMicroKernel<A> micro;

  /** Rows of a panel, at most. */
  private final int most;

  /** With panels of eight where there are 32 registers, which is where vectors have 64 bytes. */
  VectorLayerKernel(LayerMicroKernel<A> micro) {
    this(micro, micro.lanes() * micro.bytes() == 64 ? 8 : 4);
  }

  /** With panels of four, or of eight and four. */
  VectorLayerKernel(LayerMicroKernel<A> micro, int most) {
    this.micro = micro;
    this.most = most;
  }

  @Override
  public LayerLoops<A> loops() {
    return micro;
  }

  @Override
  public int grain() {
    return micro.lanes();
  }

  @Override
  public int width(int rows) {
    return (rows == 1 ? COLUMNS_OF_ONE : COLUMNS) * micro.lanes();
  }

  /** Rows of the panel that begins at a row, those included that are zero. */
  private int panel(int row, int rows) {
    int rest = rows - row;
    if (rest == 1) {
      return 1;
    }
    return rest <= 4 ? 4 : most;
  }

  @Override
  public Optional<LayerMicroKernel<A>> rows(int columns) {
    return columns < micro.lanes() ? Optional.empty() : Optional.of(micro);
  }

  @Override
  public A pack(A weights, int from, int rows, int terms) {
    int length = 0;
    for (int row = 0; row < rows; row += panel(row, rows)) {
      length += panel(row, rows) * terms;
    }
    A packed = micro.newArray(length);
    int at = 0;
    for (int row = 0; row < rows; row += panel(row, rows)) {
      int height = panel(row, rows);
      for (int m = 0; m < Math.min(height, rows - row); m++) {
        micro.store(weights, (from + row + m) * terms, null, 0, packed, at + m, height, terms);
      }
      at += height * terms;
    }
    return packed;
  }

  @Override
  public Worker<A> worker(int rows) {
    return new VectorWorker(rows);
  }

  private final class VectorWorker implements Worker<A> {
    private final A[] sums;

    /** The same by panel; all but the last are of one height. */
    private final List<A[]> panels = new ArrayList<>();

    @SuppressWarnings("unchecked") // an array of what the loops make
    VectorWorker(int rows) {
      int needed = 0;
      while (needed < rows) {
        needed += panel(needed, rows);
      }
      sums = (A[]) Array.newInstance(micro.newArray(0).getClass(), needed);
      Arrays.setAll(sums, row -> micro.newArray(width(rows)));
      for (int row = 0; row < rows; row += panel(row, rows)) {
        panels.add(Arrays.copyOfRange(sums, row, row + panel(row, rows)));
      }
    }

    @Override
    public A sums(int row) {
      return sums[row];
    }

    @Override
    public void compute(int count, A x, int at, int[] offsets, A packed) {
      int last = panels.size() - 1;
      int w = last * panels.get(0).length * offsets.length;
      switch (panels.get(last).length) {
        case 1 ->
            micro.rows(
                1, count, x, at, 0, offsets, packed, w, null, 0, sums[sums.length - 1], 0, 0);
        case 4 -> add(count, x, at, offsets, packed, w, panels.subList(last, last + 1));
        default -> last++;
      }
      add(count, x, at, offsets, packed, 0, panels.subList(0, last));
    }

    /** The sums of panels of one height, whose weights begin at w. */
    private void add(int count, A x, int at, int[] offsets, A packed, int w, List<A[]> some) {
      for (A[] panel : some) {
        for (A row : panel) {
          micro.clear(row, 0, count);
        }
      }
      int lanes = micro.lanes();
      for (int from = 0; from < offsets.length; from += TERMS) {
        int to = Math.min(offsets.length, from + TERMS);
        int columns;
        for (int q = 0; q < count; q += columns * lanes) {
          columns = (count - q) / lanes;
          int j = w;
          for (A[] y : some) {
            // Rather twice two vectors than three and one.
            if (y.length == 8) {
              columns = columns == 4 ? 2 : Math.min(columns, 3);
              micro.eight(columns, x, at + q, offsets, from, to, packed, j + 8 * from, y, q);
            } else {
              columns = Math.min(columns, 2);
              micro.four(columns, x, at + q, offsets, from, to, packed, j + 4 * from, y, q);
            }
            j += y.length * offsets.length;
          }
        }
      }
    }
  }
}
