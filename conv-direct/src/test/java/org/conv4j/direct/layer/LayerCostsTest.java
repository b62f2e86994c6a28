package org.conv4j.direct.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.conv4j.api.DType;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.Shape;
import org.conv4j.api.contract.LayerContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is counted; that the constants fit is a matter of measurement. */
class LayerCostsTest {
  private static final LayerOptions BASIC = LayerOptions.basic();

  static Stream<LayerContract.Layer> layers() {
    return LayerContract.layersByHand();
  }

  private static Map<LayerWork, Double> counts(
      Shape input, Shape weights, LayerOptions options, DType dtype) {
    return LayerCosts.counts(LayerGeometry.of(input, weights, options), dtype, false);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void counts_are_finite_and_not_negative(LayerContract.Layer layer) {
    LayerGeometry geometry = LayerGeometry.of(layer.input(), layer.weights(), layer.options());
    for (DType dtype : DType.values()) {
      for (boolean lowered : new boolean[] {false, true}) {
        assertThat(LayerCosts.counts(geometry, dtype, lowered).values())
            .allMatch(count -> count >= 0 && Double.isFinite(count));
        assertThat(LayerCosts.nanos(geometry, dtype, lowered)).isPositive().isFinite();
      }
    }
  }

  /**
   * 13 rows of 16, in images of rows of 16: 222 positions, 14 vectors. Nine channels are panels of
   * eight and four.
   */
  @Test
  void tiles_are_counted_with_what_belongs_to_nobody() {
    LayerOptions padded = BASIC.withPadding(1);
    Shape input = Shape.of(2, 3, 14, 14);
    Map<LayerWork, Double> counts = counts(input, Shape.of(9, 3, 3, 3), padded, DType.FLOAT32);
    assertThat(counts)
        .containsEntry(LayerWork.TILE, 2.0 * 14 * 12 * 27)
        .containsEntry(LayerWork.BAND, 2.0)
        .containsEntry(LayerWork.FILLED, 2.0 * 3 * 16 * 16 / 2)
        .containsEntry(LayerWork.GATHERED, 0.0)
        .containsEntry(LayerWork.RUN, 2.0 * 9 * 14);
    assertThat(counts(input, Shape.of(13, 3, 3, 3), padded, DType.FLOAT32))
        .containsEntry(LayerWork.TILE, 2.0 * 14 * 14 * 27);
    assertThat(counts(input, Shape.of(9, 3, 3, 3), padded, DType.INT32))
        .containsEntry(LayerWork.INT_TILE, 2.0 * 14 * 12 * 27);
    assertThat(counts(input, Shape.of(9, 3, 3, 3), padded, DType.INT64))
        .containsEntry(LayerWork.LONG_TILE, 2.0 * 28 * 12 * 27);
    assertThat(counts(input, Shape.of(9, 3, 3, 3), padded, DType.COMPLEX64))
        .containsEntry(LayerWork.TILE, 2.0 * 14 * 20 * 54);
    assertThat(counts(input, Shape.of(9, 3, 3, 3), padded.withStride(2), DType.FLOAT32))
        .containsEntry(LayerWork.FILLED, 0.0)
        .containsEntry(LayerWork.GATHERED, 2.0 * 3 * 4 * 8 * 8);
  }

  @Test
  void rows_of_one_channel_are_written_where_they_belong() {
    LayerOptions depthwise = BASIC.withPadding(1).withGroups(5);
    assertThat(counts(Shape.of(1, 5, 9, 56), Shape.of(5, 1, 3, 3), depthwise, DType.FLOAT32))
        .containsEntry(LayerWork.ROW, 5.0 * 9 * 4 * 9)
        .containsEntry(LayerWork.RUN, 0.0);
    assertThat(counts(Shape.of(1, 5, 9, 30), Shape.of(5, 1, 3, 3), depthwise, DType.FLOAT32))
        .containsEntry(LayerWork.ROW, 5.0 * 9 * 2 * 9);
    assertThat(counts(Shape.of(1, 5, 2, 9, 30), Shape.of(5, 1, 1, 3, 3), depthwise, DType.FLOAT32))
        .containsEntry(LayerWork.ROW, 5.0 * 4 * 9 * 2 * 9);
    assertThat(counts(Shape.of(1, 5, 9, 14), Shape.of(5, 1, 3, 3), depthwise, DType.FLOAT32))
        .containsEntry(LayerWork.RUN, 5.0 * 9);
    LayerOptions last = depthwise.withLayout(Layout.NHWC);
    assertThat(counts(Shape.of(1, 9, 56, 5), Shape.of(5, 1, 3, 3), last, DType.FLOAT32))
        .containsEntry(LayerWork.RUN, 5.0 * 9);
  }

  /** Kernels of 300 on rows of 300: one vector for each row, not all that lies between. */
  @Test
  void what_lies_between_short_rows_is_not_counted() {
    assertThat(counts(Shape.of(1, 1, 60, 300), Shape.of(8, 1, 3, 300), BASIC, DType.FLOAT32))
        .containsEntry(LayerWork.TILE, 58.0 * 8 * 900);
  }

  @Test
  void a_layer_beyond_this_implementation_takes_for_ever() {
    LayerGeometry geometry =
        LayerGeometry.of(Shape.of(1, 1 << 10, 2, 1 << 13), Shape.of(1, 1 << 10, 1, 1 << 10), BASIC);
    assertThat(LayerCosts.nanos(geometry, DType.FLOAT64, true)).isInfinite();
  }
}
