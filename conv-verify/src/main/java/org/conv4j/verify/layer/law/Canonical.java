package org.conv4j.verify.layer.law;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.conv4j.api.Layout;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Gather;

/** Rearranges arrays of any layout by canonical indices. */
final class Canonical {
  private Canonical() {}

  /** The shape in a layout of canonical extents. */
  static Shape shape(Layout layout, int[] canonical) {
    return Shape.of(toLayout(layout, canonical));
  }

  /** The canonical extents of a shape in a layout. */
  static int[] extents(Layout layout, Shape shape) {
    return fromLayout(layout, shape.toArray());
  }

  private static int[] toLayout(Layout layout, int[] canonical) {
    int[] ordered = canonical.clone();
    ordered[layout.channelAxis(ordered.length)] = canonical[1];
    for (int axis = 0; axis < canonical.length - 2; axis++) {
      ordered[layout.spatialAxis(axis)] = canonical[axis + 2];
    }
    return ordered;
  }

  private static int[] fromLayout(Layout layout, int[] ordered) {
    int[] canonical = ordered.clone();
    canonical[1] = ordered[layout.channelAxis(ordered.length)];
    for (int axis = 0; axis < ordered.length - 2; axis++) {
      canonical[axis + 2] = ordered[layout.spatialAxis(axis)];
    }
    return canonical;
  }

  /**
   * An array of canonical extents whose element at a canonical index is another array's element at
   * the index that a function gives, or zero where that is out of bounds.
   *
   * @param from the other array
   * @param layout the layout of both arrays
   * @param extents those of the result, canonical
   * @param source gets an index of its own, which it may change and return
   */
  static NdArray gather(NdArray from, Layout layout, int[] extents, UnaryOperator<int[]> source) {
    return gather(from, layout, layout, extents, source);
  }

  /** The same from one layout to another. */
  static NdArray gather(
      NdArray from, Layout layout, Layout to, int[] extents, UnaryOperator<int[]> source) {
    Shape shape = shape(to, extents);
    return Gather.of(
        from,
        shape,
        flat -> {
          int[] index = fromLayout(to, index(flat, shape));
          return flat(toLayout(layout, source.apply(index)), from.shape());
        });
  }

  private static int[] index(int flat, Shape shape) {
    int[] index = new int[shape.rank()];
    int rest = flat;
    for (int axis = index.length - 1; axis >= 0; axis--) {
      index[axis] = rest % shape.extent(axis);
      rest /= shape.extent(axis);
    }
    return index;
  }

  /** The flat index, or -1 if it is out of bounds. */
  private static int flat(int[] index, Shape shape) {
    int flat = 0;
    for (int axis = 0; axis < index.length; axis++) {
      if (index[axis] < 0 || index[axis] >= shape.extent(axis)) {
        return -1;
      }
      flat = flat * shape.extent(axis) + index[axis];
    }
    return flat;
  }

  /** Extents with one changed. */
  static int[] with(int[] extents, int axis, int extent) {
    int[] changed = Arrays.copyOf(extents, extents.length);
    changed[axis] = extent;
    return changed;
  }
}
