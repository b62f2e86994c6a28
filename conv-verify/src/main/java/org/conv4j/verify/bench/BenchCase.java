package org.conv4j.verify.bench;

import java.util.Locale;
import java.util.Optional;
import org.conv4j.api.DType;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Uniform;

/** A convolution in full mode that is measured, or a layer. */
public final class BenchCase {
  private static final long SEED = 1;

  /** How the convolution is computed. */
  public enum Method {
    /** From the sum itself. */
    DIRECT,
    /** Through transforms. */
    FFT,
    /** In whichever of these ways is quicker. */
    AUTO,
    /** A layer, in whichever way is quicker. */
    LAYER;

    /**
     * The name in cases.
     *
     * @return for example {@code direct}
     */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The name of the subject.
     *
     * @return for example {@code direct}
     */
    public String subject() {
      return this == LAYER ? "layer-auto" : label();
    }
  }

  /** Which overload is called. */
  public enum Door {
    /** {@code convolve(NdArray, NdArray, Mode)}. */
    NDARRAY,
    /** {@code convolve(double[], double[], Mode)}. */
    DOUBLES,
    /**
     * {@code prepare(NdArray, Shape, Mode)} beforehand, and {@code apply(NdArray)} at each call; of
     * layers {@code apply(NdArray, NdArray)}, which writes into an array that is there.
     */
    PREPARED
  }

  private final Method method;
  private final String size;
  private final DType dtype;
  private final Task task;
  private final Door door;

  private BenchCase(Method method, String size, DType dtype, Task task, Door door) {
    this.method = method;
    this.size = size;
    this.dtype = dtype;
    this.task = task;
    this.door = door;
  }

  /**
   * A convolution.
   *
   * @param method the method of the case: its subject is measured, and peers that work alike
   * @param size the part of the name that describes the shapes
   * @param dtype the type of both operands
   * @param in1 the shape of the first operand
   * @param in2 the shape of the second operand
   * @param door through which the subject is called
   */
  static BenchCase convolution(
      Method method, String size, DType dtype, Shape in1, Shape in2, Door door) {
    return new BenchCase(method, size, dtype, new Task.Convolution(in1, in2), door);
  }

  /**
   * A layer without bias, prepared.
   *
   * @param size the part of the name that describes the layer
   * @param dtype the type of input and weights
   * @param input the shape of the input
   * @param weights the shape of the weights
   * @param options stride, padding and groups
   */
  static BenchCase layer(
      String size, DType dtype, Shape input, Shape weights, LayerOptions options) {
    Task layer = new Task.Layer(input, weights, options);
    return new BenchCase(Method.LAYER, size, dtype, layer, Door.PREPARED);
  }

  /**
   * The name.
   *
   * @return for example {@code direct/1d/1e6x1024/float64}
   */
  public String name() {
    return method.label() + "/" + size + "/" + dtype.numpyName();
  }

  /** The method of the case: its subject is measured, and peers that work alike. */
  Method method() {
    return method;
  }

  /** The part of the name that describes the shapes. */
  String size() {
    return size;
  }

  /** The type of both operands. */
  DType dtype() {
    return dtype;
  }

  /** The shape of the first operand. */
  Shape in1() {
    return task.in1();
  }

  /** The shape of the second operand. */
  Shape in2() {
    return task.in2();
  }

  /** Through which overload the subject is called. */
  Door door() {
    return door;
  }

  /** What is computed. */
  Task task() {
    return task;
  }

  /** The layer, if it is one. */
  Optional<Task.Layer> layer() {
    return task instanceof Task.Layer layer ? Optional.of(layer) : Optional.empty();
  }

  /** The multiply-adds of real numbers in the defining sum: four for each term of complex data. */
  double multiplyAdds() {
    return task.terms() * (dtype.isComplex() ? 4 : 1);
  }

  /** The size of the result in bytes. */
  double resultBytes() {
    double bytes = dtype.real() == DType.FLOAT32 || dtype == DType.INT32 ? 4 : 8;
    return task.output().size() * bytes * (dtype.isComplex() ? 2 : 1);
  }

  /** The first operand, always the same. */
  NdArray first() {
    return Uniform.array(dtype, in1(), SEED);
  }

  /** The second operand, always the same. */
  NdArray second() {
    return Uniform.array(dtype, in2(), SEED + 1);
  }

  /** The name. */
  @Override
  public String toString() {
    return name();
  }
}
