package org.conv4j.verify.run;

import org.conv4j.verify.operand.Case;
import org.conv4j.verify.subject.Subject;
import org.conv4j.verify.subject.SubjectKind;

/**
 * A law on one recipe.
 *
 * @param <S> the subjects of the law
 * @param <R> its recipes
 * @param of the law
 * @param recipe what it is checked on
 */
record RecipeCheck<S extends Subject, R extends Case>(LawCheck<S, R> of, R recipe)
    implements Check {
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
  public SubjectKind subjects() {
    return of.subjects();
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
  public Outcome check(Subject given, Settings settings, Pulse pulse) {
    S subject = of.law().subjects().cast(given);
    return of.inapplicable(subject)
        .or(() -> of.law().excludes(subject, recipe).map(Outcome.NotClaimed::new))
        .orElseGet(() -> of.once(subject, recipe));
  }
}
