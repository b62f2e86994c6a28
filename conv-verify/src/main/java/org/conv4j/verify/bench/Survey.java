package org.conv4j.verify.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

/** Finds out, before anything is measured, what there is to measure and on what it runs. */
final class Survey {
  /** How long a worker may take to start and to tell about itself. */
  private static final Duration START = Duration.ofSeconds(60);

  private static final String NO_PYTHON = "no python";

  private final Workers workers;
  private final BenchSettings settings;

  Survey(Workers workers, BenchSettings settings) {
    this.workers = workers;
    this.settings = settings;
  }

  private Map<String, String> facts(Worker worker) throws WorkerFailure {
    try {
      return worker.ask(Request.facts(), START).facts();
    } finally {
      workers.dismiss(worker);
    }
  }

  /** What Python has; the name {@link #NO_PYTHON} with the reason if there is none. */
  Map<String, String> python() {
    try {
      return facts(workers.python());
    } catch (WorkerFailure e) {
      return Map.of(NO_PYTHON, "Python " + e.getMessage());
    }
  }

  /** The peers that this machine does not have, with the reason. */
  static Map<Peer, String> missing(Map<String, String> python) {
    Map<Peer, String> missing = new EnumMap<>(Peer.class);
    for (Peer peer : Peer.values()) {
      String reason = python.getOrDefault(NO_PYTHON, python.get("missing " + peer.label()));
      if (peer.isPython() && reason != null) {
        missing.put(peer, reason);
      }
    }
    return missing;
  }

  /** What a subject claims, which its own process tells. */
  Claims claims(String subject) throws UnusableWorker {
    try {
      return Claims.of(facts(workers.subject(subject)));
    } catch (WorkerFailure e) {
      throw UnusableWorker.of(subject, e);
    }
  }

  Environment environment(Map<String, String> python) throws UnusableWorker {
    Map<String, String> java;
    try {
      java = facts(workers.peer(Peer.COMMONS_MATH));
    } catch (WorkerFailure e) {
      throw new UnusableWorker(
          "the Java of the workers, with "
              + String.join(" ", workers.flags())
              + ", "
              + e.getMessage(),
          e);
    }
    return new Environment(
        LocalDate.now(ZoneId.systemDefault()),
        Cores.model().orElse(System.getProperty("os.arch")),
        settings.threads(),
        !workers.cores().pinned().isEmpty(),
        java.get("java") + ", " + java.get("vm"),
        workers.flags(),
        python.get("python"),
        python.get("numpy"),
        python.get("scipy"),
        settings.rounds());
  }
}
