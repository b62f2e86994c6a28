package org.conv4j.verify.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.operand.Space;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

class RecipeSearchTest {
  private static Shape in1(Recipe recipe) {
    return recipe.shapes().get(0);
  }

  private static Shape in2(Recipe recipe) {
    return recipe.shapes().get(1);
  }

  private static boolean hasExtent(Recipe recipe, Predicate<Integer> which) {
    return recipe.shapes().stream()
        .anyMatch(shape -> Arrays.stream(shape.toArray()).boxed().anyMatch(which));
  }

  /** All that a search draws when nothing fails. */
  private static List<Recipe> drawn(Space space, int tries, long seed) {
    List<Recipe> drawn = new ArrayList<>();
    Optional<Recipe> none =
        new RecipeSearch(tries, seed).find(Source.of(space), r -> !drawn.add(r));
    assertThat(none).isEmpty();
    return drawn;
  }

  // ---- Drawing --------------------------------------------------------------------------------

  @Test
  void a_search_that_finds_nothing_has_tried_as_often_as_asked() {
    assertThat(drawn(Space.all(), 123, 1)).hasSize(123);
  }

  @Test
  void the_same_seed_draws_the_same_and_another_does_not() {
    assertThat(drawn(Space.all(), 200, 5)).isEqualTo(drawn(Space.all(), 200, 5));
    assertThat(drawn(Space.all(), 200, 6)).isNotEqualTo(drawn(Space.all(), 200, 5));
  }

  @TestFactory
  Stream<DynamicTest> two_thousand_draws_reach() {
    List<Recipe> recipes = drawn(Space.all(), 2000, 1);
    Map<String, Predicate<Recipe>> kinds =
        Map.ofEntries(
            Map.entry("complex numbers", r -> r.dtype() == DType.COMPLEX64),
            Map.entry("integers", r -> r.dtype() == DType.INT32),
            Map.entry("rank 0", r -> in1(r).rank() == 0),
            Map.entry("rank 1", r -> in1(r).rank() == 1),
            Map.entry("rank 2", r -> in1(r).rank() == 2),
            Map.entry("rank 3", r -> in1(r).rank() == 3),
            Map.entry("rank 4", r -> in1(r).rank() == 4),
            Map.entry("in2 larger than in1", r -> in2(r).size() > in1(r).size()),
            Map.entry("in2 larger in valid mode", RecipeSearchTest::validWithLongerSecond),
            Map.entry("one axis longer, another shorter", RecipeSearchTest::crossed),
            Map.entry("operands of one shape", r -> in1(r).equals(in2(r))),
            Map.entry("one element in in2 alone", r -> in2(r).size() == 1 && in1(r).size() > 1),
            Map.entry("one element in in1 alone", r -> in1(r).size() == 1 && in2(r).size() > 1),
            Map.entry(
                "an extent of 1 in rank 2", r -> in1(r).rank() == 2 && hasExtent(r, n -> n == 1)),
            Map.entry("odd extents", r -> hasExtent(r, n -> n % 2 == 1)),
            Map.entry("even extents", r -> hasExtent(r, n -> n % 2 == 0)),
            Map.entry("a signal of more than 64", r -> in1(r).rank() == 1 && in1(r).size() > 64),
            Map.entry("a kernel of more than 64", r -> in1(r).rank() == 1 && in2(r).size() > 64),
            Map.entry(
                "both more than 64",
                r -> in1(r).rank() == 1 && in1(r).size() > 64 && in2(r).size() > 64),
            Map.entry("more than 1000", r -> in1(r).rank() == 1 && in1(r).size() > 1000));
    Stream<DynamicTest> of =
        kinds.entrySet().stream()
            .map(kind -> dynamicTest(kind.getKey(), () -> anyOf(recipes, kind.getValue())));
    Stream<DynamicTest> modes =
        Arrays.stream(Mode.values())
            .map(mode -> dynamicTest(mode.name(), () -> anyOf(recipes, r -> r.mode() == mode)));
    Stream<DynamicTest> regimes =
        Arrays.stream(Regime.ordinary())
            .map(
                regime ->
                    dynamicTest(regime.name(), () -> anyOf(recipes, r -> r.regime() == regime)));
    return Stream.of(of, modes, regimes).flatMap(tests -> tests);
  }

