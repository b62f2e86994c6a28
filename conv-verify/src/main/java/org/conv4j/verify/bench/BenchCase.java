package org.conv4j.verify.bench;

import java.util.Locale;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Uniform;

/**
 * A convolution that is measured, always in full mode.
 *
 * @param method the method of the case: its subject is measured, and peers that work alike
 * @param size the part of the name that describes the shapes
 * @param dtype the type of both operands
 * @param in1 the shape of the first operand
 * @param in2 the shape of the second operand
 * @param door through which the subject is called
 */
public record BenchCase(Method method, String size, DType dtype, Shape in1, Shape in2, Door door) {
  private static final long SEED = 1;

  /** How the convolution is computed. */
  public enum Method {
    /** From the sum itself. */
    DIRECT,
    /** Through transforms. */
    FFT,
    /** In whichever of these ways is quicker. */
    AUTO;

    /**
     * The name in cases, which is also that of the subject.
     *
     * @return for example {@code direct}
     */
    public String subject() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which overload is called. */
  public enum Door {
    /** {@code convolve(NdArray, NdArray, Mode)}. */
    NDARRAY,
    /** {@code convolve(double[], double[], Mode)}. */
    DOUBLES,
    /**
     * {@code prepare(NdArray, Shape, Mode)} beforehand, and {@code apply(NdArray)} at each call.
     */
    PREPARED
  }

  /**
   * The name.
   *
   * @return for example {@code direct/1d/1e6x1024/float64}
   */
  public String name() {
    return method.subject() + "/" + size + "/" + dtype.numpyName();
  }

  /**
   * The geometry.
   *
   * @return that of full mode
   */
  public Geometry geometry() {
    return Geometry.of(in1, in2, Mode.FULL, Convention.SCIPY);
  }

  /**
   * The number of multiply-adds of real numbers in the defining sum.
   *
   * @return four for each term of complex data, one for others
   */
  public double multiplyAdds() {
    return geometry().terms() * (dtype.isComplex() ? 4 : 1);
  }

  /** The size of the result in bytes. */
  double resultBytes() {
    double bytes = dtype.real() == DType.FLOAT32 || dtype == DType.INT32 ? 4 : 8;
    return geometry().output().size() * bytes * (dtype.isComplex() ? 2 : 1);
  }

  /** The first operand, always the same. */
  NdArray first() {
    return Uniform.array(dtype, in1, SEED);
  }

  /** The second operand, always the same. */
  NdArray second() {
    return Uniform.array(dtype, in2, SEED + 1);
  }

  /** The name. */
  @Override
  public String toString() {
    return name();
  }
}
