package org.conv4j.verify.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The option for where to write what was found. */
final class ReportsOption {
  @Option(
      names = "--reports",
      paramLabel = "DIR",
      description = {
        "Also writes, for each subject, into DIR/<subject>: certificate.json, report.html for"
            + " people, and JUnit XML, TEST-conv4j-<subject>.xml. The directory is made if need be."
      })
  private Path directory;

  /**
   * One folder for each subject, none if none was asked for. Checks now whether they can be written
   * to.
   */
  List<Optional<ReportFolder>> folders(List<String> subjects) {
    return directory == null
        ? Stream.<Optional<ReportFolder>>generate(Optional::empty).limit(subjects.size()).toList()
        : ReportFolder.of(directory, subjects).stream().map(Optional::of).toList();
  }
}
