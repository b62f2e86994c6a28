package org.conv4j.verify.html;

import java.util.Locale;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Check.Kind;
import org.conv4j.verify.run.Outcome;

/** Numbers and names as people read them. */
final class Labels {
  private Labels() {}

  /** Three significant digits; with an exponent only where there would be many zeros. */
  static String number(double value) {
    if (Double.isInfinite(value)) {
      return "∞";
    }
    double size = Math.abs(value);
    if (size == 0) {
      return "0";
    }
    if (size >= 1e6 || size < 1e-3) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    if (size >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    int decimals = 2 - (int) Math.floor(Math.log10(size));
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A count with its noun. */
  static String counted(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** An identifier as HTML. A line too short for it may end after a dot of it, nowhere else. */
  static String breakable(String id) {
    return "<span class=\"id\">" + Text.escaped(id).replace(".", ".<wbr>") + "</span>";
  }

  static String noun(Kind kind) {
    return kind == Kind.LAW ? "law" : "golden vector";
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The place in the page of a check that failed. */
  static String anchor(Check check) {
    return (check.kind() == Kind.LAW ? "law-" : "vector-") + Text.anchor(check.id());
  }

  /** How a check ended, in a word. */
  static String outcome(Outcome outcome) {
    if (outcome instanceof Outcome.Passed passed) {
      return passed.shortened().isPresent() ? "passed, tried less often" : "passed";
    }
    if (outcome instanceof Outcome.Failed) {
      return "failed";
    }
    if (outcome instanceof Outcome.Expected) {
      return "failed as expected";
    }
    if (outcome instanceof Outcome.NotClaimed) {
      return "not claimed";
    }
    return outcome instanceof Outcome.Skipped ? "skipped" : "not run";
  }

  /** The sign that goes with the word. */
  static String sign(Outcome outcome) {
    if (outcome instanceof Outcome.Passed) {
      return "✔";
    }
    if (outcome instanceof Outcome.Failed) {
      return "✘";
    }
    return outcome instanceof Outcome.Expected ? "≈" : "–";
  }
}
