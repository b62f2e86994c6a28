package org.conv4j.api.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tasks run, how often, and on what. */
class ParallelTest {
  @ParameterizedTest
  @CsvSource({"1, 0", "1, 1", "1, 7", "2, 0", "2, 1", "2, 2", "3, 100", "8, 3", "100, 5"})
  void every_task_runs_once(int threads, int count) {
    AtomicIntegerArray runs = new AtomicIntegerArray(count);
    Parallel.run(threads, count, runs::incrementAndGet);
    assertThat(IntStream.range(0, count).map(runs::get)).allMatch(n -> n == 1);
  }

  @ParameterizedTest
  @CsvSource({"1, 5, 1", "2, 1, 1", "2, 2, 2", "2, 9, 2", "7, 3, 3", "5, 500, 5"})
  void there_is_a_worker_for_each_thread_that_has_a_task(int threads, int count, int workers) {
    AtomicInteger made = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Parallel.run(
        threads,
        count,
        () -> {
          made.incrementAndGet();
          return i -> done.addAndGet(i);
        });
    assertThat(made).hasValue(workers);
    assertThat(done).hasValue(count * (count - 1) / 2);
  }

  @ParameterizedTest
  @CsvSource({"1, 6", "4, 1"})
  void one_thread_is_the_callers_and_keeps_the_order(int threads, int count) {
    List<Integer> order = new ArrayList<>();
    Set<Thread> used = ConcurrentHashMap.newKeySet();
    Parallel.run(
        threads,
        count,
        i -> {
          order.add(i);
          used.add(Thread.currentThread());
        });
    assertThat(order).containsExactlyElementsOf(IntStream.range(0, count).boxed().toList());
    assertThat(used).containsExactly(Thread.currentThread());
  }

  @Test
  void a_failure_reaches_the_caller() {
    for (int threads : new int[] {1, 3}) {
      assertThatThrownBy(
              () ->
                  Parallel.run(
                      threads,
                      4,
                      i -> {
                        throw new IllegalStateException("for a test");
                      }))
          .hasMessageContaining("for a test");
    }
  }

  @Test
  void there_are_as_many_threads_as_processors() {
    assumeThat(System.getProperty("java.util.concurrent.ForkJoinPool.common.parallelism")).isNull();
    assertThat(Parallel.defaultThreads()).isEqualTo(Runtime.getRuntime().availableProcessors());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 1000})
  void a_positive_number_of_threads_is_taken(int threads) {
    assertThat(Parallel.requireThreads(threads)).isEqualTo(threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void no_threads_are_refused(int threads) {
    assertThatThrownBy(() -> Parallel.requireThreads(threads))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parallelism must be at least 1: %d", threads);
  }
}
