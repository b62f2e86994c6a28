package org.conv4j.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedConvolution;
import org.conv4j.api.Shape;
import org.conv4j.api.contract.LiteralSum;
import org.conv4j.api.contract.Operands;
import org.conv4j.api.internal.DefiningSum;
import org.conv4j.api.internal.VectorModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Results that are exact in any order of adding, on few shapes: one for each way through the code.
 * The other tests take many shapes; these answer at once, which mutation testing needs.
 */
class ExactResultsTest {
  private static final Kernels[] KERNELS = {
    Kernels.DEFINITION, Kernels.SCALAR, KernelTest.PLAIN, Kernels.FASTEST
  };

  static Stream<String> shapes() {
    return Stream.of(
        "1 * 1",
        "9 * 4",
        "4 * 9",
        "70 * 67",
        "67 * 70",
        "300 * 90",
        "700 * 11",
        "1300 * 6",
        "9x8 * 3x5",
        "8x3 * 5x9",
        "5x9 * 12x40",
        "6x40 * 3x7",
        "70x6 * 66x3",
        "5x70 * 1x5",
        "20x21 * 17x9",
        "9x60 * 3x150",
        "9x10x3 * 4x5x1",
        "20x3 * 9x1",
        "5x7x70 * 2x4x1",
        "4x5x6 * 2x3x2",
        "2x3x4x5 * 2x2x2x2");
  }

  // ---- Kernels --------------------------------------------------------------------------------

  private static void assertKernelIsExact(Kernels kernels, Operands operands, Mode mode) {
    Geometry geometry = operands.geometry(mode);
    DirectPlan plan = DirectPlan.of(geometry);
    NdArray in1 = Operands.integers(operands.in1(), 1);
    NdArray in2 = Operands.integers(operands.in2(), 2);
    double[] x = (plan.swapped() ? in2 : in1).doubles();
    double[] h = (plan.swapped() ? in1 : in2).doubles();
    double[] expected = LiteralSum.of(in1, in2).window(geometry).plain().doubles();
    double[] fresh = new double[expected.length];
    kernels.doubles().worker(plan, x, h, Rows.joined(fresh), true).accept(plan.whole());
    assertThat(fresh).as("%s %s %s", kernels.name(), operands, mode).isEqualTo(expected);
    double[] added = new double[expected.length];
    addTwice(kernels, plan, x, h, Rows.joined(added));
    Arrays.setAll(expected, i -> 5 + 2 * expected[i]);
    assertThat(added).as("%s %s %s, blocks", kernels.name(), operands, mode).isEqualTo(expected);
    if (plan.last() == 1) {
      double[][] rows = new double[plan.rows()][plan.columns()];
      addTwice(kernels, plan, x, h, Rows.apart(rows));
      assertThat(Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray())
          .as("%s %s %s, rows apart", kernels.name(), operands, mode)
          .isEqualTo(expected);
    }
  }

