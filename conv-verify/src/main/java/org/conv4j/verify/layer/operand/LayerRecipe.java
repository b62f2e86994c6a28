package org.conv4j.verify.layer.operand;

import java.util.List;
import java.util.Optional;
import org.conv4j.api.DType;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.verify.operand.Case;
import org.conv4j.verify.operand.Place;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.operand.Words;

/**
 * Describes how input, weights, bias and options of one check are made. The same recipe gives the
 * same operands everywhere, and prints as one word.
 *
 * <p>Element {@code i} of the input is drawn from the regime with SplitMix64 started at {@code seed
 * + 1}, in the order of its storage; those of the weights with {@code seed + 2}, of the bias with
 * {@code seed + 3}. Zero points, from 1 to 9, first that of the input, are drawn with {@code seed +
 * 4}, and further choices of a law with {@code seed}.
 *
 * @param dtype the type of every operand
 * @param sizes its sizes and options
 * @param regime what elements look like
 * @param seed not negative
 */
public record LayerRecipe(DType dtype, LayerSizes sizes, Regime regime, long seed) implements Case {
  /** Calls whose times can be compared. */
  private record Pace(LayerKind kind, int rank) {}

  /**
   * Makes the operands.
   *
   * @return them, fresh
   */
  public LayerOperands operands() {
    return LayerOperands.of(this);
  }

  /** This recipe with other sizes. */
  LayerRecipe with(LayerSizes other) {
    return new LayerRecipe(dtype, other, regime, seed);
  }

  /** This recipe with elements of another kind. */
  LayerRecipe with(DType type, Regime elements) {
    return new LayerRecipe(type, sizes, elements, seed);
  }

  /**
   * This recipe with other elements.
   *
   * @param other not negative
   * @return a changed copy
   */
  public LayerRecipe withSeed(long other) {
    return new LayerRecipe(dtype, sizes, regime, other);
  }

  /**
   * {@inheritDoc}
   *
   * @return for example {@code float64/1x4x9x9/6x2x3x3/s2x1,g2,bias/integers/1f}: type, input in
   *     the order of NCHW, weights, options, regime, and the seed in hexadecimal
   */
  @Override
  public String token() {
    return String.join(
        "/", dtype.numpyName(), sizes.token(), regime.token(), Long.toHexString(seed));
  }

  /**
   * Reads what {@link #token()} wrote.
   *
   * @param token the word
   * @return the recipe
   * @throws IllegalArgumentException if it is not such a word; the message says what is wrong
   */
  public static LayerRecipe parse(String token) {
    String[] parts = token.split("/", -1);
    if (parts.length != 6) {
      throw new IllegalArgumentException(
          "a recipe of a layer is dtype/input/weights/options/regime/seed, not \"" + token + "\"");
    }
    DType dtype = Words.dtype(parts[0]);
    Regime regime = Regime.ofToken(parts[4]);
    if (!regime.suits(dtype)) {
      throw new IllegalArgumentException(
          "no " + parts[4] + " of type " + parts[0] + ", in \"" + token + "\"");
    }
    try {
      LayerSizes sizes = LayerSizes.parse(parts[1], parts[2], parts[3]);
      sizes.geometry();
      return new LayerRecipe(dtype, sizes, regime, Words.seed(parts[5]));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  @Override
  public List<NdArray> arrays() {
    return operands().arrays();
  }

  @Override
  public Optional<LayerOptions> layerOptions() {
    return Optional.of(operands().options());
  }

  @Override
  public Place place() {
    return new Place(sizes.kind(), sizes.axes().size());
  }

  /** At most the number of products and outputs. */
  @Override
  public double work() {
    return sizes.work();
  }

  @Override
  public Object pace() {
    return new Pace(sizes.kind(), sizes.axes().size());
  }

  @Override
  public String toString() {
    return token();
  }
}
