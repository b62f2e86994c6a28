package org.conv4j.fft;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The butterflies of two, three and five legs of {@link SimdDoubleBatch}, in the manner of {@link
 * SimdDoubleStages}.
 */
@SuppressWarnings("TooManyParameters")
final class SimdDoubleOddStages {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private SimdDoubleOddStages() {}

  static void forwardTwo(
      double[] re, double[] im, int start, int span, int blocks, double[] w, int first) {
    int i = start;
    int o = start;
    int t = first;
    int last = start + span;
    int end = start + blocks * 2 * span;
    while (i < end) {
      int a = i;
      DoubleVector x0r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x0i = DoubleVector.fromArray(SPECIES, im, a);
      a += span;
      DoubleVector x1r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x1i = DoubleVector.fromArray(SPECIES, im, a);
      DoubleVector t1r = x1r.mul(DoubleVector.broadcast(SPECIES, w[t]));
      DoubleVector t1i = x1i.mul(DoubleVector.broadcast(SPECIES, w[t]));
      t1r = x1i.fma(DoubleVector.broadcast(SPECIES, w[t + 1]), t1r);
      t1i = x1r.fma(DoubleVector.broadcast(SPECIES, w[t + 2]), t1i);
      DoubleVector s1 = x0r.add(t1r);
      DoubleVector d3 = x0r.sub(t1r);
      DoubleVector s2 = x0i.add(t1i);
      DoubleVector d4 = x0i.sub(t1i);
      int b = o;
      s1.intoArray(re, b);
      s2.intoArray(im, b);
      b += span;
      d3.intoArray(re, b);
      d4.intoArray(im, b);
      i += LANES;
      o += LANES;
      if (i == last) {
        i += 1 * span;
        o = i;
        last = i + span;
        t += 3;
      }
    }
  }

  static void inverseTwo(
      double[] re, double[] im, int start, int span, int blocks, double[] w, int first) {
    int i = start;
    int o = start;
    int t = first;
    int last = start + span;
    int end = start + blocks * 2 * span;
    while (i < end) {
      int a = i;
      DoubleVector x0r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x0i = DoubleVector.fromArray(SPECIES, im, a);
      a += span;
      DoubleVector x1r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x1i = DoubleVector.fromArray(SPECIES, im, a);
      DoubleVector s1 = x0i.add(x1i);
      DoubleVector d3 = x0i.sub(x1i);
      DoubleVector s2 = x0r.add(x1r);
      DoubleVector d4 = x0r.sub(x1r);
      int b = o;
      s2.intoArray(re, b);
      s1.intoArray(im, b);
      b += span;
      d3.fma(
              DoubleVector.broadcast(SPECIES, w[t + 2]),
              d4.mul(DoubleVector.broadcast(SPECIES, w[t])))
          .intoArray(re, b);
      d4.fma(
              DoubleVector.broadcast(SPECIES, w[t + 1]),
              d3.mul(DoubleVector.broadcast(SPECIES, w[t])))
          .intoArray(im, b);
      i += LANES;
      o += LANES;
      if (i == last) {
        i += 1 * span;
        o = i;
        last = i + span;
        t += 3;
      }
    }
  }

  static void forwardThree(
      double[] re, double[] im, int start, int span, int blocks, double[] w, int first) {
    DoubleVector minusHalf = DoubleVector.broadcast(SPECIES, -0.5);
    DoubleVector sin60 = DoubleVector.broadcast(SPECIES, Butterfly.SIN_60);
    DoubleVector minusSin60 = DoubleVector.broadcast(SPECIES, -Butterfly.SIN_60);
    int i = start;
    int o = start;
    int t = first;
    int last = start + span;
    int end = start + blocks * 3 * span;
    while (i < end) {
      int a = i;
      DoubleVector x0r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x0i = DoubleVector.fromArray(SPECIES, im, a);
      a += span;
      DoubleVector x1r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x1i = DoubleVector.fromArray(SPECIES, im, a);
      a += span;
      DoubleVector t1r = x1r.mul(DoubleVector.broadcast(SPECIES, w[t]));
      DoubleVector t1i = x1i.mul(DoubleVector.broadcast(SPECIES, w[t]));
      t1r = x1i.fma(DoubleVector.broadcast(SPECIES, w[t + 1]), t1r);
      t1i = x1r.fma(DoubleVector.broadcast(SPECIES, w[t + 2]), t1i);
      DoubleVector x2r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x2i = DoubleVector.fromArray(SPECIES, im, a);
      DoubleVector t2r = x2r.mul(DoubleVector.broadcast(SPECIES, w[t + 3]));
      DoubleVector t2i = x2i.mul(DoubleVector.broadcast(SPECIES, w[t + 3]));
      t2r = x2i.fma(DoubleVector.broadcast(SPECIES, w[t + 4]), t2r);
      t2i = x2r.fma(DoubleVector.broadcast(SPECIES, w[t + 5]), t2i);
      DoubleVector s1 = t1r.add(t2r);
      DoubleVector d2 = t1r.sub(t2r);
      DoubleVector s3 = t1i.add(t2i);
      DoubleVector d4 = t1i.sub(t2i);
      DoubleVector m5 = s1.fma(minusHalf, x0r);
      DoubleVector m6 = s3.fma(minusHalf, x0i);
      DoubleVector y7 = x0r.add(s1);
      DoubleVector y10 = x0i.add(s3);
      DoubleVector y8 = d4.fma(sin60, m5);
      DoubleVector y11 = d2.fma(minusSin60, m6);
      DoubleVector y9 = d4.fma(minusSin60, m5);
      DoubleVector y12 = d2.fma(sin60, m6);
      int b = o;
      y7.intoArray(re, b);
      y10.intoArray(im, b);
      b += span;
      y8.intoArray(re, b);
      y11.intoArray(im, b);
      b += span;
      y9.intoArray(re, b);
      y12.intoArray(im, b);
      i += LANES;
      o += LANES;
      if (i == last) {
        i += 2 * span;
        o = i;
        last = i + span;
        t += 6;
      }
    }
  }

