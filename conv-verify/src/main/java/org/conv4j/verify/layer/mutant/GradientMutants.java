package org.conv4j.verify.layer.mutant;

import java.util.List;
import java.util.stream.IntStream;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.mutant.Flaw;

/** Right layers, and wrong gradients. */
final class GradientMutants {
  /** What {@link LayerConvolver#inputGradient} does. */
  private interface OfInput {
    NdArray gradient(NdArray dy, NdArray w, Shape input, LayerOptions options);
  }

  /** What {@link LayerConvolver#weightGradient} does. */
  private interface OfWeights {
    NdArray gradient(NdArray x, NdArray dy, Shape weights, LayerOptions options);
  }

  /** What {@link LayerConvolver#biasGradient} does. */
  private interface OfBias {
    NdArray gradient(NdArray dy, LayerOptions options);
  }

  private GradientMutants() {}

  static List<LayerMutant> all() {
    return List.of(
        ofInput(
            "layer.gradient.input.same-wrong-side",
            "The odd zero of SAME is taken to be on the other side",
            (dy, w, input, o) ->
                Right.BASE.inputGradient(dy, w, input, TransposedMutants.otherSame(o))),
        ofInput(
            "layer.gradient.input.reach",
            "The gradient of the input ends where the last window does",
            GradientMutants::cutAtReach),
        ofInput(
            "layer.gradient.input.not-reversed",
            "The kernel is not reversed",
            (dy, w, input, o) ->
                Right.BASE.inputGradient(dy, Elements.reversedKernel(w), input, o)),
        ofInput(
            "layer.gradient.input.dilation-ignored",
            "The gradient of the input is that of a kernel without dilation",
            (dy, w, input, o) ->
                windows(input, w.shape(), o, GradientMutants::undilated).added(dy, w)),
        ofInput(
            "layer.gradient.input.assigned",
            "Of overlapping windows, the last one makes the gradient of the input",
            (dy, w, input, o) -> windows(input, w.shape(), o, Windows::right).assigned(dy, w)),
        ofInput(
            "layer.gradient.input.first-group",
            "The gradient of the input is that of filters of the first group",
            (dy, w, input, o) -> {
              int outputs = w.shape().extent(0) / o.groups();
              return Right.BASE.inputGradient(dy, Elements.along(w, 0, m -> m % outputs), input, o);
            }),
        ofWeights(
            "layer.gradient.weights.last-item",
            "The last of several items of the batch is left out",
            (x, dy, weights, o) -> {
              int last = Math.max(1, dy.shape().extent(0) - 1);
              NdArray others = Elements.along(dy, 0, n -> n < last ? n : -1);
              return Right.BASE.weightGradient(x, others, weights, o);
            }),
        ofWeights(
            "layer.gradient.weights.averaged",
            "The gradient of the weights is averaged over the batch",
            (x, dy, weights, o) -> {
              int batch = dy.shape().extent(0);
              return Elements.mapped(
                  Right.BASE.weightGradient(x, dy, weights, o), (index, value) -> value / batch);
            }),
        ofWeights(
            "layer.gradient.weights.stride-for-dilation",
            "Stride and dilation are not exchanged",
            (x, dy, weights, o) ->
                windows(
                        x.shape(),
                        weights,
                        o,
                        (layer, a, output, t) -> {
                          LayerAxis axis = layer.axis(a);
                          return output * axis.dilation() + t * axis.stride() - axis.before();
                        })
                    .weightGradient(x, dy)),
        ofWeights(
            "layer.gradient.weights.reversed",
            "The gradient is that of a reversed kernel",
            (x, dy, weights, o) ->
                Elements.reversedKernel(Right.BASE.weightGradient(x, dy, weights, o))),
        ofWeights(
            "layer.gradient.weights.kernel-transposed",
            "Taps are written column by column",
            (x, dy, weights, o) -> {
              NdArray right = Right.BASE.weightGradient(x, dy, weights, o);
              int rank = weights.rank();
              int[] axes = IntStream.range(0, rank).map(i -> i < 2 ? i : rank + 1 - i).toArray();
              return Elements.permuted(right, axes).reshape(weights);
            }),
        ofWeights(
            "layer.gradient.weights.padding-ignored",
            "The input has its zeros at the end",
            (x, dy, weights, o) ->
                windows(
                        x.shape(),
                        weights,
                        o,
                        (layer, a, output, t) -> {
                          LayerAxis axis = layer.axis(a);
                          return output * axis.stride() + t * axis.dilation();
                        })
                    .weightGradient(x, dy)),
        ofBias(
            "layer.gradient.bias.averaged",
            "The gradient of the bias is averaged over the batch",
            (dy, o) -> {
              int batch = dy.shape().extent(0);
              return Elements.mapped(
                  Right.BASE.biasGradient(dy, o), (index, value) -> value / batch);
            }),
        ofBias(
            "layer.gradient.bias.first-item",
            "Only the first item of the batch counts",
            (dy, o) -> Right.BASE.biasGradient(Elements.along(dy, 0, n -> n == 0 ? 0 : -1), o)),
        ofBias(
            "layer.gradient.bias.of-all",
            "All channels get the sum over all channels",
            (dy, o) -> {
              NdArray right = Right.BASE.biasGradient(dy, o);
              return Elements.mapped(
                  right,
                  (index, value) -> {
                    double sum = 0;
                    for (double one : right.doubles()) {
                      sum += one;
                    }
                    return sum;
                  });
            }),
        ofBias(
            "layer.gradient.bias.last-axis",
            "The sums are taken along the last axis, whatever the layout",
            (dy, o) -> {
              NdArray right = Right.BASE.biasGradient(dy, o);
              int last = dy.rank() - 1;
              NdArray sums = NdArray.zeros(right.dtype(), right.shape());
              Elements.mapped(
                  dy, (index, value) -> sums.doubles()[index[last] % sums.size()] += value);
              return sums;
            }),
        ofInput(
            "layer.gradient.sizes.filter-17",
            "The gradient of the input leaves out the filters of a group from the 17th on",
            (dy, w, input, o) -> {
              int outputs = w.shape().extent(0) / o.groups();
              NdArray first = Elements.along(w, 0, m -> m % outputs < 16 ? m : -1);
              return Right.BASE.inputGradient(dy, first, input, o);
            },
            "layer.gradient.sizes"),
        ofInput(
            "layer.gradient.sizes.columns-behind-sixteen",
            "In rows of more than 16 inputs, those behind the last 16 get no gradient",
            (dy, w, input, o) -> {
              int axis = o.layout().spatialAxis(input.rank() - 3);
              int columns = input.extent(axis);
              return Elements.mapped(
                  Right.BASE.inputGradient(dy, w, input, o),
                  (index, value) -> columns < 16 || index[axis] < columns / 16 * 16 ? value : 0);
            },
            "layer.gradient.sizes"),
        ofWeights(
            "layer.gradient.sizes.item-17",
            "The gradient of the weights leaves out the items of a batch from the 17th on",
            (x, dy, weights, o) -> {
              NdArray first = Elements.along(dy, 0, n -> n < 16 ? n : -1);
              return Right.BASE.weightGradient(x, first, weights, o);
            },
            "layer.gradient.sizes"));
  }

