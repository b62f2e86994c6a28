package org.conv4j.verify.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The cores that all workers share, if the system allows it.
 *
 * @param pinned the numbers of the cores; empty if the system is left to choose
 */
record Cores(List<Integer> pinned) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String ALLOWED = "Cpus_allowed_list:";

  /** The last cores that this process may use, because the first handles interrupts. */
  static Cores last(int count) {
    List<Integer> allowed = allowed();
    if (allowed.size() < count) {
      return new Cores(List.of());
    }
    Cores cores = new Cores(allowed.subList(allowed.size() - count, allowed.size()));
    return cores.work() ? cores : new Cores(List.of());
  }

  private static List<Integer> allowed() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(ALLOWED))
          .findFirst()
          .map(line -> numbers(line.substring(ALLOWED.length()).strip()))
          .orElse(List.of());
    } catch (IOException e) {
      return List.of(); // not Linux
    }
  }

  /** Reads a list as the kernel writes it, such as {@code 0-3,8}. */
  static List<Integer> numbers(String list) {
    List<Integer> numbers = new ArrayList<>();
    for (String range : list.split(",", -1)) {
      String[] ends = range.split("-", -1);
      int last = Integer.parseInt(ends[ends.length - 1]);
      for (int core = Integer.parseInt(ends[0]); core <= last; core++) {
        numbers.add(core);
      }
    }
    return numbers;
  }

  private boolean work() {
    List<String> command = new ArrayList<>(prefix());
    command.add("true");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // no taskset
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What to put before a command. */
  List<String> prefix() {
    return pinned.isEmpty()
        ? List.of()
        : List.of(
            "taskset", "-c", pinned.stream().map(String::valueOf).collect(Collectors.joining(",")));
  }

  /** The model of the processor, if the system tells. */
  static Optional<String> model() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
