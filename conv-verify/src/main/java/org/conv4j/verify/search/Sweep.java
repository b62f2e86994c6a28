package org.conv4j.verify.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.operand.Space;

/**
 * Recipes that leave no awkward size to chance. Each length in a list, and along one axis each
 * short length, is taken as that of in1, of in2 and of the full result, along each axis, with a
 * small other operand. Types, modes and elements are drawn. Shorter recipes come first.
 */
public final class Sweep {
  /** Lengths at which plans, blocks and indices change course, and lengths that people forget. */
  private static final int[] LENGTHS =
      Stream.of(
              IntStream.rangeClosed(1, 40),
              IntStream.rangeClosed(6, 20)
                  .flatMap(k -> IntStream.of((1 << k) - 1, 1 << k, (1 << k) + 1)),
              // Primes, products of small primes, round numbers.
              IntStream.of(
                  48, 61, 67, 96, 97, 100, 131, 193, 200, 243, 251, 360, 384, 389, 480, 500, 509,
                  521, 625, 640, 720, 769, 1000, 1009, 1021, 1031, 1080, 1920, 2000, 2003, 2039,
                  3000, 4093, 4099, 5000, 6000, 8000, 10_000, 10_007, 16_381, 20_000, 32_749,
                  44_100, 48_000, 50_000, 65_521, 66_000, 70_001, 100_000, 100_003, 131_101,
                  300_007, 1_000_000, 1_000_003))
          .flatMapToInt(lengths -> lengths)
          .sorted()
          .distinct()
          .toArray();

  /**
   * Up to here every length along one axis is tried; those not listed above are tried once in each
   * role.
   */
  private static final int EVERY_LENGTH = 256;

  /** Up to here every mode is tried at every listed length. */
  private static final int EVERY_MODE = 1100;

  private static final int MOST_ROW = 1100;
  private static final int MOST_PLANE = 129;
  private static final int SMALL = 9;

  /** More than 2^16 elements, although no extent is large. */
  private static final int[][] LARGE = {
    {257, 257},
    {300, 220},
    {2, 40_000},
    {40_000, 2},
    {1, 65_537},
    {65_537, 1},
    {512, 129},
    {41, 41, 41},
    {2, 200, 200},
    {17, 17, 16, 17}
  };

  /**
   * Usual sizes of signals, images and volumes with their kernels, and sizes at which blocks pay.
   */
  private static final int[][][] USUAL = {
    {{1000}, {100}},
    {{3000}, {129}},
    {{4096}, {200}},
    {{3000}, {700}},
    {{10_000}, {64}},
    {{20_000}, {255}},
    {{32, 32}, {7, 7}},
    {{40, 30}, {8, 6}},
    {{64, 64}, {9, 9}},
    {{128, 128}, {5, 5}},
    {{130, 120}, {11, 11}},
    {{240, 320}, {4, 4}},
    {{16, 16, 16}, {4, 4, 4}}
  };

  private static final int LONG = 4100;

  private static final long MANY_TERMS = 50_000;

  /** The regimes for many elements or terms; exact sums of the others take long. */
  private static final Set<Regime> QUICK = EnumSet.of(Regime.INTEGERS, Regime.DYADIC);

  private static final int RANDOM_SHAPES = 12;

  /** Which of the three has the length; or in1 has it, and in2 is not much shorter. */
  private enum Role {
    IN1,
    IN2,
    FULL,
    BOTH
  }

  private final Space space;
  private final Reach reach;
  private final Random random;
  private final List<Mode> modes;
  private final List<DType> dtypes;
  private final List<Recipe> recipes = new ArrayList<>();

  private Sweep(Space space, Reach reach, long seed) {
    this.space = space;
    this.reach = reach;
    this.random = new Random(seed);
    this.modes = Arrays.stream(Mode.values()).filter(space.modes()::contains).toList();
    this.dtypes = Arrays.stream(DType.values()).filter(space.dtypes()::contains).toList();
  }

  /**
   * The recipes that something is checked on in turn.
   *
   * @param drawing which recipes
   * @param space what to keep to
   * @param reach how long operands become
   * @param seed the same seed gives the same recipes
   * @return a fresh list; empty if they are to be drawn at random
   */
  public static List<Recipe> forDrawing(Drawing drawing, Space space, Reach reach, long seed) {
    return switch (drawing) {
      case SIZES -> of(space, reach, seed);
      case KINDS -> kinds(space, reach, seed);
      case RANDOM -> List.of();
    };
  }

  /**
   * The recipes of a space.
   *
   * @param space ranks, modes, types and regimes to keep to; its number of elements does not count
   * @param reach how long operands become
   * @param seed the same seed gives the same recipes
   * @return a fresh list
   */
  public static List<Recipe> of(Space space, Reach reach, long seed) {
    Sweep sweep = new Sweep(space, reach, seed);
    for (int length : LENGTHS) {
      if (length <= reach.most()) {
        sweep.along(length);
      }
    }
    if (reach != Reach.SHORT) {
      sweep.between();
    }
    sweep.shapes();
    return List.copyOf(sweep.recipes);
  }

