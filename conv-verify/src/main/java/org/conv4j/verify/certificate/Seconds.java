package org.conv4j.verify.certificate;

import java.time.Duration;

/** Durations as a certificate writes them. */
final class Seconds {
  private static final double NANOS = 1e9;

  private Seconds() {}

  static double of(Duration time) {
    return time.toNanos() / NANOS;
  }

  static Duration parse(double seconds) {
    if (!(seconds >= 0 && seconds < Long.MAX_VALUE / NANOS)) {
      throw new IllegalArgumentException("not a duration in seconds: " + seconds);
    }
    return Duration.ofNanos(Math.round(seconds * NANOS));
  }
}
