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

/** {@code replay}: one check again, on the operands it failed on. */
@Command(
    name = "replay",
    description = {
      "Makes one check again, on the operands that a failure printed the token of. Prints the"
          + " operands, what was expected and what came, where they differ, and the operands as"
          + " Java and as Python for NumPy.",
      "An element counts as wrong if its error is more than a rounding: of floating-point types"
          + " above 1024 u times the largest magnitude expected, or, if none is, above a hundredth"
          + " of the largest error. In the picture of the errors . is exact, - is rounding, and"
          + " digits are decades below the largest error, which is a 9."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "TOKEN", description = "What a failure printed behind \"replay\".")
  private String token;

  @Mixin private SubjectOptions options;

  @Option(
      names = "--snippets",
      paramLabel = "DIR",
      description = {
        "Writes the code that builds the operands to files in this directory instead of printing"
            + " it: a Java program and a Python one, whole however large the operands are."
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
    List<Runner> runners = options.runners();
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

  /** The first subject, by the name it was asked for with. */
  private SubjectCode subject(Report report) {
    List<String> none = List.of();
    List<String> asked = spec.commandLine().getParseResult().matchedOptionValue("--subject", none);
    String name = asked.isEmpty() ? report.subject() : asked.get(0);
    return new SubjectCode(name, report.claims().convention());
  }

  private List<Path> written(Snippets snippets) {
    try {
      return snippets.write(directory);
    } catch (IOException e) {
      throw new WrongUsage("--snippets cannot write to " + directory + ": " + e.getMessage(), e);
    }
  }
}
