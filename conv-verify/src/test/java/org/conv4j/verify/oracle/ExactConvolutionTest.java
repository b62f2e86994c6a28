package org.conv4j.verify.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.conv4j.api.Convention;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactConvolutionTest {
  private static Geometry full(NdArray a, NdArray b) {
    return Geometry.of(a.shape(), b.shape(), Mode.FULL, Convention.SCIPY);
  }

  private static void allArePlain(NdArray a, NdArray b, Geometry geometry) {
    Fractions x = Fractions.of(a.doubles());
    Fractions y = Fractions.of(b.doubles());
    BigInteger[] plain = plain(x, y, geometry);
    ExactConvolution exact = new ExactConvolution(geometry);
    assertThat(exact.kronecker(x, y)).isEqualTo(plain);
    ExactSums sums = exact.sums(x, y);
    for (int i = 0; i < plain.length; i++) {
      assertThat(sums.get(i)).isEqualTo(plain[i]);
    }
  }

  /** The full result from the definition, term by term: what the quicker ways must give. */
  private static BigInteger[] plain(Fractions a, Fractions b, Geometry geometry) {
    Embedding embedding = new Embedding(geometry);
    BigInteger[] full = new BigInteger[embedding.size()];
    Arrays.fill(full, BigInteger.ZERO);
    for (int i = 0; i < a.length(); i++) {
      for (int j = 0; j < b.length(); j++) {
        int k = embedding.in1()[i] + embedding.in2()[j];
        full[k] = full[k].add(a.digit(i).multiply(b.digit(j)));
      }
    }
    return full;
  }

  @Test
  void sums_and_substitution_give_the_plain_sums_on_random_cases() {
    for (Cases c : Cases.random(1000, 1)) {
      allArePlain(c.in1(), c.in2(), c.geometry());
    }
  }

  /** Which is not taken from a full result. */
  @Test
  void the_one_output_of_operands_of_one_shape_is_the_same_in_valid_mode() {
    for (Cases c : Cases.random(300, 2)) {
      NdArray a = c.in1();
      NdArray b = c.in1().reversed();
      Fractions x = Fractions.of(a.doubles());
      Fractions y = Fractions.of(b.doubles());
      Geometry valid = Geometry.of(a.shape(), b.shape(), Mode.VALID, Convention.SCIPY);
      BigInteger[] full = plain(x, y, valid);
      assertThat(new ExactConvolution(valid).of(x, y).digits())
          .containsExactly(full[full.length / 2]);
    }
  }

  /** Where carries and borrows between slots are largest. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 8, 15, 16, 31, 64, 127, 128, 255, 256})
  void sums_and_substitution_hold_sums_of_extremes(int n) {
    for (double value : new double[] {1, 127, 128, 255, 256, 0x1p53 - 1, 0x1p31, 0x1p15 - 1}) {
      for (int sign : new int[] {1, -1}) {
        double[] same = new double[n];
        double[] other = new double[n];
        double[] alternating = new double[n];
        Arrays.fill(same, value);
        Arrays.fill(other, sign * value);
        Arrays.setAll(alternating, i -> i % 2 == 0 ? value : -value);
        NdArray a = NdArray.of(same);
        allArePlain(a, NdArray.of(other), full(a, a));
        allArePlain(NdArray.of(alternating), NdArray.of(other), full(a, a));
        allArePlain(NdArray.of(alternating), NdArray.of(alternating), full(a, a));
      }
    }
  }

  /** Carries go through all digits, up and down. */
  @Test
  void integers_of_all_bits_are_summed_exactly() {
    long[] extremes = {Long.MIN_VALUE, Long.MAX_VALUE, -1, 0, 1, Long.MIN_VALUE + 1};
    NdArray shape = NdArray.of(extremes);
    for (long x : extremes) {
      for (long y : extremes) {
        long[] same = new long[extremes.length];
        Arrays.fill(same, x);
        long[] mixed = extremes.clone();
        mixed[2] = y;
        Fractions a = Fractions.of(same);
        Fractions b = Fractions.of(mixed);
        ExactConvolution exact = new ExactConvolution(full(shape, shape));
        BigInteger[] plain = plain(a, b, full(shape, shape));
        assertThat(exact.of(a, b).digits()).isEqualTo(plain);
        assertThat(exact.kronecker(a, b)).isEqualTo(plain);
      }
    }
  }

  @Test
  void zeros_convolve_to_zeros() {
    NdArray zeros = NdArray.of(0.0, -0.0, 0.0);
    NdArray b = NdArray.of(1e300, -1e-300);
    allArePlain(zeros, b, full(zeros, b));
    assertThat(new Cases(zeros, b, full(zeros, b)).exact().digits()).containsOnly(BigInteger.ZERO);
  }

  /** Beyond the size up to which sums are taken plainly. */
  @Test
  void large_cases_are_the_sums_of_decimals() {
    Random random = new Random(4);
    double[] a = random.doubles(90, -1, 1).toArray();
    double[] b = random.doubles(70, -1e3, 1e3).toArray();
    for (Mode mode : Mode.values()) {
      agrees(NdArray.of(a), NdArray.of(b), mode);
      agrees(NdArray.wrap(a, Shape.of(9, 10)), NdArray.wrap(b, Shape.of(7, 10)), mode);
    }
  }

  private static void agrees(NdArray a, NdArray b, Mode mode) {
    Geometry geometry = Geometry.of(a.shape(), b.shape(), mode, Convention.SCIPY);
    requireDecimals(new Cases(a, b, geometry));
  }

  @Test
  void random_cases_are_the_sums_of_decimals() {
    Cases.random(500, 2).forEach(ExactConvolutionTest::requireDecimals);
  }

  /** Each element against the definition in decimals, index vector by index vector. */
  private static void requireDecimals(Cases c) {
    Dyadics exact = c.exact();
    assertThat(exact.digits()).hasSize(c.geometry().output().size());
    for (int i = 0; i < exact.digits().length; i++) {
      assertThat(DyadicsTest.decimal(exact, i)).as("%s", c).isEqualByComparingTo(decimal(c, i));
    }
  }

  private static BigDecimal decimal(Cases c, int flat) {
    int[] m = index(flat, c.geometry().output());
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 0; k < c.in2().size(); k++) {
      int[] j = index(k, c.in2().shape());
      int i = 0;
      for (int axis = 0; axis < m.length && i >= 0; axis++) {
        int at = m[axis] + c.geometry().offset()[axis] - j[axis];
        int extent = c.in1().shape().extent(axis);
        i = at < 0 || at >= extent ? -1 : i * extent + at;
      }
      if (i >= 0) {
        BigDecimal x = new BigDecimal(c.in1().doubles()[i]);
        sum = sum.add(x.multiply(new BigDecimal(c.in2().doubles()[k]), MathContext.UNLIMITED));
      }
    }
    return sum;
  }

  private static int[] index(int flat, Shape shape) {
    int[] index = new int[shape.rank()];
    int rest = flat;
    for (int axis = index.length - 1; axis >= 0; axis--) {
      index[axis] = rest % shape.extent(axis);
      rest /= shape.extent(axis);
    }
    return index;
  }
}
