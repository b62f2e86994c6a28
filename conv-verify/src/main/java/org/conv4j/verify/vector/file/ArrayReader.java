package org.conv4j.verify.vector.file;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** Reads one array: {@code dtype}, {@code shape}, {@code data} and, if complex, {@code imag}. */
public final class ArrayReader {
  private static final List<String> REQUIRED = List.of("dtype", "shape", "data");
  private static final List<String> OPTIONAL = List.of("imag");
  private static final List<String> RULED = List.of("dtype", "shape", "rule");

  private final JsonFields fields;
  private final Place place;

  private ArrayReader(JsonFields fields, Place place) {
    this.fields = fields;
    this.place = place;
  }

  /**
   * Reads the array that a field of a vector holds.
   *
   * @param value what JSON has
   * @param path the name of the field
   * @param place the vector
   * @return the array
   * @throws VectorFormatException if it breaks a rule
   */
  public static NdArray read(Object value, String path, Place place) {
    return new ArrayReader(JsonFields.of(value, path, place, REQUIRED, OPTIONAL), place).read();
  }

  /**
   * Reads an array whose elements may also be given by a rule, {@code {"seed": …, "values": …,
   * "divisor": …}}. With {@code s[0] = seed} and {@code s[k+1] = 16807 s[k] mod (2^31 - 1)},
   * element {@code k} in row-major order is
   *
   * <pre>{@code
   * (s[k+1] mod values - floor(values / 2)) / divisor
   * }</pre>
   *
   * divided in the real type of the dtype. Imaginary parts follow all real parts.
   *
   * <p>Source: S. K. Park and K. W. Miller, Random number generators: good ones are hard to find,
   * Communications of the ACM 31 (1988), <a
   * href="https://doi.org/10.1145/63039.63042">doi:10.1145/63039.63042</a>.
   *
   * @param value what JSON has
   * @param path the name of the field
   * @param place the vector
   * @return the array
   * @throws VectorFormatException if it breaks a rule of the schema
   */
  public static NdArray readOrMake(Object value, String path, Place place) {
    if (value instanceof Map<?, ?> map && map.containsKey("rule")) {
      return new ArrayReader(JsonFields.of(value, path, place, RULED), place).make();
    }
    return read(value, path, place);
  }

  private NdArray make() {
    DType dtype = dtype();
    Shape shape = shape();
    return NumberRule.read(fields, dtype).array(dtype, shape);
  }

  private NdArray read() {
    DType dtype = dtype();
    Shape shape = shape();
    if (fields.has("imag") != dtype.isComplex()) {
      throw place.error(
          fields.path("imag")
              + (dtype.isComplex() ? " is required for " : " is not allowed for ")
              + dtype.numpyName()
              + "; complex dtypes alone have it");
    }
    return switch (dtype) {
      case FLOAT64 -> NdArray.wrap(doubles("data", shape), shape);
      case FLOAT32 -> NdArray.wrap(floats("data", shape), shape);
      case INT64 -> NdArray.wrap(longs(shape), shape);
      case INT32 -> NdArray.wrap(ints(shape), shape);
      case COMPLEX128 -> NdArray.wrapComplex(doubles("data", shape), doubles("imag", shape), shape);
      case COMPLEX64 -> NdArray.wrapComplex(floats("data", shape), floats("imag", shape), shape);
    };
  }

  private DType dtype() {
    String name = fields.text("dtype");
    for (DType dtype : DType.values()) {
      if (dtype.numpyName().equals(name)) {
        return dtype;
      }
    }
    throw place.error(
        fields.path("dtype")
            + " must be one of "
            + Arrays.stream(DType.values()).map(DType::numpyName).collect(Collectors.joining(", "))
            + ", not \""
            + name
            + '"');
  }

  private Shape shape() {
    Shape shape = Shape.of(fields.counts("shape"));
    try {
      shape.size();
    } catch (ArithmeticException e) {
      throw place.error(fields.path("shape") + " has " + e.getMessage(), e);
    }
    return shape;
  }

  private List<?> elements(String field, Shape shape) {
    List<?> list = fields.list(field);
    if (list.size() != shape.size()) {
      throw place.error(
          fields.path(field)
              + " has "
              + list.size()
              + " elements, shape "
              + shape
              + " needs "
              + shape.size());
    }
    return list;
  }

  private double[] doubles(String field, Shape shape) {
    List<?> list = elements(field, shape);
    double[] values = new double[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          list.get(i) instanceof Numeral numeral
              ? numeral.doubleValue()
              : nonFinite(list.get(i), field, i);
      if (Double.isInfinite(values[i]) && list.get(i) instanceof Numeral) {
        throw outOfRange(field, i, list.get(i), "float64", "magnitudes", Double.MAX_VALUE);
      }
    }
    return values;
  }

  private float[] floats(String field, Shape shape) {
    List<?> list = elements(field, shape);
    float[] values = new float[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          list.get(i) instanceof Numeral numeral
              ? numeral.floatValue()
              : (float) nonFinite(list.get(i), field, i);
      if (Float.isInfinite(values[i]) && list.get(i) instanceof Numeral) {
        throw outOfRange(field, i, list.get(i), "float32", "magnitudes", Float.MAX_VALUE);
      }
    }
    return values;
  }

  private double nonFinite(Object value, String field, int index) {
    if ("nan".equals(value)) {
      return Double.NaN;
    }
    if ("inf".equals(value)) {
      return Double.POSITIVE_INFINITY;
    }
    if ("-inf".equals(value)) {
      return Double.NEGATIVE_INFINITY;
    }
    throw place.error(
        element(field, index)
            + " must be a number, \"nan\", \"inf\" or \"-inf\", not "
            + JsonFields.describe(value));
  }

  private long[] longs(Shape shape) {
    List<?> list = elements("data", shape);
    long[] values = new long[list.size()];
    for (int i = 0; i < values.length; i++) {
      try {
        values[i] = whole(list.get(i), i).longValue();
      } catch (NumberFormatException e) {
        throw outOfRange("data", i, list.get(i), "int64", "numbers", Long.MAX_VALUE);
      }
    }
    return values;
  }

  private int[] ints(Shape shape) {
    List<?> list = elements("data", shape);
    int[] values = new int[list.size()];
    for (int i = 0; i < values.length; i++) {
      try {
        values[i] = whole(list.get(i), i).intValue();
      } catch (NumberFormatException e) {
        throw outOfRange("data", i, list.get(i), "int32", "numbers", Integer.MAX_VALUE);
      }
    }
    return values;
  }

  private Numeral whole(Object value, int index) {
    if (value instanceof Numeral numeral && numeral.isWhole()) {
      return numeral;
    }
    throw place.error(
        element("data", index)
            + " must be a whole number without fraction or exponent, not "
            + JsonFields.describe(value));
  }

  private VectorFormatException outOfRange(
      String field, int index, Object given, String dtype, String what, Number largest) {
    return place.error(
        element(field, index)
            + " is out of range: "
            + given
            + "; "
            + dtype
            + " holds "
            + what
            + " up to "
            + largest);
  }

  private String element(String field, int index) {
    return fields.path(field) + "[" + index + "]";
  }
}
