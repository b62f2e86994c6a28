package org.conv4j.direct.layer;

/** A layer's matrix product by a {@link MatrixProduct}, of lowered input only. */
final class ProductKernel<A> implements LayerKernel<A> {
  private static final int WIDTH = 1024;

  private final LayerLoops<A> loops;
  private final Multiplication<A> product;

  /**
   * A method of {@link MatrixProduct}.
   *
   * @param <A> the type of arrays
   */
  @FunctionalInterface
  private interface Multiplication<A> {
    void multiply(int m, int n, int k, A a, A b, int start, int step, A c, int width);
  }

  private ProductKernel(LayerLoops<A> loops, Multiplication<A> product) {
    this.loops = loops;
    this.product = product;
  }

  /** One for each element type. */
  static LayerKernels all(MatrixProduct product) {
    return new LayerKernels(
        product.getClass().getSimpleName(),
        new ProductKernel<>(new DoubleLoops(), product::multiply),
        new ProductKernel<>(new FloatLoops(), product::multiply),
        new ProductKernel<>(new LongLoops(), product::multiply),
        new ProductKernel<>(new IntLoops(), product::multiply));
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
    A sums = loops.newArray(rows * WIDTH);
    return new Worker<>() {
      @Override
      public void compute(int count, A x, int at, int[] offsets, A packed) {
        int terms = offsets.length;
        int step = terms == 1 ? 0 : offsets[1];
        product.multiply(rows, count, terms, packed, x, at, step, sums, WIDTH);
      }

      @Override
      public void store(
          int row, int start, A biasOrNull, int channel, A to, int at, int step, int count) {
        loops.store(sums, row * WIDTH + start, biasOrNull, channel, to, at, step, count);
      }
    };
  }
}
