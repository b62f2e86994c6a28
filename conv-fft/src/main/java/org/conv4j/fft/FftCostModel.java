package org.conv4j.fft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.internal.CostModel;

/**
 * The estimate of {@link FftConvolver}: of the plan that it takes, the parts in double or in single
 * precision.
 */
public final class FftCostModel implements CostModel {
  private static final Costs.Part[] PARTS = Costs.Part.values();

  /** One for {@link java.util.ServiceLoader}. */
  public FftCostModel() {}

  @Override
  public String convolver() {
    return FftConvolver.NAME;
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (String type : List.of("float64", "float32")) {
      for (Costs.Part part : PARTS) {
        names.add(type + " " + part);
      }
    }
    return names;
  }

  @Override
  public double[] nanos() {
    double[] nanos = Arrays.copyOf(Costs.doubles(), 2 * PARTS.length);
    System.arraycopy(Costs.floats(), 0, nanos, PARTS.length, PARTS.length);
    return nanos;
  }

  @Override
  public double[] counts(Geometry geometry, DType dtype) {
    double[] counts = new double[2 * PARTS.length];
    boolean single = dtype == DType.FLOAT32 || dtype == DType.COMPLEX64;
    double[] parts;
    try {
      parts = single ? floats(geometry, dtype) : doubles(geometry, dtype);
    } catch (ArithmeticException e) {
      Arrays.fill(counts, Double.POSITIVE_INFINITY); // no transform is long enough
      return counts;
    }
    System.arraycopy(parts, 0, counts, single ? PARTS.length : 0, PARTS.length);
    return counts;
  }

  private static double[] floats(Geometry geometry, DType dtype) {
    Planner<float[]> planner = FloatPrecision.INSTANCE.planner();
    return planner.costs(planner.plan(geometry, dtype.isComplex(), false)).counts();
  }

  private static double[] doubles(Geometry geometry, DType dtype) {
    Planner<double[]> planner = DoublePrecision.INSTANCE.planner();
    if (!dtype.isInteger()) {
      return planner.costs(planner.plan(geometry, dtype.isComplex(), false)).counts();
    }
    LimbPlan limbs = LimbPlan.longest(geometry, dtype);
    double[] counts = planner.costs(limbs.plan()).counts();
    return Arrays.stream(counts).map(count -> count * limbs.convolutions()).toArray();
  }
}
