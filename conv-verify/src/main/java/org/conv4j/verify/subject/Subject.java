package org.conv4j.verify.subject;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.conv4j.api.Accuracy;
import org.conv4j.verify.operand.Place;
import org.conv4j.verify.oracle.ExactResult;

/**
 * An implementation under test, as those see it who count and compare: its claims, the time spent
 * in it, and the evidence of what was done. What can be asked of it is up to its kind.
 */
public abstract class Subject {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Claims claimed;
  private final Ledger ledger = new Ledger();
  private final AtomicLong spentNanos = new AtomicLong();
  private Runnable aroundCall = () -> {};

  /**
   * A subject to which nothing was done.
   *
   * @param claimed what it claims
   */
  protected Subject(Claims claimed) {
    this.claimed = Objects.requireNonNull(claimed, "claims");
  }

  /**
   * What the subject claims.
   *
   * @return the claims
   */
  public final Claims claimed() {
    return claimed;
  }

  /**
   * The class of error bound that is claimed.
   *
   * @return the class
   */
  public final Accuracy accuracy() {
    return claimed.accuracy();
  }

  /**
   * Does something before and after each call from now on, so that the subject's time can be told
   * from the kit's.
   *
   * @param action may throw to end the check
   */
  public final void aroundCalls(Runnable action) {
    aroundCall = action;
  }

  /** Notes a call that is made by other means. */
  public final void aroundCall() {
    aroundCall.run();
  }

  /**
   * Makes a call and notes the time it takes.
   *
   * @param <T> what it returns
   * @param call the call
   * @return what the subject returned
   */
  protected final <T> T timed(Supplier<T> call) {
    long start = threadNanos();
    try {
      return call.get();
    } finally {
      spentNanos.addAndGet(threadNanos() - start);
    }
  }

  /**
   * The processor time of this thread if it can be had; wall-clock time includes everybody else's.
   */
  private static long threadNanos() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  /**
   * The time spent in the subject so far.
   *
   * @return nanoseconds of processor time of the threads that called it
   */
  public final long spentNanos() {
    return spentNanos.get();
  }

  /**
   * Notes how much of a bound an error used.
   *
   * @param fraction error divided by bound
   */
  public final void used(double fraction) {
    ledger.used(fraction);
  }

  /**
   * Notes that a check begins.
   *
   * @param place the kind of call and its rank
   * @param regime what the elements of the operands look like
   */
  public final void begin(Place place, String regime) {
    ledger.begin(place, regime);
  }

  /**
   * Notes what a comparison with the exact result found.
   *
   * @param exact the exact result
   * @param fractions how much of the bound of each class the error used
   */
  public final void observed(ExactResult exact, Map<Accuracy, Double> fractions) {
    fractions.forEach(ledger::used);
    Accuracy accuracy = accuracy();
    ledger.observed(
        exact.dtype(), exact.terms(), fractions.get(accuracy), exact.boundInRoundoffs(accuracy));
  }

  /**
   * What was done so far.
   *
   * @return a snapshot
   */
  public final Evidence evidence() {
    return ledger.evidence();
  }

  /**
   * The largest fraction of an error bound that was noted.
   *
   * @return 0 if there was none
   */
  public final double largestFraction() {
    return ledger.largestFraction();
  }
}
