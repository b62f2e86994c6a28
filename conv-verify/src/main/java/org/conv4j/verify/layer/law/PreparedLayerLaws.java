package org.conv4j.verify.layer.law;

import java.util.List;
import java.util.function.Supplier;
import org.conv4j.api.DType;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedLayer;
import org.conv4j.api.Shape;
import org.conv4j.verify.law.Agreement;
import org.conv4j.verify.law.Arithmetic;
import org.conv4j.verify.law.Violation;
import org.conv4j.verify.layer.operand.LayerOperands;
import org.conv4j.verify.operand.Regime;

/** A prepared layer gives what the plain call gives, and keeps to the same contract. */
final class PreparedLayerLaws {
  private PreparedLayerLaws() {}

  static List<LayerLaw> all() {
    return List.of(
        LayerLaw.must(
            "layer.prepared",
            "A prepared layer gives the bits that convolve gives, for one input after the other.",
            PreparedLayerLaws::prepared),
        LayerLaw.must(
            "layer.prepared.out",
            "apply(input, out) writes the bits that apply returns and changes nothing else, and"
                + " refuses an array that has another shape or dtype, or storage of the input.",
            PreparedLayerLaws::preparedOut),
        LayerLaw.must(
            "layer.prepared.contract",
            "A prepared layer keeps and changes no argument, returns fresh results, and refuses"
                + " inputs of another shape.",
            PreparedLayerLaws::preparedContract));
  }

  /** The layer, prepared for inputs of the shape of the input. */
  static PreparedLayer prepare(LayerSubject subject, LayerOperands operands) {
    NdArray w = operands.weights().copy();
    NdArray b = operands.biasOrNull() == null ? null : operands.biasOrNull().copy();
    Shape shape = operands.input().shape();
    return subject.made("prepare", () -> subject.layers().prepare(w, b, operands.options(), shape));
  }

  /** Applies a prepared layer to an input without copying it. */
  static NdArray apply(LayerSubject subject, LayerOperands operands, Supplier<NdArray> call) {
    return subject.result("apply", call, operands.input().dtype(), operands.geometry().output());
  }

  private static void prepared(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray other = operands.another(x.shape(), 0);
    NdArray w = operands.weights();
    NdArray b = operands.biasOrNull();
    LayerOptions options = operands.options();
    // What is packed once must not be taken for other weights of the same shape.
    NdArray otherWeights = operands.another(w.shape(), 1);
    PreparedLayer prepared = prepare(subject, operands);
    PreparedLayer second =
        subject.made(
            "prepare", () -> subject.layers().prepare(otherWeights.copy(), b, options, x.shape()));
    for (NdArray input : List.of(x, other, x)) {
      NdArray given = input.copy();
      Agreement.identical(
          "a prepared layer against convolve",
          subject.convolve(input, w, b, options),
          apply(subject, operands, () -> prepared.apply(given)));
      Agreement.identical(
          "a second prepared layer against convolve",
          subject.convolve(input, otherWeights, b, options),
          apply(subject, operands, () -> second.apply(given)));
    }
    otherType(subject, operands);
  }

  /** The type of inputs is not fixed, unless a bias fixes that of the result. */
  private static void otherType(LayerSubject subject, LayerOperands operands) {
    NdArray w = operands.weights();
    LayerOptions options = operands.options();
    List<DType> partners = TypeLaws.partners(subject.claims(), w.dtype());
    if (partners.isEmpty() || options.hasZeroPoints()) {
      return;
    }
    DType other = partners.get(operands.choose(0, partners.size() - 1));
    Shape shape = operands.input().shape();
    NdArray x = Regime.INTEGERS.array(other, shape, operands.recipe().seed() + 1);
    PreparedLayer prepared =
        subject.made("prepare", () -> subject.layers().prepare(w.copy(), null, options, shape));
    NdArray expected = subject.convolve(x, w, null, options);
    String call = "apply of " + other.numpyName() + ", prepared with " + w.dtype().numpyName();
    NdArray got =
        subject.result(call, () -> prepared.apply(x.copy()), expected.dtype(), expected.shape());
    Agreement.identical(call + ", against convolve", expected, got);
  }

  private static NdArray filled(DType dtype, Shape shape) {
    NdArray filled = NdArray.zeros(dtype, shape);
    Arithmetic.overwrite(filled);
    return filled;
  }

