package org.conv4j.fft;

import java.util.List;

/**
 * How a convolution is cut into tiles: a grid of those of all axes.
 *
 * @param axes in the order of the operands, one at least
 * @param swapped whether the second operand is the signal, and the first the kernel
 * @param complex whether the data are complex
 */
record TilePlan(List<TileAxis> axes, boolean swapped, boolean complex) {
  TilePlan {
    axes = List.copyOf(axes);
  }

  int rank() {
    return axes.size();
  }

  TileAxis axis(int axis) {
    return axes.get(axis);
  }

  /** The axis of which neighbours are neighbours in memory. */
  TileAxis last() {
    return axes.get(rank() - 1);
  }

  /** How many tiles there are. */
  long tiles() {
    return axes.stream().mapToLong(TileAxis::tiles).reduce(1, (a, b) -> a * b);
  }

  /** The place in the grid of a tile, by its number in row-major order. */
  int[] tile(int number) {
    int[] tile = new int[rank()];
    int rest = number;
    for (int axis = rank() - 1; axis >= 0; axis--) {
      tile[axis] = rest % axis(axis).tiles();
      rest /= axis(axis).tiles();
    }
    return tile;
  }

  /** The product of the lengths: numbers in a tile. */
  double elements() {
    return axes.stream().mapToDouble(TileAxis::length).reduce(1, (a, b) -> a * b);
  }
}
