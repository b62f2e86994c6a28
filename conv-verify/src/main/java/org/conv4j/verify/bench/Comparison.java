package org.conv4j.verify.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.law.Moves;
import org.conv4j.verify.operand.Uniform;
import org.conv4j.verify.oracle.Oracle;

/** Compares the result of a subject with those of peers, and with exact arithmetic. */
final class Comparison {
  /** How many outputs are computed exactly, unless they have too many terms. */
  private static final int SAMPLES = 100;

  private static final int FEWEST_SAMPLES = 10;

  /** The most terms of all samples together: a few seconds' worth of big integers. */
  private static final double TERMS = 4e6;

  private static final long SEED = 3;

  /**
   * Up to this many terms the bound of each output is computed, which takes a few seconds. Beyond,
   * the Cauchy-Schwarz inequality gives one bound for all.
   */
  private static final double ELEMENTWISE_UP_TO_TERMS = 2e9;

  private final BenchCase one;
  private final NdArray in1;
  private final NdArray in2;
  private IntToDoubleFunction componentwise;

  Comparison(BenchCase one, NdArray in1, NdArray in2) {
    this.one = one;
    this.in1 = in1;
    this.in2 = in2;
  }

  /**
   * How far each output, by its flat index, may be from the exact one. For {@link
   * Accuracy#NORMWISE} it is the normwise part. Transforms stay far below it on such operands,
   * while the componentwise part grows with the number of terms until it allows anything.
   */
  private IntToDoubleFunction tolerance(Accuracy accuracy) {
    if (accuracy == Accuracy.NORMWISE) {
      return one.task().tolerance(accuracy, in1, in2, false);
    }
    if (componentwise == null) {
      boolean elementwise = one.task().terms() <= ELEMENTWISE_UP_TO_TERMS;
      componentwise = one.task().tolerance(Accuracy.COMPONENTWISE, in1, in2, elementwise);
    }
    return componentwise;
  }

  /** What is wrong with the type or shape of a result; empty if nothing is. */
  static Optional<String> form(NdArray got, DType dtype, Shape shape) {
    if (got.dtype() == dtype && got.shape().equals(shape)) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "the result is %s%s, expected %s%s",
            got.dtype().numpyName(),
            got.shape(),
            dtype.numpyName(),
            shape));
  }

  /** The first output that is farther from that of a peer than both bounds allow. */
  Optional<String> difference(NdArray got, Accuracy accuracy, NdArray other, Peer peer) {
    Window window = peer.window(one);
    IntToDoubleFunction ours = tolerance(accuracy);
    IntToDoubleFunction theirs = tolerance(peer.accuracy());
    for (int i = 0; i < other.size(); i++) {
      int at = window.flat(i);
      double allowed = ours.applyAsDouble(at) + theirs.applyAsDouble(at);
      if (differ(got, at, other, i, allowed)) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "at index %s it gives %s, %s gives %s, %.3g apart at most are allowed",
                Arrays.toString(window.index(i)),
                element(got, at),
                peer.label(),
                element(other, i),
                allowed));
      }
    }
    return Optional.empty();
  }

  private static boolean differ(NdArray a, int i, NdArray b, int j, double allowed) {
    return switch (a.dtype()) {
      case INT64 -> a.longs()[i] != b.longs()[j];
      case INT32 -> a.ints()[i] != b.ints()[j];
      // Not within: a difference that is NaN is none that is allowed.
      case FLOAT64 -> !(Math.abs(a.doubles()[i] - b.doubles()[j]) <= allowed);
      case FLOAT32 -> !(Math.abs((double) a.floats()[i] - b.floats()[j]) <= allowed);
      case COMPLEX128, COMPLEX64 ->
          differ(a.real(), i, b.real(), j, allowed)
              || differ(a.imaginary(), i, b.imaginary(), j, allowed);
    };
  }

  private static String element(NdArray array, int i) {
    return switch (array.dtype()) {
      case INT64 -> Long.toString(array.longs()[i]);
      case INT32 -> Integer.toString(array.ints()[i]);
      case FLOAT64 -> Double.toString(array.doubles()[i]);
      case FLOAT32 -> Float.toString(array.floats()[i]);
      case COMPLEX128, COMPLEX64 ->
          element(array.real(), i) + " + " + element(array.imaginary(), i) + "j";
    };
  }

  /** The first of some outputs, drawn at random, that is too far from the exact one. */
  Optional<String> error(NdArray got, Accuracy accuracy) {
    IntToDoubleFunction allowed = tolerance(accuracy);
    double longest = one.task().longestSum();
    int samples = (int) Math.max(FEWEST_SAMPLES, Math.min(SAMPLES, TERMS / longest));
    int[] index = new int[got.rank()];
    for (int at : Uniform.indices(got.size(), samples, SEED)) {
      Moves.unravel(at, got.shape(), index);
      Oracle exact = one.task().exact(in1, in2, index);
      NdArray output = Moves.box(got, index, exact.expected().shape());
      double error = exact.judge(output, Accuracy.COMPONENTWISE).error();
      if (!(error <= allowed.applyAsDouble(at))) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "at index %s it gives %s, the exact value is %s, %.3g apart at most are allowed",
                Arrays.toString(index),
                element(got, at),
                element(exact.expected(), 0),
                allowed.applyAsDouble(at)));
      }
    }
    return Optional.empty();
  }
}
