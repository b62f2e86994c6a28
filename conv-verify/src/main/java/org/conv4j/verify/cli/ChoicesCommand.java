package org.conv4j.verify.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.conv4j.api.Convolvers;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.verify.cost.ChoiceReport;
import org.conv4j.verify.cost.ChoiceText;
import org.conv4j.verify.cost.ChoiceTrial;
import org.conv4j.verify.cost.Draw;
import org.conv4j.verify.json.Json;
import org.conv4j.verify.measure.Assistant;
import org.conv4j.verify.measure.Role;
import org.conv4j.verify.measure.WorkerFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code choices}: compares the automatic choice with the best one. */
@Command(
    name = "choices",
    description = {
      "Times the automatic choice between the convolvers present, on calls"
          + " drawn at random, on one thread.",
      "Each extent of either operand is drawn independently, log-uniformly"
          + " from 1 to "
          + Draw.LINE
          + " in rank 1, to "
          + Draw.SQUARE
          + " in rank 2, to "
          + Draw.CUBE
          + " in rank 3; n has the probability log((n + 1) / n) / log(largest + 1). In valid mode"
          + " the larger extent of each axis is the first operand's. Ranks take turns; modes and"
          + " types that are given have equal chances.",
      "A convolver that is ten times slower than another, by its estimate and by its first calls,"
          + " is not timed again."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 enough choices are within "
          + ChoiceReport.GOOD
          + " times the time of the best, 1 they are not, 2 wrong usage or a worker that fails, 3"
          + " the run was ended early."
    })
final class ChoicesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--shapes",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many calls are drawn. Default: ${DEFAULT-VALUE}.")
  private int shapes;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "FULL",
      description = {
        "FULL, SAME or VALID. May be given more than once. Default: ${DEFAULT-VALUE}."
      })
  private List<Mode> modes;

  @Option(
      names = "--dtype",
      paramLabel = "TYPE",
      defaultValue = "FLOAT64",
      description = {
        "The type of both operands: ${COMPLETION-CANDIDATES}. May be given more than once. Default:"
            + " ${DEFAULT-VALUE}."
      })
  private List<DType> dtypes;

  @Option(
      names = "--at-least",
      paramLabel = "SHARE",
      defaultValue = "0.95",
      description = {
        "The share of choices that must be good, from 0 to 1. Default: ${DEFAULT-VALUE}."
      })
  private double least;

  @Mixin private DrawOptions options;

  @Override
  public Integer call() throws IOException {
    check();
    Optional<OutputFile> json = options.json();
    ChoiceReport report;
    try (Assistant assistant = new Assistant(options.settings(), Role.CHOICES);
        Progress progress = Progress.start("choices", shapes)) {
      EarlyExit.cleanUp(assistant::close);
      ChoiceTrial trial = new ChoiceTrial(assistant, options.rounds());
      trial.warmUp(options.others(modes, dtypes), options.warmUp());
      report =
          trial.run(
              options.draw(modes, dtypes), shapes, sample -> progress.step(sample.toString()));
    } catch (WorkerFailure e) {
      throw new WrongUsage(e.getMessage(), e);
    } catch (CancellationException e) {
      return ExitCode.INCOMPLETE; // the JVM is being ended; EarlyExit says so
    }
    PrintWriter out = spec.commandLine().getOut();
    ChoiceText text = new ChoiceText(out);
    text.write(report);
    boolean enough = text.conclude(report, least);
    json.ifPresent(file -> file.write(Json.indented(report.tree())));
    return enough ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT;
  }

  private void check() {
    options.check();
    DrawOptions.require("--shapes", shapes, 1);
    if (!(least >= 0 && least <= 1)) {
      throw new WrongUsage("--at-least must be from 0 to 1: " + least);
    }
    if (Convolvers.available().size() < 2) {
      throw new WrongUsage("there is nothing to choose between: " + Convolvers.available());
    }
  }
}
