package org.conv4j.direct;

import java.lang.reflect.Array;
import java.util.List;

/**
 * The kernel for vector registers. For a block of outputs it copies the part of x that they depend
 * on into a buffer, with zeros around it where x ends, lists the taps in a table, and runs the
 * {@link MicroKernel} through the table for tile after tile. Where one row of x needs no zeros it
 * is used in place.
 *
 * <p>Every output adds its terms in an order that depends on the shapes alone, with zeros between
 * them that change no bit, so that blocks do not either.
 */
final class DenseKernel<A> implements Kernel<A> {
  /** Bytes of x in the buffer, about: half of a common second-level cache. */
  private static final int BUFFER = 1 << 18;

  /** Bytes of the buffer where rows are much shorter than its own. */
  private static final int LARGEST_BUFFER = 1 << 20;

  /** Outputs of a block on the one axis of a vector. */
  private static final int LONG_BLOCK = 1 << 12;

  /** Groups of taps in the table; each may hold 4. */
  private static final int TABLE = 1 << 12;

  private final MicroKernel<A> micro;
  private final int bytes;
  private final int table;

  /** A kernel with loops on elements of the given size in bytes. */
  DenseKernel(MicroKernel<A> micro, int bytes) {
    this(micro, bytes, TABLE);
  }

  /**
   * A kernel with another number of groups in the table, and larger elements for smaller blocks.
   */
  DenseKernel(MicroKernel<A> micro, int bytes, int table) {
    this.micro = micro;
    this.bytes = bytes;
    this.table = table;
  }

  @Override
  public Kernel.Worker<A> worker(DirectPlan plan) {
    return new Worker(plan);
  }

  @Override
  public boolean inRange(A y, int from, int to, double tiny) {
    return micro.inRange(y, from, to, tiny);
  }

  @Override
  public int[] blockExtents(DirectPlan plan) {
    return portions(plan, Tiling.of(plan, micro.lanes(), micro.rowStride())).outputs;
  }

  @Override
  public void count(DirectPlan plan, Tally tally) {
    Tiling tiling = Tiling.of(plan, micro.lanes(), micro.rowStride());
    Portions portions = portions(plan, tiling);
    new DenseWork(plan, tiling, portions.outputs, portions.taps, micro.rowStride())
        .addTo(tally, bytes);
  }

  /**
   * How many outputs and how many taps of each axis are treated at once, so that what they need of
   * x fits the buffer.
   */
  @SuppressWarnings("ArrayRecordComponent") // read, never compared
  private record Portions(int[] outputs, int[] taps) {}

  private Portions portions(DirectPlan plan, Tiling tiling) {
    int last = plan.last();
    int[] outputs = new int[last + 1];
    int[] taps = new int[last + 1];
    int widest = widest(plan, tiling) / tiling.columns();
    taps[last] = Math.min(plan.h()[last], tiling.chunk());
    outputs[last] = even(plan.columns(), widest, tiling.columns());
    // Rows in the buffer: as nearly a cube as the shapes allow, so that neighbouring blocks copy
    // as few of the same.
    double rows = (double) BUFFER / bytes / (outputs[last] + span(plan, tiling));
    if (tiling.down()) {
      rows = Math.min(rows, (double) LARGEST_BUFFER / bytes / micro.rowStride());
    }
    boolean[] done = new boolean[last];
    for (int open = last; open > 0; open--) {
      int axis = smallest(plan, done);
      int tile = axis == last - 1 ? tiling.rows() : 1;
      int side = (int) Math.pow(Math.max(1, rows), 1.0 / open);
      int all = plan.h()[axis];
      taps[axis] = all <= side * 3 / 4 ? all : Math.max(1, side / 2 / tile) * tile;
      outputs[axis] = even(plan.y()[axis], Math.max(1, (side - taps[axis] + 1) / tile), tile);
      rows /= outputs[axis] + taps[axis] - 1;
      done[axis] = true;
    }
    return new Portions(outputs, taps);
  }

  /** Elements between the first and the last tap of a row, of those treated at once. */
  private static int span(DirectPlan plan, Tiling tiling) {
    return (Math.min(plan.h()[plan.last()], tiling.chunk()) - 1) * plan.step();
  }

