package org.conv4j.fft;

import java.util.Optional;
import java.util.function.IntConsumer;
import org.conv4j.api.internal.Parallel;

/**
 * The transform of the rows and columns of a plane, or of one long sequence as such. Columns come
 * into lanes as they are, are transformed, and are transposed in registers, so that groups of rows
 * are in lanes then, in place for their transform, and each group at one place:
 *
 * <pre>{@code plane -> columns in lanes -> transform -> transpose -> rows in lanes -> transform}
 * </pre>
 *
 * <p>A spectrum stays like that, group after group. Columns without a number are skipped on the way
 * forward, and columns of which nothing is asked on the way back.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
final class Plane<A> implements Level<A> {
  private final Lanes<A> lanes;
  private final int v;
  private final BatchTransform<A> columns;
  private final BatchTransform<A> rows;
  private final Optional<Turn<A>> turn;

  /** Groups of rows in lanes. */
  private final int groups;

  /** Numbers of a group: its columns, filled up to whole squares. */
  private final int groupSize;

  private Plane(Lanes<A> lanes, BatchPlan.Key columns, BatchPlan.Key rows, Optional<Turn<A>> turn) {
    this.lanes = lanes;
    this.v = lanes.count();
    this.columns = lanes.transform(columns);
    this.rows = lanes.transform(rows);
    this.turn = turn;
    this.groups = blocks(columns.length());
    this.groupSize = blocks(rows.length()) * v * v;
  }

  /** The two axes of a plane. */
  static <A> Plane<A> of(Lanes<A> lanes, BatchPlan.Key columns, BatchPlan.Key rows) {
    return new Plane<>(lanes, columns, rows, Optional.empty());
  }

  /**
   * A sequence, in rows of some length.
   *
   * @param key the transform
   * @param width the length of rows, a divisor of the whole and a multiple of the number of lanes
   */
  static <A> Plane<A> of(Lanes<A> lanes, BatchPlan.Key key, int width, Turn<A> turn) {
    BatchPlan.Key columns = new BatchPlan.Key(key.length() / width, key.quarters());
    return new Plane<>(lanes, columns, BatchPlan.Key.complex(width), Optional.of(turn));
  }

  private int blocks(int count) {
    return (count + v - 1) / v;
  }

  @Override
  public int size() {
    return groups * groupSize;
  }

  @Override
  public Worker<A> worker(int threads) {
    return new PlaneWorker(threads);
  }

  /** What is done to a group of rows in lanes, at a place. */
  private interface GroupStep {
    void accept(int group, int place);
  }

  /** What is done to some blocks of columns. */
  private interface ColumnStep<A> {
    void accept(Columns<A> some, int block, int count);
  }

  private final class PlaneWorker implements Worker<A> {
    private final int threads;
    private final Pool<Columns<A>> buffers =
        new Pool<>(() -> new Columns<>(lanes, columns.length(), groups * v, blocks(rows.length())));

    private A ownRe;
    private A ownIm;

    PlaneWorker(int threads) {
      this.threads = threads;
    }

    @Override
    public void forward(Pair<A> from, A re, A im, int start) {
      Used used = used(from);
      columnsForward(from, re, im, start);
      eachGroup(start, (group, place) -> forwardGroup(used, re, im, group, place));
    }

    @Override
    public void inverse(A re, A im, int start, Pair<A> to) {
      eachGroup(start, (group, place) -> inverseGroup(re, im, group, place));
      columnsInverse(re, im, start, to);
    }

    @Override
    public void convolve(Pair<A> from, Spectrum<A> kernel, int start, Pair<A> to) {
      if (ownRe == null) {
        ownRe = lanes.allocate(size());
        ownIm = lanes.allocate(size());
      }
      A re = ownRe;
      A im = ownIm;
      int count = rows.length() * v;
      Used used = used(from);
      columnsForward(from, re, im, 0);
      eachGroup(
          0,
          (group, place) -> {
            forwardGroup(used, re, im, group, place);
            lanes.multiply(re, im, place, kernel.re(), kernel.im(), start + place, count);
            inverseGroup(re, im, group, place);
          });
      columnsInverse(re, im, 0, to);
    }

    /** The columns of a box, in whole lanes. */
    private Used used(Pair<A> from) {
      Sheets<A> sheets = sheets(from);
      return new Used(
          Math.min(rows.length(), firstBlock(sheets) * v),
          Math.min(rows.length(), endBlock(sheets) * v));
    }

    /** Where there are no columns, there are zeros. */
    private void forwardGroup(Used used, A re, A im, int group, int place) {
      lanes.clear(re, place, place + used.first * v);
      lanes.clear(im, place, place + used.first * v);
      lanes.clear(re, place + used.end * v, place + rows.length() * v);
      lanes.clear(im, place + used.end * v, place + rows.length() * v);
      turn.ifPresent(t -> t.turn(re, im, place, group, used.end));
      rows.forward(re, im, place);
    }

    private void inverseGroup(A re, A im, int group, int place) {
      rows.inverse(re, im, place);
      turn.ifPresent(t -> t.turnBack(re, im, place, group));
    }

    private void eachGroup(int start, GroupStep step) {
      Parallel.run(threads, groups, group -> step.accept(group, start + group * groupSize));
    }

    private void columnsForward(Pair<A> from, A re, A im, int start) {
      Sheets<A> sheets = sheets(from);
      eachColumns(
          sheets,
          (some, block, count) -> {
            some.load(sheets.re, sheets.im, block * v, count);
            for (int i = 0; i < count; i++) {
              columns.forward(some.re(), some.im(), some.start(i));
              int place = start + (block + i) * v * v;
              spread(some.re(), some.start(i), re, place);
              spread(some.im(), some.start(i), im, place);
            }
          });
    }

    /** From columns in lanes to rows in lanes. */
    private void spread(A buffer, int start, A data, int place) {
      lanes.transpose(buffer, start, v, v * v, data, place, v, groupSize, groups);
    }

    private void columnsInverse(A re, A im, int start, Pair<A> to) {
      Sheets<A> sheets = sheets(to);
      eachColumns(
          sheets,
          (some, block, count) -> {
            for (int i = 0; i < count; i++) {
              int place = start + (block + i) * v * v;
              collect(re, place, some.re(), some.start(i));
              collect(im, place, some.im(), some.start(i));
              columns.inverse(some.re(), some.im(), some.start(i));
            }
            some.store(sheets.re, sheets.im, block * v, count);
          });
    }

    /** Takes all blocks of columns that have a number, a few at a time. */
    private void eachColumns(Sheets<A> sheets, ColumnStep<A> step) {
      int first = firstBlock(sheets);
      int end = endBlock(sheets);
      int atOnce = Columns.blocks(v, columns.length());
      try (Pool<Columns<A>>.Loan loan = buffers.loan()) {
        Parallel.run(
            threads,
            (end - first + atOnce - 1) / atOnce,
            () -> {
              Columns<A> some = loan.take();
              return (IntConsumer)
                  task -> {
                    int block = first + task * atOnce;
                    step.accept(some, block, Math.min(atOnce, end - block));
                  };
            });
      }
    }

    private void collect(A data, int place, A buffer, int start) {
      lanes.transpose(data, place, v, groupSize, buffer, start, v, v * v, groups);
    }
  }

  /** Columns that have a number, from the first to the end. */
  private record Used(int first, int end) {}

  /** Both parts of complex numbers. */
  private record Sheets<A>(Sheet<A> re, Sheet<A> im) {}

  private Sheets<A> sheets(Pair<A> pair) {
    return new Sheets<>(
        Sheet.of(lanes, pair.re(), rows.length()), Sheet.of(lanes, pair.im(), rows.length()));
  }

  /** The first block of columns with a number. */
  private int firstBlock(Sheets<A> sheets) {
    boolean re = sheets.re.firstColumn() < sheets.re.endColumn();
    boolean im = sheets.im.firstColumn() < sheets.im.endColumn();
    int first = re ? sheets.re.firstColumn() : sheets.im.firstColumn();
    return (re && im ? Math.min(first, sheets.im.firstColumn()) : first) / v;
  }

  /** The block after the last with a number. */
  private int endBlock(Sheets<A> sheets) {
    boolean re = sheets.re.firstColumn() < sheets.re.endColumn();
    boolean im = sheets.im.firstColumn() < sheets.im.endColumn();
    int end = re ? sheets.re.endColumn() : sheets.im.endColumn();
    return blocks(re && im ? Math.max(end, sheets.im.endColumn()) : end);
  }
}