  /** At least ten, so that a hundred draws may hope for some. */
  private static void anyOf(List<Recipe> recipes, Predicate<Recipe> kind) {
    assertThat(recipes.stream().filter(kind)).hasSizeGreaterThanOrEqualTo(10);
  }

  private static boolean validWithLongerSecond(Recipe r) {
    return r.mode() == Mode.VALID && in2(r).size() > in1(r).size();
  }

  private static boolean crossed(Recipe r) {
    return in1(r).rank() == 2
        && in1(r).extent(0) > in2(r).extent(0)
        && in1(r).extent(1) < in2(r).extent(1);
  }

  @TestFactory
  Stream<DynamicTest> no_draw_leaves_its_space() {
    return Stream.of(
            Space.all(),
            Space.all().withOperands(3).withElements(64),
            Space.all().withRanks(1, 1).withModes(Mode.VALID),
            Space.all().withRanks(2, 3).withRegimes(Regime.WIDE, Regime.SPARSE),
            Space.all().withRanks(0, 0).withModes(Mode.SAME),
            Space.all().withElements(1),
            Space.all().withDTypes(DType::isInteger),
            Space.all().withRanks(4, 4).withElements(17).withModes(Mode.VALID, Mode.FULL))
        .map(space -> dynamicTest(space.toString(), () -> staysInside(space)));
  }

  private static void staysInside(Space space) {
    for (Recipe recipe : drawn(space, 500, 3)) {
      int rank = in1(recipe).rank();
      assertThat(rank).isBetween(space.minRank(), space.maxRank());
      assertThat(recipe.shapes()).hasSize(space.operands());
      assertThat(recipe.shapes()).allMatch(shape -> shape.rank() == rank);
      assertThat(recipe.shapes())
          .allMatch(shape -> shape.size() >= 1 && shape.size() <= space.elements());
      assertThat(space.modes()).contains(recipe.mode());
      assertThat(space.regimes()).contains(recipe.regime());
      assertThat(space.dtypes()).contains(recipe.dtype());
      assertThat(recipe.regime().suits(recipe.dtype())).isTrue();
      assertThat(recipe.seed()).isNotNegative();
      // Throws if valid mode is not covered.
      Geometry.of(in1(recipe), in2(recipe), recipe.mode(), Convention.SCIPY);
    }
  }

  // ---- Shrinking ------------------------------------------------------------------------------

  /** A property of recipes, and the smallest recipe that has it. */
  private record Fault(String name, Predicate<Recipe> fails, String smallest) {}

  @TestFactory
  Stream<DynamicTest> a_failure_shrinks_to_the_smallest_that_fails() {
    return Stream.of(
            new Fault("always", r -> true, "float64/s/s/full/integers/0"),
            new Fault(
                "in2 has two elements", r -> in2(r).size() > 1, "float64/1/2/full/integers/0"),
            new Fault(
                "in1 has two elements", r -> in1(r).size() > 1, "float64/2/1/full/integers/0"),
            new Fault("rank 2", r -> in1(r).rank() >= 2, "float64/1x1/1x1/full/integers/0"),
            new Fault("rank 3", r -> in1(r).rank() == 3, "float64/1x1x1/1x1x1/full/integers/0"),
            new Fault("same", r -> r.mode() == Mode.SAME, "float64/s/s/same/integers/0"),
            new Fault("valid", r -> r.mode() == Mode.VALID, "float64/s/s/valid/integers/0"),
            new Fault("wide", r -> r.regime() == Regime.WIDE, "float64/s/s/full/wide/0"),
            new Fault("singles", r -> r.dtype() == DType.FLOAT32, "float32/s/s/full/integers/0"),
            new Fault("odd seed", r -> r.seed() % 2 == 1, "float64/s/s/full/integers/1"),
            new Fault(
                "same and even kernel",
                r -> r.mode() == Mode.SAME && in2(r).size() % 2 == 0,
                "float64/1/2/same/integers/0"),
            new Fault(
                "a signal of 17",
                r -> in1(r).rank() == 1 && in1(r).size() == 17,
                "float64/17/1/full/integers/0"),
            new Fault(
                "a kernel longer than a signal of more than 9",
                r -> in1(r).rank() == 1 && in1(r).size() > 9 && in2(r).size() > in1(r).size(),
                "float64/10/11/full/integers/0"),
            new Fault(
                "more than five elements",
                r -> in1(r).size() + in2(r).size() > 5,
                "float64/3/3/full/integers/0"))
        .map(fault -> dynamicTest(fault.name(), () -> shrinks(fault)));
  }

