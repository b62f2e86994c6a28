package org.conv4j.verify.cli;

/**
 * Sees to it that a subject which ends the JVM does not look as if it had passed: a shutdown before
 * the command is done ends with the exit code for an incomplete run.
 */
final class EarlyExit {
  private static volatile boolean done;

  private EarlyExit() {}

  static void guard() {
    Runtime.getRuntime().addShutdownHook(new Thread(EarlyExit::check, "conv4j-early-exit"));
  }

  static void expected() {
    done = true;
  }

  private static void check() {
    if (!done) {
      System.err.println(
          "conv-verify: the JVM was ended before the run was: by a signal, or by the subject");
      System.err.flush();
      Runtime.getRuntime().halt(ExitCode.INCOMPLETE);
    }
  }
}
