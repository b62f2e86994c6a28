package org.conv4j.verify.operand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
public record Recipe(DType dtype, List<Shape> shapes, Mode mode, Regime regime, long seed)
    implements Case {
  /** Calls whose times can be compared. */
  private record Pace(boolean in1IsLonger, int rank, Mode mode) {}

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
      arrays.add(regime.array(dtype, shapes.get(p), seed + 1 + p));
    }
    return new Operands(this, arrays, new SplitMix(seed));
  }

  /**
   * {@inheritDoc}
   *
   * @return for example {@code float64/3x4/2x2/same/integers/1f}, the seed in hexadecimal
   */
  @Override
  public String token() {
    List<String> parts = new ArrayList<>();
    parts.add(dtype.numpyName());
    shapes.forEach(shape -> parts.add(Words.of(shape)));
    parts.add(mode.name().toLowerCase(Locale.ROOT));
    parts.add(regime.token());
    parts.add(Long.toHexString(seed));
    return String.join("/", parts);
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
      shapes.add(Words.shape(parts[i]));
    }
    DType dtype = Words.dtype(parts[0]);
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
    return new Recipe(dtype, shapes, mode, regime, Words.seed(parts[last]));
  }

  private static Mode mode(String word) {
    return Arrays.stream(Mode.values())
        .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no mode \"" + word + "\""));
  }

  @Override
  public List<NdArray> arrays() {
    return operands().all();
  }

  @Override
  public Optional<Mode> convolutionMode() {
    return Optional.of(mode);
  }

  @Override
  public Place place() {
    return new Place(mode, rank());
  }

  private int rank() {
    return shapes.get(0).rank();
  }

  /** At most the number of outputs times the length of the longer operand. */
  @Override
  public double work() {
    Shape a = shapes.get(0);
    Shape b = shapes.get(1);
    double outputs = 1;
    for (int axis = 0; axis < a.rank(); axis++) {
      int n = a.extent(axis);
      int k = b.extent(axis);
      outputs *= mode == Mode.VALID ? Math.abs(n - k) + 1 : n + k - 1;
    }
    return outputs * Math.max((double) a.size(), b.size());
  }

  @Override
  public Object pace() {
    return new Pace(shapes.get(0).size() >= shapes.get(1).size(), rank(), mode);
  }

  @Override
  public String toString() {
    return token();
  }
}
