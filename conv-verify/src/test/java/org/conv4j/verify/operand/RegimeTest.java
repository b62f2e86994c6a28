package org.conv4j.verify.operand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import org.conv4j.api.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RegimeTest {
  private static final int COUNT = 20_000;

  private static double[] elements(Regime regime) {
    SplitMix random = new SplitMix(7);
    double[] elements = new double[COUNT];
    Arrays.setAll(elements, i -> regime.real(random, i, DType.FLOAT64));
    return elements;
  }

  private static double share(double[] elements, DoublePredicate of) {
    return Arrays.stream(elements).filter(of).count() / (double) elements.length;
  }

  private static boolean integer(double value) {
    return value == Math.rint(value);
  }

  /** Inclusive bounds, and how near to them 20,000 elements come at least. */
  @ParameterizedTest
  @CsvSource({
    "INTEGERS, -9, 9, 0",
    "DYADIC, -1, 1, 0.001",
    "UNIFORM, -1, 1, 0.001",
    "POSITIVE, 0, 1, 0.001",
    "NORMAL, -6, 6, 3",
    "ALTERNATING, -1, 1, 0.001",
    "SPARSE, -1, 1, 0.01",
    "DECAYING, -1, 1, 0.1",
    "WIDE, -0x1p100, 0x1p100, 0x1p99",
  })
  void elements_fill_the_range_that_is_promised(
      Regime regime, double low, double high, double nearness) {
    double least = Arrays.stream(elements(regime)).min().orElseThrow();
    double most = Arrays.stream(elements(regime)).max().orElseThrow();
    assertThat(least).isBetween(low, low + nearness);
    assertThat(most).isBetween(high - nearness, high);
  }

  @ParameterizedTest
  @EnumSource(
      value = Regime.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NON_FINITE", "INFINITIES", "WORDS", "EXTREMES", "LEAST"})
  void elements_are_finite(Regime regime) {
    assertThat(share(elements(regime), Double::isFinite)).isEqualTo(1);
  }

  @Test
  void integers_are_integers_and_all_of_them_come_up() {
    assertThat(share(elements(Regime.INTEGERS), RegimeTest::integer)).isEqualTo(1);
    assertThat(Arrays.stream(elements(Regime.INTEGERS)).distinct()).hasSize(19);
  }

  @Test
  void dyadic_elements_are_multiples_of_two_to_minus_twenty() {
    assertThat(share(elements(Regime.DYADIC), x -> integer(x * 0x1p20))).isEqualTo(1);
    assertThat(share(elements(Regime.DYADIC), x -> integer(x * 0x1p19))).isBetween(0.4, 0.6);
  }

  @Test
  void uniform_elements_use_all_bits_and_both_signs() {
    assertThat(share(elements(Regime.UNIFORM), x -> integer(x * 0x1p52))).isBetween(0.4, 0.6);
    assertThat(share(elements(Regime.UNIFORM), x -> x < 0)).isBetween(0.45, 0.55);
  }

  @Test
  void normal_elements_have_mean_zero_and_variance_one() {
    double[] elements = elements(Regime.NORMAL);
    assertThat(Arrays.stream(elements).average().orElseThrow()).isBetween(-0.05, 0.05);
    assertThat(Arrays.stream(elements).map(x -> x * x).average().orElseThrow())
        .isBetween(0.95, 1.05);
  }

  @Test
  void alternating_elements_change_sign_each_time_and_are_never_small() {
    double[] elements = elements(Regime.ALTERNATING);
    for (int i = 0; i < elements.length; i++) {
      assertThat(i % 2 == 0 ? elements[i] : -elements[i]).isBetween(0.5, 1.0);
    }
  }

  @Test
  void sparse_elements_are_zeros_of_either_sign_seven_times_in_eight() {
    double[] elements = elements(Regime.SPARSE);
    assertThat(share(elements, x -> x == 0)).isBetween(0.86, 0.89);
    assertThat(share(elements, x -> Double.doubleToRawLongBits(x) == Long.MIN_VALUE))
        .isBetween(0.42, 0.46);
  }

  @Test
  void decaying_elements_are_halved_every_second_and_start_again_after64() {
    double[] elements = elements(Regime.DECAYING);
    for (int i = 0; i < elements.length; i++) {
      assertThat(Math.abs(elements[i])).isLessThan(Math.scalb(1.0, -(i / 2 % 32)));
    }
    assertThat(Math.abs(elements[64])).isGreaterThan(0x1p-20);
  }

  @Test
  void wide_elements_cover_two_hundred_octaves_evenly() {
    double[] elements = elements(Regime.WIDE);
    assertThat(share(elements, x -> Math.abs(x) >= 0x1p-100)).isEqualTo(1);
    assertThat(Arrays.stream(elements).map(x -> Math.getExponent(x)).distinct()).hasSize(200);
    assertThat(share(elements, x -> Math.abs(x) < 1)).isBetween(0.48, 0.52);
  }

  @Test
  void range_elements_reach_both_ends_of_the_range() {
    double[] elements = elements(Regime.RANGE);
    assertThat(share(elements, x -> Math.abs(x) > 0x1p1000)).isGreaterThan(0.005);
    assertThat(share(elements, x -> x != 0 && Math.abs(x) < Double.MIN_NORMAL))
        .isGreaterThan(0.005);
    assertThat(share(elements, x -> x == 0)).isZero();
  }

  @Test
  void half_of_subnormal_elements_are_subnormal_or_nearly_so() {
    double[] elements = elements(Regime.SUBNORMAL);
    double small = share(elements, x -> Math.abs(x) < 4 * Double.MIN_NORMAL);
    assertThat(small).isBetween(0.47, 0.53);
    assertThat(share(elements, x -> Math.abs(x) < Double.MIN_NORMAL)).isBetween(0.3, small);
    assertThat(share(elements, x -> Math.abs(x) > 0x1p-40)).isBetween(0.47, 0.53);
    assertThat(share(elements, x -> Math.abs(x) > 0x1p40)).isZero();
  }

  @Test
  void one_in_eight_non_finite_elements_is_not_finite() {
    double[] elements = elements(Regime.NON_FINITE);
    assertThat(share(elements, x -> !Double.isFinite(x))).isBetween(0.115, 0.135);
    assertThat(share(elements, Double::isNaN)).isBetween(0.03, 0.05);
    assertThat(share(elements, x -> x == Double.POSITIVE_INFINITY)).isBetween(0.03, 0.05);
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"INT32", "INT64"})
  void extreme_integers_are_the_ends_of_the_type_and_the_units(DType dtype) {
    SplitMix random = new SplitMix(7);
    boolean word = dtype == DType.INT32;
    assertThat(Stream.generate(() -> Regime.EXTREMES.integer(random, dtype)).limit(500).distinct())
        .containsExactlyInAnyOrder(
            word ? Integer.MIN_VALUE : Long.MIN_VALUE,
            word ? Integer.MAX_VALUE : Long.MAX_VALUE,
            -1L,
            0L,
            1L);
  }

  @ParameterizedTest
  @CsvSource({"INT32, -2147483648", "INT64, -9223372036854775808"})
  void one_in_eight_of_small_integers_is_the_least_of_its_type(DType dtype, long least) {
    SplitMix random = new SplitMix(7);
    long[] elements = new long[8000];
    Arrays.setAll(elements, i -> Regime.LEAST.integer(random, dtype));
    assertThat(Arrays.stream(elements).filter(x -> x == least).count()).isBetween(900L, 1100L);
    assertThat(Arrays.stream(elements).filter(x -> x != least)).allMatch(x -> Math.abs(x) <= 9);
  }

  @ParameterizedTest
  @CsvSource({"WHOLE12, 12", "WHOLE15, 15", "WHOLE26, 26", "WHOLE31, 31"})
  void whole_numbers_are_just_below_a_power_of_two_whatever_the_type(Regime regime, int bits) {
    for (double element : elements(regime)) {
      assertThat(Math.abs(element)).isBetween((1L << bits) - 1024.0, (1L << bits) - 1.0);
    }
    SplitMix random = new SplitMix(7);
    long[] integers = new long[100];
    Arrays.setAll(integers, i -> regime.integer(random, DType.INT32));
    assertThat(Arrays.stream(integers))
        .allMatch(x -> x == x.intValue() && Math.abs(x) >= (1L << bits) - 1024);
    assertThat(Arrays.stream(integers)).anyMatch(x -> x < 0).anyMatch(x -> x > 0);
  }

  @ParameterizedTest
  @CsvSource({"LADDER, 120", "HALFWAY, 53"})
  void powers_of_two_lie_far_apart(Regime regime, int apart) {
    double[] elements = elements(regime);
    assertThat(Arrays.stream(elements))
        .allMatch(x -> Math.abs(x) == Math.scalb(1.0, Math.getExponent(x)));
    int[] steps = Arrays.stream(elements).mapToInt(Math::getExponent).sorted().distinct().toArray();
    assertThat(steps).hasSizeBetween(3, 4).contains(0, apart);
    assertThat(Arrays.stream(elements)).anyMatch(x -> x < 0).anyMatch(x -> x > 0);
  }

  @Test
  void words_use_all_bits_of_their_type() {
    SplitMix random = new SplitMix(7);
    long[] words = new long[1000];
    Arrays.setAll(words, i -> Regime.WORDS.integer(random, DType.INT32));
    assertThat(Arrays.stream(words).allMatch(w -> w == (int) w)).isTrue();
    assertThat(Arrays.stream(words).min().orElseThrow()).isLessThan(Integer.MIN_VALUE / 64 * 63);
    assertThat(Arrays.stream(words).max().orElseThrow()).isGreaterThan(Integer.MAX_VALUE / 64 * 63);
  }

  @Test
  void each_regime_suits_integers_or_the_others_and_whole_numbers_suit_all() {
    for (Regime regime : Regime.values()) {
      boolean integers = regime.suits(DType.INT64);
      assertThat(regime.suits(DType.INT32)).isEqualTo(integers);
      assertThat(regime.suits(DType.COMPLEX64)).isEqualTo(regime.suits(DType.FLOAT64));
      boolean whole = regime == Regime.INTEGERS || regime.name().startsWith("WHOLE");
      assertThat(integers && regime.suits(DType.FLOAT64)).isEqualTo(whole);
    }
  }
}
