package org.conv4j.verify.layer.mutant;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.NonFinite;
import org.conv4j.api.Shape;
import org.conv4j.verify.law.Moves;
import org.conv4j.verify.mutant.Flaw;

/** NaN and infinities, which must stay where they are, and subnormal numbers. */
final class NonFiniteMutants {
  private static final LayerCapabilities LOCAL = Right.DOUBLES.withNonFinite(NonFinite.LOCAL);

  /** Keeps what it claims of NaN and infinities. */
  static final LayerConvolver RIGHT = literal((w, x) -> w * x);

  private NonFiniteMutants() {}

  static List<LayerMutant> all() {
    return List.of(
        mutant(
            "layer.nonfinite.zero-taps-skipped",
            "Weights of zero are left out, also where they meet NaN",
            literal((w, x) -> w == 0 ? 0 : w * x)),
        mutant(
            "layer.nonfinite.nan-is-zero",
            "NaN is taken for a missing element",
            literal((w, x) -> Double.isNaN(x) ? 0 : w * x),
            "layer.nan.kept"),
        LayerMutant.of(
            Flaw.RANGE,
            "layer.subnormal.input-is-zero",
            "Subnormal numbers of the input are taken for zeros",
            Right.bent((x, w, b, o) -> Right.DIRECT.convolve(flushed(x), w, b, o)),
            "layer.subnormal"),
        LayerMutant.of(
            Flaw.RANGE,
            "layer.subnormal.weights-are-zero",
            "Subnormal weights are taken for zeros",
            Right.bent((x, w, b, o) -> Right.DIRECT.convolve(x, flushed(w), b, o)),
            "layer.subnormal"),
        LayerMutant.of(
            Flaw.RANGE,
            "layer.subnormal.result-is-zero",
            "Subnormal results become zeros",
            Right.bent((x, w, b, o) -> flushed(Right.DIRECT.convolve(x, w, b, o))),
            "layer.subnormal"),
        swallowed(
            "layer.nan.input-is-zero",
            "NaN in the input is taken for zero, and nothing is claimed of it",
            (x, w, b, o) -> Right.DIRECT.convolve(cleared(x), w, b, o)),
        swallowed(
            "layer.nan.weights-are-zero",
            "NaN in the weights is taken for zero, and nothing is claimed of it",
            (x, w, b, o) -> Right.DIRECT.convolve(x, cleared(w), b, o)),
        swallowed(
            "layer.nan.bias-is-zero",
            "A bias that is NaN is not added, and nothing is claimed of it",
            (x, w, b, o) -> Right.DIRECT.convolve(x, w, b == null ? null : cleared(b), o)),
        swallowed(
            "layer.nan.clipped",
            "Outputs are clipped to the largest numbers by comparisons, which NaN fails",
            (x, w, b, o) ->
                Elements.mapped(
                    Right.DIRECT.convolve(x, w, b, o),
                    (index, y) -> y < Double.MAX_VALUE ? y : Double.MAX_VALUE)),
        mutant(
            "layer.nonfinite.spread",
            "One NaN in an item makes NaN of all outputs of that item, as a transform does",
            Right.bent(LOCAL, NonFiniteMutants::spread)),
        mutant(
            "layer.nonfinite.tile",
            "One output that is not finite makes NaN of the four outputs of its tile",
            Right.bent(LOCAL, NonFiniteMutants::spoiledTiles)),
        mutant(
            "layer.nonfinite.clamped",
            "Infinite outputs become the largest finite number",
            Right.bent(
                LOCAL,
                (x, w, b, o) ->
                    Elements.mapped(
                        RIGHT.convolve(x, w, b, o),
                        (index, y) ->
                            Double.isInfinite(y) ? Math.copySign(Double.MAX_VALUE, y) : y))));
  }

  private static LayerMutant mutant(
      String id, String mistake, LayerConvolver wrong, String... more) {
    List<String> killers = new ArrayList<>(List.of("layer.nonfinite.local"));
    killers.addAll(List.of(more));
    return LayerMutant.of(Flaw.RANGE, id, mistake, wrong, killers.toArray(new String[0]));
  }

