package org.conv4j.direct.layer;

import java.util.ArrayList;
import java.util.List;

/**
 * The sums of a layer in plain loops, which the compiler turns into vector code. It does so only if
 * all arrays in a loop are read at the same index: so each output channel has an array of its own
 * for its sums, and the factors of four taps at a time are copied. They stay in the first-level
 * cache, and serve all output channels of a group.
 */
final class PlainLayerKernel<A> implements LayerKernel<A> {
  private static final int WIDTH = 128;

  private final LayerLoops<A> loops;

  PlainLayerKernel(LayerLoops<A> loops) {
    this.loops = loops;
  }

  @Override
  public LayerLoops<A> loops() {
    return loops;
  }

  @Override
  public int width(int rows) {
    return WIDTH;
  }

  @Override
  public Worker<A> worker(int rows) {
    return new PlainWorker(rows);
  }

  private final class PlainWorker implements Worker<A> {
    private final List<A> sums = new ArrayList<>();
    private final A a = loops.newArray(WIDTH);
    private final A b = loops.newArray(WIDTH);
    private final A c = loops.newArray(WIDTH);
    private final A d = loops.newArray(WIDTH);

    PlainWorker(int rows) {
      for (int row = 0; row < rows; row++) {
        sums.add(loops.newArray(WIDTH));
      }
    }

    @Override
    public void store(
        int row, int start, A biasOrNull, int channel, A to, int at, int step, int count) {
      loops.store(sums.get(row), start, biasOrNull, channel, to, at, step, count);
    }

    @Override
    public void compute(int count, A x, int at, int[] offsets, A packed) {
      int terms = offsets.length;
      for (A sum : sums) {
        loops.clear(sum, 0, count);
      }
      int k = 0;
      for (; k + 4 <= terms; k += 4) {
        System.arraycopy(x, at + offsets[k], a, 0, count);
        System.arraycopy(x, at + offsets[k + 1], b, 0, count);
        System.arraycopy(x, at + offsets[k + 2], c, 0, count);
        System.arraycopy(x, at + offsets[k + 3], d, 0, count);
        for (int m = 0; m < sums.size(); m++) {
          loops.four(packed, m * terms + k, a, b, c, d, sums.get(m), count);
        }
      }
      for (; k < terms; k++) {
        System.arraycopy(x, at + offsets[k], a, 0, count);
        for (int m = 0; m < sums.size(); m++) {
          loops.one(packed, m * terms + k, a, sums.get(m), count);
        }
      }
    }
  }
}
