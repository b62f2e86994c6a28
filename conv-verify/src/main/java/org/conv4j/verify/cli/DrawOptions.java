package org.conv4j.verify.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.verify.cost.Draw;
import org.conv4j.verify.measure.WorkerSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that draw calls at random and have one worker measure them. */
final class DrawOptions {
  @Option(
      names = "--rank",
      paramLabel = "N",
      description = {
        "Only this rank, from 1 to 3. May be given more than once. Default: 1, 2 and 3 in turns."
      })
  private List<Integer> ranks = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides which calls are drawn. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often a call is timed; the median counts. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description = {
        "How long other calls of the same kind warm the worker up before the first is timed."
            + " Default: ${DEFAULT-VALUE}."
      })
  private int warmUp;

  @Mixin private MeasureOptions workers;

  int rounds() {
    return rounds;
  }

  Duration warmUp() {
    return Duration.ofSeconds(warmUp);
  }

  /** Refuses numbers that are out of range. */
  void check() {
    require("--rounds", rounds, 1);
    require("--warm-up", warmUp, 0);
    for (int rank : ranks) {
      if (rank < 1 || rank > 3) {
        throw new WrongUsage("--rank must be 1, 2 or 3: " + rank);
      }
    }
  }

  static void require(String option, int value, int least) {
    if (value < least) {
      throw new WrongUsage(option + " must be at least " + least + ": " + value);
    }
  }

  /** The calls that are measured. */
  Draw draw(List<Mode> modes, List<DType> dtypes) {
    return draw(modes, dtypes, seed);
  }

  /** Other calls of the same kind. */
  Draw others(List<Mode> modes, List<DType> dtypes) {
    return draw(modes, dtypes, ~seed);
  }

  private Draw draw(List<Mode> modes, List<DType> dtypes, long start) {
    return new Draw(ranks(), modes, dtypes, start);
  }

  List<Integer> ranks() {
    return ranks.isEmpty() ? List.of(1, 2, 3) : ranks;
  }

  long seed() {
    return seed;
  }

  Optional<OutputFile> json() {
    return workers.json();
  }

  /** How to start the worker, on one core. */
  WorkerSettings settings() {
    return workers.settings("", "", 1);
  }
}
