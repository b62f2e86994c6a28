package org.conv4j.verify.html;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.NonFinite;
import org.conv4j.verify.run.Check.Kind;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Settings;
import org.conv4j.verify.run.Verdict;
import org.conv4j.verify.subject.Claims;
import org.conv4j.verify.subject.SubjectKind;

/**
 * The head of a page.
 *
 * @param subject the subject's name
 * @param noun what people call such a subject
 * @param places what the columns of the coverage tell apart
 * @param key the verdict, for programs
 * @param sign the verdict in one character
 * @param verdict the verdict in a word or two
 * @param sentence what it means, as HTML
 * @param problems what is wrong besides failures
 * @param claims what the subject claims, in words
 * @param facts how the run went about it
 * @param counts how many checks ended how
 */
record Summary(
    String subject,
    String noun,
    String places,
    String key,
    String sign,
    String verdict,
    String sentence,
    List<String> problems,
    List<Entry> claims,
    List<Entry> facts,
    List<Count> counts) {
  private static final String PLACES =
      "the mode of the call and the rank of the operands, which is their number of axes";

  private static final String LAYER_PLACES = "the kind of layer and the number of its spatial axes";

  /** The most laws to name in a sentence about broken ones. */
  private static final int MOST_NAMED = 8;

  /** A term and what there is to say. */
  record Entry(String term, String text) {}

  /** How many laws and golden vectors ended in one way. */
  record Count(String outcome, String sign, String laws, String vectors) {}

  static Summary of(Report report) {
    return new Summary(
        report.subject(),
        report.claims().kind().noun(),
        report.claims().kind() == SubjectKind.LAYER ? LAYER_PLACES : PLACES,
        Labels.lower(report.verdict()).replace(' ', '-'),
        sign(report.verdict()),
        word(report.verdict()),
        sentence(report),
        report.problems(),
        claims(report.claims()),
        facts(report),
        counts(report));
  }

  /** The noun, at the beginning of a line. */
  String title() {
    return noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
  }

  private static String sign(Verdict verdict) {
    return switch (verdict) {
      case CONFORMANT -> "✔";
      case PARTIAL -> "◐";
      case NOT_CONFORMANT -> "✘";
      case INCOMPLETE -> "?";
    };
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case CONFORMANT -> "Conformant";
      case PARTIAL -> "Passed in part";
      case NOT_CONFORMANT -> "Not conformant";
      case INCOMPLETE -> "Incomplete";
    };
  }

  private static String sentence(Report report) {
    return switch (report.verdict()) {
      case CONFORMANT ->
          "Every check that applies was made, and every one that must hold passed"
              + butForExpected(report);
      case PARTIAL ->
          "Everything that was asked for passed, but that was not all there is to check, or it was"
              + " tried less often"
              + butForExpected(report);
      case NOT_CONFORMANT -> broken(report);
      case INCOMPLETE ->
          "Nothing that must hold failed, but not everything that was asked for was checked.";
    };
  }

  private static String butForExpected(Report report) {
    long expected =
        report.count(Kind.LAW, Outcome.Expected.class)
            + report.count(Kind.VECTOR, Outcome.Expected.class);
    return expected == 0 ? "." : ", but for " + Labels.counted(expected, "expected failure") + ".";
  }

  private static String broken(Report report) {
    List<String> laws = broken(report, Kind.LAW);
    List<String> named =
        laws.stream().limit(MOST_NAMED).map(Labels::breakable).collect(Collectors.toList());
    if (laws.size() > MOST_NAMED) {
      named.add(Labels.counted(laws.size() - MOST_NAMED, "more law"));
    }
    int vectors = broken(report, Kind.VECTOR).size();
    if (vectors > 0) {
      named.add(Labels.counted(vectors, "golden vector"));
    }
    return named.isEmpty()
        ? "The list of expected failures is wrong."
        : "Broken: " + String.join(", ", named) + ".";
  }

  private static List<String> broken(Report report, Kind kind) {
    return report
        .failures()
        .filter(result -> result.check().kind() == kind && result.check().binding())
        .map(result -> result.check().id())
        .toList();
  }

  private static List<Entry> claims(Claims claims) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("Element types", names(claims.dtypes(), DType::numpyName)));
    if (claims instanceof Claims.OfConvolver of) {
      entries.addAll(own(of.capabilities()));
    } else if (claims instanceof Claims.OfLayers of) {
      entries.addAll(own(of.capabilities()));
    }
    entries.add(new Entry("Accuracy", accuracy(claims.accuracy())));
    entries.add(
        new Entry(
            "NaN and infinities",
            claims.nonFinite() == NonFinite.LOCAL
                ? "act on the elements of the result whose sum they are in, and on no others"
                : "nothing is claimed"));
    return entries;
  }

  private static List<Entry> own(LayerCapabilities claims) {
    String features = names(claims.features(), Labels::lower);
    return List.of(
        new Entry("Spatial axes", "up to " + claims.maxSpatialRank()),
        new Entry(
            "Options", "stride and even padding" + (features.isEmpty() ? "" : ", " + features)));
  }

  private static List<Entry> own(Capabilities claims) {
    return List.of(
        new Entry(
            "Ranks (numbers of axes)",
            claims.maxRank() == Integer.MAX_VALUE ? "any" : "up to " + claims.maxRank()),
        new Entry("Modes", names(claims.modes(), Labels::lower)),
        new Entry(
            "Convention",
            claims.convention() == Convention.SCIPY
                ? "SciPy’s: a same result has the size of the first operand"
                : "NumPy’s: rank 1, and a same result has the size of the longer operand"));
  }

  private static <T> String names(Set<T> values, Function<T, String> name) {
    return values.stream().map(name).collect(Collectors.joining(", "));
  }

  private static String accuracy(Accuracy accuracy) {
    return switch (accuracy) {
      case EXACT -> "exact";
      case COMPONENTWISE ->
          "componentwise: errors are small compared with the sum of the"
              + " magnitudes of their own terms";
      case NORMWISE ->
          "normwise: errors are small compared with the product of the operands’ norms";
    };
  }

  private static List<Entry> facts(Report report) {
    Settings settings = report.settings();
    List<Entry> facts = new ArrayList<>();
    String version = Summary.class.getPackage().getImplementationVersion();
    if (version != null) {
      facts.add(new Entry("Kit", "conv-verify " + version));
    }
    facts.add(new Entry("Seed of the random operands", Long.toString(settings.seed())));
    facts.add(
        new Entry(
            "Effort",
            Labels.lower(settings.effort())
                + ": "
                + Labels.counted(settings.tries(), "set")
                + " of operands for each law"));
    settings.budget().ifPresent(budget -> facts.add(new Entry("Time budget", seconds(budget))));
    facts.add(new Entry("Duration", seconds(report.time())));
    if (!report.selection().isAll()) {
      facts.add(new Entry("Selection", "a part of all checks"));
    }
    return facts;
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  private static List<Count> counts(Report report) {
    List<Count> counts = new ArrayList<>();
    count(counts, report, "Passed", "✔", Outcome.Passed.class);
    count(counts, report, "Failed", "✘", Outcome.Failed.class);
    count(counts, report, "Failed as expected", "≈", Outcome.Expected.class);
    count(counts, report, "Not claimed", "–", Outcome.NotClaimed.class);
    count(counts, report, "Skipped", "–", Outcome.Skipped.class);
    count(counts, report, "Not run", "–", Outcome.NotRun.class);
    return counts;
  }

  /**
   * Outcomes that no check had are left out, except for failures: it is worth a line that there are
   * none.
   */
  private static void count(
      List<Count> counts,
      Report report,
      String name,
      String sign,
      Class<? extends Outcome> outcome) {
    long laws = report.count(Kind.LAW, outcome);
    long vectors = report.count(Kind.VECTOR, outcome);
    if (laws + vectors > 0 || outcome == Outcome.Failed.class) {
      counts.add(new Count(name, sign, Labels.count(laws), Labels.count(vectors)));
    }
  }
}
