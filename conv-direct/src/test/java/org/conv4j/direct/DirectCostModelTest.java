package org.conv4j.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.contract.Operands;
import org.conv4j.api.internal.CostModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is counted; that the constants fit is a matter of measurement. */
class DirectCostModelTest {
  private static final DirectCostModel MODEL = new DirectCostModel();
  private static final DirectCostModel SCALAR = new DirectCostModel(Kernels.SCALAR);

  static Stream<Operands> awkward() {
    return Stream.concat(Operands.awkward(), Operands.longest());
  }

  private static double count(CostModel model, Work work, String operands, Mode mode, DType dtype) {
    return model
        .counts(Operands.of(operands).geometry(mode), dtype)[
        model.names().indexOf(work.toString())];
  }

  private static double nanos(String operands, DType dtype) {
    return MODEL.estimateNanos(Operands.of(operands).geometry(Mode.FULL), dtype);
  }

  @Test
  void it_is_found_as_the_model_of_direct() {
    assertThat(ServiceLoader.load(CostModel.class))
        .hasExactlyElementsOfTypes(DirectCostModel.class)
        .allMatch(model -> model.convolver().equals(new DirectConvolver().name()));
  }

  @Test
  void there_is_a_constant_for_each_name_and_none_is_negative() {
    assertThat(MODEL.names()).doesNotHaveDuplicates().hasSameSizeAs(Work.values());
    assertThat(MODEL.nanos()).hasSameSizeAs(Work.values());
    assertThat(Arrays.stream(MODEL.nanos()))
        .allMatch(nanos -> nanos >= 0 && Double.isFinite(nanos));
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void counts_are_finite_and_not_negative(Operands operands) {
    for (DType dtype : DType.values()) {
      for (Mode mode : operands.modes()) {
        for (CostModel model : List.of(MODEL, SCALAR)) {
          assertThat(Arrays.stream(model.counts(operands.geometry(mode), dtype)))
              .as("%s %s", dtype, mode)
              .hasSize(Work.values().length)
              .allMatch(count -> count >= 0 && Double.isFinite(count))
              .anyMatch(count -> count > 0);
        }
      }
    }
  }

  /** Strips of a row are sampled only if there are many, so that these counts are exact. */
  @ParameterizedTest
  @CsvSource({
    "5000 * 9, FULL",
    "5000 * 9, SAME",
    "9 * 5000, VALID",
    "300 * 200, FULL",
    "90x80 * 7x5, FULL",
    "90x80 * 7x5, VALID",
    "40x3 * 5x60, SAME",
    "12x13x14 * 3x2x5, FULL",
  })
  void the_scalar_kernel_counts_the_terms_of_the_definition(String operands, Mode mode) {
    double terms = Operands.of(operands).geometry(mode).terms();
    assertThat(count(SCALAR, Work.SCALAR_FLOAT, operands, mode, DType.FLOAT32)).isEqualTo(terms);
    assertThat(count(SCALAR, Work.SCALAR_FLOAT, operands, mode, DType.COMPLEX64))
        .isEqualTo(4 * terms);
    assertThat(count(SCALAR, Work.SCALAR_INT, operands, mode, DType.INT32)).isEqualTo(terms);
  }

  @Test
  void many_strips_and_taps_are_counted_as_closely_as_their_samples() {
    String operands = "3000000 * 700";
    double terms = Operands.of(operands).geometry(Mode.SAME).terms();
    assertThat(count(SCALAR, Work.SCALAR_LONG, operands, Mode.SAME, DType.INT64))
        .isBetween(0.99 * terms, 1.01 * terms);
  }

  /** One output row of 1295 taps meets one row of x: no sample may miss it. */
  @Test
  void the_few_taps_that_meet_x_are_found_among_many() {
    String operands = "1x620 * 1295x172";
    double tiles = count(MODEL, Work.DENSE_TILE, operands, Mode.SAME, DType.FLOAT64);
    assertThat(tiles).isPositive();
    assertThat(count(MODEL, Work.DENSE_PASS, operands, Mode.SAME, DType.FLOAT64)).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void work_grows_with_the_operands(DType dtype) {
    String[] growing = {
      "300 * 200", "3000 * 200", "3000x10 * 20x10", "3000x100 * 20x10", "3000x100 * 200x30"
    };
    for (int i = 1; i < growing.length; i++) {
      assertThat(nanos(growing[i], dtype))
          .as("%s", growing[i])
          .isGreaterThan(nanos(growing[i - 1], dtype));
    }
  }

  @Test
  void complex_data_takes_about_four_times_as_long() {
    double ratio =
        nanos("500x500 * 20x20", DType.COMPLEX128) / nanos("500x500 * 20x20", DType.FLOAT64);
    assertThat(ratio).isBetween(3.5, 4.5);
  }

  /** An estimate must cost little, also of what would take years. */
  @ParameterizedTest
  @CsvSource({
    "2147483647 * 2147483647",
    "46340x46340 * 46340x46340",
    "1290x1290x1290 * 1290x1290x1290",
    "2147483647x1 * 1x1",
  })
  void any_shapes_are_counted_without_overflow(String operands) {
    for (DType dtype : DType.values()) {
      for (CostModel model : List.of(MODEL, SCALAR)) {
        assertThat(model.estimateNanos(Operands.of(operands).geometry(Mode.SAME), dtype))
            .isFinite()
            .isPositive();
      }
    }
  }

  /** 519 * 519 outputs, in units of eight bytes; a second-level cache holds 2^17 of them. */
  @ParameterizedTest
  @CsvSource({
    "FLOAT64, 269361, 138289, 0",
    "FLOAT32, 134680.5, 3608.5, 0",
    "INT64, 269361, 138289, 0",
    "INT32, 134680.5, 3608.5, 0",
    "COMPLEX128, 538722, 407650, 400",
    "COMPLEX64, 269361, 138289, 200",
  })
  void outputs_and_negated_taps_are_counted_by_their_bytes(
      DType dtype, double output, double large, double negated) {
    String operands = "500x500 * 20x20";
    assertThat(count(MODEL, Work.OUTPUT, operands, Mode.FULL, dtype)).isEqualTo(output);
    assertThat(count(MODEL, Work.LARGE_OUTPUT, operands, Mode.FULL, dtype)).isEqualTo(large);
    assertThat(count(MODEL, Work.NEGATED, operands, Mode.FULL, dtype)).isEqualTo(negated);
    assertThat(count(MODEL, Work.CALL, operands, Mode.FULL, dtype)).isEqualTo(1);
  }

  @Test
  void a_few_doubles_are_a_call_of_their_own() {
    assertThat(count(MODEL, Work.SMALL_CALL, "64 * 64", Mode.FULL, DType.FLOAT64)).isEqualTo(1);
    assertThat(count(MODEL, Work.CALL, "64 * 64", Mode.FULL, DType.FLOAT64)).isZero();
    assertThat(count(MODEL, Work.SMALL_CALL, "65 * 64", Mode.FULL, DType.FLOAT64)).isZero();
    assertThat(count(MODEL, Work.CALL, "65 * 64", Mode.FULL, DType.FLOAT64)).isEqualTo(1);
    assertThat(count(MODEL, Work.CALL, "64 * 64", Mode.FULL, DType.FLOAT32)).isEqualTo(1);
    assertThat(count(MODEL, Work.CALL, "2x2x2 * 2x2x2", Mode.FULL, DType.FLOAT64)).isEqualTo(1);
  }

  @Test
  void the_estimate_is_the_sum_of_counts_times_constants() {
    Geometry geometry = Operands.of("90x80 * 7x5").geometry(Mode.SAME);
    double[] counts = MODEL.counts(geometry, DType.FLOAT32);
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i] * MODEL.nanos()[i];
    }
    assertThat(MODEL.estimateNanos(geometry, DType.FLOAT32)).isEqualTo(sum);
    assertThat(new DirectConvolver().estimateNanos(geometry, DType.FLOAT32)).isEqualTo(sum);
  }

  /** The model of the kernels that are given, whatever is the fastest here. */
  @Test
  void kernels_are_asked_for_their_work_by_type() {
    DirectCostModel plain = new DirectCostModel(KernelTest.PLAIN);
    String operands = "90x80 * 7x5";
    assertThat(count(plain, Work.DENSE_TILE, operands, Mode.FULL, DType.FLOAT64)).isPositive();
    assertThat(count(plain, Work.DENSE_TILE, operands, Mode.FULL, DType.COMPLEX128))
        .isEqualTo(4 * count(plain, Work.DENSE_TILE, operands, Mode.FULL, DType.FLOAT64));
    assertThat(count(plain, Work.SCALAR_FLOAT, operands, Mode.FULL, DType.FLOAT32))
        .isEqualTo(252000);
    assertThat(count(plain, Work.SCALAR_LONG, operands, Mode.FULL, DType.INT64)).isEqualTo(252000);
    assertThat(count(plain, Work.SCALAR_INT, operands, Mode.FULL, DType.INT32)).isEqualTo(252000);
    assertThat(count(SCALAR, Work.SCALAR_DOUBLE, operands, Mode.FULL, DType.FLOAT64))
        .isEqualTo(252000);
  }
}
