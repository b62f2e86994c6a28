package org.conv4j.api;

/**
 * Element types, with NumPy's promotion between them.
 *
 * <p>Integers are signed two's complement and wrap on overflow. Complex data is stored as two
 * arrays, real and imaginary.
 */
public enum DType {
  /** IEEE 754 binary64, {@code double}. */
  FLOAT64("float64", 53),
  /** IEEE 754 binary32, {@code float}. */
  FLOAT32("float32", 24),
  /** 64-bit signed integers, {@code long}. */
  INT64("int64", 0),
  /** 32-bit signed integers, {@code int}. */
  INT32("int32", 0),
  /** Complex numbers of two {@code double}s. */
  COMPLEX128("complex128", 53),
  /** Complex numbers of two {@code float}s. */
  COMPLEX64("complex64", 24);

  private final String numpyName;
  private final int precision;

  DType(String numpyName, int precision) {
    this.numpyName = numpyName;
    this.precision = precision;
  }

  /**
   * The name NumPy has for this type.
   *
   * @return for example {@code "float64"}
   */
  public String numpyName() {
    return numpyName;
  }

  /**
   * Whether elements are whole numbers.
   *
   * @return true for {@link #INT32} and {@link #INT64}
   */
  public boolean isInteger() {
    return precision == 0;
  }

  /**
   * Whether elements have an imaginary part.
   *
   * @return true for {@link #COMPLEX64} and {@link #COMPLEX128}
   */
  public boolean isComplex() {
    return this == COMPLEX64 || this == COMPLEX128;
  }

  /**
   * The type of the real part of an element.
   *
   * @return the real type of the same precision; this type itself if it is not complex
   */
  public DType real() {
    return switch (this) {
      case COMPLEX128 -> FLOAT64;
      case COMPLEX64 -> FLOAT32;
      default -> this;
    };
  }

  /**
   * The unit roundoff {@code u}: the largest relative error of rounding to nearest.
   *
   * @return {@code 2^-53} or {@code 2^-24} for floating types (real and imaginary part each), 0 for
   *     integers
   */
  public double unitRoundoff() {
    return isInteger() ? 0 : Math.scalb(1.0, -precision);
  }

  /**
   * The type of the result of an operation between two types: the smallest that holds the values of
   * both, as {@code numpy.result_type} defines it. Integers with {@code FLOAT32} give {@code
   * FLOAT64}.
   *
   * @param a one type
   * @param b the other
   * @return the promoted type; the order of the arguments does not matter
   */
  public static DType promote(DType a, DType b) {
    if (a == b) {
      return a;
    }
    boolean complex = a.isComplex() || b.isComplex();
    if (a.isInteger() && b.isInteger()) {
      return INT64;
    }
    boolean single = a.precision == 24 && b.precision == 24;
    if (complex) {
      return single ? COMPLEX64 : COMPLEX128;
    }
    return FLOAT64;
  }
}
