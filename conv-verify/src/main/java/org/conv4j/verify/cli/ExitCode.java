package org.conv4j.verify.cli;

import java.util.List;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Verdict;

/** The exit codes of the command. */
final class ExitCode {
  static final int CONFORMANT = 0;
  static final int NOT_CONFORMANT = 1;
  static final int USAGE = 2;
  static final int INCOMPLETE = 3;

  private ExitCode() {}

  /** The worst of all verdicts; no report at all is incomplete. */
  static int of(List<Report> reports) {
    List<Verdict> verdicts = reports.stream().map(Report::verdict).toList();
    if (verdicts.contains(Verdict.NOT_CONFORMANT)) {
      return NOT_CONFORMANT;
    }
    return verdicts.isEmpty() || verdicts.contains(Verdict.INCOMPLETE) ? INCOMPLETE : CONFORMANT;
  }
}
