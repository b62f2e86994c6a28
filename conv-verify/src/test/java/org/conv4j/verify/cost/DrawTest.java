package org.conv4j.verify.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.junit.jupiter.api.Test;

class DrawTest {
  private static List<Sample> samples(long seed, Mode... modes) {
    Draw draw =
        new Draw(List.of(1, 2, 3), List.of(modes), List.of(DType.FLOAT64, DType.INT32), seed);
    return Stream.generate(draw::next).limit(300).toList();
  }

  @Test
  void ranks_take_turns() {
    assertThat(samples(1, Mode.FULL).subList(0, 6).stream().map(Sample::rank))
        .containsExactly(1, 2, 3, 1, 2, 3);
  }

  @Test
  void no_extent_is_beyond_the_bound_of_its_rank() {
    assertThat(samples(1, Mode.FULL))
        .allSatisfy(
            sample -> {
              assertThat(sample.in1()).allMatch(n -> n >= 1 && n <= Draw.bound(sample.rank()));
              assertThat(sample.in2()).allMatch(n -> n >= 1 && n <= Draw.bound(sample.rank()));
            });
  }

  @Test
  void both_operands_are_at_times_the_longer_one() {
    List<Sample> lines = samples(1, Mode.FULL).stream().filter(one -> one.rank() == 1).toList();
    assertThat(lines)
        .anyMatch(one -> one.in1().get(0) > 10 * one.in2().get(0))
        .anyMatch(one -> one.in2().get(0) > 10 * one.in1().get(0));
  }

  @Test
  void all_modes_and_types_are_drawn_and_their_shapes_go_together() {
    List<Sample> samples = samples(1, Mode.values());
    assertThat(samples.stream().map(Sample::mode).distinct())
        .containsExactlyInAnyOrder(Mode.values());
    assertThat(samples.stream().map(Sample::dtype).distinct())
        .containsExactlyInAnyOrder(DType.FLOAT64, DType.INT32);
    assertThat(samples).allSatisfy(sample -> assertThat(sample.geometry().terms()).isPositive());
  }

  @Test
  void the_seed_decides() {
    assertThat(samples(1, Mode.FULL)).isEqualTo(samples(1, Mode.FULL));
    assertThat(samples(1, Mode.FULL)).isNotEqualTo(samples(2, Mode.FULL));
  }

  @Test
  void a_sample_prints_as_people_write_it() {
    Sample sample = new Sample(DType.FLOAT64, Mode.SAME, List.of(100, 20), List.of(3, 3));
    assertThat(sample).hasToString("100x20 * 3x3 same float64");
  }
}
