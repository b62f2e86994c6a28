package org.conv4j.verify.measure;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Measures how much memory a call takes. */
public final class MemoryMeter {
  /**
   * The memory that calls of a contestant take, in bytes of the heap. Besides its operands, a call
   * never holds more than the sum of both.
   *
   * @param allocated what one warm call allocates, its result included
   * @param kept what stays from call to call, such as tables and buffers: how much more is in use,
   *     with no result held, than before the first call
   */
  public record Memory(long allocated, long kept) {}

  /** How long calls are repeated, so that for short calls the meter itself does not show. */
  private static final long NANOS = 10_000_000;

  /** How often the collector is called: what the first round finds may keep other things alive. */
  private static final int COLLECTIONS = 2;

  private final long before;

  /** A field, so that no result can be left unmade. */
  private Object result;

  /** Notes what is in use before the first call. */
  public MemoryMeter() {
    before = used();
  }

  /**
   * Makes calls.
   *
   * @param call a warm call; no result of an earlier one may be held any more
   * @return what it takes; empty if this Java does not tell
   */
  public Optional<Memory> measure(Supplier<Object> call) {
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
