package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.api.contract.LiteralSum;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tiles on every engine, of every rank, in all modes, against the literal sum. */
class TileConvolutionTest {
  /**
   * An engine, given and giving doubles.
   *
   * @param name what messages show
   * @param engine the engine
   * @param precision its type
   */
  record Kind<A>(String name, TileEngine<A> engine, Precision<A> precision) {
    A typed(double[] data) {
      A typed = precision.allocate(data.length);
      for (int i = 0; i < data.length; i++) {
        precision.set(typed, i, data[i]);
      }
      return typed;
    }

    /** The outputs of channels of real or complex data; all arrays as real and imaginary part. */
    List<double[][]> convolve(
        TilePlan plan, List<double[][]> x, List<double[][]> h, int outputs, int threads) {
      int size =
          plan.axes().stream().mapToInt(axis -> axis.span().output()).reduce(1, (a, b) -> a * b);
      TileConvolution<A> convolution = engine.convolution(plan, threads);
      List<Channel<A>> y = new ArrayList<>();
      for (int i = 0; i < outputs; i++) {
        double[] garbage = new double[size];
        Arrays.fill(garbage, 77);
        y.add(channel(plan, new double[][] {garbage, garbage}));
      }
      List<Channel<A>> signal = x.stream().map(data -> channel(plan, data)).toList();
      List<Channel<A>> kernel = h.stream().map(data -> channel(plan, data)).toList();
      // Twice, so that buffers and spectra are used that are no longer empty.
      for (int call = 0; call < 2; call++) {
        List<Spectrum<A>> spectra = kernel.stream().map(convolution::spectrum).toList();
        convolution.convolve(signal, spectra, y);
        spectra.forEach(convolution::release);
      }
      return y.stream()
          .map(
              channel ->
                  Stream.concat(Stream.of(channel.re()), channel.im().stream())
                      .map(precision::widened)
                      .toArray(double[][]::new))
          .toList();
    }

