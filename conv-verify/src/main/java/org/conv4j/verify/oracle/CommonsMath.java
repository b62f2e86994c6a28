package org.conv4j.verify.oracle;

import org.apache.commons.math3.util.MathArrays;
import org.conv4j.api.Convolver;
import org.conv4j.api.Convolvers;

/** The second oracle, which nobody here wrote. */
public final class CommonsMath {
  private CommonsMath() {}

  /**
   * {@code MathArrays.convolve} of Apache Commons Math 3.6.1 as a convolver: rank 1, all modes,
   * each output a plain sum.
   *
   * @return a convolver named {@code commons-math}
   */
  public static Convolver convolver() {
    return Convolvers.ofFull1d("commons-math", MathArrays::convolve);
  }

  /**
   * {@code MathArrays.convolve} itself, for measurements: the convolver also copies operands.
   *
   * @param x the first operand
   * @param h the second operand
   * @return the full result, a fresh array
   */
  public static double[] full(double[] x, double[] h) {
    return MathArrays.convolve(x, h);
  }
}