  /** Outputs of a row that are treated at once: whole tiles. */
  private int widest(DirectPlan plan, Tiling tiling) {
    int room = tiling.down() ? micro.rowStride() - span(plan, tiling) : LONG_BLOCK;
    return Math.max(1, room / tiling.columns()) * tiling.columns();
  }

  /** Nearly equal parts of an axis, each with at most a given number of whole tiles. */
  private static int even(int outputs, int tilesAtMost, int tile) {
    int tiles = (outputs - 1) / tile + 1;
    int parts = (tiles - 1) / tilesAtMost + 1;
    return Math.min(outputs, ((tiles - 1) / parts + 1) * tile);
  }

  private static int smallest(DirectPlan plan, boolean[] done) {
    int smallest = -1;
    for (int axis = 0; axis < done.length; axis++) {
      if (!done[axis] && (smallest < 0 || size(plan, axis) < size(plan, smallest))) {
        smallest = axis;
      }
    }
    return smallest;
  }

  private static long size(DirectPlan plan, int axis) {
    return (long) plan.y()[axis] + plan.h()[axis];
  }

  /** Computes blocks one after the other, in buffers of its own. */
  private final class Worker implements Kernel.Worker<A> {
    private final DirectPlan plan;
    private final Tiling tiling;
    private final int widest;
    private final int last;
    private Rows<A> x;
    private A h;
    private Rows<A> y;

    /** How many taps of each axis are treated at once. */
    private final int[] together;

    /** The axes but the last, on each of which taps low, …, high - 1 meet elements of x. */
    private final int[] low;

    private final int[] high;

    /** Elements from index to index of an axis, in the buffer. */
    private final int[] stride;

    /** Rows of the buffer along an axis. */
    private final int[] extent;

    /** Where the factors are: x itself, or the buffer. */
    private A data;

    private A buffer;

    /** Index in {@link #data} of the factor of the first output of the block and the tap 0. */
    private int origin;

    /** The tables of groups of four, of two and of one tap. */
    private final List<TapTable<A>> tables;

    /** Whether the taps are those that the tables have. */
    private boolean sameTaps;

    /** Takes the tiles that are not whole. */
    private final A tile;

    /** Takes a row of tiles where the rows of the output are apart. */
    private A tiles;

    private final A zeros;

    /** Whether the output is zero before anything is added. */
    private boolean fresh;

    /** Whether it still is, where the block is. */
    private boolean first;

    Worker(DirectPlan plan) {
      this.plan = plan;
      this.tiling = Tiling.of(plan, micro.lanes(), micro.rowStride());
      this.widest = widest(plan, tiling);
      this.last = plan.last();
      this.together = portions(plan, tiling).taps;
      this.low = new int[last];
      this.high = new int[last];
      this.stride = new int[last];
      this.extent = new int[last];
      this.buffer = micro.newArray(0);
      this.tables =
          List.of(
              new TapTable<>(micro, 4, table),
              new TapTable<>(micro, 2, table),
              new TapTable<>(micro, 1, table));
      this.tile = micro.newArray(8 * micro.lanes());
      this.tiles = micro.newArray(0);
      this.zeros = micro.newArray(8 * micro.lanes());
    }

    @Override
    public void begin(Rows<A> x, A h, Rows<A> y, boolean fresh) {
      this.x = x;
      this.h = h;
      this.y = y;
      this.fresh = fresh;
      if (!sameTaps) {
        tables.forEach(TapTable::forgetWeights);
      }
    }

    @Override
    public void end(boolean sameTaps) {
      this.sameTaps = sameTaps;
      x = null;
      h = null;
      y = null;
      data = null;
    }

    @Override
    public void compute(Block block) {
      int next;
      for (int column = block.fromColumn(); column < block.toColumn(); column = next) {
        next = column + Math.min(widest, block.toColumn() - column);
        int[] from = block.from().clone();
        int[] to = block.to().clone();
        from[last] = column;
        to[last] = next;
        computeStrip(new Block(from, to));
      }
    }

