package org.conv4j.verify.law;

import java.util.Comparator;
import org.conv4j.api.Mode;

/**
 * Where something was checked.
 *
 * @param mode the mode
 * @param rank the rank of the operands
 */
public record Cell(Mode mode, int rank) implements Comparable<Cell> {
  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::mode).thenComparing(Cell::rank);

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
