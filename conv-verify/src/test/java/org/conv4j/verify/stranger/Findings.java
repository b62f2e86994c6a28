package org.conv4j.verify.stranger;

import java.util.List;

/**
 * What the kit found out about a stranger.
 *
 * @param claims what it claims
 * @param verdict the verdict
 * @param laws how laws ended
 * @param vectors how golden vectors ended
 * @param deviations what failed
 */
record Findings(
    String claims, String verdict, Counts laws, Counts vectors, List<Deviation> deviations) {
  /**
   * How often what happened.
   *
   * @param passed what holds
   * @param failed what does not
   * @param notRun what the run did not come to
   * @param rest what is not about this subject: not claimed, or skipped for another reason
   */
  record Counts(long passed, long failed, long notRun, long rest) {
    @Override
    public String toString() {
      String late = notRun == 0 ? "" : ", " + notRun + " not run";
      return passed + " passed, " + failed + " failed, " + rest + " not claimed" + late;
    }
  }
}
