package org.conv4j.fft;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Adds up products of spectra; of four in one go, sums are loaded and stored once. */
@SuppressWarnings("TooManyParameters")
final class SimdFloatSums {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private SimdFloatSums() {}

  /** The products of numbers {@code from} to {@code to} of one spectrum, whole rows. */
  static void add(
      float[] sumRe,
      float[] sumIm,
      float[] re,
      float[] im,
      float[] kernelRe,
      float[] kernelIm,
      int from,
      int to) {
    for (int i = from; i < to; i += LANES) {
      FloatVector kr = FloatVector.fromArray(SPECIES, kernelRe, i);
      FloatVector ki = FloatVector.fromArray(SPECIES, kernelIm, i);
      FloatVector xr = FloatVector.fromArray(SPECIES, re, i);
      FloatVector xi = FloatVector.fromArray(SPECIES, im, i);
      FloatVector sr = FloatVector.fromArray(SPECIES, sumRe, i);
      FloatVector si = FloatVector.fromArray(SPECIES, sumIm, i);
      sr.add(xr.mul(kr).sub(xi.mul(ki))).intoArray(sumRe, i);
      si.add(xr.fma(ki, xi.mul(kr))).intoArray(sumIm, i);
    }
  }

  /** Those of four spectra with four more. */
  static void add(
      List<Spectrum<float[]>> x,
      List<Spectrum<float[]>> h,
      int first,
      Spectrum<float[]> sum,
      int from,
      int to) {
    float[] sumRe = sum.re();
    float[] sumIm = sum.im();
    float[] x0r = x.get(first).re();
    float[] x0i = x.get(first).im();
    float[] h0r = h.get(first).re();
    float[] h0i = h.get(first).im();
    float[] x1r = x.get(first + 1).re();
    float[] x1i = x.get(first + 1).im();
    float[] h1r = h.get(first + 1).re();
    float[] h1i = h.get(first + 1).im();
    float[] x2r = x.get(first + 2).re();
    float[] x2i = x.get(first + 2).im();
    float[] h2r = h.get(first + 2).re();
    float[] h2i = h.get(first + 2).im();
    float[] x3r = x.get(first + 3).re();
    float[] x3i = x.get(first + 3).im();
    float[] h3r = h.get(first + 3).re();
    float[] h3i = h.get(first + 3).im();
    for (int i = from; i < to; i += LANES) {
      FloatVector re = FloatVector.fromArray(SPECIES, sumRe, i);
      FloatVector im = FloatVector.fromArray(SPECIES, sumIm, i);
      FloatVector kr0 = FloatVector.fromArray(SPECIES, h0r, i);
      FloatVector ki0 = FloatVector.fromArray(SPECIES, h0i, i);
      FloatVector xr0 = FloatVector.fromArray(SPECIES, x0r, i);
      FloatVector xi0 = FloatVector.fromArray(SPECIES, x0i, i);
      re = re.add(xr0.mul(kr0).sub(xi0.mul(ki0)));
      im = im.add(xr0.fma(ki0, xi0.mul(kr0)));
      FloatVector kr1 = FloatVector.fromArray(SPECIES, h1r, i);
      FloatVector ki1 = FloatVector.fromArray(SPECIES, h1i, i);
      FloatVector xr1 = FloatVector.fromArray(SPECIES, x1r, i);
      FloatVector xi1 = FloatVector.fromArray(SPECIES, x1i, i);
      re = re.add(xr1.mul(kr1).sub(xi1.mul(ki1)));
      im = im.add(xr1.fma(ki1, xi1.mul(kr1)));
      FloatVector kr2 = FloatVector.fromArray(SPECIES, h2r, i);
      FloatVector ki2 = FloatVector.fromArray(SPECIES, h2i, i);
      FloatVector xr2 = FloatVector.fromArray(SPECIES, x2r, i);
      FloatVector xi2 = FloatVector.fromArray(SPECIES, x2i, i);
      re = re.add(xr2.mul(kr2).sub(xi2.mul(ki2)));
      im = im.add(xr2.fma(ki2, xi2.mul(kr2)));
      FloatVector kr3 = FloatVector.fromArray(SPECIES, h3r, i);
      FloatVector ki3 = FloatVector.fromArray(SPECIES, h3i, i);
      FloatVector xr3 = FloatVector.fromArray(SPECIES, x3r, i);
      FloatVector xi3 = FloatVector.fromArray(SPECIES, x3i, i);
      re = re.add(xr3.mul(kr3).sub(xi3.mul(ki3)));
      im = im.add(xr3.fma(ki3, xi3.mul(kr3)));
      re.intoArray(sumRe, i);
      im.intoArray(sumIm, i);
    }
  }

