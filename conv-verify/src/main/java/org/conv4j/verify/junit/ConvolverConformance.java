package org.conv4j.verify.junit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.conv4j.api.Convolver;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.ExpectedFailures;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Result;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Validates a convolver. A test class that implements this interface runs every law and every
 * golden vector against it, each as a test of its own.
 *
 * <pre>{@code
 * class MyConvolverTest implements ConvolverConformance {
 *   public Convolver convolver() {
 *     return new MyConvolver();
 *   }
 * }
 * }</pre>
 *
 * <p>What {@link Convolver#capabilities()} does not claim is skipped, with the reason, and must be
 * refused. A law that fails shows the smallest operands that were found, the expected result and
 * the actual one. All tests are JUnit Jupiter tests, so the class may hold further ones. Nothing
 * else has to be set up.
 */
public interface ConvolverConformance {
  /**
   * The convolver to validate, asked for once.
   *
   * @return the convolver under test
   */
  Convolver convolver();

  /**
   * The seed, the number of tries and the time a call may take.
   *
   * @return {@link Settings#standard()} unless overridden
   */
  default Settings settings() {
    return Settings.standard();
  }

  /**
   * Known failures. Their tests are skipped, with the reason, as long as they fail.
   *
   * @return none unless overridden
   */
  default ExpectedFailures expectedFailures() {
    return ExpectedFailures.none();
  }

  /**
   * One test for each law and each golden vector. Do not override this: without the annotation, an
   * override would run nothing.
   *
   * @return the tests, laws first
   */
  @TestFactory
  default Stream<DynamicNode> conformance() {
    Runner runner = new Runner(convolver(), settings());
    ExpectedFailures expected = expectedFailures();
    List<Result> results = new ArrayList<>();
    Consumer<Check> make =
        check -> {
          Result result = runner.run(check);
          results.add(result);
          JUnitOutcome.of(
                  check, expected.judge(check, result.outcome(), LocalDate.now(ZoneOffset.UTC)))
              .report();
        };
    Stream<DynamicNode> groups =
        Stream.of(
            group("laws", Check.Kind.LAW, make), group("golden vectors", Check.Kind.VECTOR, make));
    Stream<DynamicNode> last =
        Stream.of(
            DynamicTest.dynamicTest(
                "every expected failure can still occur",
                () -> JUnitOutcome.ofStale(expected.stale(results)).report()));
    return expected.isEmpty() ? groups : Stream.concat(groups, last);
  }

  private static DynamicContainer group(String name, Check.Kind kind, Consumer<Check> make) {
    return DynamicContainer.dynamicContainer(
        name,
        Manifest.all().stream()
            .filter(check -> check.kind() == kind)
            .map(
                check ->
                    DynamicTest.dynamicTest(
                        "[" + check.id() + "] " + check.title(), () -> make.accept(check))));
  }
}
