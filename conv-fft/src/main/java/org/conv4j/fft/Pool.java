package org.conv4j.fft;

import java.lang.ref.SoftReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Things with buffers, which are kept for the next who needs one: as many as were in use at once,
 * and only while memory lasts. Safe for concurrent use.
 */
final class Pool<T> {
  private final Supplier<T> maker;
  private final Queue<SoftReference<T>> idle = new ConcurrentLinkedQueue<>();

  Pool(Supplier<T> maker) {
    this.maker = maker;
  }

  /** What was taken and is to come back. Safe for concurrent use. */
  final class Loan implements AutoCloseable {
    private final Queue<T> taken = new ConcurrentLinkedQueue<>();

    T take() {
      T thing = Pool.this.take();
      taken.add(thing);
      return thing;
    }

    @Override
    public void close() {
      taken.forEach(Pool.this::give);
      taken.clear();
    }
  }

  /** One that is idle, or a new one. */
  T take() {
    for (SoftReference<T> next = idle.poll(); next != null; next = idle.poll()) {
      T thing = next.get();
      if (thing != null) {
        return thing;
      }
    }
    return maker.get();
  }

  /** Takes something back that nobody uses any more. */
  void give(T thing) {
    idle.add(new SoftReference<>(thing));
  }

  Loan loan() {
    return new Loan();
  }
}
