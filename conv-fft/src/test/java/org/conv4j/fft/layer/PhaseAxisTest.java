package org.conv4j.fft.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conv4j.api.LayerAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhaseAxisTest {
  static Stream<LayerAxis> axes() {
    Random random = new Random(7);
    return IntStream.range(0, 300)
        .mapToObj(
            i -> {
              int kernel = 1 + random.nextInt(6);
              int stride = 1 + random.nextInt(7);
              int dilation = 1 + random.nextInt(7);
              int before = random.nextInt(12);
              int after = random.nextInt(12);
              int window = (kernel - 1) * dilation + 1;
              int input = Math.max(1, window - before - after) + random.nextInt(20);
              int output = (input + before + after - window) / stride + 1;
              return new LayerAxis(input, kernel, stride, dilation, before, after, output);
            });
  }

  @ParameterizedTest
  @MethodSource("axes")
  void every_tap_meets_the_same_element_in_its_phase(LayerAxis axis) {
    PhaseAxis phased = PhaseAxis.of(axis);
    assertThat(phased.phases()).isSorted().doesNotHaveDuplicates();
    boolean[] seen = new boolean[phased.phases().length];
    for (int t = 0; t < axis.kernel(); t++) {
      int phase = phased.phase(t);
      seen[phase] = true;
      assertThat(phased.place(t)).isBetween(0, phased.kernel() - 1);
      for (int o = 0; o < axis.output(); o++) {
        int element = o + phased.last() - phased.place(t);
        int index = axis.inputIndex(o, t);
        boolean inside = element >= 0 && element < phased.signal(phase);
        assertThat(inside).isEqualTo(index >= 0);
        if (inside) {
          assertThat(element * axis.stride() + phased.phases()[phase]).isEqualTo(index);
          assertThat(element).isLessThan(phased.signal());
        }
      }
    }
    assertThat(seen).doesNotContain(false);
  }

  @ParameterizedTest
  @MethodSource("axes")
  void outputs_left_out_meet_no_element(LayerAxis axis) {
    PhaseAxis phased = PhaseAxis.of(axis);
    int end = phased.firstOutput() + phased.outputs();
    assertThat(end).isLessThanOrEqualTo(Math.max(axis.output(), phased.firstOutput()));
    for (int o = 0; o < axis.output(); o++) {
      int output = o;
      boolean touched =
          IntStream.range(0, axis.kernel()).anyMatch(t -> axis.inputIndex(output, t) >= 0);
      assertThat(touched && (o < phased.firstOutput() || o >= end)).isFalse();
    }
    if (phased.outputs() > 0) {
      int full = phased.signal() + phased.kernel() - 1;
      assertThat(phased.sums().offset()).isNotNegative();
      assertThat(phased.sums().offset() + phased.sums().output()).isLessThanOrEqualTo(full);
    }
  }

  @Test
  void the_largest_padding_overflows_nothing() {
    int most = Integer.MAX_VALUE;
    PhaseAxis before = PhaseAxis.of(new LayerAxis(1, 1, most - 1, 1, most - 1, 0, 2));
    assertThat(before.phases()).containsExactly(0);
    assertThat(before.firstOutput()).isEqualTo(1);
    assertThat(before.outputs()).isEqualTo(1);
    PhaseAxis after = PhaseAxis.of(new LayerAxis(1, 1, 1, 1, 0, most - 1, most));
    assertThat(after.firstOutput()).isZero();
    assertThat(after.outputs()).isEqualTo(1);
    assertThat(Arrays.stream(new int[] {after.kernel(), after.signal()})).containsOnly(1);
  }
}
