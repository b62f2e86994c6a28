package org.conv4j.verify.law;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NonFinite;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.operand.Space;
import org.conv4j.verify.search.Drawing;
import org.conv4j.verify.search.Reach;
import org.conv4j.verify.search.Source;
import org.conv4j.verify.search.Sweep;
import org.conv4j.verify.subject.SubjectKind;

/**
 * One thing that holds for every convolver.
 *
 * <p>Make one with {@link #must}, and narrow it with {@link #on}.
 */
public final class ConvolverLaw extends Law<ConvolverSubject, Recipe> {
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
    void check(ConvolverSubject subject, Operands operands);
  }

  private final Function<Capabilities, Scope<Space>> scope;
  private final Condition condition;

  private ConvolverLaw(
      Title title, Function<Capabilities, Scope<Space>> scope, Condition condition) {
    super(title);
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
  public static ConvolverLaw must(String id, String statement, Condition condition) {
    return new ConvolverLaw(
        Title.must(id, statement), claims -> claimed(Space.all(), claims), condition);
  }

  /**
   * This law on other operands.
   *
   * @param space what the law is checked on, as far as the subject claims it
   * @return a changed copy
   */
  public ConvolverLaw on(Space space) {
    return scoped(claims -> claimed(space, claims));
  }

  /**
   * This law for subjects that also claim modes that its operands are not drawn for.
   *
   * @param modes the modes
   * @return a changed copy
   */
  ConvolverLaw needing(Mode... modes) {
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
  ConvolverLaw should() {
    return new ConvolverLaw(title().with(Level.SHOULD), scope, condition);
  }

  /**
   * This law with another scope.
   *
   * @param other tells what the law is checked on, given the claims
   * @return a changed copy
   */
  ConvolverLaw scoped(Function<Capabilities, Scope<Space>> other) {
    return new ConvolverLaw(title(), other, condition);
  }

  /**
   * This law on every awkward size in turn, and not at random.
   *
   * @return a changed copy
   */
  ConvolverLaw swept() {
    return new ConvolverLaw(title().with(Drawing.SIZES), scope, condition);
  }

  /**
   * This law on every type with every regime in turn, and not at random.
   *
   * @return a changed copy
   */
  ConvolverLaw onEachKind() {
    return new ConvolverLaw(title().with(Drawing.KINDS), scope, condition);
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
  public void check(ConvolverSubject subject, Operands operands) {
    condition.check(subject, operands);
  }

  @Override
  public SubjectKind kind() {
    return SubjectKind.CONVOLVER;
  }

  @Override
  public Class<ConvolverSubject> subjects() {
    return ConvolverSubject.class;
  }

  @Override
  public Optional<String> notClaimed(ConvolverSubject subject) {
    return notClaimed(subject.claims());
  }

  @Override
  public Optional<String> nothingToCheck(ConvolverSubject subject) {
    return nothingToCheck(subject.claims());
  }

  @Override
  public Source<Recipe> source(ConvolverSubject subject) {
    return Source.of(space(subject.claims()).orElseThrow());
  }

  @Override
  public List<Recipe> listed(ConvolverSubject subject, Reach reach, long seed) {
    return Sweep.forDrawing(drawing(), space(subject.claims()).orElseThrow(), reach, seed);
  }

  @Override
  public Optional<String> excludes(ConvolverSubject subject, Recipe recipe) {
    return space(subject.claims()).orElseThrow().excludes(recipe);
  }

  @Override
  public void check(ConvolverSubject subject, Recipe recipe) {
    check(subject, recipe.operands());
  }

  /** As much of a space as a subject claims. */
  static Scope<Space> claimed(Space space, Capabilities claims) {
    Space ofTypes = space.withDTypes(claims.dtypes()::contains);
    if (ofTypes.dtypes().isEmpty()) {
      return Scope.notClaimed("dtype " + names(space.dtypes()));
    }
    Set<Mode> modes = EnumSet.copyOf(space.modes());
    modes.retainAll(claims.modes());
    if (modes.isEmpty()) {
      return Scope.notClaimed("mode " + names(space.modes()));
    }
    // NumPy takes scalars for vectors of one element; laws speak of what is not promoted.
    int low =
        claims.convention() == Convention.NUMPY ? Math.max(1, space.minRank()) : space.minRank();
    int high = Math.min(space.maxRank(), claims.maxRank());
    if (low > high) {
      return Scope.notClaimed("rank " + low);
    }
    return Scope.of(ofTypes.withRanks(low, high).withModes(modes.toArray(Mode[]::new)));
  }

  private static String names(Set<? extends Enum<?>> some) {
    return some.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
  }
}
