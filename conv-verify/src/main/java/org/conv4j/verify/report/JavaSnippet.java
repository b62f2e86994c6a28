package org.conv4j.verify.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.vector.Operation;

/**
 * Java that builds the operands of a check bit for bit, except for the payload of NaNs, and makes
 * the call.
 *
 * <p>Small operands are array literals. Larger ones fit neither a method, whose code has at most
 * 65,535 bytes, nor a single string constant; {@link #program()} parses them from several.
 */
final class JavaSnippet {
  /** Numbers in one array literal: 8 bytes of code for each, for three complex operands. */
  static final int MOST_LITERALS = 1024;

  /** Lines of one text block: at most 50,000 bytes. */
  private static final int LINES_IN_BLOCK = 500;

  private static final String INDENT = "    ";

  private final ReplayInput input;
  private final SubjectCode subject;

  /**
   * A snippet.
   *
   * @param input what it builds
   * @param subject what it calls
   */
  JavaSnippet(ReplayInput input, SubjectCode subject) {
    this.input = input;
    this.subject = subject;
  }

  /** Statements to paste into a method, and in comments the imports that they need. */
  List<String> statements() {
    List<String> lines = new ArrayList<>();
    input.heading().forEach(line -> lines.addAll(Lines.comment("//", line)));
    imports().forEach(line -> lines.add("// " + line));
    lines.addAll(body(false));
    return lines;
  }

  /** A whole program, which {@code java -cp … file} runs. */
  List<String> program() {
    List<String> lines = new ArrayList<>();
    input.heading().forEach(line -> lines.addAll(Lines.comment("//", line)));
    List<DType> parsed =
        input.operands().stream()
            .filter(JavaSnippet::isParsed)
            .map(array -> array.dtype().real())
            .distinct()
            .toList();
    lines.addAll(imports());
    if (!parsed.isEmpty()) {
      lines.add("import java.util.Arrays;");
      lines.add("import java.util.stream.Stream;");
    }
    lines.add("");
    lines.add("final class Replay {");
    lines.add("  public static void main(String[] args) {");
    body(true).forEach(line -> lines.add(line.isEmpty() ? "" : INDENT + line));
    lines.add("  }");
    parsed.forEach(dtype -> lines.addAll(parser(dtype)));
    if (!parsed.isEmpty()) {
      lines.add("");
      lines.add("  private static Stream<String> words(String... blocks) {");
      lines.add(
          "    return Arrays.stream(blocks).flatMap(block -> Stream.of(block.split(\"\\\\s+\")));");
      lines.add("  }");
    }
    lines.add("}");
    return lines;
  }

  private List<String> imports() {
    if (input.layer().isPresent()) {
      return LayerCode.imports(subject).stream()
          .map(type -> "import org.conv4j.api." + type + ";")
          .toList();
    }
    Stream<String> types =
        Stream.of("Convolver", subject.needsConvolvers(adapts()) ? "Convolvers" : "", "Mode");
    return Stream.concat(types, Stream.of("NdArray", "Shape"))
        .filter(type -> !type.isEmpty())
        .map(type -> "import org.conv4j.api." + type + ";")
        .toList();
  }

  /** Vectors in NumPy's convention reach subjects in SciPy's through the adapter. */
  private boolean adapts() {
    return input.convention().equals(Optional.of(Convention.NUMPY))
        && subject.convention() == Convention.SCIPY;
  }

