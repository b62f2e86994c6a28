package org.conv4j.verify.layer.law;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.Rounding;
import org.conv4j.api.Shape;
import org.conv4j.verify.law.Scope;
import org.conv4j.verify.layer.operand.LayerOperands;
import org.conv4j.verify.layer.operand.LayerSpace;

/** Options mean what they say: each is a plainer layer of other arrays. */
final class OptionLaws {
  private static final LayerSpace PLAIN =
      LayerSpace.all().without(LayerFeature.ROUNDING_UP, LayerFeature.ZERO_POINTS);

  private OptionLaws() {}

  static List<LayerLaw> all() {
    return List.of(
        LayerLaw.must(
                "layer.stride",
                "A layer of stride s gives every s-th output of the same layer of stride 1.",
                OptionLaws::stride)
            .on(LayerSpace.all().without(LayerFeature.ROUNDING_UP)),
        LayerLaw.must(
                "layer.dilation",
                "Dilation d is a kernel with d - 1 zeros between its taps.",
                OptionLaws::dilation)
            .on(LayerSpace.all().having(LayerFeature.DILATION).without(LayerFeature.ZERO_POINTS)),
        LayerLaw.must(
                "layer.groups",
                "Groups are one layer whose weights are zero outside of the blocks of each group.",
                OptionLaws::groups)
            .on(LayerSpace.all().having(LayerFeature.GROUPS).without(LayerFeature.ZERO_POINTS)),
        LayerLaw.must(
                "layer.padding",
                "Padding gives what the layer gives without it, of an input with as many zeros"
                    + " before and after.",
                OptionLaws::padding)
            .on(PLAIN),
        LayerLaw.must(
                "layer.same",
                "SAME_UPPER and SAME_LOWER pad to as many outputs as the input divided by the"
                    + " stride, with the odd zero after the input and before it.",
                OptionLaws::same)
            .scoped(OptionLaws::uneven),
        LayerLaw.must(
                "layer.rounding",
                "Rounding up adds the last window, as far as it begins before the padding at the"
                    + " end, and changes no other.",
                OptionLaws::rounding)
            .on(
                LayerSpace.all()
                    .having(LayerFeature.ROUNDING_UP)
                    .without(LayerFeature.ZERO_POINTS)),
        LayerLaw.must(
                "layer.layout",
                "A layer in NHWC is the same layer in NCHW, of the same input in another order.",
                OptionLaws::layout)
            .on(LayerSpace.all().having(LayerFeature.CHANNELS_LAST)),
        LayerLaw.must(
                "layer.axes.permuted",
                "Exchanging two spatial axes of input, weights and options exchanges them in the"
                    + " result.",
                OptionLaws::permuted)
            .on(LayerSpace.all().withRanks(2, 3)),
        LayerLaw.must(
                "layer.axes.unit",
                "One more spatial axis of extent 1, with a kernel of 1, changes nothing.",
                OptionLaws::unit)
            .scoped(OptionLaws::roomForOneMoreAxis));
  }

  private static Scope<LayerSpace> uneven(LayerCapabilities claims) {
    return claims.features().contains(LayerFeature.UNEVEN_PADDING)
        ? LayerLaw.claimed(PLAIN, claims)
        : Scope.notClaimed("feature UNEVEN_PADDING");
  }

  private static Scope<LayerSpace> roomForOneMoreAxis(LayerCapabilities claims) {
    return claims.maxSpatialRank() < 2
        ? Scope.notClaimed("one more spatial axis")
        : LayerLaw.claimed(LayerSpace.all().withRanks(1, claims.maxSpatialRank() - 1), claims);
  }

  private static void stride(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray w = operands.weights();
    NdArray b = operands.biasOrNull();
    LayerGeometry drawn = operands.geometry();
    LayerOptions given = Compare.explicit(drawn);
    boolean moves = drawn.axes().stream().anyMatch(axis -> axis.stride() > 1);
    int chosen = operands.choose(2, 4);
    LayerOptions options = moves ? given : given.withStride(chosen);
    LayerOptions plain = given.withStride(1);
    LayerGeometry geometry = LayerGeometry.of(x.shape(), w.shape(), options);
    UnaryOperator<NdArray> picked =
        array ->
            Canonical.gather(
                array,
                options.layout(),
                Canonical.extents(options.layout(), geometry.output()),
                index -> {
                  for (int a = 0; a < geometry.spatialRank(); a++) {
                    index[a + 2] *= geometry.axis(a).stride();
                  }
                  return index;
                });
    Compare.agree(
        subject,
        "stride against stride 1",
        picked.apply(subject.convolve(x, w, b, plain)),
        subject.convolve(x, w, b, options),
        picked.apply(Compare.bound(subject, x, w, b, plain)),
        Compare.bound(subject, x, w, b, options));
  }

