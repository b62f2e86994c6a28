package org.conv4j.verify.law;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The manifest: every law, in the order in which they are checked and reported. */
public final class Laws {
  private static final List<ConvolverLaw> ALL = collect();

  /** The laws that fail when something fundamental is wrong, the most fundamental first. */
  private static final List<ConvolverLaw> SMOKE =
      Stream.of("shape.full", "exact", "integers.wrap", "shape.same", "shape.valid")
          .map(Laws::named)
          .toList();

  private Laws() {}

  private static List<ConvolverLaw> collect() {
    List<ConvolverLaw> laws = new ArrayList<>();
    laws.addAll(WindowLaws.all());
    laws.addAll(OracleLaws.all());
    laws.addAll(ValueLaws.all());
    laws.addAll(DTypeLaws.all());
    laws.addAll(AlgebraLaws.all());
    laws.addAll(SymmetryLaws.all());
    laws.addAll(PreparedLaws.all());
    laws.addAll(StreamLaws.all());
    laws.addAll(OverloadLaws.all());
    laws.addAll(FormLaws.all());
    laws.addAll(ContractLaws.all());
    laws.addAll(RefusalLaws.all());
    Set<String> ids = new HashSet<>();
    for (ConvolverLaw law : laws) {
      if (!ids.add(law.id())) {
        throw new IllegalStateException("two laws are named " + law.id());
      }
    }
    return List.copyOf(laws);
  }

  /**
   * All laws.
   *
   * @return an unmodifiable list
   */
  public static List<ConvolverLaw> all() {
    return ALL;
  }

  /**
   * The laws that are checked first, because most others fail if one of them does.
   *
   * @return an unmodifiable list of some of all laws, the most fundamental first
   */
  public static List<ConvolverLaw> smoke() {
    return SMOKE;
  }

  /**
   * One law by its identifier.
   *
   * @param id the identifier
   * @return the law
   * @throws IllegalArgumentException if there is none; the message lists all laws
   */
  public static ConvolverLaw named(String id) {
    return ALL.stream()
        .filter(law -> law.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no law \""
                        + id
                        + "\"; there are "
                        + ALL.stream().map(ConvolverLaw::id).collect(Collectors.joining(", "))));
  }
}
