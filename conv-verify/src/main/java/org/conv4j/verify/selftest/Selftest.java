package org.conv4j.verify.selftest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.conv4j.verify.layer.mutant.LayerMutant;
import org.conv4j.verify.mutant.Faulty;
import org.conv4j.verify.mutant.Flaw;
import org.conv4j.verify.mutant.Mutant;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;

/** Checks laws on mutants, several at a time, each pair on a fresh convolver. */
public final class Selftest implements AutoCloseable {
  /** A mutant that hangs does so asleep, so many can hang at a time. */
  private static final int SLEEPERS = 8;

  private static final Duration LIMIT_OF_SLEEPERS = Duration.ofSeconds(2);

  private final List<Faulty> mutants;
  private final List<Check> laws;
  private final Consumer<String> progress;
  private final ExecutorService workers;
  private final ExecutorService sleepers = pool(SLEEPERS);

  /**
   * A check of the kit itself.
   *
   * @param mutants what must be killed
   * @param laws identifiers of the laws that must kill them
   * @param threads how many pairs are checked at a time
   * @param progress told the identifier of a mutant for each pair, and for each further seed once a
   *     mutant is finished; from any thread
   */
  public Selftest(
      List<? extends Faulty> mutants, List<String> laws, int threads, Consumer<String> progress) {
    this.mutants = List.copyOf(mutants);
    this.laws =
        mutants.stream()
            .map(Faulty::kind)
            .distinct()
            .flatMap(kind -> Manifest.of(kind).stream())
            .filter(check -> check.kind() == Check.Kind.LAW && laws.contains(check.id()))
            .toList();
    this.progress = progress;
    this.workers = pool(threads);
  }

  private static ExecutorService pool(int threads) {
    return Executors.newFixedThreadPool(
        threads,
        task -> {
          Thread thread = new Thread(task, "conv4j-selftest");
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Checks every law on every mutant.
   *
   * @param seed decides which operands are drawn
   * @return the matrix
   */
  public Matrix matrix(long seed) {
    // All mutants for one law, and then for the next: these draw the same operands.
    List<List<CompletableFuture<Fate>>> columns =
        laws.stream()
            .map(law -> mutants.stream().map(mutant -> later(mutant, law, seed)).toList())
            .toList();
    List<List<Fate>> cells = new ArrayList<>();
    for (int mutant = 0; mutant < mutants.size(); mutant++) {
      List<Fate> row = new ArrayList<>();
      for (List<CompletableFuture<Fate>> column : columns) {
        row.add(join(column.get(mutant)));
      }
      cells.add(row);
    }
    return new Matrix(seed, laws.stream().map(Check::id).toList(), mutants, cells);
  }

  private CompletableFuture<Fate> later(Faulty mutant, Check law, long seed) {
    return later(
        mutant,
        () -> {
          Fate fate = fate(mutant, law, seed);
          progress.accept(mutant.id());
          return fate;
        });
  }

  /**
   * Checks laws on each mutant until one of them kills it, beginning with those named for it.
   *
   * @param seed decides which operands are drawn
   * @return the mutants that no law kills
   */
  public List<Faulty> survivors(long seed) {
    List<CompletableFuture<Boolean>> killed =
        mutants.stream()
            .map(
                mutant ->
                    later(
                        mutant,
                        () -> {
                          boolean done = isKilled(mutant, seed);
                          progress.accept(mutant.id());
                          return done;
                        }))
            .toList();
    List<Faulty> survivors = new ArrayList<>();
    for (int i = 0; i < mutants.size(); i++) {
      if (!join(killed.get(i))) {
        survivors.add(mutants.get(i));
      }
    }
    return survivors;
  }

  /**
   * Checks on each mutant the laws named for it, and no others: the quick form of {@link #matrix}.
   *
   * @param seed decides which operands are drawn
   * @return the laws that do not kill a mutant they are named for, by mutant; empty if all do
   */
  public Map<Faulty, List<String>> missed(long seed) {
    Map<Faulty, CompletableFuture<List<String>>> later = new LinkedHashMap<>();
    for (Faulty mutant : mutants) {
      later.put(mutant, later(mutant, () -> survivedBy(mutant, seed)));
    }
    Map<Faulty, List<String>> missed = new LinkedHashMap<>();
    later.forEach(
        (mutant, survived) -> {
          if (!join(survived).isEmpty()) {
            missed.put(mutant, join(survived));
          }
        });
    return missed;
  }

  private List<String> survivedBy(Faulty mutant, long seed) {
    List<String> survived =
        laws.stream()
            .filter(law -> mutant.caughtBy().contains(law.id()))
            .filter(law -> fate(mutant, law, seed) != Fate.KILLED)
            .map(Check::id)
            .toList();
    progress.accept(mutant.id());
    return survived;
  }

  private boolean isKilled(Faulty mutant, long seed) {
    Stream<Check> named = laws.stream().filter(law -> mutant.caughtBy().contains(law.id()));
    Stream<Check> others = laws.stream().filter(law -> !mutant.caughtBy().contains(law.id()));
    return Stream.concat(named, others).anyMatch(law -> fate(mutant, law, seed) == Fate.KILLED);
  }

  private <T> CompletableFuture<T> later(Faulty mutant, Supplier<T> task) {
    return CompletableFuture.supplyAsync(task, mutant.flaw() == Flaw.HANG ? sleepers : workers);
  }

  private static Fate fate(Faulty mutant, Check law, long seed) {
    if (mutant.kind() != law.subjects()) {
      return Fate.NOT_APPLICABLE;
    }
    Settings settings = Settings.standard().withSeed(seed).withoutShrinking();
    if (mutant.flaw() == Flaw.HANG) {
      settings = settings.withLimit(LIMIT_OF_SLEEPERS);
    }
    Outcome outcome = runner(mutant, settings).run(law).outcome();
    if (outcome instanceof Outcome.NotRun notRun) {
      throw new IllegalStateException(law.id() + " on " + mutant.id() + ": " + notRun.reason());
    } else if (outcome instanceof Outcome.Failed) {
      return Fate.KILLED;
    }
    return outcome instanceof Outcome.Passed ? Fate.SURVIVED : Fate.NOT_APPLICABLE;
  }

  private static Runner runner(Faulty mutant, Settings settings) {
    return mutant instanceof LayerMutant wrong
        ? Runner.ofLayers(wrong.layers(), settings)
        : new Runner(((Mutant) mutant).convolver(), settings);
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    sleepers.shutdownNow();
  }
}
