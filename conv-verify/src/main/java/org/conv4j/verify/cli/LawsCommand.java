package org.conv4j.verify.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conv4j.verify.law.Law;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.layer.law.LayerLaws;
import org.conv4j.verify.spec.Rule;
import org.conv4j.verify.spec.Spec;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code laws}: lists and explains the laws. */
@Command(
    name = "laws",
    description = {
      "Lists the laws: identifier, level and statement. For laws that are"
          + " named, prints everything that the specification says."
    },
    mixinStandardHelpOptions = true)
final class LawsCommand implements Runnable {
  private static final int LABELS = 13;
  private static final int WIDTH = 100;

  @CommandLine.Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", arity = "0..*", description = "A law to explain.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--law",
      paramLabel = "ID",
      description = "The same, as in \"run\". May be given more than once.")
  private List<String> options = new ArrayList<>();

  @Override
  public void run() {
    Set<String> asked = new LinkedHashSet<>(ids);
    asked.addAll(options);
    PrintWriter out = spec.commandLine().getOut();
    if (asked.isEmpty()) {
      list(out);
    } else {
      out.print(
          rules(asked).stream()
              .map(LawsCommand::inFull)
              .collect(Collectors.joining(System.lineSeparator())));
      out.flush();
    }
  }

  private static void list(PrintWriter out) {
    List<Law<?, ?>> laws =
        Stream.<Law<?, ?>>concat(Laws.all().stream(), LayerLaws.all().stream()).toList();
    int width = laws.stream().mapToInt(law -> law.id().length()).max().orElse(0);
    for (Law<?, ?> law : laws) {
      out.printf("%-" + width + "s  %-6s  %s%n", law.id(), law.level(), law.statement());
    }
  }

  /** Reads all of them before any is printed, so that a mistake is reported alone. */
  private List<Rule> rules(Set<String> asked) {
    try {
      return asked.stream().map(Spec::named).toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static String inFull(Rule rule) {
    StringBuilder text = new StringBuilder(String.format("%s%n", rule.id()));
    row(text, rule.level().name(), rule.statement());
    row(text, "intent", rule.intent());
    row(text, "needs", rule.needsText());
    row(text, "if this fails", rule.advice());
    row(text, "kills", String.join(", ", rule.kills()));
    rule.stays().ifPresent(reason -> row(text, "stays because", reason));
    return text.toString();
  }

  /** A label and a text whose lines break only at spaces, so that identifiers can be copied. */
  private static void row(StringBuilder text, String label, String value) {
    StringBuilder line = new StringBuilder(String.format("  %-" + LABELS + "s", label));
    for (String word : value.split(" ", -1)) {
      if (line.length() + 1 + word.length() > WIDTH) {
        text.append(String.format("%s%n", line));
        line = new StringBuilder(" ".repeat(LABELS + 2));
      }
      line.append(' ').append(word);
    }
    text.append(String.format("%s%n", line));
  }
}
