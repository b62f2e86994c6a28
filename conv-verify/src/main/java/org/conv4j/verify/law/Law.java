package org.conv4j.verify.law;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.conv4j.api.Capabilities;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NonFinite;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.operand.Space;

/**
 * One thing that holds for every convolver.
 *
 * <p>Make one with {@link #must}, and narrow it with {@link #on}.
 */
public final class Law {
  /** What a law does with operands. */
  @FunctionalInterface
  public interface Condition {
    /**
     * Checks the law once.
     *
     * @param subject the convolver under test
     * @param operands what to check it on
     * @throws Violation if the law does not hold
     */
    void check(Subject subject, Operands operands);
  }

  /** How binding a law is. */
  public enum Level {
    /** A convolver that breaks it is not conformant. */
    MUST,
    /** A convolver that breaks it is conformant, but its users will be surprised. */
    SHOULD
  }

  /** Which recipes a law is checked on. */
  public enum Drawing {
    /** Recipes drawn at random, most of them small. */
    RANDOM,
    /** One recipe after another, for every awkward size. */
    SIZES,
    /** One small recipe after another, for every type with every regime. */
    KINDS
  }

  private final String id;
  private final Level level;
  private final String statement;
  private final Drawing drawing;
  private final Function<Capabilities, Scope> scope;
  private final Condition condition;

  private Law(
      String id,
      Level level,
      String statement,
      Drawing drawing,
      Function<Capabilities, Scope> scope,
      Condition condition) {
    this.id = Objects.requireNonNull(id, "id");
    this.level = level;
    this.statement = Objects.requireNonNull(statement, "statement");
    this.drawing = drawing;
    this.scope = scope;
    this.condition = Objects.requireNonNull(condition, "condition");
  }

  /**
   * A law that every convolver must obey, on two operands of any rank, mode and regime.
   *
   * @param id the identifier: lower-case words with dots between them
   * @param statement one sentence
   * @param condition the law itself
   * @return the law
   */
  public static Law must(String id, String statement, Condition condition) {
    return new Law(
        id,
        Level.MUST,
        statement,
        Drawing.RANDOM,
        claims -> Scope.of(Space.all(), claims),
        condition);
  }

  /**
   * This law on other operands.
   *
   * @param space what the law is checked on, as far as the subject claims it
   * @return a changed copy
   */
  public Law on(Space space) {
    return scoped(claims -> Scope.of(space, claims));
  }

  /**
   * This law for subjects that also claim modes that its operands are not drawn for.
   *
   * @param modes the modes
   * @return a changed copy
   */
  Law needing(Mode... modes) {
    return scoped(
        claims ->
            claims.modes().containsAll(Arrays.asList(modes))
                ? scope.apply(claims)
                : Scope.notClaimed("one of the modes " + Arrays.toString(modes)));
  }

  /**
   * A law whose violation surprises users, but does not break the specification.
   *
   * @return a changed copy
   */
  Law should() {
    return new Law(id, Level.SHOULD, statement, drawing, scope, condition);
  }

  /**
   * This law with another scope.
   *
   * @param other tells what the law is checked on, given the claims
   * @return a changed copy
   */
  Law scoped(Function<Capabilities, Scope> other) {
    return new Law(id, level, statement, drawing, other, condition);
  }

  /**
   * This law on every awkward size in turn, and not at random.
   *
   * @return a changed copy
   */
  Law swept() {
    return new Law(id, level, statement, Drawing.SIZES, scope, condition);
  }

  /**
   * This law on every type with every regime in turn, and not at random.
   *
   * @return a changed copy
   */
  Law onEachKind() {
    return new Law(id, level, statement, Drawing.KINDS, scope, condition);
  }

  /**
   * The identifier.
   *
   * @return lower-case words with dots between them
   */
  public String id() {
    return id;
  }

  /**
   * How binding the law is.
   *
   * @return the level
   */
  public Level level() {
    return level;
  }

  /**
   * The law in one sentence.
   *
   * @return the sentence
   */
  public String statement() {
    return statement;
  }

  /**
   * Which recipes the law is checked on.
   *
   * @return random ones, or those of a list
   */
  public Drawing drawing() {
    return drawing;
  }

  /**
   * What the law is checked on, given what the subject claims.
   *
   * @param claims the subject's claims
   * @return the space to draw from; empty if the law does not apply
   */
  public Optional<Space> space(Capabilities claims) {
    return Optional.ofNullable(scope.apply(claims).space());
  }

  /**
   * What the subject would have to claim for the law to apply.
   *
   * @param claims the subject's claims
   * @return what is not claimed; empty if nothing is missing
   */
  public Optional<String> notClaimed(Capabilities claims) {
    return Optional.ofNullable(scope.apply(claims).notClaimed());
  }

  /**
   * Why there is nothing to check although the subject claims what the law needs.
   *
   * @param claims the subject's claims
   * @return the reason; empty if there is something
   */
  public Optional<String> nothingToCheck(Capabilities claims) {
    return Optional.ofNullable(scope.apply(claims).nothing());
  }

  /**
   * Why the law is not checked.
   *
   * @param claims the subject's claims
   * @return what is not claimed, or why there is nothing to check; empty if the law is checked
   */
  public Optional<String> reasonToSkip(Capabilities claims) {
    return notClaimed(claims).map("not claimed: "::concat).or(() -> nothingToCheck(claims));
  }

  /**
   * Why a recipe does not suit this law, whatever the subject claims.
   *
   * @param recipe the recipe
   * @return the reason; empty if the law can be checked on it for some subject
   */
  public Optional<String> excludes(Recipe recipe) {
    Capabilities all =
        Capabilities.basic().withDTypes(DType.values()).withNonFinite(NonFinite.LOCAL);
    return space(all)
        .or(() -> space(Capabilities.basic().withDTypes(recipe.dtype())))
        .flatMap(space -> space.excludes(recipe));
  }

  /**
   * Checks the law once.
   *
   * @param subject the convolver under test
   * @param operands what to check it on, of {@link #space}
   * @throws Violation if the law does not hold
   */
  public void check(Subject subject, Operands operands) {
    condition.check(subject, operands);
  }

  @Override
  public String toString() {
    return "[" + id + "] " + level + ": " + statement;
  }
}
