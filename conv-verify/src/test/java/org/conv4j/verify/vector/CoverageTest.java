package org.conv4j.verify.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.verify.vector.file.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the committed vectors cover. */
class CoverageTest {
  private static final List<GoldenVector> ALL = GoldenVectors.all();

  @Test
  void there_are_at_least_three_thousand_under_distinct_identifiers() {
    assertThat(ALL).hasSizeGreaterThanOrEqualTo(3000);
    assertThat(values(ALL.stream(), GoldenVector::id)).hasSameSizeAs(ALL);
  }

  @ParameterizedTest
  @EnumSource
  void every_dtype_is_covered_in_every_mode_rank_operation_and_convention(DType dtype) {
    for (Operation operation : Operation.values()) {
      for (Mode mode : Mode.values()) {
        String where = operation + " " + mode;
        assertThat(ranks(Convention.SCIPY, operation, mode, dtype))
            .as(where)
            .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        assertThat(ranks(Convention.NUMPY, operation, mode, dtype)).as(where).contains(1);
      }
    }
  }

  private static Set<Integer> ranks(
      Convention convention, Operation operation, Mode mode, DType dtype) {
    return values(
        ALL.stream()
            .filter(vector -> vector.convention() == convention)
            .filter(vector -> vector.operation() == operation && vector.mode() == mode)
            .filter(vector -> vector.in1().dtype() == dtype && vector.in2().dtype() == dtype),
        vector -> vector.in1().rank());
  }