  private static LayerMutant swallowed(String id, String mistake, LayerConvolver wrong) {
    return LayerMutant.of(Flaw.RANGE, id, mistake, Right.bent(wrong), "layer.nan.kept");
  }

  private static NdArray flushed(NdArray array) {
    return Elements.mapped(
        array, (index, value) -> Math.abs(value) < Double.MIN_NORMAL ? 0 : value);
  }

  private static NdArray cleared(NdArray array) {
    return Elements.mapped(array, (index, value) -> Double.isNaN(value) ? 0 : value);
  }

  /** The sum over the taps that meet the input, with products of their own. */
  private static LayerConvolver literal(DoubleBinaryOperator product) {
    return Right.bent(LOCAL, (x, w, b, o) -> sums(product, x, w, b, o));
  }

  private static NdArray sums(
      DoubleBinaryOperator product, NdArray x, NdArray w, NdArray b, LayerOptions options) {
    LayerGeometry layer = Windows.geometry(x, w, options);
    int inputs = w.shape().extent(1);
    int outputs = layer.outputChannels() / options.groups();
    int channelAxis = options.layout().channelAxis(x.rank());
    Shape filter = Elements.with(w.shape(), 0, 1);
    return Elements.mapped(
        NdArray.zeros(x.dtype(), layer.output()),
        (output, zero) -> {
          int m = output[channelAxis];
          List<double[]> factors = new ArrayList<>();
          factors.add(new double[] {1, b == null ? 0 : b.get(m)});
          int[] tap = new int[w.rank()];
          for (int i = 0; i < filter.size(); i++) {
            Moves.unravel(i, filter, tap);
            int[] at = output.clone();
            at[channelAxis] = m / outputs * inputs + tap[1];
            for (int a = 0; a < layer.spatialRank(); a++) {
              int spatial = options.layout().spatialAxis(a);
              at[spatial] = layer.axis(a).inputIndex(output[spatial], tap[a + 2]);
            }
            int from = Elements.offset(at, x.shape());
            if (from >= 0) {
              factors.add(new double[] {w.doubles()[m * filter.size() + i], x.doubles()[from]});
            }
          }
          return sum(product, factors);
        });
  }

  /** Of finite terms, also if it overflows on the way. */
  private static double sum(DoubleBinaryOperator product, List<double[]> factors) {
    double sum = 0;
    for (double[] term : factors) {
      sum += product.applyAsDouble(term[0], term[1]);
    }
    boolean finite = factors.stream().allMatch(t -> Double.isFinite(t[0]) && Double.isFinite(t[1]));
    if (Double.isFinite(sum) || !finite) {
      return sum;
    }
    return factors.stream()
        .map(term -> new BigDecimal(term[0]).multiply(new BigDecimal(term[1])))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  private static NdArray spread(NdArray x, NdArray w, NdArray b, LayerOptions options) {
    NdArray y = RIGHT.convolve(x, w, b, options);
    int item = x.size() / x.shape().extent(0);
    return Elements.mapped(
        y,
        (index, value) -> {
          double result = value;
          for (int i = index[0] * item; i < (index[0] + 1) * item; i++) {
            result = Double.isNaN(x.doubles()[i]) ? Double.NaN : result;
          }
          return result;
        });
  }

  /** Tiles are four neighbours along the last axis in memory. */
  private static NdArray spoiledTiles(NdArray x, NdArray w, NdArray b, LayerOptions options) {
    NdArray y = RIGHT.convolve(x, w, b, options);
    double[] right = y.doubles().clone();
    int row = y.shape().extent(y.rank() - 1);
    for (int i = 0; i < right.length; i++) {
      int tile = i / row * row + i % row / 4 * 4;
      for (int k = tile; k < Math.min(tile + 4, i / row * row + row); k++) {
        y.doubles()[i] = Double.isFinite(right[k]) ? y.doubles()[i] : Double.NaN;
      }
    }
    return y;
  }
}
