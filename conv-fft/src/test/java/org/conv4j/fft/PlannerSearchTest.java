package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.conv4j.api.Mode;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a planner asks an engine for, and what it does with the answers. */
class PlannerSearchTest {
  /** Notes the plans that it is asked about; their costs are calls. */
  private static final class Noting implements TileEngine<double[]> {
    private final int unit;
    private final ToDoubleFunction<TilePlan> cost;
    private final IntToDoubleFunction lengthCost;
    private final List<TilePlan> asked = new ArrayList<>();

    Noting(int unit, ToDoubleFunction<TilePlan> cost) {
      this(unit, cost, length -> length);
    }

    Noting(int unit, ToDoubleFunction<TilePlan> cost, IntToDoubleFunction lengthCost) {
      this.unit = unit;
      this.cost = cost;
      this.lengthCost = lengthCost;
    }

    @Override
    public String name() {
      return "noting";
    }

    @Override
    public int unit(int axis, int rank, boolean complex) {
      return unit;
    }

    @Override
    public double lengthCost(int length) {
      return lengthCost.applyAsDouble(length);
    }

    @Override
    public void count(TilePlan plan, Channels channels, Costs costs) {
      asked.add(plan);
      costs.add(Costs.Part.CALL, cost.applyAsDouble(plan));
    }

    @Override
    public double sumNanos(TilePlan plan, Channels channels) {
      throw new AssertionError("one channel only");
    }

    @Override
    public TileSteps<double[]> steps(TilePlan plan) {
      throw new AssertionError("one channel only");
    }

    @Override
    public TileConvolution<double[]> convolution(TilePlan plan, int threads) {
      throw new AssertionError("only asked for costs");
    }

    /** Lengths of the tiles, those that overlap with an o. */
    String asked() {
      return asked.stream().map(Noting::lengths).collect(Collectors.joining(" "));
    }

    private static String lengths(TilePlan plan) {
      return plan.axes().stream()
          .map(axis -> axis.length() + (axis.window() == axis.span().from() ? "" : "o"))
          .collect(Collectors.joining("x"));
    }
  }

  private static Planner<double[]> planner(Noting... engines) {
    double[] calls = new double[Costs.doubles().length];
    calls[0] = 1;
    return new Planner<>(List.<TileEngine<double[]>>of(engines), calls);
  }

  private static Planned<double[]> plan(Noting engine, String operands, boolean powersOfTwo) {
    return planner(engine).plan(Operands.of(operands).geometry(Mode.FULL), false, powersOfTwo);
  }

  /** One tile of up to five quarters, or overlapping ones, from six fifths of the kernel on. */
  @ParameterizedTest
  @CsvSource({
    "90 * 11, 1, false, 100 108 120 125 128 16o 20o 24o 32o 40o 48o 64o 80o 96o",
    "90 * 11, 1, true, 128 16o 32o 64o",
    "90 * 11, 8, false, 120 128 16o 24o 32o 40o 48o 64o 80o 96o",
    "90 * 11, 8, true, 128 16o 32o 64o",
    "90 * 11, 32, false, 128 160 32o 64o 96o",
    "60 * 41, 1, false, 100 108 120 125 128 64o 80o 96o",
    "120 * 9, 2, false, 128 144 150 160 16o 20o 24o 32o 40o 48o 64o 80o 96o",
    "500 * 13, 1, true, 512 16o 32o 64o 128o 256o",
    "400 * 13, 1, false, 432 450 480 486 500 512 16o 20o 24o 32o 40o 48o 64o 80o 96o 128o 160o"
        + " 192o 256o 320o 384o",
    "86 * 11, 1, false, 96 100 108 120 128 16o 20o 24o 32o 40o 48o 64o 80o",
    "4 * 2, 1, false, 5 6 8",
    "4 * 2, 16, false, 16 32",
  })
  void lengths_are_tried(String operands, int unit, boolean powersOfTwo, String lengths) {
    Noting engine = new Noting(unit, plan -> 1);
    plan(engine, operands, powersOfTwo);
    assertThat(engine.asked()).isEqualTo(lengths);
  }

