package org.conv4j.verify.certificate;

import java.util.Objects;
import java.util.Optional;
import org.conv4j.verify.law.Evidence;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Failure;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Result;

/**
 * A check and how it ended.
 *
 * @param id its identifier
 * @param level {@code must} or {@code should}
 * @param title what it checks, in one sentence
 * @param status how it ended
 * @param reason what is not claimed, or why it was skipped or not run; null if it was executed
 * @param shortened why it was tried less often than it should be; null if it was not
 * @param remark what else there is to say; null if nothing
 * @param expectation why it was expected to fail; null if it was not
 * @param seconds how long it took
 * @param proof what was done; null if nothing
 */
public record Entry(
    String id,
    String level,
    String title,
    String status,
    String reason,
    String shortened,
    String remark,
    Expectation expectation,
    double seconds,
    Proof proof) {
  /**
   * Checks that all is there.
   *
   * @param id as above
   * @param level as above
   * @param title as above
   * @param status as above
   * @param reason as above
   * @param shortened as above
   * @param remark as above
   * @param expectation as above
   * @param seconds as above
   * @param proof as above
   */
  public Entry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(title, "title");
    Status known = Status.parse(status);
    if (known.executed() != (proof != null) || known.executed() == (reason != null)) {
      throw new IllegalArgumentException(
          "what was executed has a proof, and what was not has a reason: " + id);
    }
    if ((known == Status.EXPECTED) != (expectation != null)) {
      throw new IllegalArgumentException("what was expected to fail has an expectation: " + id);
    }
  }

  static Entry of(Result result) {
    Check check = result.check();
    Outcome outcome = result.outcome();
    Outcome.Passed passed = outcome instanceof Outcome.Passed p ? p : Outcome.Passed.WHOLE;
    Status status = Status.of(outcome);
    return new Entry(
        check.id(),
        check.binding() ? "must" : "should",
        check.title(),
        status.word(),
        reason(outcome),
        passed.shortened().orElse(null),
        passed.remark().orElse(null),
        outcome instanceof Outcome.Expected e ? Expectation.of(e.expectation()) : null,
        status.executed() ? Seconds.of(result.time()) : 0,
        status.executed() ? Proof.of(result.evidence()) : null);
  }

  /** Why a check was not executed; null if it was. */
  static String reason(Outcome outcome) {
    if (outcome instanceof Outcome.NotClaimed unclaimed) {
      return unclaimed.what();
    } else if (outcome instanceof Outcome.Skipped skipped) {
      return skipped.reason();
    }
    return outcome instanceof Outcome.NotRun notRun ? notRun.reason() : null;
  }

  /** The outcome of a check that was not executed. */
  static Outcome left(Status status, String reason) {
    return switch (status) {
      case NOT_CLAIMED -> new Outcome.NotClaimed(reason);
      case SKIPPED -> new Outcome.Skipped(reason);
      case NOT_RUN -> new Outcome.NotRun(reason);
      default -> throw new IllegalArgumentException(status.word() + " has no reason");
    };
  }

  /** The result of the check; if it failed, with what was found. */
  Result restored(Check check, Optional<Failure> failure) {
    Evidence evidence = proof == null ? Evidence.none() : proof.restored();
    return new Result(check, outcome(failure), Seconds.parse(seconds), evidence);
  }

  private Outcome outcome(Optional<Failure> failure) {
    Status known = Status.parse(status);
    return switch (known) {
      case PASSED ->
          new Outcome.Passed(Optional.ofNullable(shortened), Optional.ofNullable(remark));
      case FAILED -> new Outcome.Failed(required(failure));
      case EXPECTED -> new Outcome.Expected(required(failure), expectation.restored());
      default -> left(known, reason);
    };
  }

  private Failure required(Optional<Failure> failure) {
    return failure.orElseThrow(
        () -> new IllegalArgumentException(id + " failed, and there is no failure of it"));
  }
}
