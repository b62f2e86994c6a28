package org.conv4j.verify.jqwik;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.domains.DomainContextBase;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.operand.Space;

/**
 * Lets jqwik draw recipes, operands, arrays and shapes by their type, in addition to everything it
 * draws anyway, such as the enums {@code Mode}, {@code DType} and {@code Convention}.
 *
 * <pre>{@code
 * @Property
 * @Domain(ConvolverDomain.class)
 * void reversing_twice_gives_the_array(@ForAll NdArray array) {
 *   assertThat(array.reversed().reversed()).isEqualTo(array);
 * }
 * }</pre>
 *
 * <p>A subclass that overrides {@link #space()} restricts what is drawn.
 */
@Domain(DomainContext.Global.class)
public class ConvolverDomain extends DomainContextBase {
  /** A domain of everything; jqwik makes it. */
  public ConvolverDomain() {}

  /**
   * What is drawn.
   *
   * @return two operands of ranks 0 to 4, of every mode, dtype and regime, unless overridden
   */
  protected Space space() {
    return Space.all().withRegimes(Regime.values());
  }

  /**
   * Recipes of the space.
   *
   * @return an arbitrary
   */
  @Provide
  public Arbitrary<Recipe> recipes() {
    return ConvolverArbitraries.recipes(space());
  }

  /**
   * Operands of the space, with a mode.
   *
   * @return an arbitrary
   */
  @Provide
  public Arbitrary<Operands> operands() {
    return ConvolverArbitraries.operands(space());
  }

  /**
   * Single arrays of the space.
   *
   * @return an arbitrary
   */
  @Provide
  public Arbitrary<NdArray> arrays() {
    return ConvolverArbitraries.arrays(space());
  }

  /**
   * Single shapes of the space.
   *
   * @return an arbitrary
   */
  @Provide
  public Arbitrary<Shape> shapes() {
    return ConvolverArbitraries.shapes(space());
  }
}
