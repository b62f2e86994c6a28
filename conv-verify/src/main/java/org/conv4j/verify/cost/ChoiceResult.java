package org.conv4j.verify.cost;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conv4j.verify.measure.Statistics;

/**
 * What a choice cost.
 *
 * @param call what was called
 * @param chosen the one that was chosen
 * @param candidates all that can take the call, the chosen one among them
 */
record ChoiceResult(Call call, Timed chosen, List<Timed> candidates) {
  ChoiceResult {
    candidates = List.copyOf(candidates);
  }

  /**
   * A candidate.
   *
   * @param name its name
   * @param estimate its own estimate in seconds, NaN if it gives none
   * @param rounds its times in seconds, one for each round; one alone if it was too slow to go on;
   *     empty if its estimate was too long to try
   */
  record Timed(String name, double estimate, List<Double> rounds) {
    Timed {
      rounds = List.copyOf(rounds);
    }

    boolean measured() {
      return !rounds.isEmpty();
    }

    /** The median time. */
    double seconds() {
      return Statistics.median(rounds);
    }

    private Map<String, Object> tree() {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("name", name);
      tree.put("estimateSeconds", Double.isFinite(estimate) ? estimate : null);
      tree.put("seconds", rounds);
      return tree;
    }
  }

  static ChoiceResult of(Call call, ChoiceBench.Reply reply) {
    Timed chosen =
        reply.candidates().stream()
            .filter(one -> one.name().equals(reply.chosen()))
            .findFirst()
            .orElseThrow();
    return new ChoiceResult(call, chosen, reply.candidates());
  }

  /** The fastest of those that were measured. */
  Timed best() {
    return candidates.stream()
        .filter(Timed::measured)
        .min(Comparator.comparingDouble(Timed::seconds))
        .orElse(chosen);
  }

  /** How many times as long as the best the chosen one took, at least 1. */
  double factor() {
    return chosen.seconds() / best().seconds();
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>(call.tree());
    tree.put("chosen", chosen.name());
    tree.put("best", best().name());
    tree.put("factor", factor());
    tree.put("candidates", candidates.stream().map(Timed::tree).toList());
    return tree;
  }
}
