package org.conv4j.fft;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The products of {@link SimdFloatBatch}: alone, and between the last stage of a forward transform
 * and the same stage of the inverse one, whose legs are rows next to each other. In the manner of
 * {@link SimdFloatStages}.
 */
@SuppressWarnings("TooManyParameters")
final class SimdFloatProducts {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private SimdFloatProducts() {}

  static void multiply(
      float[] re, float[] im, int start, float[] kernelRe, float[] kernelIm, int from, int to) {
    int i = start;
    for (int k = from; k < to; k++) {
      FloatVector kr = FloatVector.broadcast(SPECIES, kernelRe[k]);
      FloatVector ki = FloatVector.broadcast(SPECIES, kernelIm[k]);
      FloatVector xr = FloatVector.fromArray(SPECIES, re, i);
      FloatVector xi = FloatVector.fromArray(SPECIES, im, i);
      xr.mul(kr).sub(xi.mul(ki)).intoArray(re, i);
      xr.fma(ki, xi.mul(kr)).intoArray(im, i);
      i += LANES;
    }
  }

  static void add(
      float[] sumRe,
      float[] sumIm,
      float[] re,
      float[] im,
      float[] kernelRe,
      float[] kernelIm,
      int from,
      int to) {
    int i = from * LANES;
    for (int k = from; k < to; k++) {
      FloatVector kr = FloatVector.broadcast(SPECIES, kernelRe[k]);
      FloatVector ki = FloatVector.broadcast(SPECIES, kernelIm[k]);
      FloatVector xr = FloatVector.fromArray(SPECIES, re, i);
      FloatVector xi = FloatVector.fromArray(SPECIES, im, i);
      FloatVector sr = FloatVector.fromArray(SPECIES, sumRe, i);
      FloatVector si = FloatVector.fromArray(SPECIES, sumIm, i);
      sr.add(xr.mul(kr).sub(xi.mul(ki))).intoArray(sumRe, i);
      si.add(xr.fma(ki, xi.mul(kr))).intoArray(sumIm, i);
      i += LANES;
    }
  }

