package org.conv4j.api;

import java.util.Objects;

/** NumPy's convention on top of SciPy's: the longer operand goes first, scalars become vectors. */
final class NumpyConvolver implements Convolver {
  private final Convolver scipy;
  private final Capabilities capabilities;

  NumpyConvolver(Convolver scipy) {
    this.scipy = Objects.requireNonNull(scipy, "convolver");
    this.capabilities = scipy.capabilities().withConvention(Convention.NUMPY);
  }

  @Override
  public String name() {
    return scipy.name() + "-numpy";
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public double estimateNanos(Geometry geometry, DType dtype) {
    Shape a = geometry.in1();
    Shape b = geometry.in2();
    boolean inOrder = a.size() >= b.size();
    return scipy.estimateNanos(
        Geometry.of(inOrder ? a : b, inOrder ? b : a, geometry.mode(), Convention.SCIPY), dtype);
  }

  /**
   * As {@code numpy.correlate}: if the second operand is the longer one, the reversed conjugate of
   * the correlation with the operands exchanged, whose window in same mode is another than that of
   * the convolution.
   */
  @Override
  public NdArray correlate(NdArray in1, NdArray in2, Mode mode) {
    Objects.requireNonNull(in1, "in1");
    Objects.requireNonNull(in2, "in2");
    return in2.size() > in1.size()
        ? Convolver.super.correlate(in2, in1, mode).reversed().conjugate()
        : Convolver.super.correlate(in1, in2, mode);
  }

  @Override
  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
    Geometry geometry = capabilities.admit(in1, in2, mode);
    NdArray a = in1.reshape(geometry.in1());
    NdArray b = in2.reshape(geometry.in2());
    return b.size() > a.size() ? scipy.convolve(b, a, mode) : scipy.convolve(a, b, mode);
  }

  @Override
  public Convolver withParallelism(int threads) {
    return new NumpyConvolver(scipy.withParallelism(threads));
  }

  /** Prepared beneath, unless the operands would be exchanged for it. */
  @Override
  public PreparedConvolution prepare(NdArray kernel, Shape signalShape, Mode mode) {
    Objects.requireNonNull(kernel, "kernel");
    Objects.requireNonNull(signalShape, "signalShape");
    Objects.requireNonNull(mode, "mode");
    Geometry geometry =
        capabilities.admit(signalShape, kernel.dtype(), kernel.shape(), kernel.dtype(), mode);
    if (geometry.in2().size() > geometry.in1().size()) {
      return Convolver.super.prepare(kernel, signalShape, mode);
    }
    PreparedConvolution beneath =
        scipy.prepare(kernel.reshape(geometry.in2()), geometry.in1(), mode);
    return new PreparedConvolution() {
      @Override
      public NdArray apply(NdArray signal) {
        return beneath.apply(vector(signal));
      }

      @Override
      public void apply(NdArray signal, NdArray out) {
        beneath.apply(vector(signal), out);
      }

      private NdArray vector(NdArray signal) {
        Preparation.requireShape(signal, signalShape);
        return signal.reshape(geometry.in1());
      }
    };
  }

  /** Full results are the same in both conventions. */
  @Override
  public StreamingConvolution stream(NdArray kernel, DType signalType) {
    Objects.requireNonNull(kernel, "kernel");
    Objects.requireNonNull(signalType, "signalType");
    Geometry geometry =
        capabilities.admit(Shape.of(1), signalType, kernel.shape(), kernel.dtype(), Mode.FULL);
    return scipy.stream(kernel.reshape(geometry.in2()), signalType);
  }
}
