package org.conv4j.verify.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.run.Exhibit;

/**
 * An array as JSON, bit for bit: integers in decimal, other elements in hexadecimal, {@code NaN},
 * {@code inf} or {@code -inf}; of long arrays type and shape alone.
 */
final class ArrayForm {
  /** Of longer arrays the elements are left out. */
  static final int MOST = 1000;

  private ArrayForm() {}

  static Map<String, Object> tree(Exhibit exhibit) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("dtype", exhibit.dtype());
    tree.put("shape", exhibit.shape().toArray());
    Optional<NdArray> some = exhibit.array().filter(array -> array.size() <= MOST);
    if (some.isEmpty()) {
      tree.put(
          "omitted", exhibit.shape().size() + " elements, and " + MOST + " at most are written");
    } else if (exhibit.dtype().isComplex()) {
      tree.put("data", texts(some.get().real()));
      tree.put("imaginary", texts(some.get().imaginary()));
    } else {
      tree.put("data", texts(some.get()));
    }
    return tree;
  }

  private static List<String> texts(NdArray array) {
    return switch (array.dtype()) {
      case FLOAT64 -> Arrays.stream(array.doubles()).mapToObj(ArrayForm::text).toList();
      case FLOAT32 -> texts(array.floats());
      case INT64 -> Arrays.stream(array.longs()).mapToObj(Long::toString).toList();
      case INT32 -> Arrays.stream(array.ints()).mapToObj(Integer::toString).toList();
      default -> throw new IllegalArgumentException("a part is real: " + array.dtype());
    };
  }

  private static List<String> texts(float[] data) {
    return IntStream.range(0, data.length)
        .mapToObj(i -> Float.isFinite(data[i]) ? Float.toHexString(data[i]) : text(data[i]))
        .toList();
  }

  private static String text(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return Double.toHexString(value);
  }

  static Exhibit exhibit(JsonNode tree) {
    DType dtype = Forms.MAPPER.convertValue(tree.required("dtype"), DType.class);
    Shape shape = Shape.of(Forms.MAPPER.convertValue(tree.required("shape"), int[].class));
    if (tree.has("omitted")) {
      return new Exhibit(dtype, shape, Optional.empty());
    }
    String[] data = texts(tree, "data");
    NdArray array =
        switch (dtype) {
          case FLOAT64 -> NdArray.wrap(doubles(data), shape);
          case FLOAT32 -> NdArray.wrap(floats(data), shape);
          case INT64 ->
              NdArray.wrap(Arrays.stream(data).mapToLong(Long::parseLong).toArray(), shape);
          case INT32 ->
              NdArray.wrap(Arrays.stream(data).mapToInt(Integer::parseInt).toArray(), shape);
          case COMPLEX128 ->
              NdArray.wrapComplex(doubles(data), doubles(texts(tree, "imaginary")), shape);
          case COMPLEX64 ->
              NdArray.wrapComplex(floats(data), floats(texts(tree, "imaginary")), shape);
        };
    return Exhibit.of(array);
  }

  private static String[] texts(JsonNode tree, String part) {
    return Forms.MAPPER.convertValue(tree.required(part), String[].class);
  }

  private static double[] doubles(String[] texts) {
    return Arrays.stream(texts).mapToDouble(ArrayForm::number).toArray();
  }

  private static float[] floats(String[] texts) {
    float[] values = new float[texts.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) number(texts[i]); // exact: they were written as floats
    }
    return values;
  }

  private static double number(String text) {
    return switch (text) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
