package org.conv4j.verify.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conv4j.api.Convolvers;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolvers;
import org.conv4j.api.Mode;
import org.conv4j.verify.cost.Call;
import org.conv4j.verify.cost.ChoiceReport;
import org.conv4j.verify.cost.ChoiceText;
import org.conv4j.verify.cost.ChoiceTrial;
import org.conv4j.verify.cost.Draw;
import org.conv4j.verify.cost.LayerSample;
import org.conv4j.verify.cost.Sample;
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
      "With --layers, implementations of layers are timed instead, on layers of known networks.",
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
      description =
          "How many calls are drawn, or taken evenly from the list of layers. Default:"
              + " ${DEFAULT-VALUE}.")
  private int shapes;

  @Option(names = "--layers", description = "Times layers of known networks.")
  private boolean layers;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = {"FULL, SAME or VALID. May be given more than once. Default: FULL."})
  private List<Mode> modes = new ArrayList<>();

  @Option(
      names = "--dtype",
      paramLabel = "TYPE",
      description = {
        "The type of both operands: ${COMPLETION-CANDIDATES}. May be given more than once. Default:"
            + " FLOAT64, for layers FLOAT32."
      })
  private List<DType> dtypes = new ArrayList<>();

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
    List<? extends Call> calls = layers ? layers() : drawn();
    Supplier<? extends Call> others = layers ? otherLayers() : otherDrawn();
    Optional<OutputFile> json = options.json();
    ChoiceReport report;
    try (Assistant assistant = new Assistant(options.settings(), Role.CHOICES);
        Progress progress = Progress.start("choices", calls.size())) {
      EarlyExit.cleanUp(assistant::close);
      ChoiceTrial trial = new ChoiceTrial(assistant, options.rounds());
      trial.warmUp(others, options.warmUp());
      report = trial.run(calls, call -> progress.step(call.toString()));
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
    if (layers && !modes.isEmpty()) {
      throw new WrongUsage("layers have no mode: leave --mode or --layers out");
    }
    List<?> available = layers ? LayerConvolvers.available() : Convolvers.available();
    if (available.size() < 2) {
      throw new WrongUsage("there is nothing to choose between: " + available);
    }
  }

  private List<Sample> drawn() {
    Draw draw = options.draw(modesOrFull(), dtypesOr(DType.FLOAT64));
    return Stream.generate(draw::next).limit(shapes).toList();
  }

  private Supplier<Sample> otherDrawn() {
    return options.others(modesOrFull(), dtypesOr(DType.FLOAT64))::next;
  }

  private List<Mode> modesOrFull() {
    return modes.isEmpty() ? List.of(Mode.FULL) : modes;
  }

  private List<DType> dtypesOr(DType other) {
    return dtypes.isEmpty() ? List.of(other) : dtypes;
  }

  /** The layers of the ranks that are asked for, in each type, or as many of them as are wanted. */
  private List<LayerSample> layers() {
    List<LayerSample> all =
        dtypesOr(DType.FLOAT32).stream()
            .flatMap(dtype -> LayerSample.all(dtype).stream())
            .filter(layer -> options.ranks().contains(layer.rank()))
            .toList();
    int count = Math.min(shapes, all.size());
    return IntStream.range(0, count)
        .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
        .toList();
  }

  private Supplier<LayerSample> otherLayers() {
    List<LayerSample> all = layers();
    Random random = new Random(options.seed());
    return () -> all.get(random.nextInt(all.size()));
  }
}
