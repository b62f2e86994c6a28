package org.conv4j.verify.stranger;

import java.util.Objects;
import org.apache.commons.math3.util.MathArrays;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** {@code MathArrays.convolve} of Apache Commons Math. */
final class CommonsMathAdapter implements Convolver {
  @Override
  public String name() {
    return "commons-math";
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.basic()
        .withMaxRank(1)
        .withModes(Mode.FULL)
        .withAccuracy(Accuracy.COMPONENTWISE);
  }

  @Override
  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
    Adapters.refuseInexpressible(capabilities(), in1, in2, mode);
    Objects.requireNonNull(mode, "mode");
    double[] y = MathArrays.convolve(Adapters.doubles(in1), Adapters.doubles(in2));
    return NdArray.wrap(y, in1.rank() == 0 ? Shape.SCALAR : Shape.of(y.length));
  }
}
