package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a convolver has without writing it. */
class ConvolverTest {
  private static final Convolver LITERAL = new LiteralConvolver();

  /** For tests in which the convolver must not be reached. */
  private static final Convolver UNREACHED =
      (in1, in2, mode) -> {
        throw new AssertionError("convolved");
      };

  private static double[] doubles(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  // ---- A lambda -------------------------------------------------------------------------------

  @Test
  void a_lambda_is_a_convolver_of_basic_claims() {
    Convolver first = (in1, in2, mode) -> in1;
    assertThat(first.convolve(new double[] {1, 2}, new double[] {3}, Mode.SAME))
        .containsExactly(1, 2);
    assertThat(first.capabilities()).isEqualTo(Capabilities.basic());
    Geometry geometry = Geometry.of(Shape.of(2), Shape.of(1), Mode.FULL, Convention.SCIPY);
    assertThat(first.estimateNanos(geometry, DType.FLOAT64)).isNaN();
  }

  @Test
  void the_name_is_the_simple_name_of_the_class_or_else_its_full_name() {
    Convolver anonymous =
        new Convolver() {
          @Override
          public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
            return in1;
          }
        };
    assertThat(LITERAL.name()).isEqualTo("LiteralConvolver");
    assertThat(anonymous.name()).isEqualTo(anonymous.getClass().getName()).isNotEmpty();
  }

