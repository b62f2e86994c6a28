package org.conv4j.verify.layer.mutant;

import java.util.List;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.verify.law.Moves;
import org.conv4j.verify.mutant.Flaw;

/** The zeros around the input. */
final class PaddingMutants {
  /** The zeros before an axis. */
  private interface Before {
    int zeros(LayerGeometry layer, int axis);
  }

  /** Whether an axis keeps an output. */
  private interface Keeps {
    boolean output(LayerAxis axis, int output);
  }

  private PaddingMutants() {}

  static List<LayerMutant> ofAmounts() {
    return List.of(
        mutant(
            "layer.padding.all-after",
            "All zeros come after the input",
            before((layer, a) -> 0),
            "layer.padding",
            "layer.exact"),
        mutant(
            "layer.padding.after-before",
            "The zeros after the input come before it",
            before((layer, a) -> layer.axis(a).after()),
            "layer.padding"),
        mutant(
            "layer.padding.axes-reversed",
            "Amounts are taken to be those of columns, rows and so on",
            before((layer, a) -> layer.axis(layer.spatialRank() - 1 - a).before()),
            "layer.padding"),
        mutant(
            "layer.padding.in-pairs",
            "Amounts before every axis, then after, are read as before and after of every axis",
            before(
                (layer, a) -> {
                  int rank = layer.spatialRank();
                  return 2 * a < rank
                      ? layer.axis(2 * a).before()
                      : layer.axis(2 * a - rank).after();
                }),
            "layer.padding"),
        mutant(
            "layer.padding.in-strides",
            "The padding is counted in strides",
            before((layer, a) -> layer.axis(a).before() * layer.axis(a).stride()),
            "layer.padding",
            "layer.stride"),
        mutant(
            "layer.padding.end-dropped",
            "Layers with three spatial axes have no zeros after their input",
            Right.bent(PaddingMutants::withoutEnd),
            "layer.shape"),
        mutant(
            "layer.same.upper-for-lower",
            "SAME_LOWER puts the odd zero after the input",
            Right.bent((x, w, b, o) -> Right.DIRECT.convolve(x, w, b, upper(o))),
            "layer.same"),
        mutant(
            "layer.same.lower-for-upper",
            "SAME_UPPER puts the odd zero before the input",
            Right.bent((x, w, b, o) -> Right.DIRECT.convolve(x, w, b, lower(o))),
            "layer.same"),
        mutant(
            "layer.same.stride-ignored",
            "As many zeros as SAME takes with stride 1",
            before((layer, a) -> same(layer, a, layer.axis(a).window() - 1)),
            "layer.same"),
        mutant(
            "layer.same.dilation-ignored",
            "As many zeros as SAME takes without dilation",
            before(
                (layer, a) -> {
                  LayerAxis axis = layer.axis(a);
                  int reach = (axis.output() - 1) * axis.stride() + axis.kernel();
                  return same(layer, a, Math.max(0, reach - axis.input()));
                }),
            "layer.same"),
        mutant(
            "layer.same.rounded-down",
            "SAME gives as many outputs as fit into the input without the padding, rounded down",
            Windows.counted(
                (layer, a) -> {
                  LayerAxis axis = layer.axis(a);
                  return layer.options().padding().isSame()
                      ? Math.max(1, axis.input() / axis.stride())
                      : axis.output();
                },
                Windows::right),
            "layer.same"));
  }

  static List<LayerMutant> ofValues() {
    return List.of(
        mutant(
            "layer.padding.edge",
            "The padding repeats the elements at the edge",
            Windows.at(
                (layer, a, o, t) ->
                    Math.max(0, Math.min(layer.axis(a).input() - 1, asked(layer, a, o, t)))),
            "layer.padding",
            "layer.exact"),
        mutant(
            "layer.padding.periodic",
            "The padding goes on with the other end of the input",
            Windows.at(
                (layer, a, o, t) -> Math.floorMod(asked(layer, a, o, t), layer.axis(a).input())),
            "layer.padding",
            "layer.exact"),
        mutant(
            "layer.padding.next-row",
            "A window that leaves a row goes on in the next, or the one before",
            Right.bent(PaddingMutants::inNextRow),
            "layer.padding",
            "layer.exact"),
        mutant(
            "layer.padding.border-left-out",
            "Outputs whose window meets padding stay zero",
            outside((axis, o) -> fits(axis, o, 0) && fits(axis, o, axis.kernel() - 1)),
            "layer.padding",
            "layer.exact"),
        mutant(
            "layer.padding.without-bias",
            "Outputs whose window meets nothing but padding get no bias",
            outside(PaddingMutants::seesInput),
            "layer.bias"),
        LayerMutant.of(
            Flaw.PADDING,
            "layer.padding.zero-for-zero-point",
            "The padding of quantised inputs is 0, and not their zero point",
            Windows.at(Right.QUANTISED, Windows::right),
            "layer.zero-points"));
  }

