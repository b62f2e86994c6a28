package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import org.conv4j.api.Mode;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every column of a box is in one block. */
class ColumnBlocksTest {
  @ParameterizedTest
  @CsvSource({
    "6x10, 0, 0x0, 6x10, 64",
    "6x10, 0, 0x0, 6x10, 2",
    "4x6x10, 0, 0x0x0, 4x6x10, 64",
    "4x6x10, 0, 0x2x0, 4x5x10, 4",
    "4x6x10, 1, 1x0x0, 3x6x10, 3",
    "4x6x10, 0, 0x2x0, 4x3x10, 1",
    "3x4x5x10, 0, 0x0x0x0, 3x4x5x10, 7",
    "3x4x5x10, 0, 0x1x0x0, 3x3x5x10, 64",
    "3x4x5x10, 0, 0x1x2x0, 3x4x4x10, 4",
    "3x4x5x10, 1, 1x0x2x0, 3x4x4x10, 64",
    "3x4x5x10, 2, 1x2x0x0, 3x4x5x10, 64",
  })
  void every_column_is_in_one_block(String lengths, int axis, String from, String end, int width) {
    int[] extents = ints(lengths);
    String ones = String.join("x", Collections.nCopies(extents.length, "1"));
    TilePlan plan =
        Tiling.plan(Operands.of(lengths + " * " + ones).geometry(Mode.FULL), false, false, lengths);
    int pairs = extents[extents.length - 1] / 2;
    GridLayout layout = new GridLayout(plan, pairs);
    TileBox box = new TileBox(ints(from), ints(end));
    int[] expected = new int[layout.size()];
    TileBox columns = box.with(axis, 0, 1);
    for (int row = 0; row < columns.rows(); row++) {
      int start = layout.row(columns.row(row));
      Arrays.fill(expected, start, start + pairs, 1);
    }
    int[] seen = new int[layout.size()];
    ColumnBlocks blocks = new ColumnBlocks(layout, box, axis, width);
    double all = 0;
    for (int block = 0; block < blocks.count(); block++) {
      assertThat(blocks.columns(block)).isBetween(1, width);
      all += blocks.columns(block);
      for (int column = 0; column < blocks.columns(block); column++) {
        seen[blocks.start(block) + column]++;
      }
    }
    assertThat(seen).isEqualTo(expected);
    assertThat(blocks.all()).isEqualTo(all);
  }

  private static int[] ints(String text) {
    return Arrays.stream(text.split("x", -1)).mapToInt(Integer::parseInt).toArray();
  }
}