  @Test
  void lengths_of_several_axes_are_combined() {
    Noting engine = new Noting(1, plan -> 1);
    plan(engine, "19x10 * 2x7", false);
    assertThat(engine.asked())
        .isEqualTo("20x16 20x18 20x20 24x16 24x18 24x20 25x16 25x18 25x20 32x16 32x18 32x20");
    Noting powers = new Noting(1, plan -> 1);
    plan(powers, "40x10 * 2x7", true);
    assertThat(powers.asked()).isEqualTo("64x16 16ox16");
  }

  /** So many of each axis, the cheapest by length, and of the overlapping ones the shortest. */
  @ParameterizedTest
  @CsvSource({
    "1000, 6, 18",
    "1000x1000, 4, 12",
    "1000x99x9, 3, 5",
    "30x30x30x30, 2, 2",
    "30x9x9x9x9, 2, 2"
  })
  void with_more_axes_fewer_lengths_are_tried(String extents, int singles, int overlapping) {
    int rank = extents.split("x", -1).length;
    String kernel = "2" + "x2".repeat(rank - 1);
    Noting engine = new Noting(1, plan -> 1);
    planner(engine).plan(Operands.of(extents + " * " + kernel).geometry(Mode.VALID), false, false);
    List<TileAxis> axes = engine.asked.stream().map(plan -> plan.axis(0)).distinct().toList();
    assertThat(axes).filteredOn(axis -> axis.length() >= axis.span().enough()).hasSize(singles);
    assertThat(axes).filteredOn(axis -> axis.length() < axis.span().enough()).hasSize(overlapping);
  }

  /** Of 100 to 125, as the engine has it; and a power of two besides. */
  @Test
  void lengths_that_cost_least_are_tried_first() {
    Noting engine = new Noting(1, plan -> plan.tiles(), length -> Math.abs(length - 121));
    plan(engine, "70x3 * 31x2", false);
    assertThat(engine.asked.stream().map(plan -> plan.axis(0).length()).distinct())
        .startsWith(120, 125, 108, 100, 128);
    Noting longest = new Noting(1, plan -> plan.tiles(), length -> -length);
    plan(longest, "300x3 * 101x2", false);
    assertThat(longest.asked.stream().map(plan -> plan.axis(0).length()).distinct())
        .startsWith(500, 486, 480, 450, 512);
  }

  @Test
  void the_cheapest_is_taken_and_of_equals_the_first() {
    Noting engine = new Noting(1, plan -> Math.abs(plan.last().length() - 79));
    Planned<double[]> planned = plan(engine, "90 * 11", false);
    assertThat(planned.plan().last().length()).isEqualTo(80);
    assertThat(planned.plan().last().tiles()).isEqualTo(2);
    assertThat(planned.nanos()).isEqualTo(2);
    assertThat(plan(new Noting(1, plan -> 7), "90 * 11", false).plan().last().length())
        .isEqualTo(100);
  }

  @Test
  void the_cheapest_of_several_engines_is_taken() {
    Noting dear = new Noting(1, plan -> 9);
    Noting cheap = new Noting(1, plan -> 8);
    Planner<double[]> planner = planner(dear, cheap);
    Planned<double[]> planned =
        planner.plan(Operands.of("9 * 4").geometry(Mode.FULL), false, false);
    assertThat(planned.engine()).isSameAs(cheap);
    assertThat(planner.engines()).containsExactly(dear, cheap);
  }

  @Test
  void what_no_engine_can_do_is_refused() {
    Noting engine = new Noting(1, plan -> Double.POSITIVE_INFINITY);
    assertThatThrownBy(() -> plan(engine, "9 * 4", false))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageStartingWith("no transform is long enough, or holds in an array, for ");
    assertThat(engine.asked).isNotEmpty();
  }

  /** Infinite costs of one plan do not hide finite ones of another. */
  @Test
  void a_plan_without_a_finite_cost_is_passed_over() {
    Noting engine =
        new Noting(
            1, plan -> plan.last().length() < 108 ? Double.POSITIVE_INFINITY : plan.tiles() * 5);
    assertThat(plan(engine, "90 * 11", false).plan().last().length()).isEqualTo(108);
  }

