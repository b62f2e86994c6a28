package org.conv4j.verify.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.conv4j.api.Mode;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.operand.Space;

/**
 * Draws recipes of a space: mostly small ones, and ones near sizes where implementations change
 * their path.
 */
public final class RecipeArbitraries {
  /** Extents around powers of two and primes, where transforms and blocked loops change course. */
  private static final Integer[] AWKWARD = {
    15, 16, 17, 31, 32, 33, 61, 63, 64, 65, 97, 127, 128, 129, 255, 256, 257, 509, 511, 512, 513,
    1021, 1023, 1024, 1025, 2048, 4095, 4096
  };

  /** The most multiply-adds of a defining sum; this keeps a check in milliseconds. */
  private static final double MOST_TERMS = 1 << 18;

  /**
   * The most outputs times the length of the longer operand, for more than one axis: the work of
   * the plainest convolver, which visits every pair by its indices.
   */
  private static final double MOST_WORK = 1 << 21;

  private static final long MOST_SEED = 0xffff_ffffL;

  private RecipeArbitraries() {}

  /**
   * Any recipe of a space.
   *
   * @param space what to draw from
   * @return an arbitrary that shrinks to the simplest recipe of the space
   * @throws IllegalArgumentException if no regime of the space suits one of its types
   */
  public static Arbitrary<Recipe> of(Space space) {
    Arbitrary<Recipe> parts = parts(space);
    Simpler simpler = new Simpler(space);
    return Arbitraries.fromGeneratorWithSize(
        size -> {
          RandomGenerator<Recipe> generator = parts.generator(size, true);
          return random -> ShrinkableRecipe.drawn(generator.next(random), simpler);
        });
  }

  private static Arbitrary<Recipe> parts(Space space) {
    List<Kind> all = Kind.of(space);
    if (all.isEmpty() || space.modes().isEmpty()) {
      throw new IllegalArgumentException("there is no recipe in " + space);
    }
    Arbitrary<Mode> modes = Arbitraries.of(inOrder(space));
    Arbitrary<Kind> kinds = Arbitraries.of(all);
    Arbitrary<Long> seeds = Arbitraries.longs().between(0, MOST_SEED);
    return Combinators.combine(shapes(space), modes, kinds, seeds)
        .as((shapes, mode, kind, seed) -> recipe(shapes, mode, kind, seed, space));
  }

  /** The order of a set may change from run to run. */
  private static List<Mode> inOrder(Space space) {
    return Arrays.stream(Mode.values()).filter(space.modes()::contains).toList();
  }

  private static Arbitrary<List<List<Integer>>> shapes(Space space) {
    List<Tuple2<Integer, Arbitrary<List<List<Integer>>>>> byRank = new ArrayList<>();
    for (int rank = space.minRank(); rank <= space.maxRank(); rank++) {
      int weight = rank == 1 ? 8 : rank == 2 ? 6 : rank == 0 ? 1 : 2;
      Arbitrary<List<List<Integer>>> shapes =
          extent(rank, space).list().ofSize(rank).list().ofSize(space.operands());
      byRank.add(Tuple.of(weight, shapes));
    }
    return Arbitraries.frequencyOf(byRank);
  }

  private static Arbitrary<Integer> extent(int rank, Space space) {
    int small = rank <= 1 ? 12 : rank == 2 ? 7 : 4;
    int most = rank <= 1 ? space.elements() : (int) Math.pow(space.elements(), 1.0 / rank);
    Integer[] awkward = Arrays.stream(AWKWARD).filter(n -> n <= most).toArray(Integer[]::new);
    Arbitrary<Integer> plain = Arbitraries.integers().between(1, Math.min(small, most));
    if (awkward.length == 0) {
      return plain;
    }
    return Arbitraries.frequencyOf(
        Tuple.of(12, plain),
        Tuple.of(2, Arbitraries.integers().between(1, Math.min(40, most))),
        Tuple.of(1, Arbitraries.of(awkward)));
  }

  private static Recipe recipe(
      List<List<Integer>> extents, Mode mode, Kind kind, long seed, Space space) {
    List<int[]> shapes = new ArrayList<>();
    for (List<Integer> list : extents) {
      shapes.add(list.stream().mapToInt(Integer::intValue).toArray());
    }
    if (seed % 8 == 3) {
      lengthenFull(shapes);
    }
    limit(shapes, space);
    if (mode == Mode.VALID) {
      cover(shapes, seed);
    }
    List<Shape> operands = shapes.stream().map(Shape::of).toList();
    return new Recipe(kind.dtype(), operands, mode, kind.regime(), seed);
  }

  /** Shortens in1 so that the full result, and not in1, has the length that was drawn. */
  private static void lengthenFull(List<int[]> shapes) {
    int[] a = shapes.get(0);
    int[] b = shapes.get(1);
    for (int axis = 0; axis < a.length; axis++) {
      a[axis] = Math.max(1, a[axis] - b[axis] + 1);
    }
  }

  /** Makes either of the first two operands at least as large as the other on every axis. */
  private static void cover(List<int[]> shapes, long seed) {
    int[] a = shapes.get(0);
    int[] b = shapes.get(1);
    for (int axis = 0; axis < a.length; axis++) {
      int large = Math.max(a[axis], b[axis]);
      int small = Math.min(a[axis], b[axis]);
      a[axis] = seed % 4 == 1 ? small : large;
      b[axis] = seed % 4 == 1 ? large : small;
    }
  }

  /** Halves the longest extents until the defining sum is short enough. */
  private static void limit(List<int[]> shapes, Space space) {
    for (int[] extents : shapes) {
      while (product(extents) > space.elements()) {
        halve(extents);
      }
    }
    while (product(shapes.get(0)) * product(shapes.get(1)) > MOST_TERMS
        || (shapes.get(0).length > 1 && work(shapes) > MOST_WORK)) {
      shapes.forEach(RecipeArbitraries::halve);
    }
  }

  private static double work(List<int[]> shapes) {
    int[] a = shapes.get(0);
    int[] b = shapes.get(1);
    double outputs = 1;
    for (int axis = 0; axis < a.length; axis++) {
      outputs *= a[axis] + b[axis] - 1;
    }
    return outputs * Math.max(product(a), product(b));
  }

  private static void halve(int[] extents) {
    int longest = 0;
    for (int axis = 1; axis < extents.length; axis++) {
      longest = extents[axis] > extents[longest] ? axis : longest;
    }
    extents[longest] = (extents[longest] + 1) / 2;
  }

  private static double product(int[] extents) {
    double product = 1;
    for (int extent : extents) {
      product *= extent;
    }
    return product;
  }
}
