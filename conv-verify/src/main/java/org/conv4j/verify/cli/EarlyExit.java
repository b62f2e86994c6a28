package org.conv4j.verify.cli;

import org.conv4j.verify.run.Exits;

/**
 * Sees to it that a subject which ends the JVM neither ends the run nor looks as if it had passed.
 * While a thread other than that of the command is in {@code System.exit}, the end is put off until
 * the command is done, and then has its exit code. Any other end before that, such as by a signal,
 * has the exit code for an incomplete run.
 */
final class EarlyExit {
  private static final long POLL_MILLIS = 50;

  /** What the command ended with, once it has. */
  private static volatile Integer code;

  /** What the command that runs would have tidied up in the end. */
  private static volatile Runnable cleanUp = () -> {};

  private EarlyExit() {}

  /** Called by the thread of the command before it begins. */
  static void guard() {
    Thread command = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> check(command), "conv4j-early-exit"));
  }

  /** Ends the JVM, and threads of a subject that hangs with it; does not return. */
  static void end(int exitCode) {
    code = exitCode;
    System.exit(exitCode);
  }

  /**
   * Sees to it that something is tidied up if the JVM ends before the command does.
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

  /** Whether a signal asks the JVM to end while it waits for that already. */
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
        "conv-verify: the JVM was ended before the run was: by a signal, or by the subject");
  }

  private static void halt(int status) {
    System.out.flush();
    System.err.flush();
    Runtime.getRuntime().halt(status);
  }
}
