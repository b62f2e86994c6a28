package org.conv4j.verify.jqwik;

import org.conv4j.api.Convolver;
import org.conv4j.verify.law.ConvolverLaw;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;

/**
 * Validates a convolver with jqwik. A test class that extends this one has a property for each law,
 * named after it: {@code shape_full} for {@code shape.full}.
 *
 * <pre>{@code
 * class MyConvolverLawsTest extends ConvolverProperties {
 *   @Override
 *   public Convolver convolver() {
 *     return new MyConvolver();
 *   }
 * }
 * }</pre>
 *
 * <p>Tries, seeds, shrinking and reporting are jqwik's, and so are its settings: {@code
 * jqwik.tries.default} in {@code junit-platform.properties} says how many recipes each law is
 * checked on; the default is 1000. A failure shows the smallest recipe that was found, the operands
 * made from it, the expected result and the actual one. The token after {@code replay} in its
 * message makes the same check again: on the command line, {@code java -jar conv-verify-cli.jar
 * replay TOKEN --subject NAME}, or with {@link #replay} in an {@code @Example}. jqwik's own seed no
 * longer does once the number of tries changes.
 *
 * <p>What {@link Convolver#capabilities()} does not claim is skipped, with the reason. A SHOULD law
 * that does not hold is reported as aborted, not as failed, and so is an {@linkplain
 * #expectedFailures expected failure}. The convolver gets copies of the operands and has a
 * {@linkplain #limit limit} of time for each recipe.
 *
 * <p>The class may hold further properties of jqwik, on the same recipes if they take {@link
 * ConvolverArbitraries} or {@link ConvolverDomain}. Jupiter plays no part here: a property with one
 * of Jupiter's annotations does not run, nor does one in a {@code @Nested} class. Use jqwik's
 * {@code @Tag} and {@code @Group}. For golden vectors, and for operands beyond {@link #reach()},
 * write another class that implements {@link org.conv4j.verify.junit.ConvolverConformance}.
 */
public abstract class ConvolverProperties extends ConvolverLawProperties {
  /** Called by jqwik, once for each property. */
  protected ConvolverProperties() {}

  /**
   * The convolver to validate, asked for once for each law.
   *
   * @return the convolver under test
   */
  public abstract Convolver convolver();

  @Override
  final ConvolverLaw law(String id) {
    return Laws.named(id);
  }

  @Override
  final Runner runner(Settings settings) {
    return new Runner(convolver(), settings);
  }
}
