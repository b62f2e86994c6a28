package org.conv4j.verify.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.conv4j.verify.law.ConvolverLaw;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.layer.mutant.LayerMutant;
import org.conv4j.verify.layer.mutant.LayerMutants;
import org.junit.jupiter.api.Test;

class MutantsTest {
  private static final EnumSet<Flaw> OF_LAYERS =
      EnumSet.of(Flaw.PADDING, Flaw.GROUPS, Flaw.LOWERING, Flaw.BATCH, Flaw.GRADIENT);

  @Test
  void there_are_many_of_every_kind() {
    assertThat(Mutants.all()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(Mutants.all().stream().map(Mutant::flaw).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(OF_LAYERS));
  }

  @Test
  void layers_have_flaws_of_their_own() {
    assertThat(LayerMutants.all().stream().map(LayerMutant::flaw).collect(Collectors.toSet()))
        .containsAll(OF_LAYERS);
  }

  @Test
  void identifiers_are_words_and_mistakes_sentences() {
    assertThat(Mutants.all())
        .allSatisfy(
            mutant -> {
              assertThat(mutant.id())
                  .matches("[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+");
              assertThat(mutant.mistake()).matches("[A-Z0-9].*[^.]");
            });
  }

  @Test
  void no_two_are_named_or_described_alike() {
    assertThat(Mutants.all()).extracting(Mutant::id).doesNotHaveDuplicates();
    assertThat(Mutants.all()).extracting(Mutant::mistake).doesNotHaveDuplicates();
  }

  @Test
  void each_names_laws_that_there_are() {
    Set<String> laws = Laws.all().stream().map(ConvolverLaw::id).collect(Collectors.toSet());
    assertThat(Mutants.all())
        .allSatisfy(mutant -> assertThat(laws).as(mutant.id()).containsAll(mutant.caughtBy()))
        .allSatisfy(mutant -> assertThat(mutant.caughtBy()).as(mutant.id()).isNotEmpty());
  }

  @Test
  void each_law_is_named_by_one() {
    Set<String> named =
        Mutants.all().stream()
            .flatMap(mutant -> mutant.caughtBy().stream())
            .collect(Collectors.toSet());
    List<String> without =
        Laws.all().stream().map(ConvolverLaw::id).filter(law -> !named.contains(law)).toList();
    assertThat(without).as("laws that no mutant names").isEmpty();
  }

  @Test
  void each_convolver_says_what_it_claims() {
    assertThat(Mutants.all())
        .allSatisfy(
            mutant -> assertThat(mutant.convolver().capabilities()).as(mutant.id()).isNotNull());
  }

  @Test
  void one_is_found_by_its_identifier() {
    assertThat(Mutants.named("kernel.not-flipped").mistake()).contains("correlation");
    assertThatThrownBy(() -> Mutants.named("kernel.flipped"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("no mutant \"kernel.flipped\"", "kernel.not-flipped");
  }
}
