package org.conv4j.api;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Objects;

/**
 * A dense array of any rank: a {@link Shape}, a {@link DType} and data in row-major order (the last
 * axis varies fastest; the element with index {@code (i, j)} of shape {@code (r, c)} is at {@code i
 * * c + j}, from 0).
 *
 * <p>{@code wrap} shares the caller's array, as do {@link #doubles()} and its siblings, {@link
 * #reshape}, {@link #real()} and {@link #imaginary()}; everything else copies. Complex data is two
 * arrays, real and imaginary parts.
 *
 * <pre>{@code
 * NdArray x = NdArray.of(1.0, 2, 3);  // FLOAT64; NdArray.of(1, 2, 3) is INT32
 * NdArray image = NdArray.wrap(new double[] {1, 2, 3, 4, 5, 6}, Shape.of(2, 3));
 * image.doubles()[5]; // 6.0, the element (1, 2)
 * }</pre>
 */
public final class NdArray {
  private final DType dtype;
  private final Shape shape;
  private final Object data;
  private final Object imaginary;

  private NdArray(DType dtype, Shape shape, Object data, Object imaginary) {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(shape, "shape");
    this.dtype = dtype;
    this.shape = shape;
    this.data = data;
    this.imaginary = imaginary;
    requireLength(data, shape);
    if (dtype.isComplex()) {
      Objects.requireNonNull(imaginary, "imaginary");
      requireLength(imaginary, shape);
    }
  }

  private static void requireLength(Object data, Shape shape) {
    int length = Array.getLength(data);
    if (length != shape.size()) {
      throw new IllegalArgumentException(
          "shape " + shape + " has " + shape.size() + " elements, the data has " + length);
    }
  }

  // ---- Rank 1 and 0 ---------------------------------------------------------------------------

  /**
   * A one-dimensional array.
   *
   * @param values copied
   * @return {@code FLOAT64} of shape {@code (values.length,)}
   */
  public static NdArray of(double... values) {
    return copyOf(values, Shape.of(values.length));
  }

  /**
   * A one-dimensional array.
   *
   * @param values copied
   * @return {@code FLOAT32} of shape {@code (values.length,)}
   */
  public static NdArray of(float... values) {
    return copyOf(values, Shape.of(values.length));
  }

  /**
   * A one-dimensional array.
   *
   * @param values copied
   * @return {@code INT64} of shape {@code (values.length,)}
   */
  public static NdArray of(long... values) {
    return copyOf(values, Shape.of(values.length));
  }

  /**
   * A one-dimensional array.
   *
   * @param values copied
   * @return {@code INT32} of shape {@code (values.length,)}
   */
  public static NdArray of(int... values) {
    return copyOf(values, Shape.of(values.length));
  }

  /**
   * An array of rank 0.
   *
   * @param value its one element
   * @return {@code FLOAT64} of shape {@code ()}
   */
  public static NdArray scalar(double value) {
    return wrap(new double[] {value}, Shape.SCALAR);
  }

  // ---- Nested arrays --------------------------------------------------------------------------

  /**
   * A two-dimensional array from its rows.
   *
   * @param rows of one length, copied; no row at all gives shape {@code (0, 0)}
   * @return {@code FLOAT64} of shape {@code (rows, columns)}
   * @throws IllegalArgumentException if rows differ in length
   */
  public static NdArray of(double[][] rows) {
    return nested(DType.FLOAT64, rows);
  }

  /**
   * A two-dimensional array from its rows.
   *
   * @param rows of one length, copied; no row at all gives shape {@code (0, 0)}
   * @return {@code FLOAT32} of shape {@code (rows, columns)}
   * @throws IllegalArgumentException if rows differ in length
   */
  public static NdArray of(float[][] rows) {
    return nested(DType.FLOAT32, rows);
  }

  /**
   * A two-dimensional array from its rows.
   *
   * @param rows of one length, copied; no row at all gives shape {@code (0, 0)}
   * @return {@code INT64} of shape {@code (rows, columns)}
   * @throws IllegalArgumentException if rows differ in length
   */
  public static NdArray of(long[][] rows) {
    return nested(DType.INT64, rows);
  }

  /**
   * A two-dimensional array from its rows.
   *
   * @param rows of one length, copied; no row at all gives shape {@code (0, 0)}
   * @return {@code INT32} of shape {@code (rows, columns)}
   * @throws IllegalArgumentException if rows differ in length
   */
  public static NdArray of(int[][] rows) {
    return nested(DType.INT32, rows);
  }

