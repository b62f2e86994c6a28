package org.conv4j.verify.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.conv4j.api.Convention;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.operand.Space;

/**
 * Recipes one step simpler than another.
 *
 * @param space which the recipes must belong to
 */
record Simpler(Space space) {
  private static final int SMALL_SEEDS = 8;

  /** The recipes with one mode, axis or extent less, the largest steps first. */
  Stream<Recipe> than(Recipe recipe) {
    List<Recipe> simpler = new ArrayList<>();
    for (Mode mode : Mode.values()) {
      if (mode.compareTo(recipe.mode()) < 0) {
        simpler.add(with(recipe, recipe.shapes(), mode));
      }
    }
    int rank = recipe.shapes().get(0).rank();
    for (int axis = 0; axis < rank; axis++) {
      int dropped = axis;
      simpler.add(
          with(
              recipe,
              recipe.shapes().stream().map(shape -> without(shape, dropped)).toList(),
              recipe.mode()));
    }
    for (int p = 0; p < recipe.shapes().size(); p++) {
      for (int axis = 0; axis < rank; axis++) {
        int extent = recipe.shapes().get(p).extent(axis);
        for (int shorter : new int[] {1, extent / 2, extent - 1}) {
          if (shorter >= 1 && shorter < extent) {
            List<Shape> shapes = new ArrayList<>(recipe.shapes());
            shapes.set(p, with(shapes.get(p), axis, shorter));
            simpler.add(with(recipe, shapes, recipe.mode()));
          }
        }
      }
    }
    return simpler.stream().filter(this::valid);
  }

  /** The recipes of the same shapes with simpler elements. */
  Stream<Recipe> elements(Recipe recipe) {
    List<Kind> kinds = Kind.of(space);
    long seed = recipe.seed();
    Stream<Recipe> simplerKinds =
        kinds.subList(0, kinds.indexOf(Kind.of(recipe))).stream().map(kind -> with(recipe, kind));
    Stream<Recipe> smallerSeeds =
        LongStream.concat(
                LongStream.range(0, SMALL_SEEDS),
                LongStream.of(seed >>> 16, seed >>> 8, seed >>> 4, seed >>> 1))
            .filter(smaller -> smaller < seed)
            .mapToObj(recipe::withSeed);
    return Stream.concat(simplerKinds, smallerSeeds);
  }

  private boolean valid(Recipe recipe) {
    if (space.excludes(recipe).isPresent()) {
      return false;
    }
    try {
      Shape a = recipe.shapes().get(0);
      Geometry.of(a, recipe.shapes().get(1), recipe.mode(), Convention.SCIPY);
      return true;
    } catch (IllegalArgumentException e) {
      return false; // valid mode, and neither operand covers the other any more
    }
  }

  private static Recipe with(Recipe recipe, List<Shape> shapes, Mode mode) {
    return new Recipe(recipe.dtype(), shapes, mode, recipe.regime(), recipe.seed());
  }

  private static Recipe with(Recipe recipe, Kind kind) {
    return new Recipe(kind.dtype(), recipe.shapes(), recipe.mode(), kind.regime(), recipe.seed());
  }

  private static Shape with(Shape shape, int axis, int extent) {
    int[] extents = shape.toArray();
    extents[axis] = extent;
    return Shape.of(extents);
  }

  private static Shape without(Shape shape, int axis) {
    int[] extents = shape.toArray();
    int[] rest = Arrays.copyOf(extents, extents.length - 1);
    System.arraycopy(extents, axis + 1, rest, axis, rest.length - axis);
    return Shape.of(rest);
  }
}
