package org.conv4j.verify.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.conv4j.verify.law.Law;
import org.conv4j.verify.law.Laws;
import org.junit.jupiter.api.Test;

class MutantsTest {
  @Test
  void thereAreManyOfEveryKind() {
    assertThat(Mutants.all()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(Mutants.all().stream().map(Mutant::kind).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Kind.class));
  }

  @Test
  void identifiersAreWordsAndMistakesSentences() {
    assertThat(Mutants.all())
        .allSatisfy(
            mutant -> {
              assertThat(mutant.id())
                  .matches("[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+");
              assertThat(mutant.mistake()).matches("[A-Z0-9].*[^.]");
            });
  }

  @Test
  void noTwoAreNamedOrDescribedAlike() {
    assertThat(Mutants.all()).extracting(Mutant::id).doesNotHaveDuplicates();
    assertThat(Mutants.all()).extracting(Mutant::mistake).doesNotHaveDuplicates();
  }

  @Test
  void eachNamesLawsThatThereAre() {
    Set<String> laws = Laws.all().stream().map(Law::id).collect(Collectors.toSet());
    assertThat(Mutants.all())
        .allSatisfy(mutant -> assertThat(laws).as(mutant.id()).containsAll(mutant.caughtBy()))
        .allSatisfy(mutant -> assertThat(mutant.caughtBy()).as(mutant.id()).isNotEmpty());
  }

  @Test
  void eachLawIsNamedByOne() {
    Set<String> named =
        Mutants.all().stream()
            .flatMap(mutant -> mutant.caughtBy().stream())
            .collect(Collectors.toSet());
    List<String> without =
        Laws.all().stream().map(Law::id).filter(law -> !named.contains(law)).toList();
    assertThat(without).as("laws that no mutant names").isEmpty();
  }

  @Test
  void eachConvolverSaysWhatItClaims() {
    assertThat(Mutants.all())
        .allSatisfy(
            mutant -> assertThat(mutant.convolver().capabilities()).as(mutant.id()).isNotNull());
  }

  @Test
  void oneIsFoundByItsIdentifier() {
    assertThat(Mutants.named("kernel.not-flipped").mistake()).contains("correlation");
    assertThatThrownBy(() -> Mutants.named("kernel.flipped"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("no mutant \"kernel.flipped\"", "kernel.not-flipped");
  }
}
