package org.conv4j.verify.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A Markdown table, padded so that people can read it, too; except for the last column, which may
 * be long.
 */
public final class Markdown {
  /** How a column is aligned. */
  public enum Side {
    /** As text. */
    LEFT,
    /** As numbers. */
    RIGHT
  }

  private final List<String> titles = new ArrayList<>();
  private final List<Side> sides = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Adds a column.
   *
   * @param title what stands above it
   * @param side where it keeps its text
   * @return this table
   */
  public Markdown column(String title, Side side) {
    titles.add(title);
    sides.add(side);
    return this;
  }

  /**
   * Adds a row.
   *
   * @param cells one for each column
   */
  public void row(List<String> cells) {
    if (cells.size() != titles.size()) {
      throw new IllegalArgumentException(
          titles.size() + " columns, but " + cells.size() + " cells");
    }
    rows.add(cells.stream().map(cell -> cell.replace("|", "\\|")).toList());
  }

  /**
   * The text.
   *
   * @return its lines
   */
  public List<String> lines() {
    int[] widths = new int[titles.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = Math.max(3, titles.get(column).length());
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(titles, widths));
    StringBuilder rule = new StringBuilder("|");
    for (int column = 0; column < widths.length; column++) {
      boolean last = column == widths.length - 1;
      String dashes = "-".repeat((last ? titles.get(column).length() : widths[column]) - 1);
      rule.append(sides.get(column) == Side.LEFT ? " :" + dashes : " " + dashes + ":").append(" |");
    }
    lines.add(rule.toString());
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder("|");
    for (int column = 0; column < widths.length; column++) {
      String cell = cells.get(column);
      String padding = " ".repeat(widths[column] - cell.length());
      boolean left = sides.get(column) == Side.LEFT;
      boolean last = column == widths.length - 1;
      String text = left ? cell + (last ? "" : padding) : padding + cell;
      line.append(' ').append(text).append(text.isEmpty() ? "|" : " |");
    }
    return line.toString();
  }
}
