package org.conv4j.verify.layer.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.conv4j.verify.layer.law.LayerLaw;
import org.conv4j.verify.layer.law.LayerLaws;
import org.conv4j.verify.selftest.Selftest;
import org.junit.jupiter.api.Test;

/** The laws named for wrong layers catch them. */
class LayerMutantsAreCaughtTest {
  private static final List<String> LAWS = LayerLaws.all().stream().map(LayerLaw::id).toList();

  @Test
  void every_wrong_layer_is_caught_by_the_laws_named_for_it() {
    int threads = Runtime.getRuntime().availableProcessors();
    try (Selftest selftest = new Selftest(LayerMutants.all(), LAWS, threads, mutant -> {})) {
      assertThat(selftest.missed(1))
          .as("laws that do not catch a wrong layer that names them")
          .isEmpty();
    }
  }

  @Test
  void each_law_is_named_by_a_wrong_layer() {
    Set<String> named =
        LayerMutants.all().stream()
            .flatMap(mutant -> mutant.caughtBy().stream())
            .collect(Collectors.toSet());
    assertThat(named).containsExactlyInAnyOrderElementsOf(LAWS);
  }
}
