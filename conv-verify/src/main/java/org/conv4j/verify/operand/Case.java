package org.conv4j.verify.operand;

import java.util.List;
import java.util.Optional;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;

/** What a law is checked on, whatever kind of subject it is about: a recipe, for all who count. */
public interface Case {
  /**
   * This case as one word, from which it can be made again.
   *
   * @return parts with slashes between them
   */
  String token();

  /**
   * The operands, for reports.
   *
   * @return fresh arrays, in the order of the arguments of a call
   */
  List<NdArray> arrays();

  /**
   * The mode of a convolution.
   *
   * @return empty unless overridden
   */
  default Optional<Mode> convolutionMode() {
    return Optional.empty();
  }

  /**
   * The options of a layer.
   *
   * @return empty unless overridden
   */
  default Optional<LayerOptions> layerOptions() {
    return Optional.empty();
  }

  /**
   * What the elements of the operands look like.
   *
   * @return the regime
   */
  Regime regime();

  /**
   * Where it counts.
   *
   * @return the kind of call and its rank
   */
  Place place();

  /**
   * The number of steps that the plainest implementation takes.
   *
   * @return positive
   */
  double work();

  /**
   * Tells which calls take times in proportion to their work: those with an equal pace.
   *
   * @return a value to compare
   */
  Object pace();
}
