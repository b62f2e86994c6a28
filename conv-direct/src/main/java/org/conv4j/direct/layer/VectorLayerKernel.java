package org.conv4j.direct.layer;

import java.util.Optional;

/**
 * The sums of a layer on vector registers. Output channels are taken in panels of eight and one of
 * six or four for the rest, or all of four where registers are few. The weights of a panel stand
 * side by side. Terms are taken a part at a time: the factors of that part stay in the first-level
 * cache while panel after panel passes over them.
 */
final class VectorLayerKernel<A> implements LayerKernel<A> {
  /** Terms at a time. */
  private static final int TERMS = 256;

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

  /** With panels of four, or of eight, six and four. */
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
    if (rest <= 4) {
      return 4;
    }
    return rest <= 6 && most == 8 ? 6 : most;
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
    private final int rows;

    /** Row by row, as many elements from one to the next as are computed at once. */
    private final A sums;

    private int stride;

    VectorWorker(int rows) {
      this.rows = rows;
      int needed = 0;
      while (needed < rows) {
        needed += panel(needed, rows);
      }
      this.sums = micro.newArray(needed * width(rows));
    }

    @Override
    public void store(
        int row, int start, A biasOrNull, int channel, A to, int at, int step, int count) {
      micro.store(sums, row * stride + start, biasOrNull, channel, to, at, step, count);
    }

    @Override
    public void compute(int count, A x, int at, int[] offsets, A packed) {
      stride = count;
      int last = 0;
      while (last < rows && panel(last, rows) == most) {
        last += most;
      }
      add(count, x, at, offsets, packed, most, 0, last);
      if (last < rows && panel(last, rows) == 1) {
        int w = last * offsets.length;
        micro.rows(1, count, x, at, 0, offsets, packed, w, null, 0, sums, last * stride, 0);
      } else {
        add(count, x, at, offsets, packed, panel(last, rows), last, rows);
      }
    }

    /** The sums of some rows, panel by panel. */
    private void add(
        int count, A x, int at, int[] offsets, A packed, int panel, int first, int end) {
      int panels = (Math.max(0, end - first) + panel - 1) / panel;
      micro.clear(sums, first * stride, (first + panels * panel) * stride);
      int lanes = micro.lanes();
      for (int from = 0; from < offsets.length; from += TERMS) {
        int to = Math.min(offsets.length, from + TERMS);
        int columns;
        for (int q = 0; q < count; q += columns * lanes) {
          columns = columns(panel, (count - q) / lanes);
          for (int row = first; row < end; row += panel) {
            int w = row * offsets.length + panel * from;
            int y = row * stride + q;
            switch (panel) {
              case 8 ->
                  micro.eight(columns, x, at + q, offsets, from, to, packed, w, sums, y, stride);
              case 6 ->
                  micro.six(columns, x, at + q, offsets, from, to, packed, w, sums, y, stride);
              default ->
                  micro.four(columns, x, at + q, offsets, from, to, packed, w, sums, y, stride);
            }
          }
        }
      }
    }

    /** Vectors in the rows of a tile, if some are left: rather twice two than three and one. */
    private int columns(int panel, int left) {
      if (panel == 4) {
        return Math.min(left, 2);
      }
      return left == 4 ? 2 : Math.min(left, 3);
    }
  }
}
