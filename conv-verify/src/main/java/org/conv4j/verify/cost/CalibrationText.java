package org.conv4j.verify.cost;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.conv4j.api.DType;
import org.conv4j.verify.cost.ModelFit.Measured;
import org.conv4j.verify.measure.Statistics;
import org.conv4j.verify.report.Markdown;
import org.conv4j.verify.report.Markdown.Side;
import org.conv4j.verify.report.Units;

/** A calibration as Markdown: the machine, and for each model its constants and residuals. */
public final class CalibrationText {
  private static final double[] FACTORS = {1.25, 1.5, 2};

  private static final int WORST = 10;

  /** A drift beyond this factor says that something changed while measuring. */
  private static final double STEADY = 1.1;

  private final PrintWriter out;

  /**
   * A text.
   *
   * @param out where it is written
   */
  public CalibrationText(PrintWriter out) {
    this.out = out;
  }

  /**
   * Writes a report.
   *
   * @param report what was found out
   */
  public void write(CalibrationReport report) {
    report.machine().lines("").forEach(line -> out.println("- " + line));
    out.println("- rounds: " + report.rounds());
    for (ModelFit fit : report.fits()) {
      out.println();
      out.println("## " + fit.convolver() + ", " + fit.measurements().size() + " calls");
      out.println();
      constants(fit).lines().forEach(out::println);
      out.println();
      residuals(fit).lines().forEach(out::println);
      out.println();
      worst(fit).lines().forEach(out::println);
      out.println();
      notes(fit).forEach(line -> out.println("- " + line));
    }
  }

  private static Markdown constants(ModelFit fit) {
    Markdown table =
        new Markdown()
            .column("constant", Side.LEFT)
            .column("in use, ns", Side.RIGHT)
            .column("fitted, ns", Side.RIGHT)
            .column("counts in", Side.RIGHT)
            .column("matters in", Side.RIGHT);
    for (int i = 0; i < fit.names().size(); i++) {
      double fitted = fit.fitted().get(i);
      table.row(
          List.of(
              fit.names().get(i),
              constant(fit.inUse().get(i)),
              Double.isNaN(fitted) ? "not measured" : constant(fitted),
              Long.toString(fit.counts(i)),
              Long.toString(fit.matters(i))));
    }
    return table;
  }

  /** With enough digits to be copied; constants may be thousandths of a nanosecond. */
  private static String constant(double nanos) {
    return nanos == 0 ? "0" : String.format(Locale.ROOT, "%.4g", nanos);
  }

  private static Markdown residuals(ModelFit fit) {
    Markdown table =
        new Markdown()
            .column("estimate by time", Side.LEFT)
            .column("calls", Side.RIGHT)
            .column("constants", Side.LEFT)
            .column("median", Side.RIGHT);
    for (double factor : FACTORS) {
      table.column("within " + factor, Side.RIGHT);
    }
    residuals(table, fit, "all", one -> true);
    Set<Integer> ranks = new TreeSet<>();
    Set<DType> dtypes = EnumSet.noneOf(DType.class);
    for (Measured one : fit.measurements()) {
      ranks.add(one.sample().rank());
      dtypes.add(one.sample().dtype());
    }
    ranks.forEach(
        rank -> residuals(table, fit, "rank " + rank, one -> one.sample().rank() == rank));
    dtypes.forEach(
        dtype -> residuals(table, fit, dtype.numpyName(), one -> one.sample().dtype() == dtype));
    return table;
  }

  private static void residuals(
      Markdown table, ModelFit fit, String title, Predicate<Measured> which) {
    List<Measured> some = fit.measurements().stream().filter(which).toList();
    if (some.isEmpty()) {
      return;
    }
    table.row(residuals(title, "in use", some, fit.inUse()));
    table.row(residuals("", "fitted", some, fit.fitted()));
  }

  private static List<String> residuals(
      String title, String which, List<Measured> some, List<Double> constants) {
    List<String> cells = new ArrayList<>();
    cells.add(title);
    cells.add(title.isEmpty() ? "" : Integer.toString(some.size()));
    cells.add(which);
    cells.add(Units.number(Statistics.median(some.stream().map(o -> o.ratio(constants)).toList())));
    for (double factor : FACTORS) {
      long within = some.stream().filter(one -> one.factor(constants) <= factor).count();
      cells.add(Units.percent((double) within / some.size()));
    }
    return cells;
  }

  private static Markdown worst(ModelFit fit) {
    Markdown table =
        new Markdown()
            .column("worst fitted", Side.LEFT)
            .column("time", Side.RIGHT)
            .column("in use", Side.RIGHT)
            .column("fitted", Side.RIGHT)
            .column("mostly", Side.LEFT);
    fit.measurements().stream()
        .sorted(Comparator.comparingDouble((Measured one) -> one.factor(fit.fitted())).reversed())
        .limit(WORST)
        .forEach(
            one ->
                table.row(
                    List.of(
                        one.sample().toString(),
                        Units.time(one.nanos() * 1e-9),
                        Units.time(one.estimate(fit.inUse()) * 1e-9),
                        Units.time(one.estimate(fit.fitted()) * 1e-9),
                        mostly(fit, one))));
    return table;
  }

  /** The constant with the largest share of an estimate. */
  private static String mostly(ModelFit fit, Measured one) {
    int most = 0;
    for (int i = 1; i < fit.names().size(); i++) {
      if (one.part(fit.fitted(), i) > one.part(fit.fitted(), most)) {
        most = i;
      }
    }
    return fit.names().get(most);
  }

  private static List<String> notes(ModelFit fit) {
    List<String> notes = new ArrayList<>();
    String unmeasured =
        fit.names().stream()
            .filter(name -> fit.fitted().get(fit.names().indexOf(name)).isNaN())
            .collect(Collectors.joining(", "));
    if (!unmeasured.isEmpty()) {
      notes.add("not measured, because they count in none of these calls: " + unmeasured);
    }
    if (Double.isNaN(fit.drift())) {
      return notes;
    }
    notes.add(
        "the first calls, measured again at the end, took "
            + Units.number(fit.drift())
            + " times as long, the median");
    if (fit.drift() > STEADY || fit.drift() < 1 / STEADY) {
      notes.add(
          "so do not use these constants: the load of the machine changed, or what the virtual"
              + " machine had compiled; --warm-up may have to be longer");
    }
    return notes;
  }
}
