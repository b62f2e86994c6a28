package org.conv4j.verify.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.conv4j.api.Convolver;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.oracle.CommonsMath;
import org.conv4j.verify.vector.GoldenVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  private static Outcome replay(Convolver convolver, String token) {
    return new Runner(convolver, Settings.standard()).run(Manifest.replay(token)).outcome();
  }

  @Test
  void it_lists_every_law_and_then_every_vector() {
    List<String> ids =
        Stream.concat(
                Laws.all().stream().map(law -> law.id()),
                GoldenVectors.all().stream().map(vector -> vector.id()))
            .toList();
    assertThat(Manifest.all())
        .extracting(Check::id)
        .containsExactlyInAnyOrderElementsOf(ids)
        .doesNotHaveDuplicates();
    assertThat(Manifest.all())
        .extracting(Check::kind)
        .isSortedAccordingTo(Comparator.naturalOrder());
  }

  @Test
  void the_laws_that_most_others_fail_with_come_first() {
    assertThat(Manifest.all().stream().takeWhile(Check::smoke).map(Check::id))
        .containsExactlyInAnyOrderElementsOf(Laws.smoke().stream().map(law -> law.id()).toList());
    assertThat(Manifest.all()).filteredOn(Check::smoke).hasSameSizeAs(Laws.smoke());
  }

  @Test
  void of_the_very_first_call_the_elements_are_checked_and_not_only_the_shape() {
    assertThat(Manifest.all().get(0).id()).isEqualTo("exact");
  }

  @Test
  void threads_meet_sizes_before_the_other_laws_do() {
    assertThat(Manifest.all().get(Laws.smoke().size()).id()).isEqualTo("concurrent");
  }

  @Test
  void everything_binds_but_the_laws_that_should_hold() {
    assertThat(Manifest.all())
        .filteredOn(check -> !check.binding())
        .extracting(Check::id)
        .containsExactly("refuse.message");
  }

  @Test
  void a_token_of_a_law_is_checked_on_its_recipe_once() {
    Check check = Manifest.replay("sum/float64/3/2/full/integers/1f");
    assertThat(check.id()).isEqualTo("sum");
    assertThat(check.kind()).isEqualTo(Check.Kind.LAW);
    assertThat(check.title()).isEqualTo(Laws.named("sum").statement());
    assertThat(replay(new DirectConvolver(), "sum/float64/3/2/full/integers/1f"))
        .isEqualTo(Outcome.Passed.WHOLE);
  }

  /** Only a subject that does not claim everything can have printed it. */
  @Test
  void a_token_of_what_a_subject_refuses_is_good_for_every_type() {
    Check check = Manifest.replay("refuse.unclaimed/float32/1/1/full/integers/0");
    assertThat(check.id()).isEqualTo("refuse.unclaimed");
  }

  @Test
  void a_token_of_a_vector_is_that_vector() {
    String id = GoldenVectors.all().get(7).id();
    assertThat(Manifest.replay("vector:" + id).id()).isEqualTo(id);
    assertThat(Manifest.replay("vector:" + id).kind()).isEqualTo(Check.Kind.VECTOR);
    assertThat(replay(new DirectConvolver(), "vector:" + id)).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void a_wrong_vector_prints_a_token_that_fails_again() {
    Convolver zeros =
        (a, b, mode) -> {
          var y = new DirectConvolver().convolve(a, b, mode);
          java.util.Arrays.fill(y.doubles(), 0);
          return y;
        };
    String token = "vector:" + GoldenVectors.all().get(0).id();
    Outcome outcome = replay(zeros, token);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).failure().token()).isEqualTo(token);
    assertThat(((Outcome.Failed) outcome).failure().what()).startsWith("against SciPy 1.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '!',
      value = {
        "rubbish # a token is law/recipe or vector:id, not \"rubbish\"",
        "vector:none # no golden vector \"none\"",
        "sum/rubbish # a recipe is dtype/shape/shape/mode/regime/seed, not \"rubbish\"",
        "sum/float64/3/2/full/odd/1 # no regime \"odd\"; there are integers, dyadic, uniform,"
            + " positive, normal, alternating, sparse, decaying, wide, range, subnormal,"
            + " non_finite, infinities, words, extremes, least, ladder, halfway, whole12, whole15, whole26,"
            + " whole31",
      })
  void aTokenOfNothingIsRefusedWithAReason(String token, String reason) {
    assertThatThrownBy(() -> Manifest.replay(token))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  @Test
  void a_token_of_no_law_lists_the_laws() {
    assertThatThrownBy(() -> Manifest.replay("summ/float64/3/2/full/integers/1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no law \"summ\"; there are shape.full, ");
  }

  /** They cannot have been printed by a run; blaming the subject for them would be wrong. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum/float64/3/2x2/full/integers/1",
        "sum/float64/0/2/full/integers/1",
        "sum/float64/3/2/full/integers/ffffffffffffffff",
        "exact/float64/2x3/3x2/valid/integers/1",
        "associative/float64/3/2/full/integers/1",
        "separable/float64/3/2/full/integers/1",
        "sum/float64/99999x99999/1x1/full/integers/1",
      })
  void aRecipeThatTheLawIsNotCheckedOnIsRefused(String token) {
    assertThatThrownBy(() -> Manifest.replay(token)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_replay_of_what_is_not_claimed_is_skipped() {
    assertThat(replay(CommonsMath.convolver(), "exact/float64/2x2/2x2/full/integers/1"))
        .isInstanceOf(Outcome.NotClaimed.class);
  }
}
