package org.conv4j.verify.run;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conv4j.verify.subject.SubjectKind;

/**
 * What a run has to do.
 *
 * @param checks the manifest
 * @param selection which of them
 * @param expected which of them are known to fail
 * @param today the day by which expectations expire
 */
public record Plan(
    List<Check> checks, Selection selection, ExpectedFailures expected, LocalDate today) {
  /** A smoke run takes one golden vector out of this many. */
  private static final int SMOKE_VECTORS = 10;

  /**
   * Copies the list.
   *
   * @param checks as above
   * @param selection as above
   * @param expected as above
   * @param today as above
   */
  public Plan {
    checks = List.copyOf(checks);
  }

  /**
   * The given checks, none of which is expected to fail.
   *
   * @param checks the checks
   * @return the plan
   */
  public static Plan of(List<Check> checks) {
    return new Plan(
        checks, Selection.all(), ExpectedFailures.none(), LocalDate.now(ZoneOffset.UTC));
  }

  /**
   * The whole manifest of convolvers, with no expected failures.
   *
   * @return the plan
   */
  public static Plan everything() {
    return everything(SubjectKind.CONVOLVER);
  }

  /**
   * The whole manifest of a kind of subjects, with no expected failures.
   *
   * @param kind the kind
   * @return the plan
   */
  public static Plan everything(SubjectKind kind) {
    return of(Manifest.of(kind));
  }

  /** Why each check is left out; empty for those to be made. */
  List<Optional<String>> reasons(Effort effort) {
    List<Optional<String>> reasons = new ArrayList<>(selection.reasons(checks));
    if (effort == Effort.SMOKE && selection.ids().isEmpty()) {
      int vectors = 0;
      for (int i = 0; i < reasons.size(); i++) {
        boolean vector = checks.get(i).kind() == Check.Kind.VECTOR;
        if (vector && vectors++ % SMOKE_VECTORS != 0 && reasons.get(i).isEmpty()) {
          reasons.set(i, Optional.of("not part of a smoke run"));
        }
      }
    }
    return reasons;
  }

  /**
   * This plan with some of its checks.
   *
   * @param some which
   * @return a changed copy
   */
  public Plan withSelection(Selection some) {
    return new Plan(checks, some, expected, today);
  }

  /**
   * This plan with expected failures.
   *
   * @param failures which
   * @return a changed copy
   */
  public Plan withExpected(ExpectedFailures failures) {
    return new Plan(checks, selection, failures, today);
  }
}
