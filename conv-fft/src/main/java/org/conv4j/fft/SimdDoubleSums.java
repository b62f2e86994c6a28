package org.conv4j.fft;

import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Adds up products of spectra; of four in one go, sums are loaded and stored once. */
@SuppressWarnings("TooManyParameters")
final class SimdDoubleSums {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private SimdDoubleSums() {}

  /** The products of numbers {@code from} to {@code to} of one spectrum, whole rows. */
  static void add(
      double[] sumRe,
      double[] sumIm,
      double[] re,
      double[] im,
      double[] kernelRe,
      double[] kernelIm,
      int from,
      int to) {
    for (int i = from; i < to; i += LANES) {
      DoubleVector kr = DoubleVector.fromArray(SPECIES, kernelRe, i);
      DoubleVector ki = DoubleVector.fromArray(SPECIES, kernelIm, i);
      DoubleVector xr = DoubleVector.fromArray(SPECIES, re, i);
      DoubleVector xi = DoubleVector.fromArray(SPECIES, im, i);
      DoubleVector sr = DoubleVector.fromArray(SPECIES, sumRe, i);
      DoubleVector si = DoubleVector.fromArray(SPECIES, sumIm, i);
      sr.add(xr.mul(kr).sub(xi.mul(ki))).intoArray(sumRe, i);
      si.add(xr.fma(ki, xi.mul(kr))).intoArray(sumIm, i);
    }
  }

  /** Those of four spectra with four more. */
  static void add(
      List<Spectrum<double[]>> x,
      List<Spectrum<double[]>> h,
      int first,
      Spectrum<double[]> sum,
      int from,
      int to) {
    double[] sumRe = sum.re();
    double[] sumIm = sum.im();
    double[] x0r = x.get(first).re();
    double[] x0i = x.get(first).im();
    double[] h0r = h.get(first).re();
    double[] h0i = h.get(first).im();
    double[] x1r = x.get(first + 1).re();
    double[] x1i = x.get(first + 1).im();
    double[] h1r = h.get(first + 1).re();
    double[] h1i = h.get(first + 1).im();
    double[] x2r = x.get(first + 2).re();
    double[] x2i = x.get(first + 2).im();
    double[] h2r = h.get(first + 2).re();
    double[] h2i = h.get(first + 2).im();
    double[] x3r = x.get(first + 3).re();
    double[] x3i = x.get(first + 3).im();
    double[] h3r = h.get(first + 3).re();
    double[] h3i = h.get(first + 3).im();
    for (int i = from; i < to; i += LANES) {
      DoubleVector re = DoubleVector.fromArray(SPECIES, sumRe, i);
      DoubleVector im = DoubleVector.fromArray(SPECIES, sumIm, i);
      DoubleVector kr0 = DoubleVector.fromArray(SPECIES, h0r, i);
      DoubleVector ki0 = DoubleVector.fromArray(SPECIES, h0i, i);
      DoubleVector xr0 = DoubleVector.fromArray(SPECIES, x0r, i);
      DoubleVector xi0 = DoubleVector.fromArray(SPECIES, x0i, i);
      re = re.add(xr0.mul(kr0).sub(xi0.mul(ki0)));
      im = im.add(xr0.fma(ki0, xi0.mul(kr0)));
      DoubleVector kr1 = DoubleVector.fromArray(SPECIES, h1r, i);
      DoubleVector ki1 = DoubleVector.fromArray(SPECIES, h1i, i);
      DoubleVector xr1 = DoubleVector.fromArray(SPECIES, x1r, i);
      DoubleVector xi1 = DoubleVector.fromArray(SPECIES, x1i, i);
      re = re.add(xr1.mul(kr1).sub(xi1.mul(ki1)));
      im = im.add(xr1.fma(ki1, xi1.mul(kr1)));
      DoubleVector kr2 = DoubleVector.fromArray(SPECIES, h2r, i);
      DoubleVector ki2 = DoubleVector.fromArray(SPECIES, h2i, i);
      DoubleVector xr2 = DoubleVector.fromArray(SPECIES, x2r, i);
      DoubleVector xi2 = DoubleVector.fromArray(SPECIES, x2i, i);
      re = re.add(xr2.mul(kr2).sub(xi2.mul(ki2)));
      im = im.add(xr2.fma(ki2, xi2.mul(kr2)));
      DoubleVector kr3 = DoubleVector.fromArray(SPECIES, h3r, i);
      DoubleVector ki3 = DoubleVector.fromArray(SPECIES, h3i, i);
      DoubleVector xr3 = DoubleVector.fromArray(SPECIES, x3r, i);
      DoubleVector xi3 = DoubleVector.fromArray(SPECIES, x3i, i);
      re = re.add(xr3.mul(kr3).sub(xi3.mul(ki3)));
      im = im.add(xr3.fma(ki3, xi3.mul(kr3)));
      re.intoArray(sumRe, i);
      im.intoArray(sumIm, i);
    }
  }

