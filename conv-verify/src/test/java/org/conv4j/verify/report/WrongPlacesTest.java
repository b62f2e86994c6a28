package org.conv4j.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongPlacesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0                          |  4 | index 0 only",
        "3                          |  4 | index 3, the last only",
        "0 1 2 3                    |  4 | every index",
        "1 2                        |  4 | indices 1 to 2",
        "2 3                        |  4 | indices 2 to 3, the last",
        "1 3                        |  4 | indices 1, 3",
        "1 3 5                      |  6 | every 2nd index from 1 to 5",
        "0 3 6 9                    | 10 | every 3rd index from 0 to 9",
        "0 11 22                    | 40 | every 11th index from 0 to 22",
        "8 16 24                    | 40 | every 8th index from 8 to 24",
        "0 1 3                      |  4 | indices 0, 1, 3",
        "0 1 3 4 6 7 9 10 12 13 15  | 20 | indices 0, 1, 3, 4, 6, 7, 9, 10, … 15, 11 of 20",
      })
  void indices_are_told_in_words(String indices, int extent, String words) {
    int[] wrong =
        Arrays.stream(indices.strip().split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    assertThat(WrongPlaces.words(wrong, extent)).isEqualTo(words);
  }

  @Test
  void each_axis_of_more_than_one_index_has_a_line() {
    Shape shape = Shape.of(2, 1, 3);
    NdArray expected = NdArray.wrap(new int[6], shape);
    NdArray got = NdArray.wrap(new int[] {0, 0, 0, 0, 1, 1}, shape);
    assertThat(WrongPlaces.lines(ElementErrors.of(expected, got).orElseThrow()))
        .isEqualTo(
            List.of("axis 0: at index 1, the last only", "axis 2: at indices 1 to 2, the last"));
  }
}
