package org.conv4j.api.internal;

import java.util.List;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;

/**
 * An implementation's estimate of its own time: a sum of constants, each multiplied by how often it
 * counts. The constants are measured by the command {@code calibrate} of conv-verify, which finds
 * the models of the implementations present through {@link java.util.ServiceLoader}.
 */
public interface CostModel {
  /**
   * Whose model this is.
   *
   * @return the name of the convolver
   */
  String convolver();

  /**
   * What the constants stand for.
   *
   * @return one name for each, the same at each call
   */
  List<String> names();

  /**
   * The constants in use.
   *
   * @return nanoseconds, one for each name, none negative
   */
  double[] nanos();

  /**
   * How often each constant counts, on one thread.
   *
   * @param geometry the call
   * @param dtype the type of the result
   * @return one number for each name, none negative; infinite if the call is beyond this
   *     implementation
   */
  double[] counts(Geometry geometry, DType dtype);

  /**
   * The estimate.
   *
   * @param geometry the call
   * @param dtype the type of the result
   * @return nanoseconds on one thread
   */
  default double estimateNanos(Geometry geometry, DType dtype) {
    double[] counts = counts(geometry, dtype);
    double[] nanos = nanos();
    double sum = 0;
    for (int i = 0; i < nanos.length; i++) {
      if (counts[i] == Double.POSITIVE_INFINITY) {
        return counts[i]; // times a constant of zero it would be NaN
      }
      sum += counts[i] * nanos[i];
    }
    return sum;
  }
}
