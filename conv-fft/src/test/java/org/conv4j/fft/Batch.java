package org.conv4j.fft;

/** A {@link BatchTransform} of either type, given and giving doubles. */
@SuppressWarnings("TooManyParameters")
abstract class Batch {
  static Batch of(BatchTransform<double[]> transform) {
    return new Typed<>(transform, DoublePrecision.INSTANCE);
  }

  static Batch ofFloats(BatchTransform<float[]> transform) {
    return new Typed<>(transform, FloatPrecision.INSTANCE);
  }

  abstract int length();

  abstract int lanes();

  abstract int[] order();

  abstract void forward(double[] re, double[] im, int start);

  abstract void inverse(double[] re, double[] im, int start);

  abstract void multiply(double[] re, double[] im, int start, double[] kRe, double[] kIm);

  abstract void convolve(double[] re, double[] im, int start, double[] kRe, double[] kIm);

  abstract void column(
      double[] re, double[] im, int start, int lane, double factor, double[] kRe, double[] kIm);

  /** One part of a batch, from runs of an array. */
  abstract void load(Blocks<double[]> blocks, double[] data, int start);

  abstract void store(double[] data, int start, int row, Blocks<double[]> blocks);

  private static final class Typed<A> extends Batch {
    private final BatchTransform<A> transform;
    private final Precision<A> precision;

    Typed(BatchTransform<A> transform, Precision<A> precision) {
      this.transform = transform;
      this.precision = precision;
    }

    private A typed(double[] data) {
      A typed = precision.allocate(data.length);
      for (int i = 0; i < data.length; i++) {
        precision.set(typed, i, data[i]);
      }
      return typed;
    }

    private void back(A typed, double[] data) {
      System.arraycopy(precision.widened(typed), 0, data, 0, data.length);
    }

    private Blocks<A> blocks(Blocks<double[]> b, A array) {
      return new Blocks<>(array, b.start(), b.step(), b.count(), b.length(), b.first(), b.end());
    }

    @Override
    int length() {
      return transform.length();
    }

    @Override
    int lanes() {
      return transform.lanes();
    }

    @Override
    int[] order() {
      return transform.order();
    }

    @Override
    void forward(double[] re, double[] im, int start) {
      A x = typed(re);
      A y = typed(im);
      transform.forward(x, y, start);
      back(x, re);
      back(y, im);
    }

    @Override
    void inverse(double[] re, double[] im, int start) {
      A x = typed(re);
      A y = typed(im);
      transform.inverse(x, y, start);
      back(x, re);
      back(y, im);
    }

    @Override
    void multiply(double[] re, double[] im, int start, double[] kRe, double[] kIm) {
      A x = typed(re);
      A y = typed(im);
      transform.multiply(x, y, start, typed(kRe), typed(kIm));
      back(x, re);
      back(y, im);
    }

    @Override
    void convolve(double[] re, double[] im, int start, double[] kRe, double[] kIm) {
      A x = typed(re);
      A y = typed(im);
      transform.convolve(x, y, start, typed(kRe), typed(kIm));
      back(x, re);
      back(y, im);
    }

    @Override
    void column(
        double[] re, double[] im, int start, int lane, double factor, double[] kRe, double[] kIm) {
      A x = typed(kRe);
      A y = typed(kIm);
      transform.column(typed(re), typed(im), start, lane, factor, x, y);
      back(x, kRe);
      back(y, kIm);
    }

    @Override
    void load(Blocks<double[]> blocks, double[] data, int start) {
      A typed = typed(data);
      transform.load(blocks(blocks, typed(blocks.array())), typed, start);
      back(typed, data);
    }

    @Override
    void store(double[] data, int start, int row, Blocks<double[]> blocks) {
      A typed = typed(blocks.array());
      transform.store(typed(data), start, row, blocks(blocks, typed));
      back(typed, blocks.array());
    }
  }
}
