package org.conv4j.verify.cli;

/**
 * Sees to it that a subject which ends the JVM does not look as if it had passed: a shutdown before
 * the command is done ends with the exit code for an incomplete run.
 */
final class EarlyExit {
  private static volatile boolean done;

  /** What the command that runs would have tidied up in the end. */
  private static volatile Runnable cleanUp = () -> {};

  private EarlyExit() {}

  static void guard() {
    Runtime.getRuntime().addShutdownHook(new Thread(EarlyExit::check, "conv4j-early-exit"));
  }

  static void expected() {
    done = true;
  }

  /**
   * Sees to it that something is tidied up if the JVM ends before the command does.
   *
   * @param action may run while the command still does, or again
   */
  static void cleanUp(Runnable action) {
    cleanUp = action;
  }

  private static void check() {
    if (!done) {
      try {
        cleanUp.run();
      } catch (RuntimeException e) {
        System.err.println("conv-verify: " + e.getMessage());
      }
      System.err.println(
          "conv-verify: the JVM was ended before the run was: by a signal, or by the subject");
      System.err.flush();
      Runtime.getRuntime().halt(ExitCode.INCOMPLETE);
    }
  }
}
