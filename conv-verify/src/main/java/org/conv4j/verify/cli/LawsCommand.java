package org.conv4j.verify.cli;

import java.io.PrintWriter;
import org.conv4j.verify.law.Law;
import org.conv4j.verify.law.Laws;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code laws}: what there is to check. */
@Command(
    name = "laws",
    description = "Lists the laws: identifier, level and statement.",
    mixinStandardHelpOptions = true)
final class LawsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    int width = Laws.all().stream().mapToInt(law -> law.id().length()).max().orElse(0);
    for (Law law : Laws.all()) {
      out.printf("%-" + width + "s  %-6s  %s%n", law.id(), law.level(), law.statement());
    }
  }
}
