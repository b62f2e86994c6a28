package org.conv4j.verify.layer.operand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.conv4j.api.DType;
import org.conv4j.api.LayerFeature;
import org.conv4j.verify.operand.Regime;

/**
 * The recipes of layers that a law is checked on.
 *
 * @param minRank the fewest spatial axes
 * @param maxRank the most
 * @param dtypes the types of elements
 * @param regimes what elements may look like; a recipe takes one that suits its dtype
 * @param always what every layer has
 * @param never what no layer has
 * @param work the most products and outputs of a layer
 */
public record LayerSpace(
    int minRank,
    int maxRank,
    Set<DType> dtypes,
    List<Regime> regimes,
    Set<LayerFeature> always,
    Set<LayerFeature> never,
    int work) {
  private static final LayerSpace ALL =
      new LayerSpace(
          1,
          3,
          EnumSet.allOf(DType.class),
          List.of(Regime.ordinary()),
          Set.of(),
          Set.of(),
          1 << 14);

  /** A type and a regime that suits it. */
  record Kind(DType dtype, Regime regime) {}

  /**
   * Copies the collections.
   *
   * @param minRank as above
   * @param maxRank as above
   * @param dtypes as above
   * @param regimes as above
   * @param always as above
   * @param never as above
   * @param work as above
   */
  public LayerSpace {
    dtypes = ordered(DType.class, dtypes);
    regimes = List.copyOf(regimes);
    always = ordered(LayerFeature.class, always);
    never = ordered(LayerFeature.class, never);
    Objects.checkIndex(minRank, maxRank + 1);
  }

  private static <E extends Enum<E>> Set<E> ordered(Class<E> type, Set<E> some) {
    Set<E> set = EnumSet.noneOf(type);
    set.addAll(some);
    return Collections.unmodifiableSet(set);
  }

  /**
   * Layers of all ranks, types, ordinary regimes and options.
   *
   * @return that space
   */
  public static LayerSpace all() {
    return ALL;
  }

  /**
   * This space with other numbers of spatial axes.
   *
   * @param low the fewest
   * @param high the most
   * @return a changed copy
   */
  public LayerSpace withRanks(int low, int high) {
    return new LayerSpace(low, high, dtypes, regimes, always, never, work);
  }

  /**
   * This space with fewer types.
   *
   * @param which true for a type to keep
   * @return a changed copy
   */
  public LayerSpace withDTypes(Predicate<DType> which) {
    Set<DType> some = EnumSet.noneOf(DType.class);
    dtypes.stream().filter(which).forEach(some::add);
    return new LayerSpace(minRank, maxRank, some, regimes, always, never, work);
  }

  /**
   * This space with other regimes.
   *
   * @param some the regimes
   * @return a changed copy
   */
  public LayerSpace withRegimes(Regime... some) {
    return new LayerSpace(minRank, maxRank, dtypes, Arrays.asList(some), always, never, work);
  }

  /**
   * This space without the layers that lack something.
   *
   * @param features what every layer has besides what it has already
   * @return a changed copy
   */
  public LayerSpace having(LayerFeature... features) {
    Set<LayerFeature> more = EnumSet.noneOf(LayerFeature.class);
    more.addAll(always);
    more.addAll(Arrays.asList(features));
    return new LayerSpace(minRank, maxRank, dtypes, regimes, more, never, work);
  }

  /**
   * This space without the layers that have something.
   *
   * @param features what no layer has besides what it lacks already
   * @return a changed copy
   */
  public LayerSpace without(LayerFeature... features) {
    return without(Arrays.asList(features));
  }

  /**
   * The same for a list.
   *
   * @param features what no layer has besides what it lacks already
   * @return a changed copy
   */
  public LayerSpace without(List<LayerFeature> features) {
    Set<LayerFeature> more = EnumSet.noneOf(LayerFeature.class);
    more.addAll(never);
    more.addAll(features);
    return new LayerSpace(minRank, maxRank, dtypes, regimes, always, more, work);
  }

  /**
   * This space with layers of another size.
   *
   * @param most the most products and outputs of a layer
   * @return a changed copy
   */
  public LayerSpace withWork(int most) {
    return new LayerSpace(minRank, maxRank, dtypes, regimes, always, never, most);
  }

  /** Whether layers may have something. */
  boolean allows(LayerFeature feature) {
    boolean suits =
        feature != LayerFeature.ZERO_POINTS || dtypes.stream().anyMatch(DType::isInteger);
    return suits && !never.contains(feature);
  }

  /** All types with all regimes that suit them, the one to shrink to first. */
  List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (Regime regime : regimes) {
      for (DType dtype : dtypes) {
        if (regime.suits(dtype)) {
          kinds.add(new Kind(dtype, regime));
        }
      }
    }
    return kinds;
  }

  /**
   * Why a recipe does not belong to this space. Its size does not matter.
   *
   * @param recipe the recipe
   * @return the reason; empty if it does
   */
  public Optional<String> excludes(LayerRecipe recipe) {
    int rank = recipe.sizes().axes().size();
    if (rank < minRank || rank > maxRank) {
      return Optional.of(
          "it is about " + minRank + " to " + maxRank + " spatial axes, not " + rank);
    } else if (!dtypes.contains(recipe.dtype())) {
      return Optional.of("it is not about " + recipe.dtype().numpyName());
    } else if (!regimes.contains(recipe.regime())) {
      return Optional.of("it is not about " + recipe.regime());
    }
    for (LayerFeature feature : LayerFeature.values()) {
      boolean has = recipe.sizes().uses(feature);
      if (!has && always.contains(feature)) {
        return Optional.of("it is about layers with " + feature);
      } else if (has && never.contains(feature)) {
        return Optional.of("it is not about layers with " + feature);
      } else if (has && feature == LayerFeature.ZERO_POINTS && !recipe.dtype().isInteger()) {
        return Optional.of("zero points are for integers, not " + recipe.dtype().numpyName());
      }
    }
    return Optional.empty();
  }
}
