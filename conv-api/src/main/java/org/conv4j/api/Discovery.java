package org.conv4j.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The implementations of an interface, found by {@link ServiceLoader} when first asked for, among
 * the classes that the class loader of this library can see.
 *
 * @param <C> the interface
 */
final class Discovery<C> {
  private final Class<C> type;
  private final Function<C, String> name;
  private final String kind;
  private final String advice;

  /** What was found; null before, and after a failure. */
  private volatile List<C> found;

  /**
   * Nothing found yet.
   *
   * @param type the interface
   * @param name the name of an implementation
   * @param kind what messages call an implementation
   * @param advice what messages say where there is none
   */
  Discovery(Class<C> type, Function<C, String> name, String kind, String advice) {
    this.type = type;
    this.name = name;
    this.kind = kind;
    this.advice = advice;
  }

  /** What there is, in the order of the names. */
  List<C> available() {
    List<C> known = found;
    if (known == null) {
      known = load(Discovery.class.getClassLoader());
      found = known;
    }
    return known;
  }

  List<C> load(ClassLoader loader) {
    return inOrder(ServiceLoader.load(type, loader));
  }

  List<C> inOrder(Iterable<C> implementations) {
    List<C> sorted = new ArrayList<>();
    implementations.forEach(sorted::add);
    sorted.sort(Comparator.comparing(name));
    for (int i = 1; i < sorted.size(); i++) {
      C a = sorted.get(i - 1);
      C b = sorted.get(i);
      if (name.apply(a).equals(name.apply(b))) {
        throw new IllegalStateException(
            "two "
                + kind
                + "s are named \""
                + name.apply(a)
                + "\": "
                + a.getClass().getName()
                + " and "
                + b.getClass().getName());
      }
    }
    return List.copyOf(sorted);
  }

  C named(String wanted) {
    return named(wanted, available());
  }

  C named(String wanted, List<C> present) {
    Objects.requireNonNull(wanted, "name");
    return present.stream()
        .filter(implementation -> name.apply(implementation).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no " + kind + " named \"" + wanted + "\"; present: " + names(present)));
  }

  private String names(List<C> present) {
    return present.isEmpty()
        ? "none (" + advice + ")"
        : present.stream().map(name).collect(Collectors.joining(", "));
  }

  /** Refuses to choose from nothing. */
  void requireAny(List<C> present) {
    if (present.isEmpty()) {
      throw new IllegalStateException("no " + kind + " present: " + names(present));
    }
  }
}
