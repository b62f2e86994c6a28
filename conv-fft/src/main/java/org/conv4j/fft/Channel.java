package org.conv4j.fft;

import java.util.Optional;

/**
 * Data that go through one transform: real, or complex as two parts of the same shape.
 *
 * @param re holds the real part
 * @param im holds the imaginary part; empty for real data
 * @param start where the data begin in these arrays
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
record Channel<A>(A re, Optional<A> im, int start) {
  /** Arrays that hold nothing else. */
  Channel(A re, Optional<A> im) {
    this(re, im, 0);
  }

  static <A> Channel<A> real(A data) {
    return new Channel<>(data, Optional.empty());
  }

  static <A> Channel<A> complex(A re, A im) {
    return new Channel<>(re, Optional.of(im));
  }
}
