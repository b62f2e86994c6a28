package org.conv4j.verify.operand;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;

/**
 * The recipes a law is checked on.
 *
 * @param operands how many operands, 2 or 3
 * @param minRank the lowest rank
 * @param maxRank the highest rank that is drawn
 * @param modes the modes
 * @param dtypes the types of elements
 * @param regimes what elements may look like; a recipe takes one that suits its dtype
 * @param elements the most elements an operand may have
 */
public record Space(
    int operands,
    int minRank,
    int maxRank,
    Set<Mode> modes,
    Set<DType> dtypes,
    List<Regime> regimes,
    int elements) {
  private static final Space ALL =
      new Space(
          2,
          0,
          4,
          EnumSet.allOf(Mode.class),
          EnumSet.allOf(DType.class),
          List.of(Regime.ordinary()),
          4096);

  /**
   * Copies the collections.
   *
   * @param operands as above
   * @param minRank as above
   * @param maxRank as above
   * @param modes as above
   * @param dtypes as above
   * @param regimes as above
   * @param elements as above
   */
  public Space {
    modes = Set.copyOf(modes);
    dtypes = Set.copyOf(dtypes);
    regimes = List.copyOf(regimes);
    Objects.checkIndex(minRank, maxRank + 1);
  }

  /**
   * Two operands of any rank up to 4 in all modes, of all types and in all ordinary regimes.
   *
   * @return that space
   */
  public static Space all() {
    return ALL;
  }

  /**
   * Why a recipe does not belong to this space.
   *
   * @param recipe the recipe
   * @return the reason; empty if it does
   */
  public Optional<String> excludes(Recipe recipe) {
    int rank = recipe.shapes().get(0).rank();
    if (recipe.shapes().size() != operands) {
      return Optional.of("it takes " + operands + " operands, not " + recipe.shapes().size());
    } else if (rank < minRank || rank > maxRank) {
      return Optional.of("it is about ranks " + minRank + " to " + maxRank + ", not " + rank);
    } else if (!modes.contains(recipe.mode())) {
      return Optional.of("it is not about mode " + recipe.mode());
    } else if (!dtypes.contains(recipe.dtype())) {
      return Optional.of("it is not about " + recipe.dtype().numpyName());
    } else if (!regimes.contains(recipe.regime())) {
      return Optional.of("it is not about " + recipe.regime());
    }
    return Optional.empty();
  }

  /**
   * This space with another number of operands.
   *
   * @param count 2 or 3
   * @return a changed copy
   */
  public Space withOperands(int count) {
    return new Space(count, minRank, maxRank, modes, dtypes, regimes, elements);
  }

  /**
   * This space with other ranks.
   *
   * @param low the lowest
   * @param high the highest
   * @return a changed copy
   */
  public Space withRanks(int low, int high) {
    return new Space(operands, low, high, modes, dtypes, regimes, elements);
  }

  /**
   * This space with other modes.
   *
   * @param some the modes
   * @return a changed copy
   */
  public Space withModes(Mode... some) {
    return new Space(operands, minRank, maxRank, Set.of(some), dtypes, regimes, elements);
  }

  /**
   * This space with fewer types.
   *
   * @param which true for a type to keep
   * @return a changed copy
   */
  public Space withDTypes(Predicate<DType> which) {
    Set<DType> some = EnumSet.noneOf(DType.class);
    dtypes.stream().filter(which).forEach(some::add);
    return new Space(operands, minRank, maxRank, modes, some, regimes, elements);
  }

  /**
   * This space with other regimes.
   *
   * @param some the regimes
   * @return a changed copy
   */
  public Space withRegimes(Regime... some) {
    return new Space(operands, minRank, maxRank, modes, dtypes, Arrays.asList(some), elements);
  }

  /**
   * This space with operands of another size.
   *
   * @param most the most elements an operand may have
   * @return a changed copy
   */
  public Space withElements(int most) {
    return new Space(operands, minRank, maxRank, modes, dtypes, regimes, most);
  }
}
