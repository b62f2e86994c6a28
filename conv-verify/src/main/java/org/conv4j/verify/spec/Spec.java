package org.conv4j.verify.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rules of SPEC.md, which is packaged with the kit.
 *
 * <pre>{@code
 * Spec.advice("exact").ifPresent(advice -> out.println("look at  " + advice));
 * }</pre>
 */
public final class Spec {
  private static final String NAME = "SPEC.md";

  private Spec() {}

  /** Read when first asked for. */
  private static final class Packaged {
    static final String TEXT = resource();
    static final List<Rule> RULES = SpecReader.read(NAME, TEXT);
  }

  private static String resource() {
    try (InputStream stream = Spec.class.getResourceAsStream(NAME)) {
      if (stream == null) {
        throw new IllegalStateException("the kit was packaged without " + NAME);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The whole document.
   *
   * @return Markdown
   */
  public static String text() {
    return Packaged.TEXT;
  }

  /**
   * All rules.
   *
   * @return an unmodifiable list, in the order of the laws
   */
  public static List<Rule> all() {
    return Packaged.RULES;
  }

  /**
   * One rule by the identifier of its law.
   *
   * @param id the identifier
   * @return the rule
   * @throws IllegalArgumentException if there is none; the message lists all laws
   */
  public static Rule named(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no law \""
                        + id
                        + "\"; there are "
                        + all().stream().map(Rule::id).collect(Collectors.joining(", "))));
  }

  /**
   * Where to look if a law fails.
   *
   * @param id the identifier of a law, or of anything else that can fail
   * @return some sentences in one line; empty if there is no such law
   */
  public static Optional<String> advice(String id) {
    return find(id).map(Rule::advice);
  }

  private static Optional<Rule> find(String id) {
    return all().stream().filter(rule -> rule.id().equals(id)).findFirst();
  }
}