  private static LayerMutant ofInput(String id, String mistake, OfInput wrong) {
    return ofInput(id, mistake, wrong, "layer.adjoint.input");
  }

  private static LayerMutant ofInput(String id, String mistake, OfInput wrong, String caughtBy) {
    LayerConvolver layers =
        new Right.Bent() {
          @Override
          public NdArray inputGradient(
              NdArray outputGradient, NdArray weights, Shape inputShape, LayerOptions options) {
            super.inputGradient(outputGradient, weights, inputShape, options);
            return wrong.gradient(outputGradient, weights, inputShape, options);
          }
        };
    return LayerMutant.of(Flaw.GRADIENT, id, mistake, layers, caughtBy);
  }

  private static LayerMutant ofWeights(String id, String mistake, OfWeights wrong) {
    return ofWeights(id, mistake, wrong, "layer.adjoint.weights");
  }

  private static LayerMutant ofWeights(
      String id, String mistake, OfWeights wrong, String caughtBy) {
    LayerConvolver layers =
        new Right.Bent() {
          @Override
          public NdArray weightGradient(
              NdArray input, NdArray outputGradient, Shape weightsShape, LayerOptions options) {
            super.weightGradient(input, outputGradient, weightsShape, options);
            return wrong.gradient(input, outputGradient, weightsShape, options);
          }
        };
    return LayerMutant.of(Flaw.GRADIENT, id, mistake, layers, caughtBy);
  }

  private static LayerMutant ofBias(String id, String mistake, OfBias wrong) {
    LayerConvolver layers =
        new Right.Bent() {
          @Override
          public NdArray biasGradient(NdArray outputGradient, LayerOptions options) {
            super.biasGradient(outputGradient, options);
            return wrong.gradient(outputGradient, options);
          }
        };
    return LayerMutant.of(Flaw.GRADIENT, id, mistake, layers, "layer.gradient.bias");
  }

  private static Windows windows(
      Shape input, Shape weights, LayerOptions options, Windows.Rule rule) {
    return new Windows(LayerGeometry.of(input, weights, options), rule);
  }

  private static int undilated(LayerGeometry layer, int a, int output, int tap) {
    LayerAxis axis = layer.axis(a);
    return output * axis.stride() + tap - axis.before();
  }

  /** Without the elements that the stride leaves over. */
  private static NdArray cutAtReach(NdArray dy, NdArray w, Shape input, LayerOptions options) {
    LayerGeometry layer = LayerGeometry.of(input, w.shape(), options);
    int[] extents = input.toArray();
    for (int a = 0; a < layer.spatialRank(); a++) {
      LayerAxis axis = layer.axis(a);
      int reach = (axis.output() - 1) * axis.stride() + axis.window() - axis.before();
      extents[options.layout().spatialAxis(a)] = Math.max(1, Math.min(axis.input(), reach));
    }
    NdArray right = Right.BASE.inputGradient(dy, w, input, options);
    return Elements.gather(right, Shape.of(extents), index -> true);
  }
}
