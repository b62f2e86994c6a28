package org.conv4j.verify.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.conv4j.api.Shape;

/** Along each axis, at which indices there is a wrong element: "only the last", "every 2nd". */
final class WrongPlaces {
  private static final int MOST_LISTED = 8;

  private WrongPlaces() {}

  /**
   * One line for each axis that has a choice.
   *
   * @param errors of which at least one is wrong
   */
  static List<String> lines(ElementErrors errors) {
    Shape shape = errors.shape();
    BitSet[] wrong = new BitSet[shape.rank()];
    Arrays.setAll(wrong, axis -> new BitSet(shape.extent(axis)));
    for (int i = 0; i < errors.size(); i++) {
      if (errors.isWrong(i)) {
        int[] index = Index.of(i, shape);
        for (int axis = 0; axis < index.length; axis++) {
          wrong[axis].set(index[axis]);
        }
      }
    }
    List<String> lines = new ArrayList<>();
    for (int axis = 0; axis < wrong.length; axis++) {
      if (shape.extent(axis) > 1) {
        String where = words(wrong[axis].stream().toArray(), shape.extent(axis));
        lines.add((wrong.length == 1 ? "at " : "axis " + axis + ": at ") + where);
      }
    }
    return lines;
  }

  /** The indices, ascending and at least one of them, in words. */
  static String words(int[] indices, int extent) {
    int count = indices.length;
    int first = indices[0];
    int last = indices[count - 1];
    if (count == extent) {
      return "every index";
    }
    if (count == 1) {
      return "index " + first + (first == extent - 1 ? ", the last" : "") + " only";
    }
    int step = step(indices);
    if (step == 1) {
      return "indices " + first + " to " + last + (last == extent - 1 ? ", the last" : "");
    }
    // Two indices are no pattern.
    if (step > 1 && count > 2) {
      return "every " + ordinal(step) + " index from " + first + " to " + last;
    }
    return "indices "
        + Arrays.stream(indices)
            .limit(MOST_LISTED)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "))
        + (count > MOST_LISTED ? ", … " + last + ", " + count + " of " + extent : "");
  }

  /** The distance of all neighbours; 0 if they differ. */
  private static int step(int[] indices) {
    int step = indices[1] - indices[0];
    for (int i = 2; i < indices.length; i++) {
      if (indices[i] - indices[i - 1] != step) {
        return 0;
      }
    }
    return step;
  }

  private static String ordinal(int n) {
    String ending =
        switch (n % 100 / 10 == 1 ? 0 : n % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
    return n + ending;
  }
}
