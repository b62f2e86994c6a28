package org.conv4j.fft;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The butterflies of four and of eight legs of {@link SimdDoubleBatch}; those on {@code float}
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
final class SimdDoubleStages {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private SimdDoubleStages() {}

  static void forwardFourFirst(double[] re, double[] im, int start, int span) {
    int i = start;
    int o = start;
    int end = start + span;
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
      DoubleVector a1 = x0r.add(x2r);
      DoubleVector b2 = x0r.sub(x2r);
      DoubleVector c3 = x1r.add(x3r);
      DoubleVector d4 = x1r.sub(x3r);
      DoubleVector a5 = x0i.add(x2i);
      DoubleVector b6 = x0i.sub(x2i);
      DoubleVector c7 = x1i.add(x3i);
      DoubleVector d8 = x1i.sub(x3i);
      DoubleVector y9 = a1.add(c3);
      DoubleVector y13 = a5.add(c7);
      DoubleVector y11 = a1.sub(c3);
      DoubleVector y15 = a5.sub(c7);
      DoubleVector y10 = b2.add(d8);
      DoubleVector y14 = b6.sub(d4);
      DoubleVector y12 = b2.sub(d8);
      DoubleVector y16 = b6.add(d4);
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

  static void inverseFourLast(double[] re, double[] im, int start, int span) {
    int i = start;
    int o = start;
    int end = start + span;
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
      DoubleVector a1 = x0i.add(x2i);
      DoubleVector b2 = x0i.sub(x2i);
      DoubleVector c3 = x1i.add(x3i);
      DoubleVector d4 = x1i.sub(x3i);
      DoubleVector a5 = x0r.add(x2r);
      DoubleVector b6 = x0r.sub(x2r);
      DoubleVector c7 = x1r.add(x3r);
      DoubleVector d8 = x1r.sub(x3r);
      DoubleVector y9 = a1.add(c3);
      DoubleVector y13 = a5.add(c7);
      DoubleVector y11 = a1.sub(c3);
      DoubleVector y15 = a5.sub(c7);
      DoubleVector y10 = b2.add(d8);
      DoubleVector y14 = b6.sub(d4);
      DoubleVector y12 = b2.sub(d8);
      DoubleVector y16 = b6.add(d4);
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
      double[] re, double[] im, int start, int span, int blocks, double[] w, int first) {
    int i = start;
    int o = start;
    int t = first;
    int last = start + span;
    int end = start + blocks * 4 * span;
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
      double[] re, double[] im, int start, int span, int blocks, double[] w, int first) {
    int i = start;
    int o = start;
    int t = first;
    int last = start + span;
    int end = start + blocks * 4 * span;
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
      DoubleVector a1 = x0i.add(x2i);
      DoubleVector b2 = x0i.sub(x2i);
      DoubleVector c3 = x1i.add(x3i);
      DoubleVector d4 = x1i.sub(x3i);
      DoubleVector a5 = x0r.add(x2r);
      DoubleVector b6 = x0r.sub(x2r);
      DoubleVector c7 = x1r.add(x3r);
      DoubleVector d8 = x1r.sub(x3r);
      DoubleVector y9 = a1.add(c3);
      DoubleVector y13 = a5.add(c7);
      DoubleVector y11 = a1.sub(c3);
      DoubleVector y15 = a5.sub(c7);
      DoubleVector y10 = b2.add(d8);
      DoubleVector y14 = b6.sub(d4);
      DoubleVector y12 = b2.sub(d8);
      DoubleVector y16 = b6.add(d4);
      int b = o;
      y13.intoArray(re, b);
      y9.intoArray(im, b);
      b += span;
      y10.fma(
              DoubleVector.broadcast(SPECIES, w[t + 2]),
              y14.mul(DoubleVector.broadcast(SPECIES, w[t])))
          .intoArray(re, b);
      y14.fma(
              DoubleVector.broadcast(SPECIES, w[t + 1]),
              y10.mul(DoubleVector.broadcast(SPECIES, w[t])))
          .intoArray(im, b);
      b += span;
      y11.fma(
              DoubleVector.broadcast(SPECIES, w[t + 5]),
              y15.mul(DoubleVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(re, b);
      y15.fma(
              DoubleVector.broadcast(SPECIES, w[t + 4]),
              y11.mul(DoubleVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(im, b);
      b += span;
      y12.fma(
              DoubleVector.broadcast(SPECIES, w[t + 8]),
              y16.mul(DoubleVector.broadcast(SPECIES, w[t + 6])))
          .intoArray(re, b);
      y16.fma(
              DoubleVector.broadcast(SPECIES, w[t + 7]),
              y12.mul(DoubleVector.broadcast(SPECIES, w[t + 6])))
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
      double[] re, double[] im, int start, int span, int blocks, double[] w, int first) {
    DoubleVector half = DoubleVector.broadcast(SPECIES, Butterfly.ROOT_HALF);
    DoubleVector minusHalf = DoubleVector.broadcast(SPECIES, -Butterfly.ROOT_HALF);
    int i = start;
    int o = start;
    int t = first;
    int last = start + span;
    int end = start + blocks * 8 * span;
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
      a += span;
      DoubleVector t4r = x4r.mul(DoubleVector.broadcast(SPECIES, w[t + 9]));
      DoubleVector t4i = x4i.mul(DoubleVector.broadcast(SPECIES, w[t + 9]));
      t4r = x4i.fma(DoubleVector.broadcast(SPECIES, w[t + 10]), t4r);
      t4i = x4r.fma(DoubleVector.broadcast(SPECIES, w[t + 11]), t4i);
      DoubleVector x5r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x5i = DoubleVector.fromArray(SPECIES, im, a);
      a += span;
      DoubleVector t5r = x5r.mul(DoubleVector.broadcast(SPECIES, w[t + 12]));
      DoubleVector t5i = x5i.mul(DoubleVector.broadcast(SPECIES, w[t + 12]));
      t5r = x5i.fma(DoubleVector.broadcast(SPECIES, w[t + 13]), t5r);
      t5i = x5r.fma(DoubleVector.broadcast(SPECIES, w[t + 14]), t5i);
      DoubleVector x6r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x6i = DoubleVector.fromArray(SPECIES, im, a);
      a += span;
      DoubleVector t6r = x6r.mul(DoubleVector.broadcast(SPECIES, w[t + 15]));
      DoubleVector t6i = x6i.mul(DoubleVector.broadcast(SPECIES, w[t + 15]));
      t6r = x6i.fma(DoubleVector.broadcast(SPECIES, w[t + 16]), t6r);
      t6i = x6r.fma(DoubleVector.broadcast(SPECIES, w[t + 17]), t6i);
      DoubleVector x7r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x7i = DoubleVector.fromArray(SPECIES, im, a);
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
      double[] re, double[] im, int start, int span, int blocks, double[] w, int first) {
    DoubleVector half = DoubleVector.broadcast(SPECIES, Butterfly.ROOT_HALF);
    DoubleVector minusHalf = DoubleVector.broadcast(SPECIES, -Butterfly.ROOT_HALF);
    int i = start;
    int o = start;
    int t = first;
    int last = start + span;
    int end = start + blocks * 8 * span;
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
      a += span;
      DoubleVector x5r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x5i = DoubleVector.fromArray(SPECIES, im, a);
      a += span;
      DoubleVector x6r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x6i = DoubleVector.fromArray(SPECIES, im, a);
      a += span;
      DoubleVector x7r = DoubleVector.fromArray(SPECIES, re, a);
      DoubleVector x7i = DoubleVector.fromArray(SPECIES, im, a);
      DoubleVector a1 = x0i.add(x4i);
      DoubleVector b2 = x0i.sub(x4i);
      DoubleVector a3 = x0r.add(x4r);
      DoubleVector b4 = x0r.sub(x4r);
      DoubleVector a5 = x1i.add(x5i);
      DoubleVector b6 = x1i.sub(x5i);
      DoubleVector a7 = x1r.add(x5r);
      DoubleVector b8 = x1r.sub(x5r);
      DoubleVector a9 = x2i.add(x6i);
      DoubleVector b10 = x2i.sub(x6i);
      DoubleVector a11 = x2r.add(x6r);
      DoubleVector b12 = x2r.sub(x6r);
      DoubleVector a13 = x3i.add(x7i);
      DoubleVector b14 = x3i.sub(x7i);
      DoubleVector a15 = x3r.add(x7r);
      DoubleVector b16 = x3r.sub(x7r);
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
      int b = o;
      y29.intoArray(re, b);
      y25.intoArray(im, b);
      b += span;
      y45.fma(
              DoubleVector.broadcast(SPECIES, w[t + 2]),
              y46.mul(DoubleVector.broadcast(SPECIES, w[t])))
          .intoArray(re, b);
      y46.fma(
              DoubleVector.broadcast(SPECIES, w[t + 1]),
              y45.mul(DoubleVector.broadcast(SPECIES, w[t])))
          .intoArray(im, b);
      b += span;
      y26.fma(
              DoubleVector.broadcast(SPECIES, w[t + 5]),
              y30.mul(DoubleVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(re, b);
      y30.fma(
              DoubleVector.broadcast(SPECIES, w[t + 4]),
              y26.mul(DoubleVector.broadcast(SPECIES, w[t + 3])))
          .intoArray(im, b);
      b += span;
      y49.fma(
              DoubleVector.broadcast(SPECIES, w[t + 8]),
              y50.mul(DoubleVector.broadcast(SPECIES, w[t + 6])))
          .intoArray(re, b);
      y50.fma(
              DoubleVector.broadcast(SPECIES, w[t + 7]),
              y49.mul(DoubleVector.broadcast(SPECIES, w[t + 6])))
          .intoArray(im, b);
      b += span;
      y27.fma(
              DoubleVector.broadcast(SPECIES, w[t + 11]),
              y31.mul(DoubleVector.broadcast(SPECIES, w[t + 9])))
          .intoArray(re, b);
      y31.fma(
              DoubleVector.broadcast(SPECIES, w[t + 10]),
              y27.mul(DoubleVector.broadcast(SPECIES, w[t + 9])))
          .intoArray(im, b);
      b += span;
      y47.fma(
              DoubleVector.broadcast(SPECIES, w[t + 14]),
              y48.mul(DoubleVector.broadcast(SPECIES, w[t + 12])))
          .intoArray(re, b);
      y48.fma(
              DoubleVector.broadcast(SPECIES, w[t + 13]),
              y47.mul(DoubleVector.broadcast(SPECIES, w[t + 12])))
          .intoArray(im, b);
      b += span;
      y28.fma(
              DoubleVector.broadcast(SPECIES, w[t + 17]),
              y32.mul(DoubleVector.broadcast(SPECIES, w[t + 15])))
          .intoArray(re, b);
      y32.fma(
              DoubleVector.broadcast(SPECIES, w[t + 16]),
              y28.mul(DoubleVector.broadcast(SPECIES, w[t + 15])))
          .intoArray(im, b);
      b += span;
      y51.fma(
              DoubleVector.broadcast(SPECIES, w[t + 20]),
              y52.mul(DoubleVector.broadcast(SPECIES, w[t + 18])))
          .intoArray(re, b);
      y52.fma(
              DoubleVector.broadcast(SPECIES, w[t + 19]),
              y51.mul(DoubleVector.broadcast(SPECIES, w[t + 18])))
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