  private static void shrinks(Fault fault) {
    Recipe found =
        new RecipeSearch(1000, 1).find(Source.of(Space.all()), fault.fails()).orElseThrow();
    assertThat(found).matches(fault.fails());
    assertThat(found).hasToString(fault.smallest());
  }

  @Test
  void the_same_seed_finds_the_same_failure() {
    Predicate<Recipe> fails = r -> in1(r).size() % 7 == 3 && r.regime() != Regime.INTEGERS;
    Optional<Recipe> found = new RecipeSearch(100, 9).find(Source.of(Space.all()), fails);
    assertThat(found)
        .isPresent()
        .isEqualTo(new RecipeSearch(100, 9).find(Source.of(Space.all()), fails));
  }

  @Test
  void shrinking_does_not_leave_the_space() {
    Space space = Space.all().withRanks(2, 4).withModes(Mode.VALID).withRegimes(Regime.NORMAL);
    Optional<Recipe> found = new RecipeSearch(10, 1).find(Source.of(space), r -> true);
    assertThat(found.orElseThrow()).hasToString("float64/1x1/1x1/valid/normal/0");
  }

  @Test
  void a_recipe_that_was_given_shrinks_in_shapes_and_elements() {
    Recipe given = Recipe.parse("complex64/5x40/3x2/valid/wide/ab12cd34");
    Predicate<Recipe> fails = r -> in1(r).size() > 16 && r.seed() % 2 == 0;
    Optional<Recipe> found =
        new RecipeSearch(1, 1).find(List.of(given), Source.of(Space.all()), fails);
    assertThat(found.orElseThrow()).hasToString("float64/17/1/full/integers/0");
  }

  // ---- Surroundings ---------------------------------------------------------------------------

  @Test
  void what_the_predicate_throws_comes_through() {
    RecipeSearch search = new RecipeSearch(10, 1);
    Predicate<Recipe> broken =
        recipe -> {
          throw new IllegalStateException("on purpose");
        };
    assertThatThrownBy(() -> search.find(Source.of(Space.all()), broken))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("on purpose");
    assertThat(search.find(Source.of(Space.all()), r -> true)).isPresent();
  }

  /** A subject that hangs on one thread must not stop what is checked on another. */
  @Test
  @Timeout(20)
  void a_search_does_not_wait_for_another_one_to_end() {
    RecipeSearch search = new RecipeSearch(3, 1);
    List<Boolean> inner = new ArrayList<>();
    search.find(Source.of(Space.all()), r -> !inner.add(endsWithinASecond(search)));
    assertThat(inner).containsExactly(true, true, true);
  }

  private static boolean endsWithinASecond(RecipeSearch search) {
    Thread thread = new Thread(() -> search.find(Source.of(Space.all()), r -> true));
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(1000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return !thread.isAlive();
  }

  @Test
  void searches_on_several_threads_find_what_one_alone_finds()
      throws InterruptedException, ExecutionException {
    Predicate<Recipe> fails = r -> in2(r).size() > 4;
    Optional<Recipe> alone = new RecipeSearch(100, 4).find(Source.of(Space.all()), fails);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<Optional<Recipe>>> futures = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        futures.add(
            pool.submit(() -> new RecipeSearch(100, 4).find(Source.of(Space.all()), fails)));
      }
      for (Future<Optional<Recipe>> future : futures) {
        assertThat(future.get()).isPresent().isEqualTo(alone);
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