  private static void preparedOut(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    PreparedLayer prepared = prepare(subject, operands);
    NdArray out = null;
    NdArray expected = null;
    for (NdArray input : List.of(operands.another(x.shape(), 0), x)) {
      NdArray given = input.copy();
      NdArray wanted = apply(subject, operands, () -> prepared.apply(input.copy()));
      NdArray to = filled(wanted.dtype(), wanted.shape());
      apply(
          subject,
          operands,
          () -> {
            prepared.apply(given, to);
            return to;
          });
      Agreement.identical("apply(input, out) against apply(input)", wanted, to);
      if (!given.equals(input)) {
        throw new Violation("apply(input, out) changed the input", input, given);
      }
      if (out != null) {
        Agreement.identical("an array that an earlier call wrote into", expected, out);
      }
      out = to;
      expected = wanted;
    }
    Shape shape = expected.shape();
    int[] longer = shape.toArray();
    longer[longer.length - 1]++;
    refusesOut(prepared, x, filled(expected.dtype(), Shape.of(longer)));
    refusesOut(prepared, x, filled(expected.dtype(), Shape.of(shape.size())));
    DType type = expected.dtype() == DType.FLOAT32 ? DType.FLOAT64 : DType.FLOAT32;
    refusesOut(prepared, x, filled(type, shape));
    if (shape.equals(x.shape())) {
      NdArray input = x.copy();
      refuses("out on the storage of the input", () -> prepared.apply(input, input));
      if (!input.equals(x)) {
        throw new Violation("apply changed the input that it refused", x, input);
      }
    }
  }

  /** Requires that an array is refused and keeps its elements. */
  private static void refusesOut(PreparedLayer prepared, NdArray input, NdArray out) {
    NdArray before = out.copy();
    refuses(
        "out " + out.dtype().numpyName() + " of shape " + out.shape(),
        () -> prepared.apply(input.copy(), out));
    if (!out.equals(before)) {
      throw new Violation("apply(input, out) wrote into an array that it refused", before, out);
    }
  }

  private static void refuses(String what, Runnable call) {
    Refusals.require(IllegalArgumentException.class, "apply(input, out) with " + what, call);
  }

  private static void preparedContract(LayerSubject subject, LayerOperands operands) {
    LayerOptions options = operands.options();
    NdArray x = operands.input().copy();
    NdArray w = operands.weights().copy();
    NdArray b = operands.biasOrNull() == null ? null : operands.biasOrNull().copy();
    NdArray expected = subject.convolve(x, w, b, options);
    PreparedLayer prepared =
        subject.made("prepare", () -> subject.layers().prepare(w, b, options, x.shape()));
    if (!w.equals(operands.weights()) || (b != null && !b.equals(operands.biasOrNull()))) {
      throw new Violation("prepare changed the weights or the bias");
    }
    Arithmetic.overwrite(w);
    if (b != null) {
      Arithmetic.overwrite(b);
    }
    NdArray first = apply(subject, operands, () -> prepared.apply(x));
    Agreement.identical(
        "a prepared layer, weights and bias having been overwritten since", expected, first);
    if (!x.equals(operands.input())) {
      throw new Violation("apply changed the input", operands.input(), x);
    }
    Arithmetic.overwrite(first);
    if (!x.equals(operands.input())) {
      throw new Violation("writing to the result changed the input: they share storage");
    }
    NdArray second = apply(subject, operands, () -> prepared.apply(x));
    NdArray third = apply(subject, operands, () -> prepared.apply(x));
    Agreement.identical("apply again, after the first result was overwritten", expected, second);
    if (first.sharesStorage(second) || first.sharesStorage(third) || second.sharesStorage(third)) {
      throw new Violation("two calls of apply returned the same storage");
    }
    refusesOtherShapes(prepared, operands);
    Arithmetic.clear(x, x.size() / 2);
    NdArray changed = apply(subject, operands, () -> prepared.apply(x));
    Agreement.identical(
        "apply, the input having been changed since",
        subject.convolve(x, operands.weights(), operands.biasOrNull(), options),
        changed);
  }

  private static void refusesOtherShapes(PreparedLayer prepared, LayerOperands operands) {
    NdArray x = operands.input();
    for (int axis = 0; axis < x.rank(); axis++) {
      int[] longer = x.shape().toArray();
      longer[axis]++;
      NdArray other = operands.another(Shape.of(longer), 1);
      Refusals.require(
          IllegalArgumentException.class,
          "apply of shape " + other.shape() + ", prepared for " + x.shape() + ",",
          () -> prepared.apply(other));
    }
    NdArray flat = x.reshape(Shape.of(x.size()));
    Refusals.require(
        IllegalArgumentException.class,
        "apply of shape " + flat.shape() + ", prepared for " + x.shape() + ",",
        () -> prepared.apply(flat));
    Refusals.require(NullPointerException.class, "apply(null)", () -> prepared.apply(null));
  }
}
