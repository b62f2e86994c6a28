package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Boxes copied between arrays; elements are numbered from 1, so that 0 is what nobody wrote. */
class BoxesTest {
  private static double[] numbered(int size) {
    return IntStream.rangeClosed(1, size).asDoubleStream().toArray();
  }

  private static int[] ints(int... values) {
    return values;
  }

  @Test
  void a_part_of_a_row_goes_to_its_place() {
    double[] to = new double[5];
    Boxes.copy(numbered(6), ints(6), ints(2), to, ints(5), ints(1), ints(3));
    assertThat(to).containsExactly(0, 3, 4, 5, 0);
  }

  @Test
  void a_part_of_an_image_goes_to_its_place() {
    double[] to = new double[3 * 4];
    Boxes.copy(numbered(12), ints(4, 3), ints(1, 1), to, ints(3, 4), ints(0, 2), ints(2, 2));
    assertThat(to).containsExactly(0, 0, 5, 6, 0, 0, 8, 9, 0, 0, 0, 0);
  }

  @Test
  void a_part_of_a_volume_goes_to_its_place() {
    double[] to = new double[2 * 3 * 2];
    Boxes.copy(
        numbered(3 * 2 * 4),
        ints(3, 2, 4),
        ints(1, 0, 2),
        to,
        ints(2, 3, 2),
        ints(0, 1, 1),
        ints(2, 2, 1));
    assertThat(to).containsExactly(0, 0, 0, 11, 0, 15, 0, 0, 0, 19, 0, 23);
  }

  @Test
  void a_whole_array_of_rank_4_is_copied() {
    int[] extents = {2, 3, 4, 5};
    double[] from = numbered(120);
    double[] to = new double[120];
    Boxes.copy(from, extents, new int[4], to, extents, new int[4], extents);
    assertThat(Arrays.equals(to, from)).isTrue();
  }
}
