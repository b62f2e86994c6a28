package org.conv4j.verify.operand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/**
 * Describes how the operands of one check are made. The same recipe gives the same operands
 * everywhere, and prints as one word.
 *
 * <p>Element {@code i} of operand {@code p} (both from 0) is drawn from the regime with SplitMix64
 * started at {@code seed + 1 + p}, with elements in row-major order. Further choices of a law (an
 * axis, a place to cut) are drawn with SplitMix64 started at {@code seed}.
 *
 * @param dtype the type of every operand
 * @param shapes of the operands, of one rank
 * @param mode the mode
 * @param regime what elements look like
 * @param seed not negative
 */
public record Recipe(DType dtype, List<Shape> shapes, Mode mode, Regime regime, long seed) {
  private static final String SCALAR = "s";

  /**
   * Copies the list.
   *
   * @param dtype as above
   * @param shapes as above
   * @param mode as above
   * @param regime as above
   * @param seed as above
   */
  public Recipe {
    shapes = List.copyOf(shapes);
  }

  /**
   * This recipe with other elements.
   *
   * @param other the seed, not negative
   * @return a changed copy
   */
  public Recipe withSeed(long other) {
    return new Recipe(dtype, shapes, mode, regime, other);
  }

  /**
   * Makes the operands.
   *
   * @return them, fresh
   */
  public Operands operands() {
    List<NdArray> arrays = new ArrayList<>();
    for (int p = 0; p < shapes.size(); p++) {
      arrays.add(array(shapes.get(p), new SplitMix(seed + 1 + p)));
    }
    return new Operands(this, arrays, new SplitMix(seed));
  }

  private NdArray array(Shape shape, SplitMix random) {
    int size = shape.size();
    if (dtype.isInteger()) {
      long[] data = new long[size];
      for (int i = 0; i < size; i++) {
        data[i] = regime.integer(random, dtype);
      }
      return NdArray.wrap(data, shape).cast(dtype);
    }
    double[] re = new double[size];
    double[] im = new double[size];
    for (int i = 0; i < size; i++) {
      re[i] = regime.real(random, i, dtype);
      if (dtype.isComplex()) {
        im[i] = regime.real(random, i, dtype);
      }
    }
    NdArray wide = dtype.isComplex() ? NdArray.wrapComplex(re, im, shape) : NdArray.wrap(re, shape);
    return wide.cast(dtype);
  }

  /**
   * This recipe as one word.
   *
   * @return for example {@code float64/3x4/2x2/same/integers/1f}, the seed in hexadecimal
   */
  public String token() {
    List<String> parts = new ArrayList<>();
    parts.add(dtype.numpyName());
    shapes.forEach(shape -> parts.add(token(shape)));
    parts.add(mode.name().toLowerCase(Locale.ROOT));
    parts.add(regime.token());
    parts.add(Long.toHexString(seed));
    return String.join("/", parts);
  }

  private static String token(Shape shape) {
    return shape.rank() == 0
        ? SCALAR
        : Arrays.stream(shape.toArray())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining("x"));
  }

  /**
   * Reads what {@link #token()} wrote.
   *
   * @param token the word
   * @return the recipe
   * @throws IllegalArgumentException if it is not such a word; the message says what is wrong
   */
  public static Recipe parse(String token) {
    String[] parts = token.split("/", -1);
    if (parts.length < 6) {
      throw new IllegalArgumentException(
          "a recipe is dtype/shape/shape/mode/regime/seed, not \"" + token + "\"");
    }
    int last = parts.length - 1;
    List<Shape> shapes = new ArrayList<>();
    for (int i = 1; i < last - 2; i++) {
      shapes.add(shape(parts[i]));
    }
    DType dtype = dtype(parts[0]);
    Mode mode = mode(parts[last - 2]);
    Regime regime = Regime.ofToken(parts[last - 1]);
    if (!regime.suits(dtype)) {
      throw new IllegalArgumentException(
          "no " + parts[last - 1] + " of type " + parts[0] + ", in \"" + token + "\"");
    }
    try {
      shapes.forEach(Shape::size);
      Geometry.of(shapes.get(0), shapes.get(1), mode, Convention.SCIPY);
      shapes.forEach(shape -> Geometry.of(shapes.get(0), shape, Mode.FULL, Convention.SCIPY));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return new Recipe(dtype, shapes, mode, regime, seed(parts[last]));
  }

  private static DType dtype(String word) {
    return Arrays.stream(DType.values())
        .filter(dtype -> dtype.numpyName().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no dtype \"" + word + "\""));
  }

  private static Mode mode(String word) {
    return Arrays.stream(Mode.values())
        .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no mode \"" + word + "\""));
  }

  private static Shape shape(String word) {
    if (word.equals(SCALAR)) {
      return Shape.SCALAR;
    }
    try {
      return Shape.of(Arrays.stream(word.split("x", -1)).mapToInt(Integer::parseInt).toArray());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "a shape is extents with x between them, or s for a scalar, not \"" + word + "\"", e);
    }
  }

  private static long seed(String word) {
    try {
      return Long.parseLong(word, 16);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "a seed is hexadecimal, below 2^63, not \"" + word + "\"", e);
    }
  }

  @Override
  public String toString() {
    return token();
  }
}
