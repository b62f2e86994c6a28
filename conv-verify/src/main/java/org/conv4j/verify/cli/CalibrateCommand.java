package org.conv4j.verify.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.verify.cost.Calibration;
import org.conv4j.verify.cost.CalibrationReport;
import org.conv4j.verify.cost.CalibrationText;
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

/** {@code calibrate}: fits the constants of estimates to this machine. */
@Command(
    name = "calibrate",
    description = {
      "Fits the constants from which implementations estimate their own time."
          + " It times calls drawn at random, on one thread. It changes nothing:"
          + " the table shows the values that fit beside those in use.",
      "Each extent of either operand is drawn independently, log-uniformly"
          + " from 1 to "
          + Draw.LINE
          + " in rank 1, to "
          + Draw.SQUARE
          + " in rank 2, to "
          + Draw.CUBE
          + " in rank 3. Calls that are estimated to take too long are left out."
          + " The fit is nonnegative least squares on relative residuals,"
          + " reweighted so that disturbed calls do not distort it.",
      "One worker process holds all implementations and calls them on all types and ranks, so that"
          + " no call site in it is compiled for one of them alone, as in a program that uses them"
          + " all. Constants with and without the vector module differ: run it twice, the second"
          + " time with --no-vector."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 the models were fitted, 2 wrong usage, no model or a worker that fails, 3 the"
          + " run was ended early."
    })
final class CalibrateCommand implements Callable<Integer> {
  /** Each as often as it weighs in a fit: most users have doubles. */
  private static final List<DType> USUAL =
      List.of(
          DType.FLOAT64,
          DType.FLOAT64,
          DType.FLOAT64,
          DType.FLOAT64,
          DType.FLOAT32,
          DType.FLOAT32,
          DType.INT64,
          DType.INT64,
          DType.COMPLEX128,
          DType.COMPLEX128,
          DType.INT32,
          DType.COMPLEX64);

  @Spec private CommandSpec spec;

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      description = {
        "The convolver whose constants to fit; it must be present and have a"
            + " cost model. May be given more than once. Default: all that have one."
      })
  private List<String> subjects = new ArrayList<>();

  @Option(
      names = "--shapes",
      paramLabel = "N",
      defaultValue = "500",
      description = "How many calls of each are timed. Default: ${DEFAULT-VALUE}.")
  private int shapes;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "FULL,SAME,VALID",
      split = ",",
      description = "FULL, SAME or VALID. May be given more than once. Default: all.")
  private List<Mode> modes;

  @Option(
      names = "--dtype",
      paramLabel = "TYPE",
      description = {
        "The type of both operands: ${COMPLETION-CANDIDATES}. May be given more than once. Default:"
            + " all, four in twelve of them FLOAT64, two each FLOAT32, INT64 and COMPLEX128."
      })
  private List<DType> dtypes = new ArrayList<>();

  @Option(
      names = "--most-millis",
      paramLabel = "MS",
      defaultValue = "200",
      description = {
        "How long a call may take, by the estimate in use. Default: ${DEFAULT-VALUE}."
      })
  private int mostMillis;

  @Mixin private DrawOptions options;

  @Override
  public Integer call() throws IOException {
    options.check();
    DrawOptions.require("--shapes", shapes, 1);
    DrawOptions.require("--most-millis", mostMillis, 1);
    Optional<OutputFile> json = options.json();
    CalibrationReport report;
    try (Assistant assistant = new Assistant(options.settings(), Role.CALIBRATE)) {
      EarlyExit.cleanUp(assistant::close);
      report = measured(new Calibration(assistant, options.rounds(), mostMillis * 1e-3));
    } catch (WorkerFailure e) {
      throw new WrongUsage(e.getMessage(), e);
    } catch (CancellationException e) {
      return ExitCode.INCOMPLETE; // the JVM is being ended; EarlyExit says so
    }
    new CalibrationText(spec.commandLine().getOut()).write(report);
    json.ifPresent(file -> file.write(Json.indented(report.tree())));
    return ExitCode.CONFORMANT;
  }

  private CalibrationReport measured(Calibration calibration) throws WorkerFailure {
    List<String> names = chosen(calibration.models());
    List<DType> types = dtypes.isEmpty() ? USUAL : dtypes;
    try (Progress progress = Progress.start("calibrate", shapes * names.size())) {
      calibration.warmUp(names, options.others(modes, types), options.warmUp());
      return calibration.run(
          names,
          () -> options.draw(modes, types),
          shapes,
          sample -> progress.step(sample.toString()));
    }
  }

  private List<String> chosen(List<String> models) {
    if (models.isEmpty()) {
      throw new WrongUsage(
          "there is nothing to calibrate: no convolver that is present has a cost model");
    }
    for (String subject : subjects) {
      if (!models.contains(subject)) {
        throw new WrongUsage(
            "--subject has no cost model: "
                + subject
                + "; those that have one: "
                + String.join(", ", models));
      }
    }
    return subjects.isEmpty() ? models : subjects.stream().distinct().toList();
  }
}
