package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums over channels on every engine, of every rank, in tiles, against the literal sum. */
class SpectralSumsTest {
  /**
   * Sums, and how their axes are cut.
   *
   * @param text items, groups, inputs and outputs, and then for each axis, for example, {@code
   *     9*4[3..12]=24+}: signal, kernel, the window of the full convolution, and the least length
   *     of its tiles, which overlap
   */
  record Case(String text) {
    private List<Integer> counts() {
      return Arrays.stream(text.substring(0, text.indexOf(':')).split(" ", -1))
          .map(Integer::valueOf)
          .toList();
    }

    private List<int[]> axes() {
      return Arrays.stream(text.substring(text.indexOf(": ") + 2).split(" ", -1))
          .map(
              axis ->
                  Arrays.stream(axis.replace("+", "").split("\\D+", -1))
                      .mapToInt(Integer::parseInt)
                      .toArray())
          .toList();
    }

    ChannelSums.Sizes sizes() {
      List<Integer> counts = counts();
      return new ChannelSums.Sizes(
          counts.get(0),
          counts.get(1),
          counts.get(2),
          counts.get(3),
          axes().stream()
              .map(axis -> new ChannelSums.Axis(axis[0], axis[1], axis[2], axis[3] - axis[2]))
              .toList());
    }

