package org.conv4j.verify.measure;

import java.io.IOException;
import java.time.Duration;

/**
 * One worker that measures by itself whatever it is asked to: a process of its own, kept to one
 * core.
 */
public final class Assistant implements AutoCloseable {
  private final Workers workers;
  private final Worker worker;

  /**
   * Starts the worker.
   *
   * @param settings which Java to start, and how
   * @param role what it does
   * @throws WorkerFailure if it cannot be started
   * @throws IOException if temporary files cannot be made
   */
  public Assistant(WorkerSettings settings, Role role) throws WorkerFailure, IOException {
    workers = new Workers(settings);
    try {
      worker = workers.java(role);
    } catch (WorkerFailure e) {
      workers.close();
      throw e.of("the Java of the worker");
    }
  }

  /**
   * Asks and waits for the answer.
   *
   * @param <T> the type of the answer
   * @param request what to do, a record
   * @param type the class of the answer, a record
   * @param limit how long that may take; the worker is ended if it takes longer
   * @return the answer, which is no error
   * @throws WorkerFailure if the worker has ended, fails or takes too long
   * @throws java.util.concurrent.CancellationException if this was closed meanwhile
   */
  public <T extends Service.Answer> T ask(Object request, Class<T> type, Duration limit)
      throws WorkerFailure {
    try {
      return worker.ask(request, type, limit);
    } catch (WorkerFailure e) {
      workers.requireOpen();
      throw e.of("the Java of the worker, with " + String.join(" ", workers.flags()) + ",");
    }
  }

  /**
   * What it runs on.
   *
   * @param java version and name of its virtual machine, as it says
   * @return that, and what the system says
   */
  public Machine machine(String java) {
    return workers.machine(java);
  }

  /** Ends the worker at once, whatever it is doing. May be called from another thread. */
  @Override
  public void close() {
    workers.close();
  }
}