  /**
   * Recipes of a space that leave no combination of type and regime to chance, with small shapes of
   * few axes.
   *
   * @param space what to keep to
   * @param reach how many of each combination
   * @param seed the same seed gives the same recipes
   * @return a fresh list
   */
  public static List<Recipe> kinds(Space space, Reach reach, long seed) {
    Sweep sweep = new Sweep(space, reach, seed);
    int high = Math.min(space.maxRank(), Math.max(2, space.minRank()));
    for (int i = 0; i < reach.ofKind(); i++) {
      int rank = Math.max(space.minRank(), Math.min(high, i % 3 == 0 ? 2 : 1));
      for (DType dtype : sweep.dtypes) {
        for (Regime regime : space.regimes()) {
          if (regime.suits(dtype)) {
            int[] in1 = sweep.extents(rank, rank == 1 ? 40 : 9);
            int[] in2 = sweep.extents(rank, rank == 1 ? SMALL : 4);
            sweep.add(in1, in2, sweep.any(sweep.modes), dtype, regime);
          }
        }
      }
    }
    return List.copyOf(sweep.recipes);
  }

  /** One length, along each axis of each rank that is not too large for it. */
  private void along(int length) {
    for (int rank = Math.max(1, space.minRank()); rank <= Math.min(3, space.maxRank()); rank++) {
      int most = rank == 1 ? Integer.MAX_VALUE : rank == 2 ? MOST_ROW : MOST_PLANE;
      for (int axis = 0; axis < rank && length <= most; axis++) {
        for (Role role : roles(length)) {
          if (role == Role.BOTH && rank > 1) {
            continue; // drawn at random often enough
          }
          if (rank == 1 && length <= EVERY_MODE && reach != Reach.SHORT) {
            for (Mode mode : modes) {
              add(length, rank, axis, role, mode);
            }
          } else {
            add(length, rank, axis, role, any(modes));
          }
        }
      }
    }
  }

  /** The lengths of one axis that are not listed. */
  private void between() {
    if (space.minRank() > 1 || space.maxRank() < 1) {
      return;
    }
    for (int length = 1; length <= EVERY_LENGTH; length++) {
      if (Arrays.binarySearch(LENGTHS, length) < 0) {
        for (Role role : Role.values()) {
          add(length, 1, 0, role, any(modes));
        }
      }
    }
  }

  /**
   * Long ones take time and are tried in one role, except those around 2^16, which are tried in
   * all.
   */
  private List<Role> roles(int length) {
    List<Role> all = List.of(Role.values());
    if (reach == Reach.SHORT) {
      return List.of(any(all));
    }
    if (length <= LONG) {
      return all;
    }
    List<Role> few = all.subList(0, 3); // the product of two long ones takes too long
    boolean one = length < (1 << 16) - 1 || length > (1 << 16) + 5000;
    return one ? List.of(any(few)) : few;
  }

  private void add(int length, int rank, int axis, Role role, Mode mode) {
    int other = rank == 1 ? SMALL : rank == 2 ? 5 : 3;
    int[] in1 = extents(rank, other);
    int[] in2 = extents(rank, other);
    switch (role) {
      case IN1 -> in1[axis] = length;
      case IN2 -> in2[axis] = length;
      case FULL -> {
        in2[axis] = Math.min(in2[axis], length);
        in1[axis] = length - in2[axis] + 1;
      }
      case BOTH -> {
        int shorter = length - random.nextInt((length + 1) / 2);
        boolean first = random.nextBoolean();
        in1[axis] = first ? length : shorter;
        in2[axis] = first ? shorter : length;
      }
    }
    add(in1, in2, mode);
  }

  /** What no length along one axis gives: many elements in total, high ranks, and rank 0. */
  private void shapes() {
    for (int[] large : LARGE) {
      boolean fits = large.length >= space.minRank() && large.length <= space.maxRank();
      if (fits && reach != Reach.SHORT) {
        add(large.clone(), extents(large.length, 3), any(modes));
        add(extents(large.length, 3), large.clone(), any(modes));
      }
    }
    for (int[][] usual : USUAL) {
      int rank = usual[0].length;
      if (rank >= space.minRank() && rank <= space.maxRank() && reach != Reach.SHORT) {
        add(usual[0].clone(), usual[1].clone(), modes.get(0));
        add(usual[1].clone(), usual[0].clone(), any(modes));
      }
    }
    for (int rank = space.minRank(); rank <= space.maxRank(); rank++) {
      for (int i = 0; i < RANDOM_SHAPES && (rank == 0 || rank > 3); i++) {
        int most = rank > 5 ? 2 : 3;
        add(extents(rank, most), extents(rank, most), any(modes));
      }
    }
  }

  private int[] extents(int rank, int most) {
    return random.ints(rank, 1, most + 1).toArray();
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void add(int[] in1, int[] in2, Mode mode) {
    // Doubles are what most people convolve.
    DType dtype =
        dtypes.contains(DType.FLOAT64) && random.nextBoolean() ? DType.FLOAT64 : any(dtypes);
    boolean big =
        Math.max(product(in1), product(in2)) > LONG || product(in1) * product(in2) > MANY_TERMS;
    List<Regime> regimes =
        space.regimes().stream()
            .filter(regime -> regime.suits(dtype))
            .filter(regime -> dtype.isInteger() || !big || QUICK.contains(regime))
            .toList();
    add(in1, in2, mode, dtype, any(regimes));
  }

  private void add(int[] in1, int[] in2, Mode mode, DType dtype, Regime regime) {
    if (mode == Mode.VALID) {
      boolean first = product(in1) >= product(in2);
      int[] large = first ? in1 : in2;
      int[] small = first ? in2 : in1;
      Arrays.setAll(small, axis -> Math.min(small[axis], large[axis]));
    }
    List<Shape> shapes = List.of(Shape.of(in1), Shape.of(in2));
    recipes.add(new Recipe(dtype, shapes, mode, regime, random.nextInt() & 0xffff_ffffL));
  }

  private static long product(int[] extents) {
    return Arrays.stream(extents).asLongStream().reduce(1, (a, b) -> a * b);
  }
}
