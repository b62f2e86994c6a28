package org.conv4j.verify.vector.file;

import java.util.List;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** Numbers by the rule of {@link ArrayReader#readOrMake}. */
final class NumberRule {
  private static final List<String> FIELDS = List.of("seed", "values", "divisor");
  private static final long MULTIPLIER = 16807;
  private static final long MODULUS = (1L << 31) - 1;

  /** Whole numbers up to this are exact in every type. */
  private static final int MOST = 1 << 24;

  private final int values;
  private final int divisor;
  private long state;

  private NumberRule(int seed, int values, int divisor) {
    this.state = seed;
    this.values = values;
    this.divisor = divisor;
  }

  static NumberRule read(JsonFields array, DType dtype) {
    JsonFields fields =
        JsonFields.of(array.value("rule"), array.path("rule"), array.place(), FIELDS);
    int divisor = within(fields, "divisor", MOST);
    if (dtype.isInteger() && divisor != 1) {
      throw array
          .place()
          .error(
              fields.path("divisor") + " must be 1 for " + dtype.numpyName() + ", not " + divisor);
    }
    return new NumberRule(
        within(fields, "seed", (int) MODULUS - 1), within(fields, "values", MOST), divisor);
  }

  private static int within(JsonFields fields, String name, int most) {
    int number = fields.count(name);
    if (number < 1 || number > most) {
      throw fields
          .place()
          .error(fields.path(name) + " must be from 1 to " + most + ", not " + number);
    }
    return number;
  }

  NdArray array(DType dtype, Shape shape) {
    int size = shape.size();
    return switch (dtype) {
      case FLOAT64 -> NdArray.wrap(doubles(size), shape);
      case FLOAT32 -> NdArray.wrap(floats(size), shape);
      case INT64, INT32 -> NdArray.wrap(doubles(size), shape).cast(dtype);
      case COMPLEX128 -> NdArray.wrapComplex(doubles(size), doubles(size), shape);
      case COMPLEX64 -> NdArray.wrapComplex(floats(size), floats(size), shape);
    };
  }

  private double[] doubles(int size) {
    double[] numbers = new double[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = (double) next() / divisor;
    }
    return numbers;
  }

  private float[] floats(int size) {
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = (float) next() / divisor;
    }
    return numbers;
  }

  private int next() {
    state = MULTIPLIER * state % MODULUS;
    return (int) (state % values) - values / 2;
  }
}
