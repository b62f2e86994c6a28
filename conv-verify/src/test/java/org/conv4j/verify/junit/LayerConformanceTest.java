package org.conv4j.verify.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.LinkedHashMap;
import java.util.Map;
import org.conv4j.api.LayerConvolver;
import org.conv4j.direct.layer.DirectLayerConvolver;
import org.conv4j.verify.layer.mutant.LayerMutants;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Effort;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Settings;
import org.conv4j.verify.subject.SubjectKind;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class LayerConformanceTest {
  /** What an implementer writes, and fewer tries. */
  private interface Quick extends LayerConformance {
    @Override
    default Settings settings() {
      return Settings.of(Effort.SMOKE).withTries(3);
    }
  }

  static final class Good implements Quick {
    @Override
    public LayerConvolver layers() {
      return new DirectLayerConvolver();
    }
  }

  static final class Bad implements Quick {
    @Override
    public LayerConvolver layers() {
      return LayerMutants.named("layer.formula.convolution").layers();
    }
  }

  private static Map<String, TestExecutionResult> run(Class<?> testClass) {
    Map<String, TestExecutionResult> ended = new LinkedHashMap<>();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(testClass))
            .filters(EngineFilter.includeEngines("junit-jupiter"))
            .build();
    LauncherFactory.create()
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                  ended.put(test.getDisplayName(), result);
                }
              }
            });
    return ended;
  }

  @Test
  void right_layers_pass_one_test_for_each_law_and_vector() {
    Map<String, TestExecutionResult> ended = run(Good.class);
    assertThat(ended.keySet())
        .containsExactlyElementsOf(
            Manifest.of(SubjectKind.LAYER).stream()
                .map((Check check) -> "[" + check.id() + "] " + check.title())
                .toList());
    assertThat(ended.values())
        .noneMatch(result -> result.getStatus() == Status.FAILED)
        .filteredOn(result -> result.getStatus() == Status.ABORTED)
        .extracting(result -> result.getThrowable().orElseThrow().getMessage())
        .containsExactlyInAnyOrder("not claimed: non-finite LOCAL", "everything is claimed");
  }

  @Test
  void wrong_layers_are_told_all_that_their_author_needs() {
    Map<String, TestExecutionResult> ended = run(Bad.class);
    TestExecutionResult exact =
        ended.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("[layer.exact]"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    assertThat(exact.getStatus()).isEqualTo(Status.FAILED);
    assertThat(exact.getThrowable().orElseThrow().getMessage().lines())
        .anyMatch(line -> line.startsWith("  input     ["))
        .anyMatch(line -> line.startsWith("  weights   ["))
        .anyMatch(line -> line.equals("  options   stride 1"))
        .anyMatch(line -> line.startsWith("  expected  ["))
        .anyMatch(line -> line.startsWith("  got       ["))
        .anyMatch(line -> line.startsWith("  replay    layer.exact/float64/1x1x2/1x1x2/plain/"));
  }
}
