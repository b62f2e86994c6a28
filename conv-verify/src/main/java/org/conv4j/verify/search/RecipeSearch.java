package org.conv4j.verify.search;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.operand.Space;

/**
 * Looks for a recipe on which something fails, and then for a smaller one.
 *
 * @param tries how many recipes to draw
 * @param seed the same seed draws the same recipes
 * @param shrinkingSteps the most candidates to look at while shrinking
 * @param enough whether to stop, asked after each recipe
 */
public record RecipeSearch(int tries, long seed, int shrinkingSteps, BooleanSupplier enough) {
  private static final int SHRINKING_STEPS = 2000;

  private static final Object SESSION = new Object();

  /**
   * The most time to spend on shrinking: a slow subject gets a larger counterexample instead of
   * none.
   */
  private static final long MOST_SHRINKING_NANOS = 5_000_000_000L;

  /**
   * A search that goes on to the end.
   *
   * @param tries how many recipes to draw
   * @param seed the same seed draws the same recipes
   */
  public RecipeSearch(int tries, long seed) {
    this(tries, seed, SHRINKING_STEPS, () -> false);
  }

  /**
   * Draws recipes of a space until one fails, then shrinks it.
   *
   * @param space what to draw from
   * @param fails whether a recipe fails; called on the calling thread, one recipe at a time
   * @return the smallest recipe found that fails; empty if none failed
   */
  public Optional<Recipe> find(Space space, Predicate<Recipe> fails) {
    RandomGenerator<Recipe> generator =
        inSession(() -> RecipeArbitraries.of(space).generator(tries));
    Random random = new Random(seed);
    for (int i = 0; i < tries; i++) {
      Shrinkable<Recipe> drawn = inSession(() -> generator.next(random));
      if (fails.test(drawn.value())) {
        return Optional.of(new Shrinking(fails).shrink(drawn));
      }
      if (enough.getAsBoolean()) {
        break;
      }
    }
    return Optional.empty();
  }

  /**
   * Tries given recipes of a space in turn until one fails, then shrinks it.
   *
   * @param recipes what to try
   * @param space what smaller recipes must belong to
   * @param fails whether a recipe fails; called on the calling thread, one recipe at a time
   * @return the smallest recipe found that fails; empty if none failed
   */
  public Optional<Recipe> find(List<Recipe> recipes, Space space, Predicate<Recipe> fails) {
    for (Recipe recipe : recipes) {
      if (fails.test(recipe)) {
        return Optional.of(
            new Shrinking(fails).shrink(ShrinkableRecipe.given(recipe, new Simpler(space))));
      }
      if (enough.getAsBoolean()) {
        break;
      }
    }
    return Optional.empty();
  }

  /** Takes the first smaller recipe that fails, again and again, until time or steps run out. */
  private final class Shrinking {
    private final Predicate<Recipe> fails;
    private final long deadline = System.nanoTime() + MOST_SHRINKING_NANOS;
    private int steps;

    Shrinking(Predicate<Recipe> fails) {
      this.fails = fails;
    }

    private boolean mayGoOn() {
      return steps++ < shrinkingSteps && System.nanoTime() < deadline;
    }

    Recipe shrink(Shrinkable<Recipe> start) {
      Shrinkable<Recipe> best = start;
      Iterator<Shrinkable<Recipe>> candidates = candidates(best);
      while (mayGoOn()) {
        Iterator<Shrinkable<Recipe>> rest = candidates;
        Shrinkable<Recipe> candidate = inSession(() -> rest.hasNext() ? rest.next() : null);
        if (candidate == null) {
          break;
        }
        if (fails.test(candidate.value())) {
          best = candidate;
          candidates = candidates(best);
        }
      }
      return best.value();
    }

    private static Iterator<Shrinkable<Recipe>> candidates(Shrinkable<Recipe> shrinkable) {
      return inSession(() -> shrinkable.shrink().iterator());
    }
  }

  /**
   * Runs one step of jqwik. jqwik keeps its state with the thread, and a session sets it up. A JVM
   * has one session at a time, so a subject must never be called inside.
   */
  private static <T> T inSession(Supplier<T> step) {
    AtomicReference<T> result = new AtomicReference<>();
    synchronized (SESSION) {
      JqwikSession.run(() -> result.set(step.get()));
    }
    return result.get();
  }
}
