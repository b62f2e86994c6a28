package org.conv4j.verify.law;

import java.util.ArrayList;
import java.util.List;
import org.conv4j.api.Capabilities;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.api.StreamingConvolution;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Space;

/** A stream gives what the plain call gives for the whole signal. */
final class StreamLaws {
  private StreamLaws() {}

  static List<ConvolverLaw> all() {
    return List.of(
        ConvolverLaw.must(
                "stream",
                "What a stream returns, however the signal is cut, is the full result.",
                StreamLaws::stream)
            .scoped(StreamLaws::streams));
  }

  /** Whether the claims let a signal be convolved block by block. */
  static boolean streamable(Capabilities claims) {
    return claims.modes().contains(Mode.FULL) && claims.modes().contains(Mode.VALID);
  }

  private static Scope<Space> streams(Capabilities claims) {
    return streamable(claims)
        ? ConvolverLaw.claimed(
            Space.all().withRanks(1, 1).withModes(Mode.FULL).withElements(1100), claims)
        : Scope.notClaimed("modes FULL and VALID");
  }

  private static void stream(ConvolverSubject subject, Operands operands) {
    StreamingConvolution stream = stream(subject, operands.in1().dtype(), operands.in2());
    NdArray got = streamed(stream, operands);
    FormLaws.agree(subject, "a stream", operands.in1(), operands.in2(), Mode.FULL, got);
    FormLaws.throwsIt(
        IllegalStateException.class,
        "push after finish",
        () -> stream.push(Moves.box(operands.in1(), new int[] {0}, Shape.of(1))));
    FormLaws.throwsIt(IllegalStateException.class, "finish after finish", stream::finish);
    StreamingConvolution none = stream(subject, operands.in1().dtype(), operands.in2());
    if (FormLaws.made("finish", none::finish).size() != 0) {
      throw new Violation("finish returned outputs, though there was no sample");
    }
    NdArray one = ContractLaws.impulse(operands.in1(), 1, 0);
    NdArray same = streamed(stream(subject, one.dtype(), one), operands);
    FormLaws.agree(subject, "a stream with a unit impulse", operands.in1(), one, Mode.FULL, same);
  }

  /** All that a stream returns for the first operand, which has rank 1. */
  static NdArray streamed(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1();
    NdArray got = streamed(stream(subject, a.dtype(), operands.in2()), operands);
    return subject.checked(got, a, operands.in2(), Mode.FULL);
  }

  private static StreamingConvolution stream(ConvolverSubject subject, DType dtype, NdArray in2) {
    NdArray k = in2.copy();
    StreamingConvolution stream =
        FormLaws.made("stream", () -> subject.convolver().stream(k, dtype));
    Arithmetic.overwrite(k);
    return stream;
  }

  /** Blocks of any length, even empty ones; each is overwritten after it was pushed. */
  private static NdArray streamed(StreamingConvolution stream, Operands operands) {
    NdArray a = operands.in1();
    int most = operands.choose(1, Math.max(1, a.size() / 2));
    List<NdArray> outputs = new ArrayList<>();
    for (int from = 0; from < a.size(); ) {
      int length = Math.min(operands.choose(0, most), a.size() - from);
      NdArray block = Moves.box(a, new int[] {from}, Shape.of(length));
      outputs.add(vector("push", FormLaws.made("push", () -> stream.push(block)), a.dtype()));
      if (!block.equals(Moves.box(a, new int[] {from}, Shape.of(length)))) {
        throw new Violation("push changed the block");
      }
      Arithmetic.overwrite(block);
      from += length;
    }
    outputs.add(vector("finish", FormLaws.made("finish", stream::finish), a.dtype()));
    return Moves.joined(outputs);
  }

  private static NdArray vector(String what, NdArray output, DType dtype) {
    if (output.rank() != 1 || output.dtype() != dtype) {
      throw new Violation(
          what
              + " returned "
              + output.dtype().numpyName()
              + " of shape "
              + output.shape()
              + ", expected "
              + dtype.numpyName()
              + " of rank 1");
    }
    return output;
  }
}
