package org.conv4j.direct;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.conv4j.api.internal.Parallel;

/**
 * Sums of convolutions, {@code a[0] * b[0] + a[1] * b[1] + …}, of operands of one plan, the second
 * ones fixed. Workers are kept for the next sum, with their buffers and, where b gives the taps,
 * with these in their tables; there are never more than threads that were at work at once.
 */
final class ProductSum<A> {
  private final DirectPlan plan;
  private final Kernel<A> kernel;
  private final int threads;
  private final A[] b;
  private final Block[] blocks;

  /** One worker for each product. */
  private final Queue<List<Kernel.Worker<A>>> idle = new ConcurrentLinkedQueue<>();

  /**
   * @param plan the shapes and the window
   * @param kernel what computes
   * @param threads how many may work on one sum
   * @param b the second operands, which nobody changes any more
   */
  ProductSum(DirectPlan plan, Kernel<A> kernel, int threads, A[] b) {
    this.plan = plan;
    this.kernel = kernel;
    this.threads = threads;
    this.b = b;
    this.blocks = plan.blocks(kernel.blockExtents(plan));
  }

  /**
   * Computes a sum.
   *
   * @param a the first operands, as many as the second
   * @param y the output, which may hold anything
   * @param finish looks at each block when it is done, on the thread that made it
   */
  void compute(A[] a, Rows<A> y, Consumer<Block> finish) {
    compute(
        workers -> {
          for (int p = 0; p < b.length; p++) {
            Rows<A> x = Rows.joined(plan.swapped() ? b[p] : a[p]);
            workers.get(p).begin(x, plan.swapped() ? a[p] : b[p], y, p == 0);
          }
        },
        finish);
  }

  /**
   * Computes a product whose first operand slides.
   *
   * @param a the first operand
   * @param y the output, which may hold anything
   * @param finish looks at each block when it is done, on the thread that made it
   */
  void compute(Rows<A> a, Rows<A> y, Consumer<Block> finish) {
    compute(workers -> workers.get(0).begin(a, b[0], y, true), finish);
  }

  private void compute(Consumer<List<Kernel.Worker<A>>> beginning, Consumer<Block> finish) {
    if (threads > 1 && blocks.length > 1) {
      computeInParallel(beginning, finish);
      return;
    }
    List<Kernel.Worker<A>> workers = workers(beginning);
    for (Block block : blocks) {
      for (Kernel.Worker<A> worker : workers) {
        worker.compute(block);
      }
      finish.accept(block);
    }
    end(workers);
  }

  private void computeInParallel(
      Consumer<List<Kernel.Worker<A>>> beginning, Consumer<Block> finish) {
    Queue<List<Kernel.Worker<A>>> busy = new ConcurrentLinkedQueue<>();
    Parallel.run(
        threads,
        blocks.length,
        () -> {
          List<Kernel.Worker<A>> workers = workers(beginning);
          busy.add(workers);
          return i -> {
            workers.forEach(worker -> worker.compute(blocks[i]));
            finish.accept(blocks[i]);
          };
        });
    busy.forEach(this::end);
  }

  private void end(List<Kernel.Worker<A>> workers) {
    workers.forEach(worker -> worker.end(!plan.swapped()));
    idle.add(workers);
  }

  private List<Kernel.Worker<A>> workers(Consumer<List<Kernel.Worker<A>>> beginning) {
    List<Kernel.Worker<A>> workers = idle.poll();
    if (workers == null) {
      workers = new ArrayList<>();
      for (int p = 0; p < b.length; p++) {
        workers.add(kernel.worker(plan));
      }
    }
    beginning.accept(workers);
    return workers;
  }

  /** Computes a block of a sum once more, with another kernel. */
  void repeat(Kernel<A> other, A[] a, Rows<A> y, Block block) {
    for (int p = 0; p < b.length; p++) {
      A x = plan.swapped() ? b[p] : a[p];
      A h = plan.swapped() ? a[p] : b[p];
      other.worker(plan, x, h, y, p == 0).accept(block);
    }
  }
}
