package org.conv4j.verify.operand;

import java.util.List;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;

/** What a law is checked on: arrays, a mode, and a stream of random choices. */
public final class Operands {
  private final Recipe recipe;
  private final List<NdArray> arrays;
  private final SplitMix choices;

  Operands(Recipe recipe, List<NdArray> arrays, SplitMix choices) {
    this.recipe = recipe;
    this.arrays = arrays;
    this.choices = choices;
  }

  /**
   * What the operands were made from.
   *
   * @return the recipe
   */
  public Recipe recipe() {
    return recipe;
  }

  /**
   * The first operand.
   *
   * @return the array
   */
  public NdArray in1() {
    return arrays.get(0);
  }

  /**
   * The second operand.
   *
   * @return the array
   */
  public NdArray in2() {
    return arrays.get(1);
  }

  /**
   * The third operand.
   *
   * @return the array
   * @throws IndexOutOfBoundsException if the law did not ask for three
   */
  public NdArray in3() {
    return arrays.get(2);
  }

  /**
   * All operands.
   *
   * @return an unmodifiable list
   */
  public List<NdArray> all() {
    return List.copyOf(arrays);
  }

  /**
   * The mode.
   *
   * @return the mode
   */
  public Mode mode() {
    return recipe.mode();
  }

  /**
   * The rank of the operands.
   *
   * @return 0 or more
   */
  public int rank() {
    return in1().rank();
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

  /** The recipe on one line, then each operand. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(recipe.token());
    for (int i = 0; i < arrays.size(); i++) {
      text.append("\nin").append(i + 1).append(" ").append(arrays.get(i));
    }
    return text.toString();
  }
}
