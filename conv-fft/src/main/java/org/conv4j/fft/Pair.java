package org.conv4j.fft;

/**
 * Complex numbers in two boxes, of which one may have numbers where the other has none.
 *
 * @param re the real parts
 * @param im the imaginary parts
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
record Pair<A>(Box<A> re, Box<A> im) {
  /**
   * Real numbers as complex ones: those of the upper half along the first axis become imaginary
   * parts.
   *
   * @param half half of the length of that axis
   */
  static <A> Pair<A> folded(Box<A> box, int half) {
    return new Pair<>(box.part(0, half), box.part(half, 2 * half));
  }

  /** The same places in another channel than one that begins at 0. */
  Pair<A> in(Channel<A> channel) {
    return new Pair<>(
        re.in(channel.re(), channel.start()),
        im.in(channel.im().orElse(channel.re()), channel.start()));
  }

  Pair<A> slice(int index) {
    return new Pair<>(re.slice(index), im.slice(index));
  }

  /** The first index of either part along an axis. */
  int first(int axis) {
    if (re.isEmpty() || im.isEmpty()) {
      return (re.isEmpty() ? im : re).first()[axis];
    }
    return Math.min(re.first()[axis], im.first()[axis]);
  }

  /** The end of the indices of both parts along an axis. */
  int end(int axis) {
    if (re.isEmpty() || im.isEmpty()) {
      return (re.isEmpty() ? im : re).end()[axis];
    }
    return Math.max(re.end()[axis], im.end()[axis]);
  }
}
