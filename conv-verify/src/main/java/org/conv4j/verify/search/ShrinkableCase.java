package org.conv4j.verify.search;

import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import org.conv4j.verify.operand.Case;

/**
 * A case that shrinks by a function.
 *
 * @param <R> recipes
 * @param value the recipe
 * @param simpler the recipes one step simpler than another
 */
record ShrinkableCase<R extends Case>(R value, Function<R, Stream<R>> simpler)
    implements Shrinkable<R> {
  @Override
  public Stream<Shrinkable<R>> shrink() {
    return simpler.apply(value).map(smaller -> new ShrinkableCase<>(smaller, simpler));
  }

  /** The same for all: jqwik refuses larger ones, and what is simpler is up to the function. */
  @Override
  public ShrinkingDistance distance() {
    return ShrinkingDistance.of(0);
  }
}
