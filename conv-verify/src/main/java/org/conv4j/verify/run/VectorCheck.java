package org.conv4j.verify.run;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.Convolver;
import org.conv4j.api.Convolvers;
import org.conv4j.api.Geometry;
import org.conv4j.api.NdArray;
import org.conv4j.verify.law.Agreement;
import org.conv4j.verify.law.Subject;
import org.conv4j.verify.law.Violation;
import org.conv4j.verify.oracle.ErrorBounds;
import org.conv4j.verify.vector.GoldenVector;

/**
 * A golden vector. Those of NumPy's convention are given to a subject of SciPy's through the
 * adapter that anybody would use.
 *
 * @param vector the vector
 */
record VectorCheck(GoldenVector vector) implements Check {
  /** What tokens of vectors begin with, which no identifier of a law does. */
  static final String PREFIX = "vector:";

  @Override
  public Kind kind() {
    return Kind.VECTOR;
  }

  @Override
  public String id() {
    return vector.id();
  }

  @Override
  public String title() {
    return vector.provenance().function() + " gave this result.";
  }

  @Override
  public boolean binding() {
    return true;
  }

  @Override
  public Outcome check(Subject given, Settings settings, Pulse pulse) {
    NdArray a = vector.in1();
    NdArray b = vector.in2();
    Capabilities claims = given.claims();
    boolean adapt =
        vector.convention() == Convention.NUMPY && claims.convention() == Convention.SCIPY;
    if (claims.convention() != vector.convention() && !adapt) {
      return new Outcome.Skipped("not claimed: convention " + vector.convention());
    }
    // The adapter takes scalars for vectors before the subject sees them.
    int rank = adapt ? 1 : Math.max(a.rank(), b.rank());
    if (!claims.claims(rank, a.dtype(), b.dtype(), vector.mode())) {
      return new Outcome.Skipped(unclaimed(claims, rank));
    }
    Subject subject = adapt ? adapted(given) : given;
    try {
      compare(subject, a, b);
      return new Outcome.Passed(1, subject.largestFraction());
    } catch (Violation violation) {
      return new Outcome.Failed(
          Failure.of(violation, List.of(a, b), vector.mode(), PREFIX + vector.id()));
    }
  }

  private static Subject adapted(Subject given) {
    Convolver numpy = Convolvers.numpy(given.convolver());
    return new Subject(numpy, numpy.capabilities());
  }

  private void compare(Subject subject, NdArray a, NdArray b) {
    Geometry geometry = Geometry.of(a.shape(), b.shape(), vector.mode(), vector.convention());
    // What the library computed has been rounded too, in sums of its own.
    NdArray bound =
        Agreement.plus(
            subject.bound(a, b, vector.mode()),
            ErrorBounds.of(Accuracy.COMPONENTWISE, a, b, geometry));
    Agreement.within(
        subject,
        "against " + vector.provenance().library() + " " + vector.provenance().version(),
        vector.expected(),
        subject.convolve(a, b, vector.mode()),
        bound);
  }

  private String unclaimed(Capabilities claims, int rank) {
    if (!claims.modes().contains(vector.mode())) {
      return "not claimed: mode " + vector.mode();
    }
    return rank > claims.maxRank()
        ? "not claimed: rank " + rank
        : "not claimed: dtype "
            + String.join(
                ", ",
                Arrays.asList(vector.in1().dtype().numpyName(), vector.in2().dtype().numpyName()));
  }
}
