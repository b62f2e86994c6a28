package org.conv4j.fft;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The products of {@link SimdDoubleBatch}: alone, and between the last stage of a forward transform
 * and the same stage of the inverse one, whose legs are rows next to each other. In the manner of
 * {@link SimdDoubleStages}.
 */
@SuppressWarnings("TooManyParameters")
final class SimdDoubleProducts {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private SimdDoubleProducts() {}

  static void multiply(
      double[] re, double[] im, int start, double[] kernelRe, double[] kernelIm, int from, int to) {
    int i = start;
    for (int k = from; k < to; k++) {
      DoubleVector kr = DoubleVector.broadcast(SPECIES, kernelRe[k]);
      DoubleVector ki = DoubleVector.broadcast(SPECIES, kernelIm[k]);
      DoubleVector xr = DoubleVector.fromArray(SPECIES, re, i);
      DoubleVector xi = DoubleVector.fromArray(SPECIES, im, i);
      xr.mul(kr).sub(xi.mul(ki)).intoArray(re, i);
      xr.fma(ki, xi.mul(kr)).intoArray(im, i);
      i += LANES;
    }
  }

  static void add(
      double[] sumRe,
      double[] sumIm,
      double[] re,
      double[] im,
      double[] kernelRe,
      double[] kernelIm,
      int from,
      int to) {
    int i = from * LANES;
    for (int k = from; k < to; k++) {
      DoubleVector kr = DoubleVector.broadcast(SPECIES, kernelRe[k]);
      DoubleVector ki = DoubleVector.broadcast(SPECIES, kernelIm[k]);
      DoubleVector xr = DoubleVector.fromArray(SPECIES, re, i);
      DoubleVector xi = DoubleVector.fromArray(SPECIES, im, i);
      DoubleVector sr = DoubleVector.fromArray(SPECIES, sumRe, i);
      DoubleVector si = DoubleVector.fromArray(SPECIES, sumIm, i);
      sr.add(xr.mul(kr).sub(xi.mul(ki))).intoArray(sumRe, i);
      si.add(xr.fma(ki, xi.mul(kr))).intoArray(sumIm, i);
      i += LANES;
    }
  }

