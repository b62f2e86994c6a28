package org.conv4j.verify.cost;

import java.util.List;
import org.conv4j.verify.bench.Answer;

/**
 * The findings of a {@link ChoiceBench} about a call.
 *
 * @param error why it could not
 * @param java version and name of the virtual machine
 * @param chosen the name of the convolver that was chosen
 * @param candidates all that can take the call
 */
record ChoiceReply(String error, String java, String chosen, List<Candidate> candidates)
    implements Answer {
  /**
   * One that can take the call.
   *
   * @param name the name of the convolver
   * @param estimateSeconds its own estimate, NaN if it gives none
   * @param seconds its times, one for each round; only one if it was too slow to go on; empty if
   *     its estimate was too long to try
   */
  record Candidate(String name, double estimateSeconds, List<Double> seconds) {}
}
