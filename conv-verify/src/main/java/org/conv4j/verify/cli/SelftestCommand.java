package org.conv4j.verify.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.conv4j.verify.json.Json;
import org.conv4j.verify.law.ConvolverLaw;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.layer.law.LayerLaw;
import org.conv4j.verify.layer.law.LayerLaws;
import org.conv4j.verify.layer.mutant.LayerMutants;
import org.conv4j.verify.mutant.Faulty;
import org.conv4j.verify.mutant.Mutants;
import org.conv4j.verify.selftest.Matrix;
import org.conv4j.verify.selftest.Selftest;
import org.conv4j.verify.selftest.SelftestJson;
import org.conv4j.verify.selftest.SelftestMarkdown;
import org.conv4j.verify.selftest.SelftestReport;
import org.conv4j.verify.selftest.SelftestText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code selftest}: shows which law catches which wrong convolver. */
@Command(
    name = "selftest",
    description = {
      "Checks the kit itself: its laws must catch what is wrong on purpose.",
      "Exit code 0 if each of them is caught by every law that is named for it; 1 if not."
    },
    mixinStandardHelpOptions = true)
final class SelftestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides which operands are drawn. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      description = {
        "How many seeds, from --seed on, must kill every mutant. The matrix is"
            + " made with the first; with the others, a mutant is finished once a law"
            + " has killed it. Default: ${DEFAULT-VALUE}."
      })
  private int seeds;

  @Option(
      names = "--layers",
      description = "Checks the laws of layers with wrong layers. Default: those of convolvers.")
  private boolean layers;

  @Option(
      names = "--mutant",
      paramLabel = "ID",
      description = "A mutant to check. May be given more than once. Default: all.")
  private List<String> mutants = new ArrayList<>();

  @Option(
      names = "--law",
      paramLabel = "ID",
      description = "A law to check them with. May be given more than once. Default: all.")
  private List<String> laws = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many checks are made at a time. Default: one for each processor.")
  private Integer threads;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Also writes the whole matrix to a file, as Markdown.")
  private Path markdown;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also writes the whole matrix to a file, as JSON.")
  private Path json;

  @Override
  public Integer call() {
    if (seeds < 1 || (threads != null && threads < 1)) {
      throw new ParameterException(spec.commandLine(), "--seeds and --threads must be at least 1");
    }
    List<? extends Faulty> chosen = chosenMutants();
    List<String> checked = chosenLaws();
    Optional<OutputFile> tree = OutputFile.of("--json", json);
    Optional<OutputFile> page = OutputFile.of("--markdown", markdown);
    SelftestReport report = report(chosen, checked);
    new SelftestText(spec.commandLine().getOut()).write(report);
    page.ifPresent(file -> file.write(SelftestMarkdown.text(report)));
    tree.ifPresent(file -> file.write(Json.indented(SelftestJson.tree(report))));
    return report.passed() ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT;
  }

  private List<? extends Faulty> chosenMutants() {
    try {
      Set<String> asked = new LinkedHashSet<>(mutants);
      if (layers) {
        return asked.isEmpty()
            ? LayerMutants.all()
            : asked.stream().map(LayerMutants::named).toList();
      }
      return asked.isEmpty() ? Mutants.all() : asked.stream().map(Mutants::named).toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--mutant: " + e.getMessage(), e);
    }
  }

  private List<String> chosenLaws() {
    try {
      if (layers) {
        List<LayerLaw> some = laws.stream().map(LayerLaws::named).toList();
        return (some.isEmpty() ? LayerLaws.all() : some).stream().map(LayerLaw::id).toList();
      }
      List<ConvolverLaw> some = laws.stream().map(Laws::named).toList();
      return (some.isEmpty() ? Laws.all() : some).stream().map(ConvolverLaw::id).toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--law: " + e.getMessage(), e);
    }
  }

  private SelftestReport report(List<? extends Faulty> chosen, List<String> checked) {
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    int steps = chosen.size() * (checked.size() + seeds - 1);
    long start = System.nanoTime();
    try (Progress progress = Progress.start("selftest", steps);
        Selftest selftest = new Selftest(chosen, checked, workers, progress::step)) {
      Matrix matrix = selftest.matrix(seed);
      Map<Long, List<Faulty>> survivors = new LinkedHashMap<>();
      for (long other = seed + 1; other < seed + seeds; other++) {
        survivors.put(other, selftest.survivors(other));
      }
      return new SelftestReport(matrix, survivors, Duration.ofNanos(System.nanoTime() - start));
    }
  }
}
