package org.conv4j.verify.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.verify.cost.ChoiceResult.Timed;
import org.conv4j.verify.measure.Machine;
import org.junit.jupiter.api.Test;

class ChoiceTextTest {
  static final Machine MACHINE =
      new Machine("2026-01-02", "Model T", 1, true, "17.0.1, Some VM", List.of("-Xint"));

  private final StringWriter text = new StringWriter();
  private final ChoiceText writer = new ChoiceText(new PrintWriter(text, true));

  /** Direct is chosen; times in milliseconds, none for a convolver that was not called. */
  private static ChoiceResult result(int rank, double direct, double... fft) {
    List<Integer> shape = List.of(9, 9, 9).subList(0, rank);
    Timed chosen = new Timed("direct", 0.001, List.of(direct * 1e-3));
    Timed other = new Timed("fft", 30, fft.length == 0 ? List.of() : List.of(fft[0] * 1e-3));
    return new ChoiceResult(
        new Sample(DType.FLOAT64, Mode.FULL, shape, shape), chosen, List.of(chosen, other));
  }

  private static final ChoiceReport REPORT =
      new ChoiceReport(
          MACHINE, 5, List.of(result(1, 1, 2), result(1, 1), result(2, 12, 10), result(3, 3, 1)));

  @Test
  void the_share_is_of_all_calls() {
    assertThat(REPORT.share()).isEqualTo(0.75);
    writer.write(REPORT);
    assertThat(text.toString())
        .contains("- processor: Model T, one core, pinned")
        .containsPattern("\\| 1 +\\| +2 \\| +100.0 % \\| +100.0 % .*\\| direct 2 \\|")
        .containsPattern("\\| 2 +\\| +1 \\| +0.0 % \\| +100.0 % ")
        .containsPattern("\\| 3 +\\| +1 \\| +0.0 % \\| +0.0 % \\| +0.0 % \\| +0.0 % \\| +3.00 ")
        .containsPattern("\\| all +\\| +4 \\| +50.0 % \\| +75.0 % \\| +75.0 % ");
  }

  @Test
  void the_worst_choices_come_first_with_estimates_and_times() {
    writer.write(REPORT);
    List<String> worst = text.toString().lines().filter(line -> line.contains(" * ")).toList();
    assertThat(worst).hasSize(2);
    assertThat(worst.get(0))
        .startsWith("| 9x9x9 * 9x9x9 full float64 |")
        .containsPattern(
            "3.00 \\| direct \\| +1.00 ms \\| 3.00 ms \\| fft  \\| +30.0 s \\| 1.00 ms");
  }

  @Test
  void what_was_not_called_is_told() {
    writer.write(REPORT);
    assertThat(text.toString()).contains("- 1 times a convolver was not called");
  }

  @Test
  void the_conclusion_never_rounds_up() {
    assertThat(writer.conclude(REPORT, 0.75)).isTrue();
    assertThat(writer.conclude(REPORT, 0.7501)).isFalse();
    assertThat(text.toString().lines())
        .containsExactly(
            "",
            "75.0 % of 4 choices are within 1.25 of the best, at least the 75.0 % asked for",
            "",
            "75.0 % of 4 choices are within 1.25 of the best, less than the 75.0 % asked for");
    assertThat(ChoiceText.percent(0.94999)).isEqualTo("94.9 %");
    assertThat(ChoiceText.percent(0.95)).isEqualTo("95.0 %");
  }

  @Test
  void the_tree_has_every_round() {
    Map<?, ?> tree = REPORT.tree();
    assertThat(tree.get("share")).isEqualTo(0.75);
    Map<?, ?> last = (Map<?, ?>) ((List<?>) tree.get("choices")).get(3);
    assertThat(last.get("chosen")).isEqualTo("direct");
    assertThat(last.get("best")).isEqualTo("fft");
    assertThat((List<?>) last.get("candidates"))
        .extracting(one -> String.valueOf(((Map<?, ?>) one).get("seconds")))
        .containsExactly("[0.003]", "[0.001]");
  }
}