  static void middleFour(
      double[] re,
      double[] im,
      int start,
      int blocks,
      double[] w,
      int first,
      double[] kernelRe,
      double[] kernelIm,
      int row) {
    int i = start;
    int t = first;
    int k = row;
    for (int count = blocks; count > 0; count--) {
      DoubleVector x0r = DoubleVector.fromArray(SPECIES, re, i);
      DoubleVector x0i = DoubleVector.fromArray(SPECIES, im, i);
      DoubleVector x2r = DoubleVector.fromArray(SPECIES, re, i + 2 * LANES);
      DoubleVector x2i = DoubleVector.fromArray(SPECIES, im, i + 2 * LANES);
      DoubleVector t2r = x2r.mul(DoubleVector.broadcast(SPECIES, w[t + 3]));
      DoubleVector t2i = x2i.mul(DoubleVector.broadcast(SPECIES, w[t + 3]));
      t2r = x2i.fma(DoubleVector.broadcast(SPECIES, w[t + 4]), t2r);
      t2i = x2r.fma(DoubleVector.broadcast(SPECIES, w[t + 5]), t2i);
      DoubleVector x1r = DoubleVector.fromArray(SPECIES, re, i + LANES);
      DoubleVector x1i = DoubleVector.fromArray(SPECIES, im, i + LANES);
      DoubleVector t1r = x1r.mul(DoubleVector.broadcast(SPECIES, w[t]));
      DoubleVector t1i = x1i.mul(DoubleVector.broadcast(SPECIES, w[t]));
      t1r = x1i.fma(DoubleVector.broadcast(SPECIES, w[t + 1]), t1r);
      t1i = x1r.fma(DoubleVector.broadcast(SPECIES, w[t + 2]), t1i);
      DoubleVector x3r = DoubleVector.fromArray(SPECIES, re, i + 3 * LANES);
      DoubleVector x3i = DoubleVector.fromArray(SPECIES, im, i + 3 * LANES);
      DoubleVector t3r = x3r.mul(DoubleVector.broadcast(SPECIES, w[t + 6]));
      DoubleVector t3i = x3i.mul(DoubleVector.broadcast(SPECIES, w[t + 6]));
      t3r = x3i.fma(DoubleVector.broadcast(SPECIES, w[t + 7]), t3r);
      t3i = x3r.fma(DoubleVector.broadcast(SPECIES, w[t + 8]), t3i);
      DoubleVector a1 = x0r.add(t2r);
      DoubleVector b2 = x0r.sub(t2r);
      DoubleVector c3 = t1r.add(t3r);
      DoubleVector d4 = t1r.sub(t3r);
      DoubleVector a5 = x0i.add(t2i);
      DoubleVector b6 = x0i.sub(t2i);
      DoubleVector c7 = t1i.add(t3i);
      DoubleVector d8 = t1i.sub(t3i);
      DoubleVector y9 = a1.add(c3);
      DoubleVector y13 = a5.add(c7);
      DoubleVector y11 = a1.sub(c3);
      DoubleVector y15 = a5.sub(c7);
      DoubleVector y10 = b2.add(d8);
      DoubleVector y14 = b6.sub(d4);
      DoubleVector y12 = b2.sub(d8);
      DoubleVector y16 = b6.add(d4);
      DoubleVector k0r = DoubleVector.broadcast(SPECIES, kernelRe[k]);
      DoubleVector k0i = DoubleVector.broadcast(SPECIES, kernelIm[k]);
      DoubleVector p0 = y13.mul(k0i);
      DoubleVector p0r = y9.mul(k0r).sub(p0);
      DoubleVector p0i = y9.fma(k0i, y13.mul(k0r));
      DoubleVector k2r = DoubleVector.broadcast(SPECIES, kernelRe[k + 2]);
      DoubleVector k2i = DoubleVector.broadcast(SPECIES, kernelIm[k + 2]);
      DoubleVector p2 = y15.mul(k2i);
      DoubleVector p2r = y11.mul(k2r).sub(p2);
      DoubleVector p2i = y11.fma(k2i, y15.mul(k2r));
      DoubleVector k1r = DoubleVector.broadcast(SPECIES, kernelRe[k + 1]);
      DoubleVector k1i = DoubleVector.broadcast(SPECIES, kernelIm[k + 1]);
      DoubleVector p1 = y14.mul(k1i);
      DoubleVector p1r = y10.mul(k1r).sub(p1);
      DoubleVector p1i = y10.fma(k1i, y14.mul(k1r));
      DoubleVector k3r = DoubleVector.broadcast(SPECIES, kernelRe[k + 3]);
      DoubleVector k3i = DoubleVector.broadcast(SPECIES, kernelIm[k + 3]);
      DoubleVector p3 = y16.mul(k3i);
      DoubleVector p3r = y12.mul(k3r).sub(p3);
      DoubleVector p3i = y12.fma(k3i, y16.mul(k3r));
      DoubleVector a17 = p0i.add(p2i);
      DoubleVector b18 = p0i.sub(p2i);
      DoubleVector c19 = p1i.add(p3i);
      DoubleVector d20 = p1i.sub(p3i);
      DoubleVector a21 = p0r.add(p2r);
      DoubleVector b22 = p0r.sub(p2r);
      DoubleVector c23 = p1r.add(p3r);
      DoubleVector d24 = p1r.sub(p3r);
      DoubleVector y25 = a17.add(c19);
      DoubleVector y29 = a21.add(c23);
      DoubleVector y27 = a17.sub(c19);
      DoubleVector y31 = a21.sub(c23);
      DoubleVector y26 = b18.add(d24);
      DoubleVector y30 = b22.sub(d20);
      DoubleVector y28 = b18.sub(d24);
      DoubleVector y32 = b22.add(d20);
      y29.intoArray(re, i);
      y25.intoArray(im, i);
      y26.fma(
              DoubleVector.broadcast(SPECIES, w[t + 2]),
              y30.mul(DoubleVector.broadcast(SPECIES, w[t])))
          .intoArray(re, i + LANES);
      y30.fma(
              DoubleVector.broadcast(SPECIES, w[t + 1]),
              y26.mul(DoubleVector.broadcast(SPECIES, w[t])))
          .intoArray(im, i + LANES);
      y27.fma(
              DoubleVector.broadcast(SPECIES, w[t + 5]),
              y31.mul(DoubleVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(re, i + 2 * LANES);
      y31.fma(
              DoubleVector.broadcast(SPECIES, w[t + 4]),
              y27.mul(DoubleVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(im, i + 2 * LANES);
      y28.fma(
              DoubleVector.broadcast(SPECIES, w[t + 8]),
              y32.mul(DoubleVector.broadcast(SPECIES, w[t + 6])))
          .intoArray(re, i + 3 * LANES);
      y32.fma(
              DoubleVector.broadcast(SPECIES, w[t + 7]),
              y28.mul(DoubleVector.broadcast(SPECIES, w[t + 6])))
          .intoArray(im, i + 3 * LANES);
      i += 4 * LANES;
      t += 9;
      k += 4;
    }
  }
}
