package org.conv4j.verify.layer.operand;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.conv4j.api.DType;
import org.conv4j.api.LayerFeature;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.search.Drawing;
import org.conv4j.verify.search.Reach;

/**
 * Recipes of layers that leave no awkward size to chance: extents, kernels, channels of the input
 * and of the output, groups and batches near the sizes of registers and blocks, and layers of
 * textbooks and networks. Types and elements are drawn.
 */
public final class LayerSweep {
  /** Sizes at which loops over registers and blocks change course. */
  private static final int[] SIZES =
      IntStream.concat(
              IntStream.rangeClosed(1, 25),
              IntStream.of(
                  31, 32, 33, 47, 48, 49, 63, 64, 65, 96, 127, 128, 129, 255, 256, 257, 511, 512,
                  513, 1000, 1023, 1024, 1025, 2047, 2048, 2049, 4096, 4097, 16_385, 65_537,
                  131_073, 1_000_003))
          .toArray();

  private static final int MOST_CHANNELS = 513;
  private static final int MOST_KERNEL = 513;
  private static final int MOST_BATCH = 65;

  /** Whole numbers and dyadic fractions, whose exact sums are quick. */
  private static final Set<Regime> QUICK = EnumSet.of(Regime.INTEGERS, Regime.DYADIC);

  private static final double MANY_TERMS = 50_000;

  private final LayerSpace space;
  private final Random random;
  private final List<LayerSpace.Kind> kinds;
  private final double mostWork;
  private final List<LayerRecipe> recipes = new ArrayList<>();

  private LayerSweep(LayerSpace space, Reach reach, long seed) {
    this.space = space;
    this.random = new Random(seed);
    this.kinds = space.kinds();
    this.mostWork =
        switch (reach) {
          case SHORT -> 1 << 15;
          case LONG -> 1 << 20;
          case VERY_LONG -> 1 << 23;
        };
  }

  /**
   * The recipes that something is checked on in turn.
   *
   * @param drawing which recipes
   * @param space what to keep to
   * @param reach how large layers become
   * @param seed the same seed gives the same recipes
   * @return a fresh list; empty if they are to be drawn at random
   */
  public static List<LayerRecipe> forDrawing(
      Drawing drawing, LayerSpace space, Reach reach, long seed) {
    return switch (drawing) {
      case SIZES -> sizes(space, reach, seed);
      case KINDS -> kinds(space, reach, seed);
      case RANDOM -> List.of();
    };
  }

  private static List<LayerRecipe> kinds(LayerSpace space, Reach reach, long seed) {
    Random random = new Random(seed);
    List<LayerRecipe> recipes = new ArrayList<>();
    for (int i = 0; i < reach.ofKind(); i++) {
      for (LayerSpace.Kind kind : space.kinds()) {
        recipes.add(LayerDraw.recipe(space, kind, random));
      }
    }
    return List.copyOf(recipes);
  }

  private static List<LayerRecipe> sizes(LayerSpace space, Reach reach, long seed) {
    LayerSweep sweep = new LayerSweep(space, reach, seed);
    for (int size : SIZES) {
      sweep.extents(size);
      sweep.kernels(size);
      sweep.channels(size);
      sweep.batches(size);
    }
    sweep.blocks();
    sweep.steps();
    sweep.patches();
    sweep.famous();
    return List.copyOf(sweep.recipes);
  }

  private int upTo(int most) {
    return 1 + random.nextInt(most);
  }

  /** A length along the last axis, and along the first of two. */
  private void extents(int size) {
    int kernel = Math.min(size, upTo(4));
    add(1, 1, upTo(3), upTo(9), List.of(AxisSizes.of(size, kernel)));
    AxisSizes padded = AxisSizes.of(size, kernel).withPadding(kernel / 2, kernel / 2);
    add(1, 1, upTo(2), upTo(4), List.of(AxisSizes.of(4, 2), padded));
    add(1, 1, upTo(2), upTo(4), List.of(padded, AxisSizes.of(4, 2)));
    add(1, 1, 1, 2, List.of(AxisSizes.of(3, 2), AxisSizes.of(2, 1), padded.withStride(2)));
  }

  /** A kernel of a length, in an input with a few outputs. */
  private void kernels(int size) {
    if (size <= MOST_KERNEL) {
      AxisSizes axis = AxisSizes.of(size + upTo(5), size);
      add(1, 1, upTo(2), upTo(3), List.of(axis));
      add(1, 1, 1, upTo(3), List.of(axis, AxisSizes.of(5, 3)));
      add(1, 1, 1, upTo(3), List.of(AxisSizes.of(5, 3), axis.withPadding(size / 2, size / 2)));
    }
  }

  /** Many channels in the input, in the output, in both, or one in each of many groups. */
  private void channels(int size) {
    if (size <= MOST_CHANNELS) {
      add(upTo(3), 1, size, upTo(9), axes(2, 4, 1));
      add(upTo(3), 1, size, upTo(3), axes(1, 5, 3));
      add(1, 1, upTo(9), size, axes(2, 4, 1));
      add(1, 1, upTo(3), size, axes(1, 5, 3));
      add(1, 1, size, size, axes(1, 3, 1));
      AxisSizes three = AxisSizes.of(4 + upTo(4), 3).withPadding(1, 1);
      add(1, 1, size, size, List.of(three, AxisSizes.of(4 + upTo(4), 3).withPadding(1, 1)));
      add(1, 1, size, upTo(9), List.of(three.withStride(2), three));
      add(1, 2, upTo(3), size, List.of(three));
      add(1, size, 1, 1, axes(2, 5, 3));
      add(1, size, 1, 2, axes(1, 7, 2));
      add(1, size, 2, 3, axes(1, 4, 2));
    }
  }

