package org.conv4j.api;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints arrays as {@code str} of a NumPy 2.4 array does with the default print options: which
 * elements are shown, and how they are laid out in lines. {@link FloatFormat} prints the elements.
 */
final class NdArrayFormat {
  /** Larger arrays are summarised. */
  private static final int THRESHOLD = 1000;

  /** How many elements a summarised axis shows at either end. */
  private static final int EDGE = 3;

  private static final int LINE_WIDTH = 75;

  /** Stands for the elements left out, among the positions shown on an axis. */
  private static final int ELLIPSIS = -1;

  private final Shape shape;
  private final int last;
  private final IntFunction<String> words;

  private NdArrayFormat(NdArray array) {
    this.shape = array.shape();
    this.last = shape.rank() - 1;
    IntStream.Builder shown = IntStream.builder();
    visit(0, 0, shown);
    this.words = words(array, shown.build().toArray());
  }

  static String format(NdArray array) {
    if (array.rank() == 0) {
      return scalar(array);
    }
    return array.size() == 0 ? "[]" : new NdArrayFormat(array).block(0, 0);
  }

  // ---- Elements -------------------------------------------------------------------------------

  private static String scalar(NdArray array) {
    if (array.dtype().isInteger()) {
      return Long.toString(array.cast(DType.INT64).longs()[0]);
    }
    boolean single = single(array);
    double re = values(array.real()).applyAsDouble(0);
    return array.dtype().isComplex()
        ? FloatFormat.complexScalar(re, values(array.imaginary()).applyAsDouble(0), single)
        : FloatFormat.scalar(re, single);
  }

  /** From the flat index of an element to its text; all texts of real numbers align. */
  private static IntFunction<String> words(NdArray array, int[] shown) {
    if (array.dtype().isInteger()) {
      return integerWords(array, shown);
    }
    IntFunction<String> re = floatWords(array.real(), shown, "");
    if (!array.dtype().isComplex()) {
      return re;
    }
    IntFunction<String> im = floatWords(array.imaginary(), shown, "+");
    return index -> re.apply(index) + withUnit(im.apply(index));
  }

  private static IntFunction<String> integerWords(NdArray array, int[] shown) {
    IntFunction<String> plain =
        array.dtype() == DType.INT64
            ? index -> Long.toString(array.longs()[index])
            : index -> Integer.toString(array.ints()[index]);
    int width = Arrays.stream(shown).map(index -> plain.apply(index).length()).max().orElseThrow();
    return index -> {
      String digits = plain.apply(index);
      return " ".repeat(width - digits.length()) + digits;
    };
  }

  private static IntFunction<String> floatWords(NdArray real, int[] shown, String plus) {
    IntToDoubleFunction values = values(real);
    double[] sample = Arrays.stream(shown).mapToDouble(values).toArray();
    FloatFormat format = FloatFormat.of(sample, single(real), plus);
    return index -> format.format(values.applyAsDouble(index));
  }

  private static IntToDoubleFunction values(NdArray real) {
    if (real.dtype() == DType.FLOAT64) {
      double[] doubles = real.doubles();
      return index -> doubles[index];
    }
    float[] floats = real.floats();
    return index -> floats[index];
  }

  private static boolean single(NdArray array) {
    return array.dtype().real() == DType.FLOAT32;
  }

  /** The unit stands before the blanks that pad the number on the right. */
  private static String withUnit(String imaginary) {
    String number = imaginary.stripTrailing();
    return number + "j" + imaginary.substring(number.length());
  }

  // ---- Layout ---------------------------------------------------------------------------------

  /** The positions to show on an axis. */
  private IntStream positions(int axis) {
    int extent = shape.extent(axis);
    if (shape.size() <= THRESHOLD || extent <= 2 * EDGE) {
      return IntStream.range(0, extent);
    }
    IntStream tail = IntStream.range(extent - EDGE, extent);
    return IntStream.concat(
        IntStream.concat(IntStream.range(0, EDGE), IntStream.of(ELLIPSIS)), tail);
  }

  /** Visits the flat indices of all elements to show below the block of this index. */
  private void visit(int axis, int block, IntConsumer action) {
    if (axis > last) {
      action.accept(block);
      return;
    }
    positions(axis)
        .filter(position -> position != ELLIPSIS)
        .forEach(position -> visit(axis + 1, block * shape.extent(axis) + position, action));
  }

  /** The text of one block in brackets, its first line without indentation. */
  private String block(int axis, int block) {
    return "[" + (axis == last ? row(block) : blocks(axis, block)) + "]";
  }

  private String blocks(int axis, int block) {
    String separator = "\n".repeat(last - axis) + " ".repeat(axis + 1);
    return positions(axis)
        .mapToObj(
            position ->
                position == ELLIPSIS
                    ? "..."
                    : block(axis + 1, block * shape.extent(axis) + position))
        .collect(Collectors.joining(separator));
  }

  /** The elements along the last axis, broken into lines; a line holds at least one element. */
  private String row(int block) {
    String indent = " ".repeat(last + 1);
    int limit = LINE_WIDTH - last - 1; // room for the closing bracket of every axis
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder(indent);
    for (int position : positions(last).toArray()) {
      String word =
          position == ELLIPSIS ? "..." : words.apply(block * shape.extent(last) + position);
      if (line.length() > indent.length() && line.length() + word.length() > limit) {
        text.append(line.toString().stripTrailing()).append('\n');
        line.replace(0, line.length(), indent);
      }
      line.append(word).append(' ');
    }
    text.append(line, 0, line.length() - 1);
    return text.substring(indent.length());
  }
}
