package org.conv4j.verify.layer.law;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The manifest of layers: every law, in the order in which they are checked and reported. */
public final class LayerLaws {
  private static final List<LayerLaw> ALL = collect();

  /** The laws that fail when something fundamental is wrong, the most fundamental first. */
  private static final List<LayerLaw> SMOKE =
      Stream.of("layer.shape", "layer.exact").map(LayerLaws::named).toList();

  private LayerLaws() {}

  private static List<LayerLaw> collect() {
    List<LayerLaw> laws = new ArrayList<>();
    laws.addAll(SumLaws.all());
    laws.addAll(PeerLaws.all());
    laws.addAll(TypeLaws.all());
    laws.addAll(OptionLaws.all());
    laws.addAll(MapLaws.all());
    laws.addAll(TransposeLaws.all());
    laws.addAll(PreparedLayerLaws.all());
    laws.addAll(LayerContractLaws.all());
    laws.addAll(LayerRefusalLaws.all());
    Set<String> ids = new HashSet<>();
    for (LayerLaw law : laws) {
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
  public static List<LayerLaw> all() {
    return ALL;
  }

  /**
   * The laws that are checked first, because most others fail if one of them does.
   *
   * @return an unmodifiable list of some of all laws, the most fundamental first
   */
  public static List<LayerLaw> smoke() {
    return SMOKE;
  }

  /**
   * One law by its identifier.
   *
   * @param id the identifier
   * @return the law
   * @throws IllegalArgumentException if there is none; the message lists all laws
   */
  public static LayerLaw named(String id) {
    return ALL.stream()
        .filter(law -> law.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no law \""
                        + id
                        + "\"; there are "
                        + ALL.stream().map(LayerLaw::id).collect(Collectors.joining(", "))));
  }
}
