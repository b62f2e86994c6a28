package org.conv4j.fft;

import java.util.List;
import org.conv4j.fft.BatchPlan.Stage;

/**
 * The order in which the stages of a {@link BatchPlan} go over the blocks, and blocks over the
 * lanes; what is done to the numbers themselves is left to the arithmetic of a type.
 *
 * <p>A block that is too large for the first-level cache is split by one stage, and then each part
 * is taken through all stages before the next; the parts are split further until they fit.
 */
@SuppressWarnings("TooManyParameters") // as in the loops below
abstract class StagedTransform<A> implements BatchTransform<A> {
  private final BatchPlan plan;
  private final List<Stage> stages;
  private final Lanes<A> arithmetic;
  private final int lanes;
  private final int cachedRows;

  /**
   * A transform.
   *
   * @param cachedRows how many rows fit the first-level cache
   */
  StagedTransform(BatchPlan plan, Lanes<A> lanes, int cachedRows) {
    this.plan = plan;
    this.stages = plan.stages();
    this.arithmetic = lanes;
    this.lanes = lanes.count();
    this.cachedRows = cachedRows;
  }

  /** One stage of several blocks, of which the first is at {@code start}. */
  abstract void forward(Stage stage, A re, A im, int start, int block, int blocks);

  /** The inverse of {@link #forward(Stage, Object, Object, int, int, int)}, times the radix. */
  abstract void inverse(Stage stage, A re, A im, int start, int block, int blocks);

  /** Multiplies rows {@code from} to {@code to}, of which the first is at {@code start}. */
  abstract void multiply(A re, A im, int start, A kernelRe, A kernelIm, int from, int to);

  /** The last stage, the product and the first inverse stage. */
  void middle(Stage stage, A re, A im, int start, A kernelRe, A kernelIm, int block, int blocks) {
    forward(stage, re, im, start, block, blocks);
    int row = block * stage.rows();
    multiply(re, im, start, kernelRe, kernelIm, row, row + blocks * stage.rows());
    inverse(stage, re, im, start, block, blocks);
  }

  @Override
  public final int length() {
    return plan.length();
  }

  @Override
  public final int lanes() {
    return lanes;
  }

  @Override
  public final int[] order() {
    return plan.order();
  }

  @Override
  public final void forward(A re, A im, int start) {
    forward(re, im, start, 0, 0);
  }

  @Override
  public final void inverse(A re, A im, int start) {
    inverse(re, im, start, 0, 0);
  }

  @Override
  public final void multiply(A re, A im, int start, A kernelRe, A kernelIm) {
    multiply(re, im, start, kernelRe, kernelIm, 0, plan.length());
  }

  @Override
  public final void convolve(A re, A im, int start, A kernelRe, A kernelIm) {
    if (stages.isEmpty()) {
      multiply(re, im, start, kernelRe, kernelIm);
    } else {
      convolve(re, im, start, kernelRe, kernelIm, 0, 0);
    }
  }

  private void forward(A re, A im, int start, int depth, int block) {
    if (depth == stages.size()) {
      return;
    }
    Stage stage = stages.get(depth);
    if (stage.rows() <= cachedRows) {
      forwardAll(re, im, start, depth, stages.size(), block);
      return;
    }
    forward(stage, re, im, start, block, 1);
    for (int q = 0; q < stage.radix(); q++) {
      int part = start + q * stage.legRows() * lanes;
      forward(re, im, part, depth + 1, block * stage.radix() + q);
    }
  }

  private void inverse(A re, A im, int start, int depth, int block) {
    if (depth == stages.size()) {
      return;
    }
    Stage stage = stages.get(depth);
    if (stage.rows() <= cachedRows) {
      inverseAll(re, im, start, depth, stages.size(), block);
      return;
    }
    for (int q = 0; q < stage.radix(); q++) {
      int part = start + q * stage.legRows() * lanes;
      inverse(re, im, part, depth + 1, block * stage.radix() + q);
    }
    inverse(stage, re, im, start, block, 1);
  }

