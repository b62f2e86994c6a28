package org.conv4j.verify.layer.mutant;

import java.util.List;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.NdArray;
import org.conv4j.verify.mutant.Flaw;

/** Complex layers, and operands of two types. */
final class TypeMutants {
  private TypeMutants() {}

  static List<LayerMutant> ofComplex() {
    return List.of(
        complex(
            "layer.complex.conjugated",
            "The weights are conjugated",
            (x, w, b, o) -> Right.DIRECT.convolve(x, w.conjugate(), b, o),
            "layer.complex.parts",
            "layer.exact"),
        complex(
            "layer.complex.sign",
            "The products that make the imaginary part are subtracted from each other",
            (x, w, b, o) ->
                joined(
                    Right.DIRECT.convolve(x, w, b, o).real(),
                    Right.DIRECT.convolve(x.conjugate(), w, b, o).imaginary()),
            "layer.complex.parts",
            "layer.exact"),
        complex(
            "layer.complex.parts-apart",
            "Real and imaginary parts are two real layers",
            (x, w, b, o) ->
                joined(
                    Right.DIRECT.convolve(x.real(), w.real(), part(b, true), o),
                    Right.DIRECT.convolve(x.imaginary(), w.imaginary(), part(b, false), o)),
            "layer.complex.parts",
            "layer.exact"),
        complex(
            "layer.complex.bias-real",
            "The imaginary part of the bias is lost",
            (x, w, b, o) ->
                Right.DIRECT.convolve(x, w, b == null ? null : b.real().cast(b.dtype()), o),
            "layer.bias",
            "layer.complex.parts"),
        complex(
            "layer.complex.bias-of-both",
            "Each of the real layers that make a complex one adds its bias",
            (x, w, b, o) -> Right.DIRECT.convolve(x, w, b == null ? null : ofBoth(b), o),
            "layer.bias",
            "layer.complex.parts"));
  }

  static List<LayerMutant> ofPromotion() {
    return List.of(
        promoted(
            "layer.promotion.type-of-input",
            "The result has the type of the input",
            (x, w, b, o) -> {
              NdArray y = Right.DIRECT.convolve(x, w, b, o);
              boolean lost = y.dtype().isComplex() && !x.dtype().isComplex();
              return (lost ? y.real() : y).cast(x.dtype());
            }),
        promoted(
            "layer.promotion.weights-cast",
            "The weights are cast to the type of the input first",
            (x, w, b, o) -> {
              boolean lost = w.dtype().isComplex() && !x.dtype().isComplex();
              NdArray cast = (lost ? w.real() : w).cast(x.dtype());
              NdArray all = cast.cast(DType.promote(x.dtype(), w.dtype()));
              return Right.DIRECT.convolve(x.cast(all.dtype()), all, b, o);
            }),
        promoted(
            "layer.promotion.integers-as-floats",
            "Integers and floats are summed as floats",
            (x, w, b, o) -> {
              boolean one = x.dtype() == DType.FLOAT32 && w.dtype().isInteger();
              boolean other = w.dtype() == DType.FLOAT32 && x.dtype().isInteger();
              if (!one && !other) {
                return Right.DIRECT.convolve(x, w, b, o);
              }
              NdArray bias = b == null ? null : b.cast(DType.FLOAT32);
              NdArray y =
                  Right.DIRECT.convolve(x.cast(DType.FLOAT32), w.cast(DType.FLOAT32), bias, o);
              return y.cast(DType.FLOAT64);
            }),
        promoted(
            "layer.promotion.refused",
            "Operands of two types are claimed and refused",
            (x, w, b, o) -> {
              if (x.dtype() != w.dtype()) {
                throw new IllegalArgumentException(x.dtype() + " and " + w.dtype());
              }
              return Right.DIRECT.convolve(x, w, b, o);
            }));
  }

  private static LayerMutant complex(
      String id, String mistake, LayerConvolver wrong, String... caughtBy) {
    LayerConvolver layers =
        Right.bent(
            Right.ofNumbers(DType.FLOAT64, DType.COMPLEX128),
            (x, w, b, o) ->
                (x.dtype().isComplex() || w.dtype().isComplex() ? wrong : Right.DIRECT)
                    .convolve(x, w, b, o));
    return LayerMutant.of(Flaw.TYPE, id, mistake, layers, caughtBy);
  }

  private static LayerMutant promoted(String id, String mistake, LayerConvolver wrong) {
    LayerConvolver layers = Right.bent(Right.ofNumbers(DType.values()), wrong);
    return LayerMutant.of(Flaw.TYPE, id, mistake, layers, "layer.promotion");
  }

  private static NdArray joined(NdArray real, NdArray imaginary) {
    return NdArray.wrapComplex(real.doubles(), imaginary.doubles(), real.shape());
  }

  /** From {@code br + bi i} to {@code (br - bi) + (br + bi) i}. */
  private static NdArray ofBoth(NdArray b) {
    double[] re = b.real().doubles();
    double[] im = b.imaginary().doubles();
    return joined(
        Elements.mapped(b.real(), (index, value) -> value - im[index[0]]),
        Elements.mapped(b.imaginary(), (index, value) -> value + re[index[0]]));
  }

  private static NdArray part(NdArray bias, boolean real) {
    if (bias == null) {
      return null;
    }
    return real ? bias.real() : bias.imaginary();
  }
}
