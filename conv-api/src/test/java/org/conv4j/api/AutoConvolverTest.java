package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The choice between convolvers, and its reasons. */
class AutoConvolverTest {
  private static final Shape SHAPE = Shape.of(4);
  private static final Capabilities BASIC = Capabilities.basic();
  private static final StubConvolver DIRECT =
      StubConvolver.named("direct")
          .claiming(BASIC.withAccuracy(Accuracy.COMPONENTWISE))
          .estimating(5000);
  private static final StubConvolver FFT = StubConvolver.named("fft").estimating(1234);

  private static AutoConvolver auto(Accuracy atLeast, Convolver... candidates) {
    return new AutoConvolver(List.of(candidates), atLeast);
  }

  private static Choice<Convolver> choose(Accuracy atLeast, DType dtype, Convolver... candidates) {
    return auto(atLeast, candidates).choose(SHAPE, dtype, SHAPE, dtype, Mode.FULL);
  }

  private static Choice<Convolver> choose(Convolver... candidates) {
    return choose(Accuracy.NORMWISE, DType.FLOAT64, candidates);
  }

  // ---- Which one ------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "5000, 1234, b, estimated 4.05 times as fast as a",
    "1000, 2000000, a, estimated 2000 times as fast as b",
    "7, 7, a, the first of those with the lowest estimate",
    "NaN, 5000, b, the only one that gives an estimate",
    "5000, NaN, a, the only one that gives an estimate",
    "NaN, NaN, a, 'the first, since none gives an estimate'",
    "Infinity, NaN, a, the only one that gives an estimate",
    "Infinity, 9, b, the only one with a finite estimate",
    "Infinity, Infinity, a, the first of those with the lowest estimate",
  })
  void the_lowest_estimate_wins_and_a_number_before_none(
      double first, double second, String chosen, String reason) {
    Convolver a = StubConvolver.named("a").estimating(first);
    Convolver b = StubConvolver.named("b").estimating(second);
    Choice<Convolver> choice = choose(a, b);
    assertThat(choice.convolver().name()).isEqualTo(chosen);
    assertThat(choice.reason()).isEqualTo(reason);
  }

  @Test
  void a_choice_tells_all_that_were_considered() {
    Choice<Convolver> choice = choose(DIRECT, FFT);
    assertThat(choice)
        .hasToString(
            "fft, estimated 4.05 times as fast as direct"
                + " (direct: 5000 ns estimated, fft: 1234 ns estimated)");
    assertThat(choice.candidates())
        .containsExactly(
            new Choice.Candidate<>(DIRECT, "direct", 5000, ""),
            new Choice.Candidate<>(FFT, "fft", 1234, ""));
  }

  @Test
  void a_candidate_without_an_estimate_says_so() {
    Convolver silent = StubConvolver.named("silent");
    assertThat(choose(DIRECT, silent))
        .hasToString(
            "direct, the only one that gives an estimate"
                + " (direct: 5000 ns estimated, silent: no estimate)");
  }

  @Test
  void too_weak_a_class_of_accuracy_is_refused() {
    assertThat(choose(Accuracy.COMPONENTWISE, DType.FLOAT64, DIRECT, FFT))
        .hasToString(
            "direct, the only one that can take the call"
                + " (direct: 5000 ns estimated,"
                + " fft: its accuracy on floats is NORMWISE, not COMPONENTWISE)");
  }

  @ParameterizedTest
  @EnumSource(names = {"INT64", "INT32"})
  void integers_are_exact_in_any_class_of_accuracy(DType dtype) {
    Convolver fft = FFT.claiming(BASIC.withDTypes(dtype));
    assertThat(choose(Accuracy.EXACT, dtype, fft).convolver()).isSameAs(fft);
  }

  @Test
  void another_convention_is_refused() {
    Convolver numpy = StubConvolver.named("numpy").claiming(BASIC.withConvention(Convention.NUMPY));
    assertThat(choose(FFT, numpy))
        .hasToString(
            "fft, the only one that can take the call (fft: 1234 ns estimated,"
                + " numpy: its convention is NUMPY)");
  }

  @Test
  void a_call_that_is_not_claimed_is_refused() {
    Convolver floats = StubConvolver.named("floats").claiming(BASIC.withDTypes(DType.FLOAT32));
    Convolver scalars = StubConvolver.named("scalars").claiming(BASIC.withMaxRank(0));
    Convolver same = StubConvolver.named("same").claiming(BASIC.withModes(Mode.SAME));
    assertThat(choose(FFT, floats, same, scalars))
        .hasToString(
            "fft, the only one that can take the call (fft: 1234 ns estimated,"
                + " floats: float64 is not claimed, same: FULL is not claimed,"
                + " scalars: rank 1 is not claimed, only up to 0)");
  }

  @Test
  void operands_of_two_types_need_both_and_the_type_of_the_result() {
    Capabilities narrow = BASIC.withDTypes(DType.FLOAT32, DType.INT32);
    Convolver without = FFT.claiming(narrow);
    Convolver with = DIRECT.claiming(narrow.withDTypes(DType.FLOAT32, DType.INT32, DType.FLOAT64));
    Choice<Convolver> choice =
        auto(Accuracy.NORMWISE, with, without)
            .choose(SHAPE, DType.INT32, SHAPE, DType.FLOAT32, Mode.FULL);
    assertThat(choice.convolver()).isSameAs(with);
    assertThat(choice.candidates().get(1)).hasToString("fft: float64 is not claimed");
  }

  @Test
  void a_call_that_nobody_can_take_is_refused_with_all_reasons() {
    Convolver floats = StubConvolver.named("floats").claiming(BASIC.withDTypes(DType.FLOAT32));
    assertThatThrownBy(() -> choose(Accuracy.EXACT, DType.FLOAT64, DIRECT, floats))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage(
            "no convolver can take the call: [direct: its accuracy on floats is COMPONENTWISE, not"
                + " EXACT, floats: float64 is not claimed]");
  }

  @Test
  void bad_shapes_are_refused_before_anybody_is_asked() {
    assertThatThrownBy(
            () ->
                auto(Accuracy.NORMWISE, FFT)
                    .choose(SHAPE, DType.FLOAT64, Shape.of(2, 2), DType.FLOAT64, Mode.FULL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("operands must have the same rank: (4,) and (2, 2)");
  }

  @Test
  void the_candidates_of_a_choice_cannot_be_changed() {
    List<Choice.Candidate<Convolver>> candidates = choose(DIRECT, FFT).candidates();
    assertThatThrownBy(candidates::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  // ---- As a convolver -------------------------------------------------------------------------

  @Test
  void the_one_that_was_chosen_convolves() {
    NdArray operand = NdArray.of(1.0, 2);
    assertThat(auto(Accuracy.NORMWISE, DIRECT, FFT).convolve(operand, operand, Mode.FULL))
        .isEqualTo(NdArray.scalar(1234));
    assertThat(auto(Accuracy.COMPONENTWISE, DIRECT, FFT).convolve(operand, operand, Mode.FULL))
        .isEqualTo(NdArray.scalar(5000));
  }

  @Test
  void the_estimate_is_that_of_the_one_that_would_be_chosen() {
    Geometry geometry = Geometry.of(SHAPE, SHAPE, Mode.FULL, Convention.SCIPY);
    assertThat(auto(Accuracy.NORMWISE, DIRECT, FFT).estimateNanos(geometry, DType.FLOAT64))
        .isEqualTo(1234);
  }

  // ---- Prepared -------------------------------------------------------------------------------

  /** Direct is cheaper on floats, fft on integers, each by its own estimate of the call. */
  private static Convolver by(
      String name, Capabilities claims, DType cheap, AtomicInteger prepared) {
    return new Convolver() {
      @Override
      public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
        return NdArray.of(name.length(), in1.size(), in2.size());
      }

      @Override
      public String name() {
        return name;
      }

      @Override
      public Capabilities capabilities() {
        return claims;
      }

      @Override
      public double estimateNanos(Geometry geometry, DType dtype) {
        return dtype == cheap ? 1 : 10;
      }

      @Override
      public PreparedConvolution prepare(NdArray kernel, Shape signalShape, Mode mode) {
        prepared.incrementAndGet();
        return Convolver.super.prepare(kernel, signalShape, mode);
      }

      @Override
      public StreamingConvolution stream(NdArray kernel, DType signalType) {
        prepared.incrementAndGet();
        return Convolver.super.stream(kernel, signalType);
      }
    };
  }

  @Test
  void a_prepared_convolution_chooses_once_for_each_type() {
    Capabilities claims = BASIC.withDTypes(DType.values());
    AtomicInteger direct = new AtomicInteger();
    AtomicInteger fft = new AtomicInteger();
    AutoConvolver auto =
        auto(
            Accuracy.NORMWISE,
            by("direct", claims, DType.FLOAT64, direct),
            by("fft", claims, DType.INT64, fft));
    NdArray kernel = NdArray.of(1L, 2);
    PreparedConvolution prepared = auto.prepare(kernel, SHAPE, Mode.SAME);
    for (int round = 0; round < 3; round++) {
      for (DType dtype : new DType[] {DType.FLOAT64, DType.INT32, DType.INT64, DType.FLOAT64}) {
        NdArray signal = NdArray.zeros(dtype, SHAPE);
        assertThat(prepared.apply(signal)).isEqualTo(auto.convolve(signal, kernel, Mode.SAME));
      }
    }
    assertThat(direct).as("for float64").hasValue(1);
    assertThat(fft).as("for int32 and for int64").hasValue(2);
  }

  @Test
  void a_prepared_convolution_may_be_used_by_several_threads() {
    AtomicInteger prepared = new AtomicInteger();
    AutoConvolver auto = auto(Accuracy.NORMWISE, by("a", BASIC, DType.FLOAT64, prepared), FFT);
    PreparedConvolution one = auto.prepare(NdArray.of(1.0), SHAPE, Mode.FULL);
    NdArray signal = NdArray.zeros(DType.FLOAT64, SHAPE);
    NdArray expected = auto.convolve(signal, NdArray.of(1.0), Mode.FULL);
    assertThat(IntStream.range(0, 1000).parallel().mapToObj(i -> one.apply(signal)))
        .allMatch(expected::equals);
    assertThat(prepared).hasValue(1);
  }

  @Test
  void preparing_copies_and_refuses_as_convolving_does() {
    AutoConvolver auto = auto(Accuracy.COMPONENTWISE, DIRECT, FFT);
    assertThatThrownBy(() -> auto.prepare(NdArray.of(1.0f), SHAPE, Mode.FULL))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("direct: float32 is not claimed");
    assertThatThrownBy(() -> auto.prepare(NdArray.scalar(1), SHAPE, Mode.FULL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("operands must have the same rank: (4,) and ()");
    PreparedConvolution prepared = auto.prepare(NdArray.of(1.0), SHAPE, Mode.FULL);
    assertThatThrownBy(() -> prepared.apply(NdArray.of(1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("prepared for signals of shape (4,), not (1,)");
    assertThatThrownBy(() -> prepared.apply(NdArray.zeros(DType.INT32, SHAPE)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("direct: int32 is not claimed");
    assertThatThrownBy(() -> prepared.apply(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("signal");
  }

  // ---- Streams --------------------------------------------------------------------------------

  @Test
  void a_stream_is_that_of_the_one_chosen_for_a_long_signal() {
    AtomicInteger cheap = new AtomicInteger();
    AtomicInteger dear = new AtomicInteger();
    AutoConvolver auto =
        auto(
            Accuracy.NORMWISE,
            by("dear", BASIC, DType.INT32, dear),
            by("cheap", BASIC, DType.FLOAT64, cheap));
    auto.stream(NdArray.of(1.0, 2), DType.FLOAT64);
    assertThat(cheap).hasValue(1);
    assertThat(dear).hasValue(0);
  }

  @Test
  void a_stream_needs_full_and_valid_mode_and_the_accuracy() {
    AtomicInteger streams = new AtomicInteger();
    Convolver narrow =
        by("narrow", BASIC.withModes(Mode.VALID), DType.FLOAT64, new AtomicInteger());
    Convolver wide = by("wide", BASIC.withAccuracy(Accuracy.COMPONENTWISE), DType.INT32, streams);
    auto(Accuracy.NORMWISE, narrow, wide).stream(NdArray.of(1.0), DType.FLOAT64);
    auto(Accuracy.COMPONENTWISE, FFT, wide).stream(NdArray.of(1.0), DType.FLOAT64);
    assertThat(streams).hasValue(2);
    assertThatThrownBy(
            () -> auto(Accuracy.COMPONENTWISE, FFT).stream(NdArray.of(1.0), DType.FLOAT64))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("fft: its accuracy on floats is NORMWISE, not COMPONENTWISE");
    assertThatThrownBy(() -> auto(Accuracy.NORMWISE, wide).stream(NdArray.scalar(1), DType.FLOAT64))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("operands must have the same rank: (1,) and ()");
  }

  @Test
  void null_is_refused_by_name() {
    AutoConvolver auto = auto(Accuracy.NORMWISE, FFT);
    NdArray one = NdArray.of(1.0);
    assertThatThrownBy(() -> auto.convolve(null, one, Mode.FULL))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("in1");
    assertThatThrownBy(() -> auto.convolve(one, null, Mode.FULL))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("in2");
    assertThatThrownBy(() -> auto.convolve(one, one, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("mode");
  }

  // ---- Claims ---------------------------------------------------------------------------------

  @Test
  void it_claims_the_calls_that_one_of_them_claims() {
    Convolver a = DIRECT.claiming(BASIC.withMaxRank(3).withModes(Mode.FULL));
    Convolver b =
        FFT.claiming(
            BASIC.withDTypes(DType.COMPLEX128).withMaxRank(2).withModes(Mode.SAME, Mode.FULL));
    Capabilities claims = auto(Accuracy.NORMWISE, a, b).capabilities();
    assertThat(claims.dtypes()).containsExactly(DType.FLOAT64, DType.COMPLEX128);
    assertThat(claims.modes()).containsExactly(Mode.FULL, Mode.SAME);
    assertThat(claims.maxRank()).isEqualTo(3);
    assertThat(claims.convention()).isEqualTo(Convention.SCIPY);
  }

  @ParameterizedTest
  @CsvSource({"NORMWISE, NORMWISE", "COMPONENTWISE, COMPONENTWISE"})
  void it_claims_the_accuracy_of_the_weakest_that_it_may_choose(
      Accuracy atLeast, Accuracy claimed) {
    assertThat(auto(atLeast, DIRECT, FFT).capabilities().accuracy()).isEqualTo(claimed);
    assertThat(auto(atLeast, FFT, DIRECT).capabilities().accuracy()).isEqualTo(claimed);
    assertThat(auto(atLeast, DIRECT, DIRECT).capabilities().accuracy())
        .isEqualTo(Accuracy.COMPONENTWISE);
  }

  @ParameterizedTest
  @CsvSource({
    "LOCAL, LOCAL, LOCAL",
    "LOCAL, UNSPECIFIED, UNSPECIFIED",
    "UNSPECIFIED, LOCAL, UNSPECIFIED",
    "UNSPECIFIED, UNSPECIFIED, UNSPECIFIED",
  })
  void it_claims_local_non_finite_values_if_all_do(
      NonFinite first, NonFinite second, NonFinite claimed) {
    Convolver a = DIRECT.claiming(BASIC.withNonFinite(first));
    Convolver b = FFT.claiming(BASIC.withNonFinite(second));
    assertThat(auto(Accuracy.NORMWISE, a, b).capabilities().nonFinite()).isEqualTo(claimed);
  }

  // ---- The last decision --------------------------------------------------------------------

  private static Convolver counting(AtomicInteger estimates) {
    return new Convolver() {
      @Override
      public Capabilities capabilities() {
        return BASIC.withDTypes(DType.values());
      }

      @Override
      public double estimateNanos(Geometry geometry, DType dtype) {
        return estimates.incrementAndGet();
      }

      @Override
      public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
        return in1;
      }
    };
  }

  @Test
  void a_call_like_the_last_is_not_decided_anew() {
    AtomicInteger estimates = new AtomicInteger();
    AutoConvolver auto = auto(Accuracy.NORMWISE, counting(estimates));
    NdArray four = NdArray.of(1.0, 2, 3, 4);
    NdArray two = NdArray.of(1.0, 2);
    auto.convolve(four, two, Mode.FULL);
    auto.convolve(NdArray.of(5.0, 6, 7, 8), NdArray.of(9.0, 9), Mode.FULL);
    assertThat(estimates).hasValue(1);
  }

  @Test
  void a_call_that_differs_in_anything_from_the_last_is_decided_anew() {
    AtomicInteger estimates = new AtomicInteger();
    AutoConvolver auto = auto(Accuracy.NORMWISE, counting(estimates));
    NdArray four = NdArray.of(1.0, 2, 3, 4);
    NdArray two = NdArray.of(1.0, 2);
    auto.convolve(four, two, Mode.FULL);
    auto.convolve(four, two, Mode.SAME);
    auto.convolve(two, two, Mode.SAME);
    auto.convolve(two, four, Mode.SAME);
    auto.convolve(two, four.cast(DType.INT32), Mode.SAME);
    auto.convolve(two.cast(DType.INT32), four.cast(DType.INT32), Mode.SAME);
    assertThat(estimates).hasValue(6);
    auto.convolve(two.cast(DType.INT32), four.cast(DType.INT32), Mode.SAME);
    assertThat(estimates).hasValue(6);
  }

  @Test
  void a_rank_that_is_just_claimed_is_taken() {
    Convolver one = StubConvolver.named("a").claiming(BASIC.withMaxRank(1)).estimating(3);
    assertThat(choose(one).convolver()).isSameAs(one);
  }

  @Test
  void a_stream_is_chosen_for_a_block_of_a_million_samples_and_those_before_it() {
    List<Geometry> asked = new ArrayList<>();
    Convolver candidate =
        new Convolver() {
          @Override
          public Capabilities capabilities() {
            return BASIC;
          }

          @Override
          public double estimateNanos(Geometry geometry, DType dtype) {
            asked.add(geometry);
            return 1;
          }

          @Override
          public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
            return new LiteralConvolver().convolve(in1, in2, mode);
          }
        };
    StreamingConvolution stream =
        auto(Accuracy.NORMWISE, candidate).stream(NdArray.of(1.0, 2, 3), DType.FLOAT64);
    assertThat(asked)
        .containsExactly(
            Geometry.of(Shape.of((1 << 20) + 2), Shape.of(3), Mode.VALID, Convention.SCIPY));
    assertThat(stream.push(new double[] {1, 0, 0, 5})).containsExactly(1, 2, 3, 5);
    assertThat(stream.finish()).isEqualTo(NdArray.of(10.0, 15));
  }

  @Test
  void claims_of_another_convention_do_not_count() {
    Convolver numpy =
        StubConvolver.named("numpy")
            .claiming(
                BASIC
                    .withDTypes(DType.INT64)
                    .withNonFinite(NonFinite.UNSPECIFIED)
                    .withConvention(Convention.NUMPY));
    Convolver scipy = StubConvolver.named("scipy").claiming(BASIC.withNonFinite(NonFinite.LOCAL));
    assertThat(auto(Accuracy.NORMWISE, numpy, scipy).capabilities())
        .isEqualTo(auto(Accuracy.NORMWISE, scipy).capabilities());
  }

  @Test
  void claims_of_one_that_is_never_chosen_do_not_count() {
    Convolver weak = StubConvolver.named("weak").claiming(BASIC.withMaxRank(9));
    Convolver strong =
        StubConvolver.named("strong")
            .claiming(
                BASIC
                    .withMaxRank(2)
                    .withModes(Mode.FULL)
                    .withAccuracy(Accuracy.COMPONENTWISE)
                    .withNonFinite(NonFinite.LOCAL));
    assertThat(auto(Accuracy.COMPONENTWISE, weak, strong).capabilities())
        .isEqualTo(auto(Accuracy.COMPONENTWISE, strong).capabilities());
  }

  // ---- Plain arrays ---------------------------------------------------------------------------

  /** Answers each form with a number of its own. */
  private static final class Forms implements Convolver {
    private final int threads;

    Forms(int threads) {
      this.threads = threads;
    }

    @Override
    public Capabilities capabilities() {
      return BASIC.withDTypes(DType.values());
    }

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      return NdArray.scalar(threads);
    }

    @Override
    public double[] convolve(double[] in1, double[] in2, Mode mode) {
      return new double[] {1, threads};
    }

    @Override
    public double[][] convolve(double[][] in1, double[][] in2, Mode mode) {
      return new double[][] {{2}};
    }

    @Override
    public float[][] convolve(float[][] in1, float[][] in2, Mode mode) {
      return new float[][] {{3}};
    }

    @Override
    public float[] convolve(float[] in1, float[] in2, Mode mode) {
      return new float[] {4};
    }

    @Override
    public long[] convolve(long[] in1, long[] in2, Mode mode) {
      return new long[] {5};
    }

    @Override
    public int[] convolve(int[] in1, int[] in2, Mode mode) {
      return new int[] {6};
    }

    @Override
    public NdArray correlate(NdArray in1, NdArray in2, Mode mode) {
      return NdArray.scalar(7);
    }

    @Override
    public double[] correlate(double[] in1, double[] in2, Mode mode) {
      return new double[] {8};
    }

    @Override
    public double[][] correlate(double[][] in1, double[][] in2, Mode mode) {
      return new double[][] {{9}};
    }

    @Override
    public Convolver withParallelism(int number) {
      return new Forms(number);
    }
  }

  @Test
  void plain_arrays_go_to_the_forms_of_the_one_chosen() {
    AutoConvolver auto = auto(Accuracy.NORMWISE, new Forms(5));
    for (int round = 0; round < 2; round++) {
      assertThat(auto.convolve(new double[2], new double[1], Mode.FULL)).containsExactly(1, 5);
      assertThat(auto.convolve(new double[2][2], new double[1][1], Mode.FULL))
          .isDeepEqualTo(new double[][] {{2}});
      assertThat(auto.convolve(new float[2][2], new float[1][1], Mode.FULL))
          .isDeepEqualTo(new float[][] {{3}});
      assertThat(auto.convolve(new float[2], new float[1], Mode.FULL)).containsExactly(4);
      assertThat(auto.convolve(new long[2], new long[1], Mode.FULL)).containsExactly(5);
      assertThat(auto.convolve(new int[2], new int[1], Mode.FULL)).containsExactly(6);
      NdArray one = NdArray.of(1.0);
      assertThat(auto.correlate(one, one, Mode.FULL)).isEqualTo(NdArray.scalar(7));
      assertThat(auto.correlate(new double[2], new double[1], Mode.FULL)).containsExactly(8);
      assertThat(auto.correlate(new double[2][2], new double[1][1], Mode.FULL))
          .isDeepEqualTo(new double[][] {{9}});
    }
    assertThatThrownBy(() -> auto.convolve(new double[0], new double[1], Mode.FULL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("operands must not be empty: (0,) and (1,)");
    assertThatThrownBy(() -> auto.convolve(new double[][] {{1}, null}, new double[1][1], Mode.FULL))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("row 1 of in1 is null");
  }

  @Test
  void the_choice_for_plain_arrays_is_that_for_arrays_in_every_length_and_mode() {
    Convolver shorts = byLength("shorts", true);
    Convolver longs = byLength("longs", false);
    AutoConvolver auto = auto(Accuracy.NORMWISE, shorts, longs);
    for (int round = 0; round < 2; round++) {
      for (int n = 1; n < 200; n += 9) {
        for (int k = 1; k < 200; k++) {
          for (Mode mode : Mode.values()) {
            NdArray signal = NdArray.of(new double[n]);
            NdArray kernel = NdArray.of(new double[k]);
            NdArray expected = auto.convolve(signal, kernel, mode);
            assertThat(expected.size()).isEqualTo((n + k < 100 ? 1 : 2) * number(mode));
            assertThat(auto.convolve(new double[n], new double[k], mode)).hasSize(expected.size());
          }
        }
      }
    }
  }

  /** Two calls in turn of which one is all but the other: neither makes the other forgotten. */
  @ParameterizedTest
  @CsvSource({
    "40, 1, FLOAT64, FLOAT64, FULL, 50, 1, FLOAT64, FLOAT64, FULL",
    "40, 3, FLOAT64, FLOAT64, FULL, 40, 4, FLOAT64, FLOAT64, FULL",
    "1, 1, FLOAT64, FLOAT64, FULL, 2, 32, FLOAT64, FLOAT64, FULL",
    "40, 3, FLOAT64, FLOAT64, FULL, 40, 3, FLOAT64, FLOAT64, SAME",
    "40, 3, FLOAT64, FLOAT64, FULL, 40, 3, FLOAT64, FLOAT32, FULL",
    "40, 3, FLOAT32, FLOAT64, FULL, 40, 3, FLOAT64, FLOAT32, FULL",
  })
  void calls_that_come_again_are_not_decided_again(
      int n1,
      int k1,
      DType a1,
      DType b1,
      Mode mode1,
      int n2,
      int k2,
      DType a2,
      DType b2,
      Mode mode2) {
    AtomicInteger asked = new AtomicInteger();
    Convolver counting =
        new Convolver() {
          @Override
          public Capabilities capabilities() {
            return BASIC.withDTypes(DType.FLOAT64, DType.FLOAT32);
          }

          @Override
          public double estimateNanos(Geometry geometry, DType dtype) {
            return asked.incrementAndGet();
          }

          @Override
          public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
            return in1;
          }
        };
    AutoConvolver auto = auto(Accuracy.NORMWISE, counting, new Moody("b", 5));
    for (int round = 0; round < 3; round++) {
      auto.convolve(NdArray.zeros(a1, Shape.of(n1)), NdArray.zeros(b1, Shape.of(k1)), mode1);
      auto.convolve(NdArray.zeros(a2, Shape.of(n2)), NdArray.zeros(b2, Shape.of(k2)), mode2);
      assertThat(asked).as("of arrays").hasValue(2);
    }
    for (int round = 0; round < 3; round++) {
      auto.convolve(new double[n1], new double[k1], mode1);
      auto.convolve(new double[n2], new double[k2], mode2);
      assertThat(asked).as("of vectors").hasValueBetween(3, 4);
    }
    int before = asked.get();
    auto.convolve(new double[n1], new double[k1], mode1);
    auto.convolve(new double[n2], new double[k2], mode2);
    assertThat(asked).hasValue(before);
  }

  /** Whose estimate has no rule to it, and whose results have a length of its own. */
  private record Moody(String name, int length) implements Convolver {
    @Override
    public Capabilities capabilities() {
      return BASIC.withDTypes(DType.FLOAT64, DType.FLOAT32);
    }

    @Override
    public double estimateNanos(Geometry geometry, DType dtype) {
      int sizes = 31 * geometry.in1().size() + 17 * geometry.in2().size();
      int call = sizes * number(geometry.mode()) + dtype.numpyName().hashCode();
      return 1 + Math.floorMod(call * length, 7);
    }

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      return NdArray.of(new double[length]);
    }
  }

  /** Far more calls than are remembered, so that many share a place. */
  @Test
  void what_is_remembered_of_one_call_is_not_taken_for_another() {
    AutoConvolver auto = auto(Accuracy.NORMWISE, new Moody("a", 3), new Moody("b", 5));
    for (int n = 1; n < 20; n++) {
      for (int k = 1; k < 20; k++) {
        for (DType type1 : List.of(DType.FLOAT64, DType.FLOAT32)) {
          for (DType type2 : List.of(DType.FLOAT32, DType.FLOAT64)) {
            for (Mode mode : Mode.values()) {
              NdArray in1 = NdArray.zeros(type1, Shape.of(n));
              NdArray in2 = NdArray.zeros(type2, Shape.of(k));
              Convolver chosen =
                  auto.choose(in1.shape(), type1, in2.shape(), type2, mode).convolver();
              assertThat(auto.convolve(in1, in2, mode)).isEqualTo(chosen.convolve(in1, in2, mode));
            }
          }
        }
      }
    }
  }

  private static int number(Mode mode) {
    return 1 + List.of(Mode.values()).indexOf(mode);
  }

  /** Results of a length that tells who made them, and in which mode. */
  private static Convolver byLength(String name, boolean forShort) {
    return new Convolver() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public double estimateNanos(Geometry geometry, DType dtype) {
        return geometry.in1().size() + geometry.in2().size() < 100 == forShort ? 1 : 2;
      }

      @Override
      public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
        return NdArray.of(new double[(forShort ? 1 : 2) * number(mode)]);
      }
    };
  }

  @Test
  void another_parallelism_is_that_of_all_candidates() {
    Convolver auto = auto(Accuracy.NORMWISE, new Forms(5)).withParallelism(3);
    assertThat(auto.name()).isEqualTo("auto");
    assertThat(auto.convolve(new double[2], new double[1], Mode.FULL)).containsExactly(1, 3);
    assertThatThrownBy(() -> auto.withParallelism(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parallelism must be at least 1: 0");
    assertThat(
            Convolvers.numpy(new Forms(5))
                .withParallelism(2)
                .convolve(new double[2], new double[1], Mode.FULL))
        .hasSize(1);
  }
}