  /** The same where kernels are columns, for rows {@code from} to {@code to}. */
  static void addColumns(
      List<Spectrum<float[]>> x,
      List<Spectrum<float[]>> h,
      int first,
      Spectrum<float[]> sum,
      int from,
      int to) {
    float[] sumRe = sum.re();
    float[] sumIm = sum.im();
    float[] x0r = x.get(first).re();
    float[] x0i = x.get(first).im();
    float[] h0r = h.get(first).re();
    float[] h0i = h.get(first).im();
    float[] x1r = x.get(first + 1).re();
    float[] x1i = x.get(first + 1).im();
    float[] h1r = h.get(first + 1).re();
    float[] h1i = h.get(first + 1).im();
    float[] x2r = x.get(first + 2).re();
    float[] x2i = x.get(first + 2).im();
    float[] h2r = h.get(first + 2).re();
    float[] h2i = h.get(first + 2).im();
    float[] x3r = x.get(first + 3).re();
    float[] x3i = x.get(first + 3).im();
    float[] h3r = h.get(first + 3).re();
    float[] h3i = h.get(first + 3).im();
    int i = from * LANES;
    for (int k = from; k < to; k++) {
      FloatVector re = FloatVector.fromArray(SPECIES, sumRe, i);
      FloatVector im = FloatVector.fromArray(SPECIES, sumIm, i);
      FloatVector kr0 = FloatVector.broadcast(SPECIES, h0r[k]);
      FloatVector ki0 = FloatVector.broadcast(SPECIES, h0i[k]);
      FloatVector xr0 = FloatVector.fromArray(SPECIES, x0r, i);
      FloatVector xi0 = FloatVector.fromArray(SPECIES, x0i, i);
      re = re.add(xr0.mul(kr0).sub(xi0.mul(ki0)));
      im = im.add(xr0.fma(ki0, xi0.mul(kr0)));
      FloatVector kr1 = FloatVector.broadcast(SPECIES, h1r[k]);
      FloatVector ki1 = FloatVector.broadcast(SPECIES, h1i[k]);
      FloatVector xr1 = FloatVector.fromArray(SPECIES, x1r, i);
      FloatVector xi1 = FloatVector.fromArray(SPECIES, x1i, i);
      re = re.add(xr1.mul(kr1).sub(xi1.mul(ki1)));
      im = im.add(xr1.fma(ki1, xi1.mul(kr1)));
      FloatVector kr2 = FloatVector.broadcast(SPECIES, h2r[k]);
      FloatVector ki2 = FloatVector.broadcast(SPECIES, h2i[k]);
      FloatVector xr2 = FloatVector.fromArray(SPECIES, x2r, i);
      FloatVector xi2 = FloatVector.fromArray(SPECIES, x2i, i);
      re = re.add(xr2.mul(kr2).sub(xi2.mul(ki2)));
      im = im.add(xr2.fma(ki2, xi2.mul(kr2)));
      FloatVector kr3 = FloatVector.broadcast(SPECIES, h3r[k]);
      FloatVector ki3 = FloatVector.broadcast(SPECIES, h3i[k]);
      FloatVector xr3 = FloatVector.fromArray(SPECIES, x3r, i);
      FloatVector xi3 = FloatVector.fromArray(SPECIES, x3i, i);
      re = re.add(xr3.mul(kr3).sub(xi3.mul(ki3)));
      im = im.add(xr3.fma(ki3, xi3.mul(kr3)));
      re.intoArray(sumRe, i);
      im.intoArray(sumIm, i);
      i += LANES;
    }
  }
}
