package org.conv4j.verify.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The findings about one case.
 *
 * @param one the case
 * @param subjects in the order asked for
 * @param peers all that the case admits, including those that were not measured
 * @param peak how many multiply-adds a core can make
 */
record CaseResult(BenchCase one, List<Measurement> subjects, List<Measurement> peers, Peak peak) {
  /**
   * How many multiply-adds a core can do.
   *
   * @param rates in a second, for each round; empty if that was not measured
   * @param trouble why the calibration loop failed; empty if it did not
   */
  record Peak(List<Double> rates, String trouble) {
    static final Peak NONE = new Peak(List.of(), "");

    Peak {
      rates = List.copyOf(rates);
    }

    static Peak of(double multiplyAdds, Measurement calibration) {
      return new Peak(
          calibration.seconds().stream().map(seconds -> multiplyAdds / seconds).toList(),
          calibration.reason());
    }
  }

  CaseResult {
    subjects = List.copyOf(subjects);
    peers = List.copyOf(peers);
  }

  /** The peer with the smallest median. */
  Optional<Measurement> fastestPeer() {
    return peers.stream()
        .filter(Measurement::measured)
        .min(Comparator.comparingDouble(Measurement::median));
  }

  /**
   * The time of the fastest peer divided by that of a subject, for each round; empty if there is no
   * peer.
   */
  List<Double> ratios(Measurement subject) {
    if (!subject.measured() || fastestPeer().isEmpty()) {
      return List.of();
    }
    List<Double> peer = fastestPeer().orElseThrow().seconds();
    return IntStream.range(0, peer.size())
        .mapToObj(round -> peer.get(round) / subject.seconds().get(round))
        .toList();
  }

  /** The share of the peak that a subject reaches, for each round; empty if there is no peak. */
  List<Double> fractions(Measurement subject) {
    if (!subject.measured() || peak.rates().isEmpty()) {
      return List.of();
    }
    return IntStream.range(0, peak.rates().size())
        .mapToObj(
            round -> one.multiplyAdds() / subject.seconds().get(round) / peak.rates().get(round))
        .toList();
  }
}
