package org.conv4j.verify.layer.operand;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.operand.SplitMix;

/** What a law of layers is checked on: a layer, and a stream of random choices. */
public final class LayerOperands {
  private static final int LARGEST_ZERO_POINT = 9;

  private final LayerRecipe recipe;
  private final LayerOptions options;
  private final NdArray input;
  private final NdArray weights;
  private final NdArray biasOrNull;
  private final SplitMix choices;

  private LayerOperands(
      LayerRecipe recipe,
      LayerOptions options,
      NdArray input,
      NdArray weights,
      NdArray biasOrNull) {
    this.recipe = recipe;
    this.options = options;
    this.input = input;
    this.weights = weights;
    this.biasOrNull = biasOrNull;
    this.choices = new SplitMix(recipe.seed());
  }

  static LayerOperands of(LayerRecipe recipe) {
    LayerSizes sizes = recipe.sizes();
    long seed = recipe.seed();
    NdArray bias = sizes.has(Trait.BIAS) ? bias(recipe) : null;
    return new LayerOperands(
        recipe,
        options(recipe),
        recipe.regime().array(recipe.dtype(), sizes.input(), seed + 1),
        recipe.regime().array(recipe.dtype(), sizes.weights(), seed + 2),
        bias);
  }

  private static NdArray bias(LayerRecipe recipe) {
    Shape shape = Shape.of(recipe.sizes().weights().extent(0));
    return recipe.regime().array(recipe.dtype(), shape, recipe.seed() + 3);
  }

  private static LayerOptions options(LayerRecipe recipe) {
    LayerSizes sizes = recipe.sizes();
    LayerOptions options = sizes.options();
    if (!sizes.has(Trait.ZERO) && !sizes.has(Trait.ZEROS)) {
      return options;
    }
    SplitMix random = new SplitMix(recipe.seed() + 4);
    int[] points = new int[sizes.has(Trait.ZEROS) ? sizes.weights().extent(0) : 1];
    int input = (int) random.between(1, LARGEST_ZERO_POINT);
    Arrays.setAll(points, channel -> (int) random.between(1, LARGEST_ZERO_POINT));
    return options.withZeroPoints(input, points);
  }

  /**
   * What the operands were made from.
   *
   * @return the recipe
   */
  public LayerRecipe recipe() {
    return recipe;
  }

  /**
   * The input.
   *
   * @return the array, in the layout of the options
   */
  public NdArray input() {
    return input;
  }

  /**
   * The weights.
   *
   * @return the array
   */
  public NdArray weights() {
    return weights;
  }

  /**
   * The bias.
   *
   * @return the array, or null if the layer adds nothing
   */
  public NdArray biasOrNull() {
    return biasOrNull;
  }

  /**
   * A bias in any case.
   *
   * @return that of the layer, or one made as it would have been
   */
  public NdArray someBias() {
    return biasOrNull == null ? bias(recipe) : biasOrNull;
  }

  /**
   * The options.
   *
   * @return stride, padding and so on
   */
  public LayerOptions options() {
    return options;
  }

  /**
   * The geometry of the layer.
   *
   * @return its sizes
   */
  public LayerGeometry geometry() {
    return LayerGeometry.of(input.shape(), weights.shape(), options);
  }

  /**
   * Another array of the same kind.
   *
   * @param shape its shape
   * @param number tells apart what one law makes, from 0
   * @return a fresh array, the same whenever the recipe is made again
   */
  public NdArray another(Shape shape, int number) {
    Regime regime = recipe.regime();
    return regime.array(recipe.dtype(), shape, recipe.seed() + 5 + number);
  }

  /**
   * All arrays.
   *
   * @return an unmodifiable list: input, weights, and the bias if there is one
   */
  public List<NdArray> arrays() {
    return Stream.of(input, weights, biasOrNull).filter(array -> array != null).toList();
  }

  /**
   * The next choice.
   *
   * @param low the smallest
   * @param high the largest
   * @return an integer, {@code low <= value <= high}, the same whenever the recipe is made again
   */
  public int choose(int low, int high) {
    return (int) choices.between(low, high);
  }

  /** The recipe on one line, then each array. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(recipe.token());
    arrays().forEach(array -> text.append('\n').append(array));
    return text.toString();
  }
}
