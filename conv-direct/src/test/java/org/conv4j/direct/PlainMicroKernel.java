package org.conv4j.direct;

import java.util.Arrays;

/**
 * The formulas of {@link MicroKernel} as they are printed: the twin of the vector loops, with as
 * many lanes and as long rows as a test likes.
 */
record PlainMicroKernel(int lanes, int rowStride) implements MicroKernel<double[]> {
  @Override
  public double[] newArray(int length) {
    return new double[length];
  }

  @Override
  public void clear(double[] data, int from, int to) {
    Arrays.fill(data, from, to, 0);
  }

  @Override
  public void gather(double[] from, int[] index, int count, double[] to) {
    Arrays.setAll(to, i -> i >= count ? to[i] : index[i] < 0 ? 0 : from[index[i]]);
  }

  @Override
  public void rows(
      int group,
      double[] x,
      int p,
      int[] offset,
      double[] w,
      int count,
      double[] start,
      int s,
      int ss,
      double[] y,
      int q,
      int ys) {
    for (int r = 0; r < 4; r++) {
      for (int c = 0; c < 2 * lanes; c++) {
        y[q + r * ys + c] = start[s + r * ss + c];
        for (int g = 0; g < count; g++) {
          for (int t = 0; t < group; t++) {
            int i = p - offset[g] + (r - t) * rowStride + c;
            y[q + r * ys + c] = Math.fma(x[i], w[group * g + t], y[q + r * ys + c]);
          }
        }
      }
    }
  }

  @Override
  public void columns(
      int group,
      double[] x,
      int p,
      int[] offset,
      double[] w,
      int count,
      double[] start,
      int s,
      double[] y,
      int q) {
    for (int c = 0; c < 8 * lanes; c++) {
      y[q + c] = start[s + c];
      for (int g = 0; g < count; g++) {
        for (int t = 0; t < group; t++) {
          int i = p - offset[g] - t * lanes + c;
          y[q + c] = Math.fma(x[i], w[group * g + t], y[q + c]);
        }
      }
    }
  }

  @Override
  public boolean inRange(double[] y, int from, int to, double tiny) {
    return Arrays.stream(y, from, to)
        .map(Math::abs)
        .allMatch(magnitude -> magnitude >= tiny && magnitude <= Double.MAX_VALUE);
  }
}
