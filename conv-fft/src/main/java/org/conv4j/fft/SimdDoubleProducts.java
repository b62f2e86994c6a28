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

  static void middleEight(
      double[] re,
      double[] im,
      int start,
      int blocks,
      double[] w,
      int first,
      double[] kernelRe,
      double[] kernelIm,
      int row) {
    DoubleVector half = DoubleVector.broadcast(SPECIES, Butterfly.ROOT_HALF);
    DoubleVector minusHalf = DoubleVector.broadcast(SPECIES, -Butterfly.ROOT_HALF);
    int i = start;
    int t = first;
    int k = row;
    for (int count = blocks; count > 0; count--) {
      DoubleVector x0r = DoubleVector.fromArray(SPECIES, re, i);
      DoubleVector x0i = DoubleVector.fromArray(SPECIES, im, i);
      DoubleVector x4r = DoubleVector.fromArray(SPECIES, re, i + 4 * LANES);
      DoubleVector x4i = DoubleVector.fromArray(SPECIES, im, i + 4 * LANES);
      DoubleVector t4r = x4r.mul(DoubleVector.broadcast(SPECIES, w[t + 9]));
      DoubleVector t4i = x4i.mul(DoubleVector.broadcast(SPECIES, w[t + 9]));
      t4r = x4i.fma(DoubleVector.broadcast(SPECIES, w[t + 10]), t4r);
      t4i = x4r.fma(DoubleVector.broadcast(SPECIES, w[t + 11]), t4i);
      DoubleVector x2r = DoubleVector.fromArray(SPECIES, re, i + 2 * LANES);
      DoubleVector x2i = DoubleVector.fromArray(SPECIES, im, i + 2 * LANES);
      DoubleVector t2r = x2r.mul(DoubleVector.broadcast(SPECIES, w[t + 3]));
      DoubleVector t2i = x2i.mul(DoubleVector.broadcast(SPECIES, w[t + 3]));
      t2r = x2i.fma(DoubleVector.broadcast(SPECIES, w[t + 4]), t2r);
      t2i = x2r.fma(DoubleVector.broadcast(SPECIES, w[t + 5]), t2i);
      DoubleVector x6r = DoubleVector.fromArray(SPECIES, re, i + 6 * LANES);
      DoubleVector x6i = DoubleVector.fromArray(SPECIES, im, i + 6 * LANES);
      DoubleVector t6r = x6r.mul(DoubleVector.broadcast(SPECIES, w[t + 15]));
      DoubleVector t6i = x6i.mul(DoubleVector.broadcast(SPECIES, w[t + 15]));
      t6r = x6i.fma(DoubleVector.broadcast(SPECIES, w[t + 16]), t6r);
      t6i = x6r.fma(DoubleVector.broadcast(SPECIES, w[t + 17]), t6i);
      DoubleVector x1r = DoubleVector.fromArray(SPECIES, re, i + LANES);
      DoubleVector x1i = DoubleVector.fromArray(SPECIES, im, i + LANES);
      DoubleVector t1r = x1r.mul(DoubleVector.broadcast(SPECIES, w[t]));
      DoubleVector t1i = x1i.mul(DoubleVector.broadcast(SPECIES, w[t]));
      t1r = x1i.fma(DoubleVector.broadcast(SPECIES, w[t + 1]), t1r);
      t1i = x1r.fma(DoubleVector.broadcast(SPECIES, w[t + 2]), t1i);
      DoubleVector x5r = DoubleVector.fromArray(SPECIES, re, i + 5 * LANES);
      DoubleVector x5i = DoubleVector.fromArray(SPECIES, im, i + 5 * LANES);
      DoubleVector t5r = x5r.mul(DoubleVector.broadcast(SPECIES, w[t + 12]));
      DoubleVector t5i = x5i.mul(DoubleVector.broadcast(SPECIES, w[t + 12]));
      t5r = x5i.fma(DoubleVector.broadcast(SPECIES, w[t + 13]), t5r);
      t5i = x5r.fma(DoubleVector.broadcast(SPECIES, w[t + 14]), t5i);
      DoubleVector x3r = DoubleVector.fromArray(SPECIES, re, i + 3 * LANES);
      DoubleVector x3i = DoubleVector.fromArray(SPECIES, im, i + 3 * LANES);
      DoubleVector t3r = x3r.mul(DoubleVector.broadcast(SPECIES, w[t + 6]));
      DoubleVector t3i = x3i.mul(DoubleVector.broadcast(SPECIES, w[t + 6]));
      t3r = x3i.fma(DoubleVector.broadcast(SPECIES, w[t + 7]), t3r);
      t3i = x3r.fma(DoubleVector.broadcast(SPECIES, w[t + 8]), t3i);
      DoubleVector x7r = DoubleVector.fromArray(SPECIES, re, i + 7 * LANES);
      DoubleVector x7i = DoubleVector.fromArray(SPECIES, im, i + 7 * LANES);
      DoubleVector t7r = x7r.mul(DoubleVector.broadcast(SPECIES, w[t + 18]));
      DoubleVector t7i = x7i.mul(DoubleVector.broadcast(SPECIES, w[t + 18]));
      t7r = x7i.fma(DoubleVector.broadcast(SPECIES, w[t + 19]), t7r);
      t7i = x7r.fma(DoubleVector.broadcast(SPECIES, w[t + 20]), t7i);
      DoubleVector a1 = x0r.add(t4r);
      DoubleVector b2 = x0r.sub(t4r);
      DoubleVector a3 = x0i.add(t4i);
      DoubleVector b4 = x0i.sub(t4i);
      DoubleVector a5 = t1r.add(t5r);
      DoubleVector b6 = t1r.sub(t5r);
      DoubleVector a7 = t1i.add(t5i);
      DoubleVector b8 = t1i.sub(t5i);
      DoubleVector a9 = t2r.add(t6r);
      DoubleVector b10 = t2r.sub(t6r);
      DoubleVector a11 = t2i.add(t6i);
      DoubleVector b12 = t2i.sub(t6i);
      DoubleVector a13 = t3r.add(t7r);
      DoubleVector b14 = t3r.sub(t7r);
      DoubleVector a15 = t3i.add(t7i);
      DoubleVector b16 = t3i.sub(t7i);
      DoubleVector a17 = a1.add(a9);
      DoubleVector b18 = a1.sub(a9);
      DoubleVector c19 = a5.add(a13);
      DoubleVector d20 = a5.sub(a13);
      DoubleVector a21 = a3.add(a11);
      DoubleVector b22 = a3.sub(a11);
      DoubleVector c23 = a7.add(a15);
      DoubleVector d24 = a7.sub(a15);
      DoubleVector y25 = a17.add(c19);
      DoubleVector y29 = a21.add(c23);
      DoubleVector y27 = a17.sub(c19);
      DoubleVector y31 = a21.sub(c23);
      DoubleVector y26 = b18.add(d24);
      DoubleVector y30 = b22.sub(d20);
      DoubleVector y28 = b18.sub(d24);
      DoubleVector y32 = b22.add(d20);
      DoubleVector c33 = b6.add(b8);
      DoubleVector c34 = b8.sub(b6);
      DoubleVector d35 = b16.sub(b14);
      DoubleVector d36 = b14.add(b16);
      DoubleVector e37 = b2.add(b12);
      DoubleVector e38 = b2.sub(b12);
      DoubleVector e39 = b4.sub(b10);
      DoubleVector e40 = b4.add(b10);
      DoubleVector f41 = c33.add(d35);
      DoubleVector g42 = c33.sub(d35);
      DoubleVector f43 = c34.sub(d36);
      DoubleVector g44 = c34.add(d36);
      DoubleVector y45 = f41.fma(half, e37);
      DoubleVector y46 = f43.fma(half, e39);
      DoubleVector y47 = f41.fma(minusHalf, e37);
      DoubleVector y48 = f43.fma(minusHalf, e39);
      DoubleVector y49 = g44.fma(half, e38);
      DoubleVector y50 = g42.fma(minusHalf, e40);
      DoubleVector y51 = g44.fma(minusHalf, e38);
      DoubleVector y52 = g42.fma(half, e40);
      DoubleVector k0r = DoubleVector.broadcast(SPECIES, kernelRe[k]);
      DoubleVector k0i = DoubleVector.broadcast(SPECIES, kernelIm[k]);
      DoubleVector p0 = y29.mul(k0i);
      DoubleVector p0r = y25.mul(k0r).sub(p0);
      DoubleVector p0i = y25.fma(k0i, y29.mul(k0r));
      DoubleVector k4r = DoubleVector.broadcast(SPECIES, kernelRe[k + 4]);
      DoubleVector k4i = DoubleVector.broadcast(SPECIES, kernelIm[k + 4]);
      DoubleVector p4 = y31.mul(k4i);
      DoubleVector p4r = y27.mul(k4r).sub(p4);
      DoubleVector p4i = y27.fma(k4i, y31.mul(k4r));
      DoubleVector k2r = DoubleVector.broadcast(SPECIES, kernelRe[k + 2]);
      DoubleVector k2i = DoubleVector.broadcast(SPECIES, kernelIm[k + 2]);
      DoubleVector p2 = y30.mul(k2i);
      DoubleVector p2r = y26.mul(k2r).sub(p2);
      DoubleVector p2i = y26.fma(k2i, y30.mul(k2r));
      DoubleVector k6r = DoubleVector.broadcast(SPECIES, kernelRe[k + 6]);
      DoubleVector k6i = DoubleVector.broadcast(SPECIES, kernelIm[k + 6]);
      DoubleVector p6 = y32.mul(k6i);
      DoubleVector p6r = y28.mul(k6r).sub(p6);
      DoubleVector p6i = y28.fma(k6i, y32.mul(k6r));
      DoubleVector k1r = DoubleVector.broadcast(SPECIES, kernelRe[k + 1]);
      DoubleVector k1i = DoubleVector.broadcast(SPECIES, kernelIm[k + 1]);
      DoubleVector p1 = y46.mul(k1i);
      DoubleVector p1r = y45.mul(k1r).sub(p1);
      DoubleVector p1i = y45.fma(k1i, y46.mul(k1r));
      DoubleVector k5r = DoubleVector.broadcast(SPECIES, kernelRe[k + 5]);
      DoubleVector k5i = DoubleVector.broadcast(SPECIES, kernelIm[k + 5]);
      DoubleVector p5 = y48.mul(k5i);
      DoubleVector p5r = y47.mul(k5r).sub(p5);
      DoubleVector p5i = y47.fma(k5i, y48.mul(k5r));
      DoubleVector k3r = DoubleVector.broadcast(SPECIES, kernelRe[k + 3]);
      DoubleVector k3i = DoubleVector.broadcast(SPECIES, kernelIm[k + 3]);
      DoubleVector p3 = y50.mul(k3i);
      DoubleVector p3r = y49.mul(k3r).sub(p3);
      DoubleVector p3i = y49.fma(k3i, y50.mul(k3r));
      DoubleVector k7r = DoubleVector.broadcast(SPECIES, kernelRe[k + 7]);
      DoubleVector k7i = DoubleVector.broadcast(SPECIES, kernelIm[k + 7]);
      DoubleVector p7 = y52.mul(k7i);
      DoubleVector p7r = y51.mul(k7r).sub(p7);
      DoubleVector p7i = y51.fma(k7i, y52.mul(k7r));
      DoubleVector a53 = p0i.add(p4i);
      DoubleVector b54 = p0i.sub(p4i);
      DoubleVector a55 = p0r.add(p4r);
      DoubleVector b56 = p0r.sub(p4r);
      DoubleVector a57 = p1i.add(p5i);
      DoubleVector b58 = p1i.sub(p5i);
      DoubleVector a59 = p1r.add(p5r);
      DoubleVector b60 = p1r.sub(p5r);
      DoubleVector a61 = p2i.add(p6i);
      DoubleVector b62 = p2i.sub(p6i);
      DoubleVector a63 = p2r.add(p6r);
      DoubleVector b64 = p2r.sub(p6r);
      DoubleVector a65 = p3i.add(p7i);
      DoubleVector b66 = p3i.sub(p7i);
      DoubleVector a67 = p3r.add(p7r);
      DoubleVector b68 = p3r.sub(p7r);
      DoubleVector a69 = a53.add(a61);
      DoubleVector b70 = a53.sub(a61);
      DoubleVector c71 = a57.add(a65);
      DoubleVector d72 = a57.sub(a65);
      DoubleVector a73 = a55.add(a63);
      DoubleVector b74 = a55.sub(a63);
      DoubleVector c75 = a59.add(a67);
      DoubleVector d76 = a59.sub(a67);
      DoubleVector y77 = a69.add(c71);
      DoubleVector y81 = a73.add(c75);
      DoubleVector y79 = a69.sub(c71);
      DoubleVector y83 = a73.sub(c75);
      DoubleVector y78 = b70.add(d76);
      DoubleVector y82 = b74.sub(d72);
      DoubleVector y80 = b70.sub(d76);
      DoubleVector y84 = b74.add(d72);
      DoubleVector c85 = b58.add(b60);
      DoubleVector c86 = b60.sub(b58);
      DoubleVector d87 = b68.sub(b66);
      DoubleVector d88 = b66.add(b68);
      DoubleVector e89 = b54.add(b64);
      DoubleVector e90 = b54.sub(b64);
      DoubleVector e91 = b56.sub(b62);
      DoubleVector e92 = b56.add(b62);
      DoubleVector f93 = c85.add(d87);
      DoubleVector g94 = c85.sub(d87);
      DoubleVector f95 = c86.sub(d88);
      DoubleVector g96 = c86.add(d88);
      DoubleVector y97 = f93.fma(half, e89);
      DoubleVector y98 = f95.fma(half, e91);
      DoubleVector y99 = f93.fma(minusHalf, e89);
      DoubleVector y100 = f95.fma(minusHalf, e91);
      DoubleVector y101 = g96.fma(half, e90);
      DoubleVector y102 = g94.fma(minusHalf, e92);
      DoubleVector y103 = g96.fma(minusHalf, e90);
      DoubleVector y104 = g94.fma(half, e92);
      y81.intoArray(re, i);
      y77.intoArray(im, i);
      y97.fma(
              DoubleVector.broadcast(SPECIES, w[t + 2]),
              y98.mul(DoubleVector.broadcast(SPECIES, w[t])))
          .intoArray(re, i + LANES);
      y98.fma(
              DoubleVector.broadcast(SPECIES, w[t + 1]),
              y97.mul(DoubleVector.broadcast(SPECIES, w[t])))
          .intoArray(im, i + LANES);
      y78.fma(
              DoubleVector.broadcast(SPECIES, w[t + 5]),
              y82.mul(DoubleVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(re, i + 2 * LANES);
      y82.fma(
              DoubleVector.broadcast(SPECIES, w[t + 4]),
              y78.mul(DoubleVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(im, i + 2 * LANES);
      y101.fma(
              DoubleVector.broadcast(SPECIES, w[t + 8]),
              y102.mul(DoubleVector.broadcast(SPECIES, w[t + 6])))
          .intoArray(re, i + 3 * LANES);
      y102.fma(
              DoubleVector.broadcast(SPECIES, w[t + 7]),
              y101.mul(DoubleVector.broadcast(SPECIES, w[t + 6])))
          .intoArray(im, i + 3 * LANES);
      y79.fma(
              DoubleVector.broadcast(SPECIES, w[t + 11]),
              y83.mul(DoubleVector.broadcast(SPECIES, w[t + 9])))
          .intoArray(re, i + 4 * LANES);
      y83.fma(
              DoubleVector.broadcast(SPECIES, w[t + 10]),
              y79.mul(DoubleVector.broadcast(SPECIES, w[t + 9])))
          .intoArray(im, i + 4 * LANES);
      y99.fma(
              DoubleVector.broadcast(SPECIES, w[t + 14]),
              y100.mul(DoubleVector.broadcast(SPECIES, w[t + 12])))
          .intoArray(re, i + 5 * LANES);
      y100.fma(
              DoubleVector.broadcast(SPECIES, w[t + 13]),
              y99.mul(DoubleVector.broadcast(SPECIES, w[t + 12])))
          .intoArray(im, i + 5 * LANES);
      y80.fma(
              DoubleVector.broadcast(SPECIES, w[t + 17]),
              y84.mul(DoubleVector.broadcast(SPECIES, w[t + 15])))
          .intoArray(re, i + 6 * LANES);
      y84.fma(
              DoubleVector.broadcast(SPECIES, w[t + 16]),
              y80.mul(DoubleVector.broadcast(SPECIES, w[t + 15])))
          .intoArray(im, i + 6 * LANES);
      y103.fma(
              DoubleVector.broadcast(SPECIES, w[t + 20]),
              y104.mul(DoubleVector.broadcast(SPECIES, w[t + 18])))
          .intoArray(re, i + 7 * LANES);
      y104.fma(
              DoubleVector.broadcast(SPECIES, w[t + 19]),
              y103.mul(DoubleVector.broadcast(SPECIES, w[t + 18])))
          .intoArray(im, i + 7 * LANES);
      i += 8 * LANES;
      t += 21;
      k += 8;
    }
  }
}
