package org.conv4j.verify.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.conv4j.api.DType;
import org.conv4j.verify.measure.Role;
import org.conv4j.verify.measure.Worker;
import org.conv4j.verify.measure.WorkerFailure;
import org.conv4j.verify.measure.Workers;

/** A loop of multiply-adds that wait neither for memory nor for each other. */
interface PeakLoop {
  /** The fact that tells {@link #multiplyAdds()}. */
  String MULTIPLY_ADDS = "multiplyAdds";

  /** Runs the loop once; the result depends on all that was computed. */
  double run();

  /** How many multiply-adds one run makes. */
  long multiplyAdds();

  /**
   * The loop of this Java.
   *
   * @param threads how many run it at a time
   * @throws UnsupportedOperationException if the vector module is not there
   */
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

  /** Starts a worker that runs the loop. */
  static Worker start(Workers workers, DType dtype) throws WorkerFailure {
    // Inlined into the loop around it, it would run out of registers, and be slower by half.
    List<String> apart =
        List.of(
            "-XX:CompileCommand=quiet",
            "-XX:CompileCommand=dontinline,org.conv4j.verify.bench.SimdPeak::*");
    return workers.java(apart, Role.PEAK, dtype.real().name());
  }

  /** The same loop on several threads at a time. */
  record Together(PeakLoop loop, int threads) implements PeakLoop {
    /** Runs of each thread, enough to make the time of starting it negligible. */
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
