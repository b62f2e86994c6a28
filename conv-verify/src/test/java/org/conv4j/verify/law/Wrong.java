package org.conv4j.verify.law;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Supplier;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.direct.DirectConvolver;

/**
 * A convolver with one mistake in it.
 *
 * @param mistake what its author got wrong
 * @param convolver makes one, since some keep state
 * @param caughtBy the identifiers of laws that must catch it
 */
record Wrong(String mistake, Supplier<Convolver> convolver, List<String> caughtBy) {
  /** What wrong ones are bent from: it claims what a lambda does, and refuses the rest. */
  static final Convolver RIGHT =
      (in1, in2, mode) -> {
        Capabilities.basic().admit(in1, in2, mode);
        return new DirectConvolver().convolve(in1, in2, mode);
      };

  Wrong {
    caughtBy = List.copyOf(caughtBy);
  }

  /** A mistake without state. */
  static Wrong of(String mistake, Convolver convolver, String... caughtBy) {
    return new Wrong(mistake, () -> convolver, List.of(caughtBy));
  }

  /** Element by element, of {@code FLOAT64} arrays. */
  static NdArray combine(NdArray a, NdArray b, DoubleBinaryOperator operator) {
    double[] result = a.doubles().clone();
    Arrays.setAll(result, i -> operator.applyAsDouble(a.doubles()[i], b.doubles()[i]));
    return NdArray.wrap(result, a.shape());
  }

  static Convolver claiming(Capabilities claims, Convolver convolver) {
    return new Convolver() {
      @Override
      public Capabilities capabilities() {
        return claims;
      }

      @Override
      public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
        return convolver.convolve(in1, in2, mode);
      }
    };
  }

  @Override
  public String toString() {
    return mistake;
  }
}
