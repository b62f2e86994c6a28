package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** NumPy's convention on top of a convolver of SciPy's. */
class NumpyConvolverTest {
  private static final Convolver NUMPY = Convolvers.numpy(new LiteralConvolver());

  private static NdArray array(String text) {
    return text.startsWith("scalar ")
        ? NdArray.scalar(Double.parseDouble(text.substring("scalar ".length())))
        : NdArray.of(Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray());
  }

  /** The results of numpy.convolve, NumPy 2.4. */
  @ParameterizedTest
  @CsvSource({
    "FULL, 1 2, 1 2 3 4 5, 1 4 7 10 13 10",
    "SAME, 1 2, 1 2 3 4 5, 1 4 7 10 13",
    "VALID, 1 2, 1 2 3 4 5, 4 7 10 13",
    "FULL, 1 2 3 4 5, 1 2, 1 4 7 10 13 10",
    "SAME, 1 2 3 4 5, 1 2, 1 4 7 10 13",
    "VALID, 1 2 3 4 5, 1 2, 4 7 10 13",
    "FULL, 1 2 3, 1 2 3 4, 1 4 10 16 17 12",
    "SAME, 1 2 3, 1 2 3 4, 4 10 16 17",
    "VALID, 1 2 3, 1 2 3 4, 10 16",
    "FULL, scalar 2, 1 2 3, 2 4 6",
    "SAME, scalar 2, 1 2 3, 2 4 6",
    "VALID, 1 2 3, scalar 2, 2 4 6",
    "SAME, scalar 2, scalar 3, 6",
  })
  void results_are_those_of_numpy(Mode mode, String in1, String in2, String expected) {
    assertThat(NUMPY.convolve(array(in1), array(in2), mode)).isEqualTo(array(expected));
  }

  @ParameterizedTest
  @EnumSource
  void every_mode_commutes(Mode mode) {
    NdArray shorter = NdArray.of(1.0, 2, 4);
    NdArray longer = NdArray.of(1.0, -3, 9, 27, 81, 5);
    assertThat(NUMPY.convolve(shorter, longer, mode))
        .isEqualTo(NUMPY.convolve(longer, shorter, mode));
  }

  @Test
  void scipy_differs_where_the_second_operand_is_longer() {
    NdArray y = new LiteralConvolver().convolve(array("1 2"), array("1 2 3 4 5"), Mode.SAME);
    assertThat(y).isEqualTo(array("7 10"));
  }

  @Test
  void only_convention_and_rank_of_the_claims_change() {
    Capabilities claims =
        Capabilities.basic()
            .withDTypes(DType.INT32)
            .withModes(Mode.FULL)
            .withAccuracy(Accuracy.EXACT)
            .withNonFinite(NonFinite.LOCAL);
    Convolver numpy = Convolvers.numpy(StubConvolver.named("stub").claiming(claims));
    assertThat(numpy.capabilities()).isEqualTo(claims.withConvention(Convention.NUMPY));
    assertThat(numpy.name()).isEqualTo("stub-numpy");
  }

  @Test
  void a_convolver_of_numpys_convention_stays_itself() {
    assertThat(Convolvers.numpy(NUMPY)).isSameAs(NUMPY);
  }

  @Test
  void the_estimate_is_that_of_the_convolver_beneath() {
    Convolver numpy = Convolvers.numpy(StubConvolver.named("stub").estimating(77));
    Geometry geometry = Geometry.of(Shape.of(2), Shape.of(3), Mode.SAME, Convention.NUMPY);
    assertThat(numpy.estimateNanos(geometry, DType.FLOAT64)).isEqualTo(77);
  }

  // ---- Prepared -------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void prepared_convolutions_give_the_same_results(Mode mode) {
    for (String kernel : new String[] {"1 2 4", "1 -3 9 27 81 5", "scalar 3", "7"}) {
      for (String signal : new String[] {"1 2 3 4", "-1 0 5", "scalar 2"}) {
        NdArray in1 = array(signal);
        NdArray in2 = array(kernel);
        assertThat(NUMPY.prepare(in2, in1.shape(), mode).apply(in1))
            .as("%s * %s", signal, kernel)
            .isEqualTo(NUMPY.convolve(in1, in2, mode));
      }
    }
  }

  @Test
  void prepared_convolutions_refuse_what_convolutions_refuse() {
    PreparedConvolution prepared = NUMPY.prepare(array("1 2"), Shape.of(3), Mode.FULL);
    for (String other : new String[] {"scalar 1", "1 2", "1 2 3 4"}) {
      assertThatThrownBy(() -> prepared.apply(array(other)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("prepared for signals of shape (3,), not ");
    }
    assertThatThrownBy(() -> NUMPY.prepare(array("1 2"), Shape.of(3, 1), Mode.FULL))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> NUMPY.prepare(array("1 2"), Shape.of(0), Mode.FULL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("operands must not be empty: (0,) and (2,)");
  }

  @Test
  void rank_2_and_empties_are_refused() {
    NdArray image = NdArray.of(new double[][] {{1}});
    assertThatThrownBy(() -> NUMPY.convolve(image, image, Mode.FULL))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage(
            "not claimed: FULL of rank 2 on float64; claimed: float64, complex128; rank up to 1;"
                + " FULL, SAME, VALID; convention NUMPY; accuracy NORMWISE; non-finite UNSPECIFIED");
    assertThatThrownBy(() -> NUMPY.convolve(array("1"), NdArray.of(new double[0]), Mode.FULL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("operands must not be empty: (1,) and (0,)");
  }

  // ---- What the convolver beneath is asked -----------------------------------------------------

  @ParameterizedTest
  @CsvSource({"5, 2, 5, 2", "2, 5, 5, 2", "3, 3, 3, 3"})
  void the_longer_operand_is_estimated_as_the_first(int n, int k, int first, int second) {
    List<Geometry> asked = new ArrayList<>();
    Convolver beneath =
        new Convolver() {
          @Override
          public Capabilities capabilities() {
            return Capabilities.basic();
          }

          @Override
          public double estimateNanos(Geometry geometry, DType dtype) {
            asked.add(geometry);
            return 5;
          }

          @Override
          public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
            throw new AssertionError("only asked for an estimate");
          }
        };
    Geometry call = Geometry.of(Shape.of(n), Shape.of(k), Mode.SAME, Convention.NUMPY);
    assertThat(Convolvers.numpy(beneath).estimateNanos(call, DType.FLOAT64)).isEqualTo(5);
    assertThat(asked)
        .containsExactly(
            Geometry.of(Shape.of(first), Shape.of(second), Mode.SAME, Convention.SCIPY));
  }
}
