package org.conv4j.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.contract.LiteralSum;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of kernel against the literal sum, and so against each other. Add new kinds here. */
class KernelTest {
  /** The dense kernel on plain loops, with rows so short that even small operands need several. */
  static final Kernels PLAIN =
      new Kernels(
          "plain",
          new DenseKernel<>(new PlainMicroKernel(2, 20), 1 << 10, 16),
          Kernels.SCALAR.floats(),
          Kernels.SCALAR.longs(),
          Kernels.SCALAR.ints(),
          new PlainTile());

  private static final List<Kernels> IN_ORDER = List.of(Kernels.DEFINITION, Kernels.SCALAR);

  private static final List<Kernels> KERNELS =
      List.of(Kernels.DEFINITION, Kernels.SCALAR, PLAIN, Kernels.FASTEST);

  static Stream<Operands> awkward() {
    return Operands.awkward();
  }

  static Stream<Operands> longest() {
    return Operands.longest();
  }

  private static NdArray whole(Kernels kernel, Geometry geometry, NdArray in1, NdArray in2) {
    DirectPlan plan = DirectPlan.of(geometry);
    return blockwise(kernel, geometry, in1, in2, List.of(plan.whole()), true);
  }

  private static NdArray blockwise(
      Kernels kernel,
      Geometry geometry,
      NdArray in1,
      NdArray in2,
      List<Block> blocks,
      boolean fresh) {
    DirectPlan plan = DirectPlan.of(geometry);
    double[] x = (plan.swapped() ? in2 : in1).doubles();
    double[] h = (plan.swapped() ? in1 : in2).doubles();
    double[] y = new double[geometry.output().size()];
    for (Block block : blocks) {
      kernel.doubles().worker(plan, x, h, Rows.joined(y), fresh).accept(block);
    }
    return NdArray.wrap(y, geometry.output());
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void sums_of_whole_numbers_are_exact(Operands operands) {
    NdArray in1 = Operands.integers(operands.in1(), 1);
    NdArray in2 = Operands.integers(operands.in2(), 2);
    LiteralSum literal = LiteralSum.of(in1, in2);
    for (Mode mode : operands.modes()) {
      Geometry geometry = operands.geometry(mode);
      for (Kernels kernel : KERNELS) {
        assertThat(whole(kernel, geometry, in1, in2))
            .as("%s %s", kernel.name(), mode)
            .isEqualTo(literal.window(geometry).plain());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void sums_of_doubles_are_componentwise_accurate(Operands operands) {
    NdArray in1 = Operands.doubles(operands.in1(), 3);
    NdArray in2 = Operands.doubles(operands.in2(), 4);
    LiteralSum literal = LiteralSum.of(in1, in2);
    for (Mode mode : operands.modes()) {
      Geometry geometry = operands.geometry(mode);
      double factor = Accuracy.componentwiseFactor(DType.FLOAT64, geometry.longestSum());
      for (Kernels kernel : KERNELS) {
        NdArray y = whole(kernel, geometry, in1, in2);
        assertThat(literal.window(geometry).beyond(y, factor))
            .as("%s %s", kernel.name(), mode)
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void sums_of_whole_floats_are_exact(Operands operands) {
    NdArray in1 = Operands.integers(operands.in1(), 11).cast(DType.FLOAT32);
    NdArray in2 = Operands.integers(operands.in2(), 12).cast(DType.FLOAT32);
    for (Mode mode : operands.modes()) {
      DirectPlan plan = DirectPlan.of(operands.geometry(mode));
      float[] x = (plan.swapped() ? in2 : in1).floats();
      float[] h = (plan.swapped() ? in1 : in2).floats();
      float[] expected = new float[plan.rows() * plan.columns()];
      Kernels.DEFINITION
          .floats()
          .worker(plan, x, h, Rows.joined(expected), true)
          .accept(plan.whole());
      float[] actual = new float[expected.length];
      Kernels.FASTEST.floats().worker(plan, x, h, Rows.joined(actual), true).accept(plan.whole());
      assertThat(actual).as("%s", mode).isEqualTo(expected);
    }
  }

  /** The order of the taps is that of the plan's h, which is in1 if the plan is swapped. */
  @ParameterizedTest
  @MethodSource("awkward")
  void terms_are_added_in_the_order_of_the_taps(Operands operands) {
    NdArray in1 = Operands.doubles(operands.in1(), 5);
    NdArray in2 = Operands.doubles(operands.in2(), 6);
    boolean swapped = DirectPlan.of(operands.geometry(Mode.FULL)).swapped();
    LiteralSum literal = swapped ? LiteralSum.of(in2, in1) : LiteralSum.of(in1, in2);
    for (Mode mode : operands.modes()) {
      Geometry geometry = operands.geometry(mode);
      for (Kernels kernel : IN_ORDER) {
        assertThat(whole(kernel, geometry, in1, in2))
            .as("%s %s", kernel.name(), mode)
            .isEqualTo(literal.window(geometry).plain());
      }
    }
  }

  /** Full-range integers, so that sums wrap; any order of adding gives the same then. */
  @ParameterizedTest
  @MethodSource("awkward")
  void kernels_of_every_element_type_agree_bit_for_bit(Operands operands) {
    for (Mode mode : operands.modes()) {
      DirectPlan plan = DirectPlan.of(operands.geometry(mode));
      int x = (plan.swapped() ? operands.in2() : operands.in1()).size();
      int h = (plan.swapped() ? operands.in1() : operands.in2()).size();
      int y = operands.geometry(mode).output().size();
      Object[] expected = everyType(Kernels.DEFINITION, plan, x, h, y);
      Object[] actual = everyType(Kernels.SCALAR, plan, x, h, y);
      assertThat(Arrays.deepEquals(actual, expected)).as("floats, longs, ints, %s", mode).isTrue();
      Object[] fastest = everyType(Kernels.FASTEST, plan, x, h, y);
      assertThat(fastest[1]).as("longs, %s", mode).isEqualTo(expected[1]);
      assertThat(fastest[2]).as("ints, %s", mode).isEqualTo(expected[2]);
    }
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("longest")
  void the_longest_operands_give_no_less(Operands operands) {
    sums_of_whole_numbers_are_exact(operands);
    sums_of_doubles_are_componentwise_accurate(operands);
    sums_of_whole_floats_are_exact(operands);
    terms_are_added_in_the_order_of_the_taps(operands);
    kernels_of_every_element_type_agree_bit_for_bit(operands);
  }

  private static Object[] everyType(Kernels kernels, DirectPlan plan, int x, int h, int y) {
    Random random = new Random(Operands.SEED);
    float[] floats = new float[y];
    kernels
        .floats()
        .worker(plan, floats(x, random), floats(h, random), Rows.joined(floats), true)
        .accept(plan.whole());
    long[] longs = new long[y];
    long[] longX = random.longs(x).toArray();
    kernels
        .longs()
        .worker(plan, longX, random.longs(h).toArray(), Rows.joined(longs), true)
        .accept(plan.whole());
    int[] ints = new int[y];
    int[] intX = random.ints(x).toArray();
    kernels
        .ints()
        .worker(plan, intX, random.ints(h).toArray(), Rows.joined(ints), true)
        .accept(plan.whole());
    return new Object[] {floats, longs, ints};
  }

  private static float[] floats(int size, Random random) {
    float[] floats = new float[size];
    for (int i = 0; i < size; i++) {
      floats[i] = random.nextFloat() - 0.5f;
    }
    return floats;
  }

  @ParameterizedTest
  @CsvSource({
    "1 * 1",
    "9 * 4",
    "4 * 9",
    "2049 * 33",
    "33 * 2049",
    "17x33 * 4x4",
    "8x3 * 5x9",
    "2x1025 * 3x4",
    "7x8x9 * 3x3x3",
    "3x1x4x2 * 1x5x2x7",
    "3x2x2x3x2 * 2x3x3x2x4",
  })
  void any_blocks_in_any_order_give_the_same_bits(String text) {
    Operands operands = Operands.of(text);
    NdArray in1 = Operands.doubles(operands.in1(), 7);
    NdArray in2 = Operands.doubles(operands.in2(), 8);
    Random random = new Random(Operands.SEED);
    for (Mode mode : operands.modes()) {
      Geometry geometry = operands.geometry(mode);
      DirectPlan plan = DirectPlan.of(geometry);
      for (Kernels kernel : KERNELS) {
        NdArray whole = whole(kernel, geometry, in1, in2);
        for (int round = 0; round < 5; round++) {
          List<Block> blocks = randomBlocks(plan, random);
          assertThat(blockwise(kernel, geometry, in1, in2, blocks, round % 2 == 0))
              .as("%s %s seed %d, blocks %s", kernel.name(), mode, Operands.SEED, blocks)
              .isEqualTo(whole);
        }
      }
    }
  }

  /** A grid of random cuts, shuffled. */
  private static List<Block> randomBlocks(DirectPlan plan, Random random) {
    List<Block> blocks = List.of(plan.whole());
    for (int axis = 0; axis <= plan.last(); axis++) {
      List<Block> parts = new ArrayList<>();
      int[] cuts = cuts(plan.y()[axis], random);
      for (Block block : blocks) {
        for (int i = 1; i < cuts.length; i++) {
          if (cuts[i] > cuts[i - 1]) {
            int[] from = block.from().clone();
            int[] to = block.to().clone();
            from[axis] = cuts[i - 1];
            to[axis] = cuts[i];
            parts.add(new Block(from, to));
          }
        }
      }
      blocks = parts;
    }
    Collections.shuffle(blocks, random);
    return blocks;
  }

  private static int[] cuts(int size, Random random) {
    IntStream inside = random.ints(2, 0, size + 1);
    return IntStream.concat(IntStream.of(0, size), inside).sorted().toArray();
  }

  @Test
  void a_block_leaves_the_rest_of_the_output_alone() {
    Operands operands = Operands.of("6x40 * 3x7");
    Geometry geometry = operands.geometry(Mode.SAME);
    NdArray in1 = Operands.integers(operands.in1(), 9);
    NdArray in2 = Operands.integers(operands.in2(), 10);
    for (Kernels kernel : KERNELS) {
      double[] whole = whole(kernel, geometry, in1, in2).doubles();
      Block block = new Block(new int[] {2, 11}, new int[] {4, 30});
      double[] part = blockwise(kernel, geometry, in1, in2, List.of(block), true).doubles();
      for (int i = 0; i < whole.length; i++) {
        boolean inside = i / 40 >= 2 && i / 40 < 4 && i % 40 >= 11 && i % 40 < 30;
        assertThat(part[i]).as("%s, element %d", kernel.name(), i).isEqualTo(inside ? whole[i] : 0);
      }
    }
  }

  @Test
  void kernels_have_names() {
    assertThat(KERNELS)
        .extracting(Kernels::name)
        .containsExactly("definition", "scalar", "plain", "vector");
  }
}
