package org.conv4j.verify.layer.operand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.Layout;
import org.conv4j.api.Shape;
import org.conv4j.verify.search.Drawing;
import org.conv4j.verify.search.Reach;
import org.conv4j.verify.search.RecipeSearch;
import org.conv4j.verify.search.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LayerRecipeTest {
  private static List<LayerRecipe> drawn(LayerSpace space, int count) {
    Random random = new Random(3);
    return IntStream.range(0, count).mapToObj(i -> LayerDraw.recipe(space, random)).toList();
  }

  @Test
  void a_recipe_is_read_as_it_is_written_and_gives_the_same_operands() {
    for (LayerRecipe recipe : drawn(LayerSpace.all(), 300)) {
      LayerRecipe read = LayerRecipe.parse(recipe.token());
      assertThat(read).isEqualTo(recipe);
      assertThat(read.arrays()).isEqualTo(recipe.arrays());
      assertThat(read.layerOptions()).isEqualTo(recipe.layerOptions());
      assertThat(LayerSpace.all().excludes(recipe)).isEmpty();
      assertThat(recipe.work()).isLessThanOrEqualTo(LayerSpace.all().work());
    }
  }

  @Test
  void a_token_says_all_of_a_layer() {
    String token = "int32/2x4x9x7/6x2x3x2/s2x1,d1x2,p1x0:0x2,g2,up,nhwc,bias,zeros/words/1f";
    LayerRecipe recipe = LayerRecipe.parse(token);
    assertThat(recipe.token()).isEqualTo(token);
    LayerOperands operands = recipe.operands();
    assertThat(operands.input().shape()).isEqualTo(Shape.of(2, 9, 7, 4));
    assertThat(operands.weights().shape()).isEqualTo(Shape.of(6, 2, 3, 2));
    assertThat(operands.biasOrNull().shape()).isEqualTo(Shape.of(6));
    assertThat(operands.options().layout()).isEqualTo(Layout.NHWC);
    assertThat(operands.options().hasZeroPoints()).isTrue();
    assertThat(operands.options().withZeroPoints(0, 0))
        .hasToString(
            "stride [2, 1], dilation [1, 2], padding [1, 0] before, [0, 2] after, groups 2,"
                + " rounding up, NHWC");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '!',
      value = {
        "rubbish # a recipe of a layer is dtype/input/weights/options/regime/seed, not \"rubbish\"",
        "float64/1x1x3/1x1x2/plain/integers/x # a seed is hexadecimal, below 2^63, not \"x\"",
        "float64/1x1x3/1x1x2/odd/integers/1 # no option of a layer: \"odd\"",
        "float64/1x1x3/1x2x2/plain/integers/1"
            + " # channels and groups do not go together: 1x1x3, 1x2x2",
        "float64/1x2x3/3x1x2/g2/integers/1"
            + " # channels and groups do not go together: 1x2x3, 3x1x2",
        "float64/1x1x3/1x1x2/s2x2/integers/1 # there are 1 spatial axes, not as in 2x2",
        "float64/1x3/1x3/plain/integers/1"
            + " # input and weights of a layer have 3 to 5 axes: 1x3, 1x3",
        "float64/1x1x3/1x1x2/plain/words/1"
            + " # no words of type float64, in \"float64/1x1x3/1x1x2/plain/words/1\"",
      })
  void a_token_of_nothing_is_refused_with_a_reason(String token, String reason) {
    assertThatThrownBy(() -> LayerRecipe.parse(token))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  @Test
  void a_token_whose_window_does_not_fit_is_refused() {
    assertThatThrownBy(() -> LayerRecipe.parse("float64/1x1x3/1x1x4/plain/integers/1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("window");
  }

  @ParameterizedTest
  @EnumSource(LayerFeature.class)
  void a_space_gives_what_it_must_have_and_nothing_that_it_must_not(LayerFeature feature) {
    boolean integers = feature == LayerFeature.ZERO_POINTS;
    LayerSpace space = LayerSpace.all().withDTypes(dtype -> !integers || dtype.isInteger());
    assertThat(drawn(space.having(feature), 100)).allMatch(recipe -> recipe.sizes().uses(feature));
    assertThat(drawn(space.without(feature), 100))
        .noneMatch(recipe -> recipe.sizes().uses(feature));
  }

  /** What is drawn for claims is claimed. */
  @Test
  void nothing_is_drawn_that_capabilities_would_refuse() {
    LayerCapabilities claims =
        LayerCapabilities.basic().withFeatures(LayerFeature.DILATION).withMaxSpatialRank(2);
    Set<LayerFeature> rest = EnumSet.complementOf(EnumSet.of(LayerFeature.DILATION));
    LayerSpace space =
        LayerSpace.all()
            .withDTypes(claims.dtypes()::contains)
            .withRanks(1, 2)
            .without(List.copyOf(rest));
    assertThat(drawn(space, 300))
        .allSatisfy(
            recipe ->
                assertThat(
                        claims.refusal(recipe.sizes().geometry(), recipe.dtype(), recipe.dtype()))
                    .as(recipe.token())
                    .isEmpty());
  }

  @Test
  void all_kinds_of_layers_ranks_and_traits_are_drawn() {
    List<LayerRecipe> recipes = drawn(LayerSpace.all(), 400);
    assertThat(recipes).extracting(recipe -> recipe.sizes().kind()).contains(LayerKind.values());
    assertThat(recipes).extracting(recipe -> recipe.sizes().axes().size()).contains(1, 2, 3);
    assertThat(recipes).extracting(LayerRecipe::dtype).contains(DType.values());
    for (Trait trait : Trait.values()) {
      assertThat(recipes).anyMatch(recipe -> recipe.sizes().has(trait));
    }
  }

  private static Source<LayerRecipe> source() {
    LayerSimpler simpler = new LayerSimpler(LayerSpace.all());
    return Source.of(
        random -> LayerDraw.recipe(LayerSpace.all(), random), LayerRecipe::withSeed, simpler::than);
  }

  @Test
  void whatever_fails_shrinks_to_the_simplest_layer() {
    Optional<LayerRecipe> smallest = new RecipeSearch(10, 1).find(source(), recipe -> true);
    assertThat(smallest).hasToString("Optional[float64/1x1x1/1x1x1/plain/integers/0]");
  }

  @Test
  void what_fails_for_a_reason_shrinks_to_the_simplest_with_that_reason() {
    Optional<LayerRecipe> smallest =
        new RecipeSearch(200, 2)
            .find(
                source(),
                recipe ->
                    recipe.sizes().groups() > 1
                        && recipe.sizes().axes().stream().anyMatch(axis -> axis.stride() == 2)
                        && recipe.sizes().has(Trait.BIAS));
    assertThat(smallest).hasToString("Optional[float64/1x2x1/2x1x1/s2,g2,bias/integers/0]");
  }

  @Test
  void every_step_of_shrinking_is_simpler_and_belongs_to_the_space() {
    LayerSpace space = LayerSpace.all().having(LayerFeature.GROUPS);
    LayerSimpler simpler = new LayerSimpler(space);
    for (LayerRecipe recipe : drawn(space, 30)) {
      assertThat(simpler.than(recipe))
          .doesNotContain(recipe)
          .allMatch(next -> space.excludes(next).isEmpty())
          .allMatch(next -> next.sizes().isValid());
    }
  }

  @Test
  void a_sweep_meets_the_sizes_of_registers_and_blocks() {
    List<LayerRecipe> recipes =
        LayerSweep.forDrawing(Drawing.SIZES, LayerSpace.all(), Reach.LONG, 1);
    Set<Integer> inputs = new TreeSet<>();
    Set<Integer> outputs = new TreeSet<>();
    Set<Integer> extents = new TreeSet<>();
    for (LayerRecipe recipe : recipes) {
      inputs.add(recipe.sizes().inputs());
      outputs.add(recipe.sizes().outputs());
      recipe.sizes().axes().forEach(axis -> extents.add(axis.extent()));
    }
    assertThat(inputs).contains(1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 64, 255, 256, 257);
    assertThat(outputs).contains(1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 64, 255, 256, 257);
    assertThat(extents).contains(1, 2, 15, 16, 17, 127, 128, 129, 1023, 1024, 1025, 65_537);
    assertThat(recipes).anyMatch(recipe -> recipe.token().contains("/1x3x32x32/6x3x5x5/"));
    assertThat(LayerSweep.forDrawing(Drawing.SIZES, LayerSpace.all(), Reach.LONG, 1))
        .isEqualTo(recipes);
  }

  @Test
  void kinds_are_every_type_with_every_regime_that_suits_it() {
    List<LayerRecipe> recipes =
        LayerSweep.forDrawing(Drawing.KINDS, LayerSpace.all(), Reach.SHORT, 1);
    List<LayerSpace.Kind> kinds = new ArrayList<>();
    recipes.forEach(recipe -> kinds.add(new LayerSpace.Kind(recipe.dtype(), recipe.regime())));
    assertThat(kinds.stream().distinct())
        .containsExactlyInAnyOrderElementsOf(LayerSpace.all().kinds());
  }
}
