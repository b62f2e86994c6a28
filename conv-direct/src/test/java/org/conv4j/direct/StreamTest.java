package org.conv4j.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.api.StreamingConvolution;
import org.conv4j.api.contract.LiteralSum;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams of direct convolutions against convolutions of the whole signal. */
class StreamTest {
  private static final DirectConvolver DIRECT = new DirectConvolver();

  /** Taps and samples; the longest block of each round is drawn up to the third number. */
  private static final String[] LENGTHS = {
    "1,40,9", "2,1,1", "50,20,7", "17,300,40", "300,900,500"
  };

  /** All outputs of a stream of doubles, cut at random. */
  private static double[] streamed(
      StreamingConvolution stream, double[] signal, int longest, SplittableRandom random) {
    List<double[]> outputs = new ArrayList<>();
    for (int from = 0; from < signal.length; ) {
      int to = Math.min(signal.length, from + random.nextInt(longest + 1));
      outputs.add(stream.push(Arrays.copyOfRange(signal, from, to)));
      from = to;
    }
    outputs.add(stream.finish().doubles());
    return outputs.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  @ParameterizedTest
  @CsvSource({"1,40,9", "2,1,1", "50,20,7", "17,300,40", "300,900,500", "200,500,1"})
  void any_cuts_give_the_whole_result_within_the_bound(int taps, int samples, int longest) {
    SplittableRandom random = new SplittableRandom(Operands.SEED);
    Operands operands = new Operands(Shape.of(samples), Shape.of(taps));
    Geometry geometry = operands.geometry(Mode.FULL);
    double factor = Accuracy.componentwiseFactor(DType.FLOAT64, geometry.longestSum());
    for (int round = 0; round < 20; round++) {
      NdArray in1 = Operands.doubles(operands.in1(), 30 + round);
      NdArray in2 = Operands.doubles(operands.in2(), 60 + round);
      double[] y = streamed(DIRECT.stream(in2, DType.FLOAT64), in1.doubles(), longest, random);
      assertThat(
              LiteralSum.of(in1, in2)
                  .window(geometry)
                  .beyond(NdArray.wrap(y, geometry.output()), factor))
          .as("round %d, seed %d", round, Operands.SEED)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"INT64, INT64", "INT32, INT32", "INT32, INT64", "INT64, INT32"})
  void integers_are_exact_however_they_are_cut(DType type1, DType type2) {
    SplittableRandom random = new SplittableRandom(Operands.SEED);
    for (String lengths : LENGTHS) {
      String[] parts = lengths.split(",", -1);
      NdArray in2 = wide(Integer.parseInt(parts[0]), type2, random);
      NdArray in1 = wide(Integer.parseInt(parts[1]), type1, random);
      int longest = Integer.parseInt(parts[2]);
      for (int round = 0; round < 20; round++) {
        long[] y = integers(DIRECT.stream(in2, type1), in1, longest, random);
        assertThat(y)
            .as("%s, round %d, seed %d", lengths, round, Operands.SEED)
            .isEqualTo(DIRECT.convolve(in1, in2, Mode.FULL).cast(DType.INT64).longs());
      }
    }
  }

  /** Integers of all bits, whose sums wrap. */
  private static NdArray wide(int length, DType dtype, SplittableRandom random) {
    return NdArray.of(random.longs(length).toArray()).cast(dtype);
  }

  private static long[] integers(
      StreamingConvolution stream, NdArray signal, int longest, SplittableRandom random) {
    List<NdArray> outputs = new ArrayList<>();
    long[] samples = signal.cast(DType.INT64).longs();
    for (int from = 0; from < samples.length; ) {
      int to = Math.min(samples.length, from + random.nextInt(longest + 1));
      NdArray block = NdArray.of(Arrays.copyOfRange(samples, from, to));
      outputs.add(stream.push(block.cast(signal.dtype())));
      from = to;
    }
    outputs.add(stream.finish());
    return outputs.stream()
        .flatMapToLong(y -> Arrays.stream(y.cast(DType.INT64).longs()))
        .toArray();
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "5", "40"})
  void non_finite_elements_touch_their_own_outputs_alone(int longest) {
    SplittableRandom random = new SplittableRandom(Operands.SEED);
    for (double value : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      for (int at = 0; at < 30; at += 3) {
        NdArray in1 = Operands.filled(Shape.of(30), () -> 1);
        NdArray in2 = Operands.filled(Shape.of(9), () -> 2);
        in1.doubles()[at] = value;
        assertThat(streamed(DIRECT.stream(in2, DType.FLOAT64), in1.doubles(), longest, random))
            .isEqualTo(DIRECT.convolve(in1, in2, Mode.FULL).doubles());
        in1.doubles()[at] = 0;
        in2.doubles()[at % 9] = value;
        assertThat(streamed(DIRECT.stream(in2, DType.FLOAT64), in1.doubles(), longest, random))
            .isEqualTo(DIRECT.convolve(in1, in2, Mode.FULL).doubles());
      }
    }
  }

  @Test
  void complex_signals_stream_with_real_taps() {
    StreamingConvolution stream = DIRECT.stream(NdArray.of(1.0, 2), DType.COMPLEX64);
    NdArray block = NdArray.wrapComplex(new float[] {1, 0}, new float[] {0, 3}, Shape.of(2));
    NdArray y = stream.push(block);
    assertThat(y).isEqualTo(complex(new double[] {1, 2}, new double[] {0, 3}));
    assertThat(stream.finish()).isEqualTo(complex(new double[] {0}, new double[] {6}));
  }

  private static NdArray complex(double[] re, double[] im) {
    return NdArray.wrapComplex(re, im, Shape.of(re.length));
  }
}
