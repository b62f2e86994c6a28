package org.conv4j.verify.jqwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.sessions.JqwikSession;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.verify.jqwik.Launched.Ended;
import org.conv4j.verify.jqwik.Launched.Ending;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.operand.Space;
import org.conv4j.verify.search.Reach;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Properties as users of jqwik write them, and what they draw. */
class ConvolverArbitrariesTest {
  private static final Map<String, String> TRIES = Map.of("jqwik.tries.default", "200");

  @AddLifecycleHook(FixedSeed.class)
  static final class UsersProperties {
    private final Convolver convolver = new DirectConvolver();

    @Property
    void operands_of_a_full_convolution_commute(@ForAll("signals") Operands operands) {
      NdArray a = operands.in1();
      NdArray b = operands.in2();
      assertThat(convolver.convolve(a, b, Mode.FULL))
          .isEqualTo(convolver.convolve(b, a, Mode.FULL));
    }

    @Property
    void no_signal_is_longer_than_sixteen(@ForAll("signals") Operands operands) {
      assertThat(operands.in1().size()).isLessThan(17);
    }

    /** A convolver that spoils its operand and is then found out. */
    @Property
    void nothing_is_overwritten(@ForAll("signals") Operands operands) {
      double[] x = operands.in1().doubles();
      Arrays.fill(x, 1e6);
      assertThat(x.length).isLessThan(3);
    }

    @Provide
    Arbitrary<Operands> signals() {
      return ConvolverArbitraries.operands(
          Space.all()
              .withRanks(1, 1)
              .withDTypes(dtype -> dtype == DType.FLOAT64)
              .withRegimes(Regime.INTEGERS));
    }

    @Property
    @Domain(ConvolverDomain.class)
    void reversing_twice_gives_the_array(@ForAll NdArray array) {
      assertThat(array.reversed().reversed()).isEqualTo(array);
    }

    @Property
    @Domain(ConvolverDomain.class)
    void everything_can_be_drawn_by_its_type(
        @ForAll Recipe recipe,
        @ForAll Operands operands,
        @ForAll Shape shape,
        @ForAll Mode mode,
        @ForAll DType dtype,
        @ForAll Convention convention,
        @ForAll @IntRange(min = 1, max = 3) int count) {
      assertThat(recipe.operands().in1().shape()).isEqualTo(recipe.shapes().get(0));
      assertThat(operands.recipe().shapes()).hasSameSizeAs(operands.all());
      assertThat(shape.rank()).isLessThanOrEqualTo(4);
      assertThat(mode).isNotNull();
      assertThat(dtype).isNotNull();
      assertThat(convention).isNotNull();
      assertThat(count).isBetween(1, 3);
    }

    @Property
    @Domain(Images.class)
    void a_domain_of_ones_own_draws_from_less(@ForAll NdArray array) {
      assertThat(array.rank()).isEqualTo(2);
      assertThat(array.dtype()).isEqualTo(DType.FLOAT32);
    }
  }

  static final class Images extends ConvolverDomain {
    @Override
    protected Space space() {
      return super.space().withRanks(2, 2).withDTypes(dtype -> dtype == DType.FLOAT32);
    }
  }

  private static Ended run(String property) {
    return Launched.run(UsersProperties.class, property, TRIES);
  }

  @TestFactory
  Stream<DynamicTest> properties_of_users_hold() {
    return Stream.of(
            "operands_of_a_full_convolution_commute",
            "reversing_twice_gives_the_array",
            "everything_can_be_drawn_by_its_type",
            "a_domain_of_ones_own_draws_from_less")
        .map(
            property ->
                dynamicTest(
                    property,
                    () -> {
                      Ended ended = run(property);
                      assertThat(ended.message()).isEmpty();
                      assertThat(ended.report()).contains("tries = 200 ");
                    }));
  }

  @Test
  void a_users_property_that_fails_shows_the_smallest_operands() {
    Ended ended = run("no_signal_is_longer_than_sixteen");
    assertThat(ended.status()).isEqualTo(Ending.FAILED);
    assertThat(shrunk(ended))
        .startsWith("  operands:\n    float64/17/1/full/integers/0\n    in1 [");
  }

