package org.conv4j.verify.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.verify.certificate.Merge.Shard;
import org.conv4j.verify.json.Json;
import org.conv4j.verify.run.Effort;
import org.conv4j.verify.run.ExpectedFailure;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Settings;
import org.conv4j.verify.subject.Claims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MergeTest {
  private static List<Shard> shards(Report whole, int count) {
    List<Shard> shards = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      shards.add(shard(Samples.shard(whole, i, count)));
    }
    return shards;
  }

  private static Shard shard(Report report) {
    return new Shard(report.selection().shard() + ".json", Samples.read(report));
  }

  private static String refusal(Shard... shards) {
    List<String> messages = new ArrayList<>();
    assertThatThrownBy(() -> Merge.shards(List.of(shards)))
        .isInstanceOf(UnusableCertificate.class)
        .satisfies(thrown -> messages.add(thrown.getMessage()));
    return messages.get(0);
  }

  static List<Report> wholes() {
    return List.of(
        Samples.DIRECT,
        Samples.CORRELATES,
        Samples.THROWS,
        Samples.withLongArrays(),
        Samples.LAYERS);
  }

  @ParameterizedTest
  @MethodSource("wholes")
  void shards_in_any_order_give_the_whole(Report whole) {
    List<Shard> shards = shards(whole, 3);
    Collections.reverse(shards);
    Report merged = Merge.shards(shards);
    assertThat(merged.time()).isEqualTo(whole.time().multipliedBy(3));
    ObjectNode tree = Certificate.tree(merged);
    ObjectNode expected = Certificate.tree(whole);
    tree.set("seconds", expected.get("seconds"));
    assertThat(Json.indented(tree)).isEqualTo(Json.indented(expected));
  }

  @Test
  void one_shard_of_one_is_the_whole() {
    assertThat(Certificate.of(Merge.shards(List.of(shard(Samples.CORRELATES)))))
        .isEqualTo(Certificate.of(Samples.CORRELATES));
  }

  @Test
  void it_began_when_the_first_did_and_names_every_java() {
    Report first = Samples.shard(Samples.DIRECT, 1, 2);
    Report late =
        new Report(
            first.subject(),
            first.claims(),
            first.settings(),
            first.selection(),
            first.expected(),
            List.of("99+1"),
            first.started().plusSeconds(7),
            first.time(),
            first.problems(),
            first.results());
    Report merged = Merge.shards(List.of(shard(late), shard(Samples.shard(Samples.DIRECT, 2, 2))));
    assertThat(merged.started()).isEqualTo(first.started());
    assertThat(merged.java()).containsExactly("99+1", first.java().get(0));
  }

  @Test
  void a_shard_that_is_missing_is_named() {
    List<Shard> shards = shards(Samples.DIRECT, 4);
    assertThat(refusal(shards.get(1), shards.get(3)))
        .isEqualTo("of 4 shards these are missing: 1/4, 3/4");
  }

  @Test
  void a_shard_that_is_there_twice_is_named() {
    List<Shard> shards = shards(Samples.DIRECT, 2);
    assertThat(refusal(shards.get(0), shards.get(1), shards.get(0)))
        .isEqualTo("1.json and 1.json are both of shard 1/2");
  }

  @Test
  void a_shard_that_did_not_do_its_part_is_found_out() {
    Shard first = shards(Samples.DIRECT, 2).get(0);
    Report idle = Samples.shard(Samples.shard(Samples.DIRECT, 1, 2), 2, 2);
    assertThat(refusal(first, shard(idle))).endsWith("and should be by one");
  }

  private static String refused(String subject, Claims claims, Settings settings) {
    Report it = Samples.shard(Samples.DIRECT, 2, 2);
    Report other =
        new Report(
            subject,
            claims,
            settings,
            it.selection(),
            it.expected(),
            it.java(),
            it.started(),
            it.time(),
            it.problems(),
            it.results());
    return refusal(shard(Samples.shard(Samples.DIRECT, 1, 2)), shard(other));
  }

  private static String refused(Settings settings) {
    return refused("direct", Samples.DIRECT.claims(), settings);
  }

  @Test
  void shards_of_other_runs_are_refused() {
    Settings ours = Samples.DIRECT.settings();
    assertThat(refused(ours.withSeed(2)))
        .isEqualTo("1.json and 2.json are not of one run: seed 1 and 2");
    assertThat(refused(ours.withTries(9))).endsWith("tries 3 and 9");
    assertThat(refused(ours.withLimit(Duration.ofMillis(1500)))).endsWith("limit 10.0 and 1.5");
    assertThat(refused(ours.withBudget(Duration.ofMinutes(1)))).endsWith("budget none and 60.0");
    assertThat(refused(Settings.of(Effort.STANDARD).withTries(3)))
        .endsWith("effort smoke and standard");
    Claims claims = Samples.DIRECT.claims();
    Capabilities weaker = new DirectConvolver().capabilities().withAccuracy(Accuracy.NORMWISE);
    assertThat(refused("other", claims, ours)).endsWith("subject direct and other");
    assertThat(refused("direct", new Claims.OfConvolver(weaker), ours))
        .contains("claims", "accuracy COMPONENTWISE", "accuracy NORMWISE");
    List<Shard> others = shards(Samples.DIRECT, 3);
    assertThat(refusal(shards(Samples.DIRECT, 2).get(0), others.get(1))).endsWith("shards 2 and 3");
  }

  /** No shard can tell; the whole run would have. */
  @Test
  void an_expected_failure_that_nothing_came_of_shows_in_the_whole() {
    ExpectedFailure entry =
        new ExpectedFailure("complex.conjugate", "known", "somewhere", LocalDate.of(2030, 12, 31));
    Report whole = Samples.withExpected(entry);
    assertThat(Merge.shards(shards(whole, 2)).problems())
        .containsExactly(
            "\"complex.conjugate\" is expected to fail, but is about something that"
                + " is not claimed");
  }
}
