package org.conv4j.direct;

/** Counts the work of a {@link ScalarKernel}. */
final class ScalarWork {
  private final DirectPlan plan;
  private final int longest;

  /**
   * @param plan the shapes and the window
   * @param longest outputs of a strip, at most
   */
  ScalarWork(DirectPlan plan, int longest) {
    this.plan = plan;
    this.longest = longest;
  }

  /** Adds the work, terms of a kind. */
  void addTo(Tally tally, Work term) {
    int last = plan.last();
    double pairs = 1;
    for (int axis = 0; axis < last; axis++) {
      pairs *= Tally.terms(plan.x()[axis], plan.h()[axis], plan.y()[axis], plan.offset()[axis]);
    }
    long strips = Tally.parts(plan.columns(), longest);
    int samples = Tally.samples(strips);
    double[] row = new double[4];
    for (int i = 0; i < samples; i++) {
      addStrip(Tally.sample(i, strips), strips, row);
    }
    double weight = pairs * strips / samples;
    tally.add(Work.PLAIN_OUTPUT, (double) plan.rows() * plan.columns());
    tally.add(Work.SCALAR_STRIP, (double) plan.rows() * strips);
    tally.add(Work.SCALAR_PAIR, pairs * strips);
    tally.add(Work.SCALAR_GROUP, row[0] * weight);
    tally.add(Work.SCALAR_LOOP, row[1] * weight);
    tally.add(Work.SCALAR_TAP, row[3] * weight);
    tally.add(term, row[2] * weight);
  }

  private void addStrip(long strip, long strips, double[] row) {
    long most = (plan.columns() - 1) / strips + 1;
    long length = Math.max(1, Math.min(most, plan.columns() - strip * most));
    long shift = strip * most + plan.offset()[plan.last()];
    int taps = plan.h()[plan.last()];
    long fours = taps / 4;
    int samples = Tally.samples(fours);
    for (int i = 0; i < samples; i++) {
      addGroup(4 * Tally.sample(i, fours), 4, shift, length, (double) fours / samples, row);
    }
    if (taps % 4 >= 2) {
      addGroup(4 * fours, 2, shift, length, 1, row);
    }
    if (taps % 2 == 1) {
      addGroup(taps - 1, 1, shift, length, 1, row);
    }
  }

  /** Loops over the outputs at which all taps of a group meet x, and one by one at the others. */
  private void addGroup(long tap, int group, long shift, long length, double weight, double[] row) {
    long terms = 0;
    for (int t = 0; t < group; t++) {
      long back = shift - (tap + t) * plan.step();
      long lo = Math.min(length, Math.max(0, -back));
      long hi = Math.min(length, plan.x()[plan.last()] - back);
      terms += Math.max(0, hi - lo);
    }
    long lo = Math.min(length, Math.max(0, (tap + group - 1) * plan.step() - shift));
    long hi = Math.min(length, plan.x()[plan.last()] - shift + tap * plan.step());
    // All but one of a group meet x before lo, and after hi.
    double alone = group > 1 && terms > 0 && lo > 0 ? group - 1 : 0;
    alone += group > 1 && terms > 0 && hi < length ? group - 1 : 0;
    double together = hi > lo ? 1 : 0;
    row[0] += weight;
    row[1] += weight * (together + alone);
    row[2] += weight * terms;
    row[3] += weight * (together * group + alone);
  }
}
