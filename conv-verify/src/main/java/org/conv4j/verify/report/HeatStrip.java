package org.conv4j.verify.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the errors are, as a picture in plain ASCII, which looks the same in every terminal and
 * log.
 *
 * <p>One character stands for one element: {@code .} if it is exact, {@code -} if it differs by
 * rounding, a digit if it is wrong, {@code !} if only one of both is NaN or an infinity. Digits
 * count decades: 9 is from a tenth of the largest error up to it, 8 from a hundredth to a tenth,
 * and so on down to 1, which is everything smaller.
 *
 * <p>The last axis runs to the right, all others run down. A vector that does not fit a line
 * continues in the next. Anything larger than {@value #COLUMNS} by {@value #ROWS} is shown in cells
 * of several elements, each with the worst of them.
 */
final class HeatStrip {
  private static final int COLUMNS = 64;
  private static final int ROWS = 16;

  /** Ticks stand where blocks of the usual vector lengths begin. */
  private static final int TICK = 8;

  private static final int DECADES = 9;
  private static final String EXACT = ".";
  private static final String ROUNDED = "-";
  private static final String NOT_FINITE = "!";

  private final ElementErrors errors;
  private final boolean folded;

  /** Elements in a row of the picture before they are put into cells, and how many rows. */
  private final int width;

  private final int height;
  private final int cellWidth;
  private final int cellHeight;

  private HeatStrip(ElementErrors errors) {
    this.errors = errors;
    int rank = errors.shape().rank();
    int size = errors.size();
    this.folded = rank < 2 && size > COLUMNS;
    if (folded) {
      // Cells of a power of two, so that lines begin at round places.
      int needed = ceilDiv(size, COLUMNS * ROWS);
      this.cellWidth = needed == 1 ? 1 : Integer.highestOneBit(needed - 1) << 1;
      this.width = COLUMNS * cellWidth;
      this.height = ceilDiv(size, width);
      this.cellHeight = 1;
    } else {
      this.width = rank == 0 ? 1 : errors.shape().extent(rank - 1);
      this.height = size / width;
      this.cellWidth = ceilDiv(width, COLUMNS);
      this.cellHeight = ceilDiv(height, ROWS);
    }
  }

  /**
   * The picture with axes and legend, in lines.
   *
   * @param errors of at least one element
   */
  static List<String> lines(ElementErrors errors) {
    return new HeatStrip(errors).lines();
  }

  private static int ceilDiv(int a, int b) {
    return (int) (((long) a + b - 1) / b);
  }

  private List<String> lines() {
    List<String> labels = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    StringBuilder used = new StringBuilder();
    for (int top = 0; top < height; top += cellHeight) {
      labels.add(label(top));
      rows.add(row(top));
      used.append(rows.get(rows.size() - 1));
    }
    int room = labels.stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    lines.add(" ".repeat(room + 1) + ticks());
    for (int i = 0; i < rows.size(); i++) {
      lines.add(" ".repeat(room - labels.get(i).length()) + labels.get(i) + " " + rows.get(i));
    }
    lines.add(legend(used.toString()));
    return lines;
  }

  private String label(int row) {
    int rank = errors.shape().rank();
    if (folded) {
      return Integer.toString(row * width);
    }
    return rank > 2 ? Index.row(row, errors.shape()) : rank == 2 ? Integer.toString(row) : "";
  }

  private int cells() {
    return ceilDiv(width, cellWidth);
  }

  /** The index of every eighth cell's first element, left out if there is no room for it. */
  private String ticks() {
    StringBuilder line = new StringBuilder();
    for (int cell = 0; cell < cells(); cell += TICK) {
      String tick = (folded && cell > 0 ? "+" : "") + cell * cellWidth;
      if (line.length() <= cell) {
        line.append(" ".repeat(cell - line.length())).append(tick).append(' ');
      }
    }
    return line.toString().stripTrailing();
  }

  private String row(int top) {
    StringBuilder row = new StringBuilder();
    for (int cell = 0; cell < cells(); cell++) {
      int left = cell * cellWidth;
      if ((long) top * width + left < errors.size()) {
        row.append(cell(top, left));
      }
    }
    return row.toString();
  }

  private String cell(int top, int left) {
    double worst = 0;
    for (int row = top; row < Math.min(top + cellHeight, height); row++) {
      int end =
          (int) Math.min(errors.size(), (long) row * width + Math.min(width, left + cellWidth));
      for (int i = row * width + left; i < end; i++) {
        worst = Math.max(worst, errors.error(i));
      }
    }
    return mark(worst);
  }

  private String mark(double error) {
    if (error == 0) {
      return EXACT;
    }
    if (Double.isInfinite(error)) {
      return NOT_FINITE;
    }
    return error <= errors.level() ? ROUNDED : Integer.toString(digit(error));
  }

  private int digit(double error) {
    int digit = DECADES;
    while (digit > 1 && error <= errors.largest() * decade(digit)) {
      digit--;
    }
    return digit;
  }

  /** The part of the largest error that a digit lies above. */
  private static double decade(int digit) {
    return Math.pow(10, digit - 1 - DECADES);
  }

  private String legend(String used) {
    List<String> parts = new ArrayList<>();
    if (used.contains(EXACT)) {
      parts.add(EXACT + " exact");
    }
    if (used.contains(ROUNDED)) {
      parts.add(String.format(Locale.ROOT, "%s up to %.2g", ROUNDED, errors.level()));
    }
    if (used.contains(Integer.toString(DECADES))) {
      parts.add(String.format(Locale.ROOT, "9 up to %.2g", errors.largest()));
    }
    if (used.chars().anyMatch(c -> c >= '1' && c < '9')) {
      parts.add(String.format(Locale.ROOT, "8 up to %.2g and so on", errors.largest() / 10));
    }
    if (used.contains(NOT_FINITE)) {
      parts.add(NOT_FINITE + " NaN or infinity");
    }
    String cells =
        cellWidth * cellHeight == 1
            ? ""
            : "; each the worst of "
                + (cellHeight > 1 ? cellHeight + " by " : "")
                + cellWidth
                + " elements";
    return String.join(", ", parts) + cells;
  }
}
