package org.conv4j.verify.mutant;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every mutant there is, in a fixed order. */
public final class Mutants {
  private static final List<Mutant> ALL = collect();

  private Mutants() {}

  private static List<Mutant> collect() {
    List<Mutant> all =
        Stream.of(
                WindowMutants.all(),
                FormulaMutants.all(),
                KernelMutants.all(),
                TransformMutants.ofTransforms(),
                TransformMutants.ofBlocks(),
                LayoutMutants.all(),
                StateMutants.all(),
                StorageMutants.all(),
                ThreadMutants.all(),
                RoundingMutants.all(),
                RangeMutants.all(),
                IntegerMutants.all(),
                ValueMutants.all(),
                TypeMutants.all(),
                SizeMutants.all(),
                RareMutants.all(),
                FormMutants.all(),
                PreparedMutants.all(),
                StreamMutants.all(),
                RefusalMutants.ofArguments(),
                RefusalMutants.ofClaims(),
                CrashMutants.all())
            .flatMap(List::stream)
            .toList();
    Set<String> ids = new HashSet<>();
    for (Mutant mutant : all) {
      if (!ids.add(mutant.id())) {
        throw new IllegalStateException("two mutants are named " + mutant.id());
      }
    }
    return all;
  }

  /**
   * All mutants.
   *
   * @return an unmodifiable list
   */
  public static List<Mutant> all() {
    return ALL;
  }

  /**
   * One mutant by its identifier.
   *
   * @param id the identifier
   * @return the mutant
   * @throws IllegalArgumentException if there is none; the message lists all mutants
   */
  public static Mutant named(String id) {
    return ALL.stream()
        .filter(mutant -> mutant.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no mutant \""
                        + id
                        + "\"; there are "
                        + ALL.stream().map(Mutant::id).collect(Collectors.joining(", "))));
  }
}
