package org.conv4j.verify.vector;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of one JSON object: all required ones, and no unknown ones. */
final class JsonFields {
  private final Map<?, ?> values;
  private final String path;
  private final Place place;

  private JsonFields(Map<?, ?> values, String path, Place place) {
    this.values = values;
    this.path = path;
    this.place = place;
  }

  /** An object without optional fields. */
  static JsonFields of(Object value, String path, Place place, List<String> required) {
    return of(value, path, place, required, List.of());
  }

  /**
   * Checks names and nulls.
   *
   * @param path what to call the object, empty for a file or vector itself
   */
  static JsonFields of(
      Object value, String path, Place place, List<String> required, List<String> optional) {
    if (!(value instanceof Map<?, ?> map)) {
      String what = path.isEmpty() ? "here" : path;
      throw place.error(what + " must be an object, not " + describe(value));
    }
    JsonFields fields = new JsonFields(map, path, place);
    Set<String> allowed = new LinkedHashSet<>(required);
    allowed.addAll(optional);
    for (Object name : map.keySet()) {
      if (!allowed.contains(name)) {
        String all = String.join(", ", allowed);
        throw place.error("unknown field " + fields.path((String) name) + "; allowed are " + all);
      }
    }
    for (String name : required) {
      if (!map.containsKey(name)) {
        String all = String.join(", ", required);
        throw place.error("missing field " + fields.path(name) + "; required are " + all);
      }
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (entry.getValue() == null) {
        throw place.error(fields.path((String) entry.getKey()) + " is null; null is not allowed");
      }
    }
    return fields;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Object value(String name) {
    return values.get(name);
  }

  /** The name of a field, from the file or the vector down. */
  String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  String text(String name) {
    Object value = values.get(name);
    if (value instanceof String text && !text.isBlank()) {
      return text;
    }
    throw place.error(path(name) + " must be a string with some text, not " + describe(value));
  }

  int count(String name) {
    return count(values.get(name), path(name), place);
  }

  /** A whole number from 0 to the largest {@code int}. */
  static int count(Object value, String path, Place place) {
    if (value instanceof Numeral numeral && numeral.isWhole()) {
      try {
        int count = numeral.intValue();
        if (count >= 0) {
          return count;
        }
      } catch (NumberFormatException tooLarge) {
        // As for a negative number, below.
      }
    }
    throw place.error(
        path
            + " must be a whole number from 0 to "
            + Integer.MAX_VALUE
            + ", not "
            + describe(value));
  }

  List<?> list(String name) {
    Object value = values.get(name);
    if (value instanceof List<?> list) {
      return list;
    }
    throw place.error(path(name) + " must be a list, not " + describe(value));
  }

  /** A value for a message: short ones as they are written, the others by their kind. */
  static String describe(Object value) {
    if (value instanceof String text) {
      return '"' + text + '"';
    }
    if (value instanceof Map<?, ?>) {
      return "an object";
    }
    return value instanceof List<?> ? "a list" : String.valueOf(value);
  }
}