  private List<String> body(boolean mayParse) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < input.operands().size(); i++) {
      lines.addAll(operand(input.name(i), input.operands().get(i), mayParse));
    }
    lines.add("");
    if (input.layer().isPresent()) {
      lines.addAll(new LayerCode(input.layer().get()).java(subject));
      return lines;
    }
    lines.add("Convolver convolver = " + subject.java(adapts()) + ";");
    String method = input.operation() == Operation.CORRELATE ? "correlate" : "convolve";
    lines.add(
        "NdArray result = convolver." + method + "(in1, in2, Mode." + input.mode().name() + ");");
    lines.add("System.out.println(result);");
    return lines;
  }

  static int numbers(NdArray array) {
    return array.size() * (array.dtype().isComplex() ? 2 : 1);
  }

  private static boolean isParsed(NdArray array) {
    return numbers(array) > MOST_LITERALS;
  }

  private static List<String> operand(String name, NdArray array, boolean mayParse) {
    List<NdArray> parts =
        array.dtype().isComplex() ? List.of(array.real(), array.imaginary()) : List.of(array);
    String declaration = "NdArray " + name + " =";
    String wrap = "NdArray." + (array.dtype().isComplex() ? "wrapComplex(" : "wrap(");
    String shape = shape(array.shape()) + ");";
    List<String> lines = new ArrayList<>();
    lines.add(declaration);
    lines.add(INDENT + wrap);
    for (NdArray part : parts) {
      lines.addAll(mayParse && isParsed(array) ? parsed(part) : literal(part));
    }
    lines.add(INDENT + INDENT + shape);
    if (isParsed(array)) {
      return lines;
    }
    String data =
        parts.stream()
            .map(part -> String.join(" ", literal(part)).replaceAll(" +", " ") + " ")
            .map(text -> text.replace("{ ", "{").replace(", }", "}").replace(" }", "}"))
            .collect(Collectors.joining());
    return Lines.joined(declaration + " " + wrap + data.strip() + " " + shape, lines);
  }

  private static String shape(Shape shape) {
    return shape.rank() == 0
        ? "Shape.SCALAR"
        : Arrays.stream(shape.toArray())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", ", "Shape.of(", ")"));
  }

  private static List<String> literal(NdArray part) {
    String indent = INDENT + INDENT;
    List<String> words =
        IntStream.range(0, part.size()).mapToObj(i -> literal(part, i) + ",").toList();
    List<String> lines = new ArrayList<>();
    lines.add(indent + "new " + type(part.dtype()) + "[] {");
    lines.addAll(Lines.rows(indent + "  ", words, part.shape()));
    lines.add(indent + "},");
    return lines;
  }

  private static String type(DType dtype) {
    return switch (dtype) {
      case FLOAT64 -> "double";
      case FLOAT32 -> "float";
      case INT64 -> "long";
      case INT32 -> "int";
      default -> throw new AssertionError(dtype);
    };
  }

  private static String literal(NdArray part, int i) {
    return switch (part.dtype()) {
      case FLOAT64 -> {
        double value = part.doubles()[i];
        yield Double.isFinite(value) ? Double.toHexString(value) : "Double." + constant(value);
      }
      case FLOAT32 -> {
        float value = part.floats()[i];
        yield Float.isFinite(value) ? Float.toHexString(value) + "f" : "Float." + constant(value);
      }
      case INT64 -> part.longs()[i] + "L";
      default -> Integer.toString(part.ints()[i]);
    };
  }

  private static String constant(double notFinite) {
    return Double.isNaN(notFinite)
        ? "NaN"
        : notFinite > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
  }

  // ---- Large operands -------------------------------------------------------------------------

  private static List<String> parsed(NdArray part) {
    String indent = INDENT + INDENT;
    List<String> words = IntStream.range(0, part.size()).mapToObj(i -> word(part, i)).toList();
    List<String> filled = Lines.rows(indent + "  ", words, part.shape());
    List<String> lines = new ArrayList<>();
    lines.add(indent + type(part.dtype()) + "s(");
    for (int from = 0; from < filled.size(); from += LINES_IN_BLOCK) {
      int to = Math.min(filled.size(), from + LINES_IN_BLOCK);
      lines.add(indent + "  \"\"\"");
      lines.addAll(filled.subList(from, to));
      lines.add(indent + "  \"\"\"" + (to < filled.size() ? "," : "),"));
    }
    return lines;
  }

  /** What {@code parseDouble} and its like read. */
  private static String word(NdArray part, int i) {
    return switch (part.dtype()) {
      case FLOAT64 -> Double.toHexString(part.doubles()[i]);
      case FLOAT32 -> Float.toHexString(part.floats()[i]);
      case INT64 -> Long.toString(part.longs()[i]);
      default -> Integer.toString(part.ints()[i]);
    };
  }

  private static List<String> parser(DType dtype) {
    String type = type(dtype);
    String body =
        switch (dtype) {
          case FLOAT64 -> "    return words(blocks).mapToDouble(Double::parseDouble).toArray();";
          case INT64 -> "    return words(blocks).mapToLong(Long::parseLong).toArray();";
          case INT32 -> "    return words(blocks).mapToInt(Integer::parseInt).toArray();";
          default ->
              """
                  Object[] words = words(blocks).toArray();
                  float[] values = new float[words.length];
                  for (int i = 0; i < values.length; i++) {
                    values[i] = Float.parseFloat((String) words[i]);
                  }
                  return values;
              """
                  .stripTrailing();
        };
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("  private static " + type + "[] " + type + "s(String... blocks) {");
    lines.addAll(List.of(body.split("\n", -1)));
    lines.add("  }");
    return lines;
  }
}