    private void computeStrip(Block block) {
      first = fresh;
      int[] portion = new int[last];
      do {
        if (limit(block, portion)) {
          addPortion(block);
        }
      } while (nextPortion(portion));
    }

    private boolean nextPortion(int[] portion) {
      for (int axis = last - 1; axis >= 0; axis--) {
        portion[axis] += together[axis];
        if (portion[axis] < plan.h()[axis]) {
          return true;
        }
        portion[axis] = 0;
      }
      return false;
    }

    private void addPortion(Block block) {
      int taps = plan.h()[last];
      for (int from = 0; from < taps; from += together[last]) {
        int chunk = Math.min(taps - from, together[last]);
        if (meets(block, from, from + chunk)) {
          open(block, from, tiling.down() ? chunk : tiling.groups(chunk).padded());
          int[] need = need(from, chunk);
          for (TapTable<A> groups : tables) {
            add(block, groups, from, chunk, need);
          }
        }
      }
    }

    /**
     * Finds those taps of a portion that meet x, on each axis but the last, or the groups that have
     * one of those; false if there are none.
     */
    private boolean limit(Block block, int[] portion) {
      for (int axis = 0; axis < last; axis++) {
        int first = block.from()[axis] + plan.offset()[axis];
        int end = block.to()[axis] + plan.offset()[axis];
        int most = Math.min(plan.h()[axis], portion[axis] + together[axis]);
        low[axis] = Math.max(portion[axis], first - plan.x()[axis] + 1);
        high[axis] = Math.min(most, end);
        if (low[axis] >= high[axis]) {
          return false;
        }
        if (tiling.down() && axis == last - 1) {
          low[axis] = low[axis] / 4 * 4;
          high[axis] = (high[axis] + 3) / 4 * 4;
        }
      }
      return true;
    }

    /** Whether taps of a row meet an element of x in a column of the block. */
    private boolean meets(Block block, int from, int to) {
      long offset = plan.offset()[last];
      return block.toColumn() + offset > (long) from * plan.step()
          && block.fromColumn() + offset - (to - 1L) * plan.step() < plan.x()[last];
    }

    /** Gets the factors ready that a number of taps of each row have in a block. */
    private void open(Block block, int from, int taps) {
      int span = (taps - 1) * plan.step();
      int width = roundUp(block.extent(last), tiling.columns()) + span;
      long start =
          (long) block.fromColumn() + plan.offset()[last] - (long) from * plan.step() - span;
      if (last == 0 && start >= 0 && start + width <= plan.x()[0]) {
        data = x.only();
        origin = (int) start + span;
      } else {
        data = buffer;
        fill(block, start, width);
        origin += span;
      }
      origin += from * plan.step();
    }

    /**
     * Copies a box of x to the buffer, columns start, …, start + width - 1, and zeros where there
     * is no x. A tile may reach beyond the box, for outputs that nobody asked for: before it, and
     * after it, there are as many elements as that takes.
     */
    private void fill(Block block, long start, int width) {
      int rowStride = tiling.down() ? micro.rowStride() : width;
      int rows = 1;
      origin = 0;
      for (int axis = last - 1; axis >= 0; axis--) {
        stride[axis] = rows * rowStride;
        boolean tiled = axis == last - 1;
        int outputs = tiled ? roundUp(block.extent(axis), tiling.rows()) : block.extent(axis);
        extent[axis] = outputs + high[axis] - low[axis] - 1;
        origin += (high[axis] - 1) * stride[axis];
        rows *= extent[axis];
      }
      int length = rows * Math.max(width, rowStride);
      if (Array.getLength(buffer) < length) {
        buffer = micro.newArray(length);
      }
      data = buffer;
      int columns = plan.x()[last];
      int left = (int) Math.min(width, Math.max(0, -start));
      int right = (int) Math.max(left, Math.min(width, columns - start));
      for (int row = 0; row < rows; row++) {
        int to = row * rowStride;
        int from = rowOfX(block, row);
        if (from < 0) {
          micro.clear(buffer, to, to + width);
        } else {
          micro.clear(buffer, to, to + left);
          int at = (int) (x.start(from, columns) + start + left);
          System.arraycopy(x.array(from), at, buffer, to + left, right - left);
          micro.clear(buffer, to + right, to + width);
        }
      }
    }

