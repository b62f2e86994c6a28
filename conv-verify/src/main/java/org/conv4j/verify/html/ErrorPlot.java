package org.conv4j.verify.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conv4j.api.DType;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;
import org.conv4j.verify.subject.Observation;

/**
 * Errors against the number of terms, one panel for each type, with the bound. Errors and bounds
 * are in units of the roundoff.
 *
 * @param panels one for each type that was compared with exact results
 * @param regimes the key of the marks
 * @param json what the script draws
 */
record ErrorPlot(List<Panel> panels, List<Key> regimes, String json) {
  private static final List<String> REGIMES =
      Arrays.stream(Regime.values()).map(Regime::token).toList();

  private static final Comparator<String> BY_REGIME =
      Comparator.comparingInt(ErrorPlot::index).thenComparing(Comparator.naturalOrder());

  static final Comparator<Observation> ORDER =
      Comparator.comparing(Observation::regime, BY_REGIME).thenComparingLong(Observation::terms);

  /** A regime and the number of its mark. */
  record Key(String name, int index) {}

  /** One observation in the table below a chart. */
  record Row(String regime, String terms, String error, String bound, String fraction) {}

  /**
   * One type.
   *
   * @param dtype its name
   * @param summary what was found, in words
   * @param above how many observations are above the bound; empty for none
   * @param rows the data
   */
  record Panel(String dtype, String summary, String above, List<Row> rows) {
    static Panel of(DType dtype, List<Observation> observations) {
      List<Observation> sorted = observations.stream().sorted(ORDER).toList();
      long above = sorted.stream().filter(ErrorPlot::isAbove).count();
      return new Panel(
          dtype.numpyName(),
          summary(sorted, above),
          above == 0 ? "" : Labels.count(above) + " above the bound",
          sorted.stream().map(Panel::row).toList());
    }

    private static String summary(List<Observation> observations, long above) {
      Observation worst =
          observations.stream()
              .max(Comparator.comparingDouble(Observation::fraction))
              .orElseThrow();
      return "Largest error: %s of the bound, at %s, operands of kind “%s”. %s, %s above the bound."
          .formatted(
              Labels.number(worst.fraction()),
              Labels.counted(worst.terms(), "term"),
              worst.regime(),
              Labels.counted(observations.size(), "observation"),
              above == 0 ? "none" : Labels.count(above));
    }

    private static Row row(Observation o) {
      return new Row(
          o.regime(),
          Labels.count(o.terms()),
          Labels.number(error(o)),
          Labels.number(o.bound()),
          Labels.number(o.fraction()) + (isAbove(o) ? " ✘ above" : ""));
    }

    String rowCount() {
      return Labels.counted(rows.size(), "row");
    }
  }

  static ErrorPlot of(Report report) {
    List<Observation> largest = largest(report);
    Map<DType, List<Observation>> types = new EnumMap<>(DType.class);
    largest.forEach(o -> types.computeIfAbsent(o.dtype(), t -> new ArrayList<>()).add(o));
    List<Panel> panels = new ArrayList<>();
    types.forEach((dtype, observations) -> panels.add(Panel.of(dtype, observations)));
    List<Key> keys =
        largest.stream()
            .map(Observation::regime)
            .distinct()
            .sorted(BY_REGIME)
            .map(name -> new Key(name, index(name)))
            .toList();
    return new ErrorPlot(panels, keys, PlotData.of(List.copyOf(types.values())).json());
  }

  boolean any() {
    return !panels.isEmpty();
  }

  static double error(Observation o) {
    return o.fraction() == 0 ? 0 : o.fraction() * o.bound();
  }

  static boolean isAbove(Observation o) {
    return o.fraction() > 1;
  }

  /** The position of a regime among all, so that it has the same mark in every report. */
  static int index(String regime) {
    int known = REGIMES.indexOf(regime);
    return known < 0 ? REGIMES.size() : known;
  }

  /** Of all checks, also of those that failed, the largest for each type, regime and size. */
  private static List<Observation> largest(Report report) {
    record Place(DType dtype, String regime, long terms) {}
    Map<Place, Observation> largest = new LinkedHashMap<>();
    for (Result result : report.results()) {
      for (Observation o : result.evidence().observations()) {
        largest.merge(
            new Place(o.dtype(), o.regime(), o.terms()),
            o,
            (known, other) -> other.fraction() > known.fraction() ? other : known);
      }
    }
    return List.copyOf(largest.values());
  }
}
