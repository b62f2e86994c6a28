package org.conv4j.verify.cost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.conv4j.verify.measure.Assistant;
import org.conv4j.verify.measure.WorkerFailure;

/** Draws calls, and has the automatic choice timed for each. */
public final class ChoiceTrial {
  /** In seconds: candidates with a longer estimate may go unmeasured. */
  static final double LIMIT = 20;

  /** How long one call may occupy the worker: an estimate may be wrong. */
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private final Assistant assistant;
  private final int rounds;

  /**
   * A trial.
   *
   * @param assistant a worker that serves a {@link ChoiceBench}
   * @param rounds how often each candidate measures
   */
  public ChoiceTrial(Assistant assistant, int rounds) {
    this.assistant = assistant;
    this.rounds = rounds;
  }

  /**
   * Warms the worker up with calls of the kind that will be measured.
   *
   * @param draw gives the calls
   * @param time how long
   * @throws WorkerFailure if the worker fails
   */
  public void warmUp(Draw draw, Duration time) throws WorkerFailure {
    long start = System.nanoTime();
    while (System.nanoTime() - start < time.toNanos()) {
      ask(draw.next(), 0);
    }
  }

  /**
   * Runs the trial.
   *
   * @param draw gives the calls
   * @param count how many
   * @param progress told each call when it is done
   * @return what was found out
   * @throws WorkerFailure if the worker fails
   */
  public ChoiceReport run(Draw draw, int count, Consumer<Sample> progress) throws WorkerFailure {
    List<ChoiceResult> results = new ArrayList<>();
    String java = "";
    for (int i = 0; i < count; i++) {
      Sample sample = draw.next();
      ChoiceBench.Reply reply = ask(sample, rounds);
      java = reply.java();
      results.add(ChoiceResult.of(sample, reply));
      progress.accept(sample);
    }
    return new ChoiceReport(assistant.machine(java), rounds, results);
  }

  private ChoiceBench.Reply ask(Sample sample, int turns) throws WorkerFailure {
    return assistant.ask(
        new ChoiceBench.Request(sample, turns, LIMIT), ChoiceBench.Reply.class, PATIENCE);
  }
}
