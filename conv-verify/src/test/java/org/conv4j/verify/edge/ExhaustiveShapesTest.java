package org.conv4j.verify.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.conv4j.api.Convention;
import org.conv4j.api.Convolver;
import org.conv4j.api.Convolvers;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.fft.FftConvolver;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every pair of shapes of up to 5 elements per axis in ranks 1 to 3, every mode, both
 * implementations, against the defining sum; what is refused is refused by both.
 */
class ExhaustiveShapesTest {
  private static final List<Convolver> IMPLEMENTATIONS =
      List.of(new DirectConvolver(), new FftConvolver());

  private static List<Shape> shapes(int rank, int most) {
    List<int[]> extents = new ArrayList<>(List.of(new int[rank]));
    for (int axis = 0; axis < rank; axis++) {
      List<int[]> longer = new ArrayList<>();
      for (int[] some : extents) {
        for (int n = 1; n <= most; n++) {
          int[] next = some.clone();
          next[axis] = n;
          longer.add(next);
        }
      }
      extents = longer;
    }
    return extents.stream().map(Shape::of).toList();
  }

  private static NdArray integers(Shape shape, Random random) {
    long[] data = new long[shape.size()];
    Arrays.setAll(data, i -> random.nextInt(199) - 99);
    return NdArray.wrap(data, shape);
  }

  /** Compares all types that hold the result exactly; returns whether the call was refused. */
  private static boolean compare(NdArray a, NdArray b, Mode mode) {
    Geometry geometry;
    try {
      geometry = Geometry.of(a.shape(), b.shape(), mode, Convention.SCIPY);
    } catch (IllegalArgumentException e) {
      for (Convolver convolver : IMPLEMENTATIONS) {
        refused(convolver, a, b, mode);
      }
      return true;
    }
    NdArray expected = NdArray.wrap(EmbeddedSum.of(a, b, geometry), geometry.output());
    for (Convolver convolver : IMPLEMENTATIONS) {
      String what = convolver + " " + geometry;
      assertThat(convolver.convolve(a, b, mode)).as(what).isEqualTo(expected);
      NdArray doubles = convolver.convolve(a.cast(DType.FLOAT64), b.cast(DType.FLOAT64), mode);
      Arrays.setAll(doubles.doubles(), i -> Math.rint(doubles.doubles()[i]));
      assertThat(doubles.cast(DType.INT64)).as(what).isEqualTo(expected);
    }
    return false;
  }

  private static void refused(Convolver convolver, NdArray a, NdArray b, Mode mode) {
    try {
      convolver.convolve(a, b, mode);
    } catch (IllegalArgumentException e) {
      return;
    }
    throw new AssertionError(convolver + " took " + a.shape() + " and " + b.shape() + " " + mode);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0", "1, 25, 0", "2, 625, 200"})
  void all_pairs_of_shapes_up_to_5(int rank, int pairs, int refused) {
    compareAll(rank, pairs, refused);
  }

  @Test
  @Tag("thorough")
  void all_pairs_of_shapes_of_three_axes_up_to_5() {
    compareAll(3, 15_625, 9_000);
  }

  private static void compareAll(int rank, int pairs, int refused) {
    Random random = new Random(20);
    int compared = 0;
    int notCovered = 0;
    for (Shape a : shapes(rank, 5)) {
      for (Shape b : shapes(rank, 5)) {
        compared++;
        for (Mode mode : Mode.values()) {
          notCovered += compare(integers(a, random), integers(b, random), mode) ? 1 : 0;
        }
      }
    }
    assertThat(compared).isEqualTo(pairs);
    assertThat(notCovered).isEqualTo(refused);
  }

  @ParameterizedTest
  @CsvSource({"4", "5", "6", "7", "8"})
  void higher_ranks(int rank) {
    Random random = new Random(rank);
    for (int i = 0; i < 300; i++) {
      Shape a = Shape.of(random.ints(rank, 1, 4).toArray());
      Shape b = Shape.of(random.ints(rank, 1, 3).toArray());
      for (Mode mode : Mode.values()) {
        compare(integers(a, random), integers(b, random), mode);
      }
    }
  }

  @Test
  void all_pairs_of_sizes_in_numpys_convention() {
    Random random = new Random(3);
    for (Convolver convolver : IMPLEMENTATIONS) {
      Convolver numpy = Convolvers.numpy(convolver);
      for (int n = 1; n <= 8; n++) {
        for (int k = 1; k <= 8; k++) {
          for (Mode mode : Mode.values()) {
            NdArray a = integers(Shape.of(n), random);
            NdArray b = integers(Shape.of(k), random);
            Geometry geometry = Geometry.of(a.shape(), b.shape(), mode, Convention.NUMPY);
            assertThat(numpy.convolve(a, b, mode).longs())
                .as("%s %s", numpy.name(), geometry)
                .containsExactly(EmbeddedSum.of(a, b, geometry));
          }
        }
      }
    }
  }
}
