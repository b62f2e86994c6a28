package org.conv4j.fft;

import java.util.Optional;

/**
 * Data that go through one transform: real, or complex as two parts of the same shape.
 *
 * @param re the real part
 * @param im the imaginary part; empty for real data
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
record Channel<A>(A re, Optional<A> im) {
  static <A> Channel<A> real(A data) {
    return new Channel<>(data, Optional.empty());
  }

  static <A> Channel<A> complex(A re, A im) {
    return new Channel<>(re, Optional.of(im));
  }
}
