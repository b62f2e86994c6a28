package org.conv4j.api.internal;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Runs independent tasks on the common pool, a limited number at a time. */
public final class Parallel {
  private Parallel() {}

  /**
   * As many threads as the common pool and the caller make together.
   *
   * @return at least 1
   */
  public static int defaultThreads() {
    return Math.max(1, ForkJoinPool.getCommonPoolParallelism() + (ownThreadHelps() ? 1 : 0));
  }

  /** The caller works too, and the pool is sized for that: one less than the processors. */
  private static boolean ownThreadHelps() {
    return ForkJoinPool.getCommonPoolParallelism() < Runtime.getRuntime().availableProcessors();
  }

  /**
   * Checks a number of threads that a user asked for.
   *
   * @param threads the number
   * @return the same
   * @throws IllegalArgumentException if it is not positive
   */
  public static int requireThreads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("parallelism must be at least 1: " + threads);
    }
    return threads;
  }

  /**
   * Runs {@code task} for 0, 1, … {@code count - 1} in any order, and returns when all are done.
   *
   * @param threads how many may run at once; 1 runs all on the calling thread, in order
   * @param count how many tasks there are
   * @param task safe to run for different numbers at the same time
   */
  public static void run(int threads, int count, IntConsumer task) {
    run(threads, count, () -> task);
  }

  /**
   * The same with a worker for each thread, which may thus have buffers of its own.
   *
   * @param threads how many may run at once; 1 runs all on the calling thread, in order
   * @param count how many tasks there are
   * @param workers makes one for each thread; a worker need not be safe to use by several
   */
  public static void run(int threads, int count, Supplier<IntConsumer> workers) {
    int needed = Math.min(threads, count);
    if (needed <= 1) {
      IntConsumer worker = workers.get();
      for (int i = 0; i < count; i++) {
        worker.accept(i);
      }
      return;
    }
    AtomicInteger next = new AtomicInteger();
    IntStream.range(0, needed)
        .parallel()
        .forEach(
            thread -> {
              IntConsumer worker = workers.get();
              for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                worker.accept(i);
              }
            });
  }
}
