package org.conv4j.direct.layer;

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
  public int width() {
    return WIDTH;
  }

  @Override
  public Worker<A> worker() {
    A a = loops.newArray(WIDTH);
    A b = loops.newArray(WIDTH);
    A c = loops.newArray(WIDTH);
    A d = loops.newArray(WIDTH);
    return (x, at, offsets, weights, first, sums) -> {
      int terms = offsets.length;
      for (A sum : sums) {
        loops.clear(sum, 0, WIDTH);
      }
      int k = 0;
      for (; k + 4 <= terms; k += 4) {
        System.arraycopy(x, at + offsets[k], a, 0, WIDTH);
        System.arraycopy(x, at + offsets[k + 1], b, 0, WIDTH);
        System.arraycopy(x, at + offsets[k + 2], c, 0, WIDTH);
        System.arraycopy(x, at + offsets[k + 3], d, 0, WIDTH);
        for (int m = 0; m < sums.size(); m++) {
          loops.four(weights, (first + m) * terms + k, a, b, c, d, sums.get(m), WIDTH);
        }
      }
      for (; k < terms; k++) {
        System.arraycopy(x, at + offsets[k], a, 0, WIDTH);
        for (int m = 0; m < sums.size(); m++) {
          loops.one(weights, (first + m) * terms + k, a, sums.get(m), WIDTH);
        }
      }
    };
  }
}
