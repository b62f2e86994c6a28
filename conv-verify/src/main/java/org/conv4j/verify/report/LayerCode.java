package org.conv4j.verify.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conv4j.api.DType;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.layer.vector.LayerCall;
import org.conv4j.verify.layer.vector.LayerOperation;

/** A call of a layer as code in Java, and in Python as the sum itself. */
final class LayerCode {
  private static final String INDENT = "    ";

  private final LayerCall call;
  private final LayerOptions options;
  private final int rank;

  LayerCode(LayerCall call) {
    this.call = call;
    this.options = call.options();
    this.rank = operands(call).values().iterator().next().rank() - 2;
  }

  /** The operands by their names, in the order of the arguments. */
  static Map<String, NdArray> operands(LayerCall call) {
    Map<String, NdArray> operands = new LinkedHashMap<>();
    boolean first = call.operation() == LayerOperation.INPUT_GRADIENT;
    call.input().ifPresent(array -> operands.put("input", array));
    call.outputGradient()
        .filter(array -> first)
        .ifPresent(array -> operands.put("outputGradient", array));
    call.weights().ifPresent(array -> operands.put("weights", array));
    call.outputGradient().ifPresent(array -> operands.putIfAbsent("outputGradient", array));
    call.bias().ifPresent(array -> operands.put("bias", array));
    return operands;
  }

  /** The operation and its options. */
  static String inWords(LayerCall call) {
    return method(call) + ", " + call.options();
  }

  private static String method(LayerCall call) {
    return switch (call.operation()) {
      case CONVOLVE -> "convolve";
      case TRANSPOSED -> "transposed";
      case INPUT_GRADIENT -> "inputGradient";
      case WEIGHT_GRADIENT -> "weightGradient";
      case BIAS_GRADIENT -> "biasGradient";
    };
  }

