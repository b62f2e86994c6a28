package org.conv4j.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.direct.layer.DirectLayerConvolver;
import org.conv4j.verify.layer.vector.LayerVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers as subjects of run, replay and merge. */
class LayerSubjectTest {
  private static final String WITHOUT_BIAS = WithoutBias.class.getName();

  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  /** Its bias is left out. */
  static final class WithoutBias implements LayerConvolver {
    @Override
    public NdArray convolve(NdArray x, NdArray w, NdArray b, LayerOptions options) {
      return new DirectLayerConvolver().convolve(x, w, null, options);
    }
  }

  @Test
  void a_layer_convolver_that_is_present_is_validated_by_its_name() {
    assertThat(run("run", "--layer-subject", "layer-direct", "--law", "layer.stride")).isZero();
    assertThat(out.toString())
        .startsWith("subject layer-direct")
        .contains("laws     1 passed, 0 failed", "verdict: partial: layer-direct");
  }

  @Test
  void a_class_is_validated_and_every_report_is_written() throws IOException {
    int exit =
        run(
            "run",
            "--layer-subject",
            WITHOUT_BIAS,
            "--effort",
            "smoke",
            "--reports",
            directory.toString());
    assertThat(exit).isEqualTo(1);
    assertThat(out.toString())
        .contains("FAILED   [layer.exact]", "options   stride 1", "ROOT     fix this first");
    Path folder = directory.resolve("WithoutBias");
    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("Layer convolver under test: <strong id=\"subject\">WithoutBias</strong>")
        .contains("by the kind of layer and the number of its spatial axes")
        .contains("--layer-subject")
        .contains("depthwise")
        .doesNotContain("the convolver claims");
    assertThat(Files.readString(folder.resolve("TEST-conv4j-WithoutBias.xml")))
        .contains("[layer.bias]", "golden vectors");
    out.getBuffer().setLength(0);
    String certificate = folder.resolve("certificate.json").toString();
    assertThat(run("merge", certificate)).isEqualTo(1);
    assertThat(out.toString()).contains("verdict: not conformant: WithoutBias");
  }

  @Test
  void convolvers_and_layers_are_validated_in_one_run() {
    int exit =
        run(
            "run",
            "--subject",
            "direct",
            "--layer-subject",
            "layer-direct",
            "--effort",
            "smoke",
            "--law",
            "shape.full",
            "--law",
            "layer.shape");
    assertThat(exit).isZero();
    assertThat(out.toString()).contains("verdict: partial: direct, layer-direct");
  }

  @Test
  void a_law_of_layers_is_none_of_convolvers() {
    assertThat(run("run", "--subject", "direct", "--law", "layer.shape")).isEqualTo(2);
    assertThat(err.toString()).contains("no law and no golden vector is named \"layer.shape\"");
  }

  @Test
  void a_name_of_nothing_is_told_with_the_names_that_there_are() {
    assertThat(run("run", "--layer-subject", "none")).isEqualTo(2);
    assertThat(err.toString())
        .contains("there is no layer convolver and no class named none")
        .contains("layer convolvers present: layer-direct");
    assertThat(run("run", "--layer-subject", Bad.Correlates.class.getName())).isEqualTo(2);
    assertThat(err.toString()).contains("does not implement org.conv4j.api.LayerConvolver");
  }

  @Test
  void a_token_is_replayed_with_layers_even_if_none_is_named() {
    String token = "layer.exact/int32/1x2x3/2x1x2/s2,p1:1,g2,bias,zero/integers/1f";
    assertThat(run("replay", token)).isZero();
    assertThat(out.toString())
        .startsWith("replay " + token)
        .contains("  input     [", "  weights   [", "  bias      [")
        .contains("asks      convolve, stride 2, padding 1, groups 2, zero points ")
        .contains("NdArray result = layers.convolve(input, weights, bias, options);")
        .contains("LayerConvolvers.named(\"layer-direct\")")
        .contains("np.ndindex");
  }

  @Test
  void a_token_of_layers_is_not_for_convolvers() {
    String token = "layer.exact/float64/1x1x1/1x1x1/plain/integers/0";
    assertThat(run("replay", token, "--subject", "direct")).isEqualTo(2);
    assertThat(err.toString())
        .contains("layer.exact is about a layer convolver: name one with --layer-subject");
  }

  @Test
  void a_failure_of_layers_is_shown_whole() {
    String token = "layer.bias/float64/1x1x1/1x1x1/plain/integers/1";
    assertThat(run("replay", token, "--layer-subject", WITHOUT_BIAS)).isEqualTo(1);
    assertThat(out.toString())
        .contains("subject WithoutBias", "FAILED", "first wrong at [0, 0, 0]")
        .contains("LayerConvolver layers = new " + WITHOUT_BIAS.replace('$', '.') + "();")
        .doesNotContain("in1 * in2");
  }

  @Test
  void a_golden_vector_of_layers_is_replayed() {
    String id =
        LayerVectors.all().stream()
            .filter(vector -> vector.id().contains("weight"))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(run("replay", "vector:" + id)).isZero();
    assertThat(out.toString())
        .contains("asks      weightGradient, ", "outputGradient")
        .contains("layers.weightGradient(input, outputGradient, Shape.of(");
  }

  @Test
  void a_law_of_layers_is_explained() {
    assertThat(run("laws", "layer.same")).isZero();
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("layer.same MUST SAME_UPPER and SAME_LOWER pad to as many outputs")
        .contains("needs feature UNEVEN_PADDING");
  }

  @Test
  void a_wrong_layer_is_caught_by_selftest() {
    int exit = run("selftest", "--layers", "--mutant", "layer.bias.omitted", "--law", "layer.bias");
    assertThat(out.toString()).contains("1 mutants, 1 laws", "killed   1 of 1");
    assertThat(exit).isZero();
  }
}
