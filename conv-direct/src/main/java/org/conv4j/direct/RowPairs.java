package org.conv4j.direct;

/**
 * For one output row, the pairs of a row of taps and a row of x whose products it sums, in the
 * order of the taps. A row is counted over all axes but the last.
 */
final class RowPairs {
  private final DirectPlan plan;
  private final int[] low;
  private final int[] high;
  private final int[] full;
  private final int[] tap;

  RowPairs(DirectPlan plan) {
    this.plan = plan;
    int outer = plan.last();
    low = new int[outer];
    high = new int[outer];
    full = new int[outer];
    tap = new int[outer];
  }

  /** Moves to the first pair of an output row; every row of a window has one. */
  void first(int row) {
    for (int axis = tap.length - 1; axis >= 0; axis--) {
      full[axis] = row % plan.y()[axis] + plan.offset()[axis];
      row /= plan.y()[axis];
      low[axis] = Math.max(0, full[axis] - plan.x()[axis] + 1);
      high[axis] = Math.min(plan.h()[axis] - 1, full[axis]);
      tap[axis] = low[axis];
    }
  }

  /** Moves to the next pair; false if there is none. */
  boolean next() {
    for (int axis = tap.length - 1; axis >= 0; axis--) {
      if (tap[axis] < high[axis]) {
        tap[axis]++;
        return true;
      }
      tap[axis] = low[axis];
    }
    return false;
  }

  int hRow() {
    int row = 0;
    for (int axis = 0; axis < tap.length; axis++) {
      row = row * plan.h()[axis] + tap[axis];
    }
    return row;
  }

  int xRow() {
    int row = 0;
    for (int axis = 0; axis < tap.length; axis++) {
      row = row * plan.x()[axis] + full[axis] - tap[axis];
    }
    return row;
  }
}
