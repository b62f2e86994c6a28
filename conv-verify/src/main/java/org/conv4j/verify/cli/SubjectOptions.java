package org.conv4j.verify.cli;

import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.conv4j.verify.html.Rerun;
import org.conv4j.verify.run.Effort;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;
import org.conv4j.verify.subject.SubjectKind;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for what is validated, and how. */
final class SubjectOptions {
  private static final int LIMIT = 10;
  private static final List<String> CONVOLVERS = List.of("direct", "fft");
  private static final List<String> LAYERS = List.of("layer-direct");
  private static final String VECTORS = "jdk.incubator.vector";

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      description = {
        "What to validate: the name of a convolver that is present (direct, fft, auto), or of a"
            + " class that implements Convolver and has a constructor without parameters. May be"
            + " given more than once. Default: direct and fft."
      })
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--layer-subject",
      paramLabel = "NAME",
      description = {
        "What to validate as layers: the name of a layer convolver that is present (layer-direct,"
            + " auto), or of a class that implements LayerConvolver and has a constructor without"
            + " parameters. May be given more than once."
      })
  private List<String> layerNames = new ArrayList<>();

  @Mixin private ClassPathOption classPath;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides which operands are drawn. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--effort",
      paramLabel = "EFFORT",
      defaultValue = "STANDARD",
      description = {
        "How much is tried: smoke (seconds), standard (what conformance means)"
            + " or thorough (a night). Default: standard."
      })
  private Effort effort;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      defaultValue = "" + LIMIT,
      description = {
        "How long the subject may take for one check on one set of operands. Default:"
            + " ${DEFAULT-VALUE}."
      })
  private int limit;

  private Duration budget;

  private Settings settings() {
    Settings settings = Settings.of(effort).withSeed(seed).withLimit(Duration.ofSeconds(limit));
    return budget == null ? settings : settings.withBudget(budget);
  }

  /** Sets a budget of time for each subject. */
  void setBudget(Duration time) {
    budget = time;
  }

  /** Whether the limit is positive; picocli has checked that it is a number. */
  boolean limitIsPositive() {
    return limit > 0;
  }

  /** A subject by its kind and name. */
  private record Asked(SubjectKind kind, String name) {}

  /** Those that were asked for; if none was, those of the kit that are of a kind. */
  List<Runner> runners(SubjectKind byDefault) {
    if (names.isEmpty() && layerNames.isEmpty()) {
      boolean layers = byDefault == SubjectKind.LAYER;
      (layers ? layerNames : names).addAll(layers ? LAYERS : CONVOLVERS);
    }
    Subjects subjects = new Subjects(classPath.value(), Duration.ofSeconds(limit));
    return asked().stream()
        .map(asked -> subjects.subject(asked.kind, asked.name, settings()))
        .toList();
  }

  /** The kinds of subjects that were asked for. */
  Set<SubjectKind> kinds() {
    boolean convolvers = !names.isEmpty() || layerNames.isEmpty();
    Set<SubjectKind> kinds = EnumSet.noneOf(SubjectKind.class);
    kinds.addAll(convolvers ? Set.of(SubjectKind.CONVOLVER) : Set.of());
    kinds.addAll(layerNames.isEmpty() ? Set.of() : Set.of(SubjectKind.LAYER));
    return kinds;
  }

  private List<Asked> asked() {
    return Stream.concat(
            names.stream().map(name -> new Asked(SubjectKind.CONVOLVER, name)),
            layerNames.stream().map(name -> new Asked(SubjectKind.LAYER, name)))
        .toList();
  }

  /** The command that makes a check of a subject again, started as this one was. */
  Rerun rerun(int subject) {
    List<String> kit = new ArrayList<>(List.of("java"));
    if (ModuleLayer.boot().findModule(VECTORS).isPresent()) {
      kit.addAll(List.of("--add-modules", VECTORS));
    }
    String jar = System.getProperty("java.class.path");
    boolean isJar = jar.endsWith(".jar") && !jar.contains(File.pathSeparator);
    kit.addAll(List.of("-jar", isJar ? jar : "conv-verify-cli.jar"));
    Asked asked = asked().get(subject);
    List<String> options = new ArrayList<>(List.of(asked.kind.option(), asked.name));
    if (!classPath.value().isEmpty()) {
      options.addAll(List.of("--classpath", classPath.value()));
    }
    if (limit != LIMIT) {
      options.addAll(List.of("--limit", Integer.toString(limit)));
    }
    return new Rerun(kit, options);
  }
}
