package org.conv4j.verify.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conv4j.verify.layer.mutant.LayerMutant;
import org.conv4j.verify.layer.mutant.LayerMutants;
import org.conv4j.verify.mutant.Mutant;
import org.conv4j.verify.mutant.Mutants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SPEC.md and the mutants name each other. */
class SpecMutantsTest {
  static List<Rule> rules() {
    return Spec.all();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_lists_the_mutants_that_it_must_catch_in_their_order(Rule rule) {
    List<String> named =
        Stream.concat(
                Mutants.all().stream()
                    .filter(mutant -> mutant.caughtBy().contains(rule.id()))
                    .map(Mutant::id),
                LayerMutants.all().stream()
                    .filter(mutant -> mutant.caughtBy().contains(rule.id()))
                    .map(LayerMutant::id))
            .toList();
    assertThat(named).as("mutants that name %s", rule.id()).isNotEmpty();
    assertThat(rule.kills())
        .as(
            "in SPEC.md, %s should have%n- **Kills:** %s%n",
            rule.id(), named.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", ")))
        .isEqualTo(named);
  }

  @Test
  void mutants_name_rules_alone() {
    List<String> ids = Spec.all().stream().map(Rule::id).toList();
    assertThat(Mutants.all())
        .allSatisfy(mutant -> assertThat(ids).as(mutant.id()).containsAll(mutant.caughtBy()));
    assertThat(LayerMutants.all())
        .allSatisfy(mutant -> assertThat(ids).as(mutant.id()).containsAll(mutant.caughtBy()));
  }
}
