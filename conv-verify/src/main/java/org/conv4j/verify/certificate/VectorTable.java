package org.conv4j.verify.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The golden vectors, which are many: those that passed take one line each, those that were not
 * executed are grouped by reason, and the others are whole.
 */
final class VectorTable {
  private static final int COLUMNS = 4;

  private VectorTable() {}

  /**
   * The table.
   *
   * @param entries every vector, as {@link Certificate#entry} writes it
   */
  static ObjectNode fold(Iterable<ObjectNode> entries) {
    ObjectNode table = Forms.MAPPER.createObjectNode();
    ObjectNode passed = table.putObject("passed");
    ArrayNode leftOut = table.putArray("leftOut");
    ArrayNode others = table.putArray("others");
    Map<List<String>, ArrayNode> ids = new HashMap<>();
    for (ObjectNode entry : entries) {
      String id = entry.get("id").asText();
      Optional<ArrayNode> row = row(entry);
      if (row.isPresent()) {
        passed.set(id, row.get());
      } else if (entry.has("proof")) {
        others.add(entry);
      } else {
        ids.computeIfAbsent(
                List.of(entry.get("status").asText(), entry.get("reason").asText()),
                why ->
                    leftOut
                        .addObject()
                        .put("status", why.get(0))
                        .put("reason", why.get(1))
                        .putArray("ids"))
            .add(id);
      }
    }
    return table;
  }

  /** Mode, rank, seconds, and the fraction of the bound, if they are all that there is to say. */
  private static Optional<ArrayNode> row(ObjectNode entry) {
    JsonNode proof = entry.path("proof");
    JsonNode coverage = proof.path("coverage");
    boolean simple =
        entry.get("status").asText().equals("passed")
            && !entry.has("shortened")
            && !entry.has("remark")
            && proof.get("times").asInt() == 1
            && coverage.size() == 1
            && proof.get("fractions").isEmpty()
            && proof.get("observations").isEmpty();
    if (!simple) {
      return Optional.empty();
    }
    Map.Entry<String, JsonNode> mode = coverage.properties().iterator().next();
    String rank = mode.getValue().fieldNames().next();
    return Optional.of(
        Forms.MAPPER
            .createArrayNode()
            .add(mode.getKey())
            .add(Integer.parseInt(rank))
            .add(entry.get("seconds"))
            .add(proof.get("largestFraction")));
  }

  /** The entries of a table by identifier, without what the manifest knows. */
  static Map<String, JsonNode> unfold(JsonNode table) {
    Map<String, JsonNode> entries = new HashMap<>();
    table.required("passed").properties().forEach(e -> entries.put(e.getKey(), passed(e)));
    for (JsonNode some : table.required("leftOut")) {
      for (JsonNode id : some.required("ids")) {
        ObjectNode entry = Forms.MAPPER.createObjectNode().put("seconds", 0.0);
        entry.set("status", some.required("status"));
        entry.set("reason", some.required("reason"));
        entries.put(id.asText(), entry);
      }
    }
    for (JsonNode entry : table.required("others")) {
      entries.put(entry.required("id").asText(), entry);
    }
    return entries;
  }

  private static ObjectNode passed(Map.Entry<String, JsonNode> line) {
    JsonNode row = line.getValue();
    if (row.size() != COLUMNS) {
      throw new IllegalArgumentException("a vector has " + COLUMNS + " columns: " + row);
    }
    ObjectNode entry = Forms.MAPPER.createObjectNode().put("status", "passed");
    entry.set("seconds", row.get(2));
    ObjectNode proof = entry.putObject("proof").put("times", 1);
    proof.set("largestFraction", row.get(3));
    proof.putObject("fractions");
    proof.putObject("coverage").putObject(row.get(0).asText()).put(row.get(1).asText(), 1);
    proof.putArray("observations");
    return entry;
  }
}
