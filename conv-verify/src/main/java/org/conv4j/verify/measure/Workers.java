package org.conv4j.verify.measure;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** Starts workers, and keeps the directory through which they exchange arrays with the parent. */
public final class Workers implements AutoCloseable {
  private static final int DELETE_ATTEMPTS = 20;

  /** Variables that change what Java does without appearing among its flags. */
  private static final List<String> HIDDEN_FLAGS =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private static final List<String> THREADS =
      List.of(
          "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS");

  private final WorkerSettings settings;
  private final Cores cores;
  private final Path directory;
  private final Set<Worker> alive = new HashSet<>();
  private int started;
  private boolean closed;

  /**
   * Nothing is started yet.
   *
   * @param settings how to start workers
   * @throws IOException if there is no room for temporary files
   */
  public Workers(WorkerSettings settings) throws IOException {
    this.settings = settings;
    this.cores = Cores.last(settings.threads());
    this.directory = Files.createTempDirectory("conv4j-bench");
  }

  /**
   * What workers run on.
   *
   * @param java version and name of their virtual machine, as one of them says
   * @return that, and what the system says
   */
  public Machine machine(String java) {
    return new Machine(
        LocalDate.now(ZoneId.systemDefault()).toString(),
        Cores.model().orElse(System.getProperty("os.arch")),
        settings.threads(),
        !cores.pinned().isEmpty(),
        java,
        flags());
  }

  /**
   * The flags of the workers of the JVM.
   *
   * @return all of them
   */
  public List<String> flags() {
    List<String> flags = new ArrayList<>(settings.flags());
    flags.add("-XX:ActiveProcessorCount=" + settings.threads());
    return flags;
  }

  /**
   * A file that is gone when this is closed.
   *
   * @param name its name
   * @return its path
   */
  public Path file(String name) {
    return directory.resolve(name);
  }

  /**
   * Starts a worker of the JVM.
   *
   * @param role what it does
   * @param arguments what follows the role
   * @return the worker
   * @throws WorkerFailure if it cannot be started
   */
  public Worker java(Role role, String... arguments) throws WorkerFailure {
    return java(List.of(), role, arguments);
  }

  /**
   * Starts a worker of the JVM that has flags of its own.
   *
   * @param more its own flags
   * @param role what it does
   * @param arguments what follows the role
   * @return the worker
   * @throws WorkerFailure if it cannot be started
   */
  public Worker java(List<String> more, Role role, String... arguments) throws WorkerFailure {
    List<String> command = new ArrayList<>(cores.prefix());
    command.add(settings.java());
    command.addAll(flags());
    command.addAll(more);
    command.addAll(settings.entry());
    command.add(role.name());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(HIDDEN_FLAGS);
    return start(settings.java(), builder);
  }

  /**
   * Starts a worker of Python.
   *
   * @param script its program, which is told the number of threads first
   * @param arguments what follows that number
   * @return the worker
   * @throws WorkerFailure if it cannot be started
   */
  public Worker python(Path script, String... arguments) throws WorkerFailure {
    String threads = Integer.toString(settings.threads());
    List<String> command = new ArrayList<>(cores.prefix());
    command.addAll(List.of(settings.python(), script.toString(), threads));
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

  /**
   * Stops whoever still works with these workers after they were closed.
   *
   * @throws CancellationException if this was closed
   */
  public void requireOpen() {
    synchronized (alive) {
      if (closed) {
        throw new CancellationException("the workers were ended");
      }
    }
  }

  /** With {@code taskset}, a missing program would look like one that ended. */
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

  /**
   * Ends a worker that is not needed any more.
   *
   * @param worker one of these
   */
  public void dismiss(Worker worker) {
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
