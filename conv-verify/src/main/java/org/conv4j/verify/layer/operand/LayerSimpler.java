package org.conv4j.verify.layer.operand;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Recipes of layers one step simpler than another. Steps end at one item, one channel and one axis,
 * a kernel of one element, no options, and small integers.
 *
 * @param space which the recipes must belong to
 */
public record LayerSimpler(LayerSpace space) {
  private static final int SMALL_SEEDS = 8;

  /**
   * The simpler recipes.
   *
   * @param recipe the recipe
   * @return recipes of the space with one option, axis or size less, the largest steps first, and
   *     then ones with simpler elements
   */
  public Stream<LayerRecipe> than(LayerRecipe recipe) {
    return Stream.concat(smaller(recipe.sizes()).map(recipe::with), elements(recipe))
        .filter(simpler -> simpler.sizes().isValid() && space.excludes(simpler).isEmpty());
  }

  private static Stream<LayerSizes> smaller(LayerSizes sizes) {
    List<LayerSizes> simpler = new ArrayList<>();
    sizes.traits().forEach(trait -> simpler.add(sizes.without(trait)));
    for (int axis = 0; sizes.axes().size() > 1 && axis < sizes.axes().size(); axis++) {
      List<AxisSizes> rest = new ArrayList<>(sizes.axes());
      rest.remove(axis);
      simpler.add(sizes.withAxes(rest));
    }
    add(
        simpler,
        sizes.batch(),
        n -> with(sizes, n, sizes.groups(), sizes.inputs(), sizes.outputs()));
    add(
        simpler,
        sizes.groups(),
        n -> with(sizes, sizes.batch(), n, sizes.inputs(), sizes.outputs()));
    add(
        simpler,
        sizes.inputs(),
        n -> with(sizes, sizes.batch(), sizes.groups(), n, sizes.outputs()));
    add(
        simpler,
        sizes.outputs(),
        n -> with(sizes, sizes.batch(), sizes.groups(), sizes.inputs(), n));
    for (int a = 0; a < sizes.axes().size(); a++) {
      int at = a;
      axes(sizes.axes().get(a))
          .forEach(
              axis -> {
                List<AxisSizes> axes = new ArrayList<>(sizes.axes());
                axes.set(at, axis);
                simpler.add(sizes.withAxes(axes));
              });
    }
    return simpler.stream();
  }

  private static LayerSizes with(LayerSizes sizes, int batch, int groups, int inputs, int outputs) {
    return new LayerSizes(batch, groups, inputs, outputs, sizes.axes(), sizes.traits());
  }

  private static Stream<AxisSizes> axes(AxisSizes axis) {
    List<AxisSizes> simpler = new ArrayList<>();
    if (axis.before() + axis.after() > 0) {
      simpler.add(axis.withPadding(0, 0));
    }
    add(simpler, axis.stride(), axis::withStride);
    add(simpler, axis.dilation(), axis::withDilation);
    add(simpler, axis.kernel(), axis::withKernel);
    add(simpler, axis.extent(), axis::withExtent);
    if (axis.before() > 0) {
      simpler.add(axis.withPadding(axis.before() - 1, axis.after()));
    }
    if (axis.after() > 0) {
      simpler.add(axis.withPadding(axis.before(), axis.after() - 1));
    }
    return simpler.stream();
  }

  /** Smaller numbers down to 1. */
  private static <T> void add(List<T> simpler, int size, IntFunction<T> with) {
    IntStream.of(1, size / 2, size - 1)
        .filter(smaller -> smaller >= 1 && smaller < size)
        .distinct()
        .mapToObj(with)
        .forEach(simpler::add);
  }

  private Stream<LayerRecipe> elements(LayerRecipe recipe) {
    List<LayerSpace.Kind> kinds = space.kinds();
    int own = kinds.indexOf(new LayerSpace.Kind(recipe.dtype(), recipe.regime()));
    long seed = recipe.seed();
    return Stream.concat(
        kinds.subList(0, Math.max(own, 0)).stream()
            .map(kind -> recipe.with(kind.dtype(), kind.regime())),
        LongStream.concat(
                LongStream.range(0, SMALL_SEEDS),
                LongStream.of(seed >>> 16, seed >>> 8, seed >>> 4, seed >>> 1))
            .filter(smaller -> smaller < seed)
            .mapToObj(recipe::withSeed));
  }
}
