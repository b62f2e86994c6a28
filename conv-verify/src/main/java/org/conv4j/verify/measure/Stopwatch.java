package org.conv4j.verify.measure;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Times a call, however short. */
public final class Stopwatch {
  /** Shorter calls are repeated until a batch takes this long, in seconds. */
  private static final double BATCH = 1e-3;

  /** A step of warming up, in seconds. */
  private static final double STEP = 0.1;

  /** Steps without a gain after which a call counts as warm. */
  private static final int STEADY = 4;

  /** What counts as a gain. */
  private static final double GAIN = 0.98;

  /** Warming up ends after this many times the least time that was asked for. */
  private static final double PATIENCE = 5;

  private static final VarHandle SINK;

  static {
    try {
      SINK = MethodHandles.lookup().findVarHandle(Stopwatch.class, "sink", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Supplier<Object> call;
  private final double step;
  private int batch = 1;

  /** Every result is stored here, so that none can be left uncomputed. */
  @SuppressWarnings("unused") // by name, through the handle
  private Object sink;

  /**
   * A stopwatch that takes its time to warm up.
   *
   * @param call what is timed; gives a fresh result each time
   */
  public Stopwatch(Supplier<Object> call) {
    this(call, STEP);
  }

  /**
   * A stopwatch.
   *
   * @param call what is timed; gives a fresh result each time
   * @param step a step of warming up, in seconds
   */
  public Stopwatch(Supplier<Object> call, double step) {
    this.call = call;
    this.step = step;
  }

  /**
   * Calls until several steps bring no gain, or until five times the least time is up.
   *
   * @param seconds how long at least
   * @param calls how often at least
   * @return seconds per call, of the fastest batch
   */
  public double warmUp(double seconds, int calls) {
    long start = System.nanoTime();
    double best = Double.POSITIVE_INFINITY;
    int steady = 0;
    long made = 0;
    while (true) {
      double fastest = Double.POSITIVE_INFINITY;
      long begin = System.nanoTime();
      do {
        double time = batch();
        made += batch;
        fastest = Math.min(fastest, time);
        batch = (int) Math.max(1, Math.min(1 << 24, Math.ceil(BATCH / fastest)));
      } while (since(begin) < step);
      steady = fastest < GAIN * best ? 0 : steady + 1;
      best = Math.min(best, fastest);
      double elapsed = since(start);
      boolean enough = elapsed >= seconds && made >= calls && steady >= STEADY;
      if (enough || elapsed >= PATIENCE * seconds) {
        return best;
      }
    }
  }

  /**
   * Measures.
   *
   * @param seconds how long at least
   * @param calls how many batches at least
   * @return seconds per call, the median over batches
   */
  public double measure(double seconds, int calls) {
    List<Double> times = new ArrayList<>();
    long start = System.nanoTime();
    do {
      times.add(batch());
    } while (times.size() < calls || since(start) < seconds);
    return Statistics.median(times);
  }

  /** One batch; returns seconds per call. */
  private double batch() {
    long start = System.nanoTime();
    for (int i = 0; i < batch; i++) {
      SINK.setRelease(this, call.get());
    }
    return since(start) / batch;
  }

  private static double since(long start) {
    return (System.nanoTime() - start) * 1e-9;
  }
}
