package org.conv4j.verify.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures subjects and peers side by side.
 *
 * <p>Every contestant of a case has a process of its own for the whole case, so that no case spoils
 * the profile of another. In each round all measure, one after the other; a ratio is of two times
 * of the same round.
 */
public final class Bench implements AutoCloseable {
  private final BenchSettings settings;
  private final Workers workers;

  /**
   * A bench.
   *
   * @param settings how to go about it
   * @throws IOException if there is no room for temporary files
   */
  public Bench(BenchSettings settings) throws IOException {
    this.settings = settings;
    this.workers = new Workers(settings);
  }

  /**
   * Runs cases.
   *
   * @param cases what to measure
   * @param subjects what to measure besides the subject of each case's own method, by names that
   *     workers know
   * @param progress told each case when it is done
   * @return what was found out
   * @throws UnusableWorker if a subject or the Java of the workers cannot be used at all
   * @throws IOException if operands cannot be exchanged with the workers
   * @throws java.util.concurrent.CancellationException if the bench is closed meanwhile
   */
  public BenchReport run(List<BenchCase> cases, List<String> subjects, Consumer<BenchCase> progress)
      throws UnusableWorker, IOException {
    Survey survey = new Survey(workers, settings);
    Map<String, String> python = survey.python();
    Environment environment = survey.environment(python);
    Map<String, Claims> claims = new LinkedHashMap<>();
    for (String subject : subjects) {
      claims.put(subject, survey.claims(subject));
    }
    List<CaseResult> results = new ArrayList<>();
    for (BenchCase one : cases) {
      String own = one.method().subject();
      if (!claims.containsKey(own)) {
        claims.put(own, survey.claims(own));
      }
      Map<String, Claims> entrants = new LinkedHashMap<>();
      entrants.put(own, claims.get(own));
      for (String subject : subjects) {
        if (claims.get(subject).admit(one)) {
          entrants.put(subject, claims.get(subject));
        }
      }
      results.add(new CaseRun(one, workers, settings, Survey.missing(python)).run(entrants));
      workers.requireOpen();
      progress.accept(one);
    }
    return new BenchReport(environment, results);
  }

  /** Ends all workers at once, whatever they do, and deletes all temporary files. */
  @Override
  public void close() {
    workers.close();
  }
}
