package org.conv4j.verify.bench;

import java.util.function.IntToDoubleFunction;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Geometry;
import org.conv4j.api.NdArray;
import org.conv4j.verify.oracle.ErrorBounds;

/** How far outputs of one case may be from the exact ones, by class of accuracy. */
final class Tolerance {
  /**
   * Up to so many terms the bound of each output is computed, which takes a few seconds; beyond,
   * Cauchy and Schwarz give one that is good for all.
   */
  private static final double ELEMENTWISE_UP_TO_TERMS = 2e9;

  private final NdArray in1;
  private final NdArray in2;
  private final Geometry geometry;
  private IntToDoubleFunction componentwise;

  Tolerance(NdArray in1, NdArray in2, Geometry geometry) {
    this.in1 = in1;
    this.in2 = in2;
    this.geometry = geometry;
  }

  /**
   * The bound of each output of the full result, by its flat index. Of {@link Accuracy#NORMWISE} it
   * is the normwise part: on operands that are all alike nobody who transforms comes near it, and
   * the componentwise part grows with the number of terms until it allows anything.
   */
  IntToDoubleFunction of(Accuracy accuracy) {
    if (accuracy == Accuracy.NORMWISE) {
      return uniform(accuracy);
    }
    if (componentwise == null) {
      componentwise =
          geometry.terms() <= ELEMENTWISE_UP_TO_TERMS
              ? elementwise(Accuracy.COMPONENTWISE)
              : uniform(Accuracy.COMPONENTWISE);
    }
    return componentwise;
  }

  private IntToDoubleFunction uniform(Accuracy accuracy) {
    double bound = ErrorBounds.uniform(accuracy, in1, in2, geometry);
    return index -> bound;
  }

  private IntToDoubleFunction elementwise(Accuracy accuracy) {
    double[] bounds = ErrorBounds.of(accuracy, in1, in2, geometry).doubles();
    return index -> bounds[index];
  }
}
