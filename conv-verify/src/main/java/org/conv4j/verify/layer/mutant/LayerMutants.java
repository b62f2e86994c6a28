package org.conv4j.verify.layer.mutant;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every mutant of layers there is, in a fixed order. */
public final class LayerMutants {
  private static final List<LayerMutant> ALL =
      Stream.of(
              FormulaMutants.ofSums(),
              FormulaMutants.ofBias(),
              FormulaMutants.ofWindows(),
              PaddingMutants.ofAmounts(),
              PaddingMutants.ofValues(),
              GeometryMutants.ofCounts(),
              GeometryMutants.ofSizes(),
              GroupMutants.all(),
              LayoutMutants.all(),
              LoweringMutants.all(),
              BatchMutants.all(),
              IntegerMutants.ofSums(),
              IntegerMutants.ofZeroPoints(),
              RoundingMutants.all(),
              TypeMutants.ofComplex(),
              TypeMutants.ofPromotion(),
              NonFiniteMutants.all(),
              RareMutants.all(),
              StateMutants.ofCalls(),
              StateMutants.ofArrays(),
              PreparedMutants.ofApply(),
              PreparedMutants.ofOut(),
              TransposedMutants.all(),
              GradientMutants.all(),
              RefusalMutants.ofArguments(),
              RefusalMutants.ofClaims(),
              CrashMutants.all())
          .flatMap(List::stream)
          .toList();

  private LayerMutants() {}

  /**
   * All mutants.
   *
   * @return an unmodifiable list
   */
  public static List<LayerMutant> all() {
    return ALL;
  }

  /**
   * One mutant by its identifier.
   *
   * @param id the identifier
   * @return the mutant
   * @throws IllegalArgumentException if there is none; the message lists all mutants
   */
  public static LayerMutant named(String id) {
    return ALL.stream()
        .filter(mutant -> mutant.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no mutant \""
                        + id
                        + "\"; there are "
                        + ALL.stream().map(LayerMutant::id).collect(Collectors.joining(", "))));
  }
}
