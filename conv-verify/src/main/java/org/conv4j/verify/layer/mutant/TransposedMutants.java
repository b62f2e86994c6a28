package org.conv4j.verify.layer.mutant;

import java.util.List;
import org.conv4j.api.DType;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.verify.mutant.Flaw;

/** Right layers, and wrong transposed ones. */
final class TransposedMutants {
  private TransposedMutants() {}

  static List<LayerMutant> all() {
    return List.of(
        mutant(
            "layer.transposed.output-padding-ignored",
            "The output padding is ignored",
            (x, w, b, o) -> Right.BASE.transposed(x, w, b, o.withOutputPadding(0)),
            "layer.transposed"),
        mutant(
            "layer.transposed.output-padding-before",
            "The output padding is added before the result",
            (x, w, b, o) -> {
              NdArray y = Right.BASE.transposed(x, w, null, o);
              return biased(
                  Elements.gather(
                      y,
                      y.shape(),
                      index -> {
                        for (int a = 0; a < index.length - 2; a++) {
                          index[o.layout().spatialAxis(a)] -= o.outputPadding(a);
                        }
                        return true;
                      }),
                  b,
                  o);
            },
            "layer.transposed"),
        mutant(
            "layer.transposed.output-padding-empty",
            "The output padding is filled with zeros",
            (x, w, b, o) -> {
              NdArray right = Right.BASE.transposed(x, w, b, o);
              return Elements.gather(
                  right,
                  right.shape(),
                  index -> {
                    boolean inside = true;
                    for (int a = 0; a < index.length - 2; a++) {
                      int at = o.layout().spatialAxis(a);
                      int extent = right.shape().extent(at) - o.outputPadding(a);
                      inside &= index[at] < Math.max(1, extent);
                    }
                    return inside;
                  });
            },
            "layer.transposed"),
        mutant(
            "layer.transposed.not-reversed",
            "The kernel is turned once more than it should be",
            (x, w, b, o) -> Right.BASE.transposed(x, Elements.reversedKernel(w), b, o),
            "layer.transposed"),
        mutant(
            "layer.transposed.zeros-missing",
            "There are no zeros between the elements of the input, whatever the stride",
            scattered(
                (layer, a, o, t) -> {
                  LayerAxis axis = layer.axis(a);
                  return o + t * axis.dilation() - axis.before();
                }),
            "layer.transposed"),
        mutant(
            "layer.transposed.dilation-ignored",
            "The kernel is not dilated",
            scattered(
                (layer, a, o, t) -> {
                  LayerAxis axis = layer.axis(a);
                  return o * axis.stride() + t - axis.before();
                }),
            "layer.transposed"),
        mutant(
            "layer.transposed.padding-not-cut",
            "The result is not cut by the padding",
            (x, w, b, o) -> Right.BASE.transposed(x, w, b, o.withPadding(Padding.VALID)),
            "layer.transposed"),
        mutant(
            "layer.transposed.cut-at-end",
            "The result is cut by all of the padding at its end",
            scattered(
                (layer, a, o, t) -> {
                  LayerAxis axis = layer.axis(a);
                  return o * axis.stride() + t * axis.dilation();
                }),
            "layer.transposed"),
        mutant(
            "layer.transposed.same-wrong-side",
            "The odd zero of SAME is cut off on the other side",
            (x, w, b, o) -> Right.BASE.transposed(x, w, b, otherSame(o)),
            "layer.transposed"),
        mutant(
            "layer.transposed.assigned",
            "Where windows overlap, the last one decides",
            (x, w, b, o) -> biased(windows(x, w, o, Windows::right).assigned(x, w), b, o),
            "layer.transposed"),
        mutant(
            "layer.transposed.groups-interleaved",
            "Outputs of the groups of a transposed layer take turns",
            (x, w, b, o) -> {
              NdArray y = Right.BASE.transposed(x, w, b, o);
              int groups = o.groups();
              int outputs = w.shape().extent(1);
              int axis = o.layout().channelAxis(y.rank());
              return Elements.along(y, axis, c -> c % groups * outputs + c / groups);
            },
            "layer.transposed"),
        mutant(
            "layer.transposed.weights-oihw",
            "Weights are read as output channels, input channels, kernel",
            (x, w, b, o) -> {
              int[] axes = Elements.exchanged(w.rank(), 0, 1);
              NdArray read = w.reshape(Elements.permuted(w.shape(), axes));
              return Right.BASE.transposed(x, Elements.permuted(read, axes), b, o);
            },
            "layer.transposed"),
        mutant(
            "layer.transposed.bias-omitted",
            "A transposed layer has no bias",
            (x, w, b, o) -> Right.BASE.transposed(x, w, null, o),
            "layer.transposed"),
        LayerMutant.of(
            Flaw.GRADIENT,
            "layer.transposed.conjugated",
            "The weights of a transposed layer are conjugated",
            transposing(
                Right.ofNumbers(DType.COMPLEX128),
                (x, w, b, o) -> Right.DIRECT.transposed(x, w.conjugate(), b, o)),
            "layer.transposed"));
  }

  private static LayerMutant mutant(
      String id, String mistake, LayerConvolver transposed, String... caughtBy) {
    LayerConvolver wrong = transposing(Right.DOUBLES, transposed);
    return LayerMutant.of(Flaw.GRADIENT, id, mistake, wrong, caughtBy);
  }

  /** Refuses what must be refused, and computes transposed layers in a way of its own. */
  private static LayerConvolver transposing(LayerCapabilities claims, LayerConvolver transposed) {
    return new Right.Bent(claims, Right.DIRECT) {
      @Override
      public NdArray transposed(
          NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
        super.transposed(input, weights, biasOrNull, options);
        return transposed.convolve(input, weights, biasOrNull, options);
      }
    };
  }

  private static Windows windows(NdArray x, NdArray w, LayerOptions o, Windows.Rule rule) {
    return new Windows(LayerGeometry.ofTransposed(x.shape(), w.shape(), o), rule);
  }

  /** Products are added elsewhere. */
  private static LayerConvolver scattered(Windows.Rule rule) {
    return (x, w, b, o) -> biased(windows(x, w, o, rule).added(x, w), b, o);
  }

  static LayerOptions otherSame(LayerOptions options) {
    if (!options.padding().isSame()) {
      return options;
    }
    boolean upper = options.padding().equals(Padding.SAME_UPPER);
    return options.withPadding(upper ? Padding.SAME_LOWER : Padding.SAME_UPPER);
  }

  private static NdArray biased(NdArray y, NdArray b, LayerOptions options) {
    int axis = options.layout().channelAxis(y.rank());
    return b == null ? y : Elements.mapped(y, (index, value) -> value + b.doubles()[index[axis]]);
  }
}
