package org.conv4j.verify.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conv4j.api.Convention;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.vector.Operation;

/**
 * Python that builds the operands of a check bit for bit, except for the payload of NaNs, and asks
 * SciPy for the result, or NumPy if its convention is meant.
 *
 * <p>Parts of complex arrays are assigned: {@code re + 1j * im} spoils infinities and the signs of
 * zeros.
 */
final class NumpySnippet {
  private final ReplayInput input;
  private final boolean numpy;

  /**
   * A snippet.
   *
   * @param input what it builds
   * @param subjects the convention of the subject, for checks that have none of their own
   */
  NumpySnippet(ReplayInput input, Convention subjects) {
    this.input = input;
    this.numpy = input.convention().orElse(subjects) == Convention.NUMPY;
  }

  /** A whole program. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    input.heading().forEach(line -> lines.addAll(Lines.comment("#", line)));
    lines.add("import numpy as np");
    if (!numpy && input.layer().isEmpty()) {
      lines.add("from scipy import signal");
    }
    lines.add("");
    for (int i = 0; i < input.operands().size(); i++) {
      lines.addAll(operand(input.name(i), input.operands().get(i)));
    }
    lines.add("");
    if (input.layer().isPresent()) {
      lines.addAll(new LayerCode(input.layer().get()).python());
      return lines;
    }
    lines.add("result = " + call());
    lines.add("print(result)");
    return lines;
  }

  private String call() {
    String function = input.operation() == Operation.CORRELATE ? "correlate" : "convolve";
    String mode = "mode='" + input.mode().name().toLowerCase(Locale.ROOT) + "'";
    return numpy
        ? "np." + function + "(in1, in2, " + mode + ")"
        : "signal." + function + "(in1, in2, " + mode + ", method='direct')";
  }

  private static List<String> operand(String name, NdArray array) {
    if (!array.dtype().isComplex()) {
      return part(name + " = ", array);
    }
    List<String> lines = new ArrayList<>();
    String dtype = "np." + array.dtype().numpyName();
    lines.add(name + " = np.empty((" + extents(array.shape()) + "), dtype=" + dtype + ")");
    lines.addAll(part(name + ".real = ", array.real()));
    lines.addAll(part(name + ".imag = ", array.imaginary()));
    return lines;
  }

  private static List<String> part(String target, NdArray part) {
    String convert = part.dtype().isInteger() ? "int(x)" : "float.fromhex(x)";
    List<String> words = IntStream.range(0, part.size()).mapToObj(i -> word(part, i)).toList();
    String head = target + "np.array([" + convert + " for x in ";
    String dtype = "dtype=np." + part.dtype().numpyName();
    String tail = ".split()], " + dtype + ").reshape((" + extents(part.shape()) + "))";
    List<String> lines = new ArrayList<>();
    lines.add(head + "'''");
    lines.addAll(Lines.rows("    ", words, part.shape()));
    lines.add("'''" + tail);
    return Lines.joined(head + "'" + String.join(" ", words) + "'" + tail, lines);
  }

  /** What stands in the brackets of a tuple. */
  private static String extents(Shape shape) {
    String list =
        Arrays.stream(shape.toArray())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    return shape.rank() == 1 ? list + "," : list;
  }

  private static String word(NdArray part, int i) {
    return switch (part.dtype()) {
      case FLOAT64 -> hexadecimal(part.doubles()[i], Double.toHexString(part.doubles()[i]));
      case FLOAT32 -> hexadecimal(part.floats()[i], Float.toHexString(part.floats()[i]));
      case INT64 -> Long.toString(part.longs()[i]);
      default -> Integer.toString(part.ints()[i]);
    };
  }

  private static String hexadecimal(double value, String digits) {
    if (Double.isFinite(value)) {
      return digits;
    }
    return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  }
}