  /** In blocks, to outputs of 5, twice with one worker. */
  private static void addTwice(
      Kernels kernels, DirectPlan plan, double[] x, double[] h, Rows<double[]> y) {
    for (int row = 0; row < plan.rows(); row++) {
      int start = y.start(row, plan.columns());
      Arrays.fill(y.array(row), start, start + plan.columns(), 5);
    }
    int[] extents = plan.y().clone();
    Arrays.setAll(extents, axis -> Math.max(1, (extents[axis] * 2 + 2) / 3));
    Kernel.Worker<double[]> worker = kernels.doubles().worker(plan);
    for (int round = 0; round < 2; round++) {
      worker.begin(Rows.joined(x), h, y, false);
      for (Block block : plan.blocks(extents)) {
        worker.compute(block);
      }
      worker.end(round == 0);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void every_kernel_is_exact(String text) {
    Operands operands = Operands.of(text);
    for (Kernels kernels : KERNELS) {
      for (Mode mode : operands.modes()) {
        assertKernelIsExact(kernels, operands, mode);
      }
    }
  }

  // ---- Convolvers -----------------------------------------------------------------------------

  private static NdArray integers(Shape shape, int which, DType dtype) {
    NdArray re = Operands.integers(shape, which);
    return dtype.isComplex()
        ? NdArray.wrapComplex(re.doubles(), Operands.integers(shape, which + 50).doubles(), shape)
            .cast(dtype)
        : re.cast(dtype);
  }

  private static NdArray literal(NdArray in1, NdArray in2, Geometry geometry, DType dtype) {
    if (!dtype.isComplex()) {
      return LiteralSum.of(in1.cast(DType.FLOAT64), in2.cast(DType.FLOAT64))
          .window(geometry)
          .plain()
          .cast(dtype);
    }
    NdArray a = in1.cast(DType.COMPLEX128);
    NdArray b = in2.cast(DType.COMPLEX128);
    double[] re = LiteralSum.of(a.real(), b.real()).window(geometry).plain().doubles();
    double[] minus = LiteralSum.of(a.imaginary(), b.imaginary()).window(geometry).plain().doubles();
    double[] im = LiteralSum.of(a.real(), b.imaginary()).window(geometry).plain().doubles();
    double[] plus = LiteralSum.of(a.imaginary(), b.real()).window(geometry).plain().doubles();
    Arrays.setAll(re, i -> re[i] - minus[i]);
    Arrays.setAll(im, i -> im[i] + plus[i]);
    return NdArray.wrapComplex(re, im, geometry.output()).cast(dtype);
  }

  private static void assertConvolverIsExact(Kernels kernels, String text, DType dtype) {
    DirectConvolver convolver = new DirectConvolver(() -> kernels, 2);
    Operands operands = Operands.of(text);
    NdArray in1 = integers(operands.in1(), 3, dtype);
    NdArray other = integers(operands.in1(), 4, dtype);
    NdArray in2 = integers(operands.in2(), 5, dtype);
    for (Mode mode : operands.modes()) {
      Geometry geometry = operands.geometry(mode);
      NdArray expected = literal(in1, in2, geometry, dtype);
      assertThat(convolver.convolve(in1, in2, mode))
          .as("%s %s %s", kernels.name(), mode, dtype)
          .isEqualTo(expected);
      PreparedConvolution prepared = convolver.prepare(in2, operands.in1(), mode);
      assertThat(prepared.apply(in1)).isEqualTo(expected);
      assertThat(prepared.apply(other)).isEqualTo(literal(other, in2, geometry, dtype));
      assertThat(prepared.apply(in1)).as("%s, again", mode).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void doubles_are_exact_with_every_kernel(String text) {
    for (Kernels kernels : KERNELS) {
      assertConvolverIsExact(kernels, text, DType.FLOAT64);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void every_type_is_exact(String text) {
    for (DType dtype : DType.values()) {
      assertConvolverIsExact(Kernels.SCALAR, text, dtype);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void every_type_is_exact_with_the_fastest_kernel(String text) {
    for (DType dtype : DType.values()) {
      assertConvolverIsExact(Kernels.FASTEST, text, dtype);
    }
  }

  /** Not only on vectors of 512 bits, where it is the fastest kernel. */
  @ParameterizedTest
  @MethodSource("shapes")
  void longs_are_exact_on_vectors_of_any_length(String text) {
    assumeTrue(VectorModule.get().isPresent(), "needs the vector module");
    Kernels vectors =
        new Kernels(
            "vector longs",
            Kernels.SCALAR.doubles(),
            Kernels.SCALAR.floats(),
            new DenseKernel<>(new SimdLongs(), Long.BYTES),
            Kernels.SCALAR.ints(),
            new PlainTile());
    assertConvolverIsExact(vectors, text, DType.INT64);
  }

  @Test
  void the_definition_is_exact_in_every_type() {
    for (DType dtype : DType.values()) {
      assertConvolverIsExact(Kernels.DEFINITION, "9x8 * 3x5", dtype);
    }
  }

  @Test
  void plain_arrays_are_convolved_as_they_are() {
    DirectConvolver direct = new DirectConvolver();
    assertThat(direct.convolve(new double[] {1, 2, 3}, new double[] {1, 1}, Mode.SAME))
        .containsExactly(1, 3, 5);
    Operands operands = Operands.of("70 * 67");
    NdArray in1 = Operands.integers(operands.in1(), 6);
    NdArray in2 = Operands.integers(operands.in2(), 7);
    assertThat(direct.convolve(in1.doubles(), in2.doubles(), Mode.FULL))
        .isEqualTo(LiteralSum.of(in1, in2).plain().doubles());
    for (double[] empty : new double[][] {{}, {1}}) {
      double[] other = empty.length == 0 ? new double[] {1} : new double[0];
      assertThatThrownBy(() -> direct.convolve(empty, other, Mode.FULL))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("operands must not be empty: ");
    }
  }

  /** Enough work for several threads, each with more than one block. */
  @Test
  void several_threads_are_exact() {
    for (String text : new String[] {"60000 * 71", "300x257 * 9x9"}) {
      Operands operands = Operands.of(text);
      NdArray in1 = Operands.integers(operands.in1(), 6);
      NdArray in2 = Operands.integers(operands.in2(), 7);
      NdArray expected = LiteralSum.of(in1, in2).window(operands.geometry(Mode.SAME)).plain();
      for (Kernels kernels : List.of(Kernels.SCALAR, Kernels.FASTEST)) {
        PreparedConvolution prepared =
            new DirectConvolver(() -> kernels, 3).prepare(in2, operands.in1(), Mode.SAME);
        assertThat(prepared.apply(in1)).as("%s %s", text, kernels.name()).isEqualTo(expected);
        assertThat(prepared.apply(in1)).as("%s, again", text).isEqualTo(expected);
      }
    }
  }

  /** Blocks are repaired by the threads that made them. */
  @Test
  void several_threads_repair_what_is_not_finite() {
    Operands operands = Operands.of("60000 * 71");
    NdArray in1 = Operands.integers(operands.in1(), 6);
    NdArray in2 = Operands.integers(operands.in2(), 7);
    in1.doubles()[30000] = Double.NaN;
    in2.doubles()[5] = Double.POSITIVE_INFINITY;
    NdArray expected = LiteralSum.of(in1, in2).window(operands.geometry(Mode.SAME)).plain();
    DirectConvolver convolver = new DirectConvolver(() -> KernelTest.PLAIN, 3);
    assertThat(convolver.convolve(in1, in2, Mode.SAME)).isEqualTo(expected);
  }

  // ---- Values that fast loops cannot take -----------------------------------------------------

  private static final Kernels[] REPAIRING = {KernelTest.PLAIN, Kernels.FASTEST};

  static Stream<String> repaired() {
    return Stream.of(
        "9 * 4", "4 * 9", "90 * 50", "8x9 * 3x5", "3x2 * 9x8", "60x5 * 3x40", "4x5x6 * 2x3x2");
  }

  private static double[] scaled(Shape shape, int which, int exponent) {
    double[] values = Operands.integers(shape, which).doubles();
    Arrays.setAll(values, i -> Math.scalb(values[i], exponent));
    return values;
  }

  private static void assertDefinition(double[] a, double[] b, Operands operands, boolean single) {
    for (Mode mode : operands.modes()) {
      Geometry geometry = operands.geometry(mode);
      NdArray in1 = NdArray.wrap(a, operands.in1());
      NdArray in2 = NdArray.wrap(b, operands.in2());
      NdArray expected = NdArray.zeros(DType.FLOAT64, geometry.output());
      DefiningSum sum = new DefiningSum(geometry);
      double[] y = expected.doubles();
      Arrays.setAll(y, i -> sum.doubles(i, new double[][] {a}, new double[][] {b}) + 0.0);
      if (single) {
        in1 = in1.cast(DType.FLOAT32);
        in2 = in2.cast(DType.FLOAT32);
        float[][] x = {in1.floats()};
        float[][] h = {in2.floats()};
        expected = NdArray.zeros(DType.FLOAT32, geometry.output());
        for (int i = 0; i < y.length; i++) {
          expected.floats()[i] = sum.floats(i, x, h) + 0f;
        }
      }
      for (Kernels kernels : REPAIRING) {
        DirectConvolver convolver = new DirectConvolver(() -> kernels, 1);
        NdArray got = convolver.convolve(in1, in2, mode);
        assertThat(positiveZeros(got))
            .as("%s %s %s", kernels.name(), operands, mode)
            .isEqualTo(expected);
      }
    }
  }

  /** Sums of nothing but negative zeros differ in their sign. */
  private static NdArray positiveZeros(NdArray array) {
    if (array.dtype() == DType.FLOAT64) {
      Arrays.setAll(array.doubles(), i -> array.doubles()[i] + 0.0);
    } else {
      for (int i = 0; i < array.size(); i++) {
        array.floats()[i] += 0f;
      }
    }
    return array;
  }

  @ParameterizedTest
  @MethodSource("repaired")
  void sums_that_overflow_on_the_way_are_exact(String text) {
    Operands operands = Operands.of(text);
    assertDefinition(
        scaled(operands.in1(), 8, 1015), scaled(operands.in2(), 9, 4), operands, false);
    assertDefinition(
        scaled(operands.in1(), 8, 700), scaled(operands.in2(), 9, 700), operands, false);
    assertDefinition(scaled(operands.in1(), 8, 60), scaled(operands.in2(), 9, 60), operands, true);
  }

  @ParameterizedTest
  @MethodSource("repaired")
  void sums_of_products_that_underflow_are_rounded_once(String text) {
    Operands operands = Operands.of(text);
    assertDefinition(
        scaled(operands.in1(), 10, -500), scaled(operands.in2(), 11, -578), operands, false);
    assertDefinition(
        scaled(operands.in1(), 10, -70), scaled(operands.in2(), 11, -82), operands, true);
  }

  @ParameterizedTest
  @MethodSource("repaired")
  void elements_that_are_not_finite_act_where_they_are_a_factor(String text) {
    Operands operands = Operands.of(text);
    for (double odd : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      for (boolean single : new boolean[] {false, true}) {
        double[] a = scaled(operands.in1(), 12, 0);
        double[] b = scaled(operands.in2(), 13, 0);
        a[a.length / 3] = odd;
        assertDefinition(a, b, operands, single);
        b[b.length / 2] = Double.POSITIVE_INFINITY;
        assertDefinition(a, b, operands, single);
        a[a.length / 3] = 1;
        assertDefinition(a, b, operands, single);
      }
    }
  }

  /** No product overflows, but two of them do before the third comes. */
  @Test
  void a_sum_at_the_edge_of_the_range_is_exact() {
    NdArray ones = NdArray.of(1.0, 1, 1);
    NdArray large = NdArray.of(-0x1p1023, 0x1p1023, 0x1p1023);
    for (Kernels kernels : REPAIRING) {
      assertThat(new DirectConvolver(() -> kernels, 1).convolve(large, ones, Mode.VALID))
          .isEqualTo(NdArray.of(0x1p1023));
      assertThat(new DirectConvolver(() -> kernels, 1).convolve(ones, large, Mode.VALID))
          .isEqualTo(NdArray.of(0x1p1023));
    }
  }

  @Test
  void a_complex_sum_that_overflows_on_the_way_is_exact() {
    Geometry geometry = Geometry.of(Shape.of(7), Shape.of(5), Mode.FULL, Convention.SCIPY);
    double[] re1 = scaled(Shape.of(7), 14, 1015);
    double[] im1 = scaled(Shape.of(7), 15, 1015);
    double[] re2 = scaled(Shape.of(5), 16, 4);
    double[] im2 = scaled(Shape.of(5), 17, 4);
    NdArray y =
        new DirectConvolver()
            .convolve(
                NdArray.wrapComplex(re1, im1, Shape.of(7)),
                NdArray.wrapComplex(re2, im2, Shape.of(5)),
                Mode.FULL);
    DefiningSum sum = new DefiningSum(geometry);
    double[] minus = Arrays.stream(im2).map(value -> -value).toArray();
    for (int i = 0; i < 11; i++) {
      assertThat(y.real().doubles()[i])
          .isEqualTo(sum.doubles(i, new double[][] {re1, im1}, new double[][] {re2, minus}));
      assertThat(y.imaginary().doubles()[i])
          .isEqualTo(sum.doubles(i, new double[][] {re1, im1}, new double[][] {im2, re2}));
    }
  }
}
