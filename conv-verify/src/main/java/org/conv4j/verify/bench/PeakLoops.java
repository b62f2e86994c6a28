package org.conv4j.verify.bench;

import java.util.stream.IntStream;
import org.conv4j.api.DType;

/** Finds the calibration loop, which needs the vector module. */
final class PeakLoops {
  private PeakLoops() {}

  static PeakLoop load(DType dtype, int threads) {
    PeakLoop loop;
    try {
      loop =
          Class.forName("org.conv4j.verify.bench.SimdPeak")
              .asSubclass(PeakLoop.class)
              .getDeclaredConstructor(DType.class)
              .newInstance(dtype);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new UnsupportedOperationException("the vector module is not there", e);
    }
    return threads == 1 ? loop : new Together(loop, threads);
  }

  /** The same loop on several threads at a time. */
  private record Together(PeakLoop loop, int threads) implements PeakLoop {
    /** Runs of each thread, so that starting them takes no part of the time worth mentioning. */
    private static final int RUNS = 100;

    @Override
    public double run() {
      return IntStream.range(0, threads)
          .parallel()
          .mapToDouble(thread -> IntStream.range(0, RUNS).mapToDouble(run -> loop.run()).sum())
          .sum();
    }

    @Override
    public long multiplyAdds() {
      return loop.multiplyAdds() * RUNS * threads;
    }
  }
}
