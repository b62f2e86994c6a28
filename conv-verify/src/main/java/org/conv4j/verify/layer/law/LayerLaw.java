package org.conv4j.verify.layer.law;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.NonFinite;
import org.conv4j.verify.law.Law;
import org.conv4j.verify.law.Scope;
import org.conv4j.verify.law.Violation;
import org.conv4j.verify.layer.operand.LayerDraw;
import org.conv4j.verify.layer.operand.LayerOperands;
import org.conv4j.verify.layer.operand.LayerRecipe;
import org.conv4j.verify.layer.operand.LayerSimpler;
import org.conv4j.verify.layer.operand.LayerSpace;
import org.conv4j.verify.layer.operand.LayerSweep;
import org.conv4j.verify.search.Drawing;
import org.conv4j.verify.search.Reach;
import org.conv4j.verify.search.Source;
import org.conv4j.verify.subject.SubjectKind;

/**
 * One thing that holds for every implementation of layers.
 *
 * <p>Make one with {@link #must}, and narrow it with {@link #on}.
 */
public final class LayerLaw extends Law<LayerSubject, LayerRecipe> {
  /** What a law does with operands. */
  @FunctionalInterface
  public interface Condition {
    /**
     * Checks the law once.
     *
     * @param subject the implementation under test
     * @param operands what to check it on
     * @throws Violation if the law does not hold
     */
    void check(LayerSubject subject, LayerOperands operands);
  }

  private final Function<LayerCapabilities, Scope<LayerSpace>> scope;
  private final Condition condition;

  private LayerLaw(
      Title title, Function<LayerCapabilities, Scope<LayerSpace>> scope, Condition condition) {
    super(title);
    this.scope = scope;
    this.condition = Objects.requireNonNull(condition, "condition");
  }

  /**
   * A law that every implementation must obey, on layers of any rank, type, option and regime.
   *
   * @param id the identifier: lower-case words with dots between them
   * @param statement one sentence
   * @param condition the law itself
   * @return the law
   */
  public static LayerLaw must(String id, String statement, Condition condition) {
    return new LayerLaw(
        Title.must(id, statement), claims -> claimed(LayerSpace.all(), claims), condition);
  }

  /**
   * This law on other layers.
   *
   * @param space what the law is checked on, as far as the subject claims it
   * @return a changed copy
   */
  public LayerLaw on(LayerSpace space) {
    return scoped(claims -> claimed(space, claims));
  }

  /** This law with another scope. */
  LayerLaw scoped(Function<LayerCapabilities, Scope<LayerSpace>> other) {
    return new LayerLaw(title(), other, condition);
  }

  /** A law whose violation surprises users, but does not break the specification. */
  LayerLaw should() {
    return new LayerLaw(title().with(Level.SHOULD), scope, condition);
  }

  /** This law on every awkward size in turn, or on every type with every regime. */
  LayerLaw drawing(Drawing drawing) {
    return new LayerLaw(title().with(drawing), scope, condition);
  }

  /** As much of a space as a subject claims. */
  static Scope<LayerSpace> claimed(LayerSpace space, LayerCapabilities claims) {
    LayerSpace ofTypes = space.withDTypes(claims.dtypes()::contains);
    if (ofTypes.dtypes().isEmpty()) {
      return Scope.notClaimed("dtype " + names(space.dtypes()));
    }
    int high = Math.min(space.maxRank(), claims.maxSpatialRank());
    if (space.minRank() > high) {
      return Scope.notClaimed(space.minRank() + " spatial axes");
    }
    Set<LayerFeature> lacking = EnumSet.noneOf(LayerFeature.class);
    lacking.addAll(space.always());
    lacking.removeAll(claims.features());
    if (!lacking.isEmpty()) {
      return Scope.notClaimed("feature " + names(lacking));
    }
    List<LayerFeature> rest =
        Arrays.stream(LayerFeature.values()).filter(f -> !claims.features().contains(f)).toList();
    return Scope.of(ofTypes.withRanks(space.minRank(), high).without(rest));
  }

  private static String names(Set<? extends Enum<?>> some) {
    return some.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
  }

  /**
   * What the law is checked on, given what the subject claims.
   *
   * @param claims the subject's claims
   * @return the space to draw from; empty if the law does not apply
   */
  public Optional<LayerSpace> space(LayerCapabilities claims) {
    return Optional.ofNullable(scope.apply(claims).space());
  }

  /**
   * Why a recipe does not suit this law, whatever the subject claims.
   *
   * @param recipe the recipe
   * @return the reason; empty if the law can be checked on it for some subject
   */
  public Optional<String> excludes(LayerRecipe recipe) {
    LayerCapabilities all =
        LayerCapabilities.basic()
            .withDTypes(DType.values())
            .withFeatures(LayerFeature.values())
            .withAccuracy(Accuracy.EXACT)
            .withNonFinite(NonFinite.LOCAL);
    LayerCapabilities some = all.withDTypes(recipe.dtype());
    return space(all).or(() -> space(some)).flatMap(space -> space.excludes(recipe));
  }

  private LayerSpace space(LayerSubject subject) {
    return space(subject.claims()).orElseThrow();
  }

  @Override
  public SubjectKind kind() {
    return SubjectKind.LAYER;
  }

  @Override
  public Class<LayerSubject> subjects() {
    return LayerSubject.class;
  }

  @Override
  public Optional<String> notClaimed(LayerSubject subject) {
    return Optional.ofNullable(scope.apply(subject.claims()).notClaimed());
  }

  @Override
  public Optional<String> nothingToCheck(LayerSubject subject) {
    return Optional.ofNullable(scope.apply(subject.claims()).nothing());
  }

  @Override
  public Source<LayerRecipe> source(LayerSubject subject) {
    LayerSpace space = space(subject);
    LayerSimpler simpler = new LayerSimpler(space);
    return Source.of(
        random -> LayerDraw.recipe(space, random), LayerRecipe::withSeed, simpler::than);
  }

  @Override
  public List<LayerRecipe> listed(LayerSubject subject, Reach reach, long seed) {
    return LayerSweep.forDrawing(drawing(), space(subject), reach, seed);
  }

  @Override
  public Optional<String> excludes(LayerSubject subject, LayerRecipe recipe) {
    return space(subject).excludes(recipe);
  }

  @Override
  public void check(LayerSubject subject, LayerRecipe recipe) {
    condition.check(subject, recipe.operands());
  }
}
