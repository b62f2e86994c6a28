package org.conv4j.verify.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.Mode;
import org.conv4j.api.NonFinite;
import org.conv4j.api.Shape;
import org.conv4j.verify.law.ConvolverLaw;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.layer.law.LayerLaw;
import org.conv4j.verify.layer.law.LayerLaws;
import org.conv4j.verify.operand.Space;
import org.conv4j.verify.run.Effort;
import org.conv4j.verify.search.Sweep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** SPEC.md says of the laws what the code does. */
class SpecTest {
  /** All that can be claimed, up to ranks that no law tells apart. */
  private static final List<Capabilities> CLAIMS = claims();

  private static List<Capabilities> claims() {
    return subsets(DType.class)
        .flatMap(types -> subsets(Mode.class).map(modes -> basic(types, modes)))
        .flatMap(claims -> IntStream.of(0, 1, 2, 3, 7).mapToObj(claims::withMaxRank))
        .flatMap(claims -> Stream.of(claims, claims.withMaxRank(Integer.MAX_VALUE)))
        .distinct()
        // NumPy's convention takes scalars for vectors, and so has no lower rank than 1.
        .flatMap(
            claims ->
                claims.maxRank() == 0
                    ? Stream.of(claims)
                    : Stream.of(claims, claims.withConvention(Convention.NUMPY)))
        .distinct()
        .flatMap(claims -> Stream.of(claims, claims.withNonFinite(NonFinite.LOCAL)))
        .toList();
  }

  private static Capabilities basic(Set<DType> types, Set<Mode> modes) {
    return Capabilities.basic()
        .withDTypes(types.toArray(DType[]::new))
        .withModes(modes.toArray(Mode[]::new));
  }

  /** All but the empty one. */
  private static <E extends Enum<E>> Stream<Set<E>> subsets(Class<E> type) {
    E[] all = type.getEnumConstants();
    return IntStream.range(1, 1 << all.length)
        .mapToObj(
            bits -> {
              Set<E> subset = EnumSet.noneOf(type);
              for (int i = 0; i < all.length; i++) {
                if ((bits >> i & 1) == 1) {
                  subset.add(all[i]);
                }
              }
              return subset;
            });
  }

  @Test
  void the_rules_are_the_laws_in_their_order() {
    assertThat(Spec.all())
        .extracting(rule -> "[" + rule.id() + "] " + rule.level() + ": " + rule.statement())
        .containsExactlyElementsOf(
            Stream.concat(Laws.all().stream(), LayerLaws.all().stream())
                .map(Object::toString)
                .toList());
  }

  private static boolean isOfLayers(Rule rule) {
    return rule.id().startsWith("layer.");
  }

  static List<Rule> rules() {
    return Spec.all().stream().filter(rule -> !isOfLayers(rule)).toList();
  }

  static List<Rule> rulesOfLayers() {
    return Spec.all().stream().filter(SpecTest::isOfLayers).toList();
  }

  private static Stream<LayerCapabilities> claimsOfLayers() {
    return subsets(DType.class)
        .map(types -> LayerCapabilities.basic().withDTypes(types.toArray(DType[]::new)))
        .flatMap(claims -> IntStream.of(1, 2, 3).mapToObj(claims::withMaxSpatialRank))
        .flatMap(
            claims ->
                Stream.concat(
                        Stream.of(EnumSet.noneOf(LayerFeature.class)), subsets(LayerFeature.class))
                    .map(some -> claims.withFeatures(some.toArray(LayerFeature[]::new))))
        .flatMap(claims -> Stream.of(claims, claims.withNonFinite(NonFinite.LOCAL)));
  }

