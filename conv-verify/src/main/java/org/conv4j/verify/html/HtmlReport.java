package org.conv4j.verify.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.StringReader;
import org.conv4j.verify.run.Report;

/**
 * A report as one HTML page: verdict, failures, coverage, errors against their bounds, and what was
 * not checked. If something failed, the page begins with the cause, the likely mistake and the
 * command that shows it again. It needs no network and forbids itself to use one. Without
 * JavaScript, only the charts and the buttons that copy commands are missing; what charts show is
 * in tables, too. The same report gives the same page.
 *
 * <p>Pages take jmustache, which is an optional dependency of this module: the packaged command
 * line has it, and another project names it itself.
 *
 * <pre>{@code
 * Report report = new Runner(convolver, Settings.standard()).run(Manifest.all(), result -> {});
 * Files.writeString(Path.of("report.html"), HtmlReport.of(report));
 * }</pre>
 */
public final class HtmlReport {
  /** Every text of a page goes through the escaper; only this package's own HTML is raw. */
  private static final Template TEMPLATE =
      Mustache.compiler()
          .emptyStringIsFalse(true)
          .withEscaper(text -> Text.escaped(text))
          .withLoader(name -> new StringReader(Assets.read(name + ".mustache")))
          .compile(Assets.read("page.mustache"));

  private HtmlReport() {}

  /** Everything that the template asks for. */
  record Page(
      Summary summary,
      Failures failures,
      Coverage coverage,
      ErrorPlot plot,
      Bounds bounds,
      Leftovers leftovers,
      Assets assets) {}

  /**
   * A page whose commands name the subject as the report does.
   *
   * @param report what a run against one subject gave
   * @return HTML, to be stored in UTF-8
   */
  public static String of(Report report) {
    return of(report, Rerun.of(report.claims().kind(), report.subject()));
  }

  /**
   * A page.
   *
   * @param report what a run against one subject gave
   * @param rerun the command that makes a failed check again
   * @return HTML, to be stored in UTF-8
   */
  public static String of(Report report, Rerun rerun) {
    return TEMPLATE.execute(
        new Page(
            Summary.of(report),
            Failures.of(report, rerun),
            Coverage.of(report),
            ErrorPlot.of(report),
            Bounds.of(report),
            Leftovers.of(report),
            Assets.all()));
  }
}