  static void middleFour(
      float[] re,
      float[] im,
      int start,
      int blocks,
      float[] w,
      int first,
      float[] kernelRe,
      float[] kernelIm,
      int row) {
    int i = start;
    int t = first;
    int k = row;
    for (int count = blocks; count > 0; count--) {
      FloatVector x0r = FloatVector.fromArray(SPECIES, re, i);
      FloatVector x0i = FloatVector.fromArray(SPECIES, im, i);
      FloatVector x2r = FloatVector.fromArray(SPECIES, re, i + 2 * LANES);
      FloatVector x2i = FloatVector.fromArray(SPECIES, im, i + 2 * LANES);
      FloatVector t2r = x2r.mul(FloatVector.broadcast(SPECIES, w[t + 3]));
      FloatVector t2i = x2i.mul(FloatVector.broadcast(SPECIES, w[t + 3]));
      t2r = x2i.fma(FloatVector.broadcast(SPECIES, w[t + 4]), t2r);
      t2i = x2r.fma(FloatVector.broadcast(SPECIES, w[t + 5]), t2i);
      FloatVector x1r = FloatVector.fromArray(SPECIES, re, i + LANES);
      FloatVector x1i = FloatVector.fromArray(SPECIES, im, i + LANES);
      FloatVector t1r = x1r.mul(FloatVector.broadcast(SPECIES, w[t]));
      FloatVector t1i = x1i.mul(FloatVector.broadcast(SPECIES, w[t]));
      t1r = x1i.fma(FloatVector.broadcast(SPECIES, w[t + 1]), t1r);
      t1i = x1r.fma(FloatVector.broadcast(SPECIES, w[t + 2]), t1i);
      FloatVector x3r = FloatVector.fromArray(SPECIES, re, i + 3 * LANES);
      FloatVector x3i = FloatVector.fromArray(SPECIES, im, i + 3 * LANES);
      FloatVector t3r = x3r.mul(FloatVector.broadcast(SPECIES, w[t + 6]));
      FloatVector t3i = x3i.mul(FloatVector.broadcast(SPECIES, w[t + 6]));
      t3r = x3i.fma(FloatVector.broadcast(SPECIES, w[t + 7]), t3r);
      t3i = x3r.fma(FloatVector.broadcast(SPECIES, w[t + 8]), t3i);
      FloatVector a1 = x0r.add(t2r);
      FloatVector b2 = x0r.sub(t2r);
      FloatVector c3 = t1r.add(t3r);
      FloatVector d4 = t1r.sub(t3r);
      FloatVector a5 = x0i.add(t2i);
      FloatVector b6 = x0i.sub(t2i);
      FloatVector c7 = t1i.add(t3i);
      FloatVector d8 = t1i.sub(t3i);
      FloatVector y9 = a1.add(c3);
      FloatVector y13 = a5.add(c7);
      FloatVector y11 = a1.sub(c3);
      FloatVector y15 = a5.sub(c7);
      FloatVector y10 = b2.add(d8);
      FloatVector y14 = b6.sub(d4);
      FloatVector y12 = b2.sub(d8);
      FloatVector y16 = b6.add(d4);
      FloatVector k0r = FloatVector.broadcast(SPECIES, kernelRe[k]);
      FloatVector k0i = FloatVector.broadcast(SPECIES, kernelIm[k]);
      FloatVector p0 = y13.mul(k0i);
      FloatVector p0r = y9.mul(k0r).sub(p0);
      FloatVector p0i = y9.fma(k0i, y13.mul(k0r));
      FloatVector k2r = FloatVector.broadcast(SPECIES, kernelRe[k + 2]);
      FloatVector k2i = FloatVector.broadcast(SPECIES, kernelIm[k + 2]);
      FloatVector p2 = y15.mul(k2i);
      FloatVector p2r = y11.mul(k2r).sub(p2);
      FloatVector p2i = y11.fma(k2i, y15.mul(k2r));
      FloatVector k1r = FloatVector.broadcast(SPECIES, kernelRe[k + 1]);
      FloatVector k1i = FloatVector.broadcast(SPECIES, kernelIm[k + 1]);
      FloatVector p1 = y14.mul(k1i);
      FloatVector p1r = y10.mul(k1r).sub(p1);
      FloatVector p1i = y10.fma(k1i, y14.mul(k1r));
      FloatVector k3r = FloatVector.broadcast(SPECIES, kernelRe[k + 3]);
      FloatVector k3i = FloatVector.broadcast(SPECIES, kernelIm[k + 3]);
      FloatVector p3 = y16.mul(k3i);
      FloatVector p3r = y12.mul(k3r).sub(p3);
      FloatVector p3i = y12.fma(k3i, y16.mul(k3r));
      FloatVector a17 = p0i.add(p2i);
      FloatVector b18 = p0i.sub(p2i);
      FloatVector c19 = p1i.add(p3i);
      FloatVector d20 = p1i.sub(p3i);
      FloatVector a21 = p0r.add(p2r);
      FloatVector b22 = p0r.sub(p2r);
      FloatVector c23 = p1r.add(p3r);
      FloatVector d24 = p1r.sub(p3r);
      FloatVector y25 = a17.add(c19);
      FloatVector y29 = a21.add(c23);
      FloatVector y27 = a17.sub(c19);
      FloatVector y31 = a21.sub(c23);
      FloatVector y26 = b18.add(d24);
      FloatVector y30 = b22.sub(d20);
      FloatVector y28 = b18.sub(d24);
      FloatVector y32 = b22.add(d20);
      y29.intoArray(re, i);
      y25.intoArray(im, i);
      y26.fma(
              FloatVector.broadcast(SPECIES, w[t + 2]),
              y30.mul(FloatVector.broadcast(SPECIES, w[t])))
          .intoArray(re, i + LANES);
      y30.fma(
              FloatVector.broadcast(SPECIES, w[t + 1]),
              y26.mul(FloatVector.broadcast(SPECIES, w[t])))
          .intoArray(im, i + LANES);
      y27.fma(
              FloatVector.broadcast(SPECIES, w[t + 5]),
              y31.mul(FloatVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(re, i + 2 * LANES);
      y31.fma(
              FloatVector.broadcast(SPECIES, w[t + 4]),
              y27.mul(FloatVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(im, i + 2 * LANES);
      y28.fma(
              FloatVector.broadcast(SPECIES, w[t + 8]),
              y32.mul(FloatVector.broadcast(SPECIES, w[t + 6])))
          .intoArray(re, i + 3 * LANES);
      y32.fma(
              FloatVector.broadcast(SPECIES, w[t + 7]),
              y28.mul(FloatVector.broadcast(SPECIES, w[t + 6])))
          .intoArray(im, i + 3 * LANES);
      i += 4 * LANES;
      t += 9;
      k += 4;
    }
  }
}