  @ParameterizedTest
  @MethodSource("rulesOfLayers")
  void a_rule_of_layers_applies_to_those_who_claim_what_it_needs(Rule rule) {
    LayerLaw law = LayerLaws.named(rule.id());
    List<LayerCapabilities> wrong =
        claimsOfLayers()
            .filter(
                claims ->
                    law.space(claims).isPresent()
                        != rule.needs().stream().allMatch(need -> need.isMetBy(claims)))
            .toList();
    assertThat(wrong).as("%s needs %s", rule.id(), rule.needsText()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rulesOfLayers")
  void no_need_of_a_rule_of_layers_follows_from_the_others(Rule rule) {
    for (Need missing : rule.needs()) {
      assertThat(claimsOfLayers())
          .as("%s needs %s, and something that implies it", rule.id(), missing.text())
          .anyMatch(
              claims -> rule.needs().stream().allMatch(n -> n.isMetBy(claims) == (n != missing)));
    }
  }

  @Test
  void the_chapter_of_layers_counts_the_rules_that_a_lambda_meets() {
    long met =
        LayerLaws.all().stream()
            .filter(law -> law.space(LayerCapabilities.basic()).isPresent())
            .count();
    assertThat(Spec.text().replaceAll("\\s+", " "))
        .contains("are enough for " + met + " of the " + LayerLaws.all().size() + " rules");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_applies_to_those_who_claim_what_it_needs_and_to_nobody_else(Rule rule) {
    ConvolverLaw law = Laws.named(rule.id());
    assertThat(CLAIMS)
        .as("%s needs %s", rule.id(), rule.needsText())
        .allSatisfy(
            claims ->
                assertThat(law.space(claims).isPresent())
                    .as("whether it applies to %s", claims)
                    .isEqualTo(rule.needs().stream().allMatch(need -> need.isMetBy(claims))));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void no_need_follows_from_the_others(Rule rule) {
    for (Need missing : rule.needs()) {
      assertThat(CLAIMS)
          .as("%s needs %s, and something that implies it", rule.id(), missing.text())
          .anyMatch(
              claims -> rule.needs().stream().allMatch(n -> n.isMetBy(claims) == (n != missing)));
    }
  }

  @ParameterizedTest
  @EnumSource(Need.class)
  void each_need_is_explained_and_used(Need need) {
    assertThat(tableOfNeeds()).anyMatch(line -> line.contains("`" + need.text() + "`"));
    assertThat(Spec.all()).anyMatch(rule -> rule.needs().contains(need));
  }

  @Test
  void no_other_need_is_explained() {
    assertThat(tableOfNeeds().stream().flatMap(line -> Arrays.stream(line.split("`, ?`|`", -1))))
        .filteredOn(part -> !part.isBlank())
        .allMatch(text -> text.equals(Need.NONE) || Need.ofText(text).isPresent());
  }

  /** The first column. */
  private static List<String> tableOfNeeds() {
    List<String> cells =
        Spec.text()
            .lines()
            .filter(l -> l.startsWith("| `"))
            .map(l -> l.split("\\|", -1)[1])
            .toList();
    assertThat(cells).isNotEmpty();
    return cells;
  }

  /** In one line, up to the first rule. */
  private static String introduction() {
    return Spec.text().substring(0, Spec.text().indexOf("\n### ")).replaceAll("\\s+", " ");
  }

  @Test
  void the_introduction_counts_the_rules_that_a_lambda_meets() {
    long met =
        Laws.all().stream().filter(law -> law.space(Capabilities.basic()).isPresent()).count();
    assertThat(introduction())
        .contains("enough for " + met + " of the " + Laws.all().size() + " rules");
  }

  @Test
  void the_introduction_tells_how_much_is_tried() {
    assertThat(introduction())
        .contains(
            tried(
                Effort.SMOKE,
                "`smoke` draws %d recipes for each rule and goes to lengths beyond 2^%d"),
            tried(
                Effort.STANDARD,
                "`standard`, which is what conformance means, draws %d and goes beyond 2^%d;"),
            tried(Effort.THOROUGH, "`thorough` draws %d and goes beyond 2^%d."));
  }

  private static String tried(Effort effort, String text) {
    int longest =
        Sweep.of(Space.all(), effort.reach(), 1).stream()
            .mapToInt(recipe -> longest(recipe.shapes().get(0), recipe.shapes().get(1)))
            .max()
            .orElseThrow();
    return String.format(
        Locale.ROOT,
        text,
        effort.tries(),
        Integer.numberOfTrailingZeros(Integer.highestOneBit(longest)));
  }

  private static int longest(Shape in1, Shape in2) {
    return IntStream.range(0, in1.rank())
        .map(axis -> in1.extent(axis) + in2.extent(axis) - 1)
        .max()
        .orElse(1);
  }

  @Test
  void what_is_not_verified_is_listed() {
    String text = Spec.text();
    int heading = text.indexOf("\n## What is not verified\n");
    assertThat(heading).isPositive();
    assertThat(text.substring(heading).lines().filter(line -> line.startsWith("- ")))
        .hasSizeGreaterThan(10);
  }

  @Test
  void no_line_is_too_long_to_read_as_it_is() {
    assertThat(Spec.text().lines()).allMatch(line -> line.length() <= 100 || line.startsWith("|"));
  }

  @Test
  void advice_is_given_for_laws_alone() {
    assertThat(Spec.advice("refuse.message"))
        .hasValueSatisfying(advice -> assertThat(advice).startsWith("Put both shapes into"));
    assertThat(Spec.advice("textbook.scipy.full.lecture")).isEmpty();
  }

  @Test
  void a_wrong_identifier_is_refused_with_the_right_ones() {
    assertThatThrownBy(() -> Spec.named("none"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no law \"none\"; there are shape.full, shape.same, ")
        .hasMessageEndingWith(", layer.refuse.message");
  }
}
