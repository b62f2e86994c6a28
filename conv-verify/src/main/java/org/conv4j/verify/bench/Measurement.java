package org.conv4j.verify.bench;

import java.util.List;
import java.util.Optional;
import org.conv4j.verify.measure.MemoryMeter.Memory;
import org.conv4j.verify.measure.Statistics;

/**
 * The findings about one contestant in one case.
 *
 * @param name the contestant
 * @param description what it says it is; of a peer the same as the name
 * @param fate what became of it
 * @param reason why it was not measured; empty if it was
 * @param seconds the time of a call, for each round; empty if it was not measured
 * @param memory what memory a call takes; empty of peers, and if it was not measured
 */
record Measurement(
    String name,
    String description,
    Fate fate,
    String reason,
    List<Double> seconds,
    Optional<Memory> memory) {
  /** What became of a contestant. */
  enum Fate {
    /** It was measured. */
    MEASURED("measured"),
    /** Its result is wrong, so its time does not matter. */
    WRONG("WRONG"),
    /** It did not start, ended, or did not answer. */
    FAILED("failed"),
    /** The machine does not have it. */
    MISSING("missing"),
    /** A call takes too long to be worth measuring. */
    TOO_SLOW("too slow");

    private final String label;

    Fate(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  Measurement {
    seconds = List.copyOf(seconds);
  }

  boolean measured() {
    return fate == Fate.MEASURED;
  }

  /** The median of the rounds. */
  double median() {
    return Statistics.median(seconds);
  }
}
