package org.conv4j.fft;

import java.util.function.Supplier;

/** The transforms on the vector module. Loaded by name, and only where that module is there. */
final class SimdBatches implements Supplier<Batches> {
  @Override
  public Batches get() {
    return new Batches(new SimdDoubleLanes(), new SimdFloatLanes());
  }
}
