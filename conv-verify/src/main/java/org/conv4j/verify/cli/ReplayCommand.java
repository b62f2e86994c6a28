package org.conv4j.verify.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.conv4j.verify.report.ReplayInput;
import org.conv4j.verify.report.ReplayText;
import org.conv4j.verify.report.Snippets;
import org.conv4j.verify.report.SubjectCode;
import org.conv4j.verify.report.TextReport;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: makes one check again, on the operands it failed on. */
@Command(
    name = "replay",
    description = {
      "Makes one check again, from the token that a failure printed. Prints"
          + " the operands, the expected and the actual result, where they differ,"
          + " and code in Java and Python that builds the operands.",
      "An element counts as wrong if its error is more than rounding: for"
          + " floating-point types, above 1024 u times the largest magnitude"
          + " expected, or, if no error is, above a hundredth of the largest error."
          + " In the picture of the errors, . is exact, - is rounding, and digits"
          + " are decades below the largest error, which is 9."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "TOKEN",
      description = "The token that a failure printed after \"replay\".")
  private String token;

  @Mixin private SubjectOptions options;

  @Option(
      names = "--snippets",
      paramLabel = "DIR",
      description = {
        "Writes the code that builds the operands to files in this directory"
            + " instead of printing it: a complete Java program and a Python one,"
            + " however large the operands."
      })
  private Path directory;

  @Override
  public Integer call() {
    if (!options.limitIsPositive()) {
      throw new ParameterException(spec.commandLine(), "--limit must be at least 1 second");
    }
    Check check;
    ReplayInput input;
    try {
      check = Manifest.replay(token);
      input = ReplayInput.of(check);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    List<Runner> runners = runners(check);
    PrintWriter out = spec.commandLine().getOut();
    ReplayText text = new ReplayText(out, input);
    text.writeInput();
    List<Report> reports = new ArrayList<>();
    for (Runner runner : runners) {
      Report report = runner.run(List.of(check), result -> {});
      text.write(report);
      reports.add(report);
    }
    Snippets snippets = new Snippets(input, subject(reports.get(0)));
    if (directory == null) {
      text.write(snippets);
    } else {
      text.write(written(snippets));
    }
    new TextReport(out).conclude(reports);
    return ExitCode.of(reports);
  }

  /** The subjects, which must be of the kind that the check is about. */
  private List<Runner> runners(Check check) {
    List<Runner> runners = options.runners(check.subjects());
    for (Runner runner : runners) {
      if (runner.claims().kind() != check.subjects()) {
        throw new ParameterException(
            spec.commandLine(),
            check.id()
                + " is about a "
                + check.subjects().noun()
                + ": name one with "
                + check.subjects().option()
                + ", and no other subject");
      }
    }
    return runners;
  }

  /** The first subject, under the name that was asked for. */
  private SubjectCode subject(Report report) {
    String option = report.claims().kind().option();
    List<String> none = List.of();
    List<String> asked = spec.commandLine().getParseResult().matchedOptionValue(option, none);
    return SubjectCode.of(asked.isEmpty() ? report.subject() : asked.get(0), report.claims());
  }

  private List<Path> written(Snippets snippets) {
    try {
      return snippets.write(directory);
    } catch (IOException e) {
      throw new WrongUsage("--snippets cannot write to " + directory + ": " + e.getMessage(), e);
    }
  }
}
