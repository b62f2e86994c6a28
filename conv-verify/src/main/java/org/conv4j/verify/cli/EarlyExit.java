package org.conv4j.verify.cli;

import org.conv4j.verify.run.Exits;

/**
 * Ensures that a subject that ends the JVM neither ends the run nor seems to have passed. If a
 * thread other than the command's calls {@code System.exit}, the end is delayed until the command
 * is done, and has its exit code. Any earlier end, for example by a signal, has the exit code for
 * an incomplete run.
 */
final class EarlyExit {
  private static final long POLL_MILLIS = 50;

  /** The exit code of the command, once it has ended. */
  private static volatile Integer code;

  /** What the running command would clean up at its end. */
  private static volatile Runnable cleanUp = () -> {};

  private EarlyExit() {}

  /** Called by the thread of the command before it begins. */
  static void guard() {
    Thread command = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> check(command), "conv4j-early-exit"));
  }

  /** Ends the JVM together with threads of a subject that hangs; does not return. */
  static void end(int exitCode) {
    code = exitCode;
    System.exit(exitCode);
  }

  /**
   * Has something cleaned up if the JVM ends before the command does.
   *
   * @param action may run while the command still does, or again
   */
  static void cleanUp(Runnable action) {
    cleanUp = action;
  }

  private static void check(Thread command) {
    boolean others = Exits.byOthersThan(command);
    while (code == null && others && Exits.by(command).isEmpty() && !signalled()) {
      pause();
    }
    if (code == null) {
      tidyUp();
      halt(ExitCode.INCOMPLETE);
    } else if (others) {
      halt(code); // theirs may be another
    }
  }

  /** Whether a signal asks the JVM to end while it is already waiting to end. */
  private static boolean signalled() {
    return Thread.getAllStackTraces().values().stream()
        .anyMatch(
            frames -> {
              for (StackTraceElement frame : frames) {
                if (frame.getClassName().startsWith("java.lang.Terminator")) {
                  return true;
                }
              }
              return false;
            });
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void tidyUp() {
    try {
      cleanUp.run();
    } catch (RuntimeException e) {
      System.err.println("conv-verify: " + e.getMessage());
    }
    System.err.println(
        "conv-verify: a signal or the subject ended the JVM before the run was complete");
  }

  private static void halt(int status) {
    System.out.flush();
    System.err.flush();
    Runtime.getRuntime().halt(status);
  }
}
