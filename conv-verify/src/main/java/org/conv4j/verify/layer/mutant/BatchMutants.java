package org.conv4j.verify.layer.mutant;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.verify.law.Moves;
import org.conv4j.verify.mutant.Flaw;

/** Several items in one batch. */
final class BatchMutants {
  private BatchMutants() {}

  static List<LayerMutant> all() {
    return List.of(
        mutant(
            "layer.batch.first-for-all",
            "Every item is computed from the first",
            Elements.inputs(x -> items(x, n -> 0)),
            "layer.batch",
            "layer.exact"),
        mutant(
            "layer.batch.reversed",
            "Items come out in reverse order",
            Elements.results(y -> Elements.flipped(y, 0)),
            "layer.batch",
            "layer.exact"),
        mutant(
            "layer.batch.only-first",
            "Only the first item is computed",
            Elements.results(y -> items(y, n -> n == 0 ? 0 : -1)),
            "layer.batch",
            "layer.exact"),
        mutant(
            "layer.batch.last-lost",
            "The last of several items is not computed",
            Elements.results(
                y -> {
                  int last = Math.max(1, y.shape().extent(0) - 1);
                  return items(y, n -> n < last ? n : -1);
                }),
            "layer.batch",
            "layer.exact"),
        mutant(
            "layer.batch.summed",
            "Every item of the output is the sum over the batch",
            Elements.inputs(
                x -> {
                  int batch = x.shape().extent(0);
                  NdArray sum = NdArray.zeros(x.dtype(), x.shape());
                  for (int shift = 0; shift < batch; shift++) {
                    int by = shift;
                    double[] next = items(x, n -> (n + by) % batch).doubles();
                    for (int i = 0; i < next.length; i++) {
                      sum.doubles()[i] += next[i];
                    }
                  }
                  return sum;
                }),
            "layer.batch",
            "layer.exact"),
        mutant(
            "layer.batch.channels-outside",
            "Outputs are written channel by channel, and the items of each",
            Elements.results(
                y -> {
                  int[] axes = Elements.exchanged(y.rank(), 0, 1);
                  return Elements.permuted(y, axes).reshape(y.shape());
                }),
            "layer.batch",
            "layer.exact"),
        mutant(
            "layer.batch.as-far-as-outputs",
            "Items of the input are taken to be as far apart as those of the output",
            Right.bent(BatchMutants::asFarAsOutputs),
            "layer.batch",
            "layer.exact"));
  }

  private static LayerMutant mutant(
      String id, String mistake, LayerConvolver wrong, String... caughtBy) {
    return LayerMutant.of(Flaw.BATCH, id, mistake, wrong, caughtBy);
  }

  private static NdArray items(NdArray array, IntUnaryOperator source) {
    return Elements.along(array, 0, source);
  }

  private static NdArray asFarAsOutputs(NdArray x, NdArray w, NdArray b, LayerOptions options) {
    LayerGeometry layer = Windows.geometry(x, w, options);
    int item = x.size() / layer.batch();
    int apart = layer.output().size() / layer.batch();
    NdArray moved =
        Elements.gather(
            x,
            x.shape(),
            index -> {
              int at = Elements.offset(index, x.shape());
              Moves.unravel((at / item * apart + at % item) % x.size(), x.shape(), index);
              return true;
            });
    return Right.DIRECT.convolve(moved, w, b, options);
  }
}
