package org.conv4j.api;

/** A convolver for tests of the choice between convolvers; its answer is its own estimate. */
record StubConvolver(String name, Capabilities capabilities, double estimate) implements Convolver {
  static StubConvolver named(String name) {
    return new StubConvolver(name, Capabilities.basic(), Double.NaN);
  }

  StubConvolver claiming(Capabilities claims) {
    return new StubConvolver(name, claims, estimate);
  }

  StubConvolver estimating(double nanos) {
    return new StubConvolver(name, capabilities, nanos);
  }

  @Override
  public double estimateNanos(Geometry geometry, DType dtype) {
    return estimate;
  }

  @Override
  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
    return NdArray.scalar(estimate);
  }
}
