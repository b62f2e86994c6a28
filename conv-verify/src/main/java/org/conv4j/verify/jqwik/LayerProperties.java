package org.conv4j.verify.jqwik;

import org.conv4j.api.LayerConvolver;
import org.conv4j.verify.layer.law.LayerLaw;
import org.conv4j.verify.layer.law.LayerLaws;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;

/**
 * Validates an implementation of layers with jqwik. A test class that extends this one has a
 * property for each law of layers, named after it: {@code layer_shape} for {@code layer.shape}.
 *
 * <pre>{@code
 * class MyLayersLawsTest extends LayerProperties {
 *   @Override
 *   public LayerConvolver layers() {
 *     return new MyLayers();
 *   }
 * }
 * }</pre>
 *
 * <p>All else is as {@link ConvolverProperties} says: the tries are jqwik's, a failure shows the
 * smallest layer that was found and a token that makes the same check again, and what {@link
 * LayerConvolver#capabilities()} does not claim is skipped, with the reason. On the command line,
 * {@code replay TOKEN --layer-subject NAME} makes the check. For golden vectors, write another
 * class that implements {@link org.conv4j.verify.junit.LayerConformance}.
 */
public abstract class LayerProperties extends LayerLawProperties {
  /** Called by jqwik, once for each property. */
  protected LayerProperties() {}

  /**
   * The implementation to validate, asked for once for each law.
   *
   * @return the implementation under test
   */
  public abstract LayerConvolver layers();

  @Override
  final LayerLaw law(String id) {
    return LayerLaws.named(id);
  }

  @Override
  final Runner runner(Settings settings) {
    return Runner.ofLayers(layers(), settings);
  }
}
