package org.conv4j.direct.layer;

/** The matrix product as it is defined: each element one chain, in order. */
final class TripleLoop implements MatrixProduct {
  @Override
  public void multiply(
      int m, int n, int k, double[] a, double[] b, int start, int step, double[] c, int width) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int l = 0; l < k; l++) {
          sum = Math.fma(a[i * k + l], b[start + l * step + j], sum);
        }
        c[i * width + j] = sum;
      }
    }
  }

  @Override
  public void multiply(
      int m, int n, int k, float[] a, float[] b, int start, int step, float[] c, int width) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        float sum = 0;
        for (int l = 0; l < k; l++) {
          sum = Math.fma(a[i * k + l], b[start + l * step + j], sum);
        }
        c[i * width + j] = sum;
      }
    }
  }

  @Override
  public void multiply(
      int m, int n, int k, long[] a, long[] b, int start, int step, long[] c, int width) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        long sum = 0;
        for (int l = 0; l < k; l++) {
          sum += a[i * k + l] * b[start + l * step + j];
        }
        c[i * width + j] = sum;
      }
    }
  }

  @Override
  public void multiply(
      int m, int n, int k, int[] a, int[] b, int start, int step, int[] c, int width) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        int sum = 0;
        for (int l = 0; l < k; l++) {
          sum += a[i * k + l] * b[start + l * step + j];
        }
        c[i * width + j] = sum;
      }
    }
  }
}
