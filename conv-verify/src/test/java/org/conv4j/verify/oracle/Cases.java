package org.conv4j.verify.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.conv4j.api.Convention;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/**
 * Two operands and the geometry of their convolution.
 *
 * @param in1 the first operand
 * @param in2 the second operand
 * @param geometry of both
 */
record Cases(NdArray in1, NdArray in2, Geometry geometry) {
  private static final List<Mode> MODES = List.of(Mode.values());

  /** The exact result. */
  Dyadics exact() {
    return new ExactConvolution(geometry)
        .of(Fractions.of(in1.doubles()), Fractions.of(in2.doubles()));
  }

  /** Random cases of ranks 0 to 4 in all modes, with every kind of element. */
  static List<Cases> random(int count, long seed) {
    Random random = new Random(seed);
    List<Cases> cases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int rank = i % 5;
      Mode mode = MODES.get(random.nextInt(MODES.size()));
      int[] large = new int[rank];
      int[] small = new int[rank];
      for (int axis = 0; axis < rank; axis++) {
        int most = rank == 1 ? 40 : 5;
        int a = 1 + random.nextInt(most);
        int b = 1 + random.nextInt(most);
        large[axis] = mode == Mode.VALID ? Math.max(a, b) : a;
        small[axis] = mode == Mode.VALID ? Math.min(a, b) : b;
      }
      boolean swapped = random.nextBoolean();
      NdArray a = array(Shape.of(swapped ? small : large), random);
      NdArray b = array(Shape.of(swapped ? large : small), random);
      cases.add(new Cases(a, b, Geometry.of(a.shape(), b.shape(), mode, Convention.SCIPY)));
    }
    return cases;
  }

  private static NdArray array(Shape shape, Random random) {
    int range = new int[] {0, 3, 60, 400}[random.nextInt(4)];
    IntToDoubleFunction element =
        switch (random.nextInt(5)) {
          case 0 -> i -> random.nextInt(19) - 9;
          case 1 ->
              i -> random.nextInt(3) == 0 ? random.nextGaussian() : random.nextBoolean() ? 0 : -0.0;
          case 2 -> i -> (i % 2 == 0 ? 1 : -1) * (0.5 + random.nextDouble() / 2);
          default ->
              i ->
                  Math.scalb(
                      random.nextGaussian(), range == 0 ? 0 : random.nextInt(2 * range) - range);
        };
    double[] data = new double[shape.size()];
    Arrays.setAll(data, element);
    return NdArray.wrap(data, shape);
  }

  @Override
  public String toString() {
    return geometry + " of " + in1 + " and " + in2;
  }
}
