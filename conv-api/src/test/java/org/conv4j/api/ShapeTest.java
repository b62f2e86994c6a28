package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {
  static Stream<Arguments> shapes() {
    return Stream.of(
        Arguments.of(Shape.SCALAR, 0, 1, false, "()"),
        Arguments.of(Shape.of(5), 1, 5, false, "(5,)"),
        Arguments.of(Shape.of(3, 4), 2, 12, false, "(3, 4)"),
        Arguments.of(Shape.of(2, 3, 4), 3, 24, false, "(2, 3, 4)"),
        Arguments.of(Shape.of(1, 1, 1, 1), 4, 1, false, "(1, 1, 1, 1)"),
        Arguments.of(Shape.of(0), 1, 0, true, "(0,)"),
        Arguments.of(Shape.of(3, 0), 2, 0, true, "(3, 0)"),
        Arguments.of(Shape.of(Integer.MAX_VALUE, 5, 0), 3, 0, true, "(2147483647, 5, 0)"),
        Arguments.of(Shape.of(Integer.MAX_VALUE), 1, Integer.MAX_VALUE, false, "(2147483647,)"));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void rank_size_and_text_follow_from_the_extents(
      Shape shape, int rank, int size, boolean empty, String text) {
    assertThat(shape.rank()).isEqualTo(rank);
    assertThat(shape.size()).isEqualTo(size);
    assertThat(shape.isEmpty()).isEqualTo(empty);
    assertThat(shape).hasToString(text);
    assertThat(Shape.of(shape.toArray())).isEqualTo(shape).hasSameHashCodeAs(shape);
  }

  @Test
  void extents_are_numbered_from_the_outermost() {
    Shape shape = Shape.of(2, 3, 4);
    assertThat(shape.extent(0)).isEqualTo(2);
    assertThat(shape.extent(1)).isEqualTo(3);
    assertThat(shape.extent(2)).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3})
  void an_axis_that_is_not_there_is_refused(int axis) {
    Shape shape = Shape.of(2, 3, 4);
    assertThatThrownBy(() -> shape.extent(axis)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void no_extents_are_the_scalar() {
    assertThat(Shape.of()).isSameAs(Shape.SCALAR);
  }

  @Test
  void negative_extents_are_refused() {
    assertThatThrownBy(() -> Shape.of(3, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("extents must not be negative: (3, -1)");
  }

  @Test
  void a_size_beyond_an_array_is_refused_when_asked_for() {
    Shape shape = Shape.of(65536, 32768);
    assertThatThrownBy(shape::size)
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("more elements than a Java array holds: (65536, 32768)")
        .hasCauseInstanceOf(ArithmeticException.class);
  }

  @Test
  void the_callers_extents_are_copied_in_and_out() {
    int[] extents = {3, 4};
    Shape shape = Shape.of(extents);
    extents[0] = 99;
    shape.toArray()[1] = 99;
    assertThat(shape).isEqualTo(Shape.of(3, 4));
  }

  @Test
  void shapes_differ_in_rank_order_and_extents() {
    assertThat(Shape.of(3, 4))
        .isNotEqualTo(Shape.of(4, 3))
        .isNotEqualTo(Shape.of(12))
        .isNotEqualTo(Shape.of(3, 4, 1))
        .isNotEqualTo("(3, 4)");
    assertThat(Shape.of(1)).isNotEqualTo(Shape.SCALAR);
  }
}
