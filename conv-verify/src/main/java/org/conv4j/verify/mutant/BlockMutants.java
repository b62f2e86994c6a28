package org.conv4j.verify.mutant;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Convolver;

/** Signals that are cut into blocks, and what is lost at the seams. */
final class BlockMutants {
  private BlockMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "block.last-dropped.8",
            "The last block of 8 samples is dropped unless it is whole",
            Elements.line((x, h) -> wholeBlocks(x, h, 8)),
            "blocks",
            "exact"),
        mutant(
            "block.last-dropped.64",
            "The last block of 64 samples is dropped unless it is whole",
            Elements.line((x, h) -> wholeBlocks(x, h, 64)),
            "sizes"),
        mutant(
            "block.last-dropped.1024",
            "The last block of 1024 samples is dropped unless it is whole",
            Elements.line((x, h) -> wholeBlocks(x, h, 1024)),
            "sizes"),
        mutant(
            "block.last-dropped.16384",
            "The last block of 16384 samples is dropped unless it is whole",
            Elements.line((x, h) -> wholeBlocks(x, h, 16384)),
            "sizes"),
        mutant(
            "block.first-kept.64",
            "Overlap-save with blocks of 64 keeps one output that has wrapped around",
            Elements.line((x, h) -> overlapSave(x, h, 64)),
            "sizes"),
        mutant(
            "block.first-kept.1024",
            "Overlap-save with blocks of 1024 keeps one output that has wrapped around",
            Elements.line((x, h) -> overlapSave(x, h, 1024)),
            "sizes"),
        mutant(
            "block.last-tail-lost",
            "Overlap-add with blocks of 64 does not write what hangs over from the last block",
            Elements.line((x, h) -> overlapAdd(x, h, 64, x.length)),
            "sizes"),
        mutant(
            "block.tail-cut",
            "Overlap-add with blocks of 32 carries over to the next block, and no further",
            Elements.line(BlockMutants::tailsOfOneBlock),
            "sizes"),
        mutant(
            "block.unrolled",
            "Taps are taken four at a time, and those that are left are forgotten",
            Elements.line(BlockMutants::fours),
            "exact",
            "shift.in2"));
  }

  private static Mutant mutant(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Kind.BLOCK, id, mistake, wrong, caughtBy);
  }

  private static double[] wholeBlocks(double[] x, double[] h, int block) {
    double[] whole = x.clone();
    if (x.length > block) {
      Arrays.fill(whole, x.length / block * block, x.length, 0);
    }
    return Elements.convolved(whole, h);
  }

  private static double[] fours(double[] x, double[] h) {
    double[] taps = h.clone();
    if (h.length > 4) {
      Arrays.fill(taps, h.length / 4 * 4, h.length, 0);
    }
    return Elements.convolved(x, taps);
  }

  /** Each block gives all its outputs but the first k-2, where k-1 have wrapped around. */
  private static double[] overlapSave(double[] x, double[] h, int block) {
    int spoilt = h.length - 2;
    if (h.length < 2 || h.length > block / 2 || x.length <= block) {
      return Elements.convolved(x, h);
    }
    double[] y = new double[x.length + h.length - 1];
    int step = block - spoilt;
    for (int at = 0; at < y.length; at += step) {
      double[] piece = new double[block];
      for (int i = 0; i < block; i++) {
        int from = at - spoilt + i;
        piece[i] = from >= 0 && from < x.length ? x[from] : 0;
      }
      double[] circular = Elements.convolved(piece, h);
      for (int i = block; i < circular.length; i++) {
        circular[i - block] += circular[i];
      }
      System.arraycopy(circular, spoilt, y, at, Math.min(step, y.length - at));
    }
    return y;
  }

  /** What the blocks give, as far as it lies before an end. */
  private static double[] overlapAdd(double[] x, double[] h, int block, int end) {
    if (x.length <= block) {
      return Elements.convolved(x, h);
    }
    double[] y = new double[x.length + h.length - 1];
    for (int at = 0; at < x.length; at += block) {
      double[] piece = Arrays.copyOfRange(x, at, Math.min(x.length, at + block));
      double[] part = Elements.convolved(piece, h);
      for (int i = 0; i < part.length && at + i < end; i++) {
        y[at + i] += part[i];
      }
    }
    return y;
  }

  private static double[] tailsOfOneBlock(double[] x, double[] h) {
    int block = 32;
    double[] y = new double[x.length + h.length - 1];
    for (int at = 0; at < x.length; at += block) {
      double[] piece = Arrays.copyOfRange(x, at, Math.min(x.length, at + block));
      double[] part = Elements.convolved(piece, h);
      boolean last = at + block >= x.length;
      int carried = last ? part.length : Math.min(part.length, 2 * block);
      for (int i = 0; i < carried; i++) {
        y[at + i] += part[i];
      }
    }
    return y;
  }
}
