package org.conv4j.verify.cost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
  public void warmUp(Supplier<? extends Call> draw, Duration time) throws WorkerFailure {
    long start = System.nanoTime();
    while (System.nanoTime() - start < time.toNanos()) {
      ask(draw.get(), 0);
    }
  }

  /**
   * Runs the trial.
   *
   * @param calls what is called
   * @param progress told each call when it is done
   * @return what was found out
   * @throws WorkerFailure if the worker fails
   */
  public ChoiceReport run(List<? extends Call> calls, Consumer<Call> progress)
      throws WorkerFailure {
    List<ChoiceResult> results = new ArrayList<>();
    String java = "";
    for (Call call : calls) {
      ChoiceBench.Reply reply = ask(call, rounds);
      java = reply.java();
      results.add(ChoiceResult.of(call, reply));
      progress.accept(call);
    }
    return new ChoiceReport(assistant.machine(java), rounds, results);
  }

  private ChoiceBench.Reply ask(Call call, int turns) throws WorkerFailure {
    return assistant.ask(
        ChoiceBench.Request.of(call, turns, LIMIT), ChoiceBench.Reply.class, PATIENCE);
  }
}
