package org.conv4j.verify.layer.law;

import java.util.List;
import java.util.stream.IntStream;
import org.conv4j.api.DType;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Rounding;
import org.conv4j.api.Shape;
import org.conv4j.verify.law.Agreement;
import org.conv4j.verify.law.Violation;
import org.conv4j.verify.layer.operand.LayerOperands;
import org.conv4j.verify.layer.operand.LayerSpace;
import org.conv4j.verify.layer.oracle.LayerOracle;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.search.Drawing;

/** Sizes, and agreement with the exact sums. */
final class SumLaws {
  private SumLaws() {}

  static List<LayerLaw> all() {
    return List.of(
        LayerLaw.must(
            "layer.shape",
            "The result has the promoted type and as many outputs on each axis as windows fit.",
            SumLaws::shape),
        LayerLaw.must(
                "layer.exact",
                "Every element is within the bound of the claimed accuracy class of the exact sum,"
                    + " for every type, option and kind of values.",
                SumLaws::exact)
            .drawing(Drawing.KINDS),
        LayerLaw.must(
                "layer.sizes",
                "Every element is within the bound at awkward extents, kernels and numbers of"
                    + " channels, and for layers of textbooks and networks.",
                SumLaws::exact)
            .drawing(Drawing.SIZES),
        LayerLaw.must(
                "layer.integers", "Integer results are exact modulo 2^32 or 2^64.", SumLaws::exact)
            .on(
                LayerSpace.all()
                    .withDTypes(DType::isInteger)
                    .withRegimes(
                        Regime.INTEGERS,
                        Regime.WORDS,
                        Regime.EXTREMES,
                        Regime.LEAST,
                        Regime.WHOLE12,
                        Regime.WHOLE15,
                        Regime.WHOLE26,
                        Regime.WHOLE31)));
  }

  private static void exact(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray w = operands.weights();
    NdArray b = operands.biasOrNull();
    LayerOptions options = operands.options();
    Agreement.within(
        subject,
        LayerOracle.convolve(x, w, b, options).exact(),
        subject.convolve(x, w, b, options));
  }

  private static void shape(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray w = operands.weights();
    LayerOptions options = operands.options();
    LayerGeometry geometry = operands.geometry();
    int[] canonical = new int[x.rank()];
    canonical[0] = x.shape().extent(0);
    canonical[1] = w.shape().extent(0);
    for (int a = 0; a < geometry.spatialRank(); a++) {
      canonical[a + 2] = windows(geometry.axis(a), options);
    }
    Shape counted = Canonical.shape(options.layout(), canonical);
    NdArray got =
        subject.made(
            LayerSubject.call("convolve", x.shape(), w.shape(), options),
            () -> subject.layers().convolve(x.copy(), w.copy(), operands.biasOrNull(), options));
    if (!got.shape().equals(counted)) {
      throw new Violation(
          "the result has shape " + got.shape() + ", but windows fit for " + counted);
    }
    if (got.dtype() != x.dtype()) {
      throw new Violation(
          "the result has type "
              + got.dtype().numpyName()
              + ", the operands have "
              + x.dtype().numpyName());
    }
  }

  /** The number of windows, counted one by one. */
  static int windows(LayerAxis axis, LayerOptions options) {
    if (options.padding().isSame()) {
      return (int) IntStream.range(0, axis.input()).filter(i -> i % axis.stride() == 0).count();
    }
    int end = axis.before() + axis.input() + axis.after();
    int count = 0;
    int start = 0;
    for (; start + axis.window() <= end; start += axis.stride()) {
      count++;
    }
    boolean lacking = start - axis.stride() + axis.window() < end;
    boolean more = options.rounding() == Rounding.UP && lacking;
    return more && start < axis.before() + axis.input() ? count + 1 : count;
  }
}
