package org.conv4j.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.conv4j.verify.readme.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arithmetic of layers, and what is said of layers that there cannot be. */
class LayerCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String line) {
    String[] args = ("layer " + line).strip().split(" ", -1);
    return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private List<String> printed(String line) {
    assertThat(run(line)).as(err.toString()).isZero();
    return out.toString().lines().toList();
  }

  @Test
  void the_layer_of_the_textbooks_is_as_printed_there() {
    assertThat(printed("--input 32x32x3 --filters 6 --kernel 5x5"))
        .containsExactly(
            "height           floor((32 + 0 + 0 - 5) / 1) + 1 = 28",
            "width            floor((32 + 0 + 0 - 5) / 1) + 1 = 28",
            "output           28x28x6",
            "parameters       5*5*3*6 + 6 = 456",
            "multiply-adds    28*28*6 * 5*5*3 = 352,800",
            "receptive field  5x5",
            "input memory     32*32*3 * 4 bytes = 12,288 bytes",
            "weights memory   5*5*3*6 * 4 bytes = 1,800 bytes",
            "output memory    28*28*6 * 4 bytes = 18,816 bytes",
            "im2col memory    5*5*3 rows * 28*28 columns * 4 bytes = 235,200 bytes");
  }

  @Test
  void the_guide_shows_how_its_lines_begin() {
    List<String> commands =
        Document.GUIDE.commands().stream().filter(line -> line.contains(" layer ")).toList();
    assertThat(commands).hasSize(1);
    List<String> shown = Document.GUIDE.block("text", "multiply-adds").lines().toList();
    assertThat(printed(commands.get(0).replaceAll(".* layer ", "")))
        .startsWith(shown.toArray(String[]::new));
  }

  @Test
  void the_odd_zero_of_same_padding_is_after_or_before() {
    String layer = "--input 8x32x1 --filters 2 --kernel 3x5 --stride 1x2 --padding ";
    assertThat(printed(layer + "SAME_UPPER").subList(0, 7))
        .containsExactly(
            "height           ceil(8 / 1) = 8",
            "                 padding max((8 - 1)*1 + 3 - 8, 0) = 2: 1 before, 1 after",
            "                 floor((8 + 1 + 1 - 3) / 1) + 1 = 8",
            "width            ceil(32 / 2) = 16",
            "                 padding max((16 - 1)*2 + 5 - 32, 0) = 3: 1 before, 2 after",
            "                 floor((32 + 1 + 2 - 5) / 2) + 1 = 16",
            "output           8x16x2");
    out.getBuffer().setLength(0);
    assertThat(printed(layer + "same_lower"))
        .contains("                 padding max((16 - 1)*2 + 5 - 32, 0) = 3: 2 before, 1 after");
  }

  @Test
  void dilation_groups_batch_type_and_a_missing_bias_are_put_in() {
    assertThat(
            printed(
                "--input 10x10x10x4 --filters 8 --kernel 3 --dilation 1x2x3 --padding 1x2x3"
                    + " --groups 2 --batch 5 --no-bias --dtype complex128"))
        .containsExactly(
            "depth            floor((10 + 1 + 1 - 3) / 1) + 1 = 10",
            "height           effective kernel 2*(3 - 1) + 1 = 5",
            "                 floor((10 + 2 + 2 - 5) / 1) + 1 = 10",
            "width            effective kernel 3*(3 - 1) + 1 = 7",
            "                 floor((10 + 3 + 3 - 7) / 1) + 1 = 10",
            "output           10x10x10x8",
            "parameters       3*3*3*2*8 = 432",
            "multiply-adds    5 * 10*10*10*8 * 3*3*3*2 = 2,160,000",
            "receptive field  3x5x7",
            "input memory     5 * 10*10*10*4 * 16 bytes = 320,000 bytes",
            "weights memory   3*3*3*2*8 * 16 bytes = 6,912 bytes",
            "output memory    5 * 10*10*10*8 * 16 bytes = 640,000 bytes",
            "im2col memory    2 * 3*3*3*2 rows * 10*10*10 columns * 16 bytes = 1,728,000 bytes");
  }

