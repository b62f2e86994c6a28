package org.conv4j.verify.layer.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.Rounding;
import org.conv4j.api.Shape;
import org.conv4j.verify.law.Agreement;
import org.conv4j.verify.law.Scope;
import org.conv4j.verify.law.Violation;
import org.conv4j.verify.layer.operand.LayerOperands;
import org.conv4j.verify.layer.operand.LayerSpace;

/** What must be refused, and how. */
final class LayerRefusalLaws {
  private static final Class<IllegalArgumentException> ILLEGAL = IllegalArgumentException.class;
  private static final Class<UnsupportedOperationException> UNCLAIMED =
      UnsupportedOperationException.class;

  private LayerRefusalLaws() {}

  static List<LayerLaw> all() {
    return List.of(
        LayerLaw.must(
            "layer.refuse.shapes",
            "Shapes and options that do not go together are an IllegalArgumentException.",
            leavingNothing(LayerRefusalLaws::shapes)),
        LayerLaw.must(
            "layer.refuse.bias",
            "A bias that is not one number of the type of the result for each output channel is an"
                + " IllegalArgumentException.",
            leavingNothing(LayerRefusalLaws::bias)),
        LayerLaw.must(
            "layer.refuse.null",
            "An argument that is null is a NullPointerException, the bias excepted.",
            leavingNothing(LayerRefusalLaws::nulls)),
        LayerLaw.must(
                "layer.refuse.unclaimed",
                "A dtype, a number of axes or a feature that is not claimed is an"
                    + " UnsupportedOperationException.",
                leavingNothing(LayerRefusalLaws::unclaimed))
            .scoped(LayerRefusalLaws::somethingUnclaimed),
        LayerLaw.must(
                "layer.refuse.message",
                "The message about channels that do not go together tells both numbers.",
                LayerRefusalLaws::message)
            .should());
  }

  private static Scope<LayerSpace> somethingUnclaimed(LayerCapabilities claims) {
    boolean everything =
        claims.dtypes().containsAll(EnumSet.allOf(DType.class))
            && claims.features().containsAll(EnumSet.allOf(LayerFeature.class))
            && claims.maxSpatialRank() == 3;
    return everything
        ? Scope.nothing("everything is claimed")
        : LayerLaw.claimed(LayerSpace.all(), claims);
  }

  /** Refusals that leave no trace: the next call gives what it gave before. */
  private static LayerLaw.Condition leavingNothing(LayerLaw.Condition refusals) {
    return (subject, operands) -> {
      Optional<NdArray> before = answered(subject, operands);
      refusals.check(subject, operands);
      before.ifPresent(
          result ->
              Agreement.identical(
                  "a call after one that was refused", result, answer(subject, operands)));
    };
  }

  private static NdArray answer(LayerSubject subject, LayerOperands operands) {
    return subject.convolve(
        operands.input(), operands.weights(), operands.biasOrNull(), operands.options());
  }

  /** Empty if the subject fails on these operands anyway; other laws report that. */
  private static Optional<NdArray> answered(LayerSubject subject, LayerOperands operands) {
    try {
      return Optional.of(answer(subject, operands));
    } catch (Violation e) {
      return Optional.empty();
    }
  }

  /** Requires that a call throws; returns what it threw. */
  private static Throwable refused(
      LayerSubject subject,
      Class<? extends Throwable> how,
      NdArray x,
      NdArray w,
      NdArray b,
      LayerOptions options) {
    String call =
        "convolve("
            + describe(x)
            + ", "
            + describe(w)
            + (b == null ? "" : ", bias " + describe(b))
            + ", "
            + options
            + ")"
            + (how == UNCLAIMED ? " is not claimed, and" : "");
    return Refusals.require(
        how,
        call,
        () ->
            subject
                .layers()
                .convolve(
                    x == null ? null : x.copy(),
                    w == null ? null : w.copy(),
                    b == null ? null : b.copy(),
                    options));
  }

  private static String describe(NdArray array) {
    return array == null ? "null" : array.dtype().numpyName() + " of shape " + array.shape();
  }