  private static NdArray nested(DType dtype, Object[] rows) {
    int columns = rows.length == 0 ? 0 : Array.getLength(Objects.requireNonNull(rows[0], "row 0"));
    Shape shape = Shape.of(rows.length, columns);
    Object data = Storage.allocate(dtype, shape.size());
    for (int row = 0; row < rows.length; row++) {
      int length = Array.getLength(Objects.requireNonNull(rows[row], "row " + row));
      if (length != columns) {
        throw new IllegalArgumentException(
            "rows differ in length: row 0 has "
                + columns
                + " elements, row "
                + row
                + " has "
                + length);
      }
      System.arraycopy(rows[row], 0, data, row * columns, columns);
    }
    return new NdArray(dtype, shape, data, null);
  }

  // ---- Flat data and a shape ------------------------------------------------------------------

  /**
   * An array of zeros.
   *
   * @param dtype the type of its elements
   * @param shape its shape
   * @return a fresh array
   * @throws ArithmeticException if the shape has more elements than a Java array holds
   */
  public static NdArray zeros(DType dtype, Shape shape) {
    int size = shape.size();
    DType real = dtype.real();
    return new NdArray(
        dtype,
        shape,
        Storage.allocate(real, size),
        dtype.isComplex() ? Storage.allocate(real, size) : null);
  }

  /**
   * An array that shares the caller's data.
   *
   * @param data in row-major order
   * @param shape of as many elements
   * @return {@code FLOAT64} on the same storage
   * @throws IllegalArgumentException if length and shape differ in the number of elements
   * @throws ArithmeticException if the shape has more elements than a Java array holds
   */
  public static NdArray wrap(double[] data, Shape shape) {
    return new NdArray(DType.FLOAT64, shape, data, null);
  }

  /**
   * An array that shares the caller's data.
   *
   * @param data in row-major order
   * @param shape of as many elements
   * @return {@code FLOAT32} on the same storage
   * @throws IllegalArgumentException if length and shape differ in the number of elements
   * @throws ArithmeticException if the shape has more elements than a Java array holds
   */
  public static NdArray wrap(float[] data, Shape shape) {
    return new NdArray(DType.FLOAT32, shape, data, null);
  }

  /**
   * An array that shares the caller's data.
   *
   * @param data in row-major order
   * @param shape of as many elements
   * @return {@code INT64} on the same storage
   * @throws IllegalArgumentException if length and shape differ in the number of elements
   * @throws ArithmeticException if the shape has more elements than a Java array holds
   */
  public static NdArray wrap(long[] data, Shape shape) {
    return new NdArray(DType.INT64, shape, data, null);
  }

  /**
   * An array that shares the caller's data.
   *
   * @param data in row-major order
   * @param shape of as many elements
   * @return {@code INT32} on the same storage
   * @throws IllegalArgumentException if length and shape differ in the number of elements
   * @throws ArithmeticException if the shape has more elements than a Java array holds
   */
  public static NdArray wrap(int[] data, Shape shape) {
    return new NdArray(DType.INT32, shape, data, null);
  }

  /**
   * A complex array that shares the caller's data.
   *
   * @param re the real parts, in row-major order
   * @param im the imaginary parts, in row-major order
   * @param shape of as many elements
   * @return {@code COMPLEX128} on the same storage
   * @throws IllegalArgumentException if a length and the shape differ in the number of elements
   * @throws ArithmeticException if the shape has more elements than a Java array holds
   */
  public static NdArray wrapComplex(double[] re, double[] im, Shape shape) {
    return new NdArray(DType.COMPLEX128, shape, re, im);
  }

  /**
   * A complex array that shares the caller's data.
   *
   * @param re the real parts, in row-major order
   * @param im the imaginary parts, in row-major order
   * @param shape of as many elements
   * @return {@code COMPLEX64} on the same storage
   * @throws IllegalArgumentException if a length and the shape differ in the number of elements
   * @throws ArithmeticException if the shape has more elements than a Java array holds
   */
  public static NdArray wrapComplex(float[] re, float[] im, Shape shape) {
    return new NdArray(DType.COMPLEX64, shape, re, im);
  }

  /**
   * An array on a copy of the caller's data.
   *
   * @param data in row-major order, copied
   * @param shape of as many elements
   * @return {@code FLOAT64}
   * @throws IllegalArgumentException if length and shape differ in the number of elements
   * @throws ArithmeticException if the shape has more elements than a Java array holds
   */
  public static NdArray copyOf(double[] data, Shape shape) {
    return wrap(data.clone(), shape);
  }

  /**
   * An array on a copy of the caller's data.
   *
   * @param data in row-major order, copied
   * @param shape of as many elements
   * @return {@code FLOAT32}
   * @throws IllegalArgumentException if length and shape differ in the number of elements
   * @throws ArithmeticException if the shape has more elements than a Java array holds
   */
  public static NdArray copyOf(float[] data, Shape shape) {
    return wrap(data.clone(), shape);
  }

