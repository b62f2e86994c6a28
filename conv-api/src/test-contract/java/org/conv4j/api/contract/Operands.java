package org.conv4j.api.contract;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** The shapes of two operands, the table of awkward ones, and what to fill them with. */
public record Operands(Shape in1, Shape in2) {
  /** The same in every run; {@link #toString} shows it in the name of every test. */
  public static final long SEED = 20260117;

  /** Around powers of two: lengths of transforms, strips of columns, taps taken at once. */
  private static final int[] SHORT = {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33};

  private static final int[] LONG = {1023, 1024, 1025, 2047, 2048, 2049, 4099};

  private static final List<String> BOTH_LONG =
      List.of(
          "1025 * 1023",
          "1024 * 1024",
          "1023 * 1025",
          "101 * 127",
          "509 * 101",
          "127 * 509",
          "509 * 509",
          "65536 * 3",
          "3 * 65537");

  /** Several strips of columns and several portions of taps. */
  private static final List<String> LONGEST =
      List.of(
          "2048 * 2047",
          "2049 * 2049",
          "4099 * 1024",
          "1025 * 4099",
          "4099 * 4099",
          "10007 * 997",
          "997 * 10007",
          "2x9x700 * 2x2x250",
          "20x9 * 1000x8");

  private static final List<String> HIGHER_RANK =
      List.of(
          "1x1 * 1x1",
          "1x7 * 1x3",
          "7x1 * 3x1",
          "7x1 * 1x3",
          "1x1 * 5x4",
          "5x4 * 1x1",
          "5x4 * 5x4",
          "8x9 * 3x5",
          "3x5 * 8x9",
          "8x3 * 5x9",
          "3x9 * 8x5",
          "17x33 * 4x4",
          "33x16 * 5x31",
          "2x1025 * 3x4",
          "2x4 * 3x2049",
          "31x2 * 2x31",
          "64x65 * 9x8",
          "101x127 * 3x5",
          "13x509 * 7x101",
          "1x1x1 * 1x1x1",
          "3x4x5 * 2x2x2",
          "2x2x2 * 3x4x5",
          "3x1x9 * 2x4x1",
          "4x5x2 * 1x7x8",
          "1x9x1 * 1x4x1",
          "7x8x9 * 3x3x3",
          "2x3x4x5 * 2x2x2x2",
          "3x1x4x2 * 1x5x2x7",
          "1x1x1x9 * 2x1x3x1",
          "4x4x4x4 * 4x4x4x4",
          "1x1x1x1x1 * 1x1x1x1x1",
          "2x3x2x3x4 * 2x1x2x2x3",
          "2x1x3x1x5 * 1x4x2x3x2",
          "3x2x2x3x2 * 2x3x3x2x4",
          // Wider than the buffer of the dense kernel, with more taps in a row than it takes at
          // once.
          "5x600 * 3x150",
          "3x150 * 5x600",
          "40x70 * 33x65",
          // Short last axes without taps, which are joined to the one before.
          "9x40x3 * 4x5x1",
          "30x20x4 * 1x7x1",
          "5x6x7x2x3 * 2x3x5x1x1",
          "50x3 * 9x1",
          "3x9x1 * 8x20x4",
          // Much longer taps than x, down the columns.
          "10x3 * 900x1",
          "20x9 * 100x8",
          "100x1 * 1x5",
          "600x2 * 600x2");

  /** Reads, for example, {@code 3x4 * 2x2}. */
  public static Operands of(String text) {
    String[] shapes = text.split(" \\* ", -1);
    return new Operands(shape(shapes[0]), shape(shapes[1]));
  }

  private static Shape shape(String text) {
    return Shape.of(Arrays.stream(text.split("x", -1)).mapToInt(Integer::parseInt).toArray());
  }

  /** All that an implementation may trip over. */
  public static Stream<Operands> awkward() {
    return Stream.of(vectors(), BOTH_LONG.stream(), HIGHER_RANK.stream())
        .flatMap(texts -> texts)
        .map(Operands::of);
  }

  /** As awkward, with millions of terms: they take the definition seconds. */
  public static Stream<Operands> longest() {
    return LONGEST.stream().map(Operands::of);
  }

  /** Short ones with short ones, and with long ones either way round. */
  private static Stream<String> vectors() {
    return Arrays.stream(SHORT)
        .boxed()
        .flatMap(
            n ->
                Stream.concat(
                    Arrays.stream(SHORT).mapToObj(k -> n + " * " + k),
                    Arrays.stream(LONG)
                        .boxed()
                        .flatMap(k -> Stream.of(n + " * " + k, k + " * " + n))));
  }

  /** All modes, but valid only where one operand covers the other. */
  public List<Mode> modes() {
    return covers(in1, in2) || covers(in2, in1)
        ? List.of(Mode.values())
        : List.of(Mode.FULL, Mode.SAME);
  }

  private static boolean covers(Shape large, Shape small) {
    return IntStream.range(0, large.rank()).allMatch(i -> large.extent(i) >= small.extent(i));
  }

  /** What a convolution of the two has to compute. */
  public Geometry geometry(Mode mode) {
    return Geometry.of(in1, in2, mode, Convention.SCIPY);
  }

  /** Whole numbers from -9 to 9: their sums of products are exact. */
  public static NdArray integers(Shape shape, int which) {
    SplittableRandom random = new SplittableRandom(SEED + which);
    return filled(shape, () -> random.nextInt(-9, 10));
  }

  /** Full significands of either sign over twelve decades. */
  public static NdArray doubles(Shape shape, int which) {
    SplittableRandom random = new SplittableRandom(SEED + which);
    return filled(shape, () -> Math.scalb(random.nextDouble() * 2 - 1, random.nextInt(-20, 21)));
  }

  /** The next values, in row-major order. */
  public static NdArray filled(Shape shape, DoubleSupplier values) {
    return NdArray.wrap(
        IntStream.range(0, shape.size()).mapToDouble(i -> values.getAsDouble()).toArray(), shape);
  }

  /** The Euclidean norm. */
  public static double norm(NdArray array) {
    return Math.sqrt(Arrays.stream(array.doubles()).map(x -> x * x).sum());
  }

  /** The bound on every error of a transform convolution. */
  public static double bound(NdArray in1, NdArray in2) {
    return Accuracy.normwiseFactor(DType.FLOAT64, in1.shape(), in2.shape()) * norm(in1) * norm(in2);
  }

  /** What a transform convolution of whole numbers means; its errors must be below one half. */
  public static NdArray rounded(NdArray y) {
    double[] data = y.doubles().clone();
    Arrays.setAll(data, i -> Math.rint(data[i]) + 0.0); // + 0.0: no negative zeros
    return NdArray.wrap(data, y.shape());
  }

  @Override
  public String toString() {
    return in1 + " * " + in2 + " [seed " + SEED + "]";
  }
}
