package org.conv4j.verify.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.conv4j.verify.certificate.Merge;
import org.conv4j.verify.certificate.UnusableCertificate;
import org.conv4j.verify.html.Rerun;
import org.conv4j.verify.run.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code merge}: joins the shards of a run into one report. */
@Command(
    name = "merge",
    description = {
      "Joins the certificates of all shards of one run of one subject. Prints"
          + " the report and ends with the exit code that a single run would have."
    },
    mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "The certificate.json of each shard, as run --shard --reports wrote it.")
  private List<Path> files;

  @Mixin private ReportsOption reports;

  @Override
  public Integer call() {
    Report whole;
    try {
      whole = Merge.of(files);
    } catch (UnusableCertificate e) {
      throw new WrongUsage(e.getMessage(), e);
    }
    Conclusion conclusion =
        new Conclusion(spec.commandLine(), reports.folders(List.of(whole.subject())));
    conclusion.add(whole, Rerun.of(whole.claims().kind(), whole.subject()));
    return conclusion.exitCode();
  }
}