  /**
   * An array on a copy of the caller's data.
   *
   * @param data in row-major order, copied
   * @param shape of as many elements
   * @return {@code INT64}
   * @throws IllegalArgumentException if length and shape differ in the number of elements
   * @throws ArithmeticException if the shape has more elements than a Java array holds
   */
  public static NdArray copyOf(long[] data, Shape shape) {
    return wrap(data.clone(), shape);
  }

  /**
   * An array on a copy of the caller's data.
   *
   * @param data in row-major order, copied
   * @param shape of as many elements
   * @return {@code INT32}
   * @throws IllegalArgumentException if length and shape differ in the number of elements
   * @throws ArithmeticException if the shape has more elements than a Java array holds
   */
  public static NdArray copyOf(int[] data, Shape shape) {
    return wrap(data.clone(), shape);
  }

  /**
   * A complex array on copies of the caller's data.
   *
   * @param re the real parts, in row-major order, copied
   * @param im the imaginary parts, in row-major order, copied
   * @param shape of as many elements
   * @return {@code COMPLEX128}
   * @throws IllegalArgumentException if a length and the shape differ in the number of elements
   * @throws ArithmeticException if the shape has more elements than a Java array holds
   */
  public static NdArray copyOfComplex(double[] re, double[] im, Shape shape) {
    return wrapComplex(re.clone(), im.clone(), shape);
  }

  /**
   * A complex array on copies of the caller's data.
   *
   * @param re the real parts, in row-major order, copied
   * @param im the imaginary parts, in row-major order, copied
   * @param shape of as many elements
   * @return {@code COMPLEX64}
   * @throws IllegalArgumentException if a length and the shape differ in the number of elements
   * @throws ArithmeticException if the shape has more elements than a Java array holds
   */
  public static NdArray copyOfComplex(float[] re, float[] im, Shape shape) {
    return wrapComplex(re.clone(), im.clone(), shape);
  }

  // ---- What it is -----------------------------------------------------------------------------

  /**
   * The extents.
   *
   * @return the shape
   */
  public Shape shape() {
    return shape;
  }

  /**
   * The type of the elements.
   *
   * @return the type
   */
  public DType dtype() {
    return dtype;
  }

  /**
   * The number of axes.
   *
   * @return 0 for a scalar
   */
  public int rank() {
    return shape.rank();
  }

  /**
   * The number of elements.
   *
   * @return the product of the extents
   */
  public int size() {
    return shape.size();
  }

  // ---- The data -------------------------------------------------------------------------------

  /**
   * The data of a {@code FLOAT64} array.
   *
   * @return the storage itself, in row-major order; a change to it changes this array
   * @throws IllegalStateException if the dtype is another
   */
  public double[] doubles() {
    return (double[]) storage(DType.FLOAT64);
  }

  /**
   * The data of a {@code FLOAT32} array.
   *
   * @return the storage itself, in row-major order; a change to it changes this array
   * @throws IllegalStateException if the dtype is another
   */
  public float[] floats() {
    return (float[]) storage(DType.FLOAT32);
  }

  /**
   * The data of an {@code INT64} array.
   *
   * @return the storage itself, in row-major order; a change to it changes this array
   * @throws IllegalStateException if the dtype is another
   */
  public long[] longs() {
    return (long[]) storage(DType.INT64);
  }

  /**
   * The data of an {@code INT32} array.
   *
   * @return the storage itself, in row-major order; a change to it changes this array
   * @throws IllegalStateException if the dtype is another
   */
  public int[] ints() {
    return (int[]) storage(DType.INT32);
  }

  private Object storage(DType asked) {
    if (dtype != asked) {
      String way = dtype.isComplex() ? "take real() or imaginary() first" : "cast it first";
      throw new IllegalStateException(
          "the array is " + dtype.numpyName() + ", not " + asked.numpyName() + "; " + way);
    }
    return data;
  }

  /**
   * The real parts.
   *
   * @return a real array on the same storage; this array if it is not complex
   */
  public NdArray real() {
    return dtype.isComplex() ? new NdArray(dtype.real(), shape, data, null) : this;
  }

  /**
   * The imaginary parts.
   *
   * @return a real array on the same storage; fresh zeros if this array is not complex
   */
  public NdArray imaginary() {
    return dtype.isComplex()
        ? new NdArray(dtype.real(), shape, imaginary, null)
        : zeros(dtype, shape);
  }

