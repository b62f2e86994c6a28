package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.conv4j.api.Mode;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is counted of many channels, on both engines. */
class ChannelsTest {
  private static final LaneEngine<double[]> LANES = new LaneEngine<>("8", new PlainLanes(8));

  @Test
  void transforms_are_those_of_all_channels() {
    Channels channels = new Channels(2, 3, 4, 5);
    assertThat(channels.kernels()).isEqualTo(3 * 4 * 5);
    assertThat(channels.there()).isEqualTo(2 * 3 * 4);
    assertThat(channels.back()).isEqualTo(2 * 3 * 5);
    assertThat(channels.single()).isFalse();
    assertThat(new Channels(2, 3, 1, 1).single()).isTrue();
    assertThat(new Channels(1, 1, 2, 1).single()).isFalse();
    assertThat(new Channels(1, 1, 1, 2).single()).isFalse();
  }

  private static TilePlan plan(String operands, String lengths) {
    return Tiling.plan(Operands.of(operands).geometry(Mode.FULL), false, false, lengths);
  }

  private static double nanos(TileEngine<?> engine, TilePlan plan, Channels channels) {
    Costs costs = new Costs();
    engine.count(plan, channels, costs);
    return costs.nanos(Costs.doubles());
  }

  /** Each way has its time, whatever else there is; memory that is kept counts once. */
  @ParameterizedTest
  @CsvSource({
    "1000 * 77, 1200",
    "1000 * 77, 192o",
    "100000 * 77, 256o",
    "60x70 * 9x8, 72x80",
    "60x70 * 9x8, 24ox32o",
    "9x10x11 * 3x4x5, 12x16x16"
  })
  void time_grows_with_inputs_outputs_and_kernels(String operands, String lengths) {
    TilePlan plan = plan(operands, lengths);
    for (TileEngine<?> engine : new TileEngine<?>[] {LANES, RowEngine.DOUBLES}) {
      double two = nanos(engine, plan, new Channels(2, 1, 1, 1));
      double item = nanos(engine, plan, new Channels(3, 1, 1, 1)) - two;
      double ten = nanos(engine, plan, new Channels(12, 1, 1, 1)) - two;
      assertThat(ten).as("%s %s", engine.name(), plan).isCloseTo(10 * item, offset(1e-9 * ten));
      double group = nanos(engine, plan, new Channels(2, 2, 1, 1)) - two;
      assertThat(group).as("kernels, too").isGreaterThan(2 * item);
      double both = nanos(engine, plan, new Channels(2, 1, 2, 2)) - two;
      assertThat(both).as("of four kernels").isGreaterThan(group);
    }
  }

  @ParameterizedTest
  @CsvSource({"1000 * 77, 192o", "60x70 * 9x8, 24ox32o"})
  void products_take_their_time(String operands, String lengths) {
    TilePlan plan = plan(operands, lengths);
    for (TileEngine<?> engine : new TileEngine<?>[] {LANES, RowEngine.DOUBLES}) {
      double one = engine.sumNanos(plan, new Channels(1, 1, 2, 3));
      assertThat(one).isPositive();
      double items = engine.sumNanos(plan, new Channels(2, 1, 2, 3)) - one;
      assertThat(engine.sumNanos(plan, new Channels(11, 1, 2, 3)) - one)
          .isCloseTo(10 * items, offset(1e-9 * one));
      assertThat(engine.sumNanos(plan, new Channels(1, 7, 2, 3)))
          .isCloseTo(7 * one, offset(1e-9 * one));
    }
    // So many kernels that they come from beyond the cache take more than their share.
    double few = LANES.sumNanos(plan, new Channels(1, 1, 4, 4));
    assertThat(LANES.sumNanos(plan, new Channels(1, 1, 400, 400)))
        .isGreaterThan(1.1 * 10_000 * few);
  }
}
