package org.conv4j.fft;

import java.util.Optional;
import java.util.function.Supplier;
import org.conv4j.api.internal.VectorModule;

/**
 * Lanes by the type of their numbers.
 *
 * @param doubles those in double precision
 * @param floats those in single precision
 */
record Batches(Lanes<double[]> doubles, Lanes<float[]> floats) {
  /** Those on vectors; empty where there are none, as said in the log by {@link VectorModule}. */
  static final Optional<Batches> VECTOR = VectorModule.get().flatMap(Batches::vector);

  private static Optional<Batches> vector(Module vectors) {
    Batches.class.getModule().addReads(vectors);
    return VectorModule.load(
        () -> {
          Class<?> type = Class.forName("org.conv4j.fft.SimdBatches");
          return (Batches) ((Supplier<?>) type.getDeclaredConstructor().newInstance()).get();
        });
  }
}
