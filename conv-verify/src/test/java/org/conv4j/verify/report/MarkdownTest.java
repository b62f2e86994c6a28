package org.conv4j.verify.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.conv4j.verify.report.Markdown.Side;
import org.junit.jupiter.api.Test;

class MarkdownTest {
  private final Markdown table =
      new Markdown().column("case", Side.LEFT).column("time", Side.RIGHT).column("rest", Side.LEFT);

  @Test
  void columns_are_padded_but_for_the_last() {
    table.row(List.of("direct", "1 s", "much more than its title"));
    table.row(List.of("a", "100 ms", ""));
    assertThat(table.lines())
        .containsExactly(
            "| case   |   time | rest |",
            "| :----- | -----: | :--- |",
            "| direct |    1 s | much more than its title |",
            "| a      | 100 ms | |");
  }

  @Test
  void a_bar_in_a_cell_ends_no_cell() {
    table.row(List.of("a|b", "", ""));
    assertThat(table.lines().get(2)).startsWith("| a\\|b |");
  }

  @Test
  void a_row_has_as_many_cells_as_there_are_columns() {
    assertThatThrownBy(() -> table.row(List.of("one")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 columns, but 1 cells");
  }
}
