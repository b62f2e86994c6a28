package org.conv4j.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds implementations of layers and chooses between them, as {@link Convolvers} does for
 * convolutions.
 *
 * <pre>{@code
 * NdArray y = LayerConvolvers.auto().convolve(x, weights, bias, LayerOptions.basic());
 * }</pre>
 */
public final class LayerConvolvers {
  static final Discovery<LayerConvolver> FOUND =
      new Discovery<>(
          LayerConvolver.class, LayerConvolver::name, "layer convolver", "add conv-direct");

  /** The automatic choices, one for each class of accuracy. */
  private static final Map<Accuracy, LayerConvolver> AUTO = new ConcurrentHashMap<>();

  private LayerConvolvers() {}

  /**
   * The implementations on the class path or module path.
   *
   * @return an unmodifiable list in the order of their names
   * @throws java.util.ServiceConfigurationError if one of them cannot be loaded
   * @throws IllegalStateException if two have the same name
   */
  public static List<LayerConvolver> available() {
    return FOUND.available();
  }

  /**
   * One implementation by its name.
   *
   * @param name that of {@link LayerConvolver#name}
   * @return that implementation
   * @throws IllegalArgumentException if there is none of that name; the message lists those present
   */
  public static LayerConvolver named(String name) {
    return FOUND.named(name);
  }

  /**
   * An implementation that chooses the cheapest one anew for each call. Calling this is cheap:
   * implementations are looked up once, and the same object is returned each time.
   *
   * @return that implementation; the only one itself if there is only one
   * @throws IllegalStateException if there is none
   */
  public static LayerConvolver auto() {
    return auto(Accuracy.NORMWISE);
  }

  /**
   * An implementation that chooses for each call the cheapest one of a sufficient accuracy class.
   * Results on integers are exact in any case. The same class always gives the same object.
   *
   * @param atLeast the class of error bound that floating-point results must meet
   * @return that implementation; the only one itself if there is only one and it suffices
   * @throws IllegalStateException if there is no implementation, or none that suffices for any
   *     dtype
   */
  public static LayerConvolver auto(Accuracy atLeast) {
    Objects.requireNonNull(atLeast, "atLeast");
    return AUTO.computeIfAbsent(atLeast, accuracy -> auto(accuracy, available()));
  }

  static LayerConvolver auto(Accuracy atLeast, List<LayerConvolver> available) {
    FOUND.requireAny(available);
    if (available.size() == 1 && available.get(0).capabilities().accuracy().satisfies(atLeast)) {
      return available.get(0);
    }
    LayerConvolver auto = new AutoLayerConvolver(available, atLeast);
    auto.capabilities(); // throws here rather than at the first use if there are none
    return auto;
  }

  /**
   * The decision that {@link #auto(Accuracy)} makes for a call, with its reason: of the
   * implementations that claim the call and meet the class, the one with the lowest {@link
   * LayerConvolver#estimateNanos}. A candidate without an estimate comes after all that give one.
   *
   * @param input the shape of the input, in the layout of the options
   * @param weights the shape of the weights
   * @param options stride, padding and so on
   * @param dtype the type of input and weights
   * @param atLeast the class of error bound that floating-point results must meet
   * @return the decision
   * @throws IllegalArgumentException if shapes and options do not go together
   * @throws UnsupportedOperationException if no implementation can take the call
   */
  public static Choice<LayerConvolver> choose(
      Shape input, Shape weights, LayerOptions options, DType dtype, Accuracy atLeast) {
    LayerGeometry geometry = LayerGeometry.of(input, weights, options);
    return new AutoLayerConvolver(available(), atLeast).choose(geometry, dtype, dtype);
  }
}
