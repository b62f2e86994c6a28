package org.conv4j.verify.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.Mode;

/**
 * What a subject says of itself, as far as it matters here. It is asked in a process of its own:
 * the parent runs no foreign code.
 *
 * @param name its name
 * @param description what it prints as
 * @param dtypes the types it claims
 * @param maxRank the highest rank it claims; of layers that of inputs
 * @param full whether it claims full mode; false for one that computes layers
 * @param layers whether it computes layers
 * @param groups whether it claims groups; false for a convolver
 * @param accuracy the class of error bound it claims
 */
record SubjectFacts(
    String name,
    String description,
    List<DType> dtypes,
    int maxRank,
    boolean full,
    boolean layers,
    boolean groups,
    Accuracy accuracy) {
  private static final String NAME = "name";
  private static final String DESCRIPTION = "description";
  private static final String DTYPES = "dtypes";
  private static final String MAX_RANK = "maxRank";
  private static final String FULL = "full";
  private static final String LAYERS = "layers";
  private static final String GROUPS = "groups";
  private static final String ACCURACY = "accuracy";

  static SubjectFacts of(Convolver convolver) {
    var capabilities = convolver.capabilities();
    return new SubjectFacts(
        convolver.name(),
        description(convolver.name(), convolver.toString()),
        List.copyOf(capabilities.dtypes()),
        capabilities.maxRank(),
        capabilities.modes().contains(Mode.FULL),
        false,
        false,
        capabilities.accuracy());
  }

  static SubjectFacts of(LayerConvolver layers) {
    var capabilities = layers.capabilities();
    return new SubjectFacts(
        layers.name(),
        description(layers.name(), layers.toString()),
        List.copyOf(capabilities.dtypes()),
        capabilities.maxSpatialRank() + 2,
        false,
        true,
        capabilities.features().contains(LayerFeature.GROUPS),
        capabilities.accuracy());
  }

  /** The default of Object would show an address, which says nothing and differs each time. */
  private static String description(String name, String printed) {
    return printed.contains("@") || printed.contains("Lambda") ? name : printed;
  }

  static SubjectFacts of(Map<String, String> facts) {
    return new SubjectFacts(
        facts.get(NAME),
        facts.get(DESCRIPTION),
        List.of(facts.get(DTYPES).split(" ", -1)).stream().map(DType::valueOf).toList(),
        Integer.parseInt(facts.get(MAX_RANK)),
        Boolean.parseBoolean(facts.get(FULL)),
        Boolean.parseBoolean(facts.get(LAYERS)),
        Boolean.parseBoolean(facts.get(GROUPS)),
        Accuracy.valueOf(facts.get(ACCURACY)));
  }

  Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(NAME, name);
    facts.put(DESCRIPTION, description);
    facts.put(DTYPES, dtypes.stream().map(DType::name).collect(Collectors.joining(" ")));
    facts.put(MAX_RANK, Integer.toString(maxRank));
    facts.put(FULL, Boolean.toString(full));
    facts.put(LAYERS, Boolean.toString(layers));
    facts.put(GROUPS, Boolean.toString(groups));
    facts.put(ACCURACY, accuracy.name());
    return facts;
  }

  boolean admit(BenchCase one) {
    boolean kind =
        one.layer().map(layer -> layers && (groups || layer.options().groups() == 1)).orElse(full);
    return kind && one.in1().rank() <= maxRank && dtypes.contains(one.dtype());
  }
}
