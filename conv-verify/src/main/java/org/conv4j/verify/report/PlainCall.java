package org.conv4j.verify.report;

import org.conv4j.api.Accuracy;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.NdArray;
import org.conv4j.verify.oracle.Oracle;
import org.conv4j.verify.vector.Operation;

/**
 * Whether the result that a law expected is in1 * in2 of the operands as drawn.
 *
 * <p>Many laws derive other operands from them (a shifted one, a block, an impulse) and compare
 * calls on those. A reader who runs in1 * in2 must know whether that is what failed.
 */
final class PlainCall {
  /** The most products to compute for one sentence: well below a second. */
  private static final long MOST_PRODUCTS = 4_000_000;

  /** What is known. */
  enum Answer {
    /** It is in1 * in2. */
    YES,
    /** It is something else. */
    NO,
    /** It would take too long to find out. */
    UNKNOWN
  }

  private PlainCall() {}

  static Answer expects(NdArray expected, ReplayInput input, Convention convention) {
    NdArray in1 = input.operands().get(0);
    NdArray in2 = input.operands().get(1);
    boolean plain =
        input.operation() == Operation.CONVOLVE
            && expected.dtype() == DType.promote(in1.dtype(), in2.dtype());
    if (!plain || in1.rank() != in2.rank() || (convention == Convention.NUMPY && in1.rank() > 1)) {
      return Answer.NO;
    }
    Geometry geometry = Geometry.of(in1.shape(), in2.shape(), input.mode(), convention);
    if (!geometry.output().equals(expected.shape())) {
      return Answer.NO;
    }
    if ((long) in1.size() * in2.size() > MOST_PRODUCTS) {
      return Answer.UNKNOWN;
    }
    Oracle oracle = new Oracle(in1, in2, geometry);
    return oracle.judge(expected, Accuracy.NORMWISE).fraction() <= 1 ? Answer.YES : Answer.NO;
  }
}