  @Test
  void every_ordered_pair_of_dtypes_is_covered() {
    Set<List<DType>> pairs = new HashSet<>();
    for (DType first : DType.values()) {
      for (DType second : DType.values()) {
        pairs.add(List.of(first, second));
      }
    }
    for (Convention convention : Convention.values()) {
      for (Operation operation : Operation.values()) {
        assertThat(
                values(
                    ALL.stream()
                        .filter(vector -> vector.convention() == convention)
                        .filter(vector -> vector.operation() == operation),
                    vector -> List.of(vector.in1().dtype(), vector.in2().dtype())))
            .as(convention + " " + operation)
            .isEqualTo(pairs);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void operands_are_larger_smaller_and_mixed_in_every_operation(Operation operation) {
    List<GoldenVector> vectors =
        ALL.stream().filter(vector -> vector.operation() == operation).toList();

    assertThat(vectors).anySatisfy(vector -> assertThat(comparison(vector)).containsOnly(1));
    assertThat(vectors).anySatisfy(vector -> assertThat(comparison(vector)).containsOnly(-1));
    assertThat(vectors).anySatisfy(vector -> assertThat(comparison(vector)).contains(1, -1));
  }

  /** The sign of the difference of the extents, on every axis. */
  private static List<Integer> comparison(GoldenVector vector) {
    int[] n = vector.in1().shape().toArray();
    int[] k = vector.in2().shape().toArray();
    return IntStream.range(0, Math.min(n.length, k.length))
        .mapToObj(axis -> Integer.signum(n[axis] - k[axis]))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32", "COMPLEX128", "COMPLEX64"})
  void special_numbers_are_in_both_operands_in_ranks_one_to_three(DType dtype) {
    double largest = dtype.unitRoundoff() < 1e-10 ? Double.MAX_VALUE : Float.MAX_VALUE;
    double smallest = dtype.unitRoundoff() < 1e-10 ? Double.MIN_VALUE : Float.MIN_VALUE;
    List<DoublePredicate> special =
        List.of(
            Double::isNaN,
            x -> x == Double.POSITIVE_INFINITY,
            x -> x == Double.NEGATIVE_INFINITY,
            x -> Double.compare(x, -0.0) == 0,
            x -> x == smallest,
            x -> x == largest);
    for (DoublePredicate number : special) {
      for (Function<GoldenVector, NdArray> operand :
          List.<Function<GoldenVector, NdArray>>of(GoldenVector::in1, GoldenVector::in2)) {
        assertThat(
                values(
                    ALL.stream()
                        .filter(vector -> operand.apply(vector).dtype() == dtype)
                        .filter(vector -> parts(operand.apply(vector)).anyMatch(number::test)),
                    vector -> vector.in1().rank()))
            .contains(1, 2, 3);
      }
    }
  }

  private static Stream<Double> parts(NdArray array) {
    return Stream.of(array.real(), array.imaginary())
        .flatMap(part -> Arrays.stream(part.cast(DType.FLOAT64).doubles()).boxed());
  }

  @Test
  void integers_of_full_range_wrap() {
    assertThat(ALL)
        .anySatisfy(
            vector -> assertThat(vector.in1()).isEqualTo(NdArray.of(1 << 20, (1 << 20) + 1)));
    assertThat(holding(DType.INT64, Long.MIN_VALUE)).isNotEmpty();
    assertThat(holding(DType.INT64, Long.MAX_VALUE)).isNotEmpty();
    assertThat(holding(DType.INT32, Integer.MIN_VALUE)).isNotEmpty();
    assertThat(holding(DType.INT32, Integer.MAX_VALUE)).isNotEmpty();
  }

  private static List<GoldenVector> holding(DType dtype, long number) {
    return ALL.stream()
        .filter(vector -> vector.in1().dtype() == dtype)
        .filter(
            vector ->
                Arrays.stream(vector.in1().cast(DType.INT64).longs()).anyMatch(x -> x == number))
        .toList();
  }

  @Test
  void provenance_names_the_library_of_the_convention_and_the_function_of_the_operation() {
    assertThat(ALL)
        .allSatisfy(
            vector -> {
              boolean scipy = vector.convention() == Convention.SCIPY;
              boolean convolve = vector.operation() == Operation.CONVOLVE;
              Provenance provenance = vector.provenance();
              assertThat(provenance.library()).isEqualTo(scipy ? "SciPy" : "NumPy");
              assertThat(provenance.function())
                  .startsWith(
                      (scipy ? "scipy.signal." : "numpy.")
                          + (convolve ? "convolve(" : "correlate("));
              assertThat(provenance.command()).endsWith(provenance.generator());
            });
  }

  // ---- Correlations are convolutions ----------------------------------------------------------

  @Test
  void correlations_are_convolutions_of_another_operand() {
    assertThat(ALL)
        .filteredOn(vector -> vector.operation() == Operation.CORRELATE)
        .allSatisfy(
            vector -> {
              GoldenVector asked = vector.asConvolution();
              assertThat(asked.operation()).isEqualTo(Operation.CONVOLVE);
              assertThat(asked.expected().shape()).isEqualTo(vector.expected().shape());
              assertSums(asked);
            });
    assertThat(ALL)
        .filteredOn(vector -> vector.operation() == Operation.CONVOLVE)
        .allSatisfy(vector -> assertThat(vector.asConvolution()).isSameAs(vector));
  }

  /** Integers of rank 1 add up to what is expected, in the window that convolve has. */
  private static void assertSums(GoldenVector vector) {
    if (vector.expected().dtype() != DType.INT64 || vector.expected().rank() != 1) {
      return;
    }
    long[] x = vector.in1().cast(DType.INT64).longs();
    long[] h = vector.in2().cast(DType.INT64).longs();
    long[] y = vector.expected().longs();
    int offset =
        Geometry.of(vector.in1().shape(), vector.in2().shape(), vector.mode(), vector.convention())
            .offset()[0];
    for (int i = 0; i < y.length; i++) {
      long sum = 0;
      for (int j = 0; j < h.length; j++) {
        int at = i + offset - j;
        sum += at >= 0 && at < x.length ? x[at] * h[j] : 0;
      }
      assertThat(y[i]).as(vector.id()).isEqualTo(sum);
    }
  }

  private static <T> Set<T> values(
      Stream<GoldenVector> vectors, Function<GoldenVector, T> property) {
    return vectors.map(property).collect(Collectors.toSet());
  }
}
