package org.conv4j.verify.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MovesTest {
  private static final NdArray IMAGE = NdArray.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

  @Test
  void a_window_is_taken_at_the_offset_of_the_geometry() {
    NdArray full = NdArray.of(0.0, 1, 2, 3, 4, 5, 6, 7);
    Geometry same = Geometry.of(Shape.of(6), Shape.of(3), Mode.SAME, Convention.SCIPY);
    assertThat(Moves.window(full, same)).isEqualTo(NdArray.of(1.0, 2, 3, 4, 5, 6));
  }

  @Test
  void a_box_beyond_the_array_is_filled_with_zeros() {
    assertThat(Moves.box(IMAGE, new int[] {1, 1}, Shape.of(2, 3)))
        .isEqualTo(NdArray.of(new double[][] {{5, 6, 0}, {0, 0, 0}}));
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void an_array_of_any_type_is_placed_among_zeros(DType dtype) {
    NdArray placed = NdArray.of(new double[][] {{0, 0, 0, 0}, {0, 1, 2, 3}, {0, 4, 5, 6}});
    assertThat(Moves.place(IMAGE.cast(dtype), new int[] {1, 1}, Shape.of(3, 4)))
        .isEqualTo(placed.cast(dtype));
  }

  @Test
  void axes_are_permuted_as_numpy_transposes() {
    NdArray block = NdArray.wrap(new double[] {0, 1, 2, 3, 4, 5}, Shape.of(1, 2, 3));
    // numpy.arange(6).reshape(1, 2, 3).transpose(2, 0, 1)
    assertThat(Moves.permute(block, new int[] {2, 0, 1}))
        .isEqualTo(NdArray.wrap(new double[] {0, 3, 1, 4, 2, 5}, Shape.of(3, 1, 2)));
  }

  @Test
  void an_impulse_is_one_among_zeros() {
    assertThat(Moves.impulse(DType.FLOAT64, Shape.of(2, 2), new int[] {1, 0}))
        .isEqualTo(NdArray.of(new double[][] {{0, 0}, {1, 0}}));
    assertThat(Moves.impulse(DType.FLOAT64, Shape.SCALAR, new int[0])).isEqualTo(NdArray.scalar(1));
  }

  @Test
  void shapes_gain_axes_and_change_extents() {
    Shape shape = Shape.of(2, 3);
    assertThat(Moves.withUnitAxis(shape, 0)).isEqualTo(Shape.of(1, 2, 3));
    assertThat(Moves.withUnitAxis(shape, 1)).isEqualTo(Shape.of(2, 1, 3));
    assertThat(Moves.withUnitAxis(shape, 2)).isEqualTo(Shape.of(2, 3, 1));
    assertThat(Moves.withUnitAxis(Shape.SCALAR, 0)).isEqualTo(Shape.of(1));
    assertThat(Moves.with(shape, 1, 7)).isEqualTo(Shape.of(2, 7));
    assertThat(Moves.along(3, 1, 5)).containsExactly(0, 5, 0);
  }
}
