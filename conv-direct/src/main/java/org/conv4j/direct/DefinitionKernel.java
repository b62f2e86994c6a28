package org.conv4j.direct;

/**
 * The printed sum, {@code y[i] = sum of h[j] x[i + offset - j]}, term by term. Never optimised: it
 * is what every other kernel is tested against.
 */
final class DefinitionKernel implements Kernel {
  @Override
  public String name() {
    return "definition";
  }

  @Override
  public double nanosPerCall() {
    return 100;
  }

  @Override
  public double nanosPerTerm() {
    return 5;
  }

  @Override
  public void convolve(
      DirectPlan plan, double[] x, double[] h, double[] y, DirectPlan.Block block) {
    int columns = plan.columns();
    for (int row = block.fromRow(); row < block.toRow(); row++) {
      for (int column = block.fromColumn(); column < block.toColumn(); column++) {
        int i = row * columns + column;
        for (int j = 0; j < h.length; j++) {
          int k = factor(plan, i, j);
          if (k >= 0) {
            y[i] += h[j] * x[k];
          }
        }
      }
    }
  }

  /** The flat index in x of the factor that tap j has in output i, or -1 if there is none. */
  private static int factor(DirectPlan plan, int i, int j) {
    int flat = 0;
    int stride = 1;
    for (int axis = plan.last(); axis >= 0; axis--) {
      int m = i % plan.y()[axis] + plan.offset()[axis] - j % plan.h()[axis];
      if (m < 0 || m >= plan.x()[axis]) {
        return -1;
      }
      flat += m * stride;
      stride *= plan.x()[axis];
      i /= plan.y()[axis];
      j /= plan.h()[axis];
    }
    return flat;
  }
}
