package org.conv4j.verify.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.conv4j.verify.bench.CaseResult.Peak;
import org.junit.jupiter.api.Test;

class BenchTextTest {
  private static List<String> lines(BenchReport report) {
    return BenchText.lines(report);
  }

  private static List<String> cells(String subject) {
    String row =
        lines(Reports.mixed()).stream()
            .filter(line -> line.startsWith("|") && line.contains("| " + subject + " "))
            .findFirst()
            .orElseThrow();
    return Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
  }

  @Test
  void the_header_says_where_and_how_was_measured() {
    assertThat(lines(Reports.mixed()).subList(0, 7))
        .containsExactly(
            "- date: 2026-01-02",
            "- processor: Model T, one core for each contestant, pinned",
            "- Java: 17.0.1, Some VM, with `-XX:ActiveProcessorCount=1`",
            "- Python: 3.11.7, NumPy: 2.4.6, SciPy: missing",
            "- rounds: 3",
            "- multiply-add peak: 64.0 G/s float64",
            "");
  }

  @Test
  void a_row_has_the_median_of_ratios_of_single_rounds() {
    assertThat(cells("direct"))
        .containsExactly(
            "",
            "direct/1d/1e6x64/float64",
            "direct",
            "10.0 ms",
            "np.convolve",
            "20.0 ms",
            "2.00",
            "1.00-3.00",
            "10 %",
            "3.00 x",
            "ndimage.convolve 55.0 ms; too slow: Commons Math;"
                + " missing: signal.convolve direct",
            "");
  }

  @Test
  void what_is_wrong_or_failed_has_no_time() {
    assertThat(cells("fft")).containsSubsequence("fft", "WRONG").doesNotContain("1.00 s");
    assertThat(cells("Mine")).containsSubsequence("Mine", "failed");
  }

  @Test
  void without_a_peer_there_is_a_time_but_no_ratio() {
    assertThat(cells("Lonely"))
        .containsSubsequence("Lonely", "1.00 s", "none", "", "", "")
        .contains("failed: fftconvolve");
  }

  @Test
  void notes_say_what_went_wrong_and_what_is_missing() {
    assertThat(lines(Reports.mixed()))
        .contains(
            "- fft/2d/1024x31/float64: fft WRONG: at index [0, 0] it gives 1.0",
            "- fft/2d/1024x31/float64: Mine failed: ended with exit code 7",
            "- fft/2d/1024x31/float64: fftconvolve failed: raised MemoryError: ",
            "- missing: signal.convolve direct: no SciPy")
        .contains(
            "- direct/1d/1e6x64/float64: direct keeps 3.81 MiB from call to call, 0.500 times the"
                + " result")
        .anyMatch(line -> line.startsWith("- too slow: a call takes more than 2.00 s"))
        .anyMatch(line -> line.startsWith("- ndimage.convolve computes the window"));
  }

  @Test
  void single_precision_is_held_against_double_precision() {
    CaseResult twice = Reports.mixed().results().get(0);
    CaseResult single =
        new CaseResult(
            Reports.named("direct/1d/1e6x64/float32"),
            List.of(Reports.measured("direct", 0.006, 0.006, 0.006), Reports.measured("Mine", 1.0)),
            List.of(),
            Peak.NONE);
    assertThat(lines(Reports.of(List.of(twice, single))))
        .contains("- direct/1d/1e6x64/float32: direct takes 0.600 times its time for float64")
        .noneMatch(line -> line.contains("Mine takes"));
  }

  private static BenchReport layers() {
    return new BenchReport(
        Reports.mixed().machine(),
        Map.of("python", "3.11.7", "ONNX Runtime", "1.23.2"),
        3,
        List.of(
            new CaseResult(
                Reports.named("layer/textbook/float32"),
                List.of(Reports.measured("layer-auto", 1e-5)),
                List.of(Reports.measured("ONNX Runtime", 2e-5)),
                Peak.NONE)));
  }

  @Test
  void layers_are_explained() {
    assertThat(lines(layers()))
        .contains(
            "- Python: 3.11.7, NumPy: missing, SciPy: missing, ONNX Runtime: 1.23.2",
            "- textbook is (1, 3, 32, 32) with (6, 3, 5, 5), stride 1: (1, 6, 28, 28)")
        .anyMatch(line -> line.startsWith("- layer: input with weights, options: output. Subjects"))
        .noneMatch(line -> line.contains("full mode") || line.startsWith("- prepared:"));
    assertThat(BenchText.page(layers(), "bench"))
        .startsWith("# Benchmarks of layers\n\nHow fast layers of conv4j are beside NumPy")
        .contains("\n## `layer`\n");
    assertThat(lines(Reports.mixed()))
        .noneMatch(line -> line.startsWith("- layer: "))
        .anyMatch(line -> line.endsWith("Every convolution is in full mode."));
  }

  @Test
  void a_report_is_sound_if_every_subject_was_measured() {
    BenchReport mixed = Reports.mixed();
    assertThat(mixed.isSound()).isFalse();
    assertThat(Reports.of(mixed.results().subList(0, 1)).isSound()).isTrue();
  }

  @Test
  void a_page_has_its_command_and_a_table_for_each_method() {
    String page = BenchText.page(Reports.mixed(), "java -jar x.jar bench --markdown y.md");
    assertThat(page)
        .startsWith("# Benchmarks\n")
        .endsWith("\n")
        .contains("```sh\njava -jar x.jar bench --markdown y.md\n```\n")
        .contains("- conv4j: ", "- processor: Model T", "NumPy: 2.4.6")
        .contains("- missing: signal.convolve direct: no SciPy");
    assertThat(page.lines().filter(line -> line.startsWith("## ")))
        .containsExactly("## `direct`", "## `fft`", "## Notes");
    assertThat(page.indexOf("| direct/1d/1e6x64/float64 |"))
        .isBetween(page.indexOf("## `direct`"), page.indexOf("## `fft`"));
    assertThat(page.indexOf("| fft/2d/1024x31/float64 |"))
        .isBetween(page.indexOf("## `fft`"), page.indexOf("## Notes"));
  }
}
