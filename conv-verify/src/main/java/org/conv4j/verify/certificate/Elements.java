package org.conv4j.verify.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/**
 * An array of a failure.
 *
 * @param dtype its type, by the name that NumPy has for it
 * @param shape its extents
 * @param data its elements in row-major order, of complex ones the real parts: integers in decimal,
 *     others in hexadecimal, {@code NaN}, {@code inf} or {@code -inf}; null if left out
 * @param imaginary the imaginary parts, likewise; null unless complex
 * @param omitted why there are no elements; null if there are
 */
public record Elements(
    String dtype, List<Integer> shape, List<String> data, List<String> imaginary, String omitted) {
  /** Of longer arrays the elements are left out. */
  static final int MOST = 1000;

  /**
   * Checks that all is there.
   *
   * @param dtype as above
   * @param shape as above
   * @param data as above
   * @param imaginary as above
   * @param omitted as above
   */
  public Elements {
    Objects.requireNonNull(dtype, "dtype");
    shape = List.copyOf(shape);
    if ((data == null) == (omitted == null)) {
      throw new IllegalArgumentException("an array has either \"data\" or \"omitted\"");
    }
    boolean parts = data != null && Words.dtype(dtype).isComplex();
    if (parts != (imaginary != null)) {
      throw new IllegalArgumentException("complex arrays alone have \"imaginary\" parts");
    }
  }

  static Elements of(NdArray array) {
    String dtype = array.dtype().numpyName();
    List<Integer> shape = Arrays.stream(array.shape().toArray()).boxed().toList();
    if (array.size() > MOST) {
      String why = array.size() + " elements, and " + MOST + " at most are written";
      return new Elements(dtype, shape, null, null, why);
    }
    if (array.dtype().isComplex()) {
      return new Elements(dtype, shape, texts(array.real()), texts(array.imaginary()), null);
    }
    return new Elements(dtype, shape, texts(array), null, null);
  }

  private static List<String> texts(NdArray array) {
    IntFunction<String> text =
        switch (array.dtype()) {
          case FLOAT64 -> elements(array.doubles());
          case FLOAT32 -> elements(array.floats());
          case INT64 -> elements(array.longs());
          case INT32 -> elements(array.ints());
          default -> throw new IllegalArgumentException("a part is real: " + array.dtype());
        };
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      texts.add(text.apply(i));
    }
    return texts;
  }

  private static IntFunction<String> elements(double[] data) {
    return i -> Double.isFinite(data[i]) ? Double.toHexString(data[i]) : special(data[i]);
  }

  private static IntFunction<String> elements(float[] data) {
    return i -> Float.isFinite(data[i]) ? Float.toHexString(data[i]) : special(data[i]);
  }

  private static IntFunction<String> elements(long[] data) {
    return i -> Long.toString(data[i]);
  }

  private static IntFunction<String> elements(int[] data) {
    return i -> Integer.toString(data[i]);
  }

  private static String special(double value) {
    return Double.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf";
  }

  /** The array; empty if its elements were left out. */
  Optional<NdArray> restored() {
    if (data == null) {
      return Optional.empty();
    }
    Shape to = Shape.of(shape.stream().mapToInt(Integer::intValue).toArray());
    NdArray array =
        switch (Words.dtype(dtype)) {
          case FLOAT64 -> NdArray.wrap(doubles(data), to);
          case FLOAT32 -> NdArray.wrap(floats(data), to);
          case INT64 -> NdArray.wrap(data.stream().mapToLong(Long::parseLong).toArray(), to);
          case INT32 -> NdArray.wrap(data.stream().mapToInt(Integer::parseInt).toArray(), to);
          case COMPLEX128 -> NdArray.wrapComplex(doubles(data), doubles(imaginary), to);
          case COMPLEX64 -> NdArray.wrapComplex(floats(data), floats(imaginary), to);
        };
    return Optional.of(array);
  }

  private static double[] doubles(List<String> texts) {
    return texts.stream().mapToDouble(Elements::parse).toArray();
  }

  private static float[] floats(List<String> texts) {
    float[] values = new float[texts.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) parse(texts.get(i)); // exact: they were written as floats
    }
    return values;
  }

  private static double parse(String text) {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  /** Type and shape, for people. */
  String description() {
    String type = Words.dtype(dtype).numpyName();
    return type + Shape.of(shape.stream().mapToInt(Integer::intValue).toArray());
  }
}
