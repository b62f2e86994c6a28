package org.conv4j.verify.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.conv4j.verify.law.Law;
import org.conv4j.verify.law.Law.Level;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.law.Subject;
import org.conv4j.verify.law.Violation;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.operand.Space;
import org.conv4j.verify.search.RecipeSearch;
import org.conv4j.verify.search.Sweep;

/**
 * A law, checked on recipes that are drawn for it.
 *
 * @param law the law
 */
record LawCheck(Law law) implements Check {
  @Override
  public Kind kind() {
    return Kind.LAW;
  }

  @Override
  public String id() {
    return law.id();
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
  public boolean smoke() {
    return Laws.smoke().contains(law);
  }

  @Override
  public Outcome check(Subject subject, Settings settings, Pulse pulse) {
    Optional<Outcome> inapplicable = inapplicable(subject);
    if (inapplicable.isPresent()) {
      return inapplicable.get();
    }
    Space space = law.space(subject.claims()).orElseThrow();
    // Laws draw different recipes from the same seed.
    long seed = settings.seed() * 31 + law.id().hashCode();
    List<Recipe> sweep = Sweep.forLaw(law, space, settings.effort().reach(), seed);
    int whole = sweep.isEmpty() ? settings.tries() : sweep.size();
    int least = Math.min(whole, Effort.SMOKE.tries());
    // Kept as found: a failure that does not repeat is a failure all the same.
    Map<Recipe, Violation> found = new HashMap<>();
    Patience patience = new Patience(settings.limit().toNanos());
    Predicate<Recipe> fails =
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
    Optional<Recipe> smallest =
        sweep.isEmpty() ? search.find(space, fails) : search.find(sweep, space, fails);
    return smallest
        .map(recipe -> failed(recipe, found.get(recipe)))
        .orElseGet(() -> passed(subject.evidence().times(), whole, patience.leftOut()));
  }

  /** How the check ends for a subject that the law does not apply to. */
  Optional<Outcome> inapplicable(Subject subject) {
    return law.notClaimed(subject.claims())
        .<Outcome>map(Outcome.NotClaimed::new)
        .or(() -> law.nothingToCheck(subject.claims()).map(Outcome.Skipped::new));
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
  Outcome once(Subject subject, Recipe recipe) {
    return violation(subject, recipe)
        .<Outcome>map(violation -> failed(recipe, violation))
        .orElse(Outcome.Passed.WHOLE);
  }

  private Outcome failed(Recipe recipe, Violation violation) {
    Operands operands = recipe.operands();
    return new Outcome.Failed(
        Failure.of(violation, operands.all(), operands.mode(), token(recipe)));
  }

  private Optional<Violation> violation(Subject subject, Recipe recipe) {
    subject.begin(recipe.mode(), recipe.shapes().get(0).rank(), recipe.regime().token());
    try {
      law.check(subject, recipe.operands());
      return Optional.empty();
    } catch (Violation violation) {
      return Optional.of(violation);
    }
  }

  String token(Recipe recipe) {
    return law.id() + "/" + recipe.token();
  }
}
