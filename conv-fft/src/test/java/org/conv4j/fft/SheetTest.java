package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers in rows and columns on their way into lanes and back, one by one. */
class SheetTest {
  private static final int LANES = 3;

  private static final int WIDTH = 6;

  private static final int ROWS = 5;

  /** Where row 0 begins in the array. */
  private static final int START = 4;

  private static final Lanes<double[]> PLAIN = new PlainLanes(LANES);

  /** A sheet over an array, and which of its rows and columns hold a number. */
  private static final class Sample {
    private final double[] array;
    private final Sheet<double[]> sheet;
    private final boolean[][] holds;

    private Sample(double[] array, Sheet<double[]> sheet, boolean[][] holds) {
      this.array = array;
      this.sheet = sheet;
      this.holds = holds;
    }

    /** Some numbers of a sequence that is cut into rows. */
    static Sample roll(int first, int end) {
      double[] array = numbers();
      Box<double[]> box =
          new Box<>(array, START, new int[] {1}, new int[] {first}, new int[] {end});
      boolean[][] holds = new boolean[ROWS][WIDTH];
      for (int i = first; i < end; i++) {
        holds[i / WIDTH][i % WIDTH] = true;
      }
      return new Sample(array, Sheet.of(PLAIN, box, WIDTH), holds);
    }

    /** Rows and columns of a plane. */
    static Sample grid(int firstRow, int endRow, int firstColumn, int endColumn) {
      double[] array = numbers();
      int[] first = {firstRow, firstColumn};
      int[] end = {endRow, endColumn};
      Box<double[]> box = new Box<>(array, START, new int[] {WIDTH, 1}, first, end);
      boolean[][] holds = new boolean[ROWS][WIDTH];
      for (int row = firstRow; row < endRow; row++) {
        for (int column = firstColumn; column < endColumn; column++) {
          holds[row][column] = true;
        }
      }
      return new Sample(array, Sheet.of(PLAIN, box, WIDTH), holds);
    }

    private static double[] numbers() {
      double[] numbers = new double[START + ROWS * WIDTH + START];
      Arrays.setAll(numbers, i -> i + 1);
      return numbers;
    }

    private boolean holdsAll(int row, int column) {
      return holds[row][column] && holds[row][column + 1] && holds[row][column + 2];
    }

    void require(int column, int row, int end) {
      requireWholeRows(column);
      double[] buffer = new double[LANES * (ROWS + 2)];
      Arrays.fill(buffer, -1);
      double[] expected = buffer.clone();
      double[] target = array.clone();
      for (int r = row; r < end; r++) {
        for (int lane = 0; lane < LANES; lane++) {
          int at = START + r * WIDTH + column + lane;
          boolean held = holds[r][column + lane];
          expected[LANES + r * LANES + lane] = held ? array[at] : 0;
          target[at] = held ? -array[at] : array[at];
        }
      }
      sheet.load(column, row, end, buffer, LANES);
      assertThat(buffer).as("column %d, rows %d to %d", column, row, end).isEqualTo(expected);
      Arrays.setAll(buffer, i -> -buffer[i]);
      sheet.store(column, row, end, buffer, LANES);
      assertThat(array).as("column %d, rows %d to %d", column, row, end).isEqualTo(target);
      sheet.load(column, row, end, buffer, LANES);
      Arrays.setAll(buffer, i -> -buffer[i]);
      sheet.store(column, row, end, buffer, LANES);
    }

    /** Those that may be copied as they are. */
    private void requireWholeRows(int column) {
      int first = sheet.firstRow(column);
      int end = sheet.endRow(column);
      for (int row = 0; row < ROWS; row++) {
        assertThat(row >= first && row < end)
            .as("row %d, column %d", row, column)
            .isEqualTo(holdsAll(row, column));
      }
    }

    /** From the first column that has a number to the last one. */
    void requireColumns() {
      int first = WIDTH;
      int end = 0;
      for (boolean[] row : holds) {
        for (int column = 0; column < WIDTH; column++) {
          first = row[column] ? Math.min(first, column) : first;
          end = row[column] ? Math.max(end, column + 1) : end;
        }
      }
      if (first < end) {
        assertThat(sheet.firstColumn()).isEqualTo(first);
        assertThat(sheet.endColumn()).isEqualTo(end);
      } else {
        assertThat(sheet.firstColumn()).isGreaterThanOrEqualTo(sheet.endColumn());
      }
    }
  }

  private static void require(Sample sample) {
    sample.requireColumns();
    for (int column = 0; column < WIDTH; column += LANES) {
      for (int row = 0; row < ROWS; row++) {
        for (int end = row; end <= ROWS; end++) {
          sample.require(column, row, end);
        }
      }
    }
  }

  @Test
  void numbers_of_a_sequence_go_to_their_rows_and_columns() {
    for (int first = 0; first <= ROWS * WIDTH; first++) {
      for (int end = first; end <= ROWS * WIDTH; end += first % 4 + 1) {
        require(Sample.roll(first, end));
      }
    }
  }

  @Test
  void numbers_of_a_plane_go_to_their_rows_and_columns() {
    for (int first = 0; first < ROWS; first++) {
      for (int end = first; end <= ROWS; end++) {
        for (int column = 0; column < WIDTH; column++) {
          for (int endColumn = column; endColumn <= WIDTH; endColumn += 2) {
            require(Sample.grid(first, end, column, endColumn));
          }
        }
      }
    }
  }

  private static Box<double[]> box(int firstRow, int endRow, int firstColumn, int endColumn) {
    int[] first = {firstRow, firstColumn};
    return new Box<>(new double[0], 0, new int[] {WIDTH, 1}, first, new int[] {endRow, endColumn});
  }

  @Test
  void a_box_without_an_index_on_some_axis_is_empty() {
    assertThat(box(1, 2, 3, 4).isEmpty()).isFalse();
    assertThat(box(1, 1, 3, 4).isEmpty()).isTrue();
    assertThat(box(1, 2, 4, 4).isEmpty()).isTrue();
    assertThat(box(2, 1, 3, 4).isEmpty()).isTrue();
  }

  @Test
  void the_bounds_of_a_pair_are_those_of_its_parts_that_have_numbers() {
    Pair<double[]> both = new Pair<>(box(1, 3, 2, 5), box(2, 4, 1, 4));
    assertThat(new int[] {both.first(0), both.first(1)}).containsExactly(1, 1);
    assertThat(new int[] {both.end(0), both.end(1)}).containsExactly(4, 5);
    Box<double[]> empty = box(4, 4, 0, 9);
    for (Pair<double[]> one :
        List.of(new Pair<>(box(1, 3, 2, 5), empty), new Pair<>(empty, box(1, 3, 2, 5)))) {
      assertThat(new int[] {one.first(0), one.first(1)}).containsExactly(1, 2);
      assertThat(new int[] {one.end(0), one.end(1)}).containsExactly(3, 5);
    }
  }

  /** Sixteen blocks, or as many as are 2^15 numbers, but one at least. */
  @ParameterizedTest
  @CsvSource({"8, 64, 16", "8, 256, 16", "8, 512, 8", "4, 1000, 8", "8, 4096, 1", "8, 100000, 1"})
  void so_many_blocks_of_columns_are_moved_together(int lanes, int rows, int blocks) {
    assertThat(Columns.blocks(lanes, rows)).isEqualTo(blocks);
  }
}
