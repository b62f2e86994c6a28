package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which blocks a buffer passes on, and when. */
class BufferedStreamTest {
  /** Gives back the samples that it gets, and at the end a marker. */
  private static final class Echo implements StreamingConvolution {
    private final List<NdArray> blocks = new ArrayList<>();
    private boolean finished;

    @Override
    public NdArray push(NdArray block) {
      if (block.dtype() != DType.FLOAT64 || block.rank() != 1) {
        throw new IllegalArgumentException("refused");
      }
      if (finished) {
        throw new IllegalStateException("finished");
      }
      if (block.size() > 0) {
        blocks.add(block.copy());
      }
      return block.copy();
    }

    @Override
    public NdArray finish() {
      finished = true;
      return NdArray.of(-1.0);
    }
  }

  private final Echo echo = new Echo();

  @Test
  void samples_are_passed_on_in_blocks_of_one_length() {
    StreamingConvolution stream = echo.buffered(3);
    assertThat(stream.push(new double[] {1, 2})).isEmpty();
    assertThat(stream.push(new double[] {3})).containsExactly(1, 2, 3);
    assertThat(stream.push(new double[] {4, 5, 6, 7, 8, 9, 10})).containsExactly(4, 5, 6, 7, 8, 9);
    assertThat(stream.push(new double[0])).isEmpty();
    assertThat(stream.push(new double[] {11, 12, 13, 14})).containsExactly(10, 11, 12);
    assertThat(stream.finish()).isEqualTo(NdArray.of(13.0, 14, -1));
    assertThat(echo.blocks)
        .containsExactly(
            NdArray.of(1.0, 2, 3),
            NdArray.of(4.0, 5, 6),
            NdArray.of(7.0, 8, 9),
            NdArray.of(10.0, 11, 12),
            NdArray.of(13.0, 14));
  }

  @Test
  void at_the_end_nothing_is_passed_on_if_nothing_is_left() {
    assertThat(echo.buffered(2).finish()).isEqualTo(NdArray.of(-1.0));
    Echo other = new Echo();
    StreamingConvolution stream = other.buffered(2);
    stream.push(new double[] {1, 2});
    assertThat(stream.finish()).isEqualTo(NdArray.of(-1.0));
    assertThat(other.blocks).containsExactly(NdArray.of(1.0, 2));
  }

  @Test
  void a_buffer_of_one_sample_holds_nothing_back() {
    StreamingConvolution stream = echo.buffered(1);
    assertThat(stream.push(new double[] {1, 2})).containsExactly(1, 2);
    assertThat(echo.blocks).containsExactly(NdArray.of(1.0), NdArray.of(2.0));
  }

  @ParameterizedTest
  @CsvSource({"1, 5", "4, 3", "7, 7", "64, 2"})
  void the_outputs_are_those_of_the_stream_without_a_buffer(int length, int taps) {
    Convolver literal = new LiteralConvolver();
    double[] signal = {3, 1, -4, 1, 5, -9, 2, 6, -5, 3, 5, 8};
    double[] kernel = new double[taps];
    kernel[0] = 2;
    kernel[taps - 1] += 7;
    StreamingConvolution stream =
        literal.stream(NdArray.of(kernel), DType.FLOAT64).buffered(length);
    NdArray outputs = NdArray.of(new double[0]);
    for (double sample : signal) {
      outputs = outputs.followedBy(stream.push(NdArray.of(sample)));
    }
    assertThat(outputs.followedBy(stream.finish()))
        .isEqualTo(literal.convolve(NdArray.of(signal), NdArray.of(kernel), Mode.FULL));
  }

  /** Not only when the buffer is full. */
  @Test
  void what_the_stream_refuses_is_refused_at_once() {
    StreamingConvolution stream = echo.buffered(100);
    stream.push(new double[] {1});
    assertThatThrownBy(() -> stream.push(NdArray.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("refused");
    assertThatThrownBy(() -> stream.push(NdArray.of(new double[][] {{1}})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("refused");
    assertThatThrownBy(() -> stream.push((NdArray) null)).isInstanceOf(NullPointerException.class);
    assertThat(stream.finish()).as("what came before").isEqualTo(NdArray.of(1.0, -1));
    assertThatThrownBy(() -> stream.push(new double[] {1}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("finished");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void a_buffer_without_room_is_refused(int length) {
    assertThatThrownBy(() -> echo.buffered(length))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a block has at least 1 sample, not %d", length);
  }

  @Test
  void null_is_refused_by_name() {
    StreamingConvolution stream =
        new LiteralConvolver().stream(NdArray.of(1.0), DType.FLOAT64).buffered(2);
    assertThatThrownBy(() -> stream.push((NdArray) null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("block");
  }
}
