package org.conv4j.fft;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Things that are made once for each key, such as plans; the least recently used are dropped when
 * they hold too much together. Safe for concurrent use.
 */
final class PlanCache<K, P> {
  /**
   * The sum of the sizes of things kept. A plan holds up to six numbers for each element of its
   * length, so this is at most 96 MiB of doubles.
   */
  private static final long MOST_ELEMENTS = 1 << 21;

  private final Function<K, P> maker;
  private final ToIntFunction<K> size;

  private final Map<K, P> plans = new LinkedHashMap<>(16, 0.75f, true);
  private long elements;

  /**
   * A cache.
   *
   * @param maker makes what is not there
   * @param size how much of the bound something takes
   */
  PlanCache(Function<K, P> maker, ToIntFunction<K> size) {
    this.maker = maker;
    this.size = size;
  }

  P plan(K key) {
    synchronized (plans) {
      P plan = plans.get(key);
      if (plan != null) {
        return plan;
      }
    }
    // Made outside the lock: two threads may make the same plan, and either will do.
    P made = maker.apply(key);
    synchronized (plans) {
      if (plans.put(key, made) == null) {
        elements += size.applyAsInt(key);
      }
      Iterator<K> eldest = plans.keySet().iterator();
      while (elements > MOST_ELEMENTS) {
        elements -= size.applyAsInt(eldest.next());
        eldest.remove();
      }
    }
    return made;
  }

  /** The sum of the sizes of what is kept. */
  long elements() {
    synchronized (plans) {
      return elements;
    }
  }
}