  // ---- Arrays of doubles ----------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "FULL, 0.1 0.6 1.6 2.6 3.7 5.2 6.2 4.0",
    "SAME, 0.6 1.6 2.6 3.7 5.2 6.2",
    "VALID, 1.6 2.6 3.7 5.2",
  })
  void vectors_convolve_as_in_scipy(Mode mode, String expected) {
    // in tenths, so that sums are exact
    double[] y = LITERAL.convolve(doubles("1 2 3 4 6 8"), doubles("1 4 5"), mode);
    double[] tenths = Arrays.stream(doubles(expected)).map(x -> Math.rint(10 * x)).toArray();
    assertThat(y).containsExactly(tenths);
  }

  @Test
  void images_convolve_as_in_scipy() {
    double[][] image = {{1, 2, 3}, {4, 5, 6}};
    double[][] kernel = {{1, 0}, {2, -1}};
    assertThat(LITERAL.convolve(image, kernel, Mode.FULL))
        .isDeepEqualTo(new double[][] {{1, 2, 3, 0}, {6, 8, 10, -3}, {8, 6, 7, -6}});
    assertThat(LITERAL.convolve(image, kernel, Mode.SAME))
        .isDeepEqualTo(new double[][] {{1, 2, 3}, {6, 8, 10}});
    assertThat(LITERAL.convolve(image, kernel, Mode.VALID)).isDeepEqualTo(new double[][] {{8, 10}});
  }

  @Test
  void arrays_of_every_type_convolve_in_that_type() {
    Convolver first = (in1, in2, mode) -> in1;
    assertThat(first.convolve(new float[] {1, 2}, new float[1], Mode.SAME)).containsExactly(1, 2);
    assertThat(first.convolve(new long[] {1, 2}, new long[1], Mode.SAME)).containsExactly(1, 2);
    assertThat(first.convolve(new int[] {1, 2}, new int[1], Mode.SAME)).containsExactly(1, 2);
    assertThat(first.convolve(new float[][] {{1, 2}, {3, 4}}, new float[1][1], Mode.SAME))
        .isDeepEqualTo(new float[][] {{1, 2}, {3, 4}});
  }

  @Test
  void null_arrays_are_refused_by_name() {
    double[] one = {1};
    double[][] rows = {{1}};
    assertThatThrownBy(() -> UNREACHED.convolve((double[]) null, one, Mode.FULL))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("in1");
    assertThatThrownBy(() -> UNREACHED.convolve(one, null, Mode.FULL))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("in2");
    assertThatThrownBy(() -> UNREACHED.convolve((double[][]) null, rows, Mode.FULL))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("in1");
    assertThatThrownBy(() -> UNREACHED.convolve(rows, null, Mode.FULL))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("in2");
  }

  @Test
  void ragged_images_are_refused() {
    double[][] ragged = {{1, 2}, {3}};
    assertThatThrownBy(() -> UNREACHED.convolve(ragged, new double[][] {{1}}, Mode.FULL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows differ in length: row 0 of in1 has 2 elements, row 1 has 1");
  }

  // ---- Correlation ----------------------------------------------------------------------------

  /** The results of scipy.signal.correlate, SciPy 1.17. */
  @ParameterizedTest
  @CsvSource({
    "FULL, 1 2 3 4, 1 -1 2, 2 3 5 7 -1 4",
    "SAME, 1 2 3 4, 1 -1 2, 3 5 7 -1",
    "VALID, 1 2 3 4, 1 -1 2, 5 7",
    "FULL, 1 -1 2, 1 2 3 4, 4 -1 7 5 3 2",
    "SAME, 1 -1 2, 1 2 3 4, -1 7 5",
    "VALID, 1 -1 2, 1 2 3 4, 7 5",
  })
  void vectors_correlate_as_in_scipy(Mode mode, String in1, String in2, String expected) {
    NdArray y = LITERAL.correlate(NdArray.of(doubles(in1)), NdArray.of(doubles(in2)), mode);
    assertThat(y).isEqualTo(NdArray.of(doubles(expected)));
  }

  @ParameterizedTest
  @CsvSource({
    "FULL, 1 3 9 5 6 0, 2 4 -2 -7 4 -4",
    "SAME, 3 9 5 6, 4 -2 -7 4",
    "VALID, 9 5, -2 -7",
  })
  void complex_vectors_correlate_with_the_conjugate_as_in_scipy(Mode mode, String re, String im) {
    NdArray in1 = NdArray.wrapComplex(doubles("1 3 0 4"), doubles("2 -1 -2 0"), Shape.of(4));
    NdArray in2 = NdArray.wrapComplex(doubles("0 2 1"), doubles("1 -1 0"), Shape.of(3));
    NdArray y = LITERAL.correlate(in1, in2, mode);
    assertThat(y.real().doubles()).containsExactly(doubles(re));
    assertThat(y.imaginary().doubles()).containsExactly(doubles(im));
  }

  @Test
  void images_correlate_as_in_scipy() {
    NdArray image = NdArray.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    NdArray kernel = NdArray.of(new double[][] {{1, 0}, {2, -1}});
    assertThat(LITERAL.correlate(image, kernel, Mode.FULL).rows())
        .isDeepEqualTo(new double[][] {{-1, 0, 1, 6}, {-4, 4, 6, 15}, {0, 4, 5, 6}});
    assertThat(LITERAL.correlate(image, kernel, Mode.VALID).rows())
        .isDeepEqualTo(new double[][] {{4, 6}});
  }

  @Test
  void correlation_leaves_its_operands_alone() {
    NdArray in1 = NdArray.of(1.0, 2, 3);
    NdArray in2 = NdArray.of(4.0, 5);
    assertThat(LITERAL.correlate(in1, in2, Mode.VALID)).isEqualTo(NdArray.of(14.0, 23));
    assertThat(in1).isEqualTo(NdArray.of(1.0, 2, 3));
    assertThat(in2).isEqualTo(NdArray.of(4.0, 5));
  }

  @Test
  void correlation_with_null_is_refused_by_name() {
    assertThatThrownBy(() -> UNREACHED.correlate(NdArray.of(1.0), null, Mode.FULL))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("in2");
  }

  // ---- Prepared convolutions ------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void a_prepared_convolution_gives_the_same_results(Mode mode) {
    NdArray kernel = NdArray.of(1.0, -1, 2);
    PreparedConvolution prepared = LITERAL.prepare(kernel, Shape.of(4), mode);
    for (NdArray signal : new NdArray[] {NdArray.of(1.0, 2, 3, 4), NdArray.of(0.0, 0, -5, 1)}) {
      assertThat(prepared.apply(signal)).isEqualTo(LITERAL.convolve(signal, kernel, mode));
    }
  }

  @Test
  void preparing_copies_the_kernel() {
    double[] data = {1, -1, 2};
    PreparedConvolution prepared =
        LITERAL.prepare(NdArray.wrap(data, Shape.of(3)), Shape.of(4), Mode.VALID);
    Arrays.fill(data, 99);
    assertThat(prepared.apply(NdArray.of(1.0, 2, 3, 4))).isEqualTo(NdArray.of(3.0, 5));
  }

  @Test
  void a_prepared_convolution_refuses_another_shape() {
    PreparedConvolution prepared = UNREACHED.prepare(NdArray.of(1.0), Shape.of(4), Mode.FULL);
    for (Shape other : new Shape[] {Shape.of(3), Shape.of(5), Shape.of(1, 4)}) {
      NdArray signal = NdArray.zeros(DType.FLOAT64, other);
      assertThatThrownBy(() -> prepared.apply(signal))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("prepared for signals of shape (4,), not %s", other);
    }
  }

  @Test
  void preparing_refuses_bad_shapes_at_once() {
    NdArray kernel = NdArray.of(new double[][] {{1, 2, 3}});
    assertThatThrownBy(() -> UNREACHED.prepare(kernel, Shape.of(2, 2), Mode.VALID))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "valid mode needs one input at least as large on every axis: (2, 2) and (1, 3)");
    assertThatThrownBy(() -> UNREACHED.prepare(kernel, Shape.of(2), Mode.FULL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("operands must have the same rank: (2,) and (1, 3)");
  }

  @Test
  void preparing_refuses_what_is_not_claimed_at_once() {
    assertThatThrownBy(() -> UNREACHED.prepare(NdArray.of(1, 2), Shape.of(2), Mode.FULL))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("not claimed: FULL of rank 1 on int32; claimed: " + Capabilities.basic());
  }

  @Test
  void preparing_does_not_convolve() {
    AtomicInteger calls = new AtomicInteger();
    Convolver counting =
        (in1, in2, mode) -> {
          calls.incrementAndGet();
          return in1;
        };
    PreparedConvolution prepared = counting.prepare(NdArray.of(1.0), Shape.of(2), Mode.SAME);
    assertThat(calls).hasValue(0);
    assertThat(prepared.apply(NdArray.of(1.0, 2))).isEqualTo(NdArray.of(1.0, 2));
    assertThat(calls).hasValue(1);
  }

  @Test
  void preparing_with_null_is_refused() {
    assertThatThrownBy(() -> UNREACHED.prepare(null, Shape.of(1), Mode.FULL))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("kernel");
    assertThatThrownBy(() -> UNREACHED.prepare(NdArray.of(1.0), null, Mode.FULL))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("signalShape");
  }

  // ---- Threads --------------------------------------------------------------------------------

  @Test
  void a_convolver_without_threads_of_its_own_is_the_same_on_any_number() {
    assertThat(UNREACHED.withParallelism(1)).isSameAs(UNREACHED);
    assertThatThrownBy(() -> UNREACHED.withParallelism(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parallelism must be at least 1: 0");
  }

  // ---- Plain arrays of other types ------------------------------------------------------------

  @Test
  void plain_arrays_of_types_that_are_not_claimed_are_refused() {
    assertThatThrownBy(() -> LITERAL.convolve(new float[1], new float[1], Mode.FULL))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageStartingWith("not claimed: FULL of rank 1 on float32");
    assertThatThrownBy(() -> LITERAL.convolve(new long[1], new long[1], Mode.FULL))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageStartingWith("not claimed: FULL of rank 1 on int64");
    assertThatThrownBy(() -> LITERAL.convolve(new int[1], new int[1], Mode.FULL))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageStartingWith("not claimed: FULL of rank 1 on int32");
    assertThatThrownBy(() -> LITERAL.convolve(new float[1][1], new float[1][1], Mode.FULL))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageStartingWith("not claimed: FULL of rank 2 on float32");
  }

  @Test
  void plain_arrays_are_correlated_as_arrays_with_a_shape() {
    double[] x = {1, 2, 3};
    double[] h = {0, 1, 10};
    assertThat(LITERAL.correlate(x, h, Mode.FULL)).containsExactly(10, 21, 32, 3, 0);
    double[][] image = {{1, 2}, {3, 4}};
    double[][] corner = {{1, 0}, {0, 10}};
    assertThat(LITERAL.correlate(image, corner, Mode.VALID)).isDeepEqualTo(new double[][] {{41}});
  }

  // ---- Into an array of the caller's ----------------------------------------------------------

  @Test
  void a_prepared_convolution_copies_its_result_into_an_array_unless_it_knows_better() {
    NdArray kernel = NdArray.of(1.0, 10);
    PreparedConvolution prepared = LITERAL.prepare(kernel, Shape.of(2), Mode.FULL);
    NdArray out = NdArray.of(7.0, 7, 7);
    prepared.apply(NdArray.of(1.0, 2), out);
    assertThat(out).isEqualTo(NdArray.of(1.0, 12, 20));
    NdArray signal = NdArray.of(1.0, 2);
    PreparedConvolution same = LITERAL.prepare(kernel, Shape.of(2), Mode.SAME);
    assertThatThrownBy(() -> same.apply(signal, signal.reshape(Shape.of(2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("out and the signal share storage; the result needs an array of its own");
    assertThatThrownBy(() -> same.apply(signal, out))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the result is float64 of shape (2,), out is float64 of shape (3,)");
    assertThatThrownBy(() -> same.apply(signal, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("out");
    assertThat(signal).isEqualTo(NdArray.of(1.0, 2));
    assertThat(out).isEqualTo(NdArray.of(1.0, 12, 20));
  }

  @Test
  void adapters_pass_the_array_on() {
    AtomicInteger passed = new AtomicInteger();
    Convolver beneath =
        new Convolver() {
          @Override
          public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
            return LITERAL.convolve(in1, in2, mode);
          }

          @Override
          public PreparedConvolution prepare(NdArray kernel, Shape signalShape, Mode mode) {
            return new PreparedConvolution() {
              @Override
              public NdArray apply(NdArray signal) {
                return convolve(signal, kernel, mode);
              }

              @Override
              public void apply(NdArray signal, NdArray out) {
                passed.incrementAndGet();
              }
            };
          }
        };
    NdArray kernel = NdArray.of(1.0, 2);
    NdArray signal = NdArray.of(1.0, 2, 3);
    NdArray out = NdArray.of(0.0, 0, 0);
    for (Convolver adapter :
        List.of(
            Convolvers.numpy(beneath), new AutoConvolver(List.of(beneath), Accuracy.NORMWISE))) {
      PreparedConvolution prepared = adapter.prepare(kernel, Shape.of(3), Mode.SAME);
      prepared.apply(signal, out);
      assertThat(prepared.apply(signal)).isEqualTo(NdArray.of(1.0, 4, 7));
      assertThatThrownBy(() -> prepared.apply(kernel, out))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("prepared for signals of shape (3,), not (2,)");
    }
    assertThat(passed).hasValue(2);
  }
}