    /** The row of x that a row of the buffer has a copy of, or -1 if it is outside. */
    private int rowOfX(Block block, int row) {
      int flat = 0;
      int size = 1;
      for (int axis = last - 1; axis >= 0; axis--) {
        int i = block.from()[axis] + plan.offset()[axis] - (high[axis] - 1) + row % extent[axis];
        if (i < 0 || i >= plan.x()[axis]) {
          return -1;
        }
        flat += i * size;
        size *= plan.x()[axis];
        row /= extent[axis];
      }
      return flat;
    }

    /** What the groups depend on, of some taps of each row: those that meet x, and the buffer. */
    private int[] need(int from, int chunk) {
      int[] need = new int[2 + 3 * last];
      need[0] = from;
      need[1] = chunk;
      for (int axis = 0; axis < last; axis++) {
        need[2 + 3 * axis] = low[axis];
        need[3 + 3 * axis] = high[axis];
        need[4 + 3 * axis] = stride[axis];
      }
      return need;
    }

    /** Runs all groups of a size, of some taps of each row, over the block. */
    private void add(Block block, TapTable<A> groups, int from, int chunk, int[] need) {
      if (!groups.isFor(need)) {
        groups.clear();
        boolean whole = true;
        int[] m = low.clone();
        do {
          whole &=
              tiling.down()
                  ? addDown(block, groups, from, chunk, m)
                  : addAlong(block, groups, from, chunk, m);
        } while (next(m, low, high, tiling.down() ? last - 1 : last));
        if (whole) {
          groups.completeFor(need);
        }
      }
      run(block, groups);
    }

    private boolean addDown(Block block, TapTable<A> table, int from, int chunk, int[] m) {
      int axis = last - 1;
      int group = table.group();
      TapGroups groups = tiling.groups(plan.h()[axis]);
      // Groups begin at multiples of their size, and so does low.
      int end = Math.min(high[axis], groups.to(group));
      boolean whole = true;
      for (int row = Math.max(low[axis], groups.from(group)); row < end; row += group) {
        m[axis] = row;
        int present = Math.min(group, plan.h()[axis] - row);
        for (int j = from; j < from + chunk; j++) {
          whole &= addGroup(block, table, m, j, present, plan.h()[last]);
        }
      }
      return whole;
    }

    private boolean addAlong(Block block, TapTable<A> table, int from, int chunk, int[] m) {
      int group = table.group();
      TapGroups groups = tiling.groups(chunk);
      int spread = group == 1 ? 1 : tiling.spread();
      boolean whole = true;
      for (int run = groups.from(group); run < groups.to(group); run += group * spread) {
        for (int j = run; j < Math.min(run + spread, chunk); j++) {
          int present = Math.min(group, (chunk - 1 - j) / spread + 1);
          whole &= addGroup(block, table, m, from + j, present, spread);
        }
      }
      return whole;
    }

    /** Puts a group into the table; false if those in it had to be run to make room. */
    private boolean addGroup(
        Block block, TapTable<A> table, int[] m, int j, int present, int apart) {
      boolean full = table.isFull();
      if (full) {
        run(block, table);
        table.clear();
      }
      int flat = 0;
      int position = j * plan.step();
      for (int axis = 0; axis < last; axis++) {
        flat = flat * plan.h()[axis] + m[axis];
        position += m[axis] * stride[axis];
      }
      table.add(position, flat * plan.h()[last] + j, present, apart);
      return !full;
    }

    /** Runs the groups in the table over the block. */
    private void run(Block block, TapTable<A> groups) {
      if (groups.count() > 0) {
        A weights = groups.weights(h);
        int[] i = block.from().clone();
        do {
          if (tiling.down()) {
            int rows = Math.min(tiling.rows(), block.to()[last - 1] - i[last - 1]);
            addRows(block, groups, weights, i, rows);
            i[last - 1] += tiling.rows() - 1;
          } else {
            addRows(block, groups, weights, i, 1);
          }
        } while (next(i, block.from(), block.to(), last));
        first = false;
      }
    }

