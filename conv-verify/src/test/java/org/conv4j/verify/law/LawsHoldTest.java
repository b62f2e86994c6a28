package org.conv4j.verify.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

@Tag("thorough")
class LawsHoldTest {
  private static final List<Convolver> RIGHT =
      List.of(
          new NaiveConvolver(),
          new DirectConvolver(),
          new FftConvolver(),
          CommonsMath.convolver(),
          Convolvers.auto(),
          Convolvers.numpy(new NaiveConvolver()));

  @TestFactory
  Stream<DynamicTest> no_law_fails_on_a_right_convolver() {
    return RIGHT.stream()
        .flatMap(
            convolver ->
                LongStream.rangeClosed(1, 21)
                    .mapToObj(
                        seed ->
                            dynamicTest(
                                convolver.name() + ", seed " + seed,
                                () -> noLawFails(convolver, seed))));
  }

  private static void noLawFails(Convolver convolver, long seed) {
    Settings settings = Settings.standard().withSeed(seed);
    List<Check> laws =
        Manifest.all().stream().filter(check -> check.kind() == Check.Kind.LAW).toList();
    Report report = new Runner(convolver, settings).run(laws, result -> {});
    assertThat(report.results())
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
