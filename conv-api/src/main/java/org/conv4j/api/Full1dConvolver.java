package org.conv4j.api;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.BinaryOperator;

/** A convolver from a function that computes full results of rank 1. */
final class Full1dConvolver implements Convolver {
  private static final Capabilities CAPABILITIES = Capabilities.basic().withMaxRank(1);

  private final String name;
  private final BinaryOperator<double[]> function;

  Full1dConvolver(String name, BinaryOperator<double[]> function) {
    this.name = Objects.requireNonNull(name, "name");
    this.function = Objects.requireNonNull(function, "full");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
    Geometry geometry = CAPABILITIES.admit(in1, in2, mode);
    int full = geometry.full().size();
    double[] result = function.apply(in1.doubles().clone(), in2.doubles().clone());
    if (result == null || result.length != full) {
      throw new IllegalStateException(
          "the function of \""
              + name
              + "\" returned "
              + (result == null ? "null" : result.length + " elements")
              + " for operands of "
              + in1.size()
              + " and "
              + in2.size()
              + "; the full result has "
              + full);
    }
    int from = geometry.output().rank() == 0 ? 0 : geometry.offset()[0];
    return NdArray.wrap(
        Arrays.copyOfRange(result, from, from + geometry.output().size()), geometry.output());
  }
}
