package org.conv4j.verify.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.conv4j.verify.report.TextReport;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: one check again, on the operands it failed on. */
@Command(
    name = "replay",
    description = "Makes one check again, on the operands that a failure printed the token of.",
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "TOKEN", description = "What a failure printed behind \"replay\".")
  private String token;

  @Mixin private SubjectOptions options;

  @Override
  public Integer call() {
    Check check;
    try {
      check = Manifest.replay(token);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    List<Report> reports = new ArrayList<>();
    TextReport text = new TextReport(spec.commandLine().getOut());
    for (Runner runner : options.runners()) {
      Report report = runner.run(List.of(check), result -> {});
      text.write(report);
      reports.add(report);
    }
    text.conclude(reports);
    return ExitCode.of(reports);
  }
}
