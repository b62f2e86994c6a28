package org.conv4j.verify.layer.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerConvolvers;
import org.conv4j.direct.layer.DirectLayerConvolver;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Effort;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Plan;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;
import org.conv4j.verify.subject.SubjectKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerLawsHoldTest {
  private static final int SEEDS = 21;

  static List<LayerConvolver> right() {
    return Stream.concat(
            Stream.of(new DirectLayerConvolver(), new PlainLayers(), LayerConvolvers.auto()),
            LayerConvolvers.available().stream())
        .toList();
  }

  private static void noneFails(LayerConvolver layers, Settings settings) {
    Report report =
        Runner.ofLayers(layers, settings).run(Plan.everything(SubjectKind.LAYER), result -> {});
    assertThat(report.failures())
        .as("%s, seed %d", layers.name(), settings.seed())
        .map(result -> ((Outcome.Failed) result.outcome()).failure().lines())
        .isEmpty();
    assertThat(report.count(Check.Kind.LAW, Outcome.Passed.class))
        .isEqualTo(
            LayerLaws.all().stream()
                .filter(law -> law.space(layers.capabilities()).isPresent())
                .count());
  }

  @Test
  void no_law_and_no_vector_fails_on_direct_layers_or_on_a_newcomers() {
    noneFails(new DirectLayerConvolver(), Settings.of(Effort.SMOKE));
    noneFails(new PlainLayers(), Settings.of(Effort.SMOKE));
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("right")
  void none_fails_with_many_seeds(LayerConvolver layers) {
    LongStream.rangeClosed(1, SEEDS)
        .forEach(seed -> noneFails(layers, Settings.standard().withSeed(seed)));
  }
}
