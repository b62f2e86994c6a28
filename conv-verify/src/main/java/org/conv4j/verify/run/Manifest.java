package org.conv4j.verify.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.conv4j.verify.law.ConvolverLaw;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.vector.GoldenVectors;

/** Everything that there is to check. */
public final class Manifest {
  private Manifest() {}

  /**
   * Every law and every golden vector for convolvers, in the order in which they are checked:
   * beginning with the laws whose failure makes most others fail, too.
   *
   * @return a fresh list
   */
  public static List<Check> all() {
    List<Check> checks = new ArrayList<>();
    // The first call of all may be the wrong one: it is for a law that looks at the elements.
    Stream<ConvolverLaw> first = Stream.of(Laws.named("exact"));
    // What a convolver makes for a size when it first meets it, threads must be the first to meet.
    Stream<ConvolverLaw> threads = Stream.of(Laws.named("concurrent"));
    Stream.of(first, Laws.smoke().stream(), threads, Laws.all().stream())
        .flatMap(laws -> laws)
        .distinct()
        .forEach(law -> checks.add(new LawCheck<>(law, Laws.smoke().contains(law))));
    GoldenVectors.all().forEach(vector -> checks.add(new VectorCheck(vector)));
    return checks;
  }

  /**
   * The one check that a replay token stands for.
   *
   * @param token what a failure printed
   * @return a check that makes it again, on those operands alone
   * @throws IllegalArgumentException if the token names no law, no recipe or no vector
   */
  public static Check replay(String token) {
    if (token.startsWith(VectorCheck.PREFIX)) {
      String id = token.substring(VectorCheck.PREFIX.length());
      return GoldenVectors.all().stream()
          .filter(vector -> vector.id().equals(id))
          .findFirst()
          .map(VectorCheck::new)
          .orElseThrow(() -> new IllegalArgumentException("no golden vector \"" + id + "\""));
    }
    int slash = token.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "a token is law/recipe or " + VectorCheck.PREFIX + "id, not \"" + token + "\"");
    }
    ConvolverLaw law = Laws.named(token.substring(0, slash));
    Recipe recipe = Recipe.parse(token.substring(slash + 1));
    law.excludes(recipe)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(
                  "no recipe for the law " + law.id() + ": " + reason + ", in \"" + token + "\"");
            });
    return new RecipeCheck<>(new LawCheck<>(law, Laws.smoke().contains(law)), recipe);
  }
}
