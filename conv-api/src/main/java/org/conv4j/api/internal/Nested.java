package org.conv4j.api.internal;

import java.lang.reflect.Array;
import java.util.Arrays;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/**
 * Arrays of arrays of primitives, as {@code double[][]} and {@code double[][][]}: their shape, and
 * copies between them and row-major storage, a row at a time.
 */
public final class Nested {
  /** Elements of a task, about: to copy them takes well over the cost of sharing, by estimate. */
  private static final int TASK = 1 << 17;

  private Nested() {}

  /**
   * The shape of an array of rows.
   *
   * @param rows arrays of primitives
   * @param of what messages add to the number of a row, such as {@code " of in1"}; may be empty
   * @return their number and their length; {@code (0, 0)} if there is no row
   * @throws NullPointerException if a row is null
   * @throws IllegalArgumentException if rows differ in length
   */
  public static Shape shapeOfRows(Object[] rows, String of) {
    int columns = rows.length == 0 ? 0 : length(rows[0], "row 0" + of);
    for (int row = 1; row < rows.length; row++) {
      int length = length(rows[row], "row " + row + of);
      if (length != columns) {
        throw new IllegalArgumentException(
            "rows differ in length: row 0%s has %d elements, row %d has %d"
                .formatted(of, columns, row, length));
      }
    }
    return Shape.of(rows.length, columns);
  }

  /**
   * The shape of an array of planes, which are arrays of rows.
   *
   * @param planes arrays of arrays of primitives
   * @return the number of planes, that of their rows, and the length of these
   * @throws NullPointerException if a plane or a row is null
   * @throws IllegalArgumentException if planes differ in their number of rows, or rows in length
   */
  public static Shape shapeOfPlanes(Object[][] planes) {
    Shape first = Shape.of(0, 0);
    for (int plane = 0; plane < planes.length; plane++) {
      length(planes[plane], "plane " + plane);
      Shape shape = shapeOfRows(planes[plane], " of plane " + plane);
      if (plane == 0) {
        first = shape;
      } else if (!shape.equals(first)) {
        throw new IllegalArgumentException(
            "planes differ in shape: plane 0 is %s, plane %d is %s".formatted(first, plane, shape));
      }
    }
    return Shape.of(planes.length, first.extent(0), first.extent(1));
  }

  private static int length(Object array, String name) {
    if (array == null) {
      throw new NullPointerException(name + " is null");
    }
    return Array.getLength(array);
  }

  /**
   * Copies rows into an array of their shape.
   *
   * @param rows of one length
   * @param to a real array of rank 2 of the same type
   */
  public static void join(Object[] rows, NdArray to) {
    join(new Object[][] {rows}, to);
  }

  /**
   * The rows of an array.
   *
   * @param array a real one of rank 2
   * @param threads how many may work on it
   * @return fresh arrays of its type
   */
  public static Object[] rows(NdArray array, int threads) {
    Object flat = storage(array);
    int count = array.shape().extent(0);
    int columns = array.shape().extent(1);
    Object[] rows = (Object[]) Array.newInstance(flat.getClass(), count);
    int together = Math.max(1, TASK / Math.max(1, columns));
    Parallel.run(
        threads,
        (count + together - 1) / together,
        task -> {
          int end = Math.min(count, (task + 1) * together);
          for (int row = task * together; row < end; row++) {
            rows[row] = range(flat, row * columns, (row + 1) * columns);
          }
        });
    return rows;
  }

  private static Object storage(NdArray real) {
    return switch (real.dtype()) {
      case FLOAT64 -> real.doubles();
      case FLOAT32 -> real.floats();
      case INT64 -> real.longs();
      case INT32 -> real.ints();
      default -> throw new AssertionError(real.dtype());
    };
  }

  /**
   * Copies planes into an array of their shape.
   *
   * @param planes of rows of one length
   * @param to a real array of rank 2 or 3 of the same type
   */
  public static void join(Object[][] planes, NdArray to) {
    Object flat = storage(to);
    int columns = to.shape().extent(to.rank() - 1);
    int at = 0;
    for (Object[] plane : planes) {
      for (Object row : plane) {
        System.arraycopy(row, 0, flat, at, columns);
        at += columns;
      }
    }
  }

  /**
   * The planes of an array.
   *
   * @param array a real one of rank 3
   * @return fresh arrays of arrays of its type
   */
  public static Object[][] planes(NdArray array) {
    Shape shape = array.shape();
    Object flat = storage(array);
    int columns = shape.extent(2);
    Class<?> rows = flat.getClass();
    Object[][] planes = (Object[][]) Array.newInstance(rows, shape.extent(0), shape.extent(1));
    int at = 0;
    for (Object[] plane : planes) {
      for (int row = 0; row < plane.length; row++) {
        plane[row] = range(flat, at, at + columns);
        at += columns;
      }
    }
    return planes;
  }

  private static Object range(Object flat, int from, int to) {
    if (flat instanceof double[] doubles) {
      return Arrays.copyOfRange(doubles, from, to);
    }
    if (flat instanceof float[] floats) {
      return Arrays.copyOfRange(floats, from, to);
    }
    if (flat instanceof long[] longs) {
      return Arrays.copyOfRange(longs, from, to);
    }
    return Arrays.copyOfRange((int[]) flat, from, to);
  }
}
