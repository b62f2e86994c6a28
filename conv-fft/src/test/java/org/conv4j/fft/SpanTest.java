package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.conv4j.api.Mode;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts along an axis, and how its window is cut, against all pairs of elements. */
class SpanTest {
  private static final int MOST = 7;

  /** Every window of the full results of short operands. */
  private static List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    for (int n = 1; n <= MOST; n++) {
      for (int k = 1; k <= MOST; k++) {
        for (int offset = 0; offset < n + k - 1; offset++) {
          for (int output = 1; offset + output <= n + k - 1; output++) {
            spans.add(Span.of(n, k, offset, output));
          }
        }
      }
    }
    return spans;
  }

  /** The elements of one operand that are a factor of an output of the window. */
  private static int[] factors(int extent, int other, int offset, int output) {
    return IntStream.range(0, extent)
        .filter(i -> i < offset + output && i + other - 1 >= offset)
        .toArray();
  }

  @Test
  void elements_that_no_output_depends_on_do_not_count() {
    for (Span span : spans()) {
      int n = span.signalExtent();
      int k = span.kernelExtent();
      int offset = span.from() + span.signalFrom() + span.kernelFrom();
      int[] signal = factors(n, k, offset, span.output());
      int[] kernel = factors(k, n, offset, span.output());
      assertThat(span.signalFrom()).as("%s", span).isEqualTo(signal[0]);
      assertThat(span.signal()).as("%s", span).isEqualTo(signal.length);
      assertThat(span.kernelFrom()).as("%s", span).isEqualTo(kernel[0]);
      assertThat(span.kernel()).as("%s", span).isEqualTo(kernel.length);
    }
  }

  /** What comes around from the full result must miss the window. */
  @Test
  void the_shortest_length_is_enough_and_no_shorter_one() {
    for (Span span : spans()) {
      int full = span.signal() + span.kernel() - 1;
      int shortest = 1;
      while (!misses(span, full, shortest)) {
        shortest++;
      }
      assertThat(span.enough()).as("%s", span).isEqualTo(shortest);
    }
  }

  private static boolean misses(Span span, int full, int length) {
    int end = span.from() + span.output();
    return end <= length
        && IntStream.range(0, full)
            .filter(i -> i < span.from() || i >= end)
            .map(i -> i < length ? i + length : i - length)
            .noneMatch(i -> i >= span.from() && i < end);
  }

  @Test
  void tiles_hold_the_elements_that_their_outputs_depend_on() {
    for (Span span : spans()) {
      for (int length = span.kernel(); length < span.kernel() + 5; length++) {
        TileAxis axis = TileAxis.overlapping(span, length);
        int used = 0;
        for (int tile = 0; tile < axis.tiles(); tile++) {
          // Outputs of a tile are its numbers from the window on; each sums over a kernel before.
          int output = span.from() + tile * axis.step();
          int first = Math.max(0, output - (span.kernel() - 1));
          int end = Math.min(span.signal(), output + axis.step());
          if (first < end) {
            assertThat(axis.start(tile) + axis.first(tile)).isEqualTo(span.signalFrom() + first);
            assertThat(axis.end(tile) - axis.first(tile)).isGreaterThanOrEqualTo(end - first);
          }
          used = Math.max(used, axis.end(tile));
        }
        assertThat(axis.used()).as("%s", axis).isEqualTo(used).isLessThanOrEqualTo(length);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1 * 1, 1", "1x7 * 1x3, 1", "7x1 * 1x3, 2", "1x1x1 * 1x1x1, 1", "2x1x3 * 1x1x1, 2"})
  void axes_of_single_elements_are_left_out(String operands, int count) {
    List<Span> spans = Span.of(Operands.of(operands).geometry(Mode.FULL), false);
    assertThat(spans).hasSize(count);
    if (count > 1) {
      assertThat(spans).noneMatch(span -> span.signalExtent() == 1 && span.kernelExtent() == 1);
    }
  }
}