  /** They are made again for the report. */
  @Test
  void operands_that_were_changed_are_shown_as_they_were() {
    Ended ended = run("nothing_is_overwritten");
    assertThat(ended.status()).isEqualTo(Ending.FAILED);
    Recipe recipe = Recipe.parse("float64/3/1/full/integers/0");
    assertThat(shrunk(ended))
        .startsWith("  operands: " + recipe.operands().toString().replace("\n", " "))
        .doesNotContain("1000000");
  }

  /** What follows the headline of the shrunk sample. */
  private static String shrunk(Ended ended) {
    String report = ended.report().replace(System.lineSeparator(), "\n");
    return report.replaceFirst("(?s)^.*\nShrunk Sample[^\n]*\n-+\n", "");
  }

  // ---- What is drawn --------------------------------------------------------------------------

  private static List<NdArray> drawn;

  /** jqwik's samples are random; there are enough of them for all below to come again and again. */
  @BeforeAll
  static void draw() {
    Space vectors = Space.all().withRanks(1, 1).withRegimes(Regime.values());
    JqwikSession.run(
        () -> drawn = ConvolverArbitraries.arrays(vectors).sampleStream().limit(4000).toList());
  }

  @AfterAll
  static void forget() {
    drawn = null;
  }

  @TestFactory
  Stream<DynamicTest> among_the_values_are() {
    return Map.<String, Predicate<Double>>of(
            "NaN", x -> Double.isNaN(x),
            "infinity", x -> x == Double.POSITIVE_INFINITY,
            "minus infinity", x -> x == Double.NEGATIVE_INFINITY,
            "minus zero", x -> x.equals(-0.0),
            "subnormal numbers", x -> x != 0 && Math.abs(x) < Double.MIN_NORMAL,
            "whole numbers", x -> Math.rint(x) == x && Math.abs(x) < 10,
            "numbers of all bits", x -> Math.abs(x) < 1 && Math.rint(x * 0x1p40) != x * 0x1p40,
            "numbers beyond 2^1000", x -> Math.abs(x) > 0x1p1000 && Double.isFinite(x))
        .entrySet()
        .stream()
        .map(kind -> dynamicTest(kind.getKey(), () -> isDrawn(kind.getValue())));
  }

  private static void isDrawn(Predicate<Double> kind) {
    assertThat(drawn)
        .filteredOn(array -> array.dtype() == DType.FLOAT64)
        .anyMatch(array -> Arrays.stream(array.doubles()).boxed().anyMatch(kind));
  }

  @Test
  void every_dtype_is_drawn() {
    assertThat(drawn).extracting(NdArray::dtype).contains(DType.values());
  }

  // ---- Recipes of a law -----------------------------------------------------------------------

  @Test
  void a_law_gets_the_recipes_that_are_claimed() {
    Capabilities claims = Capabilities.basic().withModes(Mode.SAME);
    JqwikSession.run(
        () ->
            assertThat(
                    ConvolverArbitraries.recipes(Laws.named("exact"), claims, Reach.SHORT)
                        .sampleStream()
                        .limit(100))
                .allMatch(recipe -> recipe.mode() == Mode.SAME)
                .allMatch(recipe -> recipe.dtype() == DType.FLOAT64));
  }

  @Test
  void a_law_of_sizes_gets_sizes_with_ever_other_elements() {
    JqwikSession.run(
        () -> {
          List<Recipe> recipes =
              ConvolverArbitraries.recipes(Laws.named("sizes"), Capabilities.basic(), Reach.SHORT)
                  .sampleStream()
                  .limit(1000)
                  .toList();
          assertThat(recipes).anyMatch(recipe -> recipe.shapes().get(0).size() >= 512);
          assertThat(recipes.stream().map(Recipe::seed).distinct()).hasSizeGreaterThan(900);
        });
  }

  @Test
  void there_are_no_recipes_for_a_law_that_is_not_claimed() {
    assertThatThrownBy(
            () ->
                ConvolverArbitraries.recipes(
                    Laws.named("integers.wrap"), Capabilities.basic(), Reach.SHORT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no recipe for the law integers.wrap: not claimed: dtype ");
  }

  @Test
  void a_space_without_recipes_is_refused() {
    Space none = Space.all().withRegimes(Regime.WORDS).withDTypes(dtype -> !dtype.isInteger());
    assertThatThrownBy(() -> ConvolverArbitraries.recipes(none))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("there is no recipe in Space[");
  }
}
