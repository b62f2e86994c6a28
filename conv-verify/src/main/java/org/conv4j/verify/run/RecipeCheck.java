package org.conv4j.verify.run;

import java.util.Optional;
import org.conv4j.verify.law.Subject;
import org.conv4j.verify.operand.Recipe;

/**
 * A law on one recipe.
 *
 * @param of the law
 * @param recipe what it is checked on
 */
record RecipeCheck(LawCheck of, Recipe recipe) implements Check {
  @Override
  public Kind kind() {
    return of.kind();
  }

  @Override
  public String id() {
    return of.id();
  }

  @Override
  public String token() {
    return of.token(recipe);
  }

  @Override
  public String title() {
    return of.title();
  }

  @Override
  public boolean binding() {
    return of.binding();
  }

  @Override
  public boolean smoke() {
    return of.smoke();
  }

  @Override
  public Outcome check(Subject subject, Settings settings, Pulse pulse) {
    return of.inapplicable(subject)
        .or(() -> excluded(subject).map(Outcome.NotClaimed::new))
        .orElseGet(() -> of.once(subject, recipe));
  }

  private Optional<String> excluded(Subject subject) {
    return of.law().space(subject.claims()).flatMap(space -> space.excludes(recipe));
  }
}
