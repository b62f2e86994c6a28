package org.conv4j.verify.mutant;

import java.util.Objects;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.NonFinite;
import org.conv4j.direct.DirectConvolver;

/** The right convolvers that mutants are derived from. */
final class Right {
  /** Claims everything. */
  static final Convolver DIRECT = new DirectConvolver();

  /** All that {@link #DIRECT} claims. */
  static final Capabilities EVERYTHING = DIRECT.capabilities();

  /** Claims everything, on doubles. */
  static final Capabilities LOCAL =
      Capabilities.basic().withAccuracy(Accuracy.COMPONENTWISE).withNonFinite(NonFinite.LOCAL);

  /** Claims what a lambda does, and refuses the rest. */
  static final Convolver BASIC = of(Capabilities.basic());

  private Right() {}

  /** Claims this, and refuses the rest; in SciPy's convention. */
  static Convolver of(Capabilities claims) {
    return claiming(
        claims,
        (in1, in2, mode) -> {
          claims.admit(in1, in2, mode);
          return DIRECT.convolve(in1, in2, mode);
        });
  }

  /** A convolver with other claims than its own. */
  static Convolver claiming(Capabilities claims, Convolver convolver) {
    return new Bent(claims, convolver);
  }

  /** Computes and claims what it is told to; wrong forms of it override more. */
  static class Bent implements Convolver {
    private final Capabilities claims;
    private final Convolver convolver;

    Bent(Capabilities claims, Convolver convolver) {
      this.claims = Objects.requireNonNull(claims, "claims");
      this.convolver = Objects.requireNonNull(convolver, "convolver");
    }

    /** Right on doubles, except for what is overridden. */
    Bent() {
      this(Capabilities.basic(), BASIC);
    }

    @Override
    public Capabilities capabilities() {
      return claims;
    }

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      return convolver.convolve(in1, in2, mode);
    }
  }
}
