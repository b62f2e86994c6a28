package org.conv4j.verify.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds out which threads called {@code System.exit}: they never return from it. */
public final class Exits {
  private Exits() {}

  /**
   * Where a thread called it.
   *
   * @param thread the thread
   * @return the caller's method, file and line; empty if the thread does something else
   */
  public static Optional<String> by(Thread thread) {
    List<StackTraceElement> frames = Arrays.asList(thread.getStackTrace());
    for (int i = 0; i < frames.size(); i++) {
      StackTraceElement frame = frames.get(i);
      if (frame.getClassName().equals("java.lang.Runtime")
          && frame.getMethodName().equals("exit")) {
        return frames.subList(i + 1, frames.size()).stream()
            .filter(caller -> !caller.getClassName().equals("java.lang.System"))
            .map(Exits::place)
            .findFirst();
      }
    }
    return Optional.empty();
  }

  /** As in a stack trace, without the name of the loader. */
  private static String place(StackTraceElement frame) {
    return String.format(
        "%s.%s(%s:%d)",
        frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber());
  }

  /**
   * Whether any other thread called it. A thread that handles a signal does not count.
   *
   * @param thread the thread that may call it
   * @return true if another one did
   */
  public static boolean byOthersThan(Thread thread) {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(other -> other != thread && by(other).isPresent());
  }
}
