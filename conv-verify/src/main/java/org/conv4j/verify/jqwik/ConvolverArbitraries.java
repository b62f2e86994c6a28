package org.conv4j.verify.jqwik;

import net.jqwik.api.Arbitrary;
import org.conv4j.api.Capabilities;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.law.ConvolverLaw;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.operand.Space;
import org.conv4j.verify.search.Reach;
import org.conv4j.verify.search.RecipeArbitraries;
import org.conv4j.verify.search.Source;
import org.conv4j.verify.search.Sweep;

/**
 * Arbitraries for your own properties: the recipes and operands that laws are checked on.
 *
 * <p>A {@link Space} says what is drawn: number of operands, ranks, modes, dtypes, sizes, and the
 * {@linkplain org.conv4j.verify.operand.Regime regimes} of values, from small integers, whose sums
 * are exact, to NaN, infinities, zeros of either sign and subnormal numbers. Small operands come
 * most often, then extents around powers of two and primes. In valid mode one of the first two
 * operands covers the other.
 *
 * <pre>{@code
 * class MyProperties {
 *   private final Convolver convolver = new MyConvolver();
 *
 *   @Property
 *   void operands_of_a_full_convolution_commute(@ForAll("signals") Operands operands) {
 *     NdArray a = operands.in1();
 *     NdArray b = operands.in2();
 *     assertThat(convolver.convolve(a, b, Mode.FULL))
 *         .isEqualTo(convolver.convolve(b, a, Mode.FULL));
 *   }
 *
 *   @Provide
 *   Arbitrary<Operands> signals() {
 *     return ConvolverArbitraries.operands(
 *         Space.all()
 *             .withRanks(1, 2)
 *             .withDTypes(dtype -> dtype == DType.FLOAT64)
 *             .withRegimes(Regime.INTEGERS));
 *   }
 * }
 * }</pre>
 *
 * <p>All of them shrink by their recipes: towards full mode, rank 0, extents of 1, the first dtype
 * and the first regime of the space, and seed 0. Values are made afresh from the recipe for each
 * try and for the report, so a convolver that changes its operands spoils neither.
 */
public final class ConvolverArbitraries {
  /** Of lists of recipes; which of them are tried, and with which elements, is drawn. */
  static final long SEED = 1;

  private ConvolverArbitraries() {}

  /**
   * The recipes of a space.
   *
   * @param space what to draw from
   * @return an arbitrary
   * @throws IllegalArgumentException if there is no recipe in the space
   */
  public static Arbitrary<Recipe> recipes(Space space) {
    return RecipeArbitraries.of(space);
  }

  /**
   * The recipes that a law is checked on. A law that asks for every awkward size, or for every type
   * with every regime, draws from a fixed list.
   *
   * @param law the law
   * @param claims the subject's claims; nothing else is drawn
   * @param reach how long the operands of such a list become
   * @return an arbitrary
   * @throws IllegalArgumentException if there is nothing to check the law on; the message says why
   */
  public static Arbitrary<Recipe> recipes(ConvolverLaw law, Capabilities claims, Reach reach) {
    Space space =
        law.space(claims)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no recipe for the law "
                            + law.id()
                            + ": "
                            + law.reasonToSkip(claims).orElseThrow()));
    return Source.of(space).arbitrary(Sweep.forDrawing(law.drawing(), space, reach, SEED));
  }

  /**
   * The operands of a space, with a mode.
   *
   * @param space what to draw from
   * @return an arbitrary
   * @throws IllegalArgumentException if there is no recipe in the space
   */
  public static Arbitrary<Operands> operands(Space space) {
    return recipes(space).map(Recipe::operands);
  }

  /**
   * Single arrays: the first operands of a space.
   *
   * @param space what to draw from
   * @return an arbitrary
   * @throws IllegalArgumentException if there is no recipe in the space
   */
  public static Arbitrary<NdArray> arrays(Space space) {
    return operands(space).map(Operands::in1);
  }

  /**
   * Single shapes: those of the first operands of a space.
   *
   * @param space what to draw from
   * @return an arbitrary
   * @throws IllegalArgumentException if there is no recipe in the space
   */
  public static Arbitrary<Shape> shapes(Space space) {
    return recipes(space).map(recipe -> recipe.shapes().get(0));
  }
}
