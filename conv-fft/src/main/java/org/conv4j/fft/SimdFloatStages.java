package org.conv4j.fft;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The butterflies of four and of eight legs of {@link SimdFloatBatch}; those on {@code double}
 * differ in the type alone. Every access is a call of the library itself, in a loop that has no
 * other in it, since the compiler of Java 17 makes objects of vectors that pass through methods of
 * our own.
 *
 * <p>A stage goes over blocks of which the first begins at {@code start}; a leg has {@code span}
 * numbers. The twiddles of a block, {@code cos, sin, -sin} for each leg but the first, begin at
 * {@code t}. Loops end by the place, not by a count, and stores have places of their own, equal to
 * those of the loads: so the compiler counts on from leg to leg, and does not run out of registers
 * for the places of all legs.
 */
@SuppressWarnings("TooManyParameters")
final class SimdFloatStages {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private SimdFloatStages() {}

  static void forwardFourFirst(float[] re, float[] im, int start, int span) {
    int i = start;
    int o = start;
    int end = start + span;
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
      FloatVector a1 = x0r.add(x2r);
      FloatVector b2 = x0r.sub(x2r);
      FloatVector c3 = x1r.add(x3r);
      FloatVector d4 = x1r.sub(x3r);
      FloatVector a5 = x0i.add(x2i);
      FloatVector b6 = x0i.sub(x2i);
      FloatVector c7 = x1i.add(x3i);
      FloatVector d8 = x1i.sub(x3i);
      FloatVector y9 = a1.add(c3);
      FloatVector y13 = a5.add(c7);
      FloatVector y11 = a1.sub(c3);
      FloatVector y15 = a5.sub(c7);
      FloatVector y10 = b2.add(d8);
      FloatVector y14 = b6.sub(d4);
      FloatVector y12 = b2.sub(d8);
      FloatVector y16 = b6.add(d4);
      int b = o;
      y9.intoArray(re, b);
      y13.intoArray(im, b);
      b += span;
      y10.intoArray(re, b);
      y14.intoArray(im, b);
      b += span;
      y11.intoArray(re, b);
      y15.intoArray(im, b);
      b += span;
      y12.intoArray(re, b);
      y16.intoArray(im, b);
      i += LANES;
      o += LANES;
    }
  }

  static void inverseFourLast(float[] re, float[] im, int start, int span) {
    int i = start;
    int o = start;
    int end = start + span;
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
      FloatVector a1 = x0i.add(x2i);
      FloatVector b2 = x0i.sub(x2i);
      FloatVector c3 = x1i.add(x3i);
      FloatVector d4 = x1i.sub(x3i);
      FloatVector a5 = x0r.add(x2r);
      FloatVector b6 = x0r.sub(x2r);
      FloatVector c7 = x1r.add(x3r);
      FloatVector d8 = x1r.sub(x3r);
      FloatVector y9 = a1.add(c3);
      FloatVector y13 = a5.add(c7);
      FloatVector y11 = a1.sub(c3);
      FloatVector y15 = a5.sub(c7);
      FloatVector y10 = b2.add(d8);
      FloatVector y14 = b6.sub(d4);
      FloatVector y12 = b2.sub(d8);
      FloatVector y16 = b6.add(d4);
      int b = o;
      y13.intoArray(re, b);
      y9.intoArray(im, b);
      b += span;
      y14.intoArray(re, b);
      y10.intoArray(im, b);
      b += span;
      y15.intoArray(re, b);
      y11.intoArray(im, b);
      b += span;
      y16.intoArray(re, b);
      y12.intoArray(im, b);
      i += LANES;
      o += LANES;
    }
  }

  static void forwardFour(
      float[] re, float[] im, int start, int span, int blocks, float[] w, int first) {
    int i = start;
    int o = start;
    int t = first;
    int last = start + span;
    int end = start + blocks * 4 * span;
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
      int b = o;
      y9.intoArray(re, b);
      y13.intoArray(im, b);
      b += span;
      y10.intoArray(re, b);
      y14.intoArray(im, b);
      b += span;
      y11.intoArray(re, b);
      y15.intoArray(im, b);
      b += span;
      y12.intoArray(re, b);
      y16.intoArray(im, b);
      i += LANES;
      o += LANES;
      if (i == last) {
        i += 3 * span;
        o = i;
        last = i + span;
        t += 9;
      }
    }
  }

  static void inverseFour(
      float[] re, float[] im, int start, int span, int blocks, float[] w, int first) {
    int i = start;
    int o = start;
    int t = first;
    int last = start + span;
    int end = start + blocks * 4 * span;
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
      FloatVector a1 = x0i.add(x2i);
      FloatVector b2 = x0i.sub(x2i);
      FloatVector c3 = x1i.add(x3i);
      FloatVector d4 = x1i.sub(x3i);
      FloatVector a5 = x0r.add(x2r);
      FloatVector b6 = x0r.sub(x2r);
      FloatVector c7 = x1r.add(x3r);
      FloatVector d8 = x1r.sub(x3r);
      FloatVector y9 = a1.add(c3);
      FloatVector y13 = a5.add(c7);
      FloatVector y11 = a1.sub(c3);
      FloatVector y15 = a5.sub(c7);
      FloatVector y10 = b2.add(d8);
      FloatVector y14 = b6.sub(d4);
      FloatVector y12 = b2.sub(d8);
      FloatVector y16 = b6.add(d4);
      int b = o;
      y13.intoArray(re, b);
      y9.intoArray(im, b);
      b += span;
      y10.fma(
              FloatVector.broadcast(SPECIES, w[t + 2]),
              y14.mul(FloatVector.broadcast(SPECIES, w[t])))
          .intoArray(re, b);
      y14.fma(
              FloatVector.broadcast(SPECIES, w[t + 1]),
              y10.mul(FloatVector.broadcast(SPECIES, w[t])))
          .intoArray(im, b);
      b += span;
      y11.fma(
              FloatVector.broadcast(SPECIES, w[t + 5]),
              y15.mul(FloatVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(re, b);
      y15.fma(
              FloatVector.broadcast(SPECIES, w[t + 4]),
              y11.mul(FloatVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(im, b);
      b += span;
      y12.fma(
              FloatVector.broadcast(SPECIES, w[t + 8]),
              y16.mul(FloatVector.broadcast(SPECIES, w[t + 6])))
          .intoArray(re, b);
      y16.fma(
              FloatVector.broadcast(SPECIES, w[t + 7]),
              y12.mul(FloatVector.broadcast(SPECIES, w[t + 6])))
          .intoArray(im, b);
      i += LANES;
      o += LANES;
      if (i == last) {
        i += 3 * span;
        o = i;
        last = i + span;
        t += 9;
      }
    }
  }

  static void forwardEight(
      float[] re, float[] im, int start, int span, int blocks, float[] w, int first) {
    FloatVector half = FloatVector.broadcast(SPECIES, (float) Butterfly.ROOT_HALF);
    FloatVector minusHalf = FloatVector.broadcast(SPECIES, (float) -Butterfly.ROOT_HALF);
    int i = start;
    int o = start;
    int t = first;
    int last = start + span;
    int end = start + blocks * 8 * span;
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
      a += span;
      FloatVector t4r = x4r.mul(FloatVector.broadcast(SPECIES, w[t + 9]));
      FloatVector t4i = x4i.mul(FloatVector.broadcast(SPECIES, w[t + 9]));
      t4r = x4i.fma(FloatVector.broadcast(SPECIES, w[t + 10]), t4r);
      t4i = x4r.fma(FloatVector.broadcast(SPECIES, w[t + 11]), t4i);
      FloatVector x5r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x5i = FloatVector.fromArray(SPECIES, im, a);
      a += span;
      FloatVector t5r = x5r.mul(FloatVector.broadcast(SPECIES, w[t + 12]));
      FloatVector t5i = x5i.mul(FloatVector.broadcast(SPECIES, w[t + 12]));
      t5r = x5i.fma(FloatVector.broadcast(SPECIES, w[t + 13]), t5r);
      t5i = x5r.fma(FloatVector.broadcast(SPECIES, w[t + 14]), t5i);
      FloatVector x6r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x6i = FloatVector.fromArray(SPECIES, im, a);
      a += span;
      FloatVector t6r = x6r.mul(FloatVector.broadcast(SPECIES, w[t + 15]));
      FloatVector t6i = x6i.mul(FloatVector.broadcast(SPECIES, w[t + 15]));
      t6r = x6i.fma(FloatVector.broadcast(SPECIES, w[t + 16]), t6r);
      t6i = x6r.fma(FloatVector.broadcast(SPECIES, w[t + 17]), t6i);
      FloatVector x7r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x7i = FloatVector.fromArray(SPECIES, im, a);
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
      int b = o;
      y25.intoArray(re, b);
      y29.intoArray(im, b);
      b += span;
      y45.intoArray(re, b);
      y46.intoArray(im, b);
      b += span;
      y26.intoArray(re, b);
      y30.intoArray(im, b);
      b += span;
      y49.intoArray(re, b);
      y50.intoArray(im, b);
      b += span;
      y27.intoArray(re, b);
      y31.intoArray(im, b);
      b += span;
      y47.intoArray(re, b);
      y48.intoArray(im, b);
      b += span;
      y28.intoArray(re, b);
      y32.intoArray(im, b);
      b += span;
      y51.intoArray(re, b);
      y52.intoArray(im, b);
      i += LANES;
      o += LANES;
      if (i == last) {
        i += 7 * span;
        o = i;
        last = i + span;
        t += 21;
      }
    }
  }

  static void inverseEight(
      float[] re, float[] im, int start, int span, int blocks, float[] w, int first) {
    FloatVector half = FloatVector.broadcast(SPECIES, (float) Butterfly.ROOT_HALF);
    FloatVector minusHalf = FloatVector.broadcast(SPECIES, (float) -Butterfly.ROOT_HALF);
    int i = start;
    int o = start;
    int t = first;
    int last = start + span;
    int end = start + blocks * 8 * span;
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
      a += span;
      FloatVector x5r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x5i = FloatVector.fromArray(SPECIES, im, a);
      a += span;
      FloatVector x6r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x6i = FloatVector.fromArray(SPECIES, im, a);
      a += span;
      FloatVector x7r = FloatVector.fromArray(SPECIES, re, a);
      FloatVector x7i = FloatVector.fromArray(SPECIES, im, a);
      FloatVector a1 = x0i.add(x4i);
      FloatVector b2 = x0i.sub(x4i);
      FloatVector a3 = x0r.add(x4r);
      FloatVector b4 = x0r.sub(x4r);
      FloatVector a5 = x1i.add(x5i);
      FloatVector b6 = x1i.sub(x5i);
      FloatVector a7 = x1r.add(x5r);
      FloatVector b8 = x1r.sub(x5r);
      FloatVector a9 = x2i.add(x6i);
      FloatVector b10 = x2i.sub(x6i);
      FloatVector a11 = x2r.add(x6r);
      FloatVector b12 = x2r.sub(x6r);
      FloatVector a13 = x3i.add(x7i);
      FloatVector b14 = x3i.sub(x7i);
      FloatVector a15 = x3r.add(x7r);
      FloatVector b16 = x3r.sub(x7r);
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
      int b = o;
      y29.intoArray(re, b);
      y25.intoArray(im, b);
      b += span;
      y45.fma(
              FloatVector.broadcast(SPECIES, w[t + 2]),
              y46.mul(FloatVector.broadcast(SPECIES, w[t])))
          .intoArray(re, b);
      y46.fma(
              FloatVector.broadcast(SPECIES, w[t + 1]),
              y45.mul(FloatVector.broadcast(SPECIES, w[t])))
          .intoArray(im, b);
      b += span;
      y26.fma(
              FloatVector.broadcast(SPECIES, w[t + 5]),
              y30.mul(FloatVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(re, b);
      y30.fma(
              FloatVector.broadcast(SPECIES, w[t + 4]),
              y26.mul(FloatVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(im, b);
      b += span;
      y49.fma(
              FloatVector.broadcast(SPECIES, w[t + 8]),
              y50.mul(FloatVector.broadcast(SPECIES, w[t + 6])))
          .intoArray(re, b);
      y50.fma(
              FloatVector.broadcast(SPECIES, w[t + 7]),
              y49.mul(FloatVector.broadcast(SPECIES, w[t + 6])))
          .intoArray(im, b);
      b += span;
      y27.fma(
              FloatVector.broadcast(SPECIES, w[t + 11]),
              y31.mul(FloatVector.broadcast(SPECIES, w[t + 9])))
          .intoArray(re, b);
      y31.fma(
              FloatVector.broadcast(SPECIES, w[t + 10]),
              y27.mul(FloatVector.broadcast(SPECIES, w[t + 9])))
          .intoArray(im, b);
      b += span;
      y47.fma(
              FloatVector.broadcast(SPECIES, w[t + 14]),
              y48.mul(FloatVector.broadcast(SPECIES, w[t + 12])))
          .intoArray(re, b);
      y48.fma(
              FloatVector.broadcast(SPECIES, w[t + 13]),
              y47.mul(FloatVector.broadcast(SPECIES, w[t + 12])))
          .intoArray(im, b);
      b += span;
      y28.fma(
              FloatVector.broadcast(SPECIES, w[t + 17]),
              y32.mul(FloatVector.broadcast(SPECIES, w[t + 15])))
          .intoArray(re, b);
      y32.fma(
              FloatVector.broadcast(SPECIES, w[t + 16]),
              y28.mul(FloatVector.broadcast(SPECIES, w[t + 15])))
          .intoArray(im, b);
      b += span;
      y51.fma(
              FloatVector.broadcast(SPECIES, w[t + 20]),
              y52.mul(FloatVector.broadcast(SPECIES, w[t + 18])))
          .intoArray(re, b);
      y52.fma(
              FloatVector.broadcast(SPECIES, w[t + 19]),
              y51.mul(FloatVector.broadcast(SPECIES, w[t + 18])))
          .intoArray(im, b);
      i += LANES;
      o += LANES;
      if (i == last) {
        i += 7 * span;
        o = i;
        last = i + span;
        t += 21;
      }
    }
  }
}
