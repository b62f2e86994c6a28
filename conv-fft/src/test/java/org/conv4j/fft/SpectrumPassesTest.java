package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.Shape;
import org.conv4j.fft.TransformEngine.ComplexTransform;
import org.conv4j.fft.TransformEngine.RealTransform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transforms of arrays of several axes, against the definition and on several threads. */
class SpectrumPassesTest {
  /** An array of given transform lengths, with rows that have room for a spectrum. */
  @SuppressWarnings("ArrayRecordComponent") // read in place, never compared
  private record Layout(int[] lengths) {
    static Layout of(String text) {
      return new Layout(ints(text));
    }

    int[] storage() {
      int[] storage = lengths.clone();
      storage[storage.length - 1] += 2;
      return storage;
    }

    SpectrumPasses<double[]> passes(int threads) {
      return new SpectrumPasses<>(lengths, threads, DoublePrecision.INSTANCE);
    }

    /** Whole numbers in a box at the origin, zeros elsewhere. */
    double[] filled(int[] box) {
      SplittableRandom random = new SplittableRandom(Operands.SEED);
      double[] numbers =
          IntStream.range(0, size(box)).mapToDouble(i -> random.nextInt(-9, 10)).toArray();
      double[] data = new double[size(storage())];
      Boxes.copy(numbers, box, new int[box.length], data, storage(), new int[box.length], box);
      return data;
    }

    double[] box(double[] data, int[] from, int[] size) {
      double[] box = new double[size(size)];
      Boxes.copy(data, storage(), from, box, size, new int[size.length], size);
      return box;
    }

    double factor() {
      int[] ones = new int[lengths.length];
      Arrays.fill(ones, 1);
      return Accuracy.normwiseFactor(DType.FLOAT64, Shape.of(lengths), Shape.of(ones));
    }
  }

  private static int[] ints(String text) {
    return Arrays.stream(text.split("x", -1)).mapToInt(Integer::parseInt).toArray();
  }

  private static int size(int[] extents) {
    return Arrays.stream(extents).reduce(1, Math::multiplyExact);
  }

  private static double norm(double[] data) {
    return Math.sqrt(Arrays.stream(data).map(x -> x * x).sum());
  }

  private static int[] index(int flat, int[] extents) {
    int[] index = new int[extents.length];
    for (int axis = extents.length - 1; axis >= 0; axis--) {
      index[axis] = flat % extents[axis];
      flat /= extents[axis];
    }
    return index;
  }

  @ParameterizedTest
  @CsvSource({
    "8, 5",
    "3x4, 3x4",
    "5x6, 2x5",
    "9x20, 4x11",
    "1x6, 1x4",
    "6x2, 5x1",
    "3x4x6, 3x4x6",
    "4x3x10, 2x3x7",
    "2x1x8, 1x1x3",
    "2x3x4x6, 2x3x4x6",
    "3x2x5x4, 1x2x3x3",
  })
  void the_spectrum_is_that_of_the_definition(String lengths, String used) {
    Layout layout = Layout.of(lengths);
    double[] numbers = layout.filled(ints(used));
    double[] spectrum = numbers.clone();
    layout.passes(1).forward(spectrum, ints(used));
    int product = size(layout.lengths());
    ExactTransform exact = new ExactTransform(product); // every length divides the product
    int[] half = layout.storage();
    half[half.length - 1] /= 2;
    double bound = layout.factor() * Math.sqrt(product) * norm(numbers);
    for (int at = 0; at < size(half); at++) {
      int[] k = index(at, half);
      ExactTransform.Sum sum = exact.new Sum();
      for (int i = 0; i < numbers.length; i++) {
        sum.add(numbers[i], 0, phase(index(i, layout.storage()), k, layout.lengths(), product));
      }
      assertThat(sum.error(spectrum[2 * at], spectrum[2 * at + 1]))
          .as("element %s, seed %d", Arrays.toString(k), Operands.SEED)
          .isLessThanOrEqualTo(bound);
    }
  }

  private static long phase(int[] j, int[] k, int[] lengths, int product) {
    long phase = 0;
    for (int axis = 0; axis < j.length; axis++) {
      phase += (long) j[axis] * k[axis] * (product / lengths[axis]);
    }
    return phase;
  }

