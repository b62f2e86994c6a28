package org.conv4j.verify.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code conv-verify-cli.jar}. */
@Command(
    name = "conv-verify",
    description =
        "Validates convolvers against the laws of convolution and golden vectors, and measures"
            + " them.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      RunCommand.class,
      LawsCommand.class,
      SelftestCommand.class,
      ReplayCommand.class,
      MergeCommand.class,
      LayerCommand.class,
      BenchCommand.class,
      ChoicesCommand.class,
      CalibrateCommand.class,
      WorkerCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 conformant, 1 not conformant, 2 wrong usage or a subject that cannot be"
          + " loaded, 3 nothing or not everything ran."
    })
public final class Main implements Runnable {
  /** Log messages, for example that the vector module is missing, take one line each. */
  private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";

  @Spec private CommandSpec spec;

  private Main() {}

  /** The version that the jar was built with. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"conv-verify " + (version == null ? "(not packaged)" : version)};
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /**
   * Runs the command and ends the JVM with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    if (System.getProperty(LOG_FORMAT) == null) {
      System.setProperty(LOG_FORMAT, "conv-verify: %5$s%n");
    }
    EarlyExit.guard();
    EarlyExit.end(execute(writer(System.out), writer(System.err), args));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** Runs the command with given streams; for tests, too. */
  static int execute(PrintWriter out, PrintWriter err, String... args) {
    return command()
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(Main::explain)
        .execute(args);
  }

  /** The parser of the command line. */
  static CommandLine command() {
    return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** Prints a message instead of a stack trace. */
  private static int explain(
      Exception exception, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (exception instanceof WrongUsage) {
      err.println("conv-verify: " + exception.getMessage());
    } else {
      err.println(
          "conv-verify: the kit itself failed; the defect is in the kit, not in"
              + " the subject: "
              + exception);
      for (StackTraceElement frame : exception.getStackTrace()) {
        err.println("    at " + frame);
      }
      err.println("conv-verify: this says nothing about the subject");
      return ExitCode.INCOMPLETE;
    }
    return ExitCode.USAGE;
  }
}
