package org.conv4j.verify.operand;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.conv4j.api.DType;
import org.conv4j.api.Shape;

/** The words of a recipe's token. */
public final class Words {
  private static final String SCALAR = "s";

  private Words() {}

  /**
   * A shape as a word.
   *
   * @param shape the shape
   * @return the extents with {@code x} between them; {@code s} for a scalar
   */
  public static String of(Shape shape) {
    return shape.rank() == 0
        ? SCALAR
        : Arrays.stream(shape.toArray())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining("x"));
  }

  /**
   * Reads a shape.
   *
   * @param word as {@link #of} gives it
   * @return the shape
   * @throws IllegalArgumentException if it is no such word
   */
  public static Shape shape(String word) {
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

  /**
   * Reads an element type.
   *
   * @param word NumPy's name of it
   * @return the type
   * @throws IllegalArgumentException if it is no such word
   */
  public static DType dtype(String word) {
    return Arrays.stream(DType.values())
        .filter(dtype -> dtype.numpyName().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no dtype \"" + word + "\""));
  }

  /**
   * Reads a seed.
   *
   * @param word a hexadecimal number
   * @return the seed, not negative
   * @throws IllegalArgumentException if it is no such word
   */
  public static long seed(String word) {
    try {
      return Long.parseLong(word, 16);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "a seed is hexadecimal, below 2^63, not \"" + word + "\"", e);
    }
  }
}
