package org.conv4j.verify.law;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.NonFinite;
import org.conv4j.direct.DirectConvolver;

/** Right on doubles of ordinary size, wrong on other types or at the ends of the range. */
final class WrongTypes {
  private static final Convolver RIGHT = new DirectConvolver();
  private static final Capabilities ALL = RIGHT.capabilities();
  private static final Capabilities LOCAL =
      Capabilities.basic().withAccuracy(Accuracy.COMPONENTWISE).withNonFinite(NonFinite.LOCAL);

  private WrongTypes() {}

  static List<Wrong> all() {
    return List.of(
        Wrong.of(
            "integers are summed as doubles",
            Wrong.claiming(ALL, WrongTypes::integersAsDoubles),
            "integers.wrap"),
        Wrong.of(
            "the kernel is conjugated, as in correlation",
            Wrong.claiming(ALL, (in1, in2, mode) -> RIGHT.convolve(in1, in2.conjugate(), mode)),
            "complex.parts",
            "exact"),
        Wrong.of(
            "imaginary parts lose their sign",
            Wrong.claiming(ALL, WrongTypes::positiveImaginary),
            "complex.conjugate",
            "complex.parts"),
        Wrong.of(
            "operands of two types are both taken for the narrower",
            Wrong.claiming(ALL, WrongTypes::narrower),
            "promotion"),
        Wrong.of("correlating only conjugates", new Unreversed(), "correlate"),
        Wrong.of(
            "results pass a power of two on the way",
            Wrong.claiming(
                LOCAL,
                (in1, in2, mode) ->
                    scaled(Wrong.RIGHT.convolve(in1, in2, mode), 0x1p500, 0x1p-500)),
            "range"),
        Wrong.of(
            "the signal is scaled by a fixed power of two first",
            Wrong.claiming(
                LOCAL,
                (in1, in2, mode) ->
                    scaled(Wrong.RIGHT.convolve(scaled(in1, 0x1p300, 1), in2, mode), 1, 0x1p-300)),
            "scale.range"),
        Wrong.of(
            "subnormal results become zero",
            Wrong.claiming(
                LOCAL,
                (in1, in2, mode) -> scaled(Wrong.RIGHT.convolve(in1, in2, mode), 0x1p-60, 0x1p60)),
            "range"),
        Wrong.of(
            "one NaN spoils the whole result",
            Wrong.claiming(LOCAL, WrongTypes::spreading),
            "nonfinite.local"),
        Wrong.of(
            "infinities become the largest number",
            Wrong.claiming(LOCAL, WrongTypes::saturating),
            "nonfinite.local"));
  }

  private static NdArray integersAsDoubles(NdArray in1, NdArray in2, Mode mode) {
    DType dtype = DType.promote(in1.dtype(), in2.dtype());
    return dtype.isInteger()
        ? RIGHT.convolve(in1.cast(DType.FLOAT64), in2.cast(DType.FLOAT64), mode).cast(dtype)
        : RIGHT.convolve(in1, in2, mode);
  }

  private static NdArray positiveImaginary(NdArray in1, NdArray in2, Mode mode) {
    NdArray y = RIGHT.convolve(in1, in2, mode);
    if (y.dtype() == DType.COMPLEX128) {
      double[] imaginary = y.imaginary().doubles();
      Arrays.setAll(imaginary, i -> Math.abs(imaginary[i]));
    }
    return y;
  }

  private static NdArray narrower(NdArray in1, NdArray in2, Mode mode) {
    DType dtype = DType.promote(in1.dtype(), in2.dtype());
    boolean floats = in1.dtype() == DType.FLOAT32 || in2.dtype() == DType.FLOAT32;
    return floats && dtype == DType.FLOAT64
        ? RIGHT.convolve(in1.cast(DType.FLOAT32), in2.cast(DType.FLOAT32), mode).cast(dtype)
        : RIGHT.convolve(in1, in2, mode);
  }

  private static NdArray scaled(NdArray y, double there, double back) {
    return Wrong.combine(y, y, (v, same) -> v * there * back);
  }

  private static NdArray spreading(NdArray in1, NdArray in2, Mode mode) {
    NdArray y = Wrong.RIGHT.convolve(in1, in2, mode);
    boolean spoilt = Arrays.stream(y.doubles()).anyMatch(Double::isNaN);
    return spoilt ? Wrong.combine(y, y, (v, same) -> Double.NaN) : y;
  }

  private static NdArray saturating(NdArray in1, NdArray in2, Mode mode) {
    NdArray y = Wrong.RIGHT.convolve(in1, in2, mode);
    return Wrong.combine(
        y, y, (v, same) -> Double.isInfinite(v) ? Math.copySign(Double.MAX_VALUE, v) : v);
  }

  private static final class Unreversed implements Convolver {
    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      return Wrong.RIGHT.convolve(in1, in2, mode);
    }

    @Override
    public NdArray correlate(NdArray in1, NdArray in2, Mode mode) {
      return convolve(in1, in2.conjugate(), mode);
    }
  }
}
