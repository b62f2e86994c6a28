package org.conv4j.verify.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.conv4j.verify.law.ConvolverLaw;
import org.conv4j.verify.law.Law;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.layer.law.LayerLaw;
import org.conv4j.verify.layer.law.LayerLaws;
import org.conv4j.verify.layer.operand.LayerRecipe;
import org.conv4j.verify.layer.vector.LayerVectors;
import org.conv4j.verify.operand.Case;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.subject.Subject;
import org.conv4j.verify.subject.SubjectKind;
import org.conv4j.verify.vector.GoldenVectors;

/** Everything that there is to check. */
public final class Manifest {
  /** The beginning of the identifiers of all laws of layers. */
  private static final String LAYERS = "layer.";

  private Manifest() {}

  /**
   * Every law and every golden vector for convolvers.
   *
   * @return a fresh list, as {@link #of}
   */
  public static List<Check> all() {
    return of(SubjectKind.CONVOLVER);
  }

  /**
   * Every law and every golden vector for a kind of subjects, in the order in which they are
   * checked: beginning with the laws whose failure makes most others fail, too.
   *
   * @param kind the kind
   * @return a fresh list
   */
  public static List<Check> of(SubjectKind kind) {
    return switch (kind) {
      case CONVOLVER -> {
        // The first call of all may be the wrong one: it is for a law that looks at the elements.
        // What a convolver makes for a size when it first meets it, threads must be the first to
        // meet.
        List<Check> checks =
            laws(Laws.smoke(), Laws.named("exact"), Laws.named("concurrent"), Laws.all());
        GoldenVectors.all().forEach(vector -> checks.add(new VectorCheck(vector)));
        yield checks;
      }
      case LAYER -> {
        List<Check> checks =
            laws(
                LayerLaws.smoke(),
                LayerLaws.named("layer.exact"),
                LayerLaws.named("layer.concurrent"),
                LayerLaws.all());
        LayerVectors.all().forEach(vector -> checks.add(new LayerVectorCheck(vector)));
        yield checks;
      }
    };
  }

  private static <S extends Subject, R extends Case, L extends Law<S, R>> List<Check> laws(
      List<L> smoke, L first, L threads, List<L> all) {
    List<Check> checks = new ArrayList<>();
    Stream.of(Stream.of(first), smoke.stream(), Stream.of(threads), all.stream())
        .flatMap(laws -> laws)
        .distinct()
        .forEach(law -> checks.add(new LawCheck<>(law, smoke.contains(law))));
    return checks;
  }

  /**
   * The laws for a kind of subjects that are checked first, because most others fail if one of them
   * does.
   *
   * @param kind the kind
   * @return their identifiers, the most fundamental first
   */
  public static List<String> smoke(SubjectKind kind) {
    return switch (kind) {
      case CONVOLVER -> Laws.smoke().stream().map(ConvolverLaw::id).toList();
      case LAYER -> LayerLaws.smoke().stream().map(LayerLaw::id).toList();
    };
  }

  /**
   * Requires that each identifier names a check.
   *
   * @param ids identifiers, in which {@code *} stands for any characters
   * @param kinds the kinds of subjects whose checks may be named
   * @throws IllegalArgumentException if one matches no law and no golden vector
   */
  static void requireNamed(List<String> ids, Collection<SubjectKind> kinds) {
    if (ids.isEmpty()) {
      return;
    }
    List<Check> checks = kinds.stream().flatMap(kind -> of(kind).stream()).toList();
    for (String id : ids) {
      Pattern pattern = Pattern.compile(Ids.pattern(id));
      if (checks.stream().noneMatch(check -> pattern.matcher(check.id()).matches())) {
        throw new IllegalArgumentException("no law and no golden vector is named \"" + id + "\"");
      }
    }
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
      return Stream.<Check>concat(
              GoldenVectors.all().stream().map(VectorCheck::new),
              LayerVectors.all().stream().map(LayerVectorCheck::new))
          .filter(check -> check.id().equals(id))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no golden vector \"" + id + "\""));
    }
    int slash = token.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "a token is law/recipe or " + VectorCheck.PREFIX + "id, not \"" + token + "\"");
    }
    String id = token.substring(0, slash);
    String recipe = token.substring(slash + 1);
    if (id.startsWith(LAYERS)) {
      LayerLaw law = LayerLaws.named(id);
      LayerRecipe layer = LayerRecipe.parse(recipe);
      refuse(law.excludes(layer), token);
      return new RecipeCheck<>(new LawCheck<>(law, LayerLaws.smoke().contains(law)), layer);
    }
    ConvolverLaw law = Laws.named(id);
    Recipe operands = Recipe.parse(recipe);
    refuse(law.excludes(operands), token);
    return new RecipeCheck<>(new LawCheck<>(law, Laws.smoke().contains(law)), operands);
  }

  private static void refuse(Optional<String> excluded, String token) {
    if (excluded.isPresent()) {
      throw new IllegalArgumentException(
          "no recipe for the law "
              + token.substring(0, token.indexOf('/'))
              + ": "
              + excluded.get()
              + ", in \""
              + token
              + "\"");
    }
  }
}
