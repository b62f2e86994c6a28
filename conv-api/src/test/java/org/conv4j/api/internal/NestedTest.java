package org.conv4j.api.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of arrays: few and long, many and short, and more than one task of them. */
class NestedTest {
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "3, 5, 2", "7, 100000, 4", "400000, 1, 4", "1000, 500, 3", "2, 300000, 1"})
  void rows_and_what_joins_them_are_copies(int count, int columns, int threads) {
    double[] data = new double[count * columns];
    Arrays.setAll(data, i -> i);
    NdArray array = NdArray.wrap(data, Shape.of(count, columns));
    double[][] rows = (double[][]) Nested.rows(array, threads);
    assertThat(Nested.shapeOfRows(rows, "")).isEqualTo(array.shape());
    for (int row = 0; row < count; row++) {
      double[] expected = Arrays.copyOfRange(data, row * columns, (row + 1) * columns);
      assertThat(Arrays.equals(rows[row], expected)).as("row %d", row).isTrue();
    }
    NdArray joined = NdArray.wrap(new double[data.length], array.shape());
    Nested.join(rows, joined);
    assertThat(joined).isEqualTo(array);
  }
}
