package org.conv4j.verify.search;

import java.util.ArrayList;
import java.util.List;
import org.conv4j.api.DType;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.operand.Space;

/**
 * A type and a regime of elements.
 *
 * @param dtype the type
 * @param regime one that suits the type
 */
record Kind(DType dtype, Regime regime) {
  static Kind of(Recipe recipe) {
    return new Kind(recipe.dtype(), recipe.regime());
  }

  /** All kinds of a space, the one to shrink to first. */
  static List<Kind> of(Space space) {
    List<Kind> kinds = new ArrayList<>();
    for (Regime regime : space.regimes()) {
      for (DType dtype : DType.values()) {
        if (space.dtypes().contains(dtype) && regime.suits(dtype)) {
          kinds.add(new Kind(dtype, regime));
        }
      }
    }
    return kinds;
  }
}
