package org.conv4j.verify.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conv4j.api.DType;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.Rounding;
import org.conv4j.verify.layer.operand.LayerOperands;

/** The call of a layer as code in Java, and in Python as the sum itself. */
final class LayerCode {
  private static final String INDENT = "    ";

  private final LayerOperands operands;
  private final LayerOptions options;
  private final LayerGeometry geometry;

  LayerCode(LayerOperands operands) {
    this.operands = operands;
    this.options = operands.options();
    this.geometry = operands.geometry();
  }

  /** The types that the code in Java needs besides those of arrays. */
  static List<String> imports(boolean finds) {
    List<String> types = new ArrayList<>(List.of("LayerConvolver"));
    if (finds) {
      types.add("LayerConvolvers");
    }
    types.addAll(List.of("LayerOptions", "Layout", "NdArray", "Padding", "Rounding", "Shape"));
    return types;
  }

  /** Statements that make the call, after those that build the operands. */
  List<String> java(SubjectCode subject) {
    List<String> lines = new ArrayList<>();
    lines.add("LayerOptions options =");
    lines.add(INDENT + "LayerOptions.basic()");
    List<String> calls = new ArrayList<>();
    calls.add("withStride(" + axes(LayerAxis::stride) + ")");
    calls.add("withDilation(" + axes(LayerAxis::dilation) + ")");
    calls.add("withPadding(" + padding() + ")");
    calls.add("withGroups(" + options.groups() + ")");
    calls.add("withRounding(Rounding." + options.rounding() + ")");
    calls.add("withLayout(Layout." + options.layout() + ")");
    if (options.hasZeroPoints()) {
      calls.add("withZeroPoints(" + options.inputZeroPoint() + ", " + weightZeroPoints() + ")");
    }
    calls.forEach(call -> lines.add(INDENT + INDENT + "." + call));
    lines.set(lines.size() - 1, lines.get(lines.size() - 1) + ";");
    lines.add("LayerConvolver layers = " + subject.javaOfLayers() + ";");
    String bias = operands.biasOrNull() == null ? "null" : "bias";
    lines.add("NdArray result = layers.convolve(input, weights, " + bias + ", options);");
    lines.add("System.out.println(result);");
    return lines;
  }

  private String padding() {
    if (options.padding().isSame()) {
      return "Padding." + options.padding();
    }
    return "Padding.of(new int[] {"
        + axes(LayerAxis::before)
        + "}, new int[] {"
        + axes(LayerAxis::after)
        + "})";
  }

  private String weightZeroPoints() {
    return IntStream.range(0, geometry.outputChannels())
        .mapToObj(channel -> Integer.toString(options.weightZeroPoint(channel)))
        .collect(Collectors.joining(", "));
  }

  private String axes(ToIntFunction<LayerAxis> size) {
    return geometry.axes().stream()
        .map(axis -> Integer.toString(size.applyAsInt(axis)))
        .collect(Collectors.joining(", "));
  }

  /** Python that computes the sum, after what builds the operands. */
  List<String> python() {
    boolean last = options.layout() == Layout.NHWC;
    List<String> lines = new ArrayList<>();
    lines.add("# " + options.toString().toLowerCase(Locale.ROOT) + rounded());
    lines.add("x = " + (last ? "np.moveaxis(input, -1, 1)" : "input"));
    lines.add("w = weights");
    if (options.hasZeroPoints() && operands.recipe().dtype().isInteger()) {
      String type = operands.recipe().dtype() == DType.INT32 ? "np.int32" : "np.int64";
      lines.add("x = x - " + type + "(" + options.inputZeroPoint() + ")");
      lines.add(
          "w = w - np.array(["
              + weightZeroPoints()
              + "], "
              + type
              + ").reshape((-1,) + (1,) * (w.ndim - 1))");
    }
    lines.add("y = np.zeros((x.shape[0], w.shape[0], " + axes(LayerAxis::output) + "), x.dtype)");
    lines.add("for n, m, *o in np.ndindex(*y.shape):");
    lines.add("    first = m // (w.shape[0] // " + options.groups() + ") * w.shape[1]");
    lines.add("    for c, *t in np.ndindex(*w.shape[1:]):");
    lines.add("        i = [a * s + b * d - p for a, b, s, d, p in zip(");
    lines.add(
        "            o, t, ["
            + axes(LayerAxis::stride)
            + "], ["
            + axes(LayerAxis::dilation)
            + "], ["
            + axes(LayerAxis::before)
            + "])]");
    lines.add("        if all(0 <= j < k for j, k in zip(i, x.shape[2:])):");
    lines.add("            y[(n, m, *o)] += w[(m, c, *t)] * x[(n, first + c, *i)]");
    if (operands.biasOrNull() != null) {
      lines.add("y = y + bias.reshape((1, -1) + (1,) * (y.ndim - 2))");
    }
    lines.add("result = " + (last ? "np.moveaxis(y, 1, -1)" : "y"));
    lines.add("print(result)");
    return lines;
  }

  private String rounded() {
    return options.rounding() == Rounding.UP ? ", with the last window" : "";
  }
}
