package org.conv4j.verify.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerConvolver;
import org.conv4j.verify.law.ConvolverSubject;
import org.conv4j.verify.layer.law.LayerSubject;
import org.conv4j.verify.subject.Claims;
import org.conv4j.verify.subject.Evidence;
import org.conv4j.verify.subject.Subject;

/**
 * Makes checks against one subject, each on a thread of its own. A subject that hangs costs that
 * check and not the run. So does one that calls {@code System.exit}, if something keeps the JVM
 * from ending, as the command line does.
 */
public final class Runner {
  /**
   * A subject that has hung this often will go on hanging, and its threads keep the processors
   * busy.
   */
  private static final int MOST_HANGS = 3;

  /** A thread that gets less than this fraction of a processor is waiting, not computing. */
  private static final int LEAST_SHARE = 50;

  /** However busy the machine is, no call is waited for longer than this many times the limit. */
  private static final int MOST_LIMITS = 10;

  private static final long SHORTEST_WAIT_NANOS = 50_000_000;

  /** How long it may take to notice that the subject called {@code System.exit}. */
  private static final long LONGEST_WAIT_NANOS = 250_000_000;

  private static final long NO_DEADLINE = Long.MAX_VALUE;

  private final Supplier<Subject> subjects;
  private final String name;
  private final Claims claims;
  private final Settings settings;
  private int hangs;

  /**
   * A runner for a convolver. Asks it for its name and its claims, once.
   *
   * @param convolver the convolver under test
   * @param settings how to go about it
   * @throws NullPointerException if the convolver, its name or its claims are null
   */
  public Runner(Convolver convolver, Settings settings) {
    Objects.requireNonNull(convolver, "the convolver under test is null");
    this.name = Objects.requireNonNull(convolver.name(), "name() returned null");
    Capabilities own = claimed(convolver.capabilities());
    this.claims = new Claims.OfConvolver(own);
    this.subjects = () -> new ConvolverSubject(convolver, own);
    this.settings = settings;
  }

  private Runner(LayerConvolver layers, Settings settings) {
    Objects.requireNonNull(layers, "the layer convolver under test is null");
    this.name = Objects.requireNonNull(layers.name(), "name() returned null");
    LayerCapabilities own = claimed(layers.capabilities());
    this.claims = new Claims.OfLayers(own);
    this.subjects = () -> new LayerSubject(layers, own);
    this.settings = settings;
  }

  /**
   * A runner for an implementation of layers. Asks it for its name and its claims, once.
   *
   * @param layers the implementation under test
   * @param settings how to go about it
   * @return the runner
   * @throws NullPointerException if the implementation, its name or its claims are null
   */
  public static Runner ofLayers(LayerConvolver layers, Settings settings) {
    return new Runner(layers, settings);
  }

  private static <T> T claimed(T capabilities) {
    return Objects.requireNonNull(capabilities, "capabilities() returned null");
  }

  /**
   * The subject's name.
   *
   * @return what it called itself
   */
  public String name() {
    return name;
  }

  /**
   * The subject's claims.
   *
   * @return what it claimed
   */
  public Claims claims() {
    return claims;
  }

  /**
   * The subject, as laws see it.
   *
   * @return a fresh one, to which nothing was done
   */
  public Subject subject() {
    return subjects.get();
  }

  /**
   * Makes checks one after another, none of which is expected to fail.
   *
   * @param checks what to check
   * @param progress told each result as it comes
   * @return a report with one result for each check
   */
  public Report run(List<Check> checks, Consumer<Result> progress) {
    return run(Plan.of(checks), progress);
  }

