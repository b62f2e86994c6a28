package org.conv4j.verify.vector.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The parts that a file has whatever its vectors ask for. */
public final class VectorFile {
  private static final List<String> PROVENANCE_FIELDS =
      List.of("library", "version", "numpy", "function", "generator", "command");

  private VectorFile() {}

  /**
   * Reads one vector.
   *
   * @param <V> the type of vectors
   */
  @FunctionalInterface
  public interface VectorReader<V> {
    /**
     * Reads one vector.
     *
     * @param value what JSON has
     * @param here the place of the vector
     * @return the vector
     * @throws VectorFormatException if it breaks a rule
     */
    V read(Object value, Place here);
  }

  /**
   * Refuses another schema than the one given. The schema comes first: a file in a later schema may
   * have other fields.
   *
   * @param value what JSON has
   * @param schema the one that the reader knows
   * @param place the file
   * @throws VectorFormatException if the file is in another schema
   */
  public static void requireSchema(Object value, String schema, Place place) {
    if (value instanceof Map<?, ?> map
        && map.containsKey("schema")
        && !schema.equals(map.get("schema"))) {
      String given = JsonFields.describe(map.get("schema"));
      throw place.error("schema must be \"" + schema + "\", not " + given);
    }
  }

  /**
   * Reads the field {@code provenance}.
   *
   * @param file the fields of the file
   * @return the provenance
   * @throws VectorFormatException if a part is missing
   */
  public static Provenance provenance(JsonFields file) {
    JsonFields fields =
        JsonFields.of(file.value("provenance"), "provenance", file.place(), PROVENANCE_FIELDS);
    return new Provenance(
        fields.text("library"),
        fields.text("version"),
        fields.text("numpy"),
        fields.text("function"),
        fields.text("generator"),
        fields.text("command"));
  }

  /**
   * Reads the field {@code vectors}, which has as many as the field {@code count} says.
   *
   * @param <V> the type of vectors
   * @param file the fields of the file
   * @param reader reads one vector
   * @param id the identifier of a vector
   * @return an unmodifiable list in the order of the file, at least one
   * @throws VectorFormatException if there is none or another number, or two have one identifier
   */
  public static <V> List<V> vectors(
      JsonFields file, VectorReader<V> reader, Function<V, String> id) {
    Place place = file.place();
    List<?> list = file.list("vectors");
    int count = file.count("count");
    if (list.size() != count) {
      throw place.error("count is " + count + ", but there are " + list.size() + " vectors");
    }
    if (list.isEmpty()) {
      throw place.error("there is no vector; a file holds at least one");
    }
    Set<String> seen = new HashSet<>();
    List<V> vectors = new ArrayList<>();
    for (int index = 0; index < list.size(); index++) {
      Object value = list.get(index);
      Object name = value instanceof Map<?, ?> map ? map.get("id") : null;
      Place here = place.vector(index, name);
      V vector = reader.read(value, here);
      if (!seen.add(id.apply(vector))) {
        throw here.error("this identifier is used twice; identifiers must differ");
      }
      vectors.add(vector);
    }
    return List.copyOf(vectors);
  }
}
