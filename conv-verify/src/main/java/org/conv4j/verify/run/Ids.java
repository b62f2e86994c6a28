package org.conv4j.verify.run;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Identifiers in which {@code *} stands for any characters. */
final class Ids {
  private Ids() {}

  static String pattern(String glob) {
    return Arrays.stream(glob.split("\\*", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*"));
  }
}
