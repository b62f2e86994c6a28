package org.conv4j.verify.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.conv4j.verify.law.Observation;

/**
 * Errors over terms on logarithmic axes, in the coordinates of the page's SVG.
 *
 * @param across the ticks of the axis of terms
 * @param up the ticks of the axis of errors
 * @param band the area of the bound, the points of a polygon
 * @param marks one for each observation, those above the bound last
 */
record Chart(List<Tick> across, List<Tick> up, String band, List<Mark> marks) {
  /** Where the axes are, in an SVG of 480 by 300; the template has the same numbers. */
  private static final double LEFT = 68;

  private static final double RIGHT = 466;
  private static final double TOP = 14;
  private static final double BOTTOM = 252;
  private static final double OVERHANG = 4;

  private static final int MOST_TICKS_ACROSS = 6;
  private static final int MOST_TICKS_UP = 8;

  /** How many different marks there are. */
  private static final int SHAPES = 6;

  private static final int COLORS = 7;

  private static final Comparator<Observation> ABOVE_LAST =
      Comparator.comparing(ErrorPlot::isAbove);

  /** A tick and its grid line. */
  record Tick(String at, String label) {}

  /** A mark; the title is what a pointer that rests on it shows. */
  record Mark(String x, String y, int shape, int color, boolean above, String title) {}

  /**
   * What all charts of a page share.
   *
   * @param mostTerms the largest number of terms
   * @param floor errors below are drawn here
   * @param roof errors above are drawn here
   * @param beyond whether there are errors above
   */
  record Axes(double mostTerms, double floor, double roof, boolean beyond) {
    private static final double FLOOR = 1e-3;
    private static final int LEAST_TERMS = 10;

    /** Errors above this multiple of the largest bound say nothing more: wrong is wrong. */
    private static final double ROOF = 1000;

    static Axes of(List<Observation> observations) {
      double mostTerms = LEAST_TERMS;
      double bound = 1;
      double error = 0;
      for (Observation o : observations) {
        mostTerms = Math.max(mostTerms, (double) o.terms());
        bound = Double.isFinite(o.bound()) ? Math.max(bound, o.bound()) : bound;
        error = Math.max(error, ErrorPlot.error(o));
      }
      double roof = decadeAbove(Math.max(bound, Math.min(error, ROOF * bound)));
      return new Axes(mostTerms, FLOOR, roof, error > roof);
    }

    private static double decadeAbove(double value) {
      return Math.pow(10, Math.ceil(Math.log10(value)));
    }

    double x(double terms) {
      return LEFT + (RIGHT - LEFT) * Math.log10(terms) / Math.log10(mostTerms);
    }

    double y(double error) {
      double inside = Math.min(roof, Math.max(floor, error));
      return BOTTOM - (BOTTOM - TOP) * Math.log10(inside / floor) / Math.log10(roof / floor);
    }

    private List<Tick> across() {
      List<Tick> ticks = new ArrayList<>();
      for (int power : powers(1, mostTerms, MOST_TICKS_ACROSS)) {
        ticks.add(new Tick(at(x(Math.pow(10, power))), powerOfTen(power)));
      }
      return ticks;
    }

    private List<Tick> up() {
      List<Tick> ticks = new ArrayList<>();
      int last = (int) Math.round(Math.log10(roof));
      for (int power : powers(floor, roof, MOST_TICKS_UP)) {
        double value = Math.pow(10, power);
        String sign = value <= floor ? "≤ " : power == last && beyond ? "≥ " : "";
        ticks.add(new Tick(at(y(value)), sign + powerOfTen(power)));
      }
      return ticks;
    }

    /** Powers of ten in a range, evenly spaced from the largest down, and the least. */
    private static List<Integer> powers(double least, double largest, int most) {
      int first = (int) Math.ceil(Math.log10(least) - 1e-9);
      int last = (int) Math.floor(Math.log10(largest) + 1e-9);
      int step = Math.max(1, (last - first + most) / most);
      List<Integer> powers = new ArrayList<>();
      for (int power = last; power >= first; power -= step) {
        powers.add(power);
      }
      if (powers.get(powers.size() - 1) != first) {
        powers.set(powers.size() - 1, first);
      }
      return powers;
    }
  }

  static int shape(String regime) {
    return ErrorPlot.index(regime) % SHAPES;
  }

  static int color(String regime) {
    return ErrorPlot.index(regime) % COLORS;
  }

  static Chart of(List<Observation> observations, Axes axes) {
    List<Mark> marks = observations.stream().sorted(ABOVE_LAST).map(o -> mark(o, axes)).toList();
    return new Chart(axes.across(), axes.up(), band(observations, axes), marks);
  }

  private static Mark mark(Observation o, Axes axes) {
    return new Mark(
        at(axes.x((double) o.terms())),
        at(axes.y(ErrorPlot.error(o))),
        shape(o.regime()),
        color(o.regime()),
        ErrorPlot.isAbove(o),
        "%s: error %s u, %s of the bound, %s"
            .formatted(
                o.regime(),
                Labels.number(ErrorPlot.error(o)),
                Labels.number(o.fraction()),
                Labels.counted(o.terms(), "term")));
  }

  /**
   * The bound over the number of terms. A bound that also depends on shapes has several values for
   * one number of terms: the band then goes from the least for that many terms or more to the
   * largest for that many or fewer.
   */
  private static String band(List<Observation> observations, Axes axes) {
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
    List<String> points = edge(most, axes);
    List<String> lower = edge(least, axes);
    Collections.reverse(lower);
    points.addAll(lower);
    return String.join(" ", points);
  }

  /** One edge of the band, a little longer than its data, so that a single point is seen. */
  private static List<String> edge(TreeMap<Long, Double> bounds, Axes axes) {
    List<String> points = new ArrayList<>();
    bounds.forEach(
        (terms, bound) -> {
          String y = "," + at(axes.y(bound));
          double x = axes.x(terms);
          points.add(at(terms.equals(bounds.firstKey()) ? x - OVERHANG : x) + y);
          points.add(at(terms.equals(bounds.lastKey()) ? x + OVERHANG : x) + y);
        });
    return points;
  }

  private static String at(double coordinate) {
    return String.format(Locale.ROOT, "%.1f", coordinate);
  }

  /** A power with few zeros as it is; one with more by its exponent. */
  private static String powerOfTen(int power) {
    if (power >= -3 && power <= 3) {
      return power < 0 ? "0." + "0".repeat(-power - 1) + "1" : "1" + "0".repeat(power);
    }
    StringBuilder text = new StringBuilder("10");
    for (char digit : Integer.toString(power).toCharArray()) {
      text.append(digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
    }
    return text.toString();
  }
}
