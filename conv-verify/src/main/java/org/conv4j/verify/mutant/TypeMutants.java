package org.conv4j.verify.mutant;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;

/** Right on doubles, wrong on complex data or on operands of two types. */
final class TypeMutants {
  private static final Convolver RIGHT = Right.DIRECT;

  private TypeMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "complex.kernel-conjugated",
            "The kernel is conjugated, as in correlation",
            all((in1, in2, mode) -> RIGHT.convolve(in1, in2.conjugate(), mode)),
            "complex.parts",
            "exact"),
        mutant(
            "complex.result-conjugated",
            "The result is conjugated, as by a forward transform for the inverse one",
            all((in1, in2, mode) -> RIGHT.convolve(in1, in2, mode).conjugate()),
            "complex.parts",
            "exact"),
        mutant(
            "complex.imaginary-positive",
            "Imaginary parts lose their sign",
            all(TypeMutants::positiveImaginary),
            "complex.conjugate",
            "complex.parts"),
        mutant(
            "complex.imaginary-dropped",
            "The imaginary part of the kernel is dropped",
            all(
                (in1, in2, mode) ->
                    in2.dtype().isComplex()
                        ? RIGHT.convolve(in1, in2.real().cast(in2.dtype()), mode)
                        : RIGHT.convolve(in1, in2, mode)),
            "complex.parts",
            "exact"),
        mutant(
            "complex.imaginary-dropped.single",
            "The imaginary part of a single-precision result is dropped",
            all(
                (in1, in2, mode) -> {
                  NdArray y = RIGHT.convolve(in1, in2, mode);
                  return y.dtype() == DType.COMPLEX64 ? y.real().cast(y.dtype()) : y;
                }),
            "complex.parts",
            "exact"),
        mutant(
            "complex.sign",
            "The real part is ac + bd instead of ac - bd",
            all(TypeMutants::addedReal),
            "complex.parts",
            "exact"),
        mutant(
            "complex.cross-term",
            "The imaginary part misses one of its two products",
            all(TypeMutants::oneCrossTerm),
            "complex.parts",
            "exact"),
        mutant(
            "complex.real-kernel",
            "With a real kernel, the imaginary part of the signal is dropped",
            all(
                (in1, in2, mode) -> {
                  NdArray y = RIGHT.convolve(in1, in2, mode);
                  return in1.dtype().isComplex() && !in2.dtype().isComplex()
                      ? y.real().cast(y.dtype())
                      : y;
                }),
            "promotion"),
        mutant(
            "promotion.narrower",
            "Operands of two types are both taken for the narrower",
            all(TypeMutants::narrower),
            "promotion"),
        mutant(
            "promotion.first",
            "The result has the type of the first operand",
            all((in1, in2, mode) -> castTo(in1.dtype(), RIGHT.convolve(in1, in2, mode))),
            "promotion"),
        mutant(
            "promotion.long-float",
            "64-bit integers and floats give floats",
            all(
                (in1, in2, mode) -> {
                  NdArray y = RIGHT.convolve(in1, in2, mode);
                  boolean single = in1.dtype() == DType.FLOAT32 || in2.dtype() == DType.FLOAT32;
                  boolean integer = in1.dtype() == DType.INT64 || in2.dtype() == DType.INT64;
                  return single && integer ? y.cast(DType.FLOAT32) : y;
                }),
            "promotion"),
        mutant(
            "promotion.long-truncated",
            "64-bit integers pass through 32 bits on their way to a floating-point type",
            all(
                (in1, in2, mode) -> {
                  NdArray y = RIGHT.convolve(in1, in2, mode);
                  boolean mixed = in1.dtype() == DType.INT64 && !in2.dtype().isInteger();
                  return mixed
                      ? RIGHT.convolve(in1.cast(DType.INT32), in2, mode).cast(y.dtype())
                      : y;
                }),
            "promotion"),
        mutant(
            "promotion.fraction-lost",
            "A floating-point kernel is cast to the integers of the signal",
            all(
                (in1, in2, mode) -> {
                  NdArray y = RIGHT.convolve(in1, in2, mode);
                  boolean mixed =
                      in1.dtype().isInteger()
                          && y.dtype() == DType.FLOAT64
                          && in2.dtype() == DType.FLOAT64;
                  return mixed
                      ? RIGHT.convolve(in1, in2.cast(in1.dtype()), mode).cast(y.dtype())
                      : y;
                }),
            "promotion"),
        mutant(
            "promotion.complex-single",
            "Single-precision complex data and doubles give single precision",
            all(
                (in1, in2, mode) -> {
                  NdArray y = RIGHT.convolve(in1, in2, mode);
                  boolean single = in1.dtype() == DType.COMPLEX64 || in2.dtype() == DType.COMPLEX64;
                  return single ? y.cast(DType.COMPLEX64) : y;
                }),
            "promotion"));
  }

  private static Mutant mutant(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Flaw.TYPE, id, mistake, wrong, caughtBy);
  }

  /** Claims all types; what is to be refused is refused first. */
  private static Convolver all(Convolver wrong) {
    return Right.claiming(
        Right.EVERYTHING,
        (in1, in2, mode) -> {
          Right.EVERYTHING.admit(in1, in2, mode);
          return wrong.convolve(in1, in2, mode);
        });
  }

  private static NdArray castTo(DType dtype, NdArray y) {
    return y.dtype().isComplex() && !dtype.isComplex() ? y.real().cast(dtype) : y.cast(dtype);
  }

  private static NdArray positiveImaginary(NdArray in1, NdArray in2, Mode mode) {
    NdArray y = RIGHT.convolve(in1, in2, mode);
    if (y.dtype() == DType.COMPLEX128) {
      double[] imaginary = y.imaginary().doubles();
      Arrays.setAll(imaginary, i -> Math.abs(imaginary[i]));
    }
    return y;
  }

  private static NdArray addedReal(NdArray in1, NdArray in2, Mode mode) {
    NdArray y = RIGHT.convolve(in1, in2, mode);
    if (y.dtype() != DType.COMPLEX128) {
      return y;
    }
    NdArray conjugated = RIGHT.convolve(in1, in2.conjugate(), mode);
    return NdArray.wrapComplex(conjugated.real().doubles(), y.imaginary().doubles(), y.shape());
  }

  private static NdArray oneCrossTerm(NdArray in1, NdArray in2, Mode mode) {
    NdArray y = RIGHT.convolve(in1, in2, mode);
    if (y.dtype() != DType.COMPLEX128 || !in1.dtype().isComplex()) {
      return y;
    }
    NdArray crossed = RIGHT.convolve(in1.real(), in2, mode).cast(DType.COMPLEX128);
    return NdArray.wrapComplex(y.real().doubles(), crossed.imaginary().doubles(), y.shape());
  }

  private static NdArray narrower(NdArray in1, NdArray in2, Mode mode) {
    DType dtype = DType.promote(in1.dtype(), in2.dtype());
    boolean floats = in1.dtype() == DType.FLOAT32 || in2.dtype() == DType.FLOAT32;
    return floats && dtype == DType.FLOAT64
        ? RIGHT.convolve(in1.cast(DType.FLOAT32), in2.cast(DType.FLOAT32), mode).cast(dtype)
        : RIGHT.convolve(in1, in2, mode);
  }
}