  @ParameterizedTest
  @CsvSource({
    "8, 5, 2, 6",
    "9x20, 4x11, 0x0, 9x20",
    "9x20, 4x11, 2x3, 5x8",
    "6x6, 6x6, 5x5, 1x1",
    "4x3x10, 2x3x7, 1x0x2, 3x2x5",
    "3x2x5x4, 1x2x3x3, 0x1x1x2, 2x1x3x2",
    "60x64x30, 50x40x29, 3x5x7, 40x41x20",
  })
  void what_was_asked_for_comes_back(String lengths, String used, String from, String asked) {
    Layout layout = Layout.of(lengths);
    double[] numbers = layout.filled(ints(used));
    for (int threads : new int[] {1, 4}) {
      double[] data = numbers.clone();
      SpectrumPasses<double[]> passes = layout.passes(threads);
      passes.forward(data, ints(used));
      passes.inverse(data, ints(from), ints(asked));
      double[] expected = layout.box(numbers, ints(from), ints(asked));
      double[] actual = layout.box(data, ints(from), ints(asked));
      double[] errors = actual.clone();
      Arrays.setAll(errors, i -> Math.abs(actual[i] - expected[i]));
      assertThat(Arrays.stream(errors).max().getAsDouble())
          .as("%d threads, seed %d", threads, Operands.SEED)
          .isLessThanOrEqualTo(layout.factor() * norm(numbers));
    }
  }

  @ParameterizedTest
  @CsvSource({"100000", "300x400", "400x300", "3x40000", "40000x4", "50x60x64", "20x18x16x24"})
  void four_threads_give_the_same_bits_as_one(String lengths) {
    Layout layout = Layout.of(lengths);
    int[] used = Arrays.stream(layout.lengths()).map(n -> (2 * n + 2) / 3).toArray();
    int[] from = Arrays.stream(layout.lengths()).map(n -> n / 4).toArray();
    int[] asked = Arrays.stream(layout.lengths()).map(n -> (n + 1) / 2).toArray();
    double[] alone = layout.filled(used);
    double[] shared = alone.clone();
    assertThat(alone.length).as("large enough").isGreaterThan(1 << 16);
    layout.passes(1).forward(alone, used);
    layout.passes(4).forward(shared, used);
    assertThat(Arrays.equals(shared, alone)).as("forward").isTrue();
    layout.passes(1).inverse(alone, from, asked);
    layout.passes(4).inverse(shared, from, asked);
    assertThat(Arrays.equals(shared, alone)).as("inverse").isTrue();
  }

  @Test
  void passes_print_their_lengths() {
    assertThat(Layout.of("3x4").passes(1)).hasToString("passes over [3, 4]");
  }

  // ---- What is left out -----------------------------------------------------------------------

  /** The real engine, and how often it was used. */
  private static final class CountingEngine implements TransformEngine<double[]> {
    private final AtomicInteger forward = new AtomicInteger();
    private final AtomicInteger inverse = new AtomicInteger();

    @Override
    public String name() {
      return "counting";
    }

    @Override
    public RealTransform<double[]> real(int n) {
      RealTransform<double[]> transform = JTransformsEngine.DOUBLES.real(n);
      return new RealTransform<>() {
        @Override
        public void forward(double[] data, int start) {
          forward.incrementAndGet();
          transform.forward(data, start);
        }

        @Override
        public void inverse(double[] data, int start) {
          inverse.incrementAndGet();
          transform.inverse(data, start);
        }
      };
    }

    @Override
    public ComplexTransform<double[]> complex(int n) {
      return JTransformsEngine.DOUBLES.complex(n);
    }
  }

  /** Double precision, but for where its transforms come from. */
  @SuppressWarnings("unchecked")
  private static Precision<double[]> doublesWith(TransformEngine<double[]> engine) {
    return (Precision<double[]>)
        Proxy.newProxyInstance(
            Precision.class.getClassLoader(),
            new Class<?>[] {Precision.class},
            (proxy, method, arguments) ->
                method.getName().equals("engine")
                    ? engine
                    : method.invoke(DoublePrecision.INSTANCE, arguments));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FULL  | 20x30 * 3x5     | 23 | 22",
        "SAME  | 20x30 * 3x5     | 23 | 20",
        "VALID | 20x30 * 3x5     | 23 | 18",
        "SAME  | 2x4 * 99x4      |  5 |  2",
        "VALID | 6x7x8 * 2x3x4   | 48 | 25",
        "FULL  | 9 * 4           |  2 |  1",
      })
  void rows_of_padding_and_rows_nobody_asked_for_are_not_transformed(
      Mode mode, String text, int forward, int inverse) {
    Operands operands = Operands.of(text);
    CountingEngine engine = new CountingEngine();
    FftPlan plan = FftPlan.of(operands.geometry(mode), FftPlan.Lengths.CHEAPEST);
    double[] in1 = Operands.integers(operands.in1(), 1).doubles();
    double[] in2 = Operands.integers(operands.in2(), 2).doubles();
    CyclicConvolutionTest.apply(plan, 1, doublesWith(engine), in1, in2);
    assertThat(engine.forward).as("%s", plan).hasValue(forward);
    assertThat(engine.inverse).as("%s", plan).hasValue(inverse);
  }
}
