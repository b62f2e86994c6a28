package org.conv4j.api.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.Test;

/** The sum that every model's estimate is. */
class CostModelTest {
  private static final Geometry GEOMETRY =
      Geometry.of(Shape.of(8), Shape.of(3), Mode.FULL, Convention.SCIPY);

  private static final class Model implements CostModel {
    private final double[] nanos;
    private final double[] counts;

    Model(double[] nanos, double[] counts) {
      this.nanos = nanos;
      this.counts = counts;
    }

    @Override
    public double[] nanos() {
      return nanos;
    }

    @Override
    public String convolver() {
      return "model";
    }

    @Override
    public List<String> names() {
      return List.of("a", "b", "c");
    }

    @Override
    public double[] counts(Geometry geometry, DType dtype) {
      return counts;
    }
  }

  private static double estimate(double[] nanos, double... counts) {
    return new Model(nanos, counts).estimateNanos(GEOMETRY, DType.FLOAT64);
  }

  @Test
  void an_estimate_is_the_sum_of_counts_times_constants() {
    assertThat(estimate(new double[] {100, 0.5, 2}, 1, 8, 3)).isEqualTo(110);
    assertThat(estimate(new double[] {0, 0, 7}, 5, 5, 2)).isEqualTo(14);
    assertThat(estimate(new double[0])).isZero();
  }

  @Test
  void a_call_beyond_the_implementation_is_infinite_whatever_the_constants() {
    double infinite = Double.POSITIVE_INFINITY;
    assertThat(estimate(new double[] {0, 0, 0}, infinite, 1, 1)).isEqualTo(infinite);
    assertThat(estimate(new double[] {1, 1, 0}, 1, 1, infinite)).isEqualTo(infinite);
  }
}
