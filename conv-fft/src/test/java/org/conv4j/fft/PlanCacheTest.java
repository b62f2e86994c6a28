package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans are kept, up to a bound on what they hold together. */
class PlanCacheTest {
  private static final int MOST_ELEMENTS = 1 << 21;

  private final List<Integer> made = new ArrayList<>();
  private final PlanCache<Integer, String> cache =
      new PlanCache<>(
          n -> {
            made.add(n);
            return "plan " + n;
          },
          n -> n);

  @Test
  void a_plan_is_made_once() {
    assertThat(cache.plan(8)).isEqualTo("plan 8").isSameAs(cache.plan(8));
    assertThat(made).containsExactly(8);
    assertThat(cache.elements()).isEqualTo(8);
  }

  @Test
  void the_plan_not_used_for_longest_is_dropped_first() {
    int half = MOST_ELEMENTS / 2;
    cache.plan(half);
    cache.plan(half - 1);
    cache.plan(half); // now the other one is the eldest
    cache.plan(4);
    assertThat(cache.elements()).isEqualTo(half + 4);
    cache.plan(half);
    cache.plan(half - 1);
    assertThat(made).containsExactly(half, half - 1, 4, half - 1);
  }

  @Test
  void what_is_kept_never_exceeds_the_bound() {
    for (int n = 1; n <= 1 << 24; n *= 2) {
      cache.plan(n);
      assertThat(cache.elements()).isBetween(0L, (long) MOST_ELEMENTS);
    }
    assertThat(cache.plan(1 << 24)).isEqualTo("plan 16777216");
  }
}
