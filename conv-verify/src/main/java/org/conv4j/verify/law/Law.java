package org.conv4j.verify.law;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.conv4j.verify.operand.Case;
import org.conv4j.verify.search.Drawing;
import org.conv4j.verify.search.Reach;
import org.conv4j.verify.search.Source;
import org.conv4j.verify.subject.Subject;
import org.conv4j.verify.subject.SubjectKind;

/**
 * One thing that holds for every subject of a kind.
 *
 * @param <S> the subjects
 * @param <R> the recipes that it is checked on
 */
public abstract class Law<S extends Subject, R extends Case> {
  /** How binding a law is. */
  public enum Level {
    /** A subject that breaks it is not conformant. */
    MUST,
    /** A subject that breaks it is conformant, but its users will be surprised. */
    SHOULD
  }

  /**
   * What is said of a law.
   *
   * @param id the identifier: lower-case words with dots between them
   * @param level how binding it is
   * @param statement one sentence
   * @param drawing which recipes it is checked on
   */
  public record Title(String id, Level level, String statement, Drawing drawing) {
    /**
     * Checks that nothing is missing.
     *
     * @param id as above
     * @param level as above
     * @param statement as above
     * @param drawing as above
     */
    public Title {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(level, "level");
      Objects.requireNonNull(statement, "statement");
      Objects.requireNonNull(drawing, "drawing");
    }

    /**
     * The title of a law that must hold, on recipes drawn at random.
     *
     * @param id the identifier
     * @param statement one sentence
     * @return the title
     */
    public static Title must(String id, String statement) {
      return new Title(id, Level.MUST, statement, Drawing.RANDOM);
    }

    /**
     * This title with another level.
     *
     * @param other the level
     * @return a changed copy
     */
    public Title with(Level other) {
      return new Title(id, other, statement, drawing);
    }

    /**
     * This title with other recipes.
     *
     * @param other which recipes
     * @return a changed copy
     */
    public Title with(Drawing other) {
      return new Title(id, level, statement, other);
    }
  }

  private final Title title;

  /**
   * A law.
   *
   * @param title what is said of it
   */
  protected Law(Title title) {
    this.title = title;
  }

  /**
   * All that is said of it.
   *
   * @return the title
   */
  protected final Title title() {
    return title;
  }

  /**
   * The identifier.
   *
   * @return lower-case words with dots between them
   */
  public final String id() {
    return title.id();
  }

  /**
   * How binding the law is.
   *
   * @return the level
   */
  public final Level level() {
    return title.level();
  }

  /**
   * The law in one sentence.
   *
   * @return the sentence
   */
  public final String statement() {
    return title.statement();
  }

  /**
   * Which recipes the law is checked on.
   *
   * @return random ones, or those of a list
   */
  public final Drawing drawing() {
    return title.drawing();
  }

  /**
   * The kind of subjects that this law is about.
   *
   * @return the kind
   */
  public abstract SubjectKind kind();

  /**
   * The subjects of this law.
   *
   * @return their class
   */
  public abstract Class<S> subjects();

  /**
   * What the subject would have to claim for the law to apply.
   *
   * @param subject the subject
   * @return what is not claimed; empty if nothing is missing
   */
  public abstract Optional<String> notClaimed(S subject);

  /**
   * Why there is nothing to check although the subject claims what the law needs.
   *
   * @param subject the subject
   * @return the reason; empty if there is something
   */
  public abstract Optional<String> nothingToCheck(S subject);

  /**
   * Why the law is not checked.
   *
   * @param subject the subject
   * @return what is not claimed, or why there is nothing to check; empty if the law is checked
   */
  public final Optional<String> reasonToSkip(S subject) {
    return notClaimed(subject).map("not claimed: "::concat).or(() -> nothingToCheck(subject));
  }

  /**
   * What the law is checked on, if anything.
   *
   * @param subject the subject
   * @return recipes to draw
   * @throws java.util.NoSuchElementException if the law does not apply
   */
  public abstract Source<R> source(S subject);

  /**
   * The recipes that the law is checked on in turn.
   *
   * @param subject the subject
   * @param reach how long operands become
   * @param seed the same seed gives the same recipes
   * @return a fresh list; empty if the law is checked on recipes drawn at random
   * @throws java.util.NoSuchElementException if the law does not apply
   */
  public abstract List<R> listed(S subject, Reach reach, long seed);

  /**
   * Why a recipe does not suit this law and a subject that it applies to.
   *
   * @param subject the subject
   * @param recipe the recipe
   * @return the reason; empty if the law can be checked on it
   * @throws java.util.NoSuchElementException if the law does not apply
   */
  public abstract Optional<String> excludes(S subject, R recipe);

  /**
   * Checks the law once.
   *
   * @param subject the subject
   * @param recipe what to check it on
   * @throws Violation if the law does not hold
   */
  public abstract void check(S subject, R recipe);

  @Override
  public final String toString() {
    return "[" + id() + "] " + level() + ": " + statement();
  }
}
