package org.conv4j.verify.search;

import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import org.conv4j.verify.operand.Case;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.operand.Space;

/**
 * What a search draws recipes from, and where it finds simpler ones.
 *
 * @param <R> recipes
 */
public abstract class Source<R extends Case> {
  private static final long MOST_SEED = 0xffff_ffffL;

  private Source() {}

  /** Any recipe; it shrinks to the simplest. */
  abstract Arbitrary<R> drawn();

  /** A given recipe; it shrinks to simpler ones. */
  abstract Shrinkable<R> given(R recipe);

  /** A recipe with other elements. */
  abstract R withSeed(R recipe, long seed);

  /**
   * The recipes as an arbitrary of jqwik.
   *
   * @param listed recipes to choose from; their elements are drawn
   * @return an arbitrary that shrinks to simpler recipes, which need not be among those listed; of
   *     any recipes if the list is empty
   */
  public final Arbitrary<R> arbitrary(List<R> listed) {
    return listed.isEmpty()
        ? drawn()
        : Arbitraries.fromGenerator(
            random -> {
              R chosen = listed.get(random.nextInt(listed.size()));
              return given(withSeed(chosen, random.nextInt() & MOST_SEED));
            });
  }

  /**
   * The recipes of a space, as jqwik draws and shrinks them.
   *
   * @param space what to draw from, and what simpler recipes must belong to
   * @return the source
   */
  public static Source<Recipe> of(Space space) {
    return new Source<>() {
      @Override
      Arbitrary<Recipe> drawn() {
        return RecipeArbitraries.of(space);
      }

      @Override
      Shrinkable<Recipe> given(Recipe recipe) {
        return ShrinkableRecipe.given(recipe, new Simpler(space));
      }

      @Override
      Recipe withSeed(Recipe recipe, long seed) {
        return recipe.withSeed(seed);
      }
    };
  }

  /**
   * Recipes that are drawn and made simpler by functions.
   *
   * @param <R> recipes
   * @param draw draws one
   * @param reseed a recipe with the elements of another seed
   * @param simpler the recipes one step simpler than another, the largest steps first; from each
   *     recipe, such steps must come to an end
   * @return the source
   */
  public static <R extends Case> Source<R> of(
      Function<Random, R> draw, BiFunction<R, Long, R> reseed, Function<R, Stream<R>> simpler) {
    return new Source<>() {
      @Override
      Arbitrary<R> drawn() {
        return Arbitraries.fromGenerator(random -> given(draw.apply(random)));
      }

      @Override
      Shrinkable<R> given(R recipe) {
        return new ShrinkableCase<>(recipe, simpler);
      }

      @Override
      R withSeed(R recipe, long seed) {
        return reseed.apply(recipe, seed);
      }
    };
  }
}