    TilePlan plan(TileEngine<?> engine, boolean complex) {
      String[] texts = text.substring(text.indexOf(": ") + 2).split(" ", -1);
      List<TileAxis> axes = new ArrayList<>();
      for (int i = 0; i < texts.length; i++) {
        int[] axis = axes().get(i);
        Span span = Span.of(axis[0], axis[1], axis[2], axis[3] - axis[2]);
        boolean overlapping = texts[i].endsWith("+");
        long least = Math.max(axis[4], overlapping ? span.kernel() : span.enough());
        int unit = engine.unit(i, texts.length, complex);
        int length = FastLength.between(least, 4 * least + 64, unit).get(0);
        axes.add(overlapping ? TileAxis.overlapping(span, length) : TileAxis.single(span, length));
      }
      return new TilePlan(axes, false, complex);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  static Stream<Arguments> cases() {
    List<String> texts =
        List.of(
            // Depthwise, one output for several inputs, several for one, and many for many.
            "2 3 1 1: 9*4[0..12]=12",
            "2 3 1 1: 300*9[2..305]=24+",
            "2 1 5 1: 100*17[8..108]=116",
            "1 2 1 3: 100*17[16..100]=30+",
            "2 2 4 5: 200*9[2..205]=24+",
            "3 1 9 2: 400*77[0..476]=180+",
            "1 1 1 1: 1*1[0..1]=1",
            "2 1 2 2: 7*90[80..96]=96",
            "2 2 3 2: 30*5[2..32]=34 20*3[1..21]=22",
            "1 3 1 1: 30*5[0..34]=12+ 20*3[2..20]=8+",
            "2 1 5 3: 30*5[4..30]=9+ 20*3[0..22]=22",
            "1 1 3 2: 33*33[16..49]=65 65*9[4..69]=24+",
            "1 2 1 1: 32*31[15..47]=48 32*31[15..47]=48",
            "1 1 2 1: 3*5[2..5]=7 9*1[0..9]=9",
            "2 1 4 2: 7*3[1..8]=9 8*2[0..9]=9 9*4[2..11]=12",
            "1 2 1 1: 7*3[1..8]=6+ 8*2[0..9]=5+ 9*4[2..11]=6+");
    return TileConvolutionTest.kinds().stream()
        .flatMap(kind -> texts.stream().map(text -> Arguments.of(kind, new Case(text))));
  }

  private static double[] integers(int size, int seed) {
    Random random = new Random(seed);
    double[] numbers = new double[size];
    Arrays.setAll(numbers, i -> random.nextInt(19) - 9);
    return numbers;
  }

  /** Adds the sum of one output channel, from its definition. */
  private static void add(
      ChannelSums.Sizes sizes, double[] x, int from, double[] h, int kernel, double[] y, int to) {
    int rank = sizes.axes().size();
    int[] signal = sizes.axes().stream().mapToInt(ChannelSums.Axis::signal).toArray();
    int[] taps = sizes.axes().stream().mapToInt(ChannelSums.Axis::kernel).toArray();
    int[] offset = sizes.axes().stream().mapToInt(ChannelSums.Axis::offset).toArray();
    int[] output = sizes.axes().stream().mapToInt(ChannelSums.Axis::output).toArray();
    int outputs = sizes.outputSize();
    int kernels = sizes.kernelSize();
    for (int i = 0; i < outputs; i++) {
      for (int j = 0; j < kernels; j++) {
        int place = 0;
        int step = 1;
        boolean inside = true;
        int restOfOutput = i;
        int restOfKernel = j;
        for (int a = rank - 1; a >= 0; a--) {
          int at = restOfOutput % output[a] + offset[a] - restOfKernel % taps[a];
          inside &= at >= 0 && at < signal[a];
          place += at * step;
          step *= signal[a];
          restOfOutput /= output[a];
          restOfKernel /= taps[a];
        }
        y[to + i] += inside ? x[from + place] * h[kernel + j] : 0;
      }
    }
  }

  private static double[] literal(ChannelSums.Sizes sizes, double[] x, double[] h) {
    int outputs = sizes.groups() * sizes.outputs();
    double[] y = new double[sizes.items() * outputs * sizes.outputSize()];
    for (int item = 0; item < sizes.items(); item++) {
      for (int output = 0; output < outputs; output++) {
        for (int c = 0; c < sizes.inputs(); c++) {
          int input = (item * sizes.groups() + output / sizes.outputs()) * sizes.inputs() + c;
          add(
              sizes,
              x,
              input * sizes.inputSize(),
              h,
              (output * sizes.inputs() + c) * sizes.kernelSize(),
              y,
              (item * outputs + output) * sizes.outputSize());
        }
      }
    }
    return y;
  }

  private static <A> double[][] computed(
      TileConvolutionTest.Kind<A> kind,
      Case one,
      List<double[][]> x,
      List<double[][]> h,
      int digits,
      int threads) {
    boolean complex = x.get(0).length > 1;
    ChannelSums.Sizes sizes = one.sizes();
    Planned<A> planned = new Planned<>(kind.engine(), one.plan(kind.engine(), complex), 0);
    SpectralSums<A> sums = new SpectralSums<>(sizes, planned, threads);
    int size = sizes.items() * sizes.groups() * sizes.outputs() * sizes.outputSize();
    List<List<A>> y = new ArrayList<>();
    for (int i = 0; i < digits; i++) {
      double[] garbage = new double[size];
      Arrays.fill(garbage, 77);
      y.add(Arrays.stream(x.get(0)).map(any -> kind.typed(garbage)).toList());
    }
    SpectralSums<A>.Kernels kernels = sums.prepare(typed(kind, h));
    // Twice, so that buffers are used that are no longer empty.
    kernels.apply(typed(kind, x), y);
    kernels.apply(typed(kind, x), y);
    return y.stream().flatMap(List::stream).map(kind.precision()::widened).toArray(double[][]::new);
  }

  private static <A> List<List<A>> typed(
      TileConvolutionTest.Kind<A> kind, List<double[][]> channels) {
    return channels.stream().map(parts -> Arrays.stream(parts).map(kind::typed).toList()).toList();
  }

  private static double[] rounded(double[] y) {
    return Arrays.stream(y).map(value -> Math.rint(value) + 0.0).toArray();
  }

  private static double[][] inputs(ChannelSums.Sizes sizes, int... seeds) {
    int size = sizes.items() * sizes.groups() * sizes.inputs() * sizes.inputSize();
    return Arrays.stream(seeds).mapToObj(seed -> integers(size, seed)).toArray(double[][]::new);
  }

  private static double[][] kernels(ChannelSums.Sizes sizes, int... seeds) {
    int size = sizes.groups() * sizes.outputs() * sizes.inputs() * sizes.kernelSize();
    return Arrays.stream(seeds).mapToObj(seed -> integers(size, seed)).toArray(double[][]::new);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sums_are_literal_ones(TileConvolutionTest.Kind<?> kind, Case one) {
    ChannelSums.Sizes sizes = one.sizes();
    double[][] x = inputs(sizes, 1);
    double[][] h = kernels(sizes, 2);
    double[] y = computed(kind, one, List.<double[][]>of(x), List.<double[][]>of(h), 1, 1)[0];
    assertThat(rounded(y)).isEqualTo(literal(sizes, x[0], h[0]));
    for (int threads : new int[] {2, 7}) {
      assertThat(computed(kind, one, List.<double[][]>of(x), List.<double[][]>of(h), 1, threads)[0])
          .isEqualTo(y);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void complex_sums_are_so_too(TileConvolutionTest.Kind<?> kind, Case one) {
    ChannelSums.Sizes sizes = one.sizes();
    double[][] x = inputs(sizes, 1, 2);
    double[][] h = kernels(sizes, 3, 4);
    double[][] y = computed(kind, one, List.<double[][]>of(x), List.<double[][]>of(h), 1, 2);
    double[] re = literal(sizes, x[0], h[0]);
    double[] minus = literal(sizes, x[1], h[1]);
    Arrays.setAll(re, i -> re[i] - minus[i]);
    double[] im = literal(sizes, x[0], h[1]);
    double[] plus = literal(sizes, x[1], h[0]);
    Arrays.setAll(im, i -> im[i] + plus[i]);
    assertThat(rounded(y[0])).isEqualTo(re);
    assertThat(rounded(y[1])).isEqualTo(im);
  }

  /** Three of the inputs, two of the kernels, the last sum left out. */
  @ParameterizedTest
  @MethodSource("cases")
  void digits_are_multiplied_as_polynomials(TileConvolutionTest.Kind<?> kind, Case one) {
    ChannelSums.Sizes sizes = one.sizes();
    List<double[][]> x = List.of(inputs(sizes, 1), inputs(sizes, 2), inputs(sizes, 3));
    List<double[][]> h = List.of(kernels(sizes, 4), kernels(sizes, 5));
    double[][] y = computed(kind, one, x, h, 3, 2);
    for (int digit = 0; digit < 3; digit++) {
      double[] expected = literal(sizes, x.get(digit)[0], h.get(0)[0]);
      if (digit > 0) {
        double[] more = literal(sizes, x.get(digit - 1)[0], h.get(1)[0]);
        Arrays.setAll(expected, i -> expected[i] + more[i]);
      }
      assertThat(rounded(y[digit])).as("digit %d", digit).isEqualTo(expected);
    }
  }

  /** So much that threads have blocks of their own, and so little that they share one. */
  static Stream<Arguments> large() {
    List<String> texts =
        List.of(
            "1 64 1 1: 40*7[3..43]=46 33*5[2..35]=48",
            "3 2 5 4: 60*5[2..62]=24+ 70*3[1..71]=32+",
            "1 1 24 9: 40*3[1..41]=48 50*3[1..51]=64",
            "1 1 3 4: 30000*20[0..30019]=1024+");
    return TileConvolutionTest.kinds().stream()
        .filter(kind -> !kind.engine().name().equals("plain"))
        .flatMap(kind -> texts.stream().map(text -> Arguments.of(kind, new Case(text))));
  }

  @ParameterizedTest
  @MethodSource("large")
  void threads_change_no_bit(TileConvolutionTest.Kind<?> kind, Case one) {
    sums_are_literal_ones(kind, one);
  }
}
