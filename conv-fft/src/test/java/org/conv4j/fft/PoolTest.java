package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is idle is used again, and nothing is used twice at a time. */
class PoolTest {
  private final AtomicInteger made = new AtomicInteger();
  private final Pool<int[]> pool = new Pool<>(() -> new int[] {made.incrementAndGet()});

  @Test
  void what_came_back_is_taken_again() {
    int[] first;
    try (Pool<int[]>.Loan loan = pool.loan()) {
      first = loan.take();
      assertThat(loan.take()).isNotSameAs(first);
    }
    assertThat(made).hasValue(2);
    int[] again = pool.take();
    int[] other = pool.take();
    assertThat(again).isNotSameAs(other);
    assertThat(made.get()).as("made").isBetween(2, 4); // a collection may have come in between
    pool.give(again);
    assertThat(first).isNotNull();
  }
}