  private void batches(int size) {
    if (size <= MOST_BATCH) {
      add(size, 1, 1, 2, axes(1, 3, 2));
      add(size, 1, 2, 3, axes(2, 4, 3));
      add(size, 1, 1, 1, axes(3, 2, 1));
    }
  }

  /**
   * Three taps and enough channels for blocks of eight, of every kind of values: where fast
   * algorithms for small kernels are taken, and lose what magnitudes far apart have in common.
   */
  private void blocks() {
    for (LayerSpace.Kind kind : kinds) {
      AxisSizes axis = AxisSizes.of(9 + upTo(8), 3).withPadding(1, 1);
      add(new LayerSizes(1, 1, 7 + upTo(9), 7 + upTo(9), List.of(axis), Set.of()), List.of(kind));
    }
  }

  /** Windows side by side, with a rest that none covers. */
  private void patches() {
    for (int patch = 2; patch <= 5; patch++) {
      AxisSizes axis = AxisSizes.of(2 * patch + upTo(patch - 1), patch).withStride(patch);
      add(1, 1, upTo(3), upTo(9), List.of(axis));
      add(upTo(2), 1, upTo(3), upTo(5), List.of(axis, axis));
      AxisSizes longer = AxisSizes.of(3 * patch + upTo(patch - 1), patch).withStride(patch);
      add(upTo(2), 1, upTo(3), upTo(5), List.of(axis, longer));
      add(upTo(2), 1, upTo(3), upTo(5), List.of(longer, axis));
      add(1, 1, 1, upTo(3), List.of(axis, axis, axis));
    }
  }

  /** Strides and dilations, and windows that are apart from each other. */
  private void steps() {
    for (int stride = 1; stride <= 6; stride++) {
      for (int dilation = 1; dilation <= 4; dilation++) {
        AxisSizes axis =
            AxisSizes.of(20 + upTo(8), upTo(4)).withStride(stride).withDilation(dilation);
        add(1, 1, upTo(3), upTo(9), List.of(axis));
        add(2, 1, upTo(2), upTo(3), List.of(axis, AxisSizes.of(6, 3).withPadding(1, 1)));
        add(1, 2, upTo(2), 1, List.of(AxisSizes.of(9, 2).withStride(2), axis.withPadding(3, 3)));
      }
    }
  }

  /** The textbook's, and the shapes of layers of networks, with fewer channels. */
  private void famous() {
    add(1, 1, 3, 6, axes(2, 32, 5));
    add(2, 1, 6, 16, axes(2, 14, 5));
    add(1, 1, 3, 8, steps(2, 29, 7, 2, 3));
    add(1, 1, 3, 8, steps(2, 47, 11, 4, 0));
    add(1, 1, 8, 9, steps(2, 14, 3, 1, 1));
    add(1, 1, 16, 8, steps(2, 13, 1, 1, 0));
    add(1, 1, 8, 16, steps(2, 15, 1, 2, 0));
    add(1, 12, 1, 1, steps(2, 17, 3, 2, 1));
    add(1, 8, 1, 1, steps(2, 20, 7, 1, 3));
    add(1, 4, 1, 1, List.of(AxisSizes.of(300, 300).withPadding(150, 150)));
    add(1, 1, 2, 3, steps(3, 7, 3, 2, 1));
  }

  private List<AxisSizes> axes(int rank, int extent, int kernel) {
    return steps(rank, extent, kernel, 1, 0);
  }

  private static List<AxisSizes> steps(int rank, int extent, int kernel, int stride, int padding) {
    AxisSizes axis = AxisSizes.of(extent, kernel).withStride(stride).withPadding(padding, padding);
    return IntStream.range(0, rank).mapToObj(a -> axis).toList();
  }

  /** Takes the layer if it belongs to the space, with traits that are drawn. */
  private void add(int batch, int groups, int inputs, int outputs, List<AxisSizes> axes) {
    // Doubles and floats are what most people compute with.
    List<LayerSpace.Kind> usual =
        kinds.stream().filter(kind -> kind.dtype().compareTo(DType.INT64) < 0).toList();
    add(
        new LayerSizes(batch, groups, inputs, outputs, axes, Set.of()),
        usual.isEmpty() || random.nextInt(3) == 0 ? kinds : usual);
  }

  /** The same with a kind that is drawn among some. */
  private void add(LayerSizes sizes, List<LayerSpace.Kind> some) {
    if (!sizes.isValid() || sizes.work() > mostWork) {
      return;
    }
    boolean many = sizes.work() > MANY_TERMS;
    List<LayerSpace.Kind> from =
        some.stream()
            .filter(k -> k.dtype().isInteger() || !many || QUICK.contains(k.regime()))
            .toList();
    if (from.isEmpty()) {
      return;
    }
    LayerSpace.Kind kind = from.get(random.nextInt(from.size()));
    LayerRecipe recipe =
        new LayerRecipe(
            kind.dtype(),
            sizes.withTraits(traits(kind.dtype())),
            kind.regime(),
            LayerDraw.seed(random));
    if (space.excludes(recipe).isEmpty()) {
      recipes.add(recipe);
    }
  }

  private Set<Trait> traits(DType dtype) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (space.allows(LayerFeature.CHANNELS_LAST) && random.nextInt(4) == 0) {
      traits.add(Trait.NHWC);
    }
    if (space.allows(LayerFeature.ROUNDING_UP) && random.nextInt(4) == 0) {
      traits.add(Trait.UP);
    }
    if (space.allows(LayerFeature.ZERO_POINTS) && dtype.isInteger() && random.nextBoolean()) {
      traits.add(Trait.ZEROS);
    }
    if (random.nextInt(4) == 0) {
      traits.add(Trait.BIAS);
    }
    return traits;
  }
}
