package org.conv4j.verify.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/**
 * How a result differs from what was expected: the first wrong element, how many there are, and
 * where.
 */
final class Difference {
  private Difference() {}

  /** The difference in lines; there is at least one. */
  static List<String> lines(NdArray expected, NdArray got) {
    Optional<ElementErrors> errors = ElementErrors.of(expected, got);
    List<String> lines = new ArrayList<>();
    if (errors.isEmpty()) {
      lines.add("the shape is " + got.shape() + ", expected " + expected.shape());
      return lines;
    }
    if (expected.dtype() != got.dtype()) {
      lines.add(
          "the dtype is "
              + got.dtype().numpyName()
              + ", compared with "
              + expected.dtype().numpyName());
    }
    if (errors.get().first() < 0) {
      lines.add(noneIsWrong(expected, got, errors.get()));
    } else {
      values(lines, expected, got, errors.get());
    }
    return lines;
  }

  private static void values(
      List<String> lines, NdArray expected, NdArray got, ElementErrors errors) {
    Shape shape = errors.shape();
    lines.add("first wrong at " + element(expected, got, errors, errors.first()));
    if (errors.worst() != errors.first()) {
      lines.add("worst at " + element(expected, got, errors, errors.worst()));
    }
    StringBuilder count = new StringBuilder();
    count.append(errors.wrong()).append(" of ").append(errors.size());
    count.append(errors.size() == 1 ? " element is wrong" : " elements are wrong");
    if (errors.rounded() > 0) {
      count.append(
          String.format(
              Locale.ROOT,
              ", %d more differ by %.2g or less, as by rounding",
              errors.rounded(),
              errors.level()));
    }
    lines.add(count.toString());
    if (shape.rank() > 0) {
      lines.addAll(WrongPlaces.lines(errors));
    }
    lines.addAll(HeatStrip.lines(errors));
  }

  private static String element(NdArray expected, NdArray got, ElementErrors errors, int flat) {
    double error = errors.error(flat);
    return Index.text(flat, errors.shape())
        + ": expected "
        + ElementText.of(expected, flat)
        + ", got "
        + ElementText.of(got, flat)
        + (Double.isFinite(error) ? String.format(Locale.ROOT, ", error %.3g", error) : "");
  }

  /** The law looks at more than values, or at another pair. */
  private static String noneIsWrong(NdArray expected, NdArray got, ElementErrors errors) {
    boolean comparable = expected.dtype() == got.dtype() && !got.dtype().isInteger();
    for (int i = 0; comparable && i < errors.size(); i++) {
      String wanted = ElementText.of(expected, i);
      String value = ElementText.of(got, i);
      if (!wanted.equals(value)) {
        return "values agree, signs of zeros do not, first at "
            + Index.text(i, errors.shape())
            + ": expected "
            + wanted
            + ", got "
            + value;
      }
    }
    return "all " + errors.size() + " values agree; what is wrong is something else";
  }
}
