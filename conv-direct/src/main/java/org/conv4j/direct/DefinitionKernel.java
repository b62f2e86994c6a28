package org.conv4j.direct;

import java.lang.reflect.Array;

/**
 * The printed sum, {@code y[i] = sum of h[j] x[i + offset - j]}, term by term. Never optimised: it
 * is what every other kernel is tested against.
 */
final class DefinitionKernel<A> implements Kernel<A> {
  /** Adds one term: {@code y[i] += h[j] * x[k]}. */
  @FunctionalInterface
  interface Term<A> {
    void add(A y, int i, A h, int j, A x, int k);
  }

  private final Term<A> term;

  DefinitionKernel(Term<A> term) {
    this.term = term;
  }

  @Override
  public Kernel.Worker<A> worker(DirectPlan plan) {
    return new Worker(plan);
  }

  private final class Worker implements Kernel.Worker<A> {
    private final DirectPlan plan;
    private Rows<A> x;
    private A h;
    private Rows<A> y;
    private boolean fresh;

    Worker(DirectPlan plan) {
      this.plan = plan;
    }

    @Override
    public void begin(Rows<A> x, A h, Rows<A> y, boolean fresh) {
      this.x = x;
      this.h = h;
      this.y = y;
      this.fresh = fresh;
    }

    @Override
    public void end(boolean sameTaps) {
      begin(null, null, null, false);
    }

    @Override
    public void compute(Block block) {
      int columns = plan.columns();
      int taps = Array.getLength(h);
      int length = plan.x()[plan.last()];
      Object zeros = Array.newInstance(h.getClass().getComponentType(), columns);
      for (int row : block.rows(plan.y())) {
        A sums = y.array(row);
        int start = y.start(row, columns);
        if (fresh) {
          int from = block.fromColumn();
          System.arraycopy(zeros, 0, sums, start + from, block.toColumn() - from);
        }
        for (int column = block.fromColumn(); column < block.toColumn(); column++) {
          int i = row * columns + column;
          for (int j = 0; j < taps; j++) {
            int k = factor(plan, i, j);
            if (k >= 0) {
              int from = k / length;
              int at = x.start(from, length) + k % length;
              term.add(sums, start + column, h, j, x.array(from), at);
            }
          }
        }
      }
    }
  }

  /** The flat index in x of the factor that tap j has in output i, or -1 if there is none. */
  private static int factor(DirectPlan plan, int i, int j) {
    int flat = 0;
    int stride = 1;
    int step = plan.step();
    for (int axis = plan.last(); axis >= 0; axis--) {
      int m = i % plan.y()[axis] + plan.offset()[axis] - j % plan.h()[axis] * step;
      if (m < 0 || m >= plan.x()[axis]) {
        return -1;
      }
      flat += m * stride;
      stride *= plan.x()[axis];
      i /= plan.y()[axis];
      j /= plan.h()[axis];
      step = 1;
    }
    return flat;
  }

  @Override
  public int[] blockExtents(DirectPlan plan) {
    return plan.y().clone();
  }

  /** Counts as the scalar kernel does; nobody chooses this one for its speed. */
  @Override
  public void count(DirectPlan plan, Tally tally) {
    Kernels.SCALAR.doubles().count(plan, tally);
  }

  @Override
  public boolean inRange(A y, int from, int to, double tiny) {
    for (int i = from; i < to; i++) {
      double magnitude = Math.abs(Array.getDouble(y, i));
      if (!(magnitude >= tiny && magnitude < Double.POSITIVE_INFINITY)) {
        return false;
      }
    }
    return true;
  }
}
