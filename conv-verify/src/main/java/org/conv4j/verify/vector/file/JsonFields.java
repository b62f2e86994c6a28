package org.conv4j.verify.vector.file;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The fields of one JSON object: all required ones, and no unknown ones. */
public final class JsonFields {
  private final Map<?, ?> values;
  private final String path;
  private final Place place;

  private JsonFields(Map<?, ?> values, String path, Place place) {
    this.values = values;
    this.path = path;
    this.place = place;
  }

  /**
   * An object without optional fields.
   *
   * @param value what JSON has
   * @param path what to call the object, empty for a file or vector itself
   * @param place where it is
   * @param required the names of its fields
   * @return the fields
   * @throws VectorFormatException if it is no object, or a field is unknown, missing or null
   */
  public static JsonFields of(Object value, String path, Place place, List<String> required) {
    return of(value, path, place, required, List.of());
  }

  /**
   * An object with optional fields.
   *
   * @param value what JSON has
   * @param path what to call the object, empty for a file or vector itself
   * @param place where it is
   * @param required the names of fields that it must have
   * @param optional the names of fields that it may have
   * @return the fields
   * @throws VectorFormatException if it is no object, or a field is unknown, missing or null
   */
  public static JsonFields of(
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

  /**
   * Where the object is.
   *
   * @return the place
   */
  public Place place() {
    return place;
  }

  /**
   * Whether there is a field.
   *
   * @param name an optional field
   * @return true if it is there
   */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /**
   * What JSON has in a field.
   *
   * @param name the field
   * @return null if an optional field is not there
   */
  public Object value(String name) {
    return values.get(name);
  }

  /**
   * The name of a field, from the file or the vector down.
   *
   * @param name the field
   * @return its name in messages
   */
  public String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /**
   * A string that is not blank.
   *
   * @param name the field
   * @return the string
   * @throws VectorFormatException if it is anything else
   */
  public String text(String name) {
    Object value = values.get(name);
    if (value instanceof String text && !text.isBlank()) {
      return text;
    }
    throw place.error(path(name) + " must be a string with some text, not " + describe(value));
  }

  /**
   * An enum's constant by its name in lower case.
   *
   * @param <E> the enum
   * @param name the field
   * @param type the enum
   * @return the constant
   * @throws VectorFormatException if there is no constant of that name
   */
  public <E extends Enum<E>> E constant(String name, Class<E> type) {
    String given = text(name);
    List<String> allowed = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String spelled = constant.name().toLowerCase(Locale.ROOT);
      if (spelled.equals(given)) {
        return constant;
      }
      allowed.add(spelled);
    }
    throw place.error(
        path(name) + " must be one of " + String.join(", ", allowed) + ", not \"" + given + '"');
  }

  /**
   * A whole number from 0 to the largest {@code int}.
   *
   * @param name the field
   * @return the number
   * @throws VectorFormatException if it is anything else
   */
  public int count(String name) {
    return count(values.get(name), path(name));
  }

  /**
   * A list of whole numbers from 0 to the largest {@code int}.
   *
   * @param name the field
   * @return the numbers
   * @throws VectorFormatException if it is anything else
   */
  public int[] counts(String name) {
    List<?> list = list(name);
    int[] counts = new int[list.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = count(list.get(i), path(name) + "[" + i + "]");
    }
    return counts;
  }

  /**
   * A whole number that an {@code int} holds.
   *
   * @param name the field
   * @return the number
   * @throws VectorFormatException if it is anything else
   */
  public int whole(String name) {
    return whole(values.get(name), path(name));
  }

  /**
   * A list of whole numbers that an {@code int} holds.
   *
   * @param name the field
   * @return the numbers
   * @throws VectorFormatException if it is anything else
   */
  public int[] wholes(String name) {
    List<?> list = list(name);
    int[] numbers = new int[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = whole(list.get(i), path(name) + "[" + i + "]");
    }
    return numbers;
  }

  private int whole(Object value, String path) {
    if (value instanceof Numeral numeral && numeral.isWhole()) {
      try {
        return numeral.intValue();
      } catch (NumberFormatException tooLarge) {
        // As for anything else, below.
      }
    }
    throw place.error(path + " must be a whole number of 32 bits, not " + describe(value));
  }

  private int count(Object value, String path) {
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

  /**
   * A list.
   *
   * @param name the field
   * @return what JSON has in it
   * @throws VectorFormatException if it is anything else
   */
  public List<?> list(String name) {
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
