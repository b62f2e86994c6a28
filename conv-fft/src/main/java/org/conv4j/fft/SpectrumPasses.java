package org.conv4j.fft;

import java.util.Arrays;
import org.conv4j.api.internal.Parallel;
import org.conv4j.fft.TransformEngine.ComplexTransform;
import org.conv4j.fft.TransformEngine.RealTransform;

/**
 * The transform of an array of real data of any rank, as passes of one-dimensional transforms: rows
 * first, from real to half a spectrum, then columns along each outer axis from the innermost out;
 * and back the other way. Forward passes skip what is all padding, inverse passes what nobody asked
 * for.
 *
 * <p>An array has the given lengths, except that its rows hold pairs of real and imaginary part and
 * are so much longer.
 */
final class SpectrumPasses {
  /** Columns copied out and transformed together: 8 pairs are two cache lines. */
  private static final int COLUMNS_AT_ONCE = 8;

  /** Below so many numbers in the array a second thread costs more than it brings. */
  private static final int PARALLEL_FROM = 1 << 16;

  private final int[] lengths;
  private final int rowLength;
  private final RealTransform rows;
  private final ComplexTransform[] columns;
  private final int threads;

  /**
   * @param lengths the transform lengths
   * @param rowLength numbers in a row of the array
   * @param rows the transform of the last axis; null if its length is 1, where it is the identity
   * @param columns the transforms of the other axes
   * @param threads how many may work at once
   */
  SpectrumPasses(
      int[] lengths, int rowLength, RealTransform rows, ComplexTransform[] columns, int threads) {
    this.lengths = lengths;
    this.rowLength = rowLength;
    this.rows = rows;
    this.columns = columns;
    this.threads = threads;
  }

  /**
   * Transforms an array of which only the box of extents {@code used} at the origin is not zero.
   */
  void forward(double[] data, int[] used) {
    Box box = new Box(new int[used.length], used);
    if (rows != null) {
      rowPass(data, box, true);
    }
    for (int axis = columns.length - 1; axis >= 0; axis--) {
      columnPass(data, axis, box, true);
    }
  }

  /** Transforms back as much as the box {@code asked} at {@code from} depends on. */
  void inverse(double[] data, int[] from, int[] asked) {
    Box box = new Box(from, asked);
    for (int axis = 0; axis < columns.length; axis++) {
      columnPass(data, axis, box, false);
    }
    if (rows != null) {
      rowPass(data, box, false);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // read in place, never compared
  private record Box(int[] from, int[] size) {
    /** The number of index tuples over the axes before {@code axis}. */
    int outer(int axis) {
      int count = 1;
      for (int i = 0; i < axis; i++) {
        count *= size[i];
      }
      return count;
    }
  }

  private void rowPass(double[] data, Box box, boolean forward) {
    int last = lengths.length - 1;
    each(
        data,
        box.outer(last),
        row -> {
          int start = start(row, last, box);
          if (forward) {
            rows.forward(data, start);
          } else {
            rows.inverse(data, start);
          }
        });
  }

  /** Along an axis: within the box on axes before it, everywhere on axes after it. */
  private void columnPass(double[] data, int axis, Box box, boolean forward) {
    int stride = stride(axis);
    int pairs = stride / 2;
    int groups = (pairs + COLUMNS_AT_ONCE - 1) / COLUMNS_AT_ONCE;
    int length = lengths[axis];
    if (length == 1) {
      return;
    }
    int used = forward ? box.size[axis] : length;
    each(
        data,
        Math.multiplyExact(box.outer(axis), groups),
        task -> {
          int first = task % groups * COLUMNS_AT_ONCE;
          int count = Math.min(COLUMNS_AT_ONCE, pairs - first);
          int start = start(task / groups, axis, box) + 2 * first;
          double[] buffer = new double[2 * length * count];
          gather(data, start, stride, used, buffer, count, length);
          for (int column = 0; column < count; column++) {
            if (forward) {
              columns[axis].forward(buffer, 2 * length * column);
            } else {
              columns[axis].inverse(buffer, 2 * length * column);
            }
          }
          scatter(buffer, count, length, data, start, stride);
        });
  }

  private void each(double[] data, int count, java.util.function.IntConsumer task) {
    Parallel.run(data.length < PARALLEL_FROM ? 1 : threads, count, task);
  }

  /** Neighbouring columns, one after the other; elements from {@code used} on are known as zero. */
  private static void gather(
      double[] data, int start, int stride, int used, double[] buffer, int count, int length) {
    for (int i = 0; i < used; i++) {
      int source = start + i * stride;
      for (int column = 0; column < count; column++) {
        int target = 2 * (length * column + i);
        buffer[target] = data[source + 2 * column];
        buffer[target + 1] = data[source + 2 * column + 1];
      }
    }
  }

  private static void scatter(
      double[] buffer, int count, int length, double[] data, int start, int stride) {
    for (int i = 0; i < length; i++) {
      int target = start + i * stride;
      for (int column = 0; column < count; column++) {
        int source = 2 * (length * column + i);
        data[target + 2 * column] = buffer[source];
        data[target + 2 * column + 1] = buffer[source + 1];
      }
    }
  }

  /** Numbers between neighbours along an axis that is not the last. */
  private int stride(int axis) {
    int stride = rowLength;
    for (int i = axis + 1; i < lengths.length - 1; i++) {
      stride *= lengths[i];
    }
    return stride;
  }

  /**
   * Where the data of the index tuple number {@code outer} over the axes before {@code axis} is.
   */
  private int start(int outer, int axis, Box box) {
    int start = 0;
    int stride = axis == lengths.length - 1 ? rowLength : stride(axis) * lengths[axis];
    for (int i = axis - 1; i >= 0; i--) {
      start += (outer % box.size[i] + box.from[i]) * stride;
      outer /= box.size[i];
      stride *= lengths[i];
    }
    return start;
  }

  @Override
  public String toString() {
    return "passes over " + Arrays.toString(lengths);
  }
}
