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

  static void middleEight(
      float[] re,
      float[] im,
      int start,
      int blocks,
      float[] w,
      int first,
      float[] kernelRe,
      float[] kernelIm,
      int row) {
    FloatVector half = FloatVector.broadcast(SPECIES, (float) Butterfly.ROOT_HALF);
    FloatVector minusHalf = FloatVector.broadcast(SPECIES, (float) -Butterfly.ROOT_HALF);
    int i = start;
    int t = first;
    int k = row;
    for (int count = blocks; count > 0; count--) {
      FloatVector x0r = FloatVector.fromArray(SPECIES, re, i);
      FloatVector x0i = FloatVector.fromArray(SPECIES, im, i);
      FloatVector x4r = FloatVector.fromArray(SPECIES, re, i + 4 * LANES);
      FloatVector x4i = FloatVector.fromArray(SPECIES, im, i + 4 * LANES);
      FloatVector t4r = x4r.mul(FloatVector.broadcast(SPECIES, w[t + 9]));
      FloatVector t4i = x4i.mul(FloatVector.broadcast(SPECIES, w[t + 9]));
      t4r = x4i.fma(FloatVector.broadcast(SPECIES, w[t + 10]), t4r);
      t4i = x4r.fma(FloatVector.broadcast(SPECIES, w[t + 11]), t4i);
      FloatVector x2r = FloatVector.fromArray(SPECIES, re, i + 2 * LANES);
      FloatVector x2i = FloatVector.fromArray(SPECIES, im, i + 2 * LANES);
      FloatVector t2r = x2r.mul(FloatVector.broadcast(SPECIES, w[t + 3]));
      FloatVector t2i = x2i.mul(FloatVector.broadcast(SPECIES, w[t + 3]));
      t2r = x2i.fma(FloatVector.broadcast(SPECIES, w[t + 4]), t2r);
      t2i = x2r.fma(FloatVector.broadcast(SPECIES, w[t + 5]), t2i);
      FloatVector x6r = FloatVector.fromArray(SPECIES, re, i + 6 * LANES);
      FloatVector x6i = FloatVector.fromArray(SPECIES, im, i + 6 * LANES);
      FloatVector t6r = x6r.mul(FloatVector.broadcast(SPECIES, w[t + 15]));
      FloatVector t6i = x6i.mul(FloatVector.broadcast(SPECIES, w[t + 15]));
      t6r = x6i.fma(FloatVector.broadcast(SPECIES, w[t + 16]), t6r);
      t6i = x6r.fma(FloatVector.broadcast(SPECIES, w[t + 17]), t6i);
      FloatVector x1r = FloatVector.fromArray(SPECIES, re, i + LANES);
      FloatVector x1i = FloatVector.fromArray(SPECIES, im, i + LANES);
      FloatVector t1r = x1r.mul(FloatVector.broadcast(SPECIES, w[t]));
      FloatVector t1i = x1i.mul(FloatVector.broadcast(SPECIES, w[t]));
      t1r = x1i.fma(FloatVector.broadcast(SPECIES, w[t + 1]), t1r);
      t1i = x1r.fma(FloatVector.broadcast(SPECIES, w[t + 2]), t1i);
      FloatVector x5r = FloatVector.fromArray(SPECIES, re, i + 5 * LANES);
      FloatVector x5i = FloatVector.fromArray(SPECIES, im, i + 5 * LANES);
      FloatVector t5r = x5r.mul(FloatVector.broadcast(SPECIES, w[t + 12]));
      FloatVector t5i = x5i.mul(FloatVector.broadcast(SPECIES, w[t + 12]));
      t5r = x5i.fma(FloatVector.broadcast(SPECIES, w[t + 13]), t5r);
      t5i = x5r.fma(FloatVector.broadcast(SPECIES, w[t + 14]), t5i);
      FloatVector x3r = FloatVector.fromArray(SPECIES, re, i + 3 * LANES);
      FloatVector x3i = FloatVector.fromArray(SPECIES, im, i + 3 * LANES);
      FloatVector t3r = x3r.mul(FloatVector.broadcast(SPECIES, w[t + 6]));
      FloatVector t3i = x3i.mul(FloatVector.broadcast(SPECIES, w[t + 6]));
      t3r = x3i.fma(FloatVector.broadcast(SPECIES, w[t + 7]), t3r);
      t3i = x3r.fma(FloatVector.broadcast(SPECIES, w[t + 8]), t3i);
      FloatVector x7r = FloatVector.fromArray(SPECIES, re, i + 7 * LANES);
      FloatVector x7i = FloatVector.fromArray(SPECIES, im, i + 7 * LANES);
      FloatVector t7r = x7r.mul(FloatVector.broadcast(SPECIES, w[t + 18]));
      FloatVector t7i = x7i.mul(FloatVector.broadcast(SPECIES, w[t + 18]));
      t7r = x7i.fma(FloatVector.broadcast(SPECIES, w[t + 19]), t7r);
      t7i = x7r.fma(FloatVector.broadcast(SPECIES, w[t + 20]), t7i);
      FloatVector a1 = x0r.add(t4r);
      FloatVector b2 = x0r.sub(t4r);
      FloatVector a3 = x0i.add(t4i);
      FloatVector b4 = x0i.sub(t4i);
      FloatVector a5 = t1r.add(t5r);
      FloatVector b6 = t1r.sub(t5r);
      FloatVector a7 = t1i.add(t5i);
      FloatVector b8 = t1i.sub(t5i);
      FloatVector a9 = t2r.add(t6r);
      FloatVector b10 = t2r.sub(t6r);
      FloatVector a11 = t2i.add(t6i);
      FloatVector b12 = t2i.sub(t6i);
      FloatVector a13 = t3r.add(t7r);
      FloatVector b14 = t3r.sub(t7r);
      FloatVector a15 = t3i.add(t7i);
      FloatVector b16 = t3i.sub(t7i);
      FloatVector a17 = a1.add(a9);
      FloatVector b18 = a1.sub(a9);
      FloatVector c19 = a5.add(a13);
      FloatVector d20 = a5.sub(a13);
      FloatVector a21 = a3.add(a11);
      FloatVector b22 = a3.sub(a11);
      FloatVector c23 = a7.add(a15);
      FloatVector d24 = a7.sub(a15);
      FloatVector y25 = a17.add(c19);
      FloatVector y29 = a21.add(c23);
      FloatVector y27 = a17.sub(c19);
      FloatVector y31 = a21.sub(c23);
      FloatVector y26 = b18.add(d24);
      FloatVector y30 = b22.sub(d20);
      FloatVector y28 = b18.sub(d24);
      FloatVector y32 = b22.add(d20);
      FloatVector c33 = b6.add(b8);
      FloatVector c34 = b8.sub(b6);
      FloatVector d35 = b16.sub(b14);
      FloatVector d36 = b14.add(b16);
      FloatVector e37 = b2.add(b12);
      FloatVector e38 = b2.sub(b12);
      FloatVector e39 = b4.sub(b10);
      FloatVector e40 = b4.add(b10);
      FloatVector f41 = c33.add(d35);
      FloatVector g42 = c33.sub(d35);
      FloatVector f43 = c34.sub(d36);
      FloatVector g44 = c34.add(d36);
      FloatVector y45 = f41.fma(half, e37);
      FloatVector y46 = f43.fma(half, e39);
      FloatVector y47 = f41.fma(minusHalf, e37);
      FloatVector y48 = f43.fma(minusHalf, e39);
      FloatVector y49 = g44.fma(half, e38);
      FloatVector y50 = g42.fma(minusHalf, e40);
      FloatVector y51 = g44.fma(minusHalf, e38);
      FloatVector y52 = g42.fma(half, e40);
      FloatVector k0r = FloatVector.broadcast(SPECIES, kernelRe[k]);
      FloatVector k0i = FloatVector.broadcast(SPECIES, kernelIm[k]);
      FloatVector p0 = y29.mul(k0i);
      FloatVector p0r = y25.mul(k0r).sub(p0);
      FloatVector p0i = y25.fma(k0i, y29.mul(k0r));
      FloatVector k4r = FloatVector.broadcast(SPECIES, kernelRe[k + 4]);
      FloatVector k4i = FloatVector.broadcast(SPECIES, kernelIm[k + 4]);
      FloatVector p4 = y31.mul(k4i);
      FloatVector p4r = y27.mul(k4r).sub(p4);
      FloatVector p4i = y27.fma(k4i, y31.mul(k4r));
      FloatVector k2r = FloatVector.broadcast(SPECIES, kernelRe[k + 2]);
      FloatVector k2i = FloatVector.broadcast(SPECIES, kernelIm[k + 2]);
      FloatVector p2 = y30.mul(k2i);
      FloatVector p2r = y26.mul(k2r).sub(p2);
      FloatVector p2i = y26.fma(k2i, y30.mul(k2r));
      FloatVector k6r = FloatVector.broadcast(SPECIES, kernelRe[k + 6]);
      FloatVector k6i = FloatVector.broadcast(SPECIES, kernelIm[k + 6]);
      FloatVector p6 = y32.mul(k6i);
      FloatVector p6r = y28.mul(k6r).sub(p6);
      FloatVector p6i = y28.fma(k6i, y32.mul(k6r));
      FloatVector k1r = FloatVector.broadcast(SPECIES, kernelRe[k + 1]);
      FloatVector k1i = FloatVector.broadcast(SPECIES, kernelIm[k + 1]);
      FloatVector p1 = y46.mul(k1i);
      FloatVector p1r = y45.mul(k1r).sub(p1);
      FloatVector p1i = y45.fma(k1i, y46.mul(k1r));
      FloatVector k5r = FloatVector.broadcast(SPECIES, kernelRe[k + 5]);
      FloatVector k5i = FloatVector.broadcast(SPECIES, kernelIm[k + 5]);
      FloatVector p5 = y48.mul(k5i);
      FloatVector p5r = y47.mul(k5r).sub(p5);
      FloatVector p5i = y47.fma(k5i, y48.mul(k5r));
      FloatVector k3r = FloatVector.broadcast(SPECIES, kernelRe[k + 3]);
      FloatVector k3i = FloatVector.broadcast(SPECIES, kernelIm[k + 3]);
      FloatVector p3 = y50.mul(k3i);
      FloatVector p3r = y49.mul(k3r).sub(p3);
      FloatVector p3i = y49.fma(k3i, y50.mul(k3r));
      FloatVector k7r = FloatVector.broadcast(SPECIES, kernelRe[k + 7]);
      FloatVector k7i = FloatVector.broadcast(SPECIES, kernelIm[k + 7]);
      FloatVector p7 = y52.mul(k7i);
      FloatVector p7r = y51.mul(k7r).sub(p7);
      FloatVector p7i = y51.fma(k7i, y52.mul(k7r));
      FloatVector a53 = p0i.add(p4i);
      FloatVector b54 = p0i.sub(p4i);
      FloatVector a55 = p0r.add(p4r);
      FloatVector b56 = p0r.sub(p4r);
      FloatVector a57 = p1i.add(p5i);
      FloatVector b58 = p1i.sub(p5i);
      FloatVector a59 = p1r.add(p5r);
      FloatVector b60 = p1r.sub(p5r);
      FloatVector a61 = p2i.add(p6i);
      FloatVector b62 = p2i.sub(p6i);
      FloatVector a63 = p2r.add(p6r);
      FloatVector b64 = p2r.sub(p6r);
      FloatVector a65 = p3i.add(p7i);
      FloatVector b66 = p3i.sub(p7i);
      FloatVector a67 = p3r.add(p7r);
      FloatVector b68 = p3r.sub(p7r);
      FloatVector a69 = a53.add(a61);
      FloatVector b70 = a53.sub(a61);
      FloatVector c71 = a57.add(a65);
      FloatVector d72 = a57.sub(a65);
      FloatVector a73 = a55.add(a63);
      FloatVector b74 = a55.sub(a63);
      FloatVector c75 = a59.add(a67);
      FloatVector d76 = a59.sub(a67);
      FloatVector y77 = a69.add(c71);
      FloatVector y81 = a73.add(c75);
      FloatVector y79 = a69.sub(c71);
      FloatVector y83 = a73.sub(c75);
      FloatVector y78 = b70.add(d76);
      FloatVector y82 = b74.sub(d72);
      FloatVector y80 = b70.sub(d76);
      FloatVector y84 = b74.add(d72);
      FloatVector c85 = b58.add(b60);
      FloatVector c86 = b60.sub(b58);
      FloatVector d87 = b68.sub(b66);
      FloatVector d88 = b66.add(b68);
      FloatVector e89 = b54.add(b64);
      FloatVector e90 = b54.sub(b64);
      FloatVector e91 = b56.sub(b62);
      FloatVector e92 = b56.add(b62);
      FloatVector f93 = c85.add(d87);
      FloatVector g94 = c85.sub(d87);
      FloatVector f95 = c86.sub(d88);
      FloatVector g96 = c86.add(d88);
      FloatVector y97 = f93.fma(half, e89);
      FloatVector y98 = f95.fma(half, e91);
      FloatVector y99 = f93.fma(minusHalf, e89);
      FloatVector y100 = f95.fma(minusHalf, e91);
      FloatVector y101 = g96.fma(half, e90);
      FloatVector y102 = g94.fma(minusHalf, e92);
      FloatVector y103 = g96.fma(minusHalf, e90);
      FloatVector y104 = g94.fma(half, e92);
      y81.intoArray(re, i);
      y77.intoArray(im, i);
      y97.fma(
              FloatVector.broadcast(SPECIES, w[t + 2]),
              y98.mul(FloatVector.broadcast(SPECIES, w[t])))
          .intoArray(re, i + LANES);
      y98.fma(
              FloatVector.broadcast(SPECIES, w[t + 1]),
              y97.mul(FloatVector.broadcast(SPECIES, w[t])))
          .intoArray(im, i + LANES);
      y78.fma(
              FloatVector.broadcast(SPECIES, w[t + 5]),
              y82.mul(FloatVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(re, i + 2 * LANES);
      y82.fma(
              FloatVector.broadcast(SPECIES, w[t + 4]),
              y78.mul(FloatVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(im, i + 2 * LANES);
      y101.fma(
              FloatVector.broadcast(SPECIES, w[t + 8]),
              y102.mul(FloatVector.broadcast(SPECIES, w[t + 6])))
          .intoArray(re, i + 3 * LANES);
      y102.fma(
              FloatVector.broadcast(SPECIES, w[t + 7]),
              y101.mul(FloatVector.broadcast(SPECIES, w[t + 6])))
          .intoArray(im, i + 3 * LANES);
      y79.fma(
              FloatVector.broadcast(SPECIES, w[t + 11]),
              y83.mul(FloatVector.broadcast(SPECIES, w[t + 9])))
          .intoArray(re, i + 4 * LANES);
      y83.fma(
              FloatVector.broadcast(SPECIES, w[t + 10]),
              y79.mul(FloatVector.broadcast(SPECIES, w[t + 9])))
          .intoArray(im, i + 4 * LANES);
      y99.fma(
              FloatVector.broadcast(SPECIES, w[t + 14]),
              y100.mul(FloatVector.broadcast(SPECIES, w[t + 12])))
          .intoArray(re, i + 5 * LANES);
      y100.fma(
              FloatVector.broadcast(SPECIES, w[t + 13]),
              y99.mul(FloatVector.broadcast(SPECIES, w[t + 12])))
          .intoArray(im, i + 5 * LANES);
      y80.fma(
              FloatVector.broadcast(SPECIES, w[t + 17]),
              y84.mul(FloatVector.broadcast(SPECIES, w[t + 15])))
          .intoArray(re, i + 6 * LANES);
      y84.fma(
              FloatVector.broadcast(SPECIES, w[t + 16]),
              y80.mul(FloatVector.broadcast(SPECIES, w[t + 15])))
          .intoArray(im, i + 6 * LANES);
      y103.fma(
              FloatVector.broadcast(SPECIES, w[t + 20]),
              y104.mul(FloatVector.broadcast(SPECIES, w[t + 18])))
          .intoArray(re, i + 7 * LANES);
      y104.fma(
              FloatVector.broadcast(SPECIES, w[t + 19]),
              y103.mul(FloatVector.broadcast(SPECIES, w[t + 18])))
          .intoArray(im, i + 7 * LANES);
      i += 8 * LANES;
      t += 21;
      k += 8;
    }
  }
}