  static void inverseThree(
      double[] re, double[] im, int start, int span, int blocks, double[] w, int first) {
    DoubleVector minusHalf = DoubleVector.broadcast(SPECIES, -0.5);
    DoubleVector sin60 = DoubleVector.broadcast(SPECIES, Butterfly.SIN_60);
    DoubleVector minusSin60 = DoubleVector.broadcast(SPECIES, -Butterfly.SIN_60);
    int i = start;
    int o = start;
    int t = first;
    int last = start + span;
    int end = start + blocks * 3 * span;
    while (i < end) {
      int a = i;
      DoubleVector x0r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x0i = DoubleVector.fromArray(SPECIES, im, a);
      a += span;
      DoubleVector x1r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x1i = DoubleVector.fromArray(SPECIES, im, a);
      a += span;
      DoubleVector x2r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x2i = DoubleVector.fromArray(SPECIES, im, a);
      DoubleVector s1 = x1i.add(x2i);
      DoubleVector d2 = x1i.sub(x2i);
      DoubleVector s3 = x1r.add(x2r);
      DoubleVector d4 = x1r.sub(x2r);
      DoubleVector m5 = s1.fma(minusHalf, x0i);
      DoubleVector m6 = s3.fma(minusHalf, x0r);
      DoubleVector y7 = x0i.add(s1);
      DoubleVector y10 = x0r.add(s3);
      DoubleVector y8 = d4.fma(sin60, m5);
      DoubleVector y11 = d2.fma(minusSin60, m6);
      DoubleVector y9 = d4.fma(minusSin60, m5);
      DoubleVector y12 = d2.fma(sin60, m6);
      int b = o;
      y10.intoArray(re, b);
      y7.intoArray(im, b);
      b += span;
      y8.fma(
              DoubleVector.broadcast(SPECIES, w[t + 2]),
              y11.mul(DoubleVector.broadcast(SPECIES, w[t])))
          .intoArray(re, b);
      y11.fma(
              DoubleVector.broadcast(SPECIES, w[t + 1]),
              y8.mul(DoubleVector.broadcast(SPECIES, w[t])))
          .intoArray(im, b);
      b += span;
      y9.fma(
              DoubleVector.broadcast(SPECIES, w[t + 5]),
              y12.mul(DoubleVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(re, b);
      y12.fma(
              DoubleVector.broadcast(SPECIES, w[t + 4]),
              y9.mul(DoubleVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(im, b);
      i += LANES;
      o += LANES;
      if (i == last) {
        i += 2 * span;
        o = i;
        last = i + span;
        t += 6;
      }
    }
  }

  static void forwardFive(
      double[] re, double[] im, int start, int span, int blocks, double[] w, int first) {
    DoubleVector cos72 = DoubleVector.broadcast(SPECIES, Butterfly.COS_72);
    DoubleVector cos144 = DoubleVector.broadcast(SPECIES, Butterfly.COS_144);
    DoubleVector sin72 = DoubleVector.broadcast(SPECIES, Butterfly.SIN_72);
    DoubleVector sin144 = DoubleVector.broadcast(SPECIES, Butterfly.SIN_144);
    DoubleVector minusSin72 = DoubleVector.broadcast(SPECIES, -Butterfly.SIN_72);
    int i = start;
    int o = start;
    int t = first;
    int last = start + span;
    int end = start + blocks * 5 * span;
    while (i < end) {
      int a = i;
      DoubleVector x0r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x0i = DoubleVector.fromArray(SPECIES, im, a);
      a += span;
      DoubleVector x1r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x1i = DoubleVector.fromArray(SPECIES, im, a);
      a += span;
      DoubleVector t1r = x1r.mul(DoubleVector.broadcast(SPECIES, w[t]));
      DoubleVector t1i = x1i.mul(DoubleVector.broadcast(SPECIES, w[t]));
      t1r = x1i.fma(DoubleVector.broadcast(SPECIES, w[t + 1]), t1r);
      t1i = x1r.fma(DoubleVector.broadcast(SPECIES, w[t + 2]), t1i);
      DoubleVector x2r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x2i = DoubleVector.fromArray(SPECIES, im, a);
      a += span;
      DoubleVector t2r = x2r.mul(DoubleVector.broadcast(SPECIES, w[t + 3]));
      DoubleVector t2i = x2i.mul(DoubleVector.broadcast(SPECIES, w[t + 3]));
      t2r = x2i.fma(DoubleVector.broadcast(SPECIES, w[t + 4]), t2r);
      t2i = x2r.fma(DoubleVector.broadcast(SPECIES, w[t + 5]), t2i);
      DoubleVector x3r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x3i = DoubleVector.fromArray(SPECIES, im, a);
      a += span;
      DoubleVector t3r = x3r.mul(DoubleVector.broadcast(SPECIES, w[t + 6]));
      DoubleVector t3i = x3i.mul(DoubleVector.broadcast(SPECIES, w[t + 6]));
      t3r = x3i.fma(DoubleVector.broadcast(SPECIES, w[t + 7]), t3r);
      t3i = x3r.fma(DoubleVector.broadcast(SPECIES, w[t + 8]), t3i);
      DoubleVector x4r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x4i = DoubleVector.fromArray(SPECIES, im, a);
      DoubleVector t4r = x4r.mul(DoubleVector.broadcast(SPECIES, w[t + 9]));
      DoubleVector t4i = x4i.mul(DoubleVector.broadcast(SPECIES, w[t + 9]));
      t4r = x4i.fma(DoubleVector.broadcast(SPECIES, w[t + 10]), t4r);
      t4i = x4r.fma(DoubleVector.broadcast(SPECIES, w[t + 11]), t4i);
      DoubleVector s1 = t1r.add(t4r);
      DoubleVector d2 = t1r.sub(t4r);
      DoubleVector s3 = t2r.add(t3r);
      DoubleVector d4 = t2r.sub(t3r);
      DoubleVector s5 = t1i.add(t4i);
      DoubleVector d6 = t1i.sub(t4i);
      DoubleVector s7 = t2i.add(t3i);
      DoubleVector d8 = t2i.sub(t3i);
      DoubleVector a9 = s1.fma(cos72, s3.fma(cos144, x0r));
      DoubleVector a10 = s1.fma(cos144, s3.fma(cos72, x0r));
      DoubleVector b11 = d2.fma(sin72, d4.mul(sin144));
      DoubleVector b12 = d2.fma(sin144, d4.mul(minusSin72));
      DoubleVector y13 = x0r.add(s1.add(s3));
      DoubleVector a14 = s5.fma(cos72, s7.fma(cos144, x0i));
      DoubleVector a15 = s5.fma(cos144, s7.fma(cos72, x0i));
      DoubleVector b16 = d6.fma(sin72, d8.mul(sin144));
      DoubleVector b17 = d6.fma(sin144, d8.mul(minusSin72));
      DoubleVector y18 = x0i.add(s5.add(s7));
      DoubleVector y19 = a9.add(b16);
      DoubleVector y20 = a14.sub(b11);
      DoubleVector y21 = a9.sub(b16);
      DoubleVector y22 = a14.add(b11);
      DoubleVector y23 = a10.add(b17);
      DoubleVector y24 = a15.sub(b12);
      DoubleVector y25 = a10.sub(b17);
      DoubleVector y26 = a15.add(b12);
      int b = o;
      y13.intoArray(re, b);
      y18.intoArray(im, b);
      b += span;
      y19.intoArray(re, b);
      y20.intoArray(im, b);
      b += span;
      y23.intoArray(re, b);
      y24.intoArray(im, b);
      b += span;
      y25.intoArray(re, b);
      y26.intoArray(im, b);
      b += span;
      y21.intoArray(re, b);
      y22.intoArray(im, b);
      i += LANES;
      o += LANES;
      if (i == last) {
        i += 4 * span;
        o = i;
        last = i + span;
        t += 12;
      }
    }
  }

  static void inverseFive(
      double[] re, double[] im, int start, int span, int blocks, double[] w, int first) {
    DoubleVector cos72 = DoubleVector.broadcast(SPECIES, Butterfly.COS_72);
    DoubleVector cos144 = DoubleVector.broadcast(SPECIES, Butterfly.COS_144);
    DoubleVector sin72 = DoubleVector.broadcast(SPECIES, Butterfly.SIN_72);
    DoubleVector sin144 = DoubleVector.broadcast(SPECIES, Butterfly.SIN_144);
    DoubleVector minusSin72 = DoubleVector.broadcast(SPECIES, -Butterfly.SIN_72);
    int i = start;
    int o = start;
    int t = first;
    int last = start + span;
    int end = start + blocks * 5 * span;
    while (i < end) {
      int a = i;
      DoubleVector x0r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x0i = DoubleVector.fromArray(SPECIES, im, a);
      a += span;
      DoubleVector x1r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x1i = DoubleVector.fromArray(SPECIES, im, a);
      a += span;
      DoubleVector x2r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x2i = DoubleVector.fromArray(SPECIES, im, a);
      a += span;
      DoubleVector x3r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x3i = DoubleVector.fromArray(SPECIES, im, a);
      a += span;
      DoubleVector x4r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x4i = DoubleVector.fromArray(SPECIES, im, a);
      DoubleVector s1 = x1i.add(x4i);
      DoubleVector d2 = x1i.sub(x4i);
      DoubleVector s3 = x2i.add(x3i);
      DoubleVector d4 = x2i.sub(x3i);
      DoubleVector s5 = x1r.add(x4r);
      DoubleVector d6 = x1r.sub(x4r);
      DoubleVector s7 = x2r.add(x3r);
      DoubleVector d8 = x2r.sub(x3r);
      DoubleVector a9 = s1.fma(cos72, s3.fma(cos144, x0i));
      DoubleVector a10 = s1.fma(cos144, s3.fma(cos72, x0i));
      DoubleVector b11 = d2.fma(sin72, d4.mul(sin144));
      DoubleVector b12 = d2.fma(sin144, d4.mul(minusSin72));
      DoubleVector y13 = x0i.add(s1.add(s3));
      DoubleVector a14 = s5.fma(cos72, s7.fma(cos144, x0r));
      DoubleVector a15 = s5.fma(cos144, s7.fma(cos72, x0r));
      DoubleVector b16 = d6.fma(sin72, d8.mul(sin144));
      DoubleVector b17 = d6.fma(sin144, d8.mul(minusSin72));
      DoubleVector y18 = x0r.add(s5.add(s7));
      DoubleVector y19 = a9.add(b16);
      DoubleVector y20 = a14.sub(b11);
      DoubleVector y21 = a9.sub(b16);
      DoubleVector y22 = a14.add(b11);
      DoubleVector y23 = a10.add(b17);
      DoubleVector y24 = a15.sub(b12);
      DoubleVector y25 = a10.sub(b17);
      DoubleVector y26 = a15.add(b12);
      int b = o;
      y18.intoArray(re, b);
      y13.intoArray(im, b);
      b += span;
      y19.fma(
              DoubleVector.broadcast(SPECIES, w[t + 2]),
              y20.mul(DoubleVector.broadcast(SPECIES, w[t])))
          .intoArray(re, b);
      y20.fma(
              DoubleVector.broadcast(SPECIES, w[t + 1]),
              y19.mul(DoubleVector.broadcast(SPECIES, w[t])))
          .intoArray(im, b);
      b += span;
      y23.fma(
              DoubleVector.broadcast(SPECIES, w[t + 5]),
              y24.mul(DoubleVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(re, b);
      y24.fma(
              DoubleVector.broadcast(SPECIES, w[t + 4]),
              y23.mul(DoubleVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(im, b);
      b += span;
      y25.fma(
              DoubleVector.broadcast(SPECIES, w[t + 8]),
              y26.mul(DoubleVector.broadcast(SPECIES, w[t + 6])))
          .intoArray(re, b);
      y26.fma(
              DoubleVector.broadcast(SPECIES, w[t + 7]),
              y25.mul(DoubleVector.broadcast(SPECIES, w[t + 6])))
          .intoArray(im, b);
      b += span;
      y21.fma(
              DoubleVector.broadcast(SPECIES, w[t + 11]),
              y22.mul(DoubleVector.broadcast(SPECIES, w[t + 9])))
          .intoArray(re, b);
      y22.fma(
              DoubleVector.broadcast(SPECIES, w[t + 10]),
              y21.mul(DoubleVector.broadcast(SPECIES, w[t + 9])))
          .intoArray(im, b);
      i += LANES;
      o += LANES;
      if (i == last) {
        i += 4 * span;
        o = i;
        last = i + span;
        t += 12;
      }
    }
  }
}
