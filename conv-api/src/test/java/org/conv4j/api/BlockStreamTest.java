package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calls that a stream is made of; what they give is another test's. */
class BlockStreamTest {
  private static final int TAPS = 100;

  /** Notes its calls, for example {@code FULL 3 * 3}. */
  private static final class Noting implements Convolver {
    private final List<String> calls = new ArrayList<>();

    @Override
    public Capabilities capabilities() {
      return Capabilities.basic();
    }

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      calls.add(mode + " " + in1.size() + " * " + in2.size());
      return new LiteralConvolver().convolve(in1, in2, mode);
    }

    @Override
    public PreparedConvolution prepare(NdArray kernel, Shape signalShape, Mode mode) {
      calls.add("prepare " + mode + " " + signalShape.size());
      return signal -> {
        calls.add("prepared " + signal.size());
        return new LiteralConvolver().convolve(signal, kernel, mode);
      };
    }
  }

  private final Noting noting = new Noting();
  private final StreamingConvolution stream =
      noting.stream(NdArray.zeros(DType.FLOAT64, Shape.of(TAPS)), DType.FLOAT64);

  private List<String> callsOfPush(int length) {
    noting.calls.clear();
    stream.push(new double[length]);
    return List.copyOf(noting.calls);
  }

  /** At most sixteen products for each that is needed, or one call for each output. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, FULL 1 * 1",
    "0, 7, FULL 7 * 7",
    "0, 99, FULL 99 * 99",
    "14, 1, FULL 15 * 15",
    "15, 1, VALID 16 * 16",
    "30, 2, VALID 31 * 31; VALID 32 * 32",
    "40, 3, FULL 43 * 43",
    "60, 3, VALID 61 * 61; VALID 62 * 62; VALID 63 * 63",
    "60, 9, FULL 69 * 69",
  })
  void first_outputs_come_from_one_call_unless_that_wastes_work(
      int before, int length, String calls) {
    stream.push(new double[before]);
    assertThat(String.join("; ", callsOfPush(length))).isEqualTo(calls);
  }

  @Test
  void the_second_block_of_a_length_in_a_row_is_prepared_for() {
    stream.push(new double[TAPS]);
    assertThat(callsOfPush(8)).containsExactly("VALID 107 * 100");
    assertThat(callsOfPush(8)).containsExactly("prepare VALID 107", "prepared 107");
    assertThat(callsOfPush(8)).containsExactly("prepared 107");
    assertThat(callsOfPush(9)).containsExactly("VALID 108 * 100");
    assertThat(callsOfPush(8)).as("prepared still").containsExactly("prepared 107");
    assertThat(callsOfPush(9)).containsExactly("prepare VALID 108", "prepared 108");
  }

  @Test
  void no_samples_need_no_call_at_the_beginning() {
    assertThat(callsOfPush(0)).isEmpty();
    stream.push(new double[5]);
    assertThat(callsOfPush(0)).isEmpty();
  }
}
