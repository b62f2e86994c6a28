package org.conv4j.verify.operand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecipeTest {
  private static final List<List<Shape>> SHAPES =
      List.of(
          List.of(Shape.SCALAR, Shape.SCALAR),
          List.of(Shape.of(1), Shape.of(4096)),
          List.of(Shape.of(3, 4), Shape.of(2, 2)),
          List.of(Shape.of(5, 4), Shape.of(2, 2), Shape.of(3, 1)),
          List.of(Shape.of(2, 3, 4), Shape.of(1, 1, 1)),
          List.of(Shape.of(1, 2, 1, 2), Shape.of(2, 2, 3, 2)));

  private static final List<Regime> REAL =
      Arrays.stream(Regime.values()).filter(regime -> regime.suits(DType.FLOAT64)).toList();

  private static List<Recipe> recipes() {
    List<Recipe> recipes = new ArrayList<>();
    for (List<Shape> shapes : SHAPES) {
      for (Mode mode : Mode.values()) {
        for (Regime regime : REAL) {
          for (long seed : new long[] {0, 31, 0xffff_ffffL, Long.MAX_VALUE}) {
            recipes.add(new Recipe(DType.FLOAT64, shapes, mode, regime, seed));
          }
        }
      }
    }
    return recipes;
  }

  @Test
  void a_token_reads_as_the_recipe_that_wrote_it() {
    assertThat(recipes()).allMatch(recipe -> Recipe.parse(recipe.token()).equals(recipe));
  }

  @Test
  void no_two_recipes_have_one_token() {
    assertThat(recipes()).extracting(Recipe::token).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void every_d_type_has_a_token(DType dtype) {
    Recipe recipe = new Recipe(dtype, SHAPES.get(0), Mode.FULL, Regime.INTEGERS, 1);
    assertThat(recipe.token()).isEqualTo(dtype.numpyName() + "/s/s/full/integers/1");
    assertThat(Recipe.parse(recipe.token())).isEqualTo(recipe);
  }

  @Test
  void a_token_is_one_word_that_people_can_read() {
    List<Shape> shapes = List.of(Shape.of(3, 4), Shape.of(2, 2));
    Recipe recipe = new Recipe(DType.FLOAT64, shapes, Mode.SAME, Regime.INTEGERS, 31);
    assertThat(recipe).hasToString("float64/3x4/2x2/same/integers/1f");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '!',
      value = {
        "rubbish # a recipe is dtype/shape/shape/mode/regime/seed, not \"rubbish\"",
        "float64/3/full/integers/1 # a recipe is dtype/shape/shape/mode/regime/seed, not"
            + " \"float64/3/full/integers/1\"",
        "double/3/2/full/integers/1 # no dtype \"double\"",
        "float64/3/2/central/integers/1 # no mode \"central\"",
        "float64/3/2/FULL/integers/1 # no mode \"FULL\"",
        "float64/3/2/full/odd/1 # no regime \"odd\"; there are integers, dyadic, uniform, positive,"
            + " normal, alternating, sparse, decaying, wide, range, subnormal, non_finite,"
            + " infinities, words, extremes, least, ladder, halfway, whole12, whole15, whole26, whole31",
        "float64/3x/2/full/integers/1 # a shape is extents with x between them, or s for a scalar,"
            + " not \"3x\"",
        "float64//2/full/integers/1 # a shape is extents with x between them, or s for a scalar,"
            + " not \"\"",
        "float64/3,4/2/full/integers/1 # a shape is extents with x between them, or s for a scalar,"
            + " not \"3,4\"",
        "float64/-3/2/full/integers/1 # extents must not be negative: (-3,)",
        "float64/3/2/full/integers/xyz # a seed is hexadecimal, below 2^63, not \"xyz\"",
        "float64/3/2/full/integers/ # a seed is hexadecimal, below 2^63, not \"\"",
        "float64/3/2/full/integers/11111111111111111 # a seed is hexadecimal, below 2^63, not"
            + " \"11111111111111111\"",
      })
  void aMalformedTokenIsRefusedWithAReason(String token, String reason) {
    assertThatThrownBy(() -> Recipe.parse(token))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  @TestFactory
  Stream<DynamicTest> the_same_recipe_gives_the_same_operands() {
    return recipes().stream()
        .filter(recipe -> recipe.seed() == 31)
        .map(recipe -> dynamicTest(recipe.token(), () -> sameTwice(recipe)));
  }

  private static void sameTwice(Recipe recipe) {
    Operands operands = recipe.operands();
    Operands again = Recipe.parse(recipe.token()).operands();
    assertThat(again.all()).isEqualTo(operands.all());
    assertThat(operands.all()).extracting(NdArray::shape).isEqualTo(recipe.shapes());
    assertThat(operands.mode()).isEqualTo(recipe.mode());
    assertThat(operands.rank()).isEqualTo(recipe.shapes().get(0).rank());
    for (int i = 0; i < 20; i++) {
      assertThat(again.choose(-7, 7)).isEqualTo(operands.choose(-7, 7)).isBetween(-7, 7);
    }
  }

  @Test
  void operands_are_fresh_each_time() {
    Recipe recipe = recipes().get(0);
    assertThat(recipe.operands().in1().doubles()).isNotSameAs(recipe.operands().in1().doubles());
  }

  @Test
  void operands_of_one_recipe_differ() {
    Recipe recipe = Recipe.parse("float64/5/5/5/full/uniform/0");
    assertThat(recipe.operands().all()).doesNotHaveDuplicates();
  }

  /**
   * In Python's {@code float.hex}, made by a Python implementation of what {@link Recipe}, {@link
   * Regime} and {@link SplitMix} say: an implementation in another language has to give the same.
   */
  @ParameterizedTest
  @CsvSource({
    "integers, 0x1p+3 0x1.2p+3 -0x1p+2, 0x1.8p+2 0x1p+1",
    "dyadic, 0x1.4055p-1 -0x1.9dd06p-1 0x1.d6b8ap-1, 0x1.289ep-5 -0x1.05308p-1",
    "uniform, -0x1.74d3d921d69fdp-1 -0x1.bb1892aa15a16p-2 0x1.bfe06dcb564p-10,"
        + " -0x1.f68a52245334ap-1 -0x1.8e53ec01c9772p-2",
    "positive, 0x1.74d3d921d69fdp-1 0x1.39bd310a5ccp-1 0x1.bb1892aa15a16p-2,"
        + " 0x1.f68a52245334ap-1 0x1.21f075f22cf6cp-1",
    "normal, -0x1.94c252f1f32bep-2 -0x1.5073f1e28b9a5p-1 0x1.ff026b5f1c448p-1,"
        + " 0x1.508980fa307dep+0 -0x1.2258863d14fe0p-5",
    "alternating, 0x1.ba69ec90eb4fep-1 -0x1.9cde98852e6p-1 0x1.6ec624aa85686p-1,"
        + " 0x1.fb452912299a5p-1 -0x1.90f83af9167b6p-1",
    "sparse, 0x1.39bd310a5ccp-1 0x0p+0 0x0p+0, -0x0p+0 -0x0p+0",
    "decaying, -0x1.74d3d921d69fdp-1 -0x1.bb1892aa15a16p-2 0x1.bfe06dcb564p-11,"
        + " -0x1.f68a52245334ap-1 -0x1.8e53ec01c9772p-2",
    "wide, -0x1.ba69ec90eb4fep-93 0x1.d49ffe504bfdap+66 -0x1.523fb4dd5d162p+98,"
        + " -0x1.fb452912299a5p-63 0x1.c8031cf7ec10ep+83",
  })
  void operands_are_the_same_in_every_language(String regime, String in1, String in2) {
    Operands operands = Recipe.parse("float64/3/2/full/" + regime + "/2a").operands();
    assertThat(operands.in1()).isEqualTo(literal(in1));
    assertThat(operands.in2()).isEqualTo(literal(in2));
  }

  private static NdArray literal(String words) {
    return NdArray.of(
        Arrays.stream(words.split(" ", -1)).mapToDouble(Double::parseDouble).toArray());
  }

  @Test
  void choices_are_the_same_in_every_language() {
    Operands operands = Recipe.parse("float64/3/2/full/integers/2a").operands();
    assertThat(Stream.generate(() -> operands.choose(0, 9)).limit(6))
        .containsExactly(3, 1, 8, 4, 0, 2);
  }
}
