package org.conv4j.verify.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.conv4j.api.Convention;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.NdArray;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.fft.FftConvolver;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.operand.Space;
import org.conv4j.verify.oracle.Oracle;
import org.conv4j.verify.search.RecipeSearch;
import org.conv4j.verify.search.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How much of its error bound each implementation uses, on each floating type and in each regime of
 * values; printed, and below 1.
 */
class ErrorBudgetTest {
  /** For each type; the profile "thorough" asks for more. */
  private static final int RECIPES = Integer.getInteger("conv4j.recipes", 1000);

  private static final Regime[] REGIMES = {
    Regime.UNIFORM,
    Regime.NORMAL,
    Regime.POSITIVE,
    Regime.ALTERNATING,
    Regime.SPARSE,
    Regime.DECAYING,
    Regime.WIDE,
    Regime.RANGE,
    Regime.SUBNORMAL
  };

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32", "COMPLEX128", "COMPLEX64"})
  void errors_are_below_their_bounds(DType dtype) {
    Convolver direct = new DirectConvolver();
    Convolver fft = new FftConvolver();
    Map<Regime, Double> ofDirect = new EnumMap<>(Regime.class);
    Map<Regime, Double> ofFft = new EnumMap<>(Regime.class);
    Space space =
        Space.all().withDTypes(type -> type == dtype).withRegimes(REGIMES).withElements(64);
    int[] count = new int[1];
    new RecipeSearch(RECIPES, 5)
        .find(
            Source.of(space),
            recipe -> {
              Operands operands = recipe.operands();
              Oracle oracle = new Oracle(operands.in1(), operands.in2(), geometry(operands));
              ofDirect.merge(recipe.regime(), fraction(direct, recipe, oracle), Math::max);
              ofFft.merge(recipe.regime(), fraction(fft, recipe, oracle), Math::max);
              count[0]++;
              return false;
            });
    System.out.println(line(direct, dtype, ofDirect));
    System.out.println(line(fft, dtype, ofFft));
    assertThat(count[0]).isEqualTo(RECIPES);
    assertThat(ofDirect).hasSize(REGIMES.length);
    assertThat(ofDirect.values()).allMatch(fraction -> fraction < 1);
    assertThat(ofFft.values()).allMatch(fraction -> fraction < 1);
  }

  private static Geometry geometry(Operands operands) {
    return Geometry.of(
        operands.in1().shape(), operands.in2().shape(), operands.mode(), Convention.SCIPY);
  }

  private static double fraction(Convolver convolver, Recipe recipe, Oracle oracle) {
    Operands operands = recipe.operands();
    NdArray got = convolver.convolve(operands.in1(), operands.in2(), operands.mode());
    double fraction = oracle.judge(got, convolver.capabilities().accuracy()).fraction();
    assertThat(fraction).as("%s on %s", convolver, recipe.token()).isLessThan(1);
    return fraction;
  }

  private static String line(Convolver convolver, DType dtype, Map<Regime, Double> fractions) {
    return fractions.entrySet().stream()
        .map(e -> String.format(Locale.ROOT, "%s %.3f", e.getKey(), e.getValue()))
        .collect(
            Collectors.joining(
                ", ",
                String.format(
                    Locale.ROOT,
                    "largest error by bound, %s %s: %.3f (",
                    convolver.name(),
                    dtype.numpyName(),
                    fractions.values().stream().mapToDouble(x -> x).max().orElse(0)),
                ")"));
  }
}
