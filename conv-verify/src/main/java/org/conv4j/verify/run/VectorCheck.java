package org.conv4j.verify.run;

import java.util.List;
import java.util.Optional;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.Convolver;
import org.conv4j.api.Convolvers;
import org.conv4j.api.Geometry;
import org.conv4j.api.NdArray;
import org.conv4j.api.NonFinite;
import org.conv4j.verify.law.Agreement;
import org.conv4j.verify.law.ConvolverSubject;
import org.conv4j.verify.law.Violation;
import org.conv4j.verify.operand.Place;
import org.conv4j.verify.oracle.Oracle;
import org.conv4j.verify.subject.Subject;
import org.conv4j.verify.vector.GoldenVector;
import org.conv4j.verify.vector.Operation;

/**
 * A golden vector. Vectors in NumPy's convention reach a subject in SciPy's through the adapter
 * that a user would take.
 *
 * @param vector the vector
 */
record VectorCheck(GoldenVector vector) implements Check {
  /** The beginning of a vector's token; no identifier of a law begins so. */
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
  public String token() {
    return PREFIX + vector.id();
  }

  @Override
  public String title() {
    return vector
        .deviation()
        .map(
            deviation -> "The definition gives this result, and " + deviation.call() + " does not.")
        .orElseGet(() -> vector.provenance().function() + " gave this result.");
  }

  @Override
  public boolean binding() {
    return true;
  }

  @Override
  public Outcome check(Subject any, Settings settings, Pulse pulse) {
    ConvolverSubject given = (ConvolverSubject) any;
    Optional<String> unclaimed = unclaimed(given.claims());
    if (unclaimed.isPresent()) {
      return new Outcome.NotClaimed(unclaimed.get());
    }
    Oracle oracle = oracle();
    if (oracle.special() && given.claims().nonFinite() != NonFinite.LOCAL) {
      return new Outcome.NotClaimed("non-finite LOCAL");
    }
    int rank = Math.max(vector.in1().rank(), vector.in2().rank());
    given.begin(new Place(vector.mode(), rank), "vector");
    ConvolverSubject subject = adapts(given.claims()) ? adapted(given) : given;
    try {
      compare(subject, oracle);
      given.used(subject.largestFraction());
      return Outcome.Passed.WHOLE;
    } catch (Violation violation) {
      List<NdArray> operands = List.of(vector.in1(), vector.in2());
      String token = PREFIX + vector.id();
      return new Outcome.Failed(Failure.of(violation, operands, vector.mode(), token));
    }
  }

  private boolean adapts(Capabilities claims) {
    return vector.convention() == Convention.NUMPY && claims.convention() == Convention.SCIPY;
  }

  private static ConvolverSubject adapted(ConvolverSubject given) {
    Convolver numpy = Convolvers.numpy(given.convolver());
    return new ConvolverSubject(numpy, numpy.capabilities());
  }

  /** Why the vector is about things that are not claimed; empty if it is not. */
  private Optional<String> unclaimed(Capabilities claims) {
    NdArray a = vector.in1();
    NdArray b = vector.in2();
    boolean adapts = adapts(claims);
    if (claims.convention() != vector.convention() && !adapts) {
      return Optional.of("convention " + vector.convention());
    }
    // The adapter takes scalars for vectors before the subject sees them.
    int rank = adapts ? 1 : Math.max(a.rank(), b.rank());
    if (rank > claims.maxRank()) {
      return Optional.of("rank " + rank);
    }
    if (!claims.modes().contains(vector.mode())) {
      return Optional.of("mode " + vector.mode());
    }
    if (!claims.claims(rank, a.dtype(), b.dtype(), vector.mode())) {
      return Optional.of("dtype " + a.dtype().numpyName() + " with " + b.dtype().numpyName());
    }
    return Optional.empty();
  }

  /** The exact result of the convolution that the vector amounts to. */
  private Oracle oracle() {
    GoldenVector asked = vector.asConvolution();
    NdArray a = asked.in1();
    NdArray b = asked.in2();
    return new Oracle(a, b, Geometry.of(a.shape(), b.shape(), vector.mode(), vector.convention()));
  }

  private void compare(ConvolverSubject subject, Oracle oracle) {
    // What the library computed has been rounded too, in sums of its own.
    NdArray bound =
        Agreement.plus(
            oracle.bound(subject.claims().accuracy()), oracle.bound(Accuracy.COMPONENTWISE));
    boolean reversed =
        vector.operation() == Operation.CORRELATE
            && vector.convention() == Convention.NUMPY
            && vector.in2().size() > vector.in1().size();
    String against =
        vector.deviation().isPresent()
            ? "against the definition"
            : "against " + vector.provenance().library() + " " + vector.provenance().version();
    Agreement.within(
        subject, against, vector.expected(), call(subject), reversed ? bound.reversed() : bound);
  }

  private NdArray call(ConvolverSubject subject) {
    NdArray a = vector.in1();
    NdArray b = vector.in2();
    return vector.operation() == Operation.CORRELATE
        ? subject.correlate(a, b, vector.mode())
        : subject.convolve(a, b, vector.mode());
  }
}
