package org.conv4j.verify.layer.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.conv4j.direct.layer.DirectLayerConvolver;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Plan;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;
import org.conv4j.verify.subject.SubjectKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerLawsHoldTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void no_law_fails_on_a_right_implementation(long seed) {
    Settings settings = Settings.standard().withSeed(seed);
    Report report =
        Runner.ofLayers(new DirectLayerConvolver(), settings)
            .run(Plan.everything(SubjectKind.LAYER), result -> {});
    assertThat(report.results())
        .as("seed %d", seed)
        .allMatch(
            result ->
                result.outcome().equals(Outcome.Passed.WHOLE)
                    || result.outcome() instanceof Outcome.NotClaimed
                    || result.outcome() instanceof Outcome.Skipped);
  }
}
