package org.conv4j.verify.stranger.layer;

import java.util.stream.Stream;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Padding;
import org.conv4j.api.Shape;

/**
 * A layer that frameworks are compared on. No extent is that of another axis by chance, so that
 * axes cannot be confused unseen.
 *
 * @param input the shape of the input
 * @param weights the shape of the weights
 * @param options stride, padding and so on
 */
record LayerCase(Shape input, Shape weights, LayerOptions options) {
  private static final LayerOptions BASIC = LayerOptions.basic();

  private static LayerCase of(Shape input, Shape weights, LayerOptions options) {
    return new LayerCase(input, weights, options);
  }

  /** With the same padding before and after on every axis. */
  static Stream<LayerCase> even() {
    return Stream.of(
        // Of one spatial axis.
        of(Shape.of(2, 3, 17), Shape.of(5, 3, 4), BASIC),
        of(Shape.of(1, 4, 40), Shape.of(6, 4, 5), BASIC.withStride(4).withDilation(6)),
        of(Shape.of(2, 3, 11), Shape.of(4, 3, 3), BASIC.withStride(3).withPadding(2)),
        of(Shape.of(1, 6, 300), Shape.of(6, 1, 101), BASIC.withGroups(6).withPadding(50)),
        of(Shape.of(1, 1, 5), Shape.of(2, 1, 2), BASIC.withStride(1000)),
        of(Shape.of(1, 2, 3), Shape.of(3, 2, 2), BASIC.withPadding(20)),
        // Of networks: what the table of the benchmark has, with fewer channels.
        of(Shape.of(1, 3, 32, 31), Shape.of(6, 3, 5, 4), BASIC),
        of(Shape.of(1, 16, 28, 27), Shape.of(24, 16, 3, 3), BASIC.withPadding(1)),
        of(Shape.of(2, 40, 14, 13), Shape.of(24, 40, 1, 1), BASIC),
        of(Shape.of(1, 3, 56, 53), Shape.of(16, 3, 7, 7), BASIC.withStride(2).withPadding(3)),
        of(Shape.of(1, 16, 28, 27), Shape.of(16, 1, 3, 3), BASIC.withGroups(16).withPadding(1)),
        of(Shape.of(1, 3, 67, 63), Shape.of(16, 3, 11, 11), BASIC.withStride(4)),
        of(Shape.of(1, 32, 13, 12), Shape.of(64, 32, 3, 3), BASIC.withPadding(1)),
        of(Shape.of(8, 5, 9, 8), Shape.of(7, 5, 3, 2), BASIC.withPadding(1)),
        of(Shape.of(1, 8, 23, 22), Shape.of(8, 1, 15, 15), BASIC.withGroups(8).withPadding(7)),
        // Of two axes that differ in everything.
        of(
            Shape.of(2, 3, 20, 19),
            Shape.of(4, 3, 3, 2),
            BASIC.withStride(3, 2).withDilation(2, 4).withPadding(0, 3)),
        of(Shape.of(1, 9, 11, 7), Shape.of(6, 3, 3, 2), BASIC.withGroups(3).withStride(1, 2)),
        of(Shape.of(1, 4, 9, 8), Shape.of(12, 1, 2, 3), BASIC.withGroups(4).withDilation(2)),
        of(Shape.of(3, 2, 6, 5), Shape.of(4, 2, 6, 5), BASIC),
        of(Shape.of(1, 2, 7, 6), Shape.of(3, 2, 1, 1), BASIC.withPadding(2).withStride(3)),
        of(Shape.of(1, 1, 2, 3), Shape.of(2, 1, 2, 2), BASIC.withPadding(5, 7)),
        of(Shape.of(1, 20, 8, 7), Shape.of(40, 20, 3, 3), BASIC.withPadding(2).withDilation(2)),
        of(Shape.of(1, 1, 1, 1), Shape.of(1, 1, 1, 1), BASIC),
        // Of three.
        of(Shape.of(1, 3, 6, 9, 8), Shape.of(4, 3, 2, 3, 4), BASIC),
        of(
            Shape.of(2, 4, 7, 6, 5),
            Shape.of(6, 2, 3, 2, 1),
            BASIC.withGroups(2).withStride(2, 1, 3).withPadding(1, 2, 0)),
        of(Shape.of(1, 2, 9, 8, 7), Shape.of(3, 2, 2, 2, 3), BASIC.withDilation(3, 1, 2)));
  }