  @Test
  void the_larger_operand_is_the_signal_if_there_are_several_tiles() {
    Noting tiles = new Noting(1, plan -> plan.tiles() == 3 ? 1 : 2);
    TilePlan swapped = plan(tiles, "11 * 90", false).plan();
    assertThat(swapped.swapped()).isTrue();
    assertThat(swapped.last().span().kernel()).isEqualTo(11);
    assertThat(swapped.tiles()).isEqualTo(3);
    assertThat(plan(tiles, "90 * 11", false).plan().swapped()).isFalse();
    TilePlan single = plan(new Noting(1, plan -> plan.tiles()), "11 * 90", false).plan();
    assertThat(single.swapped()).isFalse();
    assertThat(single.last().span().kernel()).isEqualTo(90);
    assertThat(single.last().length()).isEqualTo(100);
    assertThat(plan(tiles, "9 * 9", false).plan().swapped()).isFalse();
  }

  @Test
  void plans_that_no_array_holds_are_not_asked_about() {
    Noting engine = new Noting(1, plan -> 1);
    plan(engine, "40000x40000 * 9x9", true);
    assertThat(engine.asked).isNotEmpty().allMatch(plan -> plan.elements() < Integer.MAX_VALUE);
    assertThat(engine.asked).noneMatch(plan -> plan.tiles() == 1);
    assertThat(plan(engine, "40000x40000 * 9x9", true).plan().tiles()).isGreaterThan(1);
  }

  /** 2^30 numbers are held, 2^31 are not. */
  @Test
  void plans_that_an_array_holds_are_asked_about() {
    Noting engine = new Noting(1, plan -> 1);
    assertThat(plan(engine, "20000x20000 * 9x9", true).plan().tiles()).isEqualTo(1);
    Noting larger = new Noting(1, plan -> 1);
    assertThat(plan(larger, "20000x40000 * 9x9", true).plan().tiles()).isGreaterThan(1);
    assertThat(larger.asked).allMatch(plan -> plan.elements() <= 1 << 30);
  }

  @ParameterizedTest
  @CsvSource({"1073741824, 1073741824, 1", "1073741825, 1610612736, 0"})
  void a_single_tile_is_no_longer_than_the_longest_transform(int n, int below, int singles) {
    Noting engine = new Noting(1, plan -> plan.tiles());
    planner(engine).plan(Operands.of(n + " * 1").geometry(Mode.FULL), false, true);
    assertThat(engine.asked).filteredOn(plan -> plan.tiles() == 1).hasSize(singles);
    assertThat(engine.asked).allMatch(plan -> plan.elements() <= below);
  }

  @Test
  void the_last_256_plans_are_kept() {
    Noting engine = new Noting(1, plan -> 1);
    Planner<double[]> planner = planner(engine);
    for (int n = 1; n <= 256; n++) {
      planner.plan(Operands.of(n + " * 1").geometry(Mode.FULL), false, true);
    }
    int asked = engine.asked.size();
    for (int n = 1; n <= 256; n++) {
      planner.plan(Operands.of(n + " * 1").geometry(Mode.FULL), false, true);
    }
    assertThat(engine.asked).hasSize(asked);
    planner.plan(Operands.of("257 * 1").geometry(Mode.FULL), false, true);
    int before = engine.asked.size();
    planner.plan(Operands.of("1 * 1").geometry(Mode.FULL), false, true);
    assertThat(engine.asked).hasSizeGreaterThan(before);
  }

  @Test
  void a_call_and_every_element_cost_something() {
    Noting engine = new Noting(1, plan -> 5);
    Planner<double[]> planner =
        new Planner<>(List.<TileEngine<double[]>>of(engine), Costs.doubles());
    for (boolean complex : new boolean[] {false, true}) {
      Planned<double[]> planned =
          planner.plan(Operands.of("30x7 * 4x5").geometry(Mode.FULL), complex, false);
      double[] counts = planner.costs(planned).counts();
      List<Costs.Part> parts = List.of(Costs.Part.values());
      assertThat(counts[parts.indexOf(Costs.Part.CALL)]).isEqualTo(6);
      assertThat(counts[parts.indexOf(Costs.Part.ELEMENT)])
          .isEqualTo((complex ? 2 : 1) * (30 * 7 + 4 * 5 + 33 * 11));
      assertThat(planned.nanos())
          .isEqualTo(counts[0] * Costs.doubles()[0] + counts[1] * Costs.doubles()[1]);
    }
  }
}
