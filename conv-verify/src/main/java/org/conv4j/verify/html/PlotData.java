package org.conv4j.verify.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.conv4j.verify.json.Json;
import org.conv4j.verify.subject.Observation;

/**
 * What the script draws: errors over terms, and the bound. All charts of a page have the same axes,
 * both logarithmic.
 *
 * @param mostTerms the largest number of terms
 * @param floor errors below are drawn here
 * @param roof errors above are drawn here
 * @param beyond whether there are errors above
 * @param panels one for each chart
 */
record PlotData(double mostTerms, double floor, double roof, boolean beyond, List<Panel> panels) {
  private static final double FLOOR = 1e-3;
  private static final int LEAST_TERMS = 10;

  /** Errors above this multiple of the largest bound say nothing more: wrong is wrong. */
  private static final double ROOF = 1000;

  private static final int LARGEST_DECADE = 300;

  /** How far the bound goes beyond its data, in widths of the chart: a single point is seen. */
  private static final double OVERHANG = 0.01;

  private static final Comparator<Observation> ABOVE_LAST =
      Comparator.comparing(ErrorPlot::isAbove).thenComparing(ErrorPlot.ORDER);

  /**
   * One chart. A bound that also depends on shapes has several values for one number of terms: it
   * is drawn from the least for that many terms or more to the largest for that many or fewer.
   *
   * @param marks one for each observation, those above the bound last
   * @param least the lower edge of the bound
   * @param most the upper edge
   */
  record Panel(List<Mark> marks, List<Point> least, List<Point> most) {}

  record Point(double x, double y) {}

  /**
   * An observation.
   *
   * @param index the number of its regime
   * @param above whether it is above its bound
   * @param lines what a pointer that rests on it shows
   */
  record Mark(double x, double y, int index, boolean above, List<String> lines) {}

  /**
   * Data of charts.
   *
   * @param panels what was observed, one list for each chart
   */
  static PlotData of(List<List<Observation>> panels) {
    double mostTerms = LEAST_TERMS;
    double bound = 1;
    double error = 0;
    for (List<Observation> panel : panels) {
      for (Observation o : panel) {
        mostTerms = Math.max(mostTerms, (double) o.terms());
        bound = Double.isFinite(o.bound()) ? Math.max(bound, o.bound()) : bound;
        error = Math.max(error, ErrorPlot.error(o));
      }
    }
    double roof = decadeAbove(Math.max(bound, Math.min(error, ROOF * bound)));
    PlotData axes = new PlotData(mostTerms, FLOOR, roof, error > roof, List.of());
    List<Panel> drawn = panels.stream().map(axes::panel).toList();
    return new PlotData(mostTerms, FLOOR, roof, error > roof, drawn);
  }

  /** In a form that is no markup, whatever it holds. */
  String json() {
    return Json.line(this).replace("<", "\\u003c");
  }

  private static double decadeAbove(double value) {
    return Math.pow(10, Math.min(LARGEST_DECADE, Math.ceil(Math.log10(value))));
  }

  private Panel panel(List<Observation> observations) {
    List<Mark> marks = observations.stream().sorted(ABOVE_LAST).map(this::mark).toList();
    Observation[] byTerms =
        observations.stream()
            .filter(o -> Double.isFinite(o.bound()))
            .sorted(Comparator.comparingLong(Observation::terms))
            .toArray(Observation[]::new);
    TreeMap<Long, Double> most = new TreeMap<>();
    double largest = 0;
    for (Observation o : byTerms) {
      largest = Math.max(largest, o.bound());
      most.put(o.terms(), largest);
    }
    TreeMap<Long, Double> least = new TreeMap<>();
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = byTerms.length - 1; i >= 0; i--) {
      smallest = Math.min(smallest, byTerms[i].bound());
      least.put(byTerms[i].terms(), smallest);
    }
    return new Panel(marks, edge(least), edge(most));
  }

  private Mark mark(Observation o) {
    String finding =
        "error %s u, %s of the bound, %s"
            .formatted(
                Labels.number(ErrorPlot.error(o)),
                Labels.number(o.fraction()),
                Labels.counted(o.terms(), "term"));
    return new Mark(
        (double) o.terms(),
        inside(ErrorPlot.error(o)),
        ErrorPlot.index(o.regime()),
        ErrorPlot.isAbove(o),
        List.of(Text.visible(o.regime()), finding));
  }

  private List<Point> edge(TreeMap<Long, Double> bounds) {
    double overhang = Math.pow(mostTerms, OVERHANG);
    List<Point> points = new ArrayList<>();
    bounds.forEach(
        (terms, bound) -> {
          if (terms.equals(bounds.firstKey())) {
            points.add(new Point(brief(terms / overhang), inside(bound)));
          }
          points.add(new Point((double) terms, inside(bound)));
          if (terms.equals(bounds.lastKey())) {
            points.add(new Point(brief(terms * overhang), inside(bound)));
          }
        });
    return points;
  }

  private double inside(double error) {
    return brief(Math.min(roof, Math.max(floor, error)));
  }

  /** No eye tells more digits in a chart. */
  private static double brief(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.3e", value));
  }
}