  /** With different padding before and after. */
  static Stream<LayerCase> uneven() {
    return Stream.of(
        of(
            Shape.of(2, 3, 17),
            Shape.of(5, 3, 4),
            BASIC.withPadding(Padding.of(new int[] {0}, new int[] {3}))),
        of(
            Shape.of(1, 3, 9, 8),
            Shape.of(4, 3, 3, 2),
            BASIC.withPadding(Padding.of(new int[] {0, 2}, new int[] {1, 0})).withStride(2, 1)),
        of(
            Shape.of(1, 16, 9, 8),
            Shape.of(16, 16, 3, 3),
            BASIC.withPadding(Padding.of(new int[] {2, 0}, new int[] {0, 1}))),
        of(
            Shape.of(1, 4, 6, 5, 7),
            Shape.of(2, 2, 2, 3, 2),
            BASIC.withGroups(2).withPadding(Padding.of(new int[] {1, 0, 2}, new int[] {0, 2, 1}))));
  }

  /** With padding that follows from the sizes, by stride and kernel. */
  static Stream<LayerCase> same(Padding padding) {
    LayerOptions same = BASIC.withPadding(padding);
    return Stream.of(
        of(Shape.of(1, 2, 7), Shape.of(3, 2, 2), same),
        of(Shape.of(1, 2, 8), Shape.of(3, 2, 4), same.withStride(3)),
        of(Shape.of(2, 3, 9, 8), Shape.of(4, 3, 2, 4), same),
        of(Shape.of(1, 3, 9, 8), Shape.of(4, 3, 2, 3), same.withStride(2)),
        of(Shape.of(1, 3, 9, 8), Shape.of(4, 3, 3, 2), same.withStride(3, 2)),
        of(Shape.of(1, 2, 5, 6), Shape.of(3, 2, 1, 1), same.withStride(2)),
        of(Shape.of(1, 2, 9, 8), Shape.of(3, 2, 3, 2), same.withDilation(2, 3)),
        of(Shape.of(1, 4, 5, 6, 7), Shape.of(2, 2, 2, 3, 4), same.withGroups(2).withStride(2)));
  }

  /** With the shape of a transposed layer's operand where the input was. */
  static Stream<LayerCase> transposed() {
    return Stream.of(
        of(Shape.of(2, 5, 7), Shape.of(5, 3, 4), BASIC),
        of(Shape.of(1, 4, 6), Shape.of(4, 3, 3), BASIC.withStride(3).withPadding(1)),
        of(Shape.of(1, 4, 6), Shape.of(4, 3, 3), BASIC.withStride(3).withOutputPadding(2)),
        of(Shape.of(1, 6, 5, 7), Shape.of(6, 2, 3, 2), BASIC.withGroups(3).withStride(2)),
        of(Shape.of(2, 3, 5, 7), Shape.of(3, 4, 3, 2), BASIC.withDilation(2, 3).withPadding(1, 2)),
        of(
            Shape.of(1, 3, 5, 4),
            Shape.of(3, 2, 3, 4),
            BASIC.withStride(2, 3).withPadding(1).withOutputPadding(1, 2)),
        of(Shape.of(1, 16, 14, 13), Shape.of(16, 8, 4, 4), BASIC.withStride(2).withPadding(1)),
        of(
            Shape.of(1, 3, 5, 4),
            Shape.of(3, 2, 3, 4),
            BASIC.withPadding(Padding.of(new int[] {1, 0}, new int[] {0, 2}))),
        of(Shape.of(1, 2, 3, 4, 5), Shape.of(2, 3, 2, 3, 2), BASIC.withStride(2, 1, 3)));
  }

  /**
   * Likewise, with padding that follows from the sizes. No kernel is shorter than the stride, which
   * is a case of its own.
   */
  static Stream<LayerCase> transposedSame(Padding padding) {
    LayerOptions same = BASIC.withPadding(padding);
    return Stream.of(
        of(Shape.of(1, 3, 7), Shape.of(3, 2, 2), same),
        of(Shape.of(1, 3, 8), Shape.of(3, 2, 4), same.withStride(3)),
        of(Shape.of(2, 4, 9, 8), Shape.of(4, 3, 2, 4), same),
        of(Shape.of(1, 4, 9, 8), Shape.of(4, 3, 2, 3), same.withStride(2)),
        of(Shape.of(1, 4, 9, 8), Shape.of(4, 3, 5, 2), same.withStride(2, 1).withDilation(2)),
        of(Shape.of(1, 4, 5, 6, 7), Shape.of(4, 2, 2, 3, 4), same.withGroups(2).withStride(2)));
  }

  @Override
  public String toString() {
    return input + " with " + weights + ", " + options;
  }
}
