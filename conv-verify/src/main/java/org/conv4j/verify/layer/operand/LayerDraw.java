package org.conv4j.verify.layer.operand;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerFeature;

/**
 * Draws recipes of a space: mostly small ones, in which every option meets every other, and now and
 * then one with many channels or a long axis.
 */
public final class LayerDraw {
  private static final long MOST_SEED = 0xffff_ffffL;

  /** One layer in this many is larger than usual. */
  private static final int RARE = 10;

  private final LayerSpace space;
  private final Random random;

  private LayerDraw(LayerSpace space, Random random) {
    this.space = space;
    this.random = random;
  }

  /**
   * Draws one recipe.
   *
   * @param space what to draw from; not empty
   * @param random the source of chance
   * @return the recipe
   */
  public static LayerRecipe recipe(LayerSpace space, Random random) {
    List<LayerSpace.Kind> kinds = space.kinds();
    return recipe(space, kinds.get(random.nextInt(kinds.size())), random);
  }

  /** The same for a given type and regime. */
  static LayerRecipe recipe(LayerSpace space, LayerSpace.Kind kind, Random random) {
    LayerSpace ofKind = space.withDTypes(dtype -> dtype == kind.dtype());
    LayerDraw draw = new LayerDraw(ofKind, random);
    while (true) {
      LayerRecipe recipe = draw.recipe(kind);
      boolean fits = recipe.sizes().isValid() && recipe.sizes().work() <= space.work();
      if (fits && ofKind.excludes(recipe).isEmpty()) {
        return recipe;
      }
    }
  }

  private LayerRecipe recipe(LayerSpace.Kind kind) {
    int rank = Math.max(space.minRank(), Math.min(space.maxRank(), oneOf(1, 1, 1, 2, 2, 2, 2, 3)));
    List<AxisSizes> axes = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      axes.add(axis(rank));
    }
    int groups = wants(LayerFeature.GROUPS, 3) ? oneOf(2, 2, 3, 4, 5) : 1;
    int inputs = groups > 1 && random.nextInt(3) == 0 ? 1 : channels();
    LayerSizes sizes =
        new LayerSizes(oneOf(1, 1, 2, 2, 3), groups, inputs, channels(), axes, traits());
    return new LayerRecipe(kind.dtype(), evened(sizes), kind.regime(), seed(random));
  }

  static long seed(Random random) {
    return random.nextInt() & MOST_SEED;
  }

  private int channels() {
    return random.nextInt(RARE) == 0 ? 1 + random.nextInt(20) : oneOf(1, 1, 2, 2, 3, 4);
  }

  private AxisSizes axis(int rank) {
    int kernel = random.nextInt(RARE) == 0 ? 1 + random.nextInt(9) : oneOf(1, 1, 2, 2, 3, 3, 3, 4);
    int stride = oneOf(1, 1, 1, 1, 2, 2, 3, 4);
    int dilation = wants(LayerFeature.DILATION, 3) ? oneOf(2, 2, 3) : 1;
    int before = oneOf(0, 0, 0, 1, 1, 2, 3);
    int after = wants(LayerFeature.UNEVEN_PADDING, 2) ? oneOf(0, 0, 1, 2, 3) : before;
    int window = dilation * (kernel - 1) + 1;
    int more = random.nextInt(RARE) == 0 ? random.nextInt(rank == 1 ? 150 : 30) : random.nextInt(7);
    int extent = Math.max(1, window - before - after) + more;
    return new AxisSizes(extent, kernel, stride, dilation, before, after);
  }

  private Set<Trait> traits() {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (random.nextInt(4) == 0) {
      traits.add(random.nextBoolean() ? Trait.UPPER : Trait.LOWER);
    }
    if (wants(LayerFeature.ROUNDING_UP, 4)) {
      traits.add(Trait.UP);
    }
    if (wants(LayerFeature.CHANNELS_LAST, 4)) {
      traits.add(Trait.NHWC);
    }
    if (random.nextInt(3) == 0) {
      traits.add(Trait.BIAS);
    }
    if (wants(LayerFeature.ZERO_POINTS, 3)) {
      traits.add(random.nextBoolean() ? Trait.ZERO : Trait.ZEROS);
    }
    return traits;
  }

  /** Without the padding that is made from sizes, if it is uneven and must not be. */
  private LayerSizes evened(LayerSizes sizes) {
    boolean must = !space.allows(LayerFeature.UNEVEN_PADDING) && sizes.isValid();
    return must && sizes.geometry().axes().stream().anyMatch(LayerDraw::isUneven)
        ? sizes.without(Trait.UPPER).without(Trait.LOWER)
        : sizes;
  }

  private static boolean isUneven(LayerAxis axis) {
    return axis.before() != axis.after();
  }

  /** Whether to ask for a feature: always, never, or once in so many times. */
  private boolean wants(LayerFeature feature, int times) {
    return space.always().contains(feature)
        || (space.allows(feature) && random.nextInt(times) == 0);
  }

  private int oneOf(int... values) {
    return values[random.nextInt(values.length)];
  }
}
