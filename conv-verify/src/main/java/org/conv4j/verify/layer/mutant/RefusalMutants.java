package org.conv4j.verify.layer.mutant;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.DType;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.mutant.Flaw;

/** Right on good arguments, wrong on bad ones or on what is claimed. */
final class RefusalMutants {
  /** Answers some calls that should be refused; null leaves them to the right layers. */
  private interface Answer {
    NdArray of(NdArray x, NdArray w, NdArray b, LayerOptions options);
  }

  /** Whether a layer that is claimed is refused. */
  private interface Refused {
    boolean layer(LayerGeometry layer);
  }

  private RefusalMutants() {}

  static List<LayerMutant> ofArguments() {
    return List.of(
        mutant(
            "layer.refuse.bias-broadcast",
            "A bias of one element counts for all channels",
            answering(
                (x, w, b, o) ->
                    b == null || b.size() != 1
                        ? null
                        : Right.BASE.convolve(x, w, resized(b, w.shape().extent(0)), o)),
            "layer.refuse.bias"),
        mutant(
            "layer.refuse.bias-longer",
            "What a bias has more than channels is not looked at",
            answering(
                (x, w, b, o) ->
                    b == null || b.size() <= w.shape().extent(0)
                        ? null
                        : Right.BASE.convolve(x, w, resized(b, w.shape().extent(0)), o)),
            "layer.refuse.bias"),
        mutant(
            "layer.refuse.bias-size",
            "A bias of any shape is taken, if it has as many elements as there are channels",
            answering(
                (x, w, b, o) ->
                    b == null || b.size() != w.shape().extent(0)
                        ? null
                        : Right.BASE.convolve(x, w, b.reshape(Shape.of(b.size())), o)),
            "layer.refuse.bias"),
        mutant(
            "layer.refuse.bias-cast",
            "A bias of another type is cast",
            answering(
                (x, w, b, o) ->
                    b == null || b.dtype().isComplex()
                        ? null
                        : Right.BASE.convolve(x, w, b.cast(DType.FLOAT64), o)),
            "layer.refuse.bias"),
        mutant(
            "layer.refuse.channels-cut",
            "Of inputs with more channels than the weights, the last ones are not looked at",
            answering(RefusalMutants::cutInputs),
            "layer.refuse.shapes"),
        mutant(
            "layer.refuse.groups-cut",
            "Filters that the groups do not divide are left out",
            answering(RefusalMutants::cutFilters),
            "layer.refuse.shapes"),
        mutant(
            "layer.refuse.window-too-large",
            "A window larger than the padded input gives an output of zeros",
            answering(RefusalMutants::zeros),
            "layer.refuse.shapes"),
        mutant(
            "layer.refuse.without-batch",
            "An input without an axis for the batch is one item",
            answering(
                (x, w, b, o) -> {
                  if (x.rank() != w.rank() - 1) {
                    return null;
                  }
                  int[] extents = new int[x.rank() + 1];
                  extents[0] = 1;
                  System.arraycopy(x.shape().toArray(), 0, extents, 1, x.rank());
                  return Right.BASE.convolve(x.reshape(Shape.of(extents)), w, b, o);
                }),
            "layer.refuse.shapes"),
        mutant(
            "layer.refuse.null-result",
            "What does not go together gives null",
            (x, w, b, o) -> {
              try {
                return Right.BASE.convolve(x, w, b, o);
              } catch (IllegalArgumentException e) {
                return null;
              }
            },
            "layer.refuse.shapes",
            "layer.refuse.bias"),
        mutant(
            "layer.refuse.null-options",
            "No options are those of the plain layer",
            (x, w, b, o) -> Right.BASE.convolve(x, w, b, o == null ? LayerOptions.basic() : o),
            "layer.refuse.null"),
        mutant(
            "layer.refuse.null-illegal",
            "Null is an IllegalArgumentException",
            (x, w, b, o) -> {
              if (x == null || w == null || o == null) {
                throw new IllegalArgumentException("an argument is missing");
              }
              return Right.BASE.convolve(x, w, b, o);
            },
            "layer.refuse.null"),
        mutant(
            "layer.refuse.message-missing",
            "Shapes are refused without being told",
            (x, w, b, o) -> {
              try {
                return Right.BASE.convolve(x, w, b, o);
              } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("bad layer", e);
              }
            },
            "layer.refuse.message"));
  }

  static List<LayerMutant> ofClaims() {
    return List.of(
        mutant(
            "layer.unclaimed.any-type",
            "Every type is taken for doubles",
            (x, w, b, o) -> Right.BASE.convolve(doubles(x), doubles(w), doubles(b), o),
            "layer.refuse.unclaimed"),
        mutant(
            "layer.unclaimed.weights-type",
            "Only the type of the input is looked at",
            (x, w, b, o) ->
                Right.BASE.convolve(x, x == null || w == null ? w : doublesWith(x, w), b, o),
            "layer.refuse.unclaimed"),
        unclaimed(
            without(LayerFeature.DILATION), "dilation", "Dilation is not claimed, and answered"),
        unclaimed(without(LayerFeature.GROUPS), "groups", "Groups are not claimed, and answered"),
        unclaimed(
            without(LayerFeature.UNEVEN_PADDING),
            "uneven-padding",
            "Uneven padding is not claimed, and answered"),
        unclaimed(
            without(LayerFeature.CHANNELS_LAST),
            "layout",
            "Channels last are not claimed, and answered"),
        unclaimed(
            Right.DOUBLES.withMaxSpatialRank(2),
            "rank",
            "Three spatial axes are not claimed, and answered"),
        mutant(
            "layer.unclaimed.illegal",
            "What is not claimed is an IllegalArgumentException",
            (x, w, b, o) -> {
              try {
                return Right.BASE.convolve(x, w, b, o);
              } catch (UnsupportedOperationException e) {
                throw new IllegalArgumentException(e);
              }
            },
            "layer.refuse.unclaimed"),
        refusing(
            "layer.claimed.stride-refused",
            "A stride longer than the kernel is refused",
            layer -> layer.axes().stream().anyMatch(axis -> axis.stride() > axis.kernel()),
            "layer.exact"),
        refusing(
            "layer.claimed.strided-dilation-refused",
            "Stride and dilation together are refused",
            layer ->
                layer.axes().stream().anyMatch(axis -> axis.stride() > 1)
                    && layer.axes().stream().anyMatch(axis -> axis.dilation() > 1),
            "layer.exact"),
        refusing(
            "layer.claimed.even-same-refused",
            "SAME is refused for even kernels",
            layer ->
                layer.options().padding().isSame()
                    && layer.axes().stream().anyMatch(axis -> axis.kernel() % 2 == 0),
            "layer.same"),
        refusing(
            "layer.claimed.wide-padding-refused",
            "Padding as long as the window is refused",
            layer -> layer.axes().stream().anyMatch(RefusalMutants::isWide),
            "layer.exact"));
  }

  private static LayerMutant mutant(
      String id, String mistake, LayerConvolver wrong, String... caughtBy) {
    return LayerMutant.of(Flaw.REFUSAL, id, mistake, claiming(Right.DOUBLES, wrong), caughtBy);
  }

  private static LayerMutant unclaimed(LayerCapabilities claims, String word, String mistake) {
    LayerConvolver wrong = claiming(claims, Right.BASE);
    String id = "layer.unclaimed." + word;
    return LayerMutant.of(Flaw.REFUSAL, id, mistake, wrong, "layer.refuse.unclaimed");
  }

  private static LayerCapabilities without(LayerFeature feature) {
    return Right.without(Right.DOUBLES, feature);
  }

  private static LayerMutant refusing(
      String id, String mistake, Refused refused, String... caughtBy) {
    LayerConvolver wrong =
        Right.bent(
            (x, w, b, o) -> {
              if (refused.layer(Windows.geometry(x, w, o))) {
                throw new UnsupportedOperationException("not yet: " + o);
              }
              return Right.DIRECT.convolve(x, w, b, o);
            });
    return LayerMutant.of(Flaw.REFUSAL, id, mistake, wrong, caughtBy);
  }

  /** Claims this, and refuses only what the other refuses. */
  private static LayerConvolver claiming(LayerCapabilities claims, LayerConvolver layers) {
    return new LayerConvolver() {
      @Override
      public LayerCapabilities capabilities() {
        return claims;
      }

      @Override
      public NdArray convolve(NdArray x, NdArray w, NdArray b, LayerOptions options) {
        return layers.convolve(x, w, b, options);
      }
    };
  }

  /** Right, and answers what the right layers refuse as illegal, if there is an answer. */
  private static LayerConvolver answering(Answer answer) {
    return (x, w, b, o) -> {
      try {
        return Right.BASE.convolve(x, w, b, o);
      } catch (IllegalArgumentException e) {
        NdArray y = answer.of(x, w, b, o);
        if (y == null) {
          throw e;
        }
        return y;
      }
    };
  }

  /** The first elements, or the only one again and again. */
  private static NdArray resized(NdArray bias, int channels) {
    NdArray flat = bias.reshape(Shape.of(bias.size()));
    return Elements.gather(
        flat,
        Shape.of(channels),
        index -> {
          index[0] %= bias.size();
          return true;
        });
  }

  private static NdArray cutInputs(NdArray x, NdArray w, NdArray b, LayerOptions options) {
    if (x.rank() != w.rank() || x.rank() < 3) {
      return null;
    }
    int axis = options.layout().channelAxis(x.rank());
    int channels = w.shape().extent(1) * options.groups();
    return x.shape().extent(axis) <= channels || channels == 0
        ? null
        : Right.BASE.convolve(
            Elements.gather(x, Elements.with(x.shape(), axis, channels), index -> true),
            w,
            b,
            options);
  }

  private static NdArray cutFilters(NdArray x, NdArray w, NdArray b, LayerOptions options) {
    int filters = w.rank() < 3 ? 0 : w.shape().extent(0) / options.groups() * options.groups();
    if (filters == 0 || filters == w.shape().extent(0)) {
      return null;
    }
    NdArray cut = Elements.gather(w, Elements.with(w.shape(), 0, filters), index -> true);
    NdArray bias = b == null ? null : Elements.gather(b, Shape.of(filters), index -> true);
    return Right.BASE.convolve(x, cut, bias, options);
  }

  /** One output on each spatial axis, if the layer would be right with a kernel of one tap. */
  private static NdArray zeros(NdArray x, NdArray w, NdArray b, LayerOptions options) {
    int[] extents = w.shape().toArray();
    if (extents.length < 3) {
      return null;
    }
    Arrays.fill(extents, 2, extents.length, 1);
    Right.DOUBLES.admit(x, NdArray.zeros(w.dtype(), Shape.of(extents)), b, options);
    int channels = extents[0];
    Arrays.fill(extents, 1);
    extents[0] = x.shape().extent(0);
    extents[options.layout().channelAxis(extents.length)] = channels;
    return NdArray.zeros(DType.FLOAT64, Shape.of(extents));
  }

  private static NdArray doubles(NdArray array) {
    if (array == null) {
      return null;
    }
    return (array.dtype().isComplex() ? array.real() : array).cast(DType.FLOAT64);
  }

  private static NdArray doublesWith(NdArray input, NdArray weights) {
    return input.dtype() == DType.FLOAT64 ? doubles(weights) : weights;
  }

  private static boolean isWide(LayerAxis axis) {
    return Math.max(axis.before(), axis.after()) >= axis.window();
  }
}
