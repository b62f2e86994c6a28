package org.conv4j.verify.operand;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** Operands of any size, for measurements; checks use a {@link Recipe}. */
public final class Uniform {
  private static final int LARGEST_INTEGER = 1000;

  private Uniform() {}

  /**
   * Uniform numbers from SplitMix64: floating-point numbers from -1 to below 1, for complex types
   * in both parts, all real parts first; integers from -1000 to 1000.
   *
   * @param dtype the type of the elements
   * @param shape the shape
   * @param seed where SplitMix64 starts
   * @return a fresh array, the same whenever it is made again
   */
  public static NdArray array(DType dtype, Shape shape, long seed) {
    SplitMix random = new SplitMix(seed);
    if (dtype.isInteger()) {
      long[] data = new long[shape.size()];
      Arrays.setAll(data, i -> random.between(-LARGEST_INTEGER, LARGEST_INTEGER));
      return NdArray.wrap(data, shape).cast(dtype);
    }
    double[] re = reals(random, shape.size());
    NdArray wide =
        dtype.isComplex()
            ? NdArray.wrapComplex(re, reals(random, shape.size()), shape)
            : NdArray.wrap(re, shape);
    return wide.cast(dtype);
  }

  /**
   * Random indices, always with the first and the last.
   *
   * @param size how many there are to draw from, positive
   * @param count the most to draw
   * @param seed where SplitMix64 starts
   * @return different ones in ascending order
   */
  public static int[] indices(int size, int count, long seed) {
    SplitMix random = new SplitMix(seed);
    return IntStream.concat(
            IntStream.of(0, size - 1),
            IntStream.range(2, count).map(i -> (int) random.between(0, size - 1)))
        .sorted()
        .distinct()
        .toArray();
  }

  private static double[] reals(SplitMix random, int size) {
    double[] reals = new double[size];
    Arrays.setAll(reals, i -> 2 * random.unit() - 1);
    return reals;
  }
}
