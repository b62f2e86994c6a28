package org.conv4j.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a layer does besides summing products: stride, padding, dilation, groups and rarer options.
 * Immutable; the {@code with} methods return changed copies.
 *
 * <pre>{@code
 * LayerOptions options = LayerOptions.basic().withStride(2, 2).withPadding(Padding.SAME_UPPER);
 * }</pre>
 *
 * <p>Numbers for axes are those of the spatial axes, outermost first; a single one counts for all.
 */
public final class LayerOptions {
  private static final LayerOptions BASIC = new LayerOptions(new Draft());

  private final BroadcastInts stride;
  private final BroadcastInts dilation;
  private final Padding padding;
  private final BroadcastInts outputPadding;
  private final int groups;
  private final Rounding rounding;
  private final Layout layout;
  private final int inputZeroPoint;
  private final BroadcastInts weightZeroPoints;

  /** Options that may still be changed. */
  private static final class Draft {
    private BroadcastInts stride = BroadcastInts.of("stride", 1, 1);
    private BroadcastInts dilation = BroadcastInts.of("dilation", 1, 1);
    private Padding padding = Padding.VALID;
    private BroadcastInts outputPadding = BroadcastInts.of("output padding", 0, 0);
    private int groups = 1;
    private Rounding rounding = Rounding.DOWN;
    private Layout layout = Layout.NCHW;
    private int inputZeroPoint;
    private BroadcastInts weightZeroPoints = weightZeroPoints(0);

    Draft() {}

    Draft(LayerOptions options) {
      stride = options.stride;
      dilation = options.dilation;
      padding = options.padding;
      outputPadding = options.outputPadding;
      groups = options.groups;
      rounding = options.rounding;
      layout = options.layout;
      inputZeroPoint = options.inputZeroPoint;
      weightZeroPoints = options.weightZeroPoints;
    }

    static BroadcastInts weightZeroPoints(int... points) {
      return BroadcastInts.of("weight zero points", Integer.MIN_VALUE, points);
    }
  }

  private LayerOptions(Draft draft) {
    stride = draft.stride;
    dilation = draft.dilation;
    padding = draft.padding;
    outputPadding = draft.outputPadding;
    groups = draft.groups;
    rounding = draft.rounding;
    layout = draft.layout;
    inputZeroPoint = draft.inputZeroPoint;
    weightZeroPoints = draft.weightZeroPoints;
  }

  /**
   * The plain layer: stride 1, no padding, no dilation, one group.
   *
   * @return those options
   */
  public static LayerOptions basic() {
    return BASIC;
  }

  /**
   * These options with another stride: how far a window moves from one output to the next.
   *
   * @param stride one number for each spatial axis, or one for all; each at least 1
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, or one is less than 1
   */
  public LayerOptions withStride(int... stride) {
    Draft draft = new Draft(this);
    draft.stride = BroadcastInts.of("stride", 1, stride);
    return new LayerOptions(draft);
  }

  /**
   * These options with another dilation: how far apart in the input neighbouring taps of the kernel
   * are.
   *
   * @param dilation one number for each spatial axis, or one for all; each at least 1
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, or one is less than 1
   */
  public LayerOptions withDilation(int... dilation) {
    Draft draft = new Draft(this);
    draft.dilation = BroadcastInts.of("dilation", 1, dilation);
    return new LayerOptions(draft);
  }

  /**
   * These options with other padding.
   *
   * @param padding the zeros around the input
   * @return a changed copy
   */
  public LayerOptions withPadding(Padding padding) {
    Draft draft = new Draft(this);
    draft.padding = Objects.requireNonNull(padding, "padding");
    return new LayerOptions(draft);
  }

  /**
   * These options with the same number of zeros before and after the input.
   *
   * @param amounts one for each spatial axis, or one for all; none negative
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, or one is negative
   */
  public LayerOptions withPadding(int... amounts) {
    return withPadding(Padding.of(amounts));
  }

  /**
   * These options with another number of groups. Input and output channels are divided into as many
   * blocks of neighbours, and each block of outputs sees only the block of inputs of the same
   * number. As many groups as input channels make a depthwise layer.
   *
   * @param groups at least 1; must divide the input channels and the output channels
   * @return a changed copy
   * @throws IllegalArgumentException if it is less than 1
   */
  public LayerOptions withGroups(int groups) {
    if (groups < 1) {
      throw new IllegalArgumentException("groups must be at least 1: " + groups);
    }
    Draft draft = new Draft(this);
    draft.groups = groups;
    return new LayerOptions(draft);
  }

  /**
   * These options with another rounding of the number of outputs.
   *
   * @param rounding down or up
   * @return a changed copy
   */
  public LayerOptions withRounding(Rounding rounding) {
    Draft draft = new Draft(this);
    draft.rounding = Objects.requireNonNull(rounding, "rounding");
    return new LayerOptions(draft);
  }

  /**
   * These options with another order of axes of input and output.
   *
   * @param layout the order
   * @return a changed copy
   */
  public LayerOptions withLayout(Layout layout) {
    Draft draft = new Draft(this);
    draft.layout = Objects.requireNonNull(layout, "layout");
    return new LayerOptions(draft);
  }

