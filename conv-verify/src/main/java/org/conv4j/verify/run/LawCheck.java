package org.conv4j.verify.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.conv4j.verify.law.Law;
import org.conv4j.verify.law.Level;
import org.conv4j.verify.law.Subject;
import org.conv4j.verify.law.Violation;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.operand.Space;
import org.conv4j.verify.search.RecipeSearch;

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
  public Outcome check(Subject subject, Settings settings, Pulse pulse) {
    Optional<String> reason = law.notApplicable(subject.claims());
    if (reason.isPresent()) {
      return new Outcome.Skipped(reason.get());
    }
    Space space = law.space(subject.claims()).orElseThrow();
    // Laws draw different recipes from the same seed.
    long seed = settings.seed() * 31 + law.id().hashCode();
    // Kept as found: a failure that does not repeat is a failure all the same.
    Map<Recipe, Violation> found = new HashMap<>();
    return new RecipeSearch(settings.tries(), seed)
        .find(
            space,
            recipe -> {
              pulse.beat(token(recipe));
              Optional<Violation> violation = violation(subject, recipe);
              violation.ifPresent(v -> found.put(recipe, v));
              return violation.isPresent();
            })
        .map(recipe -> failed(recipe, found.get(recipe)))
        .orElseGet(() -> new Outcome.Passed(settings.tries(), subject.largestFraction()));
  }

  /** Checks the law on one recipe. */
  Outcome once(Subject subject, Recipe recipe) {
    return violation(subject, recipe)
        .<Outcome>map(violation -> failed(recipe, violation))
        .orElseGet(() -> new Outcome.Passed(1, subject.largestFraction()));
  }

  private Outcome failed(Recipe recipe, Violation violation) {
    Operands operands = recipe.operands();
    return new Outcome.Failed(
        Failure.of(violation, operands.all(), operands.mode(), token(recipe)));
  }

  private Optional<Violation> violation(Subject subject, Recipe recipe) {
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
