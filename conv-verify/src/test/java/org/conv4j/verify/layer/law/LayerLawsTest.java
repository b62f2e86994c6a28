package org.conv4j.verify.layer.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.NdArray;
import org.conv4j.direct.layer.DirectLayerConvolver;
import org.conv4j.verify.law.Law;
import org.conv4j.verify.layer.operand.LayerSpace;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Failure;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;
import org.conv4j.verify.subject.SubjectKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerLawsTest {
  private static final LayerConvolver RIGHT = new DirectLayerConvolver();

  @Test
  void each_law_has_an_identifier_of_layers_and_a_statement_of_one_sentence() {
    assertThat(LayerLaws.all())
        .hasSizeGreaterThanOrEqualTo(45)
        .allMatch(law -> law.id().matches("layer(\\.[a-z0-9-]+)+"))
        .allMatch(law -> law.statement().endsWith(".") && !law.statement().contains(". "))
        .allMatch(law -> LayerLaws.named(law.id()) == law);
    assertThat(LayerLaws.all())
        .filteredOn(law -> law.level() == Law.Level.SHOULD)
        .extracting(LayerLaw::id)
        .containsExactly("layer.refuse.message");
  }

  @Test
  void a_wrong_identifier_is_refused_with_the_right_ones() {
    assertThatThrownBy(() -> LayerLaws.named("none"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no law \"none\"; there are layer.shape, layer.exact, ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer.integers      | dtype INT64, INT32",
        "layer.zero-points   | dtype INT64, INT32",
        "layer.rounding      | feature ROUNDING_UP",
        "layer.layout        | feature CHANNELS_LAST",
        "layer.promotion     | operands of two dtypes",
        "layer.complex.parts | dtype COMPLEX128, COMPLEX64",
        "layer.nonfinite.local | non-finite LOCAL",
      })
  void a_law_about_nothing_that_is_claimed_tells_why(String id, String reason) {
    LayerSubject modest = new LayerSubject(RIGHT, LayerCapabilities.basic());
    assertThat(LayerLaws.named(id).notClaimed(modest)).contains(reason);
    assertThat(LayerLaws.named(id).space(LayerCapabilities.basic())).isEmpty();
  }

  @Test
  void a_law_is_checked_on_what_is_claimed_of_its_space() {
    LayerCapabilities claims =
        LayerCapabilities.basic().withMaxSpatialRank(2).withFeatures(LayerFeature.GROUPS);
    LayerSpace space = LayerLaws.named("layer.exact").space(claims).orElseThrow();
    assertThat(space.maxRank()).isEqualTo(2);
    assertThat(space.dtypes()).containsExactly(DType.FLOAT64);
    assertThat(space.never())
        .contains(LayerFeature.DILATION, LayerFeature.UNEVEN_PADDING, LayerFeature.CHANNELS_LAST)
        .doesNotContain(LayerFeature.GROUPS);
  }

  private static Failure failure(LayerConvolver layers, String id) {
    Check law =
        Manifest.of(SubjectKind.LAYER).stream()
            .filter(check -> check.id().equals(id))
            .findFirst()
            .orElseThrow();
    return failure(layers, law);
  }

  private static Failure failure(LayerConvolver layers, Check check) {
    Outcome outcome = Runner.ofLayers(layers, Settings.standard()).run(check).outcome();
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed) outcome).failure();
  }

  /** One of the most frequent mistakes, on every law that it breaks, as people see it. */
  @ParameterizedTest
  @CsvSource({
    "layer.exact, 1x1x2/1x1x2/plain",
    "layer.channels, 1x1x2/1x1x2/plain",
    "layer.im2col, 1x1x2/1x1x2/plain",
  })
  void a_flipped_kernel_is_shown_on_the_simplest_layer_that_tells(String id, String simplest) {
    LayerConvolver flips = (x, w, b, o) -> RIGHT.convolve(x, reversedKernels(w), b, o);
    Failure failure = failure(flips, id);
    assertThat(failure.token()).startsWith(id + "/float64/" + simplest + "/");
    assertThat(failure.options()).contains("stride 1");
    assertThat(failure.lines()).anyMatch(line -> line.startsWith("weights   "));
    assertThat(failure(flips, Manifest.replay(failure.token())).lines()).isEqualTo(failure.lines());
  }

  private static NdArray reversedKernels(NdArray w) {
    int taps = w.size() / (w.shape().extent(0) * w.shape().extent(1));
    double[] reversed = new double[w.size()];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = w.doubles()[i / taps * taps + taps - 1 - i % taps];
    }
    return NdArray.wrap(reversed, w.shape());
  }
}