  /**
   * These options with outputs added after the result of a transposed layer. A stride {@code s}
   * gives inputs of {@code s} different extents the same number of outputs; this number tells which
   * of them the transposed layer returns. Only transposed layers take it.
   *
   * @param amounts one for each spatial axis, or one for all; each at least 0 and less than the
   *     stride or the dilation
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, or one is negative
   */
  public LayerOptions withOutputPadding(int... amounts) {
    Draft draft = new Draft(this);
    draft.outputPadding = BroadcastInts.of("output padding", 0, amounts);
    return new LayerOptions(draft);
  }

  /**
   * These options with zero points, for quantised data: the layer computes with {@code input -
   * inputZeroPoint} and {@code weights - weightZeroPoint}. Padding stands for the zero point, so it
   * adds nothing to a sum. Only integers can have zero points.
   *
   * <p>Source: ONNX operator ConvInteger.
   *
   * @param input the number that stands for zero in the input
   * @param weights the number that stands for zero in the weights: one for each output channel, or
   *     one for all
   * @return a changed copy
   * @throws IllegalArgumentException if there is no number for the weights
   */
  public LayerOptions withZeroPoints(int input, int... weights) {
    Draft draft = new Draft(this);
    draft.inputZeroPoint = input;
    draft.weightZeroPoints = Draft.weightZeroPoints(weights);
    return new LayerOptions(draft);
  }

  /**
   * The stride of a spatial axis.
   *
   * @param axis from 0, the outermost spatial axis
   * @return at least 1
   */
  public int stride(int axis) {
    return stride.at(axis);
  }

  /**
   * The dilation of a spatial axis.
   *
   * @param axis from 0, the outermost spatial axis
   * @return at least 1
   */
  public int dilation(int axis) {
    return dilation.at(axis);
  }

  /**
   * The padding.
   *
   * @return as it was given; {@link LayerGeometry} knows the amounts
   */
  public Padding padding() {
    return padding;
  }

  /**
   * The number of groups.
   *
   * @return at least 1
   */
  public int groups() {
    return groups;
  }

  /**
   * The rounding of the number of outputs.
   *
   * @return down or up
   */
  public Rounding rounding() {
    return rounding;
  }

  /**
   * The order of axes of input and output.
   *
   * @return the order
   */
  public Layout layout() {
    return layout;
  }

  /**
   * The outputs that a transposed layer adds after a spatial axis.
   *
   * @param axis from 0, the outermost spatial axis
   * @return at least 0
   */
  public int outputPadding(int axis) {
    return outputPadding.at(axis);
  }

  /**
   * The number that stands for zero in the input.
   *
   * @return 0 unless set
   */
  public int inputZeroPoint() {
    return inputZeroPoint;
  }

  /**
   * The number that stands for zero in the weights of an output channel.
   *
   * @param outputChannel from 0 on
   * @return 0 unless set
   */
  public int weightZeroPoint(int outputChannel) {
    return weightZeroPoints.at(outputChannel);
  }

  /**
   * Whether a number other than 0 stands for zero, in the input or in the weights.
   *
   * @return true for quantised data
   */
  public boolean hasZeroPoints() {
    return inputZeroPoint != 0 || !weightZeroPoints.isAll(0);
  }

  /** Whether a transposed layer adds outputs. */
  boolean hasOutputPadding() {
    return !outputPadding.isAll(0);
  }

  /** Refuses numbers for another number of axes or channels. */
  void requireCounts(int spatialRank, int outputChannels) {
    stride.requireCount(spatialRank, "spatial axes");
    dilation.requireCount(spatialRank, "spatial axes");
    padding.requireCount(spatialRank);
    outputPadding.requireCount(spatialRank, "spatial axes");
    weightZeroPoints.requireCount(outputChannels, "output channels");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LayerOptions that
        && stride.equals(that.stride)
        && dilation.equals(that.dilation)
        && padding.equals(that.padding)
        && outputPadding.equals(that.outputPadding)
        && groups == that.groups
        && rounding == that.rounding
        && layout == that.layout
        && inputZeroPoint == that.inputZeroPoint
        && weightZeroPoints.equals(that.weightZeroPoints);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        stride,
        dilation,
        padding,
        outputPadding,
        groups,
        rounding.name(),
        layout.name(),
        inputZeroPoint,
        weightZeroPoints);
  }

  /**
   * For example {@code stride 2, padding SAME_UPPER, groups 3}: what differs from the plain layer.
   */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    parts.add("stride " + stride);
    if (!dilation.isAll(1)) {
      parts.add("dilation " + dilation);
    }
    if (!padding.equals(Padding.VALID)) {
      parts.add("padding " + padding);
    }
    if (hasOutputPadding()) {
      parts.add("output padding " + outputPadding);
    }
    if (groups > 1) {
      parts.add("groups " + groups);
    }
    if (rounding == Rounding.UP) {
      parts.add("rounding up");
    }
    if (layout == Layout.NHWC) {
      parts.add("NHWC");
    }
    if (hasZeroPoints()) {
      parts.add("zero points " + inputZeroPoint + " and " + weightZeroPoints);
    }
    return String.join(", ", parts);
  }
}
