package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How integers are cut into digits. */
class LimbPlanTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "-1, 1",
    "1, 2",
    "-2, 2",
    "2, 3",
    "3, 3",
    "-4, 3",
    "-5, 4",
    "2147483647, 32",
    "-2147483648, 32",
    "9223372036854775807, 64",
    "-9223372036854775808, 64",
  })
  void an_integer_takes_its_bits_and_a_sign(long value, int bits) {
    assertThat(LimbPlan.bitLength(value)).isEqualTo(bits);
  }

  private static LimbPlan plan(String operands, int word, int bitsA, int bitsB) {
    Geometry geometry = Operands.of(operands).geometry(Mode.FULL);
    return LimbPlan.of(geometry, word, bitsA, bitsB);
  }

  @Test
  void short_integers_are_one_digit() {
    LimbPlan plan = plan("1000 * 100", 64, 8, 9);
    assertThat(plan.limbsA()).isEqualTo(1);
    assertThat(plan.limbsB()).isEqualTo(1);
    assertThat(plan.shifts()).isEqualTo(1);
    assertThat(plan.convolutions()).isEqualTo(1);
    assertThat(plan.bits()).isEqualTo(50);
    assertThat(plan.error()).isLessThan(0.25);
  }

  /** As few digits as are exact: of one bit more they would not be. */
  @ParameterizedTest
  @CsvSource({
    "1000 * 100, 64, 64",
    "300x200 * 9x9, 32, 32",
    "9 * 4, 64, 40",
    "100000 * 300, 20, 64"
  })
  void digits_are_as_long_as_is_exact(String operands, int bitsA, int bitsB) {
    LimbPlan plan = plan(operands, 64, bitsA, bitsB);
    assertThat(plan.error()).isLessThan(0.25);
    assertThat(plan.limbsA()).isEqualTo((bitsA + plan.bits() - 1) / plan.bits());
    assertThat(plan.limbsB()).isEqualTo((bitsB + plan.bits() - 1) / plan.bits());
    // A bit more on both sides is four times the product, unless there are fewer digits.
    assertThat(4 * plan.error()).isGreaterThanOrEqualTo(0.25 / plan.limbsA() / plan.limbsB());
    assertThat(plan.shifts())
        .isEqualTo(
            Math.min(plan.limbsA() + plan.limbsB() - 1, (64 + plan.bits() - 1) / plan.bits()));
    assertThat(plan.convolutions())
        .isEqualTo((plan.limbsA() + plan.limbsB() + plan.shifts()) / 3.0);
  }

  /** The norms of what counts in a tile, times the digits, times the factor of the transforms. */
  @ParameterizedTest
  @CsvSource({"8, 9", "64, 64", "20, 64"})
  void the_error_is_that_of_the_transforms(int bitsA, int bitsB) {
    LimbPlan plan = plan("1000 * 100", 64, bitsA, bitsB);
    int pairs = Math.min(plan.limbsA(), plan.limbsB());
    int digits = Math.min(plan.bits(), bitsA) - 1 + Math.min(plan.bits(), bitsB) - 1;
    TileAxis axis = plan.plan().plan().last();
    int levels = Integer.numberOfTrailingZeros(axis.length()) + 1;
    double norms = Math.pow(2, digits) * Math.sqrt((double) axis.used()) * Math.sqrt(100.0);
    double factor = Accuracy.transformFactor(DType.FLOAT64, levels, pairs);
    assertThat(plan.error()).isCloseTo(factor * pairs * norms, withinPercentage(1e-9));
  }

  @Test
  void digits_are_as_few_as_hold_all_bits() {
    for (int bits = 1; bits <= 64; bits++) {
      LimbPlan plan = plan("9 * 4", 64, 64, bits);
      assertThat(plan.limbsB() * plan.bits()).isGreaterThanOrEqualTo(bits);
      assertThat((plan.limbsB() - 1) * plan.bits()).isLessThan(bits);
      assertThat(plan("9 * 4", 64, bits, 64).limbsA()).isEqualTo(plan.limbsB());
    }
  }

  @Test
  void where_only_shapes_are_known_elements_have_all_bits() {
    Geometry geometry = Operands.of("1000 * 100").geometry(Mode.SAME);
    LimbPlan longs = LimbPlan.longest(geometry, DType.INT64);
    LimbPlan ints = LimbPlan.longest(geometry, DType.INT32);
    assertThat(longs.wordBits()).isEqualTo(64);
    assertThat(ints.wordBits()).isEqualTo(32);
    assertThat(longs.limbsA()).isEqualTo((64 + longs.bits() - 1) / longs.bits());
    assertThat(ints.limbsA()).isEqualTo((32 + ints.bits() - 1) / ints.bits());
    assertThat(longs.convolutions()).isGreaterThan(ints.convolutions());
  }

  /** The last digit takes what is left, which a carry brings to the bound. */
  @Test
  void the_longest_integers_of_two_digits_are_their_sum() {
    long[] values = {32767, 32640, 32639, -32768, -32767, -129, 128, 127};
    List<double[]> digits = IntegerConvolution.split(values, 8, 2);
    for (int i = 0; i < values.length; i++) {
      assertThat(digits.get(0)[i]).isBetween(-128.0, 127.0);
      assertThat(digits.get(1)[i]).isBetween(-128.0, 128.0);
      assertThat(digits.get(0)[i] + 256 * digits.get(1)[i]).isEqualTo((double) values[i]);
    }
  }

  @Test
  void digits_add_up_to_the_integers() {
    long[] values = {0, 1, -1, 12345678901L, -98765432109876L, Long.MAX_VALUE, Long.MIN_VALUE};
    for (int bits : new int[] {9, 16, 22}) {
      int limbs = (64 + bits - 1) / bits;
      List<double[]> digits = IntegerConvolution.split(values, bits, limbs);
      assertThat(digits).hasSize(limbs);
      for (int i = 0; i < values.length; i++) {
        long sum = 0;
        for (int limb = 0; limb < limbs; limb++) {
          double digit = digits.get(limb)[i];
          assertThat(Math.abs(digit)).isLessThanOrEqualTo(Math.scalb(1.0, bits - 1));
          sum += (long) digit << (limb * bits);
        }
        assertThat(sum).isEqualTo(values[i]);
      }
    }
  }
}
