package org.conv4j.verify.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.conv4j.api.DType;
import org.conv4j.verify.json.Json;
import org.conv4j.verify.law.Observation;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;

/**
 * Errors against the number of terms, one plot for each type, with the bound. Errors and bounds are
 * in units of the roundoff.
 *
 * @param panels one for each type that was compared with exact results
 * @param regimes the key of the plots
 * @param json what the plots are drawn of
 */
record ErrorPlot(List<Panel> panels, List<Key> regimes, String json) {
  /** Errors below this, in units of the roundoff, are as good as none: so they are drawn. */
  private static final double FLOOR = 1e-3;

  /** The axis of terms goes so far at least. */
  private static final int LEAST_TERMS = 10;

  private static final List<String> REGIMES =
      Arrays.stream(Regime.values()).map(Regime::token).toList();

  private static final Comparator<Observation> ORDER =
      Comparator.<Observation>comparingInt(o -> Panel.index(o.regime()))
          .thenComparing(Observation::regime)
          .thenComparingLong(Observation::terms);

  /** A regime and the number of its mark. */
  record Key(String name, int index) {}

  /** What the script needs for all plots. */
  private record Data(
      double floor, double top, boolean infinite, double mostTerms, List<Drawn> panels) {}

  /** What the script needs for one plot; a bound is terms, the least and the largest. */
  private record Drawn(String dtype, List<Series> series, List<double[]> bound) {}

  /** The marks of a regime: terms, error, fraction of the bound, 1 if that is too much. */
  private record Series(String regime, int index, List<double[]> points) {}

  /**
   * One plot.
   *
   * @param dtype its type
   * @param summary its finding, in words
   * @param above how many observations are above the bound; empty for none
   * @param rows the data
   * @param observations the same, for the script
   */
  record Panel(
      String dtype, String summary, String above, List<Row> rows, List<Observation> observations) {
    /** One observation. */
    record Row(String regime, String terms, String error, String bound, String fraction) {}

    static Panel of(DType dtype, List<Observation> observations) {
      List<Observation> sorted = observations.stream().sorted(ORDER).toList();
      Observation worst =
          sorted.stream().max(Comparator.comparingDouble(Observation::fraction)).orElseThrow();
      long above = sorted.stream().filter(Panel::isAbove).count();
      String summary =
          "Largest error of "
              + dtype.numpyName()
              + ": "
              + Labels.number(worst.fraction())
              + " of the bound, at "
              + Labels.counted(worst.terms(), "term")
              + ", regime "
              + worst.regime()
              + "; "
              + Labels.counted(sorted.size(), "observation")
              + "; "
              + (above == 0 ? "none" : Labels.count(above))
              + " above the bound.";
      return new Panel(
          dtype.numpyName(),
          summary,
          above == 0 ? "" : Labels.count(above) + " above the bound",
          sorted.stream().map(Panel::row).toList(),
          sorted);
    }

    private static Row row(Observation o) {
      return new Row(
          o.regime(),
          Labels.count(o.terms()),
          Labels.number(error(o)),
          Labels.number(o.bound()),
          Labels.number(o.fraction()) + (isAbove(o) ? " ✘ above" : ""));
    }

    static boolean isAbove(Observation o) {
      return o.fraction() > 1;
    }

    /** The same mark in every report. */
    static int index(String regime) {
      int known = REGIMES.indexOf(regime);
      return known < 0 ? REGIMES.size() : known;
    }

    String rowCount() {
      return Labels.counted(rows.size(), "row");
    }
  }

  static ErrorPlot of(Report report) {
    Map<DType, List<Observation>> types = new EnumMap<>(DType.class);
    for (Observation o : largest(report)) {
      types.computeIfAbsent(o.dtype(), t -> new ArrayList<>()).add(o);
    }
    List<Panel> panels =
        types.entrySet().stream().map(e -> Panel.of(e.getKey(), e.getValue())).toList();
    Map<String, Integer> regimes =
        new TreeMap<>(
            Comparator.comparingInt(Panel::index).thenComparing(Comparator.naturalOrder()));
    panels.forEach(
        panel -> panel.observations.forEach(o -> regimes.put(o.regime(), Panel.index(o.regime()))));
    List<Key> keys = new ArrayList<>();
    regimes.forEach((name, index) -> keys.add(new Key(name, index)));
    return new ErrorPlot(panels, keys, json(panels));
  }

  boolean any() {
    return !panels.isEmpty();
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

  private static double error(Observation o) {
    return o.fraction() == 0 ? 0 : o.fraction() * o.bound();
  }

  /** Data in a form that is no markup, whatever it holds. */
  private static String json(List<Panel> panels) {
    double top = 1;
    boolean infinite = false;
    long mostTerms = LEAST_TERMS;
    for (Panel panel : panels) {
      for (Observation o : panel.observations) {
        mostTerms = Math.max(mostTerms, o.terms());
        infinite |= Double.isInfinite(error(o));
        for (double value : new double[] {error(o), o.bound()}) {
          top = Double.isFinite(value) ? Math.max(top, value) : top;
        }
      }
    }
    // Infinite errors are drawn at the top, above all others.
    double roof = Math.pow(10, Math.ceil(Math.log10(top)) + (infinite ? 1 : 0));
    List<Drawn> drawn = panels.stream().map(panel -> drawn(panel, roof)).toList();
    return Json.line(new Data(FLOOR, roof, infinite, mostTerms, drawn)).replace("<", "\\u003c");
  }

  private static Drawn drawn(Panel panel, double roof) {
    Map<String, Series> series = new LinkedHashMap<>();
    for (Observation o : panel.observations) {
      double error = Math.min(roof, Math.max(FLOOR, error(o)));
      // What is shown of them are three digits.
      double[] point = {
        o.terms(), brief(error), brief(Math.min(o.fraction(), 1e300)), Panel.isAbove(o) ? 1 : 0
      };
      series
          .computeIfAbsent(
              o.regime(),
              name -> new Series(Text.visible(name), Panel.index(name), new ArrayList<>()))
          .points
          .add(point);
    }
    return new Drawn(panel.dtype, List.copyOf(series.values()), bound(panel.observations));
  }

  private static double brief(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.3e", value));
  }

  /**
   * The bound over the number of terms. A bound that depends on shapes besides has no one value for
   * it; this then is the least for so many terms or more, and the largest for so many or fewer.
   */
  private static List<double[]> bound(List<Observation> observations) {
    Observation[] byTerms =
        observations.stream()
            .filter(o -> Double.isFinite(o.bound()))
            .sorted(Comparator.comparingLong(Observation::terms))
            .toArray(Observation[]::new);
    TreeMap<Long, double[]> bounds = new TreeMap<>();
    double largest = 0;
    for (Observation o : byTerms) {
      largest = Math.max(largest, o.bound());
      bounds.put(o.terms(), new double[] {o.terms(), 0, brief(largest)});
    }
    double least = Double.POSITIVE_INFINITY;
    for (int i = byTerms.length - 1; i >= 0; i--) {
      least = Math.min(least, byTerms[i].bound());
      bounds.get(byTerms[i].terms())[1] = brief(least);
    }
    return List.copyOf(bounds.values());
  }
}