  private static void shapes(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray w = operands.weights();
    LayerOptions options = operands.options();
    LayerGeometry geometry = operands.geometry();
    int channel = options.layout().channelAxis(x.rank());
    // Channels of the input that the weights are not for, one more and one group less or more.
    illegal(subject, changed(x, channel, 1), w, options);
    illegal(subject, x, changed(w, 1, 1), options);
    if (geometry.outputChannels() > 1) {
      illegal(subject, x, w, options.withGroups(geometry.outputChannels() * 2));
    }
    if (subject.claims().features().contains(LayerFeature.GROUPS)) {
      // Input channels for two groups, and an odd number of filters.
      NdArray halves = resized(x, channel, 2 * w.shape().extent(1));
      LayerOptions two = LayerOptions.basic().withLayout(options.layout()).withGroups(2);
      illegal(subject, halves, resized(w, 0, 3), two);
    }
    // Another number of axes in one of the two, too few in both, too many in both.
    NdArray wide = w.reshape(unit(w.shape()));
    illegal(subject, x, wide, options);
    illegal(subject, x.reshape(unit(x.shape())), w, options);
    NdArray matrix = operands.another(Shape.of(2, 2), 0);
    illegal(subject, matrix, matrix, LayerOptions.basic());
    NdArray rank6 = operands.another(Shape.of(1, 1, 1, 1, 1, 1), 0);
    illegal(subject, rank6, rank6, LayerOptions.basic());
    // Nothing in it.
    for (int axis = 0; axis < x.rank(); axis++) {
      illegal(subject, empty(x, axis), w, options);
      illegal(subject, x, empty(w, axis), options);
    }
    // A window larger than the padded input.
    int at = operands.choose(0, geometry.spatialRank() - 1);
    int covered =
        geometry.axis(at).before() + geometry.axis(at).input() + geometry.axis(at).after();
    NdArray large = resized(w, at + 2, covered + 1);
    illegal(subject, x, large, Compare.explicit(geometry));
    // Numbers for another number of axes, and options of other calls.
    int[] more = new int[geometry.spatialRank() + 1];
    Arrays.fill(more, 1);
    if (more.length > 1) {
      illegal(subject, x, w, options.withStride(more));
      illegal(subject, x, w, options.withDilation(more));
      illegal(subject, x, w, options.withPadding(more));
    }
    illegal(subject, x, w, options.withOutputPadding(1));
    boolean quantises = subject.claims().features().contains(LayerFeature.ZERO_POINTS);
    if (quantises && !x.dtype().isInteger()) {
      illegal(subject, x, w, options.withZeroPoints(1, 0));
    }
  }

  private static void illegal(LayerSubject subject, NdArray x, NdArray w, LayerOptions options) {
    refused(subject, ILLEGAL, x, w, null, options);
  }

  private static NdArray changed(NdArray array, int axis, int by) {
    int[] extents = array.shape().toArray();
    extents[axis] += by;
    return NdArray.zeros(array.dtype(), Shape.of(extents));
  }

  private static NdArray resized(NdArray array, int axis, int extent) {
    return changed(array, axis, extent - array.shape().extent(axis));
  }

  private static NdArray empty(NdArray array, int axis) {
    return changed(array, axis, -array.shape().extent(axis));
  }

  private static Shape unit(Shape shape) {
    int[] extents = Arrays.copyOf(shape.toArray(), shape.rank() + 1);
    extents[shape.rank()] = 1;
    return Shape.of(extents);
  }

  private static void bias(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray w = operands.weights();
    LayerOptions options = operands.options();
    int channels = w.shape().extent(0);
    List<NdArray> wrong = new ArrayList<>();
    wrong.add(operands.another(Shape.of(channels + 1), 0));
    wrong.add(operands.another(Shape.of(channels, 1), 0));
    wrong.add(operands.another(Shape.SCALAR, 0));
    wrong.add(operands.another(Shape.of(0), 0));
    if (channels > 1) {
      wrong.add(operands.another(Shape.of(1), 0));
      wrong.add(operands.another(Shape.of(channels - 1), 0));
    }
    for (DType dtype : DType.values()) {
      if (dtype != x.dtype()) {
        wrong.add(NdArray.zeros(dtype, Shape.of(channels)));
      }
    }
    for (NdArray b : wrong) {
      refused(subject, ILLEGAL, x, w, b, options);
    }
    NdArray longer = wrong.get(0);
    Refusals.require(
        ILLEGAL,
        "prepare with a bias of shape " + longer.shape() + " for " + channels + " channels",
        () -> subject.layers().prepare(w.copy(), longer, options, x.shape()));
  }

  private static void nulls(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray w = operands.weights();
    NdArray b = operands.biasOrNull();
    LayerOptions options = operands.options();
    Class<NullPointerException> how = NullPointerException.class;
    refused(subject, how, null, w, b, options);
    refused(subject, how, x, null, b, options);
    refused(subject, how, x, w, b, null);
    Refusals.require(
        how, "prepare(null, …)", () -> subject.layers().prepare(null, b, options, x.shape()));
    Refusals.require(
        how, "prepare(…, null)", () -> subject.layers().prepare(w.copy(), b, options, null));
  }

