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
import org.conv4j.verify.operand.Case;

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
   * Draws recipes until one fails, then shrinks it.
   *
   * @param <R> recipes
   * @param source what to draw from
   * @param fails whether a recipe fails; called on the calling thread, one recipe at a time
   * @return the smallest recipe found that fails; empty if none failed
   */
  public <R extends Case> Optional<R> find(Source<R> source, Predicate<R> fails) {
    RandomGenerator<R> generator = inSession(() -> source.drawn().generator(tries));
    Random random = new Random(seed);
    for (int i = 0; i < tries; i++) {
      Shrinkable<R> drawn = inSession(() -> generator.next(random));
      if (fails.test(drawn.value())) {
        return Optional.of(new Shrinking<>(fails).shrink(drawn));
      }
      if (enough.getAsBoolean()) {
        break;
      }
    }
    return Optional.empty();
  }

  /**
   * Tries given recipes in turn until one fails, then shrinks it.
   *
   * @param <R> recipes
   * @param recipes what to try
   * @param source where simpler recipes come from
   * @param fails whether a recipe fails; called on the calling thread, one recipe at a time
   * @return the smallest recipe found that fails; empty if none failed
   */
  public <R extends Case> Optional<R> find(List<R> recipes, Source<R> source, Predicate<R> fails) {
    for (R recipe : recipes) {
      if (fails.test(recipe)) {
        return Optional.of(new Shrinking<>(fails).shrink(inSession(() -> source.given(recipe))));
      }
      if (enough.getAsBoolean()) {
        break;
      }
    }
    return Optional.empty();
  }

  /** Takes the first smaller recipe that fails, again and again, until time or steps run out. */
  private final class Shrinking<R> {
    private final Predicate<R> fails;
    private final long deadline = System.nanoTime() + MOST_SHRINKING_NANOS;
    private int steps;

    Shrinking(Predicate<R> fails) {
      this.fails = fails;
    }

    private boolean mayGoOn() {
      return steps++ < shrinkingSteps && System.nanoTime() < deadline;
    }

    R shrink(Shrinkable<R> start) {
      Shrinkable<R> best = start;
      Iterator<Shrinkable<R>> candidates = candidates(best);
      while (mayGoOn()) {
        Iterator<Shrinkable<R>> rest = candidates;
        Shrinkable<R> candidate = inSession(() -> rest.hasNext() ? rest.next() : null);
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

    private Iterator<Shrinkable<R>> candidates(Shrinkable<R> shrinkable) {
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
