package org.conv4j.direct;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.internal.CostModel;

/**
 * How long a {@link DirectConvolver} takes on one thread: the work that its kernels count for a
 * call, each kind multiplied by a constant. The constants were measured on one machine with vectors
 * of 512 bits, on operands without non-finite values; kernels count by the vectors there are.
 */
@SuppressWarnings("exports") // found as a service, by those to whom that interface is exported
public final class DirectCostModel implements CostModel {
  private static final List<String> NAMES =
      Arrays.stream(Work.values()).map(Work::toString).toList();

  /** Outputs of eight bytes that fit a common second-level cache. */
  private static final double CACHED = 1 << 17;

  /** Null for the fastest present, which are looked up on first use. */
  private final Kernels kernels;

  /** A model of the kernels that a {@link DirectConvolver} has here. */
  public DirectCostModel() {
    this(null);
  }

  DirectCostModel(Kernels kernels) {
    this.kernels = kernels;
  }

  @Override
  public String convolver() {
    return "direct";
  }

  @Override
  public List<String> names() {
    return NAMES;
  }

  @Override
  public double[] nanos() {
    return Arrays.stream(Work.values()).mapToDouble(Work::nanos).toArray();
  }

  @Override
  public double[] counts(Geometry geometry, DType dtype) {
    Kernels present = kernels == null ? Kernels.FASTEST : kernels;
    Tally tally = new Tally();
    if (DirectConvolver.suitsSmall(geometry, dtype)) {
      SmallConvolution.count(geometry, present.tile(), tally);
      return tally.counts();
    }
    DirectPlan plan = DirectPlan.of(geometry);
    Kernels used = DirectConvolution.fastest(geometry, plan, present);
    kernel(used, dtype.real()).count(plan, tally);
    if (dtype == DType.INT64) {
      tally.move(Work.DENSE_TAPS, Work.DENSE_LONG_TAPS);
    }
    tally.times(dtype.isComplex() ? 4 : 1);
    double bytes = dtype.real() == DType.FLOAT64 || dtype == DType.INT64 ? 8 : 4;
    tally.add(Work.NEGATED, dtype.isComplex() ? geometry.in2().size() * bytes / Double.BYTES : 0);
    double parts = dtype.isComplex() ? 2 : 1;
    double output = geometry.output().size() * parts * bytes / Double.BYTES;
    tally.add(Work.OUTPUT, output);
    tally.add(Work.LARGE_OUTPUT, Math.max(0, output - CACHED));
    tally.add(Work.CALL, 1);
    return tally.counts();
  }

  private static Kernel<?> kernel(Kernels kernels, DType real) {
    return switch (real) {
      case FLOAT32 -> kernels.floats();
      case INT64 -> kernels.longs();
      case INT32 -> kernels.ints();
      default -> kernels.doubles();
    };
  }
}
