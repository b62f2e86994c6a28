package org.conv4j.verify.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.conv4j.verify.law.Law;
import org.conv4j.verify.law.Law.Level;
import org.conv4j.verify.law.Violation;
import org.conv4j.verify.operand.Case;
import org.conv4j.verify.search.RecipeSearch;
import org.conv4j.verify.search.Source;
import org.conv4j.verify.subject.Subject;
import org.conv4j.verify.subject.SubjectKind;

/**
 * A law, checked on recipes that are drawn for it.
 *
 * @param <S> the subjects of the law
 * @param <R> its recipes
 * @param law the law
 * @param smoke whether it is made first
 */
record LawCheck<S extends Subject, R extends Case>(Law<S, R> law, boolean smoke) implements Check {
  @Override
  public Kind kind() {
    return Kind.LAW;
  }

  @Override
  public String id() {
    return law.id();
  }

  @Override
  public SubjectKind subjects() {
    return law.kind();
  }

  @Override
  public String title() {
    return law.statement();
  }

  @Override
  public boolean binding() {
    return law.level() == Level.MUST;
  }

  @Override
  public Outcome check(Subject given, Settings settings, Pulse pulse) {
    S subject = law.subjects().cast(given);
    Optional<Outcome> inapplicable = inapplicable(subject);
    if (inapplicable.isPresent()) {
      return inapplicable.get();
    }
    Source<R> source = law.source(subject);
    // Laws draw different recipes from the same seed.
    long seed = settings.seed() * 31 + law.id().hashCode();
    List<R> sweep = law.listed(subject, settings.effort().reach(), seed);
    int whole = sweep.isEmpty() ? settings.tries() : sweep.size();
    int least = Math.min(whole, Effort.SMOKE.tries());
    // Kept as found: a failure that does not repeat is a failure all the same.
    Map<R, Violation> found = new HashMap<>();
    Patience patience = new Patience(settings.limit().toNanos());
    Predicate<R> fails =
        recipe -> {
          if (!sweep.isEmpty() && !patience.allows(recipe)) {
            return false;
          }
          String token = token(recipe);
          pulse.beat(token);
          subject.aroundCalls(() -> pulse.beat(token));
          long before = subject.spentNanos();
          Optional<Violation> violation = violation(subject, recipe);
          patience.took(recipe, subject.spentNanos() - before);
          violation.ifPresent(v -> found.put(recipe, v));
          return violation.isPresent();
        };
    BooleanSupplier enough = () -> pulse.overdue() && subject.evidence().times() >= least;
    RecipeSearch search =
        new RecipeSearch(settings.tries(), seed, settings.shrinkingSteps(), enough);
    Optional<R> smallest =
        sweep.isEmpty() ? search.find(source, fails) : search.find(sweep, source, fails);
    return smallest
        .map(recipe -> failed(recipe, found.get(recipe)))
        .orElseGet(() -> passed(subject.evidence().times(), whole, patience.leftOut()));
  }

  /** How the check ends for a subject that the law does not apply to. */
  Optional<Outcome> inapplicable(S subject) {
    return law.notClaimed(subject)
        .<Outcome>map(Outcome.NotClaimed::new)
        .or(() -> law.nothingToCheck(subject).map(Outcome.Skipped::new));
  }

  private static Outcome passed(int times, int whole, int leftOut) {
    if (times + leftOut < whole) {
      return Outcome.Passed.shortened(
          "tried " + times + " times instead of " + whole + ", for lack of time");
    }
    return leftOut == 0
        ? Outcome.Passed.WHOLE
        : Outcome.Passed.remarked(
            leftOut + " of " + whole + " left out: the subject is too slow for operands so large");
  }

  /** Checks the law on one recipe. */
  Outcome once(S subject, R recipe) {
    return violation(subject, recipe)
        .<Outcome>map(violation -> failed(recipe, violation))
        .orElse(Outcome.Passed.WHOLE);
  }

  private Outcome failed(R recipe, Violation violation) {
    return new Outcome.Failed(Failure.of(violation, recipe, token(recipe)));
  }

  private Optional<Violation> violation(S subject, R recipe) {
    subject.begin(recipe.place(), recipe.regime().token());
    try {
      law.check(subject, recipe);
      return Optional.empty();
    } catch (Violation violation) {
      return Optional.of(violation);
    }
  }

  String token(R recipe) {
    return law.id() + "/" + recipe.token();
  }
}
