package org.conv4j.verify.cost;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Uniform;

/**
 * A call that is measured.
 *
 * @param dtype the type of both operands
 * @param mode the mode
 * @param in1 the extents of the first operand
 * @param in2 the extents of the second operand
 */
public record Sample(DType dtype, Mode mode, List<Integer> in1, List<Integer> in2) implements Call {
  private static final long SEED = 1;

  /**
   * Copies the lists.
   *
   * @param dtype as above
   * @param mode as above
   * @param in1 as above
   * @param in2 as above
   */
  public Sample {
    in1 = List.copyOf(in1);
    in2 = List.copyOf(in2);
  }

  static Sample of(DType dtype, Mode mode, int[] in1, int[] in2) {
    return new Sample(dtype, mode, list(in1), list(in2));
  }

  private static List<Integer> list(int[] extents) {
    return Arrays.stream(extents).boxed().toList();
  }

  private static Shape shape(List<Integer> extents) {
    return Shape.of(extents.stream().mapToInt(Integer::intValue).toArray());
  }

  @Override
  public int rank() {
    return in1.size();
  }

  @Override
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("in1", in1);
    tree.put("in2", in2);
    tree.put("mode", mode);
    tree.put("dtype", dtype.numpyName());
    return tree;
  }

  Geometry geometry() {
    return Geometry.of(shape(in1), shape(in2), mode, Convention.SCIPY);
  }

  /** The first operand, always the same. */
  NdArray first() {
    return Uniform.array(dtype, shape(in1), SEED);
  }

  /** The second operand, always the same. */
  NdArray second() {
    return Uniform.array(dtype, shape(in2), SEED + 1);
  }

  /** For example {@code 100x20 * 3x3 full float64}. */
  @Override
  public String toString() {
    return text(in1)
        + " * "
        + text(in2)
        + " "
        + mode.name().toLowerCase(Locale.ROOT)
        + " "
        + dtype.numpyName();
  }

  private static String text(List<Integer> extents) {
    return extents.stream().map(String::valueOf).collect(Collectors.joining("x"));
  }
}
