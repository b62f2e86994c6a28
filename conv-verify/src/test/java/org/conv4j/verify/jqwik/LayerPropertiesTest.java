package org.conv4j.verify.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.conv4j.api.LayerConvolver;
import org.conv4j.verify.jqwik.Launched.Ended;
import org.conv4j.verify.jqwik.Launched.Ending;
import org.conv4j.verify.layer.law.LayerLaws;
import org.conv4j.verify.layer.law.PlainLayers;
import org.conv4j.verify.layer.mutant.LayerMutants;
import org.conv4j.verify.run.ExpectedFailure;
import org.conv4j.verify.run.ExpectedFailures;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs what a user of jqwik writes for layers, as a build does. */
class LayerPropertiesTest {
  private static final int FEW = 3;

  static final class Plain extends LayerProperties {
    @Override
    public LayerConvolver layers() {
      return new PlainLayers();
    }
  }

  @AddLifecycleHook(FixedSeed.class)
  static final class Wrong extends LayerProperties {
    /** What is wrong. jqwik makes the instances, which cannot be told otherwise. */
    private static String mutant;

    @Override
    public LayerConvolver layers() {
      return LayerMutants.named(mutant).layers();
    }

    @Override
    public ExpectedFailures expectedFailures() {
      return new ExpectedFailures(
          List.of(
              new ExpectedFailure(
                  "layer.channels", "bug 17", "https://example.org", LocalDate.of(9999, 12, 31))));
    }

    @Example
    void once_more_what_fails() {
      replay("layer.exact/float64/1x1x2/1x1x2/plain/integers/1");
    }
  }

  static final class Missing extends LayerProperties {
    @Override
    public LayerConvolver layers() {
      return null;
    }
  }

  private static Map<String, String> tries(int count) {
    return Map.of("jqwik.tries.default", String.valueOf(count));
  }

  @Test
  void what_is_not_claimed_is_skipped_with_the_reason() {
    List<Ended> all = Launched.run(Plain.class, tries(FEW));
    assertThat(all).hasSameSizeAs(LayerLaws.all());
    assertThat(all).extracting(Ended::status).containsOnly(Ending.SUCCESSFUL, Ending.SKIPPED);
    assertThat(all)
        .filteredOn(e -> e.status() == Ending.SKIPPED)
        .allMatch(e -> e.message().startsWith("not claimed: "))
        .anyMatch(e -> e.property().equals("layer_integers"));
  }

  @Test
  void a_class_without_layers_fails() {
    List<Ended> all = Launched.run(Missing.class, tries(FEW));
    assertThat(all).hasSameSizeAs(LayerLaws.all());
    assertThat(all).extracting(Ended::status).containsOnly(Ending.FAILED);
    assertThat(all)
        .extracting(Ended::message)
        .containsOnly("the layer convolver under test is null");
  }

  @ParameterizedTest
  @CsvSource({
    "formula.convolution, layer_exact, layer.exact/float64/1x1x2/1x1x2/plain/integers/[0-7]",
    "stride.from-end, layer_stride, layer.stride/float64/1x1x2/1x1x1/plain/integers/[0-7]",
    "bias.twice, layer_bias, layer.bias/float64/1x1x1/1x1x1/plain/integers/[0-7]",
    "rare.eight-channels, layer_sizes, layer.sizes/float64/1x8x1/1x8x1/plain/integers/[0-7]",
    "rare.kernel-of-eight, layer_sizes, layer.sizes/float64/1x1x8/1x1x8/plain/integers/[0-7]",
    "state.input-changed, layer_inputs_unchanged, layer.inputs.unchanged/float64/1x1x1/1x1x1/plain/integers/[0-7]",
  })
  void wrong_layers_fail_on_the_smallest_recipe(String mutant, String property, String smallest) {
    Wrong.mutant = "layer." + mutant;
    Ended ended = Launched.run(Wrong.class, property, tries(300));
    assertThat(ended.status()).isEqualTo(Ending.FAILED);
    String token = ended.message().replaceAll("(?s).*\n  replay    ", "");
    assertThat(token).matches(smallest);
    String recipe = token.substring(token.indexOf('/') + 1);
    assertThat(ended.report())
        .containsPattern("Shrunk Sample \\([0-9]+ steps\\)\\R-+\\R  recipe: " + recipe + "\\R")
        .contains(token, "seed = 1 ")
        // The layers got copies.
        .doesNotContain("After Execution");
    assertThat(replayed(token)).isInstanceOf(Outcome.Failed.class);
  }

  /** As the command line does it. */
  private static Outcome replayed(String token) {
    return Runner.ofLayers(new Wrong().layers(), Settings.standard())
        .run(Manifest.replay(token))
        .outcome();
  }

  @Test
  void a_failure_shows_all_that_is_needed_to_repeat_it() {
    Wrong.mutant = "layer.formula.convolution";
    Ended ended = Launched.run(Wrong.class, "once_more_what_fails", tries(FEW));
    assertThat(ended.status()).isEqualTo(Ending.FAILED);
    assertThat(ended.message()).startsWith("[layer.exact] ");
    assertThat(ended.message().lines().skip(1))
        .anyMatch(line -> line.startsWith("  input     ["))
        .anyMatch(line -> line.startsWith("  weights   ["))
        .anyMatch(line -> line.equals("  options   stride 1"))
        .last()
        .isEqualTo("  replay    layer.exact/float64/1x1x2/1x1x2/plain/integers/1");
  }

  @Test
  void an_expected_failure_is_aborted() {
    Wrong.mutant = "layer.formula.convolution";
    Ended ended = Launched.run(Wrong.class, "layer_channels", tries(300));
    assertThat(ended.status()).isEqualTo(Ending.ABORTED);
    assertThat(ended.message())
        .isEqualTo("expected to fail until 9999-12-31: bug 17, https://example.org");
  }
}
