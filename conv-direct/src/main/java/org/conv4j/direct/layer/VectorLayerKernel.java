package org.conv4j.direct.layer;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sums of a layer on vector registers. Output channels are taken in panels of eight, or of four
 * where registers are few, whose weights stand side by side, and a part of the terms at a time: the
 * factors of that part stay in the first-level cache while panel after panel passes over them.
 */
final class VectorLayerKernel<A> implements LayerKernel<A> {
  /** Terms at a time: with three vectors of 64 bytes, or six of 32, 24 KiB of factors. */
  private static final int TERMS = 128;

  /** Vectors in the rows of tiles. */
  private static final int[] COLUMNS = {3, 2, 6};

  private final LayerMicroKernel<A> micro;
  private final LayerLoops<A> loops;

  /** Rows of a panel, at most. */
  private final int most;

  /** With panels of eight where there are 32 registers, which is where vectors have 64 bytes. */
  VectorLayerKernel(LayerMicroKernel<A> micro, LayerLoops<A> loops) {
    this(micro, loops, micro.lanes() * loops.bytes() == 64 ? 8 : 4);
  }

  /** With panels of four, or of eight and four. */
  VectorLayerKernel(LayerMicroKernel<A> micro, LayerLoops<A> loops, int most) {
    this.micro = micro;
    this.loops = loops;
    this.most = most;
  }

  @Override
  public LayerLoops<A> loops() {
    return loops;
  }

  @Override
  public int width() {
    return 6 * micro.lanes();
  }

  /** Rows of the panel that begins at a row, those included that are zero. */
  private int panel(int row, int rows) {
    int rest = rows - row;
    if (rest == 1) {
      return 1;
    }
    return rest <= 4 ? 4 : most;
  }

  /** Vectors in a row of the tiles of a panel. */
  private static int columns(int panel) {
    return switch (panel) {
      case 8 -> 3;
      case 4 -> 2;
      default -> 6;
    };
  }

  @Override
  public A pack(A weights, int from, int rows, int terms) {
    int length = 0;
    for (int row = 0; row < rows; row += panel(row, rows)) {
      length += panel(row, rows) * terms;
    }
    A packed = loops.newArray(length);
    int at = 0;
    for (int row = 0; row < rows; row += panel(row, rows)) {
      int height = panel(row, rows);
      for (int m = 0; m < Math.min(height, rows - row); m++) {
        loops.store(weights, (from + row + m) * terms, null, 0, packed, at + m, height, terms);
      }
      at += height * terms;
    }
    return packed;
  }

  @Override
  public Worker<A> worker(int rows) {
    A[][] panels = panels(rows);
    return new Worker<>() {
      @Override
      public A sums(int row) {
        int panel = 0;
        int first = 0;
        while (row >= first + panels[panel].length) {
          first += panels[panel++].length;
        }
        return panels[panel][row - first];
      }

      @Override
      public void compute(A x, int at, int[] offsets, A packed) {
        for (A[] panel : panels) {
          for (A row : panel) {
            loops.clear(row, 0, width());
          }
        }
        for (int from = 0; from < offsets.length; from += TERMS) {
          int to = Math.min(offsets.length, from + TERMS);
          add(x, at, offsets, from, to, packed);
        }
      }

      private void add(A x, int at, int[] offsets, int from, int to, A packed) {
        int terms = offsets.length;
        for (int columns : COLUMNS) {
          for (int q = 0; q < width(); q += columns * micro.lanes()) {
            int w = 0;
            for (A[] y : panels) {
              if (columns == columns(y.length)) {
                int first = w + from * y.length;
                switch (y.length) {
                  case 8 -> micro.eight(x, at + q, offsets, from, to, packed, first, y, q);
                  case 4 -> micro.four(x, at + q, offsets, from, to, packed, first, y, q);
                  default -> micro.one(x, at + q, offsets, from, to, packed, first, y, q);
                }
              }
              w += y.length * terms;
            }
          }
        }
      }
    };
  }

  @SuppressWarnings("unchecked") // arrays of what the loops make
  private A[][] panels(int rows) {
    Class<?> type = loops.newArray(0).getClass();
    List<A[]> panels = new ArrayList<>();
    for (int row = 0; row < rows; row += panel(row, rows)) {
      A[] panel = (A[]) Array.newInstance(type, panel(row, rows));
      Arrays.setAll(panel, m -> loops.newArray(width()));
      panels.add(panel);
    }
    return panels.toArray((A[][]) Array.newInstance(type, 0, 0));
  }
}
