package org.conv4j.verify.certificate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.conv4j.api.DType;

/** Constants of enums as a certificate writes them: {@code not-conformant}. */
final class Words {
  private Words() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> E parse(Class<E> type, String word) {
    List<E> all = Arrays.asList(type.getEnumConstants());
    return all.stream()
        .filter(value -> of(value).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + word + "\" is none of " + all.stream().map(Words::of).toList()));
  }

  /** A type by the name that NumPy has for it. */
  static DType dtype(String name) {
    return Arrays.stream(DType.values())
        .filter(type -> type.numpyName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no dtype \"" + name + "\""));
  }
}