  private void convolve(A re, A im, int start, A kernelRe, A kernelIm, int depth, int block) {
    int last = stages.size() - 1;
    Stage stage = stages.get(depth);
    if (depth < last && stage.rows() > cachedRows) {
      forward(stage, re, im, start, block, 1);
      for (int q = 0; q < stage.radix(); q++) {
        int part = start + q * stage.legRows() * lanes;
        convolve(re, im, part, kernelRe, kernelIm, depth + 1, block * stage.radix() + q);
      }
      inverse(stage, re, im, start, block, 1);
      return;
    }
    forwardAll(re, im, start, depth, last, block);
    int blocks = stage.rows() / stages.get(last).rows();
    middle(stages.get(last), re, im, start, kernelRe, kernelIm, block * blocks, blocks);
    inverseAll(re, im, start, depth, last, block);
  }

  /** Some stages of all that a block of the first of them is split into. */
  private void forwardAll(A re, A im, int start, int depth, int end, int block) {
    int rows = stages.get(depth).rows();
    for (int s = depth; s < end; s++) {
      int blocks = rows / stages.get(s).rows();
      forward(stages.get(s), re, im, start, block * blocks, blocks);
    }
  }

  private void inverseAll(A re, A im, int start, int depth, int end, int block) {
    int rows = stages.get(depth).rows();
    for (int s = end - 1; s >= depth; s--) {
      int blocks = rows / stages.get(s).rows();
      inverse(stages.get(s), re, im, start, block * blocks, blocks);
    }
  }

  @Override
  public final void column(A re, A im, int start, int lane, double factor, A kernelRe, A kernelIm) {
    arithmetic.copy(re, start + lane, lanes, kernelRe, 0, 1, plan.length());
    arithmetic.copy(im, start + lane, lanes, kernelIm, 0, 1, plan.length());
    arithmetic.scale(kernelRe, 0, plan.length(), factor);
    arithmetic.scale(kernelIm, 0, plan.length(), factor);
  }

  @Override
  public final void load(Blocks<A> blocks, A data, int start) {
    int from = wholeFrom(blocks);
    int squares = squares(blocks, from);
    int end = from + squares * lanes;
    int first = blocks.start() + from;
    int square = lanes * lanes;
    loadEdge(blocks, 0, from, data, start);
    arithmetic.transpose(
        blocks.array(),
        first,
        blocks.step(),
        lanes,
        data,
        start + from * lanes,
        lanes,
        square,
        squares);
    loadEdge(blocks, end, plan.length(), data, start);
  }

  @Override
  public final void store(A data, int start, int row, Blocks<A> blocks) {
    int from = wholeFrom(blocks);
    int squares = squares(blocks, from);
    int end = from + squares * lanes;
    int first = blocks.start() + from;
    int square = lanes * lanes;
    int origin = start + row * lanes;
    storeEdge(data, origin, blocks, 0, from);
    arithmetic.transpose(
        data,
        origin + from * lanes,
        lanes,
        square,
        blocks.array(),
        first,
        blocks.step(),
        lanes,
        squares);
    storeEdge(data, origin, blocks, end, blocks.length());
  }

  /** The first number that all runs have. */
  private static int wholeFrom(Blocks<?> blocks) {
    return Math.min(blocks.first(0, 0), blocks.length());
  }

  /** How many whole squares on from there they all have. */
  private int squares(Blocks<A> blocks, int from) {
    if (blocks.count() < lanes) {
      return 0;
    }
    return Math.max(0, blocks.end(lanes - 1, blocks.length()) - from) / lanes;
  }

  private void loadEdge(Blocks<A> blocks, int from, int to, A data, int start) {
    arithmetic.clear(data, start + from * lanes, start + to * lanes);
    for (int block = 0; block < blocks.count(); block++) {
      int i = blocks.first(block, from);
      int end = blocks.end(block, Math.min(to, blocks.length()));
      int lane = start + i * lanes + block;
      arithmetic.copy(blocks.array(), blocks.start(block) + i, 1, data, lane, lanes, end - i);
    }
  }

  private void storeEdge(A data, int start, Blocks<A> blocks, int from, int to) {
    for (int block = 0; block < blocks.count(); block++) {
      int i = blocks.first(block, from);
      int end = blocks.end(block, to);
      int lane = start + i * lanes + block;
      arithmetic.copy(data, lane, lanes, blocks.array(), blocks.start(block) + i, 1, end - i);
    }
  }
}
