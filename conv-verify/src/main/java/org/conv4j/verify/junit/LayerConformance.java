package org.conv4j.verify.junit;

import java.util.stream.Stream;
import org.conv4j.api.LayerConvolver;
import org.conv4j.verify.run.ExpectedFailures;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Validates an implementation of layers. A test class that implements this interface runs every law
 * and every golden vector for layers against it, each as a test of its own.
 *
 * <pre>{@code
 * class MyLayersTest implements LayerConformance {
 *   public LayerConvolver layers() {
 *     return new MyLayers();
 *   }
 * }
 * }</pre>
 *
 * <p>What {@link LayerConvolver#capabilities()} does not claim is skipped, with the reason, and
 * must be refused. A law that fails shows the smallest layer that was found, the expected result
 * and the actual one. All tests are JUnit Jupiter tests, so the class may hold further ones.
 */
public interface LayerConformance {
  /**
   * The implementation to validate, asked for once.
   *
   * @return the implementation under test
   */
  LayerConvolver layers();

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
    return Conformance.tests(Runner.ofLayers(layers(), settings()), expectedFailures());
  }
}
