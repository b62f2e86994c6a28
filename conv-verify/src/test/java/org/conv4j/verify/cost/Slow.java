package org.conv4j.verify.cost;

import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.direct.DirectConvolver;

/** A convolver that takes as long as it is told to, and counts its calls. */
final class Slow implements Convolver {
  private final Convolver inner = new DirectConvolver().withParallelism(1);
  private final String name;
  private final double estimateNanos;
  private final long micros;
  int calls;

  Slow(String name, double estimateNanos, long micros) {
    this.name = name;
    this.estimateNanos = estimateNanos;
    this.micros = micros;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public double estimateNanos(Geometry geometry, DType dtype) {
    return estimateNanos;
  }

  @Override
  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
    calls++;
    long start = System.nanoTime();
    NdArray result = inner.convolve(in1, in2, mode);
    while (System.nanoTime() - start < micros * 1000) {
      Thread.onSpinWait();
    }
    return result;
  }
}
