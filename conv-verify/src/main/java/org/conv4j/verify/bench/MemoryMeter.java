package org.conv4j.verify.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out what memory a call takes. */
final class MemoryMeter {
  /** How long calls are repeated, so that for short calls the meter itself does not show. */
  private static final long NANOS = 10_000_000;

  /** How often the collector is called: what the first round finds may keep other things alive. */
  private static final int COLLECTIONS = 2;

  private final long before;

  /** A field, so that no result can be left unmade. */
  private Object result;

  /** Notes what is in use before the first call. */
  MemoryMeter() {
    before = used();
  }

  /**
   * Makes calls.
   *
   * @param call a warm call; no result of an earlier one may be held any more
   * @return what it takes; empty if this Java does not tell
   */
  Optional<Memory> measure(Supplier<Object> call) {
    if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)
        || !threads.isThreadAllocatedMemorySupported()) {
      return Optional.empty();
    }
    long kept = Math.max(0, used() - before);
    long start = System.nanoTime();
    long from = allocated(threads);
    int calls = 0;
    do {
      result = call.get();
      calls++;
    } while (System.nanoTime() - start < NANOS);
    Objects.requireNonNull(result, "returned null");
    return Optional.of(new Memory((allocated(threads) - from) / calls, kept));
  }

  /** By all threads that live: those of a pool live on. */
  private static long allocated(ThreadMXBean threads) {
    return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
        .filter(bytes -> bytes > 0)
        .sum();
  }

  private static long used() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