  /**
   * Makes the checks of a plan one after another.
   *
   * @param plan what to check
   * @param progress told each result as it comes
   * @return a report with one result for each check of the plan
   */
  public Report run(Plan plan, Consumer<Result> progress) {
    Instant started = Instant.now();
    long start = System.nanoTime();
    Timetable timetable = new Timetable(plan.checks(), settings.budget(), start);
    List<Optional<String>> reasons = plan.reasons(settings.effort());
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < reasons.size(); i++) {
      Check check = plan.checks().get(i);
      Result result =
          reasons.get(i).isPresent()
              ? Result.without(check, new Outcome.Skipped(reasons.get(i).get()))
              : timetable.isOver()
                  ? Result.without(check, new Outcome.NotRun("the time budget was spent"))
                  : run(check, timetable.deadline(check));
      timetable.done(check);
      Outcome judged = plan.expected().judge(check, result.outcome(), plan.today());
      Result told = new Result(check, judged, result.time(), result.evidence());
      results.add(told);
      progress.accept(told);
    }
    return new Report(
        name,
        claims,
        settings,
        plan.selection(),
        plan.expected(),
        List.of(Runtime.version().toString()),
        started,
        Duration.ofNanos(System.nanoTime() - start),
        plan.expected().stale(results),
        results);
  }

  /**
   * Makes one check.
   *
   * @param check what to check
   * @return the result; not run if the subject has hung too often
   */
  public Result run(Check check) {
    return run(check, NO_DEADLINE);
  }

  private Result run(Check check, long deadline) {
    if (check.subjects() != claims.kind()) {
      throw new IllegalArgumentException(
          String.format(
              "%s is about a %s, and %s is a %s",
              check.id(), check.subjects().noun(), name, claims.kind().noun()));
    }
    if (hangs >= MOST_HANGS) {
      return Result.without(
          check,
          new Outcome.NotRun("the subject did not return from " + hangs + " earlier checks"));
    }
    long start = System.nanoTime();
    Subject subject = subjects.get();
    Outcome outcome = watch(check, subject, new Pulse(check.token(), deadline));
    Evidence evidence = subject.evidence();
    return new Result(check, outcome, Duration.ofNanos(System.nanoTime() - start), evidence);
  }

  private Outcome watch(Check check, Subject subject, Pulse pulse) {
    AtomicReference<Outcome> outcome = new AtomicReference<>();
    Thread thread =
        new Thread(() -> outcome.set(guarded(check, subject, pulse)), "conv4j-check-" + check.id());
    thread.setDaemon(true);
    thread.start();
    Optional<String> lost = await(thread, pulse);
    if (lost.isPresent()) {
      pulse.stop();
      thread.interrupt();
      hangs++;
      return new Outcome.Failed(failure(lost.get(), pulse, Optional.empty()));
    }
    return outcome.get();
  }

  private Outcome guarded(Check check, Subject subject, Pulse pulse) {
    try {
      return check.check(subject, settings, pulse);
    } catch (Throwable e) { // laws catch what the subject throws; this is what they could not
      return new Outcome.Failed(failure("the check ended with " + e, pulse, Optional.of(e)));
    }
  }

  /** Waits until the thread is done, or says why it never will be. */
  private Optional<String> await(Thread thread, Pulse pulse) {
    try {
      while (true) {
        long wait = Math.min(Math.max(left(pulse.last()), SHORTEST_WAIT_NANOS), LONGEST_WAIT_NANOS);
        thread.join(wait / 1_000_000 + 1);
        if (!thread.isAlive()) {
          return Optional.empty();
        }
        // Only now: most checks are over by then, and looking at a thread stops all of Java.
        Optional<String> exit = Exits.by(thread);
        if (exit.isPresent()) {
          return Optional.of(
              "the subject ended the Java virtual machine: System.exit was called at "
                  + exit.get());
        }
        Pulse.Beat beat = pulse.last();
        if (left(beat) <= 0 && !computes(beat)) {
          return Optional.of(hung());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("the run was interrupted");
    }
  }

  /** How long a call may still take, in nanoseconds. */
  private long left(Pulse.Beat beat) {
    return beat.since() + settings.limit().toNanos() - System.nanoTime();
  }

  /**
   * Whether a call beyond the limit is only waiting for a processor that others use: it has had
   * some of the time, and less than the limit.
   */
  private boolean computes(Pulse.Beat beat) {
    long wall = System.nanoTime() - beat.since();
    long limit = settings.limit().toNanos();
    long cpu = beat.cpuNanos();
    return cpu > wall / LEAST_SHARE && cpu < limit && wall < MOST_LIMITS * limit;
  }

  private String hung() {
    return "the subject did not return within "
        + BigDecimal.valueOf(settings.limit().toMillis(), 3).stripTrailingZeros().toPlainString()
        + " s";
  }

  private static Failure failure(String what, Pulse pulse, Optional<Throwable> cause) {
    return new Failure(
        what,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        pulse.last().token(),
        cause);
  }
}
