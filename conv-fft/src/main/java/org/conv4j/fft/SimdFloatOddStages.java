package org.conv4j.fft;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The butterflies of two, three and five legs of {@link SimdFloatBatch}, in the manner of {@link
 * SimdFloatStages}.
 */
@SuppressWarnings("TooManyParameters")
final class SimdFloatOddStages {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private SimdFloatOddStages() {}

  static void forwardTwo(
      float[] re, float[] im, int start, int span, int blocks, float[] w, int first) {
    int i = start;
    int o = start;
    int t = first;
    int last = start + span;
    int end = start + blocks * 2 * span;
    while (i < end) {
      int a = i;
      FloatVector x0r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x0i = FloatVector.fromArray(SPECIES, im, a);
      a += span;
      FloatVector x1r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x1i = FloatVector.fromArray(SPECIES, im, a);
      FloatVector t1r = x1r.mul(FloatVector.broadcast(SPECIES, w[t]));
      FloatVector t1i = x1i.mul(FloatVector.broadcast(SPECIES, w[t]));
      t1r = x1i.fma(FloatVector.broadcast(SPECIES, w[t + 1]), t1r);
      t1i = x1r.fma(FloatVector.broadcast(SPECIES, w[t + 2]), t1i);
      FloatVector s1 = x0r.add(t1r);
      FloatVector d3 = x0r.sub(t1r);
      FloatVector s2 = x0i.add(t1i);
      FloatVector d4 = x0i.sub(t1i);
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
      float[] re, float[] im, int start, int span, int blocks, float[] w, int first) {
    int i = start;
    int o = start;
    int t = first;
    int last = start + span;
    int end = start + blocks * 2 * span;
    while (i < end) {
      int a = i;
      FloatVector x0r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x0i = FloatVector.fromArray(SPECIES, im, a);
      a += span;
      FloatVector x1r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x1i = FloatVector.fromArray(SPECIES, im, a);
      FloatVector s1 = x0i.add(x1i);
      FloatVector d3 = x0i.sub(x1i);
      FloatVector s2 = x0r.add(x1r);
      FloatVector d4 = x0r.sub(x1r);
      int b = o;
      s2.intoArray(re, b);
      s1.intoArray(im, b);
      b += span;
      d3.fma(FloatVector.broadcast(SPECIES, w[t + 2]), d4.mul(FloatVector.broadcast(SPECIES, w[t])))
          .intoArray(re, b);
      d4.fma(FloatVector.broadcast(SPECIES, w[t + 1]), d3.mul(FloatVector.broadcast(SPECIES, w[t])))
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
      float[] re, float[] im, int start, int span, int blocks, float[] w, int first) {
    FloatVector minusHalf = FloatVector.broadcast(SPECIES, -0.5f);
    FloatVector sin60 = FloatVector.broadcast(SPECIES, (float) Butterfly.SIN_60);
    FloatVector minusSin60 = FloatVector.broadcast(SPECIES, (float) -Butterfly.SIN_60);
    int i = start;
    int o = start;
    int t = first;
    int last = start + span;
    int end = start + blocks * 3 * span;
    while (i < end) {
      int a = i;
      FloatVector x0r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x0i = FloatVector.fromArray(SPECIES, im, a);
      a += span;
      FloatVector x1r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x1i = FloatVector.fromArray(SPECIES, im, a);
      a += span;
      FloatVector t1r = x1r.mul(FloatVector.broadcast(SPECIES, w[t]));
      FloatVector t1i = x1i.mul(FloatVector.broadcast(SPECIES, w[t]));
      t1r = x1i.fma(FloatVector.broadcast(SPECIES, w[t + 1]), t1r);
      t1i = x1r.fma(FloatVector.broadcast(SPECIES, w[t + 2]), t1i);
      FloatVector x2r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x2i = FloatVector.fromArray(SPECIES, im, a);
      FloatVector t2r = x2r.mul(FloatVector.broadcast(SPECIES, w[t + 3]));
      FloatVector t2i = x2i.mul(FloatVector.broadcast(SPECIES, w[t + 3]));
      t2r = x2i.fma(FloatVector.broadcast(SPECIES, w[t + 4]), t2r);
      t2i = x2r.fma(FloatVector.broadcast(SPECIES, w[t + 5]), t2i);
      FloatVector s1 = t1r.add(t2r);
      FloatVector d2 = t1r.sub(t2r);
      FloatVector s3 = t1i.add(t2i);
      FloatVector d4 = t1i.sub(t2i);
      FloatVector m5 = s1.fma(minusHalf, x0r);
      FloatVector m6 = s3.fma(minusHalf, x0i);
      FloatVector y7 = x0r.add(s1);
      FloatVector y10 = x0i.add(s3);
      FloatVector y8 = d4.fma(sin60, m5);
      FloatVector y11 = d2.fma(minusSin60, m6);
      FloatVector y9 = d4.fma(minusSin60, m5);
      FloatVector y12 = d2.fma(sin60, m6);
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
      float[] re, float[] im, int start, int span, int blocks, float[] w, int first) {
    FloatVector minusHalf = FloatVector.broadcast(SPECIES, -0.5f);
    FloatVector sin60 = FloatVector.broadcast(SPECIES, (float) Butterfly.SIN_60);
    FloatVector minusSin60 = FloatVector.broadcast(SPECIES, (float) -Butterfly.SIN_60);
    int i = start;
    int o = start;
    int t = first;
    int last = start + span;
    int end = start + blocks * 3 * span;
    while (i < end) {
      int a = i;
      FloatVector x0r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x0i = FloatVector.fromArray(SPECIES, im, a);
      a += span;
      FloatVector x1r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x1i = FloatVector.fromArray(SPECIES, im, a);
      a += span;
      FloatVector x2r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x2i = FloatVector.fromArray(SPECIES, im, a);
      FloatVector s1 = x1i.add(x2i);
      FloatVector d2 = x1i.sub(x2i);
      FloatVector s3 = x1r.add(x2r);
      FloatVector d4 = x1r.sub(x2r);
      FloatVector m5 = s1.fma(minusHalf, x0i);
      FloatVector m6 = s3.fma(minusHalf, x0r);
      FloatVector y7 = x0i.add(s1);
      FloatVector y10 = x0r.add(s3);
      FloatVector y8 = d4.fma(sin60, m5);
      FloatVector y11 = d2.fma(minusSin60, m6);
      FloatVector y9 = d4.fma(minusSin60, m5);
      FloatVector y12 = d2.fma(sin60, m6);
      int b = o;
      y10.intoArray(re, b);
      y7.intoArray(im, b);
      b += span;
      y8.fma(
              FloatVector.broadcast(SPECIES, w[t + 2]),
              y11.mul(FloatVector.broadcast(SPECIES, w[t])))
          .intoArray(re, b);
      y11.fma(
              FloatVector.broadcast(SPECIES, w[t + 1]),
              y8.mul(FloatVector.broadcast(SPECIES, w[t])))
          .intoArray(im, b);
      b += span;
      y9.fma(
              FloatVector.broadcast(SPECIES, w[t + 5]),
              y12.mul(FloatVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(re, b);
      y12.fma(
              FloatVector.broadcast(SPECIES, w[t + 4]),
              y9.mul(FloatVector.broadcast(SPECIES, w[t + 3])))
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
      float[] re, float[] im, int start, int span, int blocks, float[] w, int first) {
    FloatVector cos72 = FloatVector.broadcast(SPECIES, (float) Butterfly.COS_72);
    FloatVector cos144 = FloatVector.broadcast(SPECIES, (float) Butterfly.COS_144);
    FloatVector sin72 = FloatVector.broadcast(SPECIES, (float) Butterfly.SIN_72);
    FloatVector sin144 = FloatVector.broadcast(SPECIES, (float) Butterfly.SIN_144);
    FloatVector minusSin72 = FloatVector.broadcast(SPECIES, (float) -Butterfly.SIN_72);
    int i = start;
    int o = start;
    int t = first;
    int last = start + span;
    int end = start + blocks * 5 * span;
    while (i < end) {
      int a = i;
      FloatVector x0r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x0i = FloatVector.fromArray(SPECIES, im, a);
      a += span;
      FloatVector x1r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x1i = FloatVector.fromArray(SPECIES, im, a);
      a += span;
      FloatVector t1r = x1r.mul(FloatVector.broadcast(SPECIES, w[t]));
      FloatVector t1i = x1i.mul(FloatVector.broadcast(SPECIES, w[t]));
      t1r = x1i.fma(FloatVector.broadcast(SPECIES, w[t + 1]), t1r);
      t1i = x1r.fma(FloatVector.broadcast(SPECIES, w[t + 2]), t1i);
      FloatVector x2r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x2i = FloatVector.fromArray(SPECIES, im, a);
      a += span;
      FloatVector t2r = x2r.mul(FloatVector.broadcast(SPECIES, w[t + 3]));
      FloatVector t2i = x2i.mul(FloatVector.broadcast(SPECIES, w[t + 3]));
      t2r = x2i.fma(FloatVector.broadcast(SPECIES, w[t + 4]), t2r);
      t2i = x2r.fma(FloatVector.broadcast(SPECIES, w[t + 5]), t2i);
      FloatVector x3r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x3i = FloatVector.fromArray(SPECIES, im, a);
      a += span;
      FloatVector t3r = x3r.mul(FloatVector.broadcast(SPECIES, w[t + 6]));
      FloatVector t3i = x3i.mul(FloatVector.broadcast(SPECIES, w[t + 6]));
      t3r = x3i.fma(FloatVector.broadcast(SPECIES, w[t + 7]), t3r);
      t3i = x3r.fma(FloatVector.broadcast(SPECIES, w[t + 8]), t3i);
      FloatVector x4r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x4i = FloatVector.fromArray(SPECIES, im, a);
      FloatVector t4r = x4r.mul(FloatVector.broadcast(SPECIES, w[t + 9]));
      FloatVector t4i = x4i.mul(FloatVector.broadcast(SPECIES, w[t + 9]));
      t4r = x4i.fma(FloatVector.broadcast(SPECIES, w[t + 10]), t4r);
      t4i = x4r.fma(FloatVector.broadcast(SPECIES, w[t + 11]), t4i);
      FloatVector s1 = t1r.add(t4r);
      FloatVector d2 = t1r.sub(t4r);
      FloatVector s3 = t2r.add(t3r);
      FloatVector d4 = t2r.sub(t3r);
      FloatVector s5 = t1i.add(t4i);
      FloatVector d6 = t1i.sub(t4i);
      FloatVector s7 = t2i.add(t3i);
      FloatVector d8 = t2i.sub(t3i);
      FloatVector a9 = s1.fma(cos72, s3.fma(cos144, x0r));
      FloatVector a10 = s1.fma(cos144, s3.fma(cos72, x0r));
      FloatVector b11 = d2.fma(sin72, d4.mul(sin144));
      FloatVector b12 = d2.fma(sin144, d4.mul(minusSin72));
      FloatVector y13 = x0r.add(s1.add(s3));
      FloatVector a14 = s5.fma(cos72, s7.fma(cos144, x0i));
      FloatVector a15 = s5.fma(cos144, s7.fma(cos72, x0i));
      FloatVector b16 = d6.fma(sin72, d8.mul(sin144));
      FloatVector b17 = d6.fma(sin144, d8.mul(minusSin72));
      FloatVector y18 = x0i.add(s5.add(s7));
      FloatVector y19 = a9.add(b16);
      FloatVector y20 = a14.sub(b11);
      FloatVector y21 = a9.sub(b16);
      FloatVector y22 = a14.add(b11);
      FloatVector y23 = a10.add(b17);
      FloatVector y24 = a15.sub(b12);
      FloatVector y25 = a10.sub(b17);
      FloatVector y26 = a15.add(b12);
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
      float[] re, float[] im, int start, int span, int blocks, float[] w, int first) {
    FloatVector cos72 = FloatVector.broadcast(SPECIES, (float) Butterfly.COS_72);
    FloatVector cos144 = FloatVector.broadcast(SPECIES, (float) Butterfly.COS_144);
    FloatVector sin72 = FloatVector.broadcast(SPECIES, (float) Butterfly.SIN_72);
    FloatVector sin144 = FloatVector.broadcast(SPECIES, (float) Butterfly.SIN_144);
    FloatVector minusSin72 = FloatVector.broadcast(SPECIES, (float) -Butterfly.SIN_72);
    int i = start;
    int o = start;
    int t = first;
    int last = start + span;
    int end = start + blocks * 5 * span;
    while (i < end) {
      int a = i;
      FloatVector x0r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x0i = FloatVector.fromArray(SPECIES, im, a);
      a += span;
      FloatVector x1r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x1i = FloatVector.fromArray(SPECIES, im, a);
      a += span;
      FloatVector x2r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x2i = FloatVector.fromArray(SPECIES, im, a);
      a += span;
      FloatVector x3r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x3i = FloatVector.fromArray(SPECIES, im, a);
      a += span;
      FloatVector x4r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x4i = FloatVector.fromArray(SPECIES, im, a);
      FloatVector s1 = x1i.add(x4i);
      FloatVector d2 = x1i.sub(x4i);
      FloatVector s3 = x2i.add(x3i);
      FloatVector d4 = x2i.sub(x3i);
      FloatVector s5 = x1r.add(x4r);
      FloatVector d6 = x1r.sub(x4r);
      FloatVector s7 = x2r.add(x3r);
      FloatVector d8 = x2r.sub(x3r);
      FloatVector a9 = s1.fma(cos72, s3.fma(cos144, x0i));
      FloatVector a10 = s1.fma(cos144, s3.fma(cos72, x0i));
      FloatVector b11 = d2.fma(sin72, d4.mul(sin144));
      FloatVector b12 = d2.fma(sin144, d4.mul(minusSin72));
      FloatVector y13 = x0i.add(s1.add(s3));
      FloatVector a14 = s5.fma(cos72, s7.fma(cos144, x0r));
      FloatVector a15 = s5.fma(cos144, s7.fma(cos72, x0r));
      FloatVector b16 = d6.fma(sin72, d8.mul(sin144));
      FloatVector b17 = d6.fma(sin144, d8.mul(minusSin72));
      FloatVector y18 = x0r.add(s5.add(s7));
      FloatVector y19 = a9.add(b16);
      FloatVector y20 = a14.sub(b11);
      FloatVector y21 = a9.sub(b16);
      FloatVector y22 = a14.add(b11);
      FloatVector y23 = a10.add(b17);
      FloatVector y24 = a15.sub(b12);
      FloatVector y25 = a10.sub(b17);
      FloatVector y26 = a15.add(b12);
      int b = o;
      y18.intoArray(re, b);
      y13.intoArray(im, b);
      b += span;
      y19.fma(
              FloatVector.broadcast(SPECIES, w[t + 2]),
              y20.mul(FloatVector.broadcast(SPECIES, w[t])))
          .intoArray(re, b);
      y20.fma(
              FloatVector.broadcast(SPECIES, w[t + 1]),
              y19.mul(FloatVector.broadcast(SPECIES, w[t])))
          .intoArray(im, b);
      b += span;
      y23.fma(
              FloatVector.broadcast(SPECIES, w[t + 5]),
              y24.mul(FloatVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(re, b);
      y24.fma(
              FloatVector.broadcast(SPECIES, w[t + 4]),
              y23.mul(FloatVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(im, b);
      b += span;
      y25.fma(
              FloatVector.broadcast(SPECIES, w[t + 8]),
              y26.mul(FloatVector.broadcast(SPECIES, w[t + 6])))
          .intoArray(re, b);
      y26.fma(
              FloatVector.broadcast(SPECIES, w[t + 7]),
              y25.mul(FloatVector.broadcast(SPECIES, w[t + 6])))
          .intoArray(im, b);
      b += span;
      y21.fma(
              FloatVector.broadcast(SPECIES, w[t + 11]),
              y22.mul(FloatVector.broadcast(SPECIES, w[t + 9])))
          .intoArray(re, b);
      y22.fma(
              FloatVector.broadcast(SPECIES, w[t + 10]),
              y21.mul(FloatVector.broadcast(SPECIES, w[t + 9])))
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
