package org.conv4j.verify.law;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Several threads that do something at once. */
public final class Threads {
  /** How many. */
  public static final int COUNT = 8;

  private Threads() {}

  /**
   * Does something on all threads, which begin together.
   *
   * @param task gets the number of its thread, from 0
   * @throws Violation that of one of them, or one that tells what it ended with
   */
  public static void together(IntConsumer task) {
    ExecutorService pool = Executors.newFixedThreadPool(COUNT, Threads::daemon);
    try {
      CountDownLatch start = new CountDownLatch(COUNT);
      List<Future<?>> futures = new ArrayList<>();
      for (int thread = 0; thread < COUNT; thread++) {
        int number = thread;
        futures.add(
            pool.submit(
                () -> {
                  start.countDown();
                  start.await();
                  task.accept(number);
                  return null;
                }));
      }
      for (Future<?> future : futures) {
        join(future);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "conv4j-concurrent");
    thread.setDaemon(true);
    return thread;
  }

  private static void join(Future<?> future) {
    try {
      future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Violation violation
          ? violation
          : new Violation("a thread ended with " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Violation("interrupted", e);
    }
  }
}
