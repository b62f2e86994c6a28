package org.conv4j.verify.junit;

import java.util.List;
import java.util.stream.Stream;
import org.conv4j.api.Convolver;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Validates a convolver: a test class that implements this interface runs every law and every
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
 * refused. A law that fails shows the smallest operands that were found, what was expected and what
 * came. All tests are those of JUnit Jupiter, so the class may hold further Jupiter tests; nothing
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
   * How to go about it: which seed, how many tries, how long a call may take.
   *
   * @return {@link Settings#standard()} unless overridden
   */
  default Settings settings() {
    return Settings.standard();
  }

  /**
   * One test for each law and each golden vector. Not to be overridden: an override without the
   * annotation would run nothing.
   *
   * @return the tests, laws first
   */
  @TestFactory
  default Stream<DynamicNode> conformance() {
    Runner runner = new Runner(convolver(), settings());
    List<Check> checks = Manifest.all();
    return Stream.of(
        group("laws", Check.Kind.LAW, checks, runner),
        group("golden vectors", Check.Kind.VECTOR, checks, runner));
  }

  private static DynamicContainer group(
      String name, Check.Kind kind, List<Check> checks, Runner runner) {
    return DynamicContainer.dynamicContainer(
        name,
        checks.stream()
            .filter(check -> check.kind() == kind)
            .map(
                check ->
                    DynamicTest.dynamicTest(
                        "[" + check.id() + "] " + check.title(),
                        () -> JUnitOutcome.report(runner.run(check)))));
  }
}
