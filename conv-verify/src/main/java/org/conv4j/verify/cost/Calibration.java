package org.conv4j.verify.cost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.conv4j.verify.measure.Assistant;
import org.conv4j.verify.measure.Machine;
import org.conv4j.verify.measure.Statistics;
import org.conv4j.verify.measure.WorkerFailure;

/** Draws calls, has them timed, and fits the constants of models to the times. */
public final class Calibration {
  /** How long one call may occupy the worker: an estimate may be wrong. */
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  /** The most calls to draw for each that is wanted, because models decline long ones. */
  private static final int DRAWS = 100;

  /** How many calls of each model are measured again at the end. */
  private static final int AGAIN = 20;

  private final Lab lab;
  private final Function<String, Machine> machine;
  private final int rounds;
  private final double most;
  private final CalibrationBench.Reply found;

  /** Where measurements are made. */
  interface Lab {
    CalibrationBench.Reply ask(CalibrationBench.Request request) throws WorkerFailure;
  }

  /**
   * A calibration.
   *
   * @param assistant a worker that serves a {@link CalibrationBench}
   * @param rounds how often each call is timed
   * @param most how long a call may take by the estimate in use, in seconds
   * @throws WorkerFailure if the worker fails
   */
  public Calibration(Assistant assistant, int rounds, double most) throws WorkerFailure {
    this(
        request -> assistant.ask(request, CalibrationBench.Reply.class, PATIENCE),
        assistant::machine,
        rounds,
        most);
  }

  Calibration(Lab lab, Function<String, Machine> machine, int rounds, double most)
      throws WorkerFailure {
    this.lab = lab;
    this.machine = machine;
    this.rounds = rounds;
    this.most = most;
    this.found = lab.ask(CalibrationBench.Request.models());
  }

  /**
   * The models there are.
   *
   * @return the names of their convolvers
   */
  public List<String> models() {
    return found.models().stream().map(CalibrationBench.Model::convolver).toList();
  }

  /**
   * Warms the worker up with calls of the kind that will be measured, of all models in turns.
   *
   * @param names whose models
   * @param draw gives the calls
   * @param time how long
   * @throws WorkerFailure if the worker fails
   */
  public void warmUp(List<String> names, Draw draw, Duration time) throws WorkerFailure {
    long start = System.nanoTime();
    while (System.nanoTime() - start < time.toNanos()) {
      Sample sample = draw.next();
      for (String name : names) {
        lab.ask(new CalibrationBench.Request(name, sample, 0, most));
      }
    }
  }

  /**
   * Measures and fits.
   *
   * @param names whose models
   * @param draws gives the calls, those of each model from the first on
   * @param count how many calls of each model
   * @param progress told each call when it is done
   * @return what was found out
   * @throws WorkerFailure if the worker fails
   */
  public CalibrationReport run(
      List<String> names, Supplier<Draw> draws, int count, Consumer<Sample> progress)
      throws WorkerFailure {
    Map<String, List<ModelFit.Measured>> measured = new LinkedHashMap<>();
    for (String name : names) {
      measured.put(name, measure(name, draws.get(), count, progress));
    }
    List<ModelFit> fits = new ArrayList<>();
    for (CalibrationBench.Model model : found.models()) {
      List<ModelFit.Measured> some = measured.get(model.convolver());
      if (some != null) {
        fits.add(ModelFit.of(model, some, drift(model.convolver(), some)));
      }
    }
    return new CalibrationReport(machine.apply(found.java()), rounds, fits);
  }

  private List<ModelFit.Measured> measure(
      String name, Draw draw, int count, Consumer<Sample> progress) throws WorkerFailure {
    List<ModelFit.Measured> measured = new ArrayList<>();
    for (int i = 0; i < DRAWS * count && measured.size() < count; i++) {
      Sample sample = draw.next();
      CalibrationBench.Reply reply =
          lab.ask(new CalibrationBench.Request(name, sample, rounds, most));
      if (!reply.counts().isEmpty()) {
        measured.add(new ModelFit.Measured(sample, reply.counts(), reply.seconds()));
        progress.accept(sample);
      }
    }
    return measured;
  }

  /** How much longer the first calls take now than they did then, as a factor; the median. */
  private double drift(String name, List<ModelFit.Measured> then) throws WorkerFailure {
    List<Double> ratios = new ArrayList<>();
    for (ModelFit.Measured one : then.subList(0, Math.min(AGAIN, then.size()))) {
      CalibrationBench.Reply now =
          lab.ask(new CalibrationBench.Request(name, one.sample(), rounds, most));
      ratios.add(Statistics.median(now.seconds()) * 1e9 / one.nanos());
    }
    return Statistics.median(ratios);
  }
}