  private static void dilation(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray b = operands.biasOrNull();
    LayerGeometry geometry = operands.geometry();
    int[] extents = geometry.weights().toArray();
    for (int a = 0; a < geometry.spatialRank(); a++) {
      extents[a + 2] = geometry.axis(a).window();
    }
    NdArray apart =
        Canonical.gather(
            operands.weights(),
            Layout.NCHW,
            extents,
            index -> {
              for (int a = 0; a < geometry.spatialRank(); a++) {
                int dilation = geometry.axis(a).dilation();
                index[a + 2] = index[a + 2] % dilation == 0 ? index[a + 2] / dilation : -1;
              }
              return index;
            });
    LayerOptions options = operands.options();
    LayerOptions plain = options.withDilation(1);
    Compare.agree(
        subject,
        "dilation against a kernel with zeros",
        subject.convolve(x, apart, b, plain),
        subject.convolve(x, operands.weights(), b, options),
        Compare.bound(subject, x, apart, b, plain),
        Compare.bound(subject, x, operands.weights(), b, options));
  }

  private static void groups(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray w = operands.weights();
    NdArray b = operands.biasOrNull();
    LayerGeometry geometry = operands.geometry();
    int inputs = w.shape().extent(1);
    int outputs = w.shape().extent(0) / geometry.options().groups();
    NdArray blocks =
        Canonical.gather(
            w,
            Layout.NCHW,
            Canonical.with(w.shape().toArray(), 1, geometry.inputChannels()),
            index -> {
              index[1] = index[1] / inputs == index[0] / outputs ? index[1] % inputs : -1;
              return index;
            });
    LayerOptions options = operands.options();
    LayerOptions plain = options.withGroups(1);
    Compare.agree(
        subject,
        "groups against blocks of weights",
        subject.convolve(x, blocks, b, plain),
        subject.convolve(x, w, b, options),
        Compare.bound(subject, x, blocks, b, plain),
        Compare.bound(subject, x, w, b, options));
  }

  private static void padding(LayerSubject subject, LayerOperands operands) {
    LayerGeometry drawn = operands.geometry();
    LayerOptions given = Compare.explicit(drawn);
    boolean pads = drawn.axes().stream().anyMatch(axis -> axis.before() + axis.after() > 0);
    int chosen = operands.choose(1, 3);
    LayerOptions options = pads ? given : given.withPadding(chosen);
    padded(subject, operands, "padding", options, options);
  }

  private static void same(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray w = operands.weights();
    for (Padding padding : List.of(Padding.SAME_UPPER, Padding.SAME_LOWER)) {
      LayerOptions options = operands.options().withPadding(padding);
      LayerGeometry given = LayerGeometry.of(x.shape(), w.shape(), options);
      int[] before = new int[given.spatialRank()];
      int[] after = new int[given.spatialRank()];
      for (int a = 0; a < before.length; a++) {
        int extent = given.axis(a).input();
        int stride = given.axis(a).stride();
        int outputs = (extent + stride - 1) / stride;
        int zeros = Math.max((outputs - 1) * stride + given.axis(a).window() - extent, 0);
        before[a] = padding.equals(Padding.SAME_LOWER) ? (zeros + 1) / 2 : zeros / 2;
        after[a] = zeros - before[a];
      }
      LayerOptions numbers = options.withPadding(Padding.of(before, after));
      padded(subject, operands, padding.toString(), options, numbers);
    }
  }

  /** Compares a layer with that of an input which has some padding as elements. */
  private static void padded(
      LayerSubject subject,
      LayerOperands operands,
      String what,
      LayerOptions options,
      LayerOptions numbers) {
    NdArray x = operands.input();
    NdArray w = operands.weights();
    NdArray b = operands.biasOrNull();
    LayerGeometry geometry = LayerGeometry.of(x.shape(), w.shape(), numbers);
    int[] extents =
        geometry.axes().stream()
            .mapToInt(axis -> axis.before() + axis.input() + axis.after())
            .toArray();
    NdArray whole = Compare.padded(x, geometry, extents);
    LayerOptions plain = numbers.withPadding(Padding.VALID);
    Compare.agree(
        subject,
        what + " against a padded input",
        subject.convolve(whole, w, b, plain),
        subject.convolve(x, w, b, options),
        Compare.bound(subject, whole, w, b, plain),
        Compare.bound(subject, x, w, b, options));
  }

  /** The stride is at least 2, for a window to be left over. */
  private static void rounding(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray w = operands.weights();
    NdArray b = operands.biasOrNull();
    LayerGeometry drawn = operands.geometry();
    int[] strides = drawn.axes().stream().mapToInt(axis -> Math.max(2, axis.stride())).toArray();
    LayerOptions options = Compare.explicit(drawn).withStride(strides);
    LayerGeometry geometry = LayerGeometry.of(x.shape(), w.shape(), options);
    int[] extents = new int[strides.length];
    for (int a = 0; a < extents.length; a++) {
      int windows = SumLaws.windows(geometry.axis(a), options);
      extents[a] = (windows - 1) * strides[a] + geometry.axis(a).window();
    }
    NdArray whole = Compare.padded(x, geometry, extents);
    LayerOptions plain = options.withPadding(Padding.VALID).withRounding(Rounding.DOWN);
    Compare.agree(
        subject,
        "rounding up against an input with zeros for the last window",
        subject.convolve(whole, w, b, plain),
        subject.convolve(x, w, b, options),
        Compare.bound(subject, whole, w, b, plain),
        Compare.bound(subject, x, w, b, options));
  }

