package org.conv4j.verify.bench;

import static org.conv4j.api.Accuracy.COMPONENTWISE;
import static org.conv4j.api.Accuracy.NORMWISE;

import java.nio.file.Path;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.verify.bench.BenchCase.Method;
import org.conv4j.verify.measure.Role;
import org.conv4j.verify.measure.Worker;
import org.conv4j.verify.measure.WorkerFailure;
import org.conv4j.verify.measure.Workers;

/** What subjects are measured against. */
public enum Peer {
  /** {@code numpy.convolve}. */
  NUMPY("np.convolve", COMPONENTWISE, 5e9),
  /** {@code scipy.signal.convolve} with {@code method="direct"}. */
  SIGNAL_DIRECT("signal.convolve direct", COMPONENTWISE, 5e9),
  /** {@code scipy.signal.convolve2d}. */
  CONVOLVE2D("convolve2d", COMPONENTWISE, 5e8),
  /** {@code scipy.ndimage.convolve} with {@code mode="constant"}. */
  NDIMAGE("ndimage.convolve", COMPONENTWISE, 1.5e9),
  /** {@code MathArrays.convolve} of Apache Commons Math. */
  COMMONS_MATH("Commons Math", COMPONENTWISE, 1e9),
  /** {@code scipy.signal.fftconvolve}. */
  FFTCONVOLVE("fftconvolve", NORMWISE, Double.POSITIVE_INFINITY),
  /** {@code scipy.signal.oaconvolve}. */
  OACONVOLVE("oaconvolve", NORMWISE, Double.POSITIVE_INFINITY),
  /** {@code scipy.signal.convolve} with {@code method="fft"}, which rounds integers. */
  SIGNAL_FFT("signal.convolve fft", NORMWISE, Double.POSITIVE_INFINITY),
  /** {@code scipy.signal.convolve} with {@code method="auto"}, its default. */
  SIGNAL_AUTO("signal.convolve auto", NORMWISE, Double.POSITIVE_INFINITY),
  /** {@code numpy.einsum} of windows and weights. */
  EINSUM("np.einsum", COMPONENTWISE, 2e10),
  /** {@code numpy.matmul} of weights and the windows as columns. */
  IM2COL("np im2col", COMPONENTWISE, 2e10),
  /** The operator Conv of ONNX Runtime, which is measured if the bench is told where it is. */
  ONNX_RUNTIME("ONNX Runtime", COMPONENTWISE, Double.POSITIVE_INFINITY);

  /** SciPy's own loop for more than one axis, which its signal.convolve takes there. */
  private static final double SIGNAL_DIRECT_ND = 8e7;

  /** NumPy's own loop, of integers and of as many groups as channels. */
  private static final double NUMPY_LAYER_LOOP = 5e8;

  private final String label;
  private final Accuracy accuracy;
  private final double rate;

  Peer(String label, Accuracy accuracy, double rate) {
    this.label = label;
    this.accuracy = accuracy;
    this.rate = rate;
  }

  /**
   * The name in tables, which is also what the Python worker knows it by.
   *
   * @return for example {@code np.convolve}
   */
  public String label() {
    return label;
  }

  /** The class of the bound that its results must meet. */
  Accuracy accuracy() {
    return accuracy;
  }

  boolean isPython() {
    return this != COMMONS_MATH && this != ONNX_RUNTIME;
  }

  /** In seconds: if a call takes longer, it is not measured. */
  double patience() {
    return this == ONNX_RUNTIME ? 30 : 2;
  }

  /**
   * Starts a worker of it.
   *
   * @param script the program of those in Python
   */
  Worker start(Workers workers, Bench.Conditions conditions, Path script) throws WorkerFailure {
    return switch (this) {
      case COMMONS_MATH -> workers.java(Role.COMMONS_MATH);
      case ONNX_RUNTIME -> workers.java(Role.ONNX_RUNTIME, conditions.onnxRuntime());
      default -> workers.python(script, label);
    };
  }

  /** Whether it can take a case, and uses the method of the case. */
  boolean suits(BenchCase one) {
    if (one.layer().isPresent()) {
      return switch (this) {
        case EINSUM, IM2COL -> true;
        case ONNX_RUNTIME -> one.dtype() == DType.FLOAT32;
        default -> false;
      };
    }
    int rank = one.in1().rank();
    boolean integer = one.dtype().isInteger();
    return switch (this) {
      case NUMPY -> rank == 1;
      case COMMONS_MATH -> rank == 1 && one.dtype() == DType.FLOAT64;
      case CONVOLVE2D -> rank == 2;
      case SIGNAL_DIRECT, NDIMAGE -> true;
      // They return floating-point numbers for integers.
      case FFTCONVOLVE, OACONVOLVE -> one.method() != Method.DIRECT && !integer;
      case SIGNAL_FFT -> one.method() != Method.DIRECT && integer;
      case SIGNAL_AUTO -> one.method() == Method.AUTO;
      case EINSUM, IM2COL, ONNX_RUNTIME -> false;
    };
  }

  /**
   * Roughly how long a call takes on a machine of 2024, in seconds: good to a small factor, to know
   * beforehand what is not worth trying.
   */
  double estimate(BenchCase one) {
    boolean slow =
        one.layer()
            .map(layer -> isPython() && (one.dtype().isInteger() || layer.in2().extent(1) == 1))
            .orElse(this == SIGNAL_DIRECT && one.in1().rank() > 1);
    double loop = one.layer().isPresent() ? NUMPY_LAYER_LOOP : SIGNAL_DIRECT_ND;
    return one.task().terms() / (slow ? loop : rate);
  }

  /** Which part of the full result it computes. */
  Window window(BenchCase one) {
    if (this != NDIMAGE) {
      return Window.whole(one.task().output());
    }
    // As long as the first operand; its centre of a kernel of k taps is k / 2, rounded down.
    int[] offset = one.in2().toArray();
    for (int axis = 0; axis < offset.length; axis++) {
      offset[axis] /= 2;
    }
    return new Window(one.task().output(), offset, one.in1());
  }
}
