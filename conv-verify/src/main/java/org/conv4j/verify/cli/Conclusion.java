package org.conv4j.verify.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conv4j.verify.certificate.Certificate;
import org.conv4j.verify.certificate.ManifestMismatch;
import org.conv4j.verify.html.Rerun;
import org.conv4j.verify.report.TextReport;
import org.conv4j.verify.run.Report;
import picocli.CommandLine;

/** Prints and writes what was found about each subject, and decides the exit code. */
final class Conclusion {
  private final CommandLine command;
  private final List<Optional<ReportFolder>> folders;
  private final TextReport text;
  private final List<Report> reports = new ArrayList<>();
  private boolean broken;

  /**
   * @param command whose streams are written to
   * @param folders of each subject that is to come, where files are asked for
   */
  Conclusion(CommandLine command, List<Optional<ReportFolder>> folders) {
    this.command = command;
    this.folders = folders;
    this.text = new TextReport(command.getOut());
  }

  /**
   * Reports on the next subject.
   *
   * @param report what was found
   * @param rerun the command that makes a failed check again
   */
  void add(Report report, Rerun rerun) {
    text.write(report);
    Optional<ReportFolder> folder = folders.get(reports.size());
    reports.add(report);
    try {
      // Made even if no file is: here it shows whether executed and skipped checks are the
      // manifest.
      String certificate = Certificate.of(report);
      if (folder.isPresent()) {
        folder.get().write(report, certificate, rerun);
      }
    } catch (ManifestMismatch e) {
      broken("this run cannot be trusted: " + e.getMessage());
    } catch (IOException e) {
      broken("the reports cannot be written: " + e);
    }
  }

  private void broken(String why) {
    broken = true;
    command.getErr().println("conv-verify: " + why);
  }

  /** Prints the verdict on all subjects. */
  int exitCode() {
    text.conclude(reports);
    return broken ? ExitCode.INCOMPLETE : ExitCode.of(reports);
  }
}
