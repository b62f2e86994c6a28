package org.conv4j.verify.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.conv4j.api.DType;

/** Starts workers, and keeps the directory through which they exchange arrays with the parent. */
final class Workers implements AutoCloseable {
  private static final int DELETE_ATTEMPTS = 20;

  private static final String SCRIPT = "peers.py";

  /**
   * For the calibration loop alone: inlined into the loop around it, it would run out of registers,
   * and be slower by half.
   */
  private static final List<String> APART =
      List.of(
          "-XX:CompileCommand=quiet",
          "-XX:CompileCommand=dontinline,org.conv4j.verify.bench.SimdPeak::*");

  /** These change what a Java does without showing among its flags. */
  private static final List<String> HIDDEN_FLAGS =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private static final List<String> THREADS =
      List.of(
          "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS");

  private final BenchSettings settings;
  private final Cores cores;
  private final Path directory;
  private final Set<Worker> alive = new HashSet<>();
  private int started;
  private boolean closed;

  Workers(BenchSettings settings) throws IOException {
    this.settings = settings;
    this.cores = Cores.last(settings.threads());
    this.directory = Files.createTempDirectory("conv4j-bench");
    try (InputStream script = Workers.class.getResourceAsStream(SCRIPT)) {
      Files.copy(script, file(SCRIPT), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  Cores cores() {
    return cores;
  }

  /** The flags of the workers of the JVM, all of them. */
  List<String> flags() {
    List<String> flags = new ArrayList<>(settings.flags());
    flags.add("-XX:ActiveProcessorCount=" + settings.threads());
    return flags;
  }

  /** A file that is gone when the bench is over. */
  Path file(String name) {
    return directory.resolve(name);
  }

  Worker subject(String name) throws WorkerFailure {
    return java(List.of(), Role.SUBJECT.name(), name);
  }

  Worker peak(DType dtype) throws WorkerFailure {
    return java(APART, Role.PEAK.name(), dtype.real().name());
  }

  Worker peer(Peer peer) throws WorkerFailure {
    return peer.isPython() ? python(peer.label()) : java(List.of(), Role.COMMONS_MATH.name());
  }

  /** A worker whose entry says already what it is. */
  Worker plain() throws WorkerFailure {
    return java(List.of());
  }

  /** A worker that tells what Python has. */
  Worker python() throws WorkerFailure {
    return python(new String[0]);
  }

  private Worker java(List<String> more, String... arguments) throws WorkerFailure {
    List<String> command = new ArrayList<>(cores.prefix());
    command.add(settings.java());
    command.addAll(flags());
    command.addAll(more);
    command.addAll(settings.entry());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(HIDDEN_FLAGS);
    return start(settings.java(), builder);
  }

  private Worker python(String... arguments) throws WorkerFailure {
    String threads = Integer.toString(settings.threads());
    List<String> command = new ArrayList<>(cores.prefix());
    command.addAll(List.of(settings.python(), file(SCRIPT).toString(), threads));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    THREADS.forEach(variable -> builder.environment().put(variable, threads));
    return start(settings.python(), builder);
  }

  private Worker start(String program, ProcessBuilder builder) throws WorkerFailure {
    requireProgram(program);
    synchronized (alive) {
      requireOpen();
      Worker worker = new Worker(builder, file("worker" + started++ + ".log"));
      alive.add(worker);
      return worker;
    }
  }

  /** Stops whoever still works for a bench that was closed meanwhile. */
  void requireOpen() {
    synchronized (alive) {
      if (closed) {
        throw new CancellationException("the bench was closed");
      }
    }
  }

  /** Through {@code taskset}, a program that is not there would look like one that ended. */
  private static void requireProgram(String program) throws WorkerFailure {
    boolean path = Path.of(program).getNameCount() > 1 || Path.of(program).isAbsolute();
    Stream<String> places =
        path
            ? Stream.of(program)
            : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, program).toString());
    if (places.flatMap(place -> Stream.of(place, place + ".exe")).noneMatch(Workers::runs)) {
      throw new WorkerFailure(
          "cannot be started: there is no program " + Path.of(program).getFileName());
    }
  }

  private static boolean runs(String program) {
    return Files.isExecutable(Path.of(program)) && !Files.isDirectory(Path.of(program));
  }

  /** Ends a worker that is not needed any more. */
  void dismiss(Worker worker) {
    worker.close();
    synchronized (alive) {
      alive.remove(worker);
    }
  }

  /** Ends all workers at once and deletes the directory. May be called more than once. */
  @Override
  public void close() {
    synchronized (alive) {
      closed = true;
      alive.forEach(Worker::end);
      alive.clear();
    }
    for (int attempt = 1; Files.exists(directory); attempt++) {
      try {
        delete();
      } catch (IOException e) {
        // A worker that is just being ended, or the parent itself, may have written once more.
        if (attempt == DELETE_ATTEMPTS) {
          throw new UncheckedIOException("the temporary directory cannot be deleted", e);
        }
      }
    }
  }

  private void delete() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause(); // a file that was gone before it could be looked at
    }
  }
}