  @Test
  void a_pointwise_layer_needs_no_im2col_unless_it_moves() {
    String layer = "--input 56x256 --filters 64 --kernel 1 --batch 2 --dtype FLOAT64";
    assertThat(printed(layer))
        .contains(
            "length           floor((56 + 0 + 0 - 1) / 1) + 1 = 56",
            "input memory     2 * 56*256 * 8 bytes = 229,376 bytes",
            "im2col memory    the input itself, 56*256 * 8 bytes = 114,688 bytes");
    out.getBuffer().setLength(0);
    assertThat(printed(layer + " --stride 2"))
        .contains("im2col memory    1*256 rows * 28 columns * 8 bytes = 57,344 bytes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "227x227x3 --filters 96 --kernel 11x11 --stride 4 | 55x55x96 | = 34,944",
        "224x224x3 --filters 64 --kernel 7x7 --stride 2 --padding 3 | 112x112x64 | = 9,472",
        "56x56x128 --filters 128 --kernel 3x3 --padding 1 --groups 128 | 56x56x128 | = 1,280",
      })
  void layers_of_known_networks_have_known_sizes(String layer, String output, String parameters) {
    assertThat(printed("--input " + layer)).contains("output           " + output);
    assertThat(out.toString().lines())
        .anyMatch(line -> line.startsWith("parameters") && line.endsWith(parameters));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--input 32x32x3 --filters 6 --kernel 33x5"
            + " | the window must not be larger than the padded input, but on spatial axis 0 a"
            + " kernel of 33 and the input has 32",
        "--input 32x32x3 --filters 6 --kernel 5x5x5"
            + " | --kernel must have one extent for each of the 2 spatial axes of 32x32x3, or one"
            + " for all: 5x5x5",
        "--input 32 --filters 6 --kernel 5"
            + " | --input must be one to three spatial extents, then channels, for example"
            + " 32x32x3: 32",
        "--input 2x2x2x2x3 --filters 6 --kernel 1"
            + " | --input must be one to three spatial extents, then channels, for example"
            + " 32x32x3: 2x2x2x2x3",
        "--input 32x32x --filters 6 --kernel 5"
            + " | --input must be one to three spatial extents, then channels, as whole numbers"
            + " joined by x: 32x32x",
        "--input 32x32x3 --filters 6 --kernel 5*5"
            + " | --kernel must be the spatial extents of a filter, as whole numbers joined by x:"
            + " 5*5",
        "--input 32x32x3 --filters 6 --kernel 5 --padding SAME"
            + " | --padding must be zeros, SAME_UPPER, SAME_LOWER or VALID, as whole numbers"
            + " joined by x: SAME",
        "--input 32x32x3 --filters 6 --kernel 5 --padding -1" + " | padding must be at least 0: -1",
        "--input 32x32x3 --filters 6 --kernel 5 --stride 1x2x3"
            + " | stride must be one number or one for each of 2 spatial axes, not 3: [1, 2, 3]",
        "--input 32x32x3 --filters 0 --kernel 5 | --filters must be at least 1: 0",
        "--input 32x32x3 --filters 6 --kernel 5 --batch 0 | --batch must be at least 1: 0",
        "--input 32x32x3 --filters 6 --kernel 5 --groups 0 | groups must be at least 1: 0",
        "--input 32x32x3 --filters 6 --kernel 5 --groups 2"
            + " | --groups must divide the channels of the input: 2 and 3",
        "--input 32x32x4 --filters 7 --kernel 5 --groups 2"
            + " | groups must divide the output channels: 2 groups, weights (7, 2, 5, 5)",
        "--input 0x32x3 --filters 6 --kernel 5"
            + " | input and weights must not be empty: (1, 0, 32, 3) and (6, 3, 5, 5)",
        "--input 2147483647x1 --filters 2147483647 --kernel 2147483647 --dtype complex128"
            + " | a number of (1, 2147483647, 1) with (2147483647, 1, 2147483647), stride 1, NHWC:"
            + " (1, 1, 2147483647) is larger than a long",
        "--input 65536x65536x1 --filters 6 --kernel 5"
            + " | a layer of (1, 65536, 65536, 1) and (6, 1, 5, 5), stride 1, NHWC, is larger than"
            + " a Java array",
      })
  void a_layer_that_there_cannot_be_is_refused_in_one_line(String layer, String message) {
    assertThat(run(layer)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).isEqualToNormalizingNewlines("conv-verify: " + message + "\n");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--input 32x32x3 --kernel 5x5",
        "--input 32x32x3 --filters six --kernel 5x5",
        "--input 32x32x3 --filters 6 --kernel 5x5 --dtype float16",
      })
  void a_missing_or_unreadable_option_is_explained(String line) {
    assertThat(run(line)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("Usage: conv-verify layer").doesNotContain("\tat ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void help_tells_every_option() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .contains(
            "--input",
            "--filters",
            "--kernel",
            "--stride",
            "--padding",
            "--dilation",
            "--groups",
            "--batch",
            "--no-bias",
            "--dtype",
            "Exit codes: 0 printed");
  }
}
