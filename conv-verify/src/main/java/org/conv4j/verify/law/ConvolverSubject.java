package org.conv4j.verify.law;

import java.util.Objects;
import java.util.function.Supplier;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.oracle.ErrorBounds;
import org.conv4j.verify.subject.Claims;
import org.conv4j.verify.subject.Subject;

/**
 * The convolver under test, as laws see it. It gets copies of the operands, so that a convolver
 * that spoils its arguments cannot spoil a report. Whatever it throws, and whatever it returns
 * wrongly, is a {@link Violation}.
 */
public final class ConvolverSubject extends Subject {
  private final Convolver convolver;
  private final Capabilities claims;

  /**
   * A subject.
   *
   * @param convolver the convolver under test
   * @param claims what it claims
   */
  public ConvolverSubject(Convolver convolver, Capabilities claims) {
    super(new Claims.OfConvolver(Objects.requireNonNull(claims, "claims")));
    this.convolver = Objects.requireNonNull(convolver, "convolver");
    this.claims = claims;
  }

  /**
   * The convolver itself, for laws that must see it without copies.
   *
   * @return what was passed in
   */
  public Convolver convolver() {
    return convolver;
  }

  /**
   * What the subject claims.
   *
   * @return the claims
   */
  public Capabilities claims() {
    return claims;
  }

  /**
   * The geometry of a call in the subject's convention.
   *
   * @param in1 the shape of the first operand
   * @param in2 the shape of the second operand
   * @param mode the mode
   * @return the geometry
   */
  public Geometry geometry(Shape in1, Shape in2, Mode mode) {
    return Geometry.of(in1, in2, mode, claims.convention());
  }

  /**
   * Convolves copies of the operands and checks that the result is an array of the right type and
   * shape.
   *
   * @param in1 the first operand
   * @param in2 the second operand
   * @param mode the mode
   * @return what the subject returned
   * @throws Violation if it threw, or returned null or another type or shape
   */
  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
    return checked(() -> convolver.convolve(in1.copy(), in2.copy(), mode), in1, in2, mode);
  }

  /**
   * Correlates copies of the operands and checks the result like {@link #convolve}.
   *
   * @param in1 the first operand
   * @param in2 the second operand
   * @param mode the mode
   * @return what the subject returned
   * @throws Violation if it threw, or returned null or another type or shape
   */
  public NdArray correlate(NdArray in1, NdArray in2, Mode mode) {
    return checked(() -> convolver.correlate(in1.copy(), in2.copy(), mode), in1, in2, mode);
  }

  private NdArray checked(Supplier<NdArray> call, NdArray in1, NdArray in2, Mode mode) {
    aroundCall();
    NdArray result;
    try {
      result = timed(call);
    } catch (Throwable e) { // whatever it is, an error of the subject must not end the run
      throw new Violation(call(in1, in2, mode) + " threw " + e, e);
    }
    aroundCall();
    return checked(result, in1, in2, mode);
  }

  /**
   * Checks type and shape of a result.
   *
   * @param result what the subject returned
   * @param in1 the first operand
   * @param in2 the second operand
   * @param mode the mode
   * @return the result
   * @throws Violation if it is null or of another type or shape
   */
  public NdArray checked(NdArray result, NdArray in1, NdArray in2, Mode mode) {
    if (result == null) {
      throw new Violation(call(in1, in2, mode) + " returned null");
    }
    DType dtype = DType.promote(in1.dtype(), in2.dtype());
    if (result.dtype() != dtype) {
      throw new Violation(
          call(in1, in2, mode)
              + " returned "
              + result.dtype().numpyName()
              + ", expected "
              + dtype.numpyName());
    }
    Shape shape = geometry(in1.shape(), in2.shape(), mode).output();
    if (!result.shape().equals(shape)) {
      throw new Violation(
          call(in1, in2, mode) + " returned shape " + result.shape() + ", expected " + shape);
    }
    return result;
  }

  private static String call(NdArray in1, NdArray in2, Mode mode) {
    return "convolve(" + in1.shape() + ", " + in2.shape() + ", " + mode + ")";
  }

  /**
   * How far each element of a result may be from the exact one, given the accuracy that is claimed.
   *
   * @param in1 the first operand
   * @param in2 the second operand
   * @param mode the mode
   * @return an array of the shape of the result
   */
  public NdArray bound(NdArray in1, NdArray in2, Mode mode) {
    return ErrorBounds.of(claims.accuracy(), in1, in2, geometry(in1.shape(), in2.shape(), mode));
  }
}