  /**
   * The rows of a two-dimensional {@code FLOAT64} array.
   *
   * @return fresh arrays
   * @throws IllegalStateException if rank or dtype is another
   */
  public double[][] rows() {
    if (rank() != 2) {
      throw new IllegalStateException("rows of an array of rank 2 only, not of shape " + shape);
    }
    double[] flat = doubles();
    int columns = shape.extent(1);
    double[][] rows = new double[shape.extent(0)][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(flat, row * columns, (row + 1) * columns);
    }
    return rows;
  }

  // ---- Other arrays from this one -------------------------------------------------------------

  /**
   * A copy.
   *
   * @return an equal array on storage of its own
   */
  public NdArray copy() {
    return new NdArray(
        dtype, shape, Storage.clone(data), imaginary == null ? null : Storage.clone(imaginary));
  }

  /**
   * The same elements in another type, converted as Java converts: floating point to an integer
   * truncates toward zero, saturates, and turns NaN into 0; {@code long} to {@code int} wraps;
   * {@code double} to {@code float} rounds to nearest.
   *
   * @param to the type of the result
   * @return a fresh array, or this one if it has that type
   * @throws IllegalArgumentException if this array is complex and {@code to} is not, since the
   *     imaginary part would be lost: take {@link #real()} first
   */
  public NdArray cast(DType to) {
    if (to == dtype) {
      return this;
    }
    if (dtype.isComplex() && !to.isComplex()) {
      throw new IllegalArgumentException(
          "a cast from "
              + dtype.numpyName()
              + " to "
              + to.numpyName()
              + " would lose the imaginary part; take real() first");
    }
    int size = size();
    Object re = Storage.convert(data, to.real(), size);
    Object im = null;
    if (to.isComplex()) {
      im =
          dtype.isComplex()
              ? Storage.convert(imaginary, to.real(), size)
              : Storage.allocate(to.real(), size);
    }
    return new NdArray(to, shape, re, im);
  }

  /**
   * The elements in reverse order along every axis.
   *
   * @return a fresh array of the same shape
   */
  public NdArray reversed() {
    return new NdArray(
        dtype, shape, Storage.reverse(data), imaginary == null ? null : Storage.reverse(imaginary));
  }

  /**
   * The complex conjugate.
   *
   * @return an array with negated imaginary parts; this array if it is not complex
   */
  public NdArray conjugate() {
    if (!dtype.isComplex()) {
      return this;
    }
    Object negated = Storage.clone(imaginary);
    if (negated instanceof double[] doubles) {
      Arrays.setAll(doubles, i -> -doubles[i]);
    } else {
      float[] floats = (float[]) negated;
      for (int i = 0; i < floats.length; i++) {
        floats[i] = -floats[i];
      }
    }
    return new NdArray(dtype, shape, Storage.clone(data), negated);
  }

  /**
   * The same elements in the same order under another shape.
   *
   * @param to a shape of as many elements
   * @return an array on the same storage
   * @throws IllegalArgumentException if the number of elements differs
   * @throws ArithmeticException if the shape has more elements than a Java array holds
   */
  public NdArray reshape(Shape to) {
    return new NdArray(dtype, to, data, imaginary);
  }

  // ---- Parts of vectors, within this package ----------------------------------------------------

  /** Copies some elements into another array of the same dtype. */
  void copyTo(int from, NdArray to, int at, int count) {
    System.arraycopy(data, from, to.data, at, count);
    if (imaginary != null) {
      System.arraycopy(imaginary, from, to.imaginary, at, count);
    }
  }

  /** Some elements of a vector: fresh, or this array if they are all. */
  NdArray part(int from, int to) {
    if (to - from == size()) {
      return this;
    }
    NdArray part = zeros(dtype, Shape.of(to - from));
    copyTo(from, part, 0, to - from);
    return part;
  }

  /**
   * This vector and then another of the same dtype: fresh, or one of them if the other is empty.
   */
  NdArray followedBy(NdArray next) {
    if (next.size() == 0) {
      return this;
    }
    if (size() == 0) {
      return next;
    }
    NdArray both = zeros(dtype, Shape.of(Math.addExact(size(), next.size())));
    copyTo(0, both, 0, size());
    next.copyTo(0, both, size(), next.size());
    return both;
  }

  // ---- Object ---------------------------------------------------------------------------------

  /**
   * Whether another array has the same dtype, shape and elements, bit for bit up to the payload of
   * NaNs: NaN equals NaN, and 0.0 differs from -0.0.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof NdArray that
        && dtype == that.dtype
        && shape.equals(that.shape)
        && Arrays.deepEquals(
            new Object[] {data, imaginary}, new Object[] {that.data, that.imaginary});
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(new Object[] {dtype, shape, data, imaginary});
  }

  /** As {@code str} of a NumPy array, summarised in the same way above 1000 elements. */
  @Override
  public String toString() {
    return NdArrayFormat.format(this);
  }
}
