package org.conv4j.verify.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.conv4j.api.Convention;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.operand.Space;

/**
 * Recipes one step simpler than another: what jqwik does not get to, because it holds on to the
 * rank and the mode that were drawn first.
 *
 * @param space which the recipes must belong to
 */
record Simpler(Space space) {
  /** The recipes one step simpler, the largest steps first. */
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
