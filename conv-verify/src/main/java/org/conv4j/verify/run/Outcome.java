package org.conv4j.verify.run;

/** How a check ended. */
public sealed interface Outcome {
  /**
   * It holds.
   *
   * @param times how often it was checked
   * @param fraction the largest fraction of an error bound that was used; 0 if there was none
   */
  record Passed(int times, double fraction) implements Outcome {}

  /**
   * It does not hold.
   *
   * @param failure what was found
   */
  record Failed(Failure failure) implements Outcome {}

  /**
   * It does not apply to the subject.
   *
   * @param reason why
   */
  record Skipped(String reason) implements Outcome {}

  /**
   * The run ended before.
   *
   * @param reason why
   */
  record NotRun(String reason) implements Outcome {}
}