  /** The types that the code in Java needs. */
  static List<String> imports(SubjectCode subject) {
    List<String> types = new ArrayList<>(List.of("LayerConvolver"));
    if (subject.javaOfLayers().contains("LayerConvolvers.")) {
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
    calls().forEach(text -> lines.add(INDENT + INDENT + "." + text));
    lines.set(lines.size() - 1, lines.get(lines.size() - 1) + ";");
    lines.add("LayerConvolver layers = " + subject.javaOfLayers() + ";");
    lines.add("NdArray result = layers." + method(call) + "(" + arguments() + ");");
    lines.add("System.out.println(result);");
    return lines;
  }

  private String arguments() {
    String bias = call.bias().isPresent() ? "bias" : "null";
    String shape = call.shape().map(LayerCode::code).orElse("");
    return switch (call.operation()) {
      case CONVOLVE, TRANSPOSED -> "input, weights, " + bias + ", options";
      case INPUT_GRADIENT -> "outputGradient, weights, " + shape + ", options";
      case WEIGHT_GRADIENT -> "input, outputGradient, " + shape + ", options";
      case BIAS_GRADIENT -> "outputGradient, options";
    };
  }

  private static String code(Shape shape) {
    return "Shape.of" + (shape.rank() == 1 ? shape.toString().replace(",", "") : shape.toString());
  }

  private List<String> calls() {
    List<String> calls = new ArrayList<>();
    calls.add("withStride(" + options(options::stride) + ")");
    calls.add("withDilation(" + options(options::dilation) + ")");
    calls.add("withPadding(" + padding() + ")");
    if (call.operation() == LayerOperation.TRANSPOSED) {
      calls.add("withOutputPadding(" + options(options::outputPadding) + ")");
    }
    calls.add("withGroups(" + options.groups() + ")");
    calls.add("withRounding(Rounding." + options.rounding() + ")");
    calls.add("withLayout(Layout." + options.layout() + ")");
    if (options.hasZeroPoints()) {
      calls.add("withZeroPoints(" + options.inputZeroPoint() + ", " + weightZeroPoints() + ")");
    }
    return calls;
  }

  private String options(IntUnaryOperator option) {
    return IntStream.range(0, rank)
        .mapToObj(axis -> Integer.toString(option.applyAsInt(axis)))
        .collect(Collectors.joining(", "));
  }

  /** A gradient for a bias does not depend on it. */
  private String padding() {
    if (options.padding().isSame()) {
      return "Padding." + options.padding();
    }
    return geometry()
        .map(
            it ->
                "Padding.of(new int[] {"
                    + axes(it, LayerAxis::before)
                    + "}, new int[] {"
                    + axes(it, LayerAxis::after)
                    + "})")
        .orElse("0");
  }

  private Optional<LayerGeometry> geometry() {
    Optional<Shape> input = call.input().map(NdArray::shape);
    Optional<Shape> weights = call.weights().map(NdArray::shape);
    return switch (call.operation()) {
      case CONVOLVE -> input.map(x -> LayerGeometry.of(x, weights.orElseThrow(), options));
      case TRANSPOSED ->
          input.map(x -> LayerGeometry.ofTransposed(x, weights.orElseThrow(), options));
      case INPUT_GRADIENT ->
          call.shape().map(x -> LayerGeometry.of(x, weights.orElseThrow(), options));
      case WEIGHT_GRADIENT ->
          call.shape().map(w -> LayerGeometry.of(input.orElseThrow(), w, options));
      case BIAS_GRADIENT -> Optional.empty();
    };
  }

  private String weightZeroPoints() {
    return IntStream.range(0, call.weights().orElseThrow().shape().extent(0))
        .mapToObj(channel -> Integer.toString(options.weightZeroPoint(channel)))
        .collect(Collectors.joining(", "));
  }

  private static String axes(LayerGeometry geometry, ToIntFunction<LayerAxis> size) {
    return geometry.axes().stream()
        .map(axis -> Integer.toString(size.applyAsInt(axis)))
        .collect(Collectors.joining(", "));
  }

  /** Python that computes the sum of a layer, after what builds the operands. */
  List<String> python() {
    List<String> lines = new ArrayList<>();
    lines.add("# " + inWords(call));
    if (call.operation() != LayerOperation.CONVOLVE) {
      lines.add("print(" + String.join(", ", operands(call).keySet()) + ", sep='\\n')");
      return lines;
    }
    LayerGeometry geometry = geometry().orElseThrow();
    boolean last = options.layout() == Layout.NHWC;
    lines.add("x = " + (last ? "np.moveaxis(input, -1, 1)" : "input"));
    lines.add("w = weights");
    if (options.hasZeroPoints()) {
      zeroPoints(lines);
    }
    lines.add(
        "y = np.zeros((x.shape[0], w.shape[0], "
            + axes(geometry, LayerAxis::output)
            + "), np.result_type(x, w))");
    lines.add("for n, m, *o in np.ndindex(*y.shape):");
    lines.add("    first = m // (w.shape[0] // " + options.groups() + ") * w.shape[1]");
    lines.add("    for c, *t in np.ndindex(*w.shape[1:]):");
    lines.add("        i = [a * s + b * d - p for a, b, s, d, p in zip(");
    lines.add(
        "            o, t, ["
            + axes(geometry, LayerAxis::stride)
            + "], ["
            + axes(geometry, LayerAxis::dilation)
            + "], ["
            + axes(geometry, LayerAxis::before)
            + "])]");
    lines.add("        if all(0 <= j < k for j, k in zip(i, x.shape[2:])):");
    lines.add("            y[(n, m, *o)] += w[(m, c, *t)] * x[(n, first + c, *i)]");
    if (call.bias().isPresent()) {
      lines.add("y = y + bias.reshape((1, -1) + (1,) * (y.ndim - 2))");
    }
    lines.add("result = " + (last ? "np.moveaxis(y, 1, -1)" : "y"));
    lines.add("print(result)");
    return lines;
  }

  private void zeroPoints(List<String> lines) {
    DType type = call.input().orElseThrow().dtype();
    lines.add("x = x - np." + type.numpyName() + "(" + options.inputZeroPoint() + ")");
    lines.add(
        "w = w - np.array(["
            + weightZeroPoints()
            + "], w.dtype).reshape((-1,) + (1,) * (w.ndim - 1))");
  }
}
