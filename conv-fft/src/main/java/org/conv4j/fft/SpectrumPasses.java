package org.conv4j.fft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.conv4j.api.internal.Parallel;
import org.conv4j.fft.Precision.Columns;
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
final class SpectrumPasses<A> {
  /** Columns copied out and transformed together: 8 pairs are two cache lines. */
  private static final int COLUMNS_AT_ONCE = 8;

  /** Smaller arrays stay on the calling thread; an estimate, not yet measured. */
  private static final int PARALLEL_FROM = 1 << 16;

  private final int[] lengths;
  private final int rowLength;
  private final Precision<A> precision;
  private final RealTransform<A> rows;
  private final List<ComplexTransform<A>> columns;
  private final int threads;

  /**
   * @param lengths the transform lengths, the last one even unless it is 1
   * @param threads how many may work at once
   * @param precision the type of numbers
   */
  SpectrumPasses(int[] lengths, int threads, Precision<A> precision) {
    this.lengths = lengths;
    this.threads = threads;
    this.precision = precision;
    this.rowLength = rowLength(lengths);
    int last = lengths[lengths.length - 1];
    // A transform of one number is the identity.
    this.rows = last == 1 ? null : precision.engine().real(last);
    this.columns = new ArrayList<>();
    for (int axis = 0; axis < lengths.length - 1; axis++) {
      columns.add(precision.engine().complex(lengths[axis]));
    }
  }

  /** Numbers in one row of a spectrum: pairs of real and imaginary parts, 0 to half the length. */
  static int rowLength(int[] lengths) {
    int last = lengths[lengths.length - 1];
    return last == 1 ? 2 : last + 2;
  }

  /** Transforms an array that is zero outside the box of extents {@code used} at the origin. */
  void forward(A data, int[] used) {
    Box box = new Box(new int[used.length], used);
    if (rows != null) {
      rowPass(data, box, true);
    }
    for (int axis = columns.size() - 1; axis >= 0; axis--) {
      columnPass(data, axis, box, true);
    }
  }

  /** Transforms back as much as the box {@code asked} at {@code from} depends on. */
  void inverse(A data, int[] from, int[] asked) {
    Box box = new Box(from, asked);
    for (int axis = 0; axis < columns.size(); axis++) {
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

  private void rowPass(A data, Box box, boolean forward) {
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
  private void columnPass(A data, int axis, Box box, boolean forward) {
    int length = lengths[axis];
    int stride = stride(axis);
    int pairs = stride / 2;
    int groups = (pairs + COLUMNS_AT_ONCE - 1) / COLUMNS_AT_ONCE;
    int used = forward ? box.size[axis] : length;
    ComplexTransform<A> transform = columns.get(axis);
    each(
        data,
        Math.multiplyExact(box.outer(axis), groups),
        task -> {
          int first = task % groups * COLUMNS_AT_ONCE;
          int count = Math.min(COLUMNS_AT_ONCE, pairs - first);
          int start = start(task / groups, axis, box) + 2 * first;
          Columns some = new Columns(start, stride, count, length);
          A buffer = precision.allocate(2 * length * count);
          precision.gather(data, some, used, buffer);
          for (int column = 0; column < count; column++) {
            if (forward) {
              transform.forward(buffer, 2 * length * column);
            } else {
              transform.inverse(buffer, 2 * length * column);
            }
          }
          precision.scatter(buffer, data, some);
        });
  }

  private void each(A data, int count, IntConsumer task) {
    Parallel.run(precision.length(data) < PARALLEL_FROM ? 1 : threads, count, task);
  }

  /** Numbers between neighbours along an axis that is not the last. */
  private int stride(int axis) {
    int stride = rowLength;
    for (int i = axis + 1; i < lengths.length - 1; i++) {
      stride *= lengths[i];
    }
    return stride;
  }

  /** Where the data of the index tuple number {@code outer} over the axes before one begins. */
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
