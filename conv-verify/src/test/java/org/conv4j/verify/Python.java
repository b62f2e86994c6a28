package org.conv4j.verify;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Python with NumPy and SciPy. Tests that need it are skipped, with the reason, where it is not.
 */
public final class Python {
  private Python() {}

  /** Skips the test if Python does not start, or lacks NumPy or SciPy. */
  public static void require(Path directory) throws InterruptedException {
    Processes.Result result;
    try {
      result =
          Processes.run(
              directory, Map.of(), List.of("python3", "-c", "import numpy, scipy.signal"));
    } catch (IOException e) {
      assumeTrue(false, "python3 does not start: " + e.getMessage());
      return;
    }
    assumeTrue(result.exit() == 0, "python3 with NumPy and SciPy: " + result.err().strip());
  }

  /** Runs a script; skips the test as {@link #require} does. */
  public static Processes.Result run(Path directory, Path script, List<String> arguments)
      throws IOException, InterruptedException {
    require(directory);
    List<String> command = new ArrayList<>(List.of("python3", "-B", script.toString()));
    command.addAll(arguments);
    return Processes.run(directory, Map.of(), command);
  }
}