    /**
     * Adds the groups in the table to a row of tiles. While the output is zero, tiles at the end
     * reach back, and compute once more what is there; later they go through a tile of their own.
     */
    private void addRows(Block block, TapTable<A> groups, A weights, int[] i, int rows) {
      int height = tiling.rows();
      int width = tiling.columns();
      int columns = block.extent(last);
      boolean tall = height == 1 || block.extent(last - 1) >= height;
      boolean back = first && tall && columns >= width;
      int up = back ? height - rows : 0;
      int p = origin;
      int row = 0;
      for (int axis = 0; axis < last; axis++) {
        int at = axis == last - 1 ? i[axis] - up : i[axis];
        p += (at - block.from()[axis]) * stride[axis];
        row = row * plan.y()[axis] + at;
      }
      if (height > 1 && y.areApart()) {
        addRowsApart(block, groups, weights, p, row, back ? height : rows, back);
      } else {
        int q = y.start(row, plan.columns()) + block.fromColumn();
        addTiles(groups, weights, p, y.array(row), q, plan.columns(), rows, columns, back);
      }
    }

    /** A tile spans several rows, which have to be in one array. */
    private void addRowsApart(
        Block block, TapTable<A> groups, A weights, int p, int row, int rows, boolean back) {
      int columns = block.extent(last);
      if (Array.getLength(tiles) < rows * columns) {
        tiles = micro.newArray(tiling.rows() * columns);
      }
      if (!first) {
        for (int r = 0; r < rows; r++) {
          System.arraycopy(y.array(row + r), block.fromColumn(), tiles, r * columns, columns);
        }
      }
      addTiles(groups, weights, p, tiles, 0, columns, rows, columns, back);
      for (int r = 0; r < rows; r++) {
        System.arraycopy(tiles, r * columns, y.array(row + r), block.fromColumn(), columns);
      }
    }

    /** Adds to some columns of outputs, of which some rows are wanted, from the first, at q, on. */
    private void addTiles(
        TapTable<A> groups,
        A weights,
        int p,
        A to,
        int q,
        int rowLength,
        int rows,
        int columns,
        boolean back) {
      int width = tiling.columns();
      for (int column = 0; column < columns; column += width) {
        int inside = Math.min(width, columns - column);
        if (back || (rows == tiling.rows() && inside == width)) {
          int left = width - inside;
          addTile(groups, weights, p + column - left, to, q + column - left, rowLength);
        } else {
          addPart(groups, weights, p + column, to, q + column, rowLength, rows, inside);
        }
      }
    }

    /** Adds to a tile that is not whole. */
    private void addPart(
        TapTable<A> groups, A weights, int p, A to, int q, int rowLength, int rows, int columns) {
      int width = tiling.columns();
      for (int row = 0; row < rows; row++) {
        System.arraycopy(to, q + row * rowLength, tile, row * width, columns);
      }
      addTile(groups, weights, p, tile, 0, width);
      for (int row = 0; row < rows; row++) {
        System.arraycopy(tile, row * width, to, q + row * rowLength, columns);
      }
    }

    private void addTile(TapTable<A> groups, A weights, int p, A to, int q, int rowLength) {
      int group = groups.group();
      int[] offset = groups.offset();
      int count = groups.count();
      A start = first ? zeros : to;
      int s = first ? 0 : q;
      if (tiling.down()) {
        int ss = first ? 0 : rowLength;
        micro.rows(group, data, p, offset, weights, count, start, s, ss, to, q, rowLength);
      } else {
        micro.columns(group, data, p, offset, weights, count, start, s, to, q);
      }
    }
  }

  /** Counts up on the first axes, the last of them fastest; false after the last index. */
  private static boolean next(int[] i, int[] from, int[] to, int axes) {
    for (int axis = axes - 1; axis >= 0; axis--) {
      if (++i[axis] < to[axis]) {
        return true;
      }
      i[axis] = from[axis];
    }
    return false;
  }

  private static int roundUp(int value, int multiple) {
    return (value + multiple - 1) / multiple * multiple;
  }
}