  private static LayerMutant mutant(
      String id, String mistake, LayerConvolver wrong, String... caughtBy) {
    return LayerMutant.of(Flaw.PADDING, id, mistake, wrong, caughtBy);
  }

  /** Windows that begin so many elements before the input. */
  private static LayerConvolver before(Before before) {
    return Windows.at(
        (layer, a, o, t) -> {
          LayerAxis axis = layer.axis(a);
          return o * axis.stride() + t * axis.dilation() - before.zeros(layer, a);
        });
  }

  /** The index that a tap asks for, in the input or not. */
  private static int asked(LayerGeometry layer, int a, int o, int t) {
    LayerAxis axis = layer.axis(a);
    return o * axis.stride() + t * axis.dilation() - axis.before();
  }

  private static int same(LayerGeometry layer, int a, int total) {
    Padding padding = layer.options().padding();
    if (!padding.isSame()) {
      return layer.axis(a).before();
    }
    return padding.equals(Padding.SAME_UPPER) ? total / 2 : total - total / 2;
  }

  private static LayerOptions upper(LayerOptions options) {
    return options.padding().isSame() ? options.withPadding(Padding.SAME_UPPER) : options;
  }

  private static LayerOptions lower(LayerOptions options) {
    return options.padding().isSame() ? options.withPadding(Padding.SAME_LOWER) : options;
  }

  private static NdArray withoutEnd(NdArray x, NdArray w, NdArray b, LayerOptions options) {
    LayerGeometry layer = Windows.geometry(x, w, options);
    if (layer.spatialRank() < 3) {
      return Right.DIRECT.convolve(x, w, b, options);
    }
    int[] before = layer.axes().stream().mapToInt(LayerAxis::before).toArray();
    LayerOptions half = options.withPadding(Padding.of(before, new int[] {0}));
    return Right.DIRECT.convolve(x, w, b, half);
  }

  /** Only the other axes look whether they are in the input. */
  private static NdArray inNextRow(NdArray x, NdArray w, NdArray b, LayerOptions options) {
    LayerGeometry layer = Windows.geometry(x, w, options);
    int last = layer.spatialRank() - 1;
    if (options.layout() == Layout.NHWC) {
      return Right.DIRECT.convolve(x, w, b, options);
    }
    LayerAxis columns = layer.axis(last);
    NdArray flat =
        Elements.gather(
            x,
            Elements.with(x.shape(), x.rank() - 1, columns.output() * columns.kernel()),
            index -> {
              int column =
                  asked(
                      layer,
                      last,
                      index[last + 2] / columns.kernel(),
                      index[last + 2] % columns.kernel());
              index[last + 2] = 0;
              int at = Elements.offset(index, x.shape()) + column;
              Moves.unravel(Math.max(0, at), x.shape(), index);
              return at >= 0 && at < x.size();
            });
    return Right.DIRECT.convolve(flat, w, b, Windows.lastAxisApart(layer, columns.kernel()));
  }

  private static boolean fits(LayerAxis axis, int output, int tap) {
    return axis.inputIndex(output, tap) >= 0;
  }

  private static boolean seesInput(LayerAxis axis, int output) {
    for (int tap = 0; tap < axis.kernel(); tap++) {
      if (fits(axis, output, tap)) {
        return true;
      }
    }
    return false;
  }

  /** Right except that outputs are zero if one of their axes does not keep them. */
  private static LayerConvolver outside(Keeps keeps) {
    return Right.bent(
        (x, w, b, o) -> {
          LayerGeometry layer = Windows.geometry(x, w, o);
          return Elements.mapped(
              Right.DIRECT.convolve(x, w, b, o),
              (index, value) -> {
                for (int a = 0; a < layer.spatialRank(); a++) {
                  if (!keeps.output(layer.axis(a), index[o.layout().spatialAxis(a)])) {
                    return 0;
                  }
                }
                return value;
              });
        });
  }
}
