package org.conv4j.verify.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.conv4j.verify.measure.Machine;
import org.conv4j.verify.measure.Role;
import org.conv4j.verify.measure.Worker;
import org.conv4j.verify.measure.WorkerFailure;
import org.conv4j.verify.measure.WorkerSettings;
import org.conv4j.verify.measure.Workers;

/**
 * Measures subjects and peers side by side.
 *
 * <p>Every contestant of a case has a process of its own, so that no case spoils the profile of
 * another. In each round all measure, one after another; a ratio compares two times of the same
 * round.
 */
public final class Bench implements AutoCloseable {
  /** How long a worker may take to start and to tell about itself. */
  private static final Duration START = Duration.ofSeconds(60);

  private static final String SCRIPT = "peers.py";
  private static final String NO_PYTHON = "no python";

  private final Conditions conditions;
  private final Workers workers;
  private final Path script;

  /**
   * How a bench measures.
   *
   * @param workers how its workers are started
   * @param rounds how often each contestant measures
   * @param limit how long one call may take
   * @param onnxRuntime the jar of ONNX Runtime; empty if it is not measured
   */
  public record Conditions(
      WorkerSettings workers, int rounds, Duration limit, String onnxRuntime) {}

  /**
   * A bench.
   *
   * @param conditions how it measures
   * @throws IOException if there is no room for temporary files
   */
  public Bench(Conditions conditions) throws IOException {
    this.conditions = conditions;
    this.workers = new Workers(conditions.workers());
    this.script = workers.file(SCRIPT);
    try (InputStream in = Bench.class.getResourceAsStream(SCRIPT)) {
      Files.copy(in, script);
    }
  }

  /**
   * Runs cases.
   *
   * @param cases what to measure
   * @param subjects further subjects to measure, by names that workers know
   * @param progress told each case when it is done
   * @return what was found out
   * @throws WorkerFailure if a subject or the Java of the workers cannot be used at all
   * @throws IOException if operands cannot be exchanged with the workers
   * @throws java.util.concurrent.CancellationException if the bench is closed meanwhile
   */
  public BenchReport run(List<BenchCase> cases, List<String> subjects, Consumer<BenchCase> progress)
      throws WorkerFailure, IOException {
    Map<String, String> python = python();
    Machine machine = machine();
    Map<Peer, String> missing = missing(python);
    Map<String, String> versions = new LinkedHashMap<>(python);
    onnxRuntime(versions, missing);
    Map<String, SubjectFacts> known = new LinkedHashMap<>();
    for (String subject : subjects) {
      known.put(subject, subject(subject));
    }
    List<CaseResult> results = new ArrayList<>();
    for (BenchCase one : cases) {
      String own = one.method().subject();
      if (!known.containsKey(own)) {
        known.put(own, subject(own));
      }
      Map<String, SubjectFacts> entrants = new LinkedHashMap<>();
      entrants.put(own, known.get(own));
      for (String subject : subjects) {
        if (known.get(subject).admit(one)) {
          entrants.put(subject, known.get(subject));
        }
      }
      results.add(new CaseRun(one, workers, conditions, missing, script).run(entrants));
      workers.requireOpen();
      progress.accept(one);
    }
    return new BenchReport(machine, versions, conditions.rounds(), results);
  }

  private Map<String, String> facts(Worker worker) throws WorkerFailure {
    try {
      return worker.ask(Request.facts(), Reply.class, START).facts();
    } finally {
      workers.dismiss(worker);
    }
  }

  /** What Python has; the name {@link #NO_PYTHON} with the reason if there is none. */
  private Map<String, String> python() {
    try {
      return facts(workers.python(script));
    } catch (WorkerFailure e) {
      return Map.of(NO_PYTHON, "Python " + e.getMessage());
    }
  }

  /** The peers that this machine does not have, with the reason. */
  private static Map<Peer, String> missing(Map<String, String> python) {
    Map<Peer, String> missing = new EnumMap<>(Peer.class);
    for (Peer peer : Peer.values()) {
      String reason = python.getOrDefault(NO_PYTHON, python.get("missing " + peer.label()));
      if (peer.isPython() && reason != null) {
        missing.put(peer, reason);
      }
    }
    return missing;
  }

  /** Adds the version of ONNX Runtime, or why it is missing. */
  private void onnxRuntime(Map<String, String> versions, Map<Peer, String> missing) {
    Peer peer = Peer.ONNX_RUNTIME;
    if (conditions.onnxRuntime().isEmpty()) {
      missing.put(peer, "--onnxruntime does not say where it is");
      return;
    }
    try {
      Map<String, String> facts = facts(peer.start(workers, conditions, script));
      versions.put(peer.label(), facts.get(peer.label()));
    } catch (WorkerFailure e) {
      missing.put(peer, e.getMessage());
    }
  }

  /** What a subject says of itself, in its own process. */
  private SubjectFacts subject(String name) throws WorkerFailure {
    try {
      return SubjectFacts.of(facts(workers.java(Role.SUBJECT, name)));
    } catch (WorkerFailure e) {
      throw e.of(name);
    }
  }

  private Machine machine() throws WorkerFailure {
    try {
      Map<String, String> java = facts(workers.java(Role.COMMONS_MATH));
      return workers.machine(java.get("java") + ", " + java.get("vm"));
    } catch (WorkerFailure e) {
      throw e.of("the Java of the workers, with " + String.join(" ", workers.flags()) + ",");
    }
  }

  /** Ends all workers at once, whatever they are doing, and deletes all temporary files. */
  @Override
  public void close() {
    workers.close();
  }
}
