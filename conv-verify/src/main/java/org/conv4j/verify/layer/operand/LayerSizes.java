package org.conv4j.verify.layer.operand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.Padding;
import org.conv4j.api.Rounding;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Words;

/**
 * Everything of a layer except types and elements. Channels are counted by group, so that any
 * numbers go together.
 *
 * @param batch the number of items, positive
 * @param groups the number of groups, positive
 * @param inputs the input channels of each group, positive
 * @param outputs the output channels of each group, positive
 * @param axes the spatial axes, one to three, outermost first
 * @param traits what else it has
 */
public record LayerSizes(
    int batch, int groups, int inputs, int outputs, List<AxisSizes> axes, Set<Trait> traits) {
  private static final String PLAIN = "plain";

  /**
   * Copies the collections.
   *
   * @param batch as above
   * @param groups as above
   * @param inputs as above
   * @param outputs as above
   * @param axes as above
   * @param traits as above
   */
  public LayerSizes {
    axes = List.copyOf(axes);
    Set<Trait> ordered = EnumSet.noneOf(Trait.class);
    ordered.addAll(traits);
    traits = Collections.unmodifiableSet(ordered);
  }

  LayerSizes withAxes(List<AxisSizes> other) {
    return new LayerSizes(batch, groups, inputs, outputs, other, traits);
  }

  LayerSizes withTraits(Set<Trait> other) {
    return new LayerSizes(batch, groups, inputs, outputs, axes, other);
  }

  LayerSizes without(Trait trait) {
    Set<Trait> rest = EnumSet.noneOf(Trait.class);
    rest.addAll(traits);
    rest.remove(trait);
    return withTraits(rest);
  }

  /**
   * Whether it has a trait.
   *
   * @param trait the trait
   * @return true if it has
   */
  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** Whether it asks for something that not every implementation computes. */
  boolean uses(LayerFeature feature) {
    return switch (feature) {
      case DILATION -> axes.stream().anyMatch(axis -> axis.dilation() > 1);
      case GROUPS -> groups > 1;
      case UNEVEN_PADDING ->
          geometry().axes().stream().anyMatch(axis -> axis.before() != axis.after());
      case ROUNDING_UP -> has(Trait.UP);
      case CHANNELS_LAST -> has(Trait.NHWC);
      case ZERO_POINTS -> has(Trait.ZERO) || has(Trait.ZEROS);
    };
  }

  /** What kind of layer it is. */
  LayerKind kind() {
    return LayerKind.of(geometry());
  }

  /** The shape of the input, in the layout of the layer. */
  Shape input() {
    Layout layout = has(Trait.NHWC) ? Layout.NHWC : Layout.NCHW;
    int[] extents = canonicalInput().toArray();
    int[] ordered = extents.clone();
    ordered[layout.channelAxis(extents.length)] = extents[1];
    for (int axis = 0; axis < axes.size(); axis++) {
      ordered[layout.spatialAxis(axis)] = extents[axis + 2];
    }
    return Shape.of(ordered);
  }

  private Shape canonicalInput() {
    return shape(batch, groups * inputs, AxisSizes::extent);
  }

  /** The shape of the weights. */
  Shape weights() {
    return shape(groups * outputs, inputs, AxisSizes::kernel);
  }

  private Shape shape(int first, int second, ToIntFunction<AxisSizes> size) {
    int[] extents = new int[axes.size() + 2];
    extents[0] = first;
    extents[1] = second;
    for (int axis = 0; axis < axes.size(); axis++) {
      extents[axis + 2] = size.applyAsInt(axes.get(axis));
    }
    return Shape.of(extents);
  }

  private int[] sizes(ToIntFunction<AxisSizes> size) {
    return axes.stream().mapToInt(size).toArray();
  }

  /** The options, without zero points, which are made from a seed. */
  LayerOptions options() {
    Padding padding =
        has(Trait.UPPER)
            ? Padding.SAME_UPPER
            : has(Trait.LOWER)
                ? Padding.SAME_LOWER
                : Padding.of(sizes(AxisSizes::before), sizes(AxisSizes::after));
    return LayerOptions.basic()
        .withStride(sizes(AxisSizes::stride))
        .withDilation(sizes(AxisSizes::dilation))
        .withPadding(padding)
        .withGroups(groups)
        .withRounding(has(Trait.UP) ? Rounding.UP : Rounding.DOWN)
        .withLayout(has(Trait.NHWC) ? Layout.NHWC : Layout.NCHW);
  }

  /**
   * The sizes of the layer.
   *
   * @return the geometry
   * @throws IllegalArgumentException if no window fits
   * @throws ArithmeticException if something is larger than an array
   */
  public LayerGeometry geometry() {
    return LayerGeometry.of(input(), weights(), options());
  }

  /** Whether there is such a layer. */
  boolean isValid() {
    try {
      return geometry().axes().stream().map(LayerAxis::output).allMatch(count -> count > 0);
    } catch (IllegalArgumentException | ArithmeticException e) {
      return false;
    }
  }

  /** The number of products, and of outputs. */
  double work() {
    LayerGeometry geometry = geometry();
    return (double) geometry.multiplyAdds() + geometry.output().size();
  }

  /**
   * The sizes in three words.
   *
   * @return for example {@code 1x4x9x9/6x2x3x3/s2x1,p1x1:0x0,g2,nhwc,bias}; the input as in NCHW
   */
  String token() {
    List<String> options = new ArrayList<>();
    add(options, "s", sizes(AxisSizes::stride), 1);
    add(options, "d", sizes(AxisSizes::dilation), 1);
    int[] before = sizes(AxisSizes::before);
    int[] after = sizes(AxisSizes::after);
    if (Arrays.stream(before).anyMatch(n -> n != 0) || Arrays.stream(after).anyMatch(n -> n != 0)) {
      options.add("p" + Words.of(Shape.of(before)) + ":" + Words.of(Shape.of(after)));
    }
    if (groups > 1) {
      options.add("g" + groups);
    }
    traits.forEach(trait -> options.add(trait.token()));
    return Words.of(canonicalInput())
        + "/"
        + Words.of(weights())
        + "/"
        + (options.isEmpty() ? PLAIN : String.join(",", options));
  }

  private static void add(List<String> options, String letter, int[] sizes, int usual) {
    if (Arrays.stream(sizes).anyMatch(size -> size != usual)) {
      options.add(letter + Words.of(Shape.of(sizes)));
    }
  }

  /** Reads what {@link #token} wrote. */
  static LayerSizes parse(String inputWord, String weightsWord, String optionsWord) {
    Shape input = Words.shape(inputWord);
    Shape weights = Words.shape(weightsWord);
    int rank = input.rank() - 2;
    if (rank < 1 || rank > 3 || weights.rank() != input.rank()) {
      throw new IllegalArgumentException(
          "input and weights of a layer have 3 to 5 axes: " + inputWord + ", " + weightsWord);
    }
    int[] stride = filled(rank, 1);
    int[] dilation = filled(rank, 1);
    int[] before = filled(rank, 0);
    int[] after = filled(rank, 0);
    int groups = 1;
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    for (String word : optionsWord.equals(PLAIN) ? new String[0] : optionsWord.split(",", -1)) {
      if (word.matches("s[0-9x]+")) {
        stride = sizes(word.substring(1), rank);
      } else if (word.matches("d[0-9x]+")) {
        dilation = sizes(word.substring(1), rank);
      } else if (word.matches("p[0-9x]+:[0-9x]+")) {
        before = sizes(word.substring(1, word.indexOf(':')), rank);
        after = sizes(word.substring(word.indexOf(':') + 1), rank);
      } else if (word.matches("g[1-9][0-9]{0,5}")) {
        groups = Integer.parseInt(word.substring(1));
      } else {
        traits.add(
            Trait.ofToken(word)
                .orElseThrow(
                    () -> new IllegalArgumentException("no option of a layer: \"" + word + "\"")));
      }
    }
    if (input.extent(1) != groups * weights.extent(1) || weights.extent(0) % groups != 0) {
      throw new IllegalArgumentException(
          "channels and groups do not go together: " + inputWord + ", " + weightsWord);
    }
    List<AxisSizes> axes = new ArrayList<>();
    for (int a = 0; a < rank; a++) {
      axes.add(
          new AxisSizes(
              input.extent(a + 2),
              weights.extent(a + 2),
              stride[a],
              dilation[a],
              before[a],
              after[a]));
    }
    int outputs = weights.extent(0) / groups;
    return new LayerSizes(input.extent(0), groups, weights.extent(1), outputs, axes, traits);
  }

  private static int[] filled(int rank, int value) {
    int[] sizes = new int[rank];
    Arrays.fill(sizes, value);
    return sizes;
  }

  private static int[] sizes(String word, int rank) {
    int[] sizes = Words.shape(word).toArray();
    if (sizes.length != rank) {
      throw new IllegalArgumentException("there are " + rank + " spatial axes, not as in " + word);
    }
    return sizes;
  }
}
