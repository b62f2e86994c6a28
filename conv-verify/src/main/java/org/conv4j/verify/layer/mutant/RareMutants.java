package org.conv4j.verify.layer.mutant;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.verify.mutant.Flaw;

/** Right nearly always: from some size on, behind whole blocks, or in most calls. */
final class RareMutants {
  /** Whether an output is computed. */
  private interface Computed {
    boolean output(LayerGeometry layer, int[] index);
  }

  private RareMutants() {}

  static List<LayerMutant> all() {
    return List.of(
        mutant(
            "layer.rare.channel-17",
            "With 17 input channels in a group or more, those from the 17th on are lost",
            Elements.weights(w -> Elements.along(w, 1, c -> c < 16 ? c : -1)),
            "layer.sizes"),
        mutant(
            "layer.rare.eight-channels",
            "From 8 input channels in a group on, packed weights have two of them exchanged",
            Elements.weights(
                w ->
                    w.shape().extent(1) < 8
                        ? w
                        : Elements.along(w, 1, c -> c == 6 ? 7 : c == 7 ? 6 : c)),
            "layer.sizes"),
        mutant(
            "layer.rare.filters-behind-eight",
            "With more than 8 output channels, those behind the last 8 are not computed",
            computed(
                (layer, index) -> {
                  int all = layer.outputChannels();
                  int channel = index[layer.options().layout().channelAxis(index.length)];
                  return all < 8 || channel < all / 8 * 8;
                }),
            "layer.sizes"),
        mutant(
            "layer.rare.columns-behind-sixteen",
            "In rows of more than 16 outputs, those behind the last 16 lose their last tap",
            Windows.at(
                (layer, a, o, t) -> {
                  LayerAxis axis = layer.axis(a);
                  boolean last = a == layer.spatialRank() - 1 && t == axis.kernel() - 1;
                  boolean behind = axis.output() > 16 && o >= axis.output() / 16 * 16;
                  return last && behind ? -1 : axis.inputIndex(o, t);
                }),
            "layer.sizes"),
        mutant(
            "layer.rare.kernel-of-eight",
            "Of kernels of 8 taps or more the last is lost",
            Windows.at(
                (layer, a, o, t) -> {
                  LayerAxis axis = layer.axis(a);
                  return t >= 7 && t == axis.kernel() - 1 ? -1 : axis.inputIndex(o, t);
                }),
            "layer.sizes"),
        mutant(
            "layer.rare.thirteen-columns",
            "The last output of rows of 13 is not computed",
            computed(
                (layer, index) -> {
                  int a = layer.spatialRank() - 1;
                  int column = index[layer.options().layout().spatialAxis(a)];
                  return layer.axis(a).output() != 13 || column < 12;
                }),
            "layer.sizes"),
        mutant(
            "layer.rare.second-block",
            "Of planes of more than 64 outputs, the 65th is not computed",
            computed(
                (layer, index) -> {
                  int at = 0;
                  for (int a = 0; a < layer.spatialRank(); a++) {
                    int position = index[layer.options().layout().spatialAxis(a)];
                    at = at * layer.axis(a).output() + position;
                  }
                  return at != 64;
                }),
            "layer.sizes"),
        LayerMutant.made(
            Flaw.RARE,
            "layer.rare.first-call",
            "The first call is wrong",
            () -> new Counting(call -> call == 0),
            "layer.exact"),
        LayerMutant.made(
            Flaw.RARE,
            "layer.rare.fiftieth-call",
            "Every fiftieth call is wrong",
            () -> new Counting(call -> call % 50 == 49),
            "layer.exact"),
        LayerMutant.made(
            Flaw.RARE,
            "layer.rare.last-bit",
            "The last bit depends on how often it was called",
            Flickering::new,
            "layer.repeatable"));
  }

  private static LayerMutant mutant(
      String id, String mistake, LayerConvolver wrong, String... caughtBy) {
    return LayerMutant.of(Flaw.RARE, id, mistake, wrong, caughtBy);
  }

  private static LayerConvolver computed(Computed computed) {
    return Right.bent(
        (x, w, b, o) -> {
          LayerGeometry layer = Windows.geometry(x, w, o);
          return Elements.mapped(
              Right.DIRECT.convolve(x, w, b, o),
              (index, value) -> computed.output(layer, index) ? value : 0);
        });
  }

  private static final class Counting extends Right.Bent {
    private final AtomicInteger calls = new AtomicInteger();
    private final IntPredicate wrong;

    Counting(IntPredicate wrong) {
      this.wrong = wrong;
    }

    @Override
    public NdArray convolve(NdArray x, NdArray w, NdArray b, LayerOptions options) {
      NdArray y = super.convolve(x, w, b, options);
      if (wrong.test(calls.getAndIncrement())) {
        y.doubles()[0] = 2 * y.doubles()[0] + 1;
      }
      return y;
    }
  }

  private static final class Flickering extends Right.Bent {
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public NdArray convolve(NdArray x, NdArray w, NdArray b, LayerOptions options) {
      NdArray y = super.convolve(x, w, b, options);
      boolean other = calls.getAndIncrement() % 4 == 0;
      return other ? Elements.mapped(y, (index, value) -> Math.nextUp(value)) : y;
    }
  }
}
