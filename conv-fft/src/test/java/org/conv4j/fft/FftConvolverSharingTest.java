package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many threads: inside one call, and calling at the same time. */
class FftConvolverSharingTest {
  private static final FftConvolver FFT = new FftConvolver();

  private static final int CALLERS = 8;

  private record Call(NdArray in1, NdArray in2, Mode mode) {
    NdArray run(FftConvolver convolver) {
      return convolver.convolve(in1, in2, mode);
    }
  }

  private static List<Call> calls(String... texts) {
    List<Call> calls = new ArrayList<>();
    for (String text : texts) {
      Operands operands = Operands.of(text);
      NdArray in1 = Operands.doubles(operands.in1(), 11);
      NdArray in2 = Operands.doubles(operands.in2(), 12);
      operands.modes().forEach(mode -> calls.add(new Call(in1, in2, mode)));
    }
    return calls;
  }

  /** Above and below the size from which a call uses several threads, and the engine its own. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "40000 * 101",
        "300000 * 3",
        "256x257 * 9x9",
        "9x300 * 300x9",
        "2x40000 * 40x2",
        "40x41x42 * 4x3x3",
        "16x17x18x19 * 3x3x3x3",
        "30x30 * 3x3",
      })
  void any_number_of_threads_gives_the_same_bits(String text) {
    for (Call call : calls(text)) {
      NdArray expected = call.run(FFT.withParallelism(1));
      for (int threads : new int[] {2, 3, 4, 8}) {
        assertThat(call.run(FFT.withParallelism(threads)))
            .as("%s, %d threads, seed %d", call.mode(), threads, Operands.SEED)
            .isEqualTo(expected);
      }
      assertThat(call.run(FFT)).as("%s, default", call.mode()).isEqualTo(expected);
    }
  }

  /** The plans of some libraries give wrong results without an exception when shared. */
  @Test
  void eight_callers_at_once_get_the_same_bits_as_one() throws Exception {
    List<Call> calls =
        calls(
            "5 * 3",
            "100 * 28",
            "128 * 129",
            "1000 * 25",
            "9000 * 1000",
            "30x31 * 5x5",
            "64x64 * 1x65",
            "200x300 * 9x9",
            "7x8x9 * 3x3x3",
            "40x41x42 * 4x3x3");
    List<NdArray> expected = calls.stream().map(call -> call.run(FFT.withParallelism(1))).toList();
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      CyclicBarrier start = new CyclicBarrier(CALLERS);
      List<Future<List<String>>> outcomes = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        long seed = Operands.SEED + caller;
        outcomes.add(callers.submit(caller(calls, expected, seed, start)));
      }
      for (Future<List<String>> outcome : outcomes) {
        assertThat(outcome.get()).isEmpty();
      }
    } finally {
      callers.shutdownNow();
    }
  }

  /** Makes every call ten times in an order of its own; returns what went wrong. */
  private static Callable<List<String>> caller(
      List<Call> calls, List<NdArray> expected, long seed, CyclicBarrier start) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 10 * calls.size(); i++) {
      order.add(i % calls.size());
    }
    Collections.shuffle(order, new Random(seed));
    return () -> {
      start.await();
      List<String> wrong = new ArrayList<>();
      for (int i : order) {
        Call call = calls.get(i);
        if (!call.run(FFT).equals(expected.get(i))) {
          wrong.add(
              call.in1().shape()
                  + " * "
                  + call.in2().shape()
                  + " "
                  + call.mode()
                  + ", seed "
                  + seed);
        }
      }
      return wrong;
    };
  }
}
