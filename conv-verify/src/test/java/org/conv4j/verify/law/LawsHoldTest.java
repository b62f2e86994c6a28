package org.conv4j.verify.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.conv4j.api.Convolver;
import org.conv4j.api.Convolvers;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.fft.FftConvolver;
import org.conv4j.verify.oracle.CommonsMath;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("thorough")
class LawsHoldTest {
  private static final int SEEDS = 21;

  static List<Convolver> right() {
    return List.of(
        new NaiveConvolver(),
        new DirectConvolver(),
        new FftConvolver(),
        CommonsMath.convolver(),
        Convolvers.auto(),
        Convolvers.numpy(new DirectConvolver()));
  }

  @ParameterizedTest
  @MethodSource("right")
  void no_law_fails_on_a_right_convolver(Convolver convolver) throws Exception {
    int processors = Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(processors);
    try {
      List<Callable<Void>> runs = new ArrayList<>();
      for (long seed = 1; seed <= SEEDS; seed++) {
        Settings settings = Settings.standard().withSeed(seed);
        runs.add(
            () -> {
              noLawFails(convolver, settings);
              return null;
            });
      }
      for (Future<Void> run : pool.invokeAll(runs)) {
        run.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static void noLawFails(Convolver convolver, Settings settings) {
    List<Check> laws =
        Manifest.all().stream().filter(check -> check.kind() == Check.Kind.LAW).toList();
    Report report = new Runner(convolver, settings).run(laws, result -> {});
    assertThat(report.results())
        .as("seed %d", settings.seed())
        .extracting(Result::outcome)
        .allMatch(
            o ->
                o instanceof Outcome.Passed
                    || o instanceof Outcome.NotClaimed
                    || o instanceof Outcome.Skipped);
    assertThat(report.count(Check.Kind.LAW, Outcome.Passed.class))
        .isEqualTo(
            Laws.all().stream()
                .filter(law -> law.space(convolver.capabilities()).isPresent())
                .count());
  }
}
