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
      T thing = null;
      for (SoftReference<T> next = idle.poll(); thing == null && next != null; ) {
        thing = next.get();
        next = thing == null ? idle.poll() : null;
      }
      if (thing == null) {
        thing = maker.get();
      }
      taken.add(thing);
      return thing;
    }

    @Override
    public void close() {
      taken.forEach(thing -> idle.add(new SoftReference<>(thing)));
      taken.clear();
    }
  }

  Loan loan() {
    return new Loan();
  }
}
