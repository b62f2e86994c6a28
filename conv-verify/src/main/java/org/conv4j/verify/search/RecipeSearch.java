package org.conv4j.verify.search;

import java.util.Iterator;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.operand.Space;

/**
 * Looks for a recipe on which something fails, and for a smaller one once it is found.
 *
 * @param tries how many recipes to draw
 * @param seed the same seed draws the same recipes
 */
public record RecipeSearch(int tries, long seed) {
  /** Candidates looked at while shrinking, at most. */
  private static final int MOST_SHRINKING_STEPS = 2000;

  /** Time spent on shrinking, at most: a slow subject gives a larger counterexample, not none. */
  private static final long MOST_SHRINKING_NANOS = 5_000_000_000L;

  /**
   * Draws recipes of a space until one fails, then shrinks it.
   *
   * @param space what to draw from
   * @param fails whether a recipe fails; called on the calling thread, one recipe at a time
   * @return the smallest recipe found that fails; empty if none failed
   */
  public Optional<Recipe> find(Space space, Predicate<Recipe> fails) {
    // jqwik keeps the state of a run with the thread, and a session is how it is set up and torn
    // down; a runnable cannot return a value, hence the array.
    Recipe[] found = new Recipe[1];
    JqwikSession.run(() -> found[0] = search(space, fails));
    return Optional.ofNullable(found[0]);
  }

  private Recipe search(Space space, Predicate<Recipe> fails) {
    RandomGenerator<Recipe> generator = RecipeArbitraries.of(space).generator(tries, true);
    Random random = new Random(seed);
    for (int i = 0; i < tries; i++) {
      Shrinkable<Recipe> drawn = generator.next(random);
      if (fails.test(drawn.value())) {
        return shrink(drawn, fails).value();
      }
    }
    return null;
  }

  /** Takes the first smaller recipe that fails, again and again. */
  private static Shrinkable<Recipe> shrink(Shrinkable<Recipe> start, Predicate<Recipe> fails) {
    Shrinkable<Recipe> best = start;
    long deadline = System.nanoTime() + MOST_SHRINKING_NANOS;
    int steps = 0;
    Iterator<Shrinkable<Recipe>> candidates = candidates(best);
    while (candidates.hasNext() && steps++ < MOST_SHRINKING_STEPS && System.nanoTime() < deadline) {
      Shrinkable<Recipe> candidate = candidates.next();
      if (!candidate.value().equals(best.value()) && fails.test(candidate.value())) {
        best = candidate;
        candidates = candidates(best);
      }
    }
    return best;
  }

  private static Iterator<Shrinkable<Recipe>> candidates(Shrinkable<Recipe> of) {
    return of.shrink().sorted().iterator();
  }
}
