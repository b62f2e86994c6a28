package org.conv4j.verify.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conv4j.api.Mode;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.operand.Space;
import org.junit.jupiter.api.Test;

class SweepTest {
  private static final Space SPACE = Space.all().withRanks(0, 8);

  private static List<Recipe> sweep(long seed) {
    return Sweep.of(SPACE, Reach.LONG, seed);
  }

  private static int size(Recipe recipe, int operand) {
    return recipe.shapes().get(operand).size();
  }

  @Test
  void the_same_seed_gives_the_same_recipes_and_another_gives_others() {
    assertThat(sweep(1)).isEqualTo(sweep(1)).isNotEqualTo(sweep(2));
  }

  @Test
  void each_length_up_to40_is_that_of_either_operand_and_of_the_full_result_in_every_mode() {
    List<Recipe> recipes = sweep(7).stream().filter(r -> r.shapes().get(0).rank() == 1).toList();
    for (int length : IntStream.rangeClosed(2, 40).toArray()) {
      for (Mode mode : Mode.values()) {
        assertThat(recipes).anyMatch(r -> r.mode() == mode && size(r, 0) == length);
        assertThat(recipes).anyMatch(r -> r.mode() == mode && size(r, 1) == length);
      }
      assertThat(recipes).anyMatch(r -> size(r, 0) + size(r, 1) - 1 == length);
    }
  }

  @Test
  void there_are_more_than65536_elements_in_either_operand_and_in_an_image() {
    for (long seed = 1; seed <= 20; seed++) {
      List<Recipe> recipes = sweep(seed);
      for (int operand = 0; operand < 2; operand++) {
        int which = operand;
        assertThat(recipes)
            .anyMatch(r -> r.shapes().get(0).rank() == 1 && size(r, which) > 65_536)
            .anyMatch(r -> r.shapes().get(0).rank() == 2 && size(r, which) > 65_536);
      }
    }
  }

  @Test
  void no_length_up_to256_is_left_out() {
    List<Recipe> recipes = sweep(4).stream().filter(r -> r.shapes().get(0).rank() == 1).toList();
    for (int length : IntStream.rangeClosed(1, 256).toArray()) {
      assertThat(recipes).anyMatch(r -> size(r, 0) == length).anyMatch(r -> size(r, 1) == length);
    }
  }

  @Test
  void both_operands_are_long_in_either_order() {
    List<Recipe> recipes = sweep(4).stream().filter(r -> r.shapes().get(0).rank() == 1).toList();
    assertThat(recipes)
        .anyMatch(r -> size(r, 0) > 2 * 256 && size(r, 1) > size(r, 0))
        .anyMatch(r -> size(r, 1) > 2 * 256 && size(r, 0) > size(r, 1))
        .anyMatch(r -> size(r, 0) == 20_000 && size(r, 1) == 255);
  }

  @Test
  void each_kind_is_tried_equally_often() {
    Space space = Space.all().withRegimes(Regime.LADDER, Regime.WHOLE26, Regime.LEAST);
    Map<List<Object>, Long> kinds =
        Sweep.kinds(space, Reach.LONG, 5).stream()
            .collect(
                Collectors.groupingBy(r -> List.of(r.dtype(), r.regime()), Collectors.counting()));
    // Of six types four have ladders, all whole numbers, and two a least integer.
    assertThat(kinds)
        .hasSize(4 + 6 + 2)
        .allSatisfy((kind, count) -> assertThat(count).isEqualTo(24));
    assertThat(Sweep.kinds(space, Reach.LONG, 5))
        .allMatch(r -> space.excludes(r).isEmpty())
        .isEqualTo(Sweep.kinds(space, Reach.LONG, 5));
  }

  @Test
  void every_rank_is_there() {
    assertThat(sweep(3).stream().map(r -> r.shapes().get(0).rank()).distinct().sorted())
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void nothing_leaves_the_space_and_valid_is_covered() {
    Space space = Space.all().withRanks(1, 2).withModes(Mode.VALID);
    assertThat(Sweep.of(space, Reach.SHORT, 5))
        .isNotEmpty()
        .allMatch(r -> space.excludes(r).isEmpty())
        .allMatch(SweepTest::covers);
  }

  private static boolean covers(Recipe recipe) {
    Shape a = recipe.shapes().get(0);
    Shape b = recipe.shapes().get(1);
    boolean first = true;
    boolean second = true;
    for (int axis = 0; axis < a.rank(); axis++) {
      first &= a.extent(axis) >= b.extent(axis);
      second &= a.extent(axis) <= b.extent(axis);
    }
    return first || second;
  }
}
