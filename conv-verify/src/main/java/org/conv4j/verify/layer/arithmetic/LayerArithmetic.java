package org.conv4j.verify.layer.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.conv4j.api.DType;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerGeometry;

/**
 * Writes down what the sizes of a layer are and how they come about: output, parameters,
 * multiply-adds, receptive field and memory, that of caffe's im2col matrix included.
 *
 * <pre>{@code
 * LayerGeometry geometry =
 *     LayerGeometry.of(Shape.of(1, 3, 32, 32), Shape.of(6, 3, 5, 5), LayerOptions.basic());
 * new LayerArithmetic(geometry, true, DType.FLOAT32).lines().forEach(System.out::println);
 * }</pre>
 *
 * <p>Source: the formulas are those of {@link LayerGeometry}; the im2col matrix is that of Y. Jia,
 * Learning Semantic Image Representations at a Large Scale, PhD thesis, UC Berkeley 2014.
 */
public final class LayerArithmetic {
  private static final int LABELS = 16;

  private final LayerGeometry geometry;
  private final boolean bias;
  private final DType dtype;
  private final List<String> lines = new ArrayList<>();

  /**
   * The arithmetic of one layer.
   *
   * @param geometry the layer; the lines do not depend on its layout
   * @param bias whether it adds a bias to each output channel
   * @param dtype the type of its elements
   */
  public LayerArithmetic(LayerGeometry geometry, boolean bias, DType dtype) {
    this.geometry = geometry;
    this.bias = bias;
    this.dtype = dtype;
  }

  /**
   * One size or one step in each line, for example {@code parameters 5*5*3*6 + 6 = 456}.
   *
   * @return an unmodifiable list
   * @throws ArithmeticException if a number exceeds a {@code long}
   */
  public List<String> lines() {
    lines.clear();
    try {
      write();
    } catch (ArithmeticException e) {
      throw (ArithmeticException)
          new ArithmeticException("a number of " + geometry + " is larger than a long")
              .initCause(e);
    }
    return List.copyOf(lines);
  }

  private void write() {
    for (int axis = 0; axis < geometry.spatialRank(); axis++) {
      axis(nameOfAxis(axis), geometry.axis(axis));
    }
    List<Integer> outputs = extents(LayerAxis::output);
    List<Integer> filter = filter();
    String items = geometry.batch() == 1 ? "" : geometry.batch() + " * ";
    int channels = geometry.outputChannels();
    line("output", joined(outputs, "x") + "x" + channels);
    line(
        "parameters",
        joined(filter, "*")
            + "*"
            + channels
            + (bias ? " + " + channels : "")
            + equal(geometry.parameters(bias)));
    line(
        "multiply-adds",
        items
            + joined(outputs, "*")
            + "*"
            + channels
            + " * "
            + joined(filter, "*")
            + equal(geometry.multiplyAdds()));
    line("receptive field", joined(extents(LayerAxis::window), "x"));
    memory(items, outputs, filter);
  }

  /** Effective kernel, padding and number of outputs of one axis, each if there is any to tell. */
  private void axis(String name, LayerAxis axis) {
    List<String> steps = new ArrayList<>();
    if (axis.dilation() > 1) {
      steps.add(
          "effective kernel "
              + axis.dilation()
              + "*("
              + axis.kernel()
              + " - 1) + 1"
              + equal(axis.window()));
    }
    if (geometry.options().padding().isSame()) {
      steps.add("ceil(" + axis.input() + " / " + axis.stride() + ")" + equal(axis.output()));
      steps.add(
          "padding max(("
              + axis.output()
              + " - 1)*"
              + axis.stride()
              + " + "
              + axis.window()
              + " - "
              + axis.input()
              + ", 0)"
              + equal((long) axis.before() + axis.after())
              + ": "
              + axis.before()
              + " before, "
              + axis.after()
              + " after");
    }
    steps.add(
        "floor(("
            + axis.input()
            + " + "
            + axis.before()
            + " + "
            + axis.after()
            + " - "
            + axis.window()
            + ") / "
            + axis.stride()
            + ") + 1"
            + equal(axis.output()));
    for (int i = 0; i < steps.size(); i++) {
      line(i == 0 ? name : "", steps.get(i));
    }
  }

  private void memory(String items, List<Integer> outputs, List<Integer> filter) {
    String input = joined(extents(LayerAxis::input), "*") + "*" + geometry.inputChannels();
    long inputSize = geometry.input().size();
    memory("input", items + input, inputSize);
    memory(
        "weights",
        joined(filter, "*") + "*" + geometry.outputChannels(),
        geometry.parameters(false));
    memory(
        "output",
        items + joined(outputs, "*") + "*" + geometry.outputChannels(),
        geometry.output().size());
    int groups = geometry.options().groups();
    if (loweringIsTheInput()) {
      memory("im2col", "the input itself, " + input, inputSize / geometry.batch());
    } else {
      long columns = 1;
      for (int output : outputs) {
        columns = Math.multiplyExact(columns, (long) output);
      }
      memory(
          "im2col",
          (groups == 1 ? "" : groups + " * ")
              + joined(filter, "*")
              + " rows * "
              + joined(outputs, "*")
              + " columns",
          Math.multiplyExact(Math.multiplyExact(geometry.terms(), columns), (long) groups));
    }
  }

  /** Whether every output sees one element of the input and all of them are seen. */
  private boolean loweringIsTheInput() {
    return geometry.axes().stream()
        .allMatch(
            axis ->
                axis.kernel() == 1
                    && axis.stride() == 1
                    && axis.before() == 0
                    && axis.after() == 0);
  }

  private void memory(String label, String product, long elements) {
    long bytes = bytes();
    line(
        label + " memory",
        product + " * " + bytes + " bytes" + equal(Math.multiplyExact(elements, bytes)) + " bytes");
  }

  /** The bytes of one element. */
  private long bytes() {
    return switch (dtype) {
      case FLOAT32, INT32 -> 4;
      case FLOAT64, INT64, COMPLEX64 -> 8;
      case COMPLEX128 -> 16;
    };
  }

  /** Spatial extents of a filter, then its channels. */
  private List<Integer> filter() {
    List<Integer> filter = new ArrayList<>(extents(LayerAxis::kernel));
    filter.add(geometry.weights().extent(1));
    return filter;
  }

  private List<Integer> extents(ToIntFunction<LayerAxis> extent) {
    return geometry.axes().stream().map(axis -> extent.applyAsInt(axis)).toList();
  }

  private String nameOfAxis(int axis) {
    return switch (geometry.spatialRank()) {
      case 1 -> "length";
      case 2 -> List.of("height", "width").get(axis);
      default -> List.of("depth", "height", "width").get(axis);
    };
  }

  private static String joined(List<Integer> numbers, String sign) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(sign));
  }

  private static String equal(long value) {
    return " = " + String.format(Locale.ROOT, "%,d", value);
  }

  private void line(String label, String text) {
    lines.add(String.format("%-" + LABELS + "s %s", label, text));
  }
}
