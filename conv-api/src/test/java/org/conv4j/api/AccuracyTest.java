package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccuracyTest {
  private static final DType[] FLOATING = {
    DType.FLOAT64, DType.FLOAT32, DType.COMPLEX128, DType.COMPLEX64
  };

  /** A factor comes from fewer than ten roundings of doubles. */
  private static final double ROUNDINGS = 10 * 0x1p-53;

  @ParameterizedTest
  @CsvSource({
    "EXACT, EXACT, true",
    "EXACT, COMPONENTWISE, true",
    "EXACT, NORMWISE, true",
    "COMPONENTWISE, EXACT, false",
    "COMPONENTWISE, COMPONENTWISE, true",
    "COMPONENTWISE, NORMWISE, true",
    "NORMWISE, EXACT, false",
    "NORMWISE, COMPONENTWISE, false",
    "NORMWISE, NORMWISE, true",
  })
  void a_class_satisfies_itself_and_weaker_ones(
      Accuracy offered, Accuracy required, boolean satisfied) {
    assertThat(offered.satisfies(required)).isEqualTo(satisfied);
  }

  @ParameterizedTest
  @EnumSource(names = {"INT64", "INT32"})
  void integers_have_no_error(DType dtype) {
    assertThat(Accuracy.componentwiseFactor(dtype, 1e9)).isZero();
    assertThat(Accuracy.normwiseFactor(dtype, Shape.of(1000, 1000), Shape.of(30, 30))).isZero();
  }

  // ---- Componentwise --------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32"})
  void the_componentwise_factor_of_real_data_is_that_of_an_inner_product(DType dtype) {
    for (double terms : new double[] {1, 2, 3, 1000, 65537}) {
      double mu = terms * dtype.unitRoundoff();
      assertRelativelyNear(
          Accuracy.componentwiseFactor(dtype, terms), quotient(mu), "%s terms", terms);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"COMPLEX128", "COMPLEX64"})
  void the_componentwise_factor_of_complex_data_is_that_of_twice_as_many_real_products(
      DType dtype) {
    for (double terms : new double[] {1, 2, 3, 1000, 65537}) {
      double mu = 2 * terms * dtype.unitRoundoff();
      assertRelativelyNear(
          Accuracy.componentwiseFactor(dtype, terms), quotient(mu), "%s terms", terms);
    }
  }

  /** m u / (1 - m u) without a rounding of the denominator. */
  private static double quotient(double mu) {
    BigDecimal exact = new BigDecimal(mu);
    return exact.divide(BigDecimal.ONE.subtract(exact), MathContext.DECIMAL128).doubleValue();
  }

  @ParameterizedTest
  @CsvSource({"FLOAT64, 0x1p-53", "FLOAT32, 0x1p-24"})
  void one_real_product_is_rounded_once(DType dtype, double u) {
    double factor = Accuracy.componentwiseFactor(dtype, 1);
    assertThat(factor).isBetween(u, u * (1 + 4 * u));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32", "COMPLEX128", "COMPLEX64"})
  void the_componentwise_factor_grows_with_the_terms(DType dtype) {
    double last = 0;
    for (int terms = 1; terms <= 1 << 20; terms *= 2) {
      double factor = Accuracy.componentwiseFactor(dtype, terms);
      assertThat(factor).as("%s terms", terms).isGreaterThan(last);
      last = factor;
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32", "COMPLEX128", "COMPLEX64"})
  void where_the_theorem_ends_the_componentwise_factor_is_infinite(DType dtype) {
    double end = 1 / dtype.unitRoundoff();
    assertThat(Accuracy.componentwiseFactor(dtype, end)).isInfinite().isPositive();
    assertThat(Accuracy.componentwiseFactor(dtype, 4 * end)).isInfinite().isPositive();
    assertThat(Accuracy.componentwiseFactor(dtype, end / 4)).isFinite().isPositive();
  }

  // ---- Normwise -------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "2, 1, 2",
    "2, 2, 3",
    "3, 3, 4",
    "4, 5, 4",
    "5, 5, 5",
    "1000, 25, 11",
    "1000, 26, 12",
    "2147483647, 2147483647, 33",
  })
  void the_normwise_factor_is_that_of_three_transforms(int n, int k, int levels) {
    for (DType dtype : FLOATING) {
      assertRelativelyNear(
          Accuracy.normwiseFactor(dtype, Shape.of(n), Shape.of(k)),
          threeTransforms(dtype, levels),
          "%s",
          dtype);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32", "COMPLEX128", "COMPLEX64"})
  void the_levels_of_several_axes_add(DType dtype) {
    double factor = Accuracy.normwiseFactor(dtype, Shape.of(4, 1, 1000), Shape.of(5, 1, 26));
    assertRelativelyNear(factor, threeTransforms(dtype, 4 + 1 + 12), "%s", dtype);
  }

  /**
   * (1 + u)^(3t + p - 1) (1 + u sqrt 5)^(3t+1) (1 + u)^(3t) - 1 in sixty digits, p being 2 for
   * complex data and 1 for real.
   */
  private static double threeTransforms(DType dtype, int levels) {
    double u = dtype.unitRoundoff();
    int products = dtype.isComplex() ? 2 : 1;
    MathContext digits = new MathContext(60, RoundingMode.HALF_EVEN);
    BigDecimal unit = new BigDecimal(u);
    BigDecimal transforms = BigDecimal.ONE.add(unit).pow(6 * levels + products - 1, digits);
    BigDecimal sqrt5 = BigDecimal.valueOf(5).sqrt(digits);
    BigDecimal twiddles =
        BigDecimal.ONE.add(unit.multiply(sqrt5, digits)).pow(3 * levels + 1, digits);
    return transforms.multiply(twiddles, digits).subtract(BigDecimal.ONE).doubleValue();
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32", "COMPLEX128", "COMPLEX64"})
  void the_normwise_factor_never_shrinks_as_operands_grow_and_grows_with_every_doubling(
      DType dtype) {
    double last = 0;
    for (int n = 1; n <= 1 << 20; n *= 2) {
      double single = Accuracy.normwiseFactor(dtype, Shape.of(n), Shape.of(1));
      double between = Accuracy.normwiseFactor(dtype, Shape.of(n), Shape.of(n));
      assertThat(single).as("%s elements", n).isGreaterThan(last);
      assertThat(between).as("%s elements", n).isGreaterThanOrEqualTo(single);
      last = single;
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32", "COMPLEX128", "COMPLEX64"})
  void the_normwise_factor_does_not_depend_on_the_order_of_operands(DType dtype) {
    Shape a = Shape.of(100, 3);
    Shape b = Shape.of(7, 90);
    assertThat(Accuracy.normwiseFactor(dtype, a, b))
        .isEqualTo(Accuracy.normwiseFactor(dtype, b, a));
  }

  private static void assertRelativelyNear(
      double actual, double expected, String description, Object argument) {
    assertThat(Math.abs(actual - expected) / expected)
        .as(description + ": %s and %s", argument, actual, expected)
        .isLessThanOrEqualTo(ROUNDINGS);
  }

  @ParameterizedTest
  @CsvSource({
    // An axis of 7 with padding 1 and 1 and a kernel of 3 needs a transform of 9 + 2 * 2.
    "7, 3, 1, 1, DOWN, 1, 5",
    // Windows of 2 * 4 + 1 on an axis of 8 + 2, and 2 * 8.
    "8, 5, 1, 2, DOWN, 1, 6",
    // Rounded up, the third window of 4 ends at 12, beyond the axis of 10.
    "10, 4, 0, 1, UP, 4, 6",
    "10, 4, 0, 1, DOWN, 4, 5",
  })
  void the_factor_of_a_layer_is_that_of_transforms_with_room_for_its_gradients(
      int n, int k, int padding, int dilation, Rounding rounding, int stride, int levels) {
    LayerOptions options =
        LayerOptions.basic()
            .withPadding(padding)
            .withDilation(dilation)
            .withRounding(rounding)
            .withStride(stride);
    LayerGeometry layer = LayerGeometry.of(Shape.of(2, 3, n), Shape.of(4, 3, k), options);
    for (int pairs : new int[] {1, 3, 100}) {
      assertThat(Accuracy.normwiseFactor(DType.FLOAT32, layer, pairs))
          .isEqualTo(Accuracy.transformFactor(DType.FLOAT32, levels, pairs));
      assertThat(Accuracy.normwiseFactor(DType.COMPLEX128, layer, pairs))
          .isEqualTo(Accuracy.transformFactor(DType.COMPLEX128, levels, 2 * pairs));
      assertThat(Accuracy.normwiseFactor(DType.INT32, layer, pairs)).isZero();
    }
  }

  @Test
  void the_levels_of_the_spatial_axes_of_a_layer_add() {
    LayerGeometry layer =
        LayerGeometry.of(Shape.of(1, 1, 7, 30), Shape.of(1, 1, 3, 3), LayerOptions.basic());
    assertThat(Accuracy.normwiseFactor(DType.FLOAT64, layer, 1))
        .isEqualTo(Accuracy.transformFactor(DType.FLOAT64, 5 + 7, 1));
  }
}
