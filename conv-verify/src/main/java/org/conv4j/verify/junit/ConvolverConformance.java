package org.conv4j.verify.junit;

import java.util.stream.Stream;
import org.conv4j.api.Convolver;
import org.conv4j.verify.run.ExpectedFailures;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;
import org.junit.jupiter.api.DynamicNode;
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
    return Conformance.tests(new Runner(convolver(), settings()), expectedFailures());
  }
}