  private static void unclaimed(LayerSubject subject, LayerOperands operands) {
    LayerCapabilities claims = subject.claims();
    NdArray x = operands.input();
    NdArray w = operands.weights();
    LayerOptions options = operands.options();
    LayerOptions plain = options.hasZeroPoints() ? options.withZeroPoints(0, 0) : options;
    for (DType dtype : without(DType.class, claims.dtypes())) {
      NdArray v = NdArray.zeros(dtype, x.shape());
      NdArray u = NdArray.zeros(dtype, w.shape());
      refused(subject, UNCLAIMED, v, u, null, plain);
      refused(subject, UNCLAIMED, x, u, null, plain);
      refused(subject, UNCLAIMED, v, w, null, plain);
    }
    for (DType other : claims.dtypes()) {
      if (!claims.dtypes().contains(DType.promote(x.dtype(), other))) {
        refused(subject, UNCLAIMED, x, NdArray.zeros(other, w.shape()), null, plain);
        refused(subject, UNCLAIMED, NdArray.zeros(other, x.shape()), w, null, plain);
      }
    }
    for (int rank = claims.maxSpatialRank() + 1; rank <= 3; rank++) {
      int[] extents = new int[rank + 2];
      Arrays.fill(extents, 2);
      NdArray high = NdArray.zeros(x.dtype(), Shape.of(extents));
      refused(subject, UNCLAIMED, high, high, null, LayerOptions.basic());
    }
    for (LayerFeature feature : without(LayerFeature.class, claims.features())) {
      feature(subject, x.dtype(), feature);
    }
  }

  /** A small layer that asks for one feature. */
  private static void feature(LayerSubject subject, DType type, LayerFeature feature) {
    LayerOptions basic = LayerOptions.basic();
    Optional<DType> integers =
        subject.claims().dtypes().stream().filter(DType::isInteger).findFirst();
    NdArray x = NdArray.zeros(type, Shape.of(1, 4, 5));
    NdArray w = NdArray.zeros(type, Shape.of(2, 4, 2));
    switch (feature) {
      case DILATION -> refused(subject, UNCLAIMED, x, w, null, basic.withDilation(2));
      case GROUPS ->
          refused(
              subject,
              UNCLAIMED,
              x,
              NdArray.zeros(type, Shape.of(2, 2, 2)),
              null,
              basic.withGroups(2));
      case UNEVEN_PADDING -> {
        refused(subject, UNCLAIMED, x, w, null, basic.withPadding(Padding.SAME_UPPER));
        refused(subject, UNCLAIMED, x, w, null, basic.withPadding(Padding.SAME_LOWER));
        Padding uneven = Padding.of(new int[] {0}, new int[] {1});
        refused(subject, UNCLAIMED, x, w, null, basic.withPadding(uneven));
      }
      case ROUNDING_UP ->
          refused(subject, UNCLAIMED, x, w, null, basic.withStride(2).withRounding(Rounding.UP));
      case CHANNELS_LAST ->
          refused(
              subject,
              UNCLAIMED,
              NdArray.zeros(type, Shape.of(1, 5, 4)),
              w,
              null,
              basic.withLayout(Layout.NHWC));
      case ZERO_POINTS ->
          integers.ifPresent(
              dtype ->
                  refused(
                      subject,
                      UNCLAIMED,
                      x.cast(dtype),
                      w.cast(dtype),
                      null,
                      basic.withZeroPoints(1, 0)));
    }
  }

  private static <E extends Enum<E>> List<E> without(Class<E> type, Set<E> some) {
    List<E> rest = new ArrayList<>(EnumSet.allOf(type));
    rest.removeAll(some);
    return rest;
  }

  private static void message(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    LayerOptions options = operands.options();
    int channel = options.layout().channelAxis(x.rank());
    NdArray more = changed(x, channel, 1);
    Throwable refusal = refused(subject, ILLEGAL, more, operands.weights(), null, options);
    String message = String.valueOf(refusal.getMessage());
    int wanted = operands.weights().shape().extent(1) * options.groups();
    for (int count : new int[] {wanted, wanted + 1}) {
      if (!message.matches("(?s)(.*\\D)?" + count + "(\\D.*)?")) {
        throw new Violation(
            "the message \"" + message + "\" does not tell the number of channels " + count);
      }
    }
  }
}
