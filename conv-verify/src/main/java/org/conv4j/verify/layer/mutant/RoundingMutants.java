package org.conv4j.verify.layer.mutant;

import java.util.List;
import java.util.function.UnaryOperator;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.verify.mutant.Flaw;

/** Right except for rounding, or for what is claimed of it. */
final class RoundingMutants {
  private RoundingMutants() {}

  static List<LayerMutant> all() {
    return List.of(
        mutant(
            "layer.rounding.float-sums",
            "Sums of doubles are kept as floats",
            Elements.results(Elements::single),
            "layer.exact"),
        mutant(
            "layer.rounding.float-weights",
            "The weights are packed as floats",
            Elements.weights(Elements::single),
            "layer.exact"),
        mutant(
            "layer.rounding.float-bias",
            "The bias is kept as floats",
            Right.bent(
                (x, w, b, o) ->
                    Right.DIRECT.convolve(x, w, b == null ? null : Elements.single(b), o)),
            "layer.bias"),
        mutant(
            "layer.rounding.half-weights",
            "The weights of layers of floats are packed in half precision",
            singles((x, w, b, o) -> Right.DIRECT.convolve(x, rounded(w, 13), b, o)),
            "layer.exact"),
        mutant(
            "layer.rounding.short-operands",
            "Operands of layers of floats keep 8 bits of 24, as matrix units like them",
            singles((x, w, b, o) -> Right.DIRECT.convolve(rounded(x, 16), rounded(w, 16), b, o)),
            "layer.exact"),
        mutant(
            "layer.rounding.winograd-componentwise",
            "Winograd's F(4, 3) is claimed to be componentwise accurate",
            singles(Transforms::winograd),
            "layer.exact"),
        mutant(
            "layer.rounding.fft-componentwise",
            "A layer through Fourier transforms is claimed to be componentwise accurate",
            Right.bent(Transforms::fft),
            "layer.exact"),
        mutant(
            "layer.rounding.naive-for-exact",
            "A plain sum of doubles is claimed to be exact",
            Right.bent(Right.DOUBLES.withAccuracy(Accuracy.EXACT), Right.DIRECT),
            "layer.exact"),
        mutant(
            "layer.rounding.beyond-bound",
            "Errors are four times the bound",
            Right.bent(RoundingMutants::beyond),
            "layer.exact"),
        mutant(
            "layer.rounding.by-threads",
            "With several threads each sums half of the input channels",
            new Right.Bent() {
              @Override
              public LayerConvolver withParallelism(int threads) {
                Right.DIRECT.withParallelism(threads); // refuses what is no number of threads
                return threads > 1 ? Right.bent(RoundingMutants::inHalves) : this;
              }
            },
            "layer.parallelism"));
  }

  private static LayerMutant mutant(
      String id, String mistake, LayerConvolver wrong, String... caughtBy) {
    return LayerMutant.of(Flaw.ROUNDING, id, mistake, wrong, caughtBy);
  }

  private static LayerConvolver singles(LayerConvolver wrong) {
    return Right.bent(Right.ofNumbers(DType.FLOAT32), wrong);
  }

  /** Floats without their lowest bits, rounded half up. */
  private static NdArray rounded(NdArray array, int bits) {
    float[] all = array.floats().clone();
    for (int i = 0; i < all.length; i++) {
      int rounded = Float.floatToRawIntBits(all[i]) + (1 << (bits - 1));
      all[i] = Float.isFinite(all[i]) ? Float.intBitsToFloat(rounded >> bits << bits) : all[i];
    }
    return NdArray.wrap(all, array.shape());
  }

  private static NdArray beyond(NdArray x, NdArray w, NdArray b, LayerOptions options) {
    UnaryOperator<NdArray> abs = a -> Elements.mapped(a, (index, value) -> Math.abs(value));
    NdArray bias = b == null ? null : abs.apply(b);
    NdArray magnitudes = Right.DIRECT.convolve(abs.apply(x), abs.apply(w), bias, options);
    double terms = Windows.geometry(x, w, options).terms() + 1.0;
    double factor = 4 * Accuracy.componentwiseFactor(DType.FLOAT64, terms);
    NdArray y = Right.DIRECT.convolve(x, w, b, options);
    return Elements.mapped(
        y,
        (index, value) -> {
          double error = factor * magnitudes.doubles()[Elements.offset(index, y.shape())];
          return value + Math.copySign(error, value);
        });
  }

  /** The sums over the first channels, and then those over the others. */
  private static NdArray inHalves(NdArray x, NdArray w, NdArray b, LayerOptions options) {
    int half = (w.shape().extent(1) + 1) / 2;
    NdArray first = Elements.along(w, 1, c -> c < half ? c : -1);
    NdArray others = Elements.along(w, 1, c -> c < half ? -1 : c);
    NdArray rest = Right.DIRECT.convolve(x, others, null, options);
    NdArray y = Right.DIRECT.convolve(x, first, b, options);
    return Elements.mapped(
        y, (index, value) -> value + rest.doubles()[Elements.offset(index, y.shape())]);
  }
}