    private Channel<A> channel(TilePlan plan, double[][] data) {
      A re = typed(data[0]);
      return plan.complex() ? Channel.complex(re, typed(data[1])) : Channel.real(re);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Kind<?>> kinds() {
    DoublePrecision doubles = DoublePrecision.INSTANCE;
    FloatPrecision floats = FloatPrecision.INSTANCE;
    List<Kind<?>> kinds = new ArrayList<>();
    kinds.add(new Kind<>("rows", RowEngine.DOUBLES, doubles));
    kinds.add(new Kind<>("rows of floats", RowEngine.FLOATS, floats));
    kinds.add(new Kind<>("3 lanes", new LaneEngine<>("plain", new PlainLanes(3)), doubles));
    kinds.add(new Kind<>("8 lanes", new LaneEngine<>("plain", new PlainLanes(8)), doubles));
    Batches.VECTOR.ifPresent(
        vector -> {
          kinds.add(new Kind<>("lanes", new LaneEngine<>("lanes", vector.doubles()), doubles));
          kinds.add(
              new Kind<>("lanes of floats", new LaneEngine<>("lanes", vector.floats()), floats));
        });
    return kinds;
  }

  /** Operands, and lengths of tiles from which the next that an engine has is taken. */
  static Stream<Arguments> cases() {
    String[][] cases = {
      {"1 * 1", "1"},
      {"9 * 4", "12"},
      {"100 * 17", "116", "24+", "30+", "48+", "100+"},
      {"17 * 100", "116"},
      {"1000 * 77", "1076", "96+", "180+", "240+", "640+"},
      {"300 * 299", "598", "400+"},
      {"5000 * 3", "16+", "5002"},
      {"1x7 * 5x1", "5 7"},
      {"30x20 * 5x3", "34 22", "12+ 22", "34 8+", "12+ 8+", "9+ 22"},
      {"5x3 * 30x20", "34 22"},
      {"3x90 * 2x31", "4 120", "4 60+", "4+ 48+"},
      {"90x3 * 31x2", "120 4", "48+ 4"},
      {"33x65 * 33x9", "65 73", "65 24+"},
      {"7x8x9 * 3x2x4", "9 9 12", "6+ 9 12", "9 5+ 6+", "6+ 5+ 6+"},
      {"3x2x20 * 7x8x9", "9 9 28"},
      {"5x6x17 * 5x1x1", "9 6 17", "9 4+ 17"},
      {"4x5x3x6 * 2x3x2x5", "5 8 4 10", "4+ 8 4 10", "5 4+ 4 8+"},
      {"2x3x2x3x4 * 2x1x2x2x3", "3 3 3 4 6"},
    };
    return kinds().stream()
        .flatMap(
            kind ->
                Arrays.stream(cases)
                    .flatMap(
                        one ->
                            Arrays.stream(one)
                                .skip(1)
                                .map(lengths -> Arguments.of(kind, one[0], lengths))));
  }

  private static TilePlan plan(
      TileEngine<?> engine, Geometry geometry, String lengths, boolean complex) {
    List<Span> spans = Span.of(geometry, false);
    String[] texts = lengths.split(" ", -1);
    List<TileAxis> axes = new ArrayList<>();
    // Axes of one element have been left out.
    int dropped = 0;
    for (int axis = 0; axis < texts.length; axis++) {
      boolean trivial = axis - dropped >= spans.size();
      if (trivial) {
        dropped++;
        continue;
      }
      Span span = spans.get(axis - dropped);
      boolean overlapping = texts[axis].endsWith("+");
      int wanted = Integer.parseInt(texts[axis].replace("+", ""));
      int unit = engine.unit(axis, spans.size(), complex);
      long least = overlapping ? Math.max(wanted, span.kernel()) : Math.max(wanted, span.enough());
      int length = FastLength.between(least, 4 * least + 64, unit).get(0);
      axes.add(overlapping ? TileAxis.overlapping(span, length) : TileAxis.single(span, length));
    }
    return new TilePlan(axes, false, complex);
  }

  private static double bound(DType dtype, NdArray in1, NdArray in2) {
    return Accuracy.normwiseFactor(dtype, in1.shape(), in2.shape())
        * Operands.norm(in1)
        * Operands.norm(in2);
  }

  private static NdArray rounded(double[] data, Shape shape) {
    return Operands.rounded(NdArray.wrap(data, shape));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tiles_make_up_the_window(Kind<?> kind, String text, String lengths) {
    Operands operands = Operands.of(text);
    NdArray x = Operands.integers(operands.in1(), 1);
    NdArray h = Operands.integers(operands.in2(), 2);
    LiteralSum literal = LiteralSum.of(x, h);
    assertThat(bound(kind.precision().dtype(), x, h)).as("in the exact regime").isLessThan(0.5);
    for (Mode mode : operands.modes()) {
      Geometry geometry = operands.geometry(mode);
      TilePlan plan = plan(kind.engine(), geometry, lengths, false);
      double[][] y = kind.convolve(plan, channel(x), channel(h), 1, 2).get(0);
      assertThat(rounded(y[0], geometry.output()))
          .as("%s %s", mode, plan)
          .isEqualTo(literal.window(geometry).plain());
    }
  }

  private static List<double[][]> channel(NdArray... parts) {
    double[][] data = Arrays.stream(parts).map(NdArray::doubles).toArray(double[][]::new);
    return Collections.singletonList(data);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void complex_tiles_do_so_too(Kind<?> kind, String text, String lengths) {
    Operands operands = Operands.of(text);
    NdArray xr = Operands.integers(operands.in1(), 1);
    NdArray xi = Operands.integers(operands.in1(), 2);
    NdArray hr = Operands.integers(operands.in2(), 3);
    NdArray hi = Operands.integers(operands.in2(), 4);
    for (Mode mode : operands.modes()) {
      Geometry geometry = operands.geometry(mode);
      TilePlan plan = plan(kind.engine(), geometry, lengths, true);
      double[][] y = kind.convolve(plan, channel(xr, xi), channel(hr, hi), 1, 2).get(0);
      double[] rr = window(xr, hr, geometry);
      double[] ii = window(xi, hi, geometry);
      double[] ri = window(xr, hi, geometry);
      double[] ir = window(xi, hr, geometry);
      double[] re = IntStream.range(0, rr.length).mapToDouble(i -> rr[i] - ii[i]).toArray();
      double[] im = IntStream.range(0, rr.length).mapToDouble(i -> ri[i] + ir[i]).toArray();
      assertThat(rounded(y[0], geometry.output()).doubles()).as("%s %s", mode, plan).isEqualTo(re);
      assertThat(rounded(y[1], geometry.output()).doubles()).as("%s %s", mode, plan).isEqualTo(im);
    }
  }

  private static double[] window(NdArray x, NdArray h, Geometry geometry) {
    return Operands.rounded(LiteralSum.of(x, h).window(geometry).plain()).doubles();
  }

  /**
   * As for the digits of integers: three of one operand, two of the other, the last sum left out.
   */
  @ParameterizedTest
  @MethodSource("cases")
  void channels_are_multiplied_as_polynomials(Kind<?> kind, String text, String lengths) {
    Operands operands = Operands.of(text);
    Geometry geometry = operands.geometry(Mode.SAME);
    TilePlan plan = plan(kind.engine(), geometry, lengths, false);
    List<NdArray> x =
        List.of(1, 2, 3).stream().map(w -> Operands.integers(operands.in1(), w)).toList();
    List<NdArray> h =
        List.of(4, 5).stream().map(w -> Operands.integers(operands.in2(), w)).toList();
    List<double[][]> y =
        kind.convolve(
            plan,
            x.stream().map(one -> new double[][] {one.doubles()}).toList(),
            h.stream().map(one -> new double[][] {one.doubles()}).toList(),
            3,
            2);
    for (int shift = 0; shift < 3; shift++) {
      double[] expected = new double[geometry.output().size()];
      for (int j = 0; j <= Math.min(shift, 1); j++) {
        double[] product = window(x.get(shift - j), h.get(j), geometry);
        Arrays.setAll(expected, i -> expected[i] + product[i]);
      }
      assertThat(rounded(y.get(shift)[0], geometry.output()).doubles())
          .as("%s, sum %d", plan, shift)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void threads_change_no_bit_and_errors_are_within_the_bound(
      Kind<?> kind, String text, String lengths) {
    Operands operands = Operands.of(text);
    Geometry geometry = operands.geometry(Mode.FULL);
    TilePlan plan = plan(kind.engine(), geometry, lengths, false);
    DType dtype = kind.precision().dtype();
    NdArray x = Operands.doubles(operands.in1(), 5).cast(dtype).cast(DType.FLOAT64);
    NdArray h = Operands.doubles(operands.in2(), 6).cast(dtype).cast(DType.FLOAT64);
    double[] y = kind.convolve(plan, channel(x), channel(h), 1, 1).get(0)[0];
    double factor = Accuracy.componentwiseFactor(dtype, geometry.longestSum());
    assertThat(
            LiteralSum.of(x, h)
                .window(geometry)
                .beyond(NdArray.wrap(y, geometry.output()), bound(dtype, x, h), factor))
        .as("%s", plan)
        .isEmpty();
    for (int threads : new int[] {2, 7}) {
      assertThat(kind.convolve(plan, channel(x), channel(h), 1, threads).get(0)[0])
          .as("%s, %d threads", plan, threads)
          .isEqualTo(y);
    }
  }

  /** Large enough for several threads, and for transforms that do not fit the cache. */
  static Stream<Arguments> large() {
    String[][] cases = {
      {"100000 * 1000", "4096+"},
      {"100000 * 1000", "32768+"},
      {"100000 * 9000", "109000"},
      {"250x300 * 30x40", "288 360"},
      {"250x300 * 30x40", "128+ 360"},
      {"250x300 * 30x40", "96+ 128+"},
      {"30x40x50 * 9x8x7", "40 48 60"},
      {"30x40x50 * 9x8x7", "24+ 48 24+"},
    };
    return kinds().stream()
        .filter(kind -> !kind.engine().name().equals("plain"))
        .flatMap(kind -> Arrays.stream(cases).map(one -> Arguments.of(kind, one[0], one[1])));
  }

  /** Each engine is the twin of the other, in double precision. */
  private static Kind<?> twin(Kind<?> kind) {
    return kinds().stream()
        .filter(other -> other.precision() == DoublePrecision.INSTANCE)
        .filter(other -> !other.engine().name().equals(kind.engine().name()))
        .reduce((before, last) -> last)
        .orElseThrow();
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("large")
  void large_ones_are_those_of_the_other_engine(Kind<?> kind, String text, String lengths) {
    Operands operands = Operands.of(text);
    Geometry geometry = operands.geometry(Mode.FULL);
    NdArray x = Operands.integers(operands.in1(), 7);
    NdArray h = Operands.integers(operands.in2(), 8);
    DType dtype = kind.precision().dtype();
    TilePlan plan = plan(kind.engine(), geometry, lengths, false);
    double[] y = kind.convolve(plan, channel(x), channel(h), 1, 1).get(0)[0];
    Kind<?> twin = twin(kind);
    TilePlan twins = plan(twin.engine(), geometry, lengths, false);
    double[] expected =
        rounded(twin.convolve(twins, channel(x), channel(h), 1, 1).get(0)[0], geometry.output())
            .doubles();
    double bound = bound(dtype, x, h);
    double worst = 0;
    for (int i = 0; i < y.length; i++) {
      worst = Math.max(worst, Math.abs(y[i] - expected[i]));
    }
    assertThat(worst).as("%s", plan).isLessThanOrEqualTo(bound);
    for (int threads : new int[] {2, 7}) {
      assertThat(kind.convolve(plan, channel(x), channel(h), 1, threads).get(0)[0])
          .as("%s, %d threads", plan, threads)
          .isEqualTo(y);
    }
  }

  @Test
  void vectors_are_there_to_be_tested() {
    assertThat(Batches.VECTOR).isPresent();
  }
}
