package org.conv4j.verify.search;

import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import org.conv4j.api.Mode;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Recipe;

/**
 * A recipe that jqwik can shrink.
 *
 * <p>A recipe that jqwik drew first shrinks the way jqwik drew it: extents, elements and seed
 * become simpler, while rank and mode stay. Then {@link Simpler} shrinks those. A recipe that was
 * given shrinks by {@link Simpler} alone.
 */
final class ShrinkableRecipe implements Shrinkable<Recipe> {
  private enum Stage {
    /** Given: it can become simpler in every way. */
    GIVEN,
    /** As jqwik drew it. */
    DRAWN,
    /** jqwik cannot make it any simpler. */
    REDUCED
  }

  private final Recipe recipe;
  private final Stage stage;
  private final Simpler simpler;

  /** What jqwik drew, at that stage; else null. */
  private final Shrinkable<Recipe> drawn;

  private ShrinkableRecipe(Recipe recipe, Stage stage, Simpler simpler, Shrinkable<Recipe> drawn) {
    this.recipe = recipe;
    this.stage = stage;
    this.simpler = simpler;
    this.drawn = drawn;
  }

  /** A recipe that jqwik drew. Asks for its value, which jqwik computes only in a session. */
  static Shrinkable<Recipe> drawn(Shrinkable<Recipe> drawn, Simpler simpler) {
    return new ShrinkableRecipe(drawn.value(), Stage.DRAWN, simpler, drawn);
  }

  /** A recipe that was given. */
  static Shrinkable<Recipe> given(Recipe recipe, Simpler simpler) {
    return new ShrinkableRecipe(recipe, Stage.GIVEN, simpler, null);
  }

  @Override
  public Recipe value() {
    return recipe;
  }

  @Override
  public Stream<Shrinkable<Recipe>> shrink() {
    return switch (stage) {
      case GIVEN ->
          Stream.concat(simpler.than(recipe), simpler.elements(recipe))
              .map(smaller -> given(smaller, simpler));
      case DRAWN ->
          Stream.concat(
              drawn
                  .shrink()
                  .sorted()
                  .map(smaller -> drawn(smaller, simpler))
                  .filter(smaller -> !smaller.value().equals(recipe)),
              reduced());
      case REDUCED -> reduced();
    };
  }

  private Stream<Shrinkable<Recipe>> reduced() {
    return simpler
        .than(recipe)
        .map(smaller -> new ShrinkableRecipe(smaller, Stage.REDUCED, simpler, null));
  }

  @Override
  public ShrinkingDistance distance() {
    if (stage == Stage.DRAWN) {
      return ShrinkingDistance.of(1).append(drawn.distance());
    }
    // Each step makes one of these smaller, and none before it larger.
    return ShrinkingDistance.of(
        0,
        Arrays.asList(Mode.values()).indexOf(recipe.mode()),
        recipe.shapes().get(0).rank(),
        recipe.shapes().stream().mapToLong(ShrinkableRecipe::extents).sum(),
        Kind.of(simpler.space()).indexOf(Kind.of(recipe)),
        recipe.seed());
  }

  private static long extents(Shape shape) {
    return Arrays.stream(shape.toArray()).asLongStream().sum();
  }

  @Override
  public String toString() {
    return recipe.toString();
  }
}