  /** The same where kernels are columns, for rows {@code from} to {@code to}. */
  static void addColumns(
      List<Spectrum<double[]>> x,
      List<Spectrum<double[]>> h,
      int first,
      Spectrum<double[]> sum,
      int from,
      int to) {
    double[] sumRe = sum.re();
    double[] sumIm = sum.im();
    double[] x0r = x.get(first).re();
    double[] x0i = x.get(first).im();
    double[] h0r = h.get(first).re();
    double[] h0i = h.get(first).im();
    double[] x1r = x.get(first + 1).re();
    double[] x1i = x.get(first + 1).im();
    double[] h1r = h.get(first + 1).re();
    double[] h1i = h.get(first + 1).im();
    double[] x2r = x.get(first + 2).re();
    double[] x2i = x.get(first + 2).im();
    double[] h2r = h.get(first + 2).re();
    double[] h2i = h.get(first + 2).im();
    double[] x3r = x.get(first + 3).re();
    double[] x3i = x.get(first + 3).im();
    double[] h3r = h.get(first + 3).re();
    double[] h3i = h.get(first + 3).im();
    int i = from * LANES;
    for (int k = from; k < to; k++) {
      DoubleVector re = DoubleVector.fromArray(SPECIES, sumRe, i);
      DoubleVector im = DoubleVector.fromArray(SPECIES, sumIm, i);
      DoubleVector kr0 = DoubleVector.broadcast(SPECIES, h0r[k]);
      DoubleVector ki0 = DoubleVector.broadcast(SPECIES, h0i[k]);
      DoubleVector xr0 = DoubleVector.fromArray(SPECIES, x0r, i);
      DoubleVector xi0 = DoubleVector.fromArray(SPECIES, x0i, i);
      re = re.add(xr0.mul(kr0).sub(xi0.mul(ki0)));
      im = im.add(xr0.fma(ki0, xi0.mul(kr0)));
      DoubleVector kr1 = DoubleVector.broadcast(SPECIES, h1r[k]);
      DoubleVector ki1 = DoubleVector.broadcast(SPECIES, h1i[k]);
      DoubleVector xr1 = DoubleVector.fromArray(SPECIES, x1r, i);
      DoubleVector xi1 = DoubleVector.fromArray(SPECIES, x1i, i);
      re = re.add(xr1.mul(kr1).sub(xi1.mul(ki1)));
      im = im.add(xr1.fma(ki1, xi1.mul(kr1)));
      DoubleVector kr2 = DoubleVector.broadcast(SPECIES, h2r[k]);
      DoubleVector ki2 = DoubleVector.broadcast(SPECIES, h2i[k]);
      DoubleVector xr2 = DoubleVector.fromArray(SPECIES, x2r, i);
      DoubleVector xi2 = DoubleVector.fromArray(SPECIES, x2i, i);
      re = re.add(xr2.mul(kr2).sub(xi2.mul(ki2)));
      im = im.add(xr2.fma(ki2, xi2.mul(kr2)));
      DoubleVector kr3 = DoubleVector.broadcast(SPECIES, h3r[k]);
      DoubleVector ki3 = DoubleVector.broadcast(SPECIES, h3i[k]);
      DoubleVector xr3 = DoubleVector.fromArray(SPECIES, x3r, i);
      DoubleVector xi3 = DoubleVector.fromArray(SPECIES, x3i, i);
      re = re.add(xr3.mul(kr3).sub(xi3.mul(ki3)));
      im = im.add(xr3.fma(ki3, xi3.mul(kr3)));
      re.intoArray(sumRe, i);
      im.intoArray(sumIm, i);
      i += LANES;
    }
  }
}
