package org.conv4j.verify.mutant;

import java.util.List;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.verify.oracle.ErrorBounds;

/** Right except for rounding. */
final class RoundingMutants {
  private static final Capabilities BASIC = Capabilities.basic();

  private RoundingMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "rounding.float-sums",
            "Sums are kept as floats",
            Elements.mapped(BASIC, y -> (float) y),
            "exact"),
        mutant(
            "rounding.float-operands",
            "Operands are read as floats",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              return y.size() == 0 ? y : Right.BASIC.convolve(single(in1), single(in2), mode);
            },
            "exact"),
        mutant(
            "rounding.float-kernel",
            "The coefficients of the kernel are stored as floats",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              return y.size() == 0 ? y : Right.BASIC.convolve(in1, single(in2), mode);
            },
            "exact"),
        mutant(
            "rounding.float-tail",
            "The last elements, that do not fill a vector of four, are summed as floats",
            Elements.spoiled(
                (in1, in2, y) -> {
                  for (int i = y.length / 4 * 4; i < y.length; i++) {
                    y[i] = (float) y[i];
                  }
                }),
            "exact"),
        mutant(
            "rounding.nine-decimals",
            "Results are rounded to nine decimals",
            Elements.mapped(BASIC, y -> Math.rint(y * 1e9) / 1e9),
            "scale.power-of-two"),
        mutant(
            "rounding.small-is-zero",
            "What is small in absolute terms becomes zero",
            Elements.mapped(BASIC, y -> Math.abs(y) < 1e-12 ? 0 : y),
            "scale.power-of-two"),
        mutant(
            "rounding.clipped",
            "Samples are clipped",
            Elements.mapped(BASIC, y -> Math.max(-1, Math.min(1, y))),
            "bilinear.in1",
            "bilinear.in2",
            "associative"),
        mutant(
            "rounding.naive-for-exact",
            "A plain sum of doubles is claimed to be exact",
            Right.of(BASIC.withAccuracy(Accuracy.EXACT)),
            "exact"),
        mutant(
            "bound.componentwise-exceeded",
            "Errors are just above the bound",
            beyond(Accuracy.COMPONENTWISE, 1.5),
            "exact"),
        mutant(
            "bound.normwise-exceeded",
            "Errors are just above the wider bound",
            beyond(Accuracy.NORMWISE, 1.1),
            "exact"),
        mutant(
            "bound.componentwise-exceeded.once",
            "The error of one element is two units in the last place above the bound",
            onceBeyond(Accuracy.COMPONENTWISE),
            "exact"),
        mutant(
            "bound.normwise-exceeded.once",
            "The error of one element is two units in the last place above the wider bound",
            onceBeyond(Accuracy.NORMWISE),
            "exact"));
  }

  private static Mutant mutant(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Flaw.ROUNDING, id, mistake, wrong, caughtBy);
  }

  private static NdArray single(NdArray array) {
    return array.cast(DType.FLOAT32).cast(DType.FLOAT64);
  }

  /** The right result moved away from zero by a multiple of the bound. */
  static Convolver beyond(Accuracy accuracy, double factor) {
    Convolver right = Right.of(BASIC.withAccuracy(accuracy));
    return Right.claiming(
        right.capabilities(),
        (in1, in2, mode) -> {
          NdArray y = right.convolve(in1, in2, mode);
          double[] bound = bound(accuracy, in1, in2, mode);
          for (int i = 0; i < bound.length; i++) {
            y.doubles()[i] += Math.copySign(factor * bound[i], y.doubles()[i]);
          }
          return y;
        });
  }

  /** The last element alone, moved by a bound, its own rounding and two units more. */
  private static Convolver onceBeyond(Accuracy accuracy) {
    Convolver right = Right.of(BASIC.withAccuracy(accuracy));
    return Right.claiming(
        right.capabilities(),
        (in1, in2, mode) -> {
          NdArray y = right.convolve(in1, in2, mode);
          double[] bound = bound(accuracy, in1, in2, mode);
          int last = bound.length - 1;
          double value = y.doubles()[last];
          double moved = value + Math.copySign(bound[last], value);
          y.doubles()[last] = moved + Math.copySign(2 * Math.ulp(moved), value);
          return y;
        });
  }

  private static double[] bound(Accuracy accuracy, NdArray in1, NdArray in2, Mode mode) {
    Geometry geometry = Geometry.of(in1.shape(), in2.shape(), mode, Convention.SCIPY);
    return ErrorBounds.of(accuracy, in1, in2, geometry).doubles();
  }
}
