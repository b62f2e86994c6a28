package org.conv4j.verify.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conv4j.verify.bench.Measurement.Fate;
import org.conv4j.verify.measure.MemoryMeter.Memory;
import org.conv4j.verify.measure.Worker;
import org.conv4j.verify.measure.WorkerFailure;
import org.conv4j.verify.measure.Workers;

/** A contestant in one case: its worker, and its state so far. */
final class Contender {
  /** In seconds: calls that take longer are timed once in each round. */
  private static final double LONG = 1;

  /** How long a contestant measures in each round, in seconds. */
  private static final double TURN = 0.2;

  /** The least number of batches in each round. */
  private static final int BATCHES = 3;

  /** The least number of warm-up calls, unless they are long. */
  private static final int WARM_CALLS = 20;

  /** What a worker needs besides the calls themselves. */
  private static final Duration MARGIN = Duration.ofSeconds(15);

  private final String name;
  private final Duration limit;
  private final double warmUp;
  private final List<Double> seconds = new ArrayList<>();
  private Worker worker;
  private String description;
  private Fate fate = Fate.MEASURED;
  private String reason = "";
  private boolean slow;
  private Optional<Memory> memory = Optional.empty();

  /**
   * A contestant that has not started yet.
   *
   * @param name what tables call it
   * @param limit how long one call may take
   * @param warmUp how long it warms up at least, in seconds
   */
  Contender(String name, Duration limit, double warmUp) {
    this.name = name;
    this.description = name;
    this.limit = limit;
    this.warmUp = warmUp;
  }

  /** Starts a process; notes what it throws. */
  interface Start {
    Worker worker() throws WorkerFailure;
  }

  /** Sends a request to a worker; notes what it throws. */
  private interface Step<T> {
    T of(Worker worker) throws WorkerFailure;
  }

  void start(Start start) {
    if (inRace()) {
      try {
        worker = start.worker();
      } catch (WorkerFailure e) {
        drop(Fate.FAILED, e.getMessage());
      }
    }
  }

  private <T> T step(Step<T> step) {
    if (inRace()) {
      try {
        return step.of(worker);
      } catch (WorkerFailure e) {
        drop(Fate.FAILED, e.getMessage());
      }
    }
    return null;
  }

  void load(Request load) {
    step(at -> at.ask(load, Reply.class, limit.plus(MARGIN)));
  }

  /** Asks what it is; null if it does not say. */
  Reply facts() {
    return step(at -> at.ask(Request.facts(), Reply.class, limit.plus(MARGIN)));
  }

  /** Makes one call and writes its result; null if that fails. */
  Reply compute(String output) {
    return step(at -> at.ask(Request.compute(output), Reply.class, limit));
  }

  void warmUp() {
    Reply reply =
        step(at -> at.ask(Request.warm(warmUp, WARM_CALLS), Reply.class, limit.plus(MARGIN)));
    slow = reply != null && reply.seconds() > LONG;
  }

  /** Takes its turn in a round. */
  void measure() {
    Request request = slow ? Request.measure(0, 1) : Request.measure(TURN, BATCHES);
    Reply reply = step(at -> at.ask(request, Reply.class, limit.plus(MARGIN)));
    if (reply != null) {
      seconds.add(reply.seconds());
    }
  }

  /** Measures how much memory a call takes. */
  void weigh() {
    Reply reply = step(at -> at.ask(Request.memory(), Reply.class, limit.plus(MARGIN)));
    memory = Optional.ofNullable(reply == null ? null : reply.memory());
  }

  /** Removes it from the race; the first reason is kept. */
  void drop(Fate why, String because) {
    if (inRace()) {
      fate = why;
      reason = because;
      seconds.clear();
    }
  }

  boolean inRace() {
    return fate == Fate.MEASURED;
  }

  void describe(String text) {
    description = text;
  }

  String name() {
    return name;
  }

  List<Double> seconds() {
    return seconds;
  }

  void dismiss(Workers workers) {
    if (worker != null) {
      workers.dismiss(worker);
      worker = null;
    }
  }

  Measurement measurement() {
    return new Measurement(name, description, fate, reason, seconds, memory);
  }
}
