package org.conv4j.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.conv4j.api.Mode;
import org.conv4j.api.contract.LiteralSum;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.api.Test;

/** Which workers a sum makes, and that it keeps them. */
class ProductSumTest {
  private final AtomicInteger made = new AtomicInteger();
  private final Queue<String> ended = new ConcurrentLinkedQueue<>();

  /** The scalar kernel, which notes its workers. */
  private final class Noting implements Kernel<double[]> {
    private final Kernel<double[]> scalar = Kernels.SCALAR.doubles();

    @Override
    public Worker<double[]> worker(DirectPlan plan) {
      made.incrementAndGet();
      Worker<double[]> worker = scalar.worker(plan);
      return new Worker<>() {
        @Override
        public void begin(Rows<double[]> x, double[] h, Rows<double[]> y, boolean fresh) {
          worker.begin(x, h, y, fresh);
        }

        @Override
        public void compute(Block block) {
          worker.compute(block);
        }

        @Override
        public void end(boolean sameTaps) {
          ended.add(sameTaps ? "same taps" : "other taps");
          worker.end(sameTaps);
        }
      };
    }

    @Override
    public int[] blockExtents(DirectPlan plan) {
      return new int[] {100};
    }

    @Override
    public void count(DirectPlan plan, Tally tally) {
      scalar.count(plan, tally);
    }

    @Override
    public boolean inRange(double[] y, int from, int to, double tiny) {
      return scalar.inRange(y, from, to, tiny);
    }
  }

  private void compute(String text, int threads, int times) {
    Operands operands = Operands.of(text);
    DirectPlan plan = DirectPlan.of(operands.geometry(Mode.FULL));
    double[] a = Operands.integers(operands.in1(), 1).doubles();
    double[] b = Operands.integers(operands.in2(), 2).doubles();
    double[] expected =
        LiteralSum.of(Operands.integers(operands.in1(), 1), Operands.integers(operands.in2(), 2))
            .plain()
            .doubles();
    ProductSum<double[]> sum = new ProductSum<>(plan, new Noting(), threads, new double[][] {b});
    for (int time = 0; time < times; time++) {
      double[] y = new double[expected.length];
      Queue<Integer> finished = new ConcurrentLinkedQueue<>();
      sum.compute(new double[][] {a}, Rows.joined(y), block -> finished.add(block.fromColumn()));
      assertThat(y).isEqualTo(expected);
      List<Integer> blocks = IntStream.iterate(0, i -> i < y.length, i -> i + 100).boxed().toList();
      assertThat(finished).containsExactlyInAnyOrderElementsOf(blocks);
    }
  }

  @Test
  void one_thread_has_one_worker_for_all_sums() {
    compute("950 * 9", 1, 3);
    assertThat(made).hasValue(1);
    assertThat(ended).containsExactly("same taps", "same taps", "same taps");
  }

  @Test
  void several_threads_have_one_each_for_all_sums() {
    compute("950 * 9", 3, 3);
    assertThat(made).hasValue(3);
    assertThat(ended).hasSize(9);
  }

  @Test
  void one_block_needs_one_worker() {
    compute("90 * 9", 3, 2);
    assertThat(made).hasValue(1);
  }

  /** Then the taps come with the first operand. */
  @Test
  void of_exchanged_operands_the_taps_change() {
    compute("9 * 950", 1, 2);
    assertThat(ended).containsExactly("other taps", "other taps");
  }
}
