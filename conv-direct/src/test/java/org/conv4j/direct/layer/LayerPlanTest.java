package org.conv4j.direct.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Shape;
import org.conv4j.api.contract.LayerContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerPlanTest {
  private static final LayerOptions BASIC = LayerOptions.basic();

  static Stream<LayerContract.Layer> layers() {
    return LayerContract.layersByHand();
  }

  private static LayerPlan plan(Shape input, Shape weights, LayerOptions options, int threads) {
    return LayerPlan.of(
        LayerGeometry.of(input, weights, options), false, 1, Float.BYTES, threads, 16);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void every_row_of_outputs_is_in_one_band(LayerContract.Layer layer) {
    for (int threads = 1; threads <= 3; threads++) {
      LayerPlan plan = plan(layer.input(), layer.weights(), layer.options(), threads);
      int next = 0;
      for (int band = 0; band < plan.bands(); band++) {
        assertThat(plan.firstRow(band)).isEqualTo(next);
        assertThat(plan.rows(band)).isPositive();
        next += plan.rows(band);
      }
      assertThat(next).isEqualTo(plan.geometry().axis(0).output());
    }
  }

  @ParameterizedTest
  @MethodSource("layers")
  void the_factors_of_all_outputs_are_in_the_buffer(LayerContract.Layer layer) {
    LayerPlan plan = plan(layer.input(), layer.weights(), layer.options(), 1);
    int length = plan.inPlace() ? layer.input().size() / layer.input().extent(0) : plan.elements();
    for (int offset : plan.offsets()) {
      assertThat(offset).isNotNegative();
      assertThat(offset + plan.positions(0)).isLessThanOrEqualTo(length);
    }
  }

  @Test
  void without_padding_and_strides_the_input_is_read_in_place() {
    Shape weights = Shape.of(4, 3, 3, 3);
    assertThat(plan(Shape.of(1, 3, 9, 9), weights, BASIC, 1).inPlace()).isTrue();
    assertThat(plan(Shape.of(1, 3, 9, 9), weights, BASIC.withPadding(1), 1).inPlace()).isFalse();
    assertThat(plan(Shape.of(1, 3, 9, 9), weights, BASIC.withStride(2), 1).inPlace()).isFalse();
    assertThat(plan(Shape.of(1, 3, 3, 3), weights, BASIC, 1).inPlace())
        .as("fewer outputs than a vector has elements")
        .isFalse();
  }

  /** 400 rows do not fit a buffer of 256 KiB; more threads want more bands. */
  @Test
  void large_inputs_and_many_threads_make_bands() {
    Shape weights = Shape.of(4, 3, 3, 3);
    LayerOptions padded = BASIC.withPadding(1);
    assertThat(plan(Shape.of(1, 3, 9, 9), weights, padded, 1).bands()).isEqualTo(1);
    assertThat(plan(Shape.of(1, 3, 400, 300), weights, padded, 1).bands()).isEqualTo(6);
    assertThat(plan(Shape.of(1, 3, 40, 30), weights, padded, 2).bands()).isEqualTo(8);
  }

  @Test
  void a_cursor_meets_each_output_of_a_band_once() {
    LayerPlan plan =
        plan(Shape.of(1, 1, 4, 5, 6), Shape.of(1, 1, 2, 3, 4), BASIC.withPadding(1), 1);
    ArrayOrder natural = ArrayOrder.ofOutput(plan.geometry());
    BandCursor cursor = new BandCursor(plan, 0);
    List<Integer> met = new ArrayList<>();
    List<Integer> at = new ArrayList<>();
    while (cursor.position() < plan.positions(0)) {
      int count = Math.min(3, cursor.left());
      for (int i = 0; i < count; i++) {
        met.add(cursor.position() + i);
        at.add(cursor.in(natural) + i);
      }
      cursor.skip(count);
    }
    List<Integer> expected = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        for (int k = 0; k < 5; k++) {
          expected.add(i * plan.stride(0) + j * plan.stride(1) + k);
          places.add(i * 25 + j * 5 + k);
        }
      }
    }
    assertThat(met).isEqualTo(expected);
    assertThat(at).isEqualTo(places);
  }
}
