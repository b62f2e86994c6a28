package org.conv4j.verify.junit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.ExpectedFailures;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Result;
import org.conv4j.verify.run.Runner;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** The tests of a subject of any kind: one for each law and each golden vector. */
final class Conformance {
  private Conformance() {}

  static Stream<DynamicNode> tests(Runner runner, ExpectedFailures expected) {
    List<Result> results = new ArrayList<>();
    Consumer<Check> make =
        check -> {
          Result result = runner.run(check);
          results.add(result);
          JUnitOutcome.of(
                  check, expected.judge(check, result.outcome(), LocalDate.now(ZoneOffset.UTC)))
              .report();
        };
    List<Check> manifest = Manifest.of(runner.claims().kind());
    Stream<DynamicNode> groups =
        Stream.of(
            group("laws", Check.Kind.LAW, manifest, make),
            group("golden vectors", Check.Kind.VECTOR, manifest, make));
    Stream<DynamicNode> last =
        Stream.of(
            DynamicTest.dynamicTest(
                "every expected failure can still occur",
                () -> JUnitOutcome.ofStale(expected.stale(results)).report()));
    return expected.isEmpty() ? groups : Stream.concat(groups, last);
  }

  private static DynamicContainer group(
      String name, Check.Kind kind, List<Check> manifest, Consumer<Check> make) {
    return DynamicContainer.dynamicContainer(
        name,
        manifest.stream()
            .filter(check -> check.kind() == kind)
            .map(
                check ->
                    DynamicTest.dynamicTest(
                        "[" + check.id() + "] " + check.title(), () -> make.accept(check))));
  }
}
