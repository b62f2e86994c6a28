package org.conv4j.api;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Objects;
import org.conv4j.api.internal.Nested;

/**
 * A dense array of any rank: a {@link Shape}, a {@link DType} and data in row-major order (the last
 * axis varies fastest; the element with index {@code (i, j)} of shape {@code (r, c)} is at {@code i
 * * c + j}, from 0).
 *
 * <p>{@code wrap} shares the caller's array, as do {@link #doubles()} and its siblings, {@link
 * #reshape}, {@link #real()} and {@link #imaginary()}; the rest copies, except that {@link #cast}
 * and {@link #conjugate} return this array where they change nothing. Complex data is two arrays,
 * real and imaginary parts.
 *
 * <pre>{@code
 * NdArray x = NdArray.of(1.0, 2, 3);  // FLOAT64; NdArray.of(1, 2, 3) is INT32
 * NdArray image = NdArray.wrap(new double[] {1, 2, 3, 4, 5, 6}, Shape.of(2, 3));
 * image.get(1, 2);    // 6.0
 * image.doubles()[5]; // the same element
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
   * @throws NullPointerException if a row is null
   * @throws IllegalArgumentException if rows differ in length
   */
  public static NdArray of(double[][] rows) {
    return ofRows(DType.FLOAT64, rows);
  }

  /**
   * A two-dimensional array from its rows.
   *
   * @param rows of one length, copied; no row at all gives shape {@code (0, 0)}
   * @return {@code FLOAT32} of shape {@code (rows, columns)}
   * @throws NullPointerException if a row is null
   * @throws IllegalArgumentException if rows differ in length
   */
  public static NdArray of(float[][] rows) {
    return ofRows(DType.FLOAT32, rows);
  }

  /**
   * A two-dimensional array from its rows.
   *
   * @param rows of one length, copied; no row at all gives shape {@code (0, 0)}
   * @return {@code INT64} of shape {@code (rows, columns)}
   * @throws NullPointerException if a row is null
   * @throws IllegalArgumentException if rows differ in length
   */
  public static NdArray of(long[][] rows) {
    return ofRows(DType.INT64, rows);
  }

  /**
   * A two-dimensional array from its rows.
   *
   * @param rows of one length, copied; no row at all gives shape {@code (0, 0)}
   * @return {@code INT32} of shape {@code (rows, columns)}
   * @throws NullPointerException if a row is null
   * @throws IllegalArgumentException if rows differ in length
   */
  public static NdArray of(int[][] rows) {
    return ofRows(DType.INT32, rows);
  }

  private static NdArray ofRows(DType dtype, Object[] rows) {
    return ofRows(dtype, rows, "");
  }

  /** Rows that messages speak of as those of an argument. */
  static NdArray ofArgument(DType dtype, Object[] rows, String argument) {
    Objects.requireNonNull(rows, argument);
    return ofRows(dtype, rows, " of " + argument);
  }

  private static NdArray ofRows(DType dtype, Object[] rows, String of) {
    Shape shape = Nested.shapeOfRows(rows, of);
    NdArray array = zeros(dtype, shape);
    Nested.join(rows, array);
    return array;
  }

  /**
   * A three-dimensional array from its planes, which are arrays of rows.
   *
   * @param planes with equally many rows, all of one length, copied; element {@code (i, j, k)} is
   *     {@code planes[i][j][k]}; no plane at all gives shape {@code (0, 0, 0)}
   * @return {@code FLOAT64} of shape {@code (planes, rows, columns)}
   * @throws NullPointerException if a plane or a row is null
   * @throws IllegalArgumentException if planes differ in shape, or rows in length
   */
  public static NdArray of(double[][][] planes) {
    return ofPlanes(DType.FLOAT64, planes);
  }

  /**
   * A three-dimensional array from its planes, which are arrays of rows.
   *
   * @param planes with equally many rows, all of one length, copied; element {@code (i, j, k)} is
   *     {@code planes[i][j][k]}; no plane at all gives shape {@code (0, 0, 0)}
   * @return {@code FLOAT32} of shape {@code (planes, rows, columns)}
   * @throws NullPointerException if a plane or a row is null
   * @throws IllegalArgumentException if planes differ in shape, or rows in length
   */
  public static NdArray of(float[][][] planes) {
    return ofPlanes(DType.FLOAT32, planes);
  }

  /**
   * A three-dimensional array from its planes, which are arrays of rows.
   *
   * @param planes with equally many rows, all of one length, copied; element {@code (i, j, k)} is
   *     {@code planes[i][j][k]}; no plane at all gives shape {@code (0, 0, 0)}
   * @return {@code INT64} of shape {@code (planes, rows, columns)}
   * @throws NullPointerException if a plane or a row is null
   * @throws IllegalArgumentException if planes differ in shape, or rows in length
   */
  public static NdArray of(long[][][] planes) {
    return ofPlanes(DType.INT64, planes);
  }

  /**
   * A three-dimensional array from its planes, which are arrays of rows.
   *
   * @param planes with equally many rows, all of one length, copied; element {@code (i, j, k)} is
   *     {@code planes[i][j][k]}; no plane at all gives shape {@code (0, 0, 0)}
   * @return {@code INT32} of shape {@code (planes, rows, columns)}
   * @throws NullPointerException if a plane or a row is null
   * @throws IllegalArgumentException if planes differ in shape, or rows in length
   */
  public static NdArray of(int[][][] planes) {
    return ofPlanes(DType.INT32, planes);
  }

  private static NdArray ofPlanes(DType dtype, Object[][] planes) {
    Shape shape = Nested.shapeOfPlanes(planes);
    NdArray array = zeros(dtype, shape);
    Nested.join(planes, array);
    return array;
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
   * @param shape a shape with as many elements as the data
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
   * @param shape a shape with as many elements as the data
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
   * @param shape a shape with as many elements as the data
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
   * @param shape a shape with as many elements as the data
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
   * @param shape a shape with as many elements as the data
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
   * @param shape a shape with as many elements as the data
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
   * @param shape a shape with as many elements as the data
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
   * @param shape a shape with as many elements as the data
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
   * @param shape a shape with as many elements as the data
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
   * @param shape a shape with as many elements as the data
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
   * @param shape a shape with as many elements as the data
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
   * @param shape a shape with as many elements as the data
   * @return {@code COMPLEX64}
   * @throws IllegalArgumentException if a length and the shape differ in the number of elements
   * @throws ArithmeticException if the shape has more elements than a Java array holds
   */
  public static NdArray copyOfComplex(float[] re, float[] im, Shape shape) {
    return wrapComplex(re.clone(), im.clone(), shape);
  }

  /**
   * A complex array from numbers whose real and imaginary parts alternate, as NumPy stores them:
   * element {@code i} is {@code pairs[2 i] + pairs[2 i + 1] i}.
   *
   * @param pairs in row-major order, copied
   * @param shape a shape with half as many elements as there are numbers
   * @return {@code COMPLEX128}
   * @throws IllegalArgumentException if there are not two numbers for each element
   * @throws ArithmeticException if the shape has more elements than a Java array holds
   * @see #interleavedDoubles
   */
  public static NdArray copyOfInterleaved(double[] pairs, Shape shape) {
    requirePairs(pairs.length, shape);
    double[] re = new double[shape.size()];
    double[] im = new double[re.length];
    for (int i = 0; i < re.length; i++) {
      re[i] = pairs[2 * i];
      im[i] = pairs[2 * i + 1];
    }
    return wrapComplex(re, im, shape);
  }

  /**
   * A complex array from numbers whose real and imaginary parts alternate, as NumPy stores them:
   * element {@code i} is {@code pairs[2 i] + pairs[2 i + 1] i}.
   *
   * @param pairs in row-major order, copied
   * @param shape a shape with half as many elements as there are numbers
   * @return {@code COMPLEX64}
   * @throws IllegalArgumentException if there are not two numbers for each element
   * @throws ArithmeticException if the shape has more elements than a Java array holds
   * @see #interleavedFloats
   */
  public static NdArray copyOfInterleaved(float[] pairs, Shape shape) {
    requirePairs(pairs.length, shape);
    float[] re = new float[shape.size()];
    float[] im = new float[re.length];
    for (int i = 0; i < re.length; i++) {
      re[i] = pairs[2 * i];
      im[i] = pairs[2 * i + 1];
    }
    return wrapComplex(re, im, shape);
  }

  private static void requirePairs(int length, Shape shape) {
    if (length != 2L * shape.size()) {
      throw new IllegalArgumentException(
          "shape %s has %d elements, which takes two numbers each; the data has %d"
              .formatted(shape, shape.size(), length));
    }
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
   * @throws IllegalStateException if this array has another dtype
   */
  public double[] doubles() {
    return (double[]) storage(DType.FLOAT64);
  }

  /**
   * The data of a {@code FLOAT32} array.
   *
   * @return the storage itself, in row-major order; a change to it changes this array
   * @throws IllegalStateException if this array has another dtype
   */
  public float[] floats() {
    return (float[]) storage(DType.FLOAT32);
  }

  /**
   * The data of an {@code INT64} array.
   *
   * @return the storage itself, in row-major order; a change to it changes this array
   * @throws IllegalStateException if this array has another dtype
   */
  public long[] longs() {
    return (long[]) storage(DType.INT64);
  }

  /**
   * The data of an {@code INT32} array.
   *
   * @return the storage itself, in row-major order; a change to it changes this array
   * @throws IllegalStateException if this array has another dtype
   */
  public int[] ints() {
    return (int[]) storage(DType.INT32);
  }

  private Object storage(DType asked) {
    requireType(asked);
    return data;
  }

  private void requireType(DType asked) {
    if (dtype != asked) {
      String way =
          dtype.isComplex() && !asked.isComplex()
              ? "take real() or imaginary() first"
              : "cast it first";
      throw new IllegalStateException(
          "the array is " + dtype.numpyName() + ", not " + asked.numpyName() + "; " + way);
    }
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

  // ---- Elements -------------------------------------------------------------------------------

  /**
   * One element, as a {@code double}.
   *
   * <p>Exact for {@code FLOAT64}, {@code FLOAT32} and {@code INT32}. An {@code INT64} may be more
   * than a {@code double} holds: take {@link #getLong}. A complex element is two numbers: take
   * {@code real().get(i, j)} and {@code imaginary().get(i, j)}.
   *
   * @param index one number for each axis, outermost first, each from 0; none for a scalar
   * @return the element
   * @throws IllegalArgumentException if there is not one number for each axis
   * @throws IndexOutOfBoundsException if one is negative or not less than the extent of its axis
   * @throws IllegalStateException if this array is {@code INT64} or complex
   */
  public double get(int... index) {
    int at = offset(index);
    return switch (dtype) {
      case FLOAT64 -> ((double[]) data)[at];
      case FLOAT32 -> ((float[]) data)[at];
      case INT32 -> ((int[]) data)[at];
      case INT64 ->
          throw new IllegalStateException(
              "an element of int64 may be more than a double holds; take getLong");
      case COMPLEX128, COMPLEX64 ->
          throw new IllegalStateException(
              "an element of "
                  + dtype.numpyName()
                  + " is two numbers; take real() or imaginary() first");
    };
  }

  /**
   * One element of an array of integers.
   *
   * @param index one number for each axis, outermost first, each from 0; none for a scalar
   * @return the element
   * @throws IllegalArgumentException if there is not one number for each axis
   * @throws IndexOutOfBoundsException if one is negative or not less than the extent of its axis
   * @throws IllegalStateException if this array is neither {@code INT64} nor {@code INT32}
   */
  public long getLong(int... index) {
    int at = offset(index);
    return switch (dtype) {
      case INT64 -> ((long[]) data)[at];
      case INT32 -> ((int[]) data)[at];
      default ->
          throw new IllegalStateException(
              "the array is " + dtype.numpyName() + ", not int64 or int32; take get");
    };
  }

  /** Where an element stands in the data. */
  int offset(int[] index) {
    if (index.length != shape.rank()) {
      throw new IllegalArgumentException(
          "shape %s has %d axes, the index %s has %d numbers"
              .formatted(shape, shape.rank(), Arrays.toString(index), index.length));
    }
    int offset = 0;
    for (int axis = 0; axis < index.length; axis++) {
      int extent = shape.extent(axis);
      if (index[axis] < 0 || index[axis] >= extent) {
        throw new IndexOutOfBoundsException(
            "index %d is out of bounds for axis %d of shape %s"
                .formatted(index[axis], axis, shape));
      }
      offset = offset * extent + index[axis];
    }
    return offset;
  }

  // ---- Nested arrays, and pairs, from this one ------------------------------------------------

  /**
   * The rows of a two-dimensional {@code FLOAT64} array.
   *
   * @return fresh arrays
   * @throws IllegalStateException if this array has another rank or dtype
   */
  public double[][] rows() {
    return (double[][]) rowsOf(DType.FLOAT64);
  }

  /**
   * The rows of a two-dimensional {@code FLOAT32} array.
   *
   * @return fresh arrays
   * @throws IllegalStateException if this array has another rank or dtype
   */
  public float[][] floatRows() {
    return (float[][]) rowsOf(DType.FLOAT32);
  }

  /**
   * The rows of a two-dimensional {@code INT64} array.
   *
   * @return fresh arrays
   * @throws IllegalStateException if this array has another rank or dtype
   */
  public long[][] longRows() {
    return (long[][]) rowsOf(DType.INT64);
  }

  /**
   * The rows of a two-dimensional {@code INT32} array.
   *
   * @return fresh arrays
   * @throws IllegalStateException if this array has another rank or dtype
   */
  public int[][] intRows() {
    return (int[][]) rowsOf(DType.INT32);
  }

  private Object[] rowsOf(DType asked) {
    if (rank() != 2) {
      throw new IllegalStateException("rows of an array of rank 2 only, not of shape " + shape);
    }
    requireType(asked);
    return Nested.rows(this, 1);
  }

  /**
   * The planes of a three-dimensional {@code FLOAT64} array, each an array of rows.
   *
   * @return fresh arrays; element {@code (i, j, k)} is {@code planes[i][j][k]}
   * @throws IllegalStateException if this array has another rank or dtype
   */
  public double[][][] planes() {
    return (double[][][]) planesOf(DType.FLOAT64);
  }

  /**
   * The planes of a three-dimensional {@code FLOAT32} array, each an array of rows.
   *
   * @return fresh arrays; element {@code (i, j, k)} is {@code planes[i][j][k]}
   * @throws IllegalStateException if this array has another rank or dtype
   */
  public float[][][] floatPlanes() {
    return (float[][][]) planesOf(DType.FLOAT32);
  }

  /**
   * The planes of a three-dimensional {@code INT64} array, each an array of rows.
   *
   * @return fresh arrays; element {@code (i, j, k)} is {@code planes[i][j][k]}
   * @throws IllegalStateException if this array has another rank or dtype
   */
  public long[][][] longPlanes() {
    return (long[][][]) planesOf(DType.INT64);
  }

  /**
   * The planes of a three-dimensional {@code INT32} array, each an array of rows.
   *
   * @return fresh arrays; element {@code (i, j, k)} is {@code planes[i][j][k]}
   * @throws IllegalStateException if this array has another rank or dtype
   */
  public int[][][] intPlanes() {
    return (int[][][]) planesOf(DType.INT32);
  }

  private Object[] planesOf(DType asked) {
    if (rank() != 3) {
      throw new IllegalStateException("planes of an array of rank 3 only, not of shape " + shape);
    }
    requireType(asked);
    return Nested.planes(this);
  }

  /**
   * The elements of a {@code COMPLEX128} array with real and imaginary parts in turn, as NumPy
   * stores them: the real part of element {@code i} in row-major order is at {@code 2 i}, its
   * imaginary part at {@code 2 i + 1}.
   *
   * @return a fresh array of two numbers for each element
   * @throws IllegalStateException if this array has another dtype
   * @throws ArithmeticException if a Java array cannot hold that many numbers
   */
  public double[] interleavedDoubles() {
    requireType(DType.COMPLEX128);
    double[] re = (double[]) data;
    double[] im = (double[]) imaginary;
    double[] pairs = new double[Math.multiplyExact(2, re.length)];
    for (int i = 0; i < re.length; i++) {
      pairs[2 * i] = re[i];
      pairs[2 * i + 1] = im[i];
    }
    return pairs;
  }

  /**
   * The elements of a {@code COMPLEX64} array with real and imaginary parts in turn, as NumPy
   * stores them: the real part of element {@code i} in row-major order is at {@code 2 i}, its
   * imaginary part at {@code 2 i + 1}.
   *
   * @return a fresh array of two numbers for each element
   * @throws IllegalStateException if this array has another dtype
   * @throws ArithmeticException if a Java array cannot hold that many numbers
   */
  public float[] interleavedFloats() {
    requireType(DType.COMPLEX64);
    float[] re = (float[]) data;
    float[] im = (float[]) imaginary;
    float[] pairs = new float[Math.multiplyExact(2, re.length)];
    for (int i = 0; i < re.length; i++) {
      pairs[2 * i] = re[i];
      pairs[2 * i + 1] = im[i];
    }
    return pairs;
  }

  // ---- Other arrays from this one -------------------------------------------------------------

  /**
   * Whether this array and another have storage in common, so that writing to one changes the
   * other.
   *
   * @param other any array
   * @return true if both use the same Java array, for real or for imaginary parts
   */
  public boolean sharesStorage(NdArray other) {
    return data == other.data
        || data == other.imaginary
        || (imaginary != null && (imaginary == other.data || imaginary == other.imaginary));
  }

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
