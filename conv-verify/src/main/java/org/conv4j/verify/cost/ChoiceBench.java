package org.conv4j.verify.cost;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Choice;
import org.conv4j.api.Convolver;
import org.conv4j.api.Convolvers;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerConvolvers;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.measure.Service;

/**
 * Measures every candidate of an automatic choice, in a process that holds them all and calls them
 * in turns, as a program that leaves the choice to the library does.
 */
public final class ChoiceBench implements Service.Clerk<ChoiceBench.Request> {
  /**
   * How many times slower than another counts as slow, both by estimate and by a first impression.
   */
  private static final double SLOW = 10;

  /** In nanoseconds: calls with a longer estimate do not warm up. */
  private static final double WARM_UP_NANOS = 1e8;

  /**
   * What is asked.
   *
   * @param sample the convolution; null if a layer is asked for
   * @param layer the layer; null if a convolution is asked for
   * @param rounds how often each candidate measures; 0 to call each for a moment, to warm up
   * @param limit a candidate whose estimate is more seconds may go unmeasured
   */
  public record Request(Sample sample, LayerSample layer, int rounds, double limit) {
    static Request of(Call call, int rounds, double limit) {
      return call instanceof LayerSample layer
          ? new Request(null, layer, rounds, limit)
          : new Request((Sample) call, null, rounds, limit);
    }
  }

  /**
   * The answer.
   *
   * @param error why there is none
   * @param java version and name of the virtual machine
   * @param chosen the name of the convolver that was chosen
   * @param candidates all that can take the call
   */
  record Reply(String error, String java, String chosen, List<ChoiceResult.Timed> candidates)
      implements Service.Answer {}

  private final Chooser chooser;

  /** What chooses. */
  interface Chooser {
    /** As {@link Convolvers#choose}. */
    Choice<Convolver> choose(Shape in1, Shape in2, Mode mode, DType dtype);
  }

  /** Measures what the library chooses among the convolvers that are present. */
  public ChoiceBench() {
    this((in1, in2, mode, dtype) -> Convolvers.choose(in1, in2, mode, dtype, Accuracy.NORMWISE));
  }

  ChoiceBench(Chooser chooser) {
    this.chooser = chooser;
  }

  @Override
  public Reply answer(Request request) {
    Candidates candidates = request.layer() == null ? of(request.sample()) : of(request.layer());
    List<Racer> racers = candidates.racers();
    if (request.rounds() == 0) {
      warmUp(racers);
    } else {
      race(racers, candidates.chosen(), request);
    }
    return new Reply(
        null,
        System.getProperty("java.version") + ", " + System.getProperty("java.vm.name"),
        candidates.chosen(),
        racers.stream()
            .map(one -> new ChoiceResult.Timed(one.name, one.estimate, one.seconds))
            .toList());
  }

  /** One candidate in one call. */
  private static final class Racer {
    final String name;
    final double estimate;
    final Timing timing;
    List<Double> seconds = List.of();
    double impression = Double.NaN;

    Racer(String name, double estimate, Timing timing) {
      this.name = name;
      this.estimate = estimate;
      this.timing = timing;
    }
  }

  /**
   * What there is to choose between.
   *
   * @param chosen the name of the one that is chosen
   * @param racers those that can take the call, the lowest estimate first
   */
  private record Candidates(String chosen, List<Racer> racers) {}

  private Candidates of(Sample sample) {
    NdArray in1 = sample.first();
    NdArray in2 = sample.second();
    return candidates(
        chooser.choose(in1.shape(), in2.shape(), sample.mode(), sample.dtype()),
        Convolver::name,
        convolver -> convolver.convolve(in1, in2, sample.mode()));
  }

  private static Candidates of(LayerSample layer) {
    NdArray input = layer.inputArray();
    NdArray weights = layer.weightsArray();
    return candidates(
        LayerConvolvers.choose(
            input.shape(), weights.shape(), layer.options(), layer.dtype(), Accuracy.NORMWISE),
        LayerConvolver::name,
        convolver -> convolver.convolve(input, weights, null, layer.options()));
  }

  private static <C> Candidates candidates(
      Choice<C> choice, Function<C, String> name, Function<C, NdArray> call) {
    List<Racer> racers = new ArrayList<>();
    for (Choice.Candidate<C> candidate : choice.candidates()) {
      if (candidate.refusal().isEmpty()) {
        C convolver = candidate.convolver();
        racers.add(
            new Racer(
                candidate.name(),
                candidate.estimateNanos() * 1e-9,
                new Timing(() -> call.apply(convolver))));
      }
    }
    racers.sort(Comparator.comparingDouble(one -> one.estimate));
    return new Candidates(name.apply(choice.convolver()), racers);
  }

  private static void warmUp(List<Racer> racers) {
    for (Racer racer : racers) {
      if (!(racer.estimate * 1e9 > WARM_UP_NANOS)) {
        racer.timing.warmUp();
      }
    }
  }

  /** All measure in turns, another one first in each round. */
  private static void race(List<Racer> racers, String chosen, Request request) {
    List<Racer> racing = new ArrayList<>();
    for (Racer racer : racers) {
      double fastest = fastest(racers);
      boolean tooLong = racer.estimate > request.limit() && racer.estimate > SLOW * fastest;
      if (!tooLong || racer.name.equals(chosen)) {
        racer.impression = racer.timing.impression();
        racing.add(racer);
      }
    }
    double fastest = fastest(racers);
    double least = racers.get(0).estimate;
    for (Racer racer : List.copyOf(racing)) {
      if (racer.impression > SLOW * fastest && racer.estimate > SLOW * least) {
        racer.seconds = List.of(racer.impression);
        racing.remove(racer);
      } else {
        racer.timing.warmUp();
        racer.seconds = racer.timing.seconds();
      }
    }
    for (int round = 0; round < request.rounds(); round++) {
      racing.forEach(racer -> racer.timing.measure());
      Collections.rotate(racing, -1);
    }
  }

  /** The least of the first impressions so far; NaN if there are none. */
  private static double fastest(List<Racer> racers) {
    return racers.stream()
        .mapToDouble(racer -> racer.impression)
        .filter(seconds -> !Double.isNaN(seconds))
        .min()
        .orElse(Double.NaN);
  }
}