  private static void layout(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray w = operands.weights();
    NdArray b = operands.biasOrNull();
    LayerOptions options = operands.options();
    LayerOptions plain = options.withLayout(Layout.NCHW);
    NdArray first = moved(x, Layout.NHWC, Layout.NCHW);
    Compare.agree(
        subject,
        "NHWC against NCHW",
        moved(subject.convolve(first, w, b, plain), Layout.NCHW, Layout.NHWC),
        subject.convolve(x, w, b, options),
        Compare.bound(subject, x, w, b, options),
        Compare.bound(subject, x, w, b, options));
  }

  private static NdArray moved(NdArray array, Layout from, Layout to) {
    int[] extents = Canonical.extents(from, array.shape());
    return Canonical.gather(array, from, to, extents, index -> index);
  }

  private static void permuted(LayerSubject subject, LayerOperands operands) {
    LayerOptions options = operands.options();
    LayerGeometry geometry = operands.geometry();
    int rank = geometry.spatialRank();
    int p = operands.choose(0, rank - 2);
    int q = operands.choose(p + 1, rank - 1);
    LayerOptions exchanged =
        options
            .withStride(exchanged(rank, p, q, a -> options.stride(a)))
            .withDilation(exchanged(rank, p, q, a -> options.dilation(a)));
    if (!options.padding().isSame()) {
      exchanged =
          exchanged.withPadding(
              Padding.of(
                  exchanged(rank, p, q, a -> geometry.axis(a).before()),
                  exchanged(rank, p, q, a -> geometry.axis(a).after())));
    }
    NdArray x = operands.input();
    NdArray w = operands.weights();
    NdArray b = operands.biasOrNull();
    NdArray turned = exchanged(x, options.layout(), p, q);
    NdArray kernel = exchanged(w, Layout.NCHW, p, q);
    NdArray bound = Compare.bound(subject, x, w, b, options);
    Compare.agree(
        subject,
        "spatial axes " + p + " and " + q + " exchanged",
        exchanged(subject.convolve(x, w, b, options), options.layout(), p, q),
        subject.convolve(turned, kernel, b, exchanged),
        exchanged(bound, options.layout(), p, q),
        Compare.bound(subject, turned, kernel, b, exchanged));
  }

  private static int[] exchanged(int rank, int p, int q, IntUnaryOperator size) {
    int[] sizes = new int[rank];
    Arrays.setAll(sizes, a -> size.applyAsInt(a == p ? q : a == q ? p : a));
    return sizes;
  }

  private static NdArray exchanged(NdArray array, Layout layout, int p, int q) {
    return Canonical.gather(
        array,
        layout,
        exchange(Canonical.extents(layout, array.shape()), p, q),
        index -> exchange(index, p, q));
  }

  private static int[] exchange(int[] index, int p, int q) {
    int kept = index[p + 2];
    index[p + 2] = index[q + 2];
    index[q + 2] = kept;
    return index;
  }

  private static void unit(LayerSubject subject, LayerOperands operands) {
    LayerGeometry geometry = operands.geometry();
    LayerOptions options = operands.options();
    int rank = geometry.spatialRank();
    int at = operands.choose(0, rank);
    LayerOptions wider =
        options
            .withStride(inserted(rank, at, 1, a -> options.stride(a)))
            .withDilation(inserted(rank, at, 1, a -> options.dilation(a)));
    if (!options.padding().isSame()) {
      wider =
          wider.withPadding(
              Padding.of(
                  inserted(rank, at, 0, a -> geometry.axis(a).before()),
                  inserted(rank, at, 0, a -> geometry.axis(a).after())));
    }
    NdArray x = operands.input();
    NdArray w = operands.weights();
    NdArray b = operands.biasOrNull();
    NdArray wide = x.reshape(withUnit(x.shape(), options.layout().spatialAxis(at)));
    NdArray kernel = w.reshape(withUnit(w.shape(), at + 2));
    Shape output = geometry.output();
    NdArray got = subject.convolve(wide, kernel, b, wider);
    Compare.agree(
        subject,
        "one more axis",
        subject.convolve(x, w, b, options),
        got.reshape(output),
        Compare.bound(subject, x, w, b, options),
        Compare.bound(subject, wide, kernel, b, wider).reshape(output));
  }

  private static int[] inserted(int rank, int at, int value, IntUnaryOperator size) {
    int[] sizes = new int[rank + 1];
    Arrays.setAll(sizes, a -> a == at ? value : size.applyAsInt(a < at ? a : a - 1));
    return sizes;
  }

  private static Shape withUnit(Shape shape, int axis) {
    int[] extents = new int[shape.rank() + 1];
    Arrays.setAll(extents, a -> a == axis ? 1 : shape.extent(a < axis ? a : a - 1));
    return Shape.of(extents);
  }
}
