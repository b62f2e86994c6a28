package org.conv4j.verify.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conv4j.verify.bench.Bench;
import org.conv4j.verify.bench.BenchCase;
import org.conv4j.verify.bench.BenchCases;
import org.conv4j.verify.bench.BenchJson;
import org.conv4j.verify.bench.BenchReport;
import org.conv4j.verify.bench.BenchText;
import org.conv4j.verify.bench.RatioChart;
import org.conv4j.verify.json.Json;
import org.conv4j.verify.measure.WorkerFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench}: times subjects and peers side by side. */
@Command(
    name = "bench",
    description = {
      "Measures convolvers side by side with NumPy, SciPy and Apache Commons"
          + " Math, and layers with NumPy and ONNX Runtime. Each runs in a process of"
          + " its own; they take turns, and are timed only after their results agree."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 all subjects were measured, 1 a subject is wrong or failed, 2 wrong usage or a"
          + " subject that cannot be loaded, 3 the run was ended early."
    })
final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      description = {
        "A further convolver or implementation of layers to measure: its name, or"
            + " the name of a class, as in run. It gets a row in every case that it"
            + " claims. May be given more than once."
      })
  private List<String> subjects = new ArrayList<>();

  @Mixin private ClassPathOption classPath;

  @Option(
      names = "--cases",
      paramLabel = "REGEX",
      defaultValue = "",
      description = "Measures only the cases whose names contain a match. Default: all.")
  private String cases;

  @Option(names = "--list", description = "Prints the names of the cases, and measures nothing.")
  private boolean list;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often each contestant measures. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads and cores of each contestant. Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long one call may take. Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Mixin private MeasureOptions workers;

  @Option(
      names = "--python",
      paramLabel = "PATH",
      defaultValue = "python3",
      description = "The Python that runs NumPy and SciPy. Default: ${DEFAULT-VALUE}.")
  private String python;

  @Option(
      names = "--onnxruntime",
      paramLabel = "JAR",
      description = {
        "Also measures ONNX Runtime, on layers: its jar,"
            + " com.microsoft.onnxruntime:onnxruntime of Maven Central."
      })
  private Path onnxRuntime;

  @Option(
      names = "--chart",
      paramLabel = "FILE",
      description = "Also draws the ratios to the fastest peer, into an SVG file.")
  private Path chart;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Also writes the tables to a file, as a Markdown page.")
  private Path markdown;

  @Override
  public Integer call() throws IOException {
    List<BenchCase> chosen = chosen();
    PrintWriter out = spec.commandLine().getOut();
    if (list) {
      chosen.forEach(out::println);
      return ExitCode.CONFORMANT;
    }
    Bench.Conditions conditions = conditions();
    Optional<OutputFile> picture = OutputFile.of("--chart", chart);
    Optional<OutputFile> page = OutputFile.of("--markdown", markdown);
    Optional<OutputFile> json = workers.json();
    BenchReport report;
    try (Bench bench = new Bench(conditions);
        Progress progress = Progress.start("bench", chosen.size())) {
      EarlyExit.cleanUp(bench::close);
      report =
          bench.run(
              chosen, subjects.stream().distinct().toList(), one -> progress.step(one.name()));
    } catch (WorkerFailure e) {
      throw new WrongUsage(e.getMessage(), e);
    } catch (CancellationException e) {
      return ExitCode.INCOMPLETE; // the JVM is being ended; EarlyExit says so
    }
    BenchText.lines(report).forEach(out::println);
    picture.ifPresent(file -> file.write(RatioChart.svg(report, command())));
    page.ifPresent(file -> file.write(BenchText.page(report, command())));
    json.ifPresent(file -> file.write(Json.indented(BenchJson.tree(report))));
    return report.isSound() ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT;
  }

  /** This command as a shell takes it, if the command line is packaged. */
  private String command() {
    boolean packaged = Main.class.getPackage().getImplementationVersion() != null;
    return Stream.concat(
            packaged
                ? Stream.of("java", "-jar", "conv-verify/target/conv-verify-cli.jar")
                : Stream.of(spec.root().name()),
            spec.commandLine().getParseResult().originalArgs().stream().map(BenchCommand::quoted))
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private List<BenchCase> chosen() {
    List<BenchCase> chosen;
    try {
      chosen = BenchCases.matching(Pattern.compile(cases));
    } catch (PatternSyntaxException e) {
      throw new WrongUsage(
          "--cases is no regular expression: " + cases + ": " + e.getDescription(), e);
    }
    if (chosen.isEmpty()) {
      throw new WrongUsage(
          "--cases finds "
              + cases
              + " in no case; there are "
              + BenchCases.all().stream().map(BenchCase::name).collect(Collectors.joining(", ")));
    }
    return chosen;
  }

  private Bench.Conditions conditions() {
    require("--rounds", rounds, Integer.MAX_VALUE);
    require("--threads", threads, Runtime.getRuntime().availableProcessors());
    require("--limit", limit, Integer.MAX_VALUE);
    if (onnxRuntime != null && !Files.isRegularFile(onnxRuntime)) {
      throw new WrongUsage("--onnxruntime: there is no file " + onnxRuntime);
    }
    return new Bench.Conditions(
        workers.settings(classPath.value(), python, threads),
        rounds,
        Duration.ofSeconds(limit),
        onnxRuntime == null ? "" : onnxRuntime.toString());
  }

  private static void require(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new WrongUsage(
          option
              + " must be at least 1"
              + (most == Integer.MAX_VALUE ? "" : " and at most " + most + ", the cores there are")
              + ": "
              + value);
    }
  }
}
