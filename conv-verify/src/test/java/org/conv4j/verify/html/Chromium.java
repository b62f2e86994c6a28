package org.conv4j.verify.html;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.conv4j.verify.Processes;

/** A browser without a window, as Debian packages it. */
final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  /** It asks nobody for anything, and keeps nothing. */
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--hide-scrollbars",
          "--host-resolver-rules=MAP * ~NOTFOUND",
          "--enable-logging=stderr");

  /** What it says of a script in a frame that may have none, which is a test's intent. */
  private static final String FORBIDDEN = "Blocked script execution in 'about:srcdoc'";

  private final Path executable;
  private final Path directory;
  private int calls;

  /**
   * @param executable the browser
   * @param directory where its profiles go, each call a new one
   */
  Chromium(Path executable, Path directory) {
    this.executable = executable;
    this.directory = directory;
  }

  /** Where it is installed, if it is. */
  static Optional<Path> installed() {
    Stream<String> path =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1));
    return Stream.concat(path.filter(entry -> !entry.isEmpty()), Stream.of("/usr/bin"))
        .flatMap(entry -> NAMES.stream().map(name -> Path.of(entry, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The document of a page after its scripts have run. */
  String dom(Path page, String... flags) throws IOException, InterruptedException {
    return run(page, "--dump-dom", flags);
  }

  /** A picture of a page. */
  Path screenshot(Path page, String... flags) throws IOException, InterruptedException {
    Path picture = directory.resolve("screenshot" + calls + ".png");
    run(page, "--screenshot=" + picture, flags);
    return picture;
  }

  private String run(Path page, String what, String... flags)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(executable.toString());
    command.addAll(FLAGS);
    command.add("--user-data-dir=" + Files.createDirectory(directory.resolve("profile" + calls++)));
    command.addAll(List.of(flags));
    command.add(what);
    command.add(page.toUri().toString());
    Processes.Result result = Processes.run(directory, Map.of(), command);
    boolean complains =
        result.err().lines().anyMatch(l -> l.contains("CONSOLE") && !l.contains(FORBIDDEN));
    if (result.exit() != 0 || complains) {
      throw new AssertionError("the browser complains: " + result.err());
    }
    return result.out();
  }
}
