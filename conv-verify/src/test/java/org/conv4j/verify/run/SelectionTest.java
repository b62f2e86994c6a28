package org.conv4j.verify.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conv4j.direct.DirectConvolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
  private static List<String> chosen(Selection selection) {
    List<Check> checks = Manifest.all();
    List<Optional<String>> reasons = selection.reasons(checks);
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      if (reasons.get(i).isEmpty()) {
        chosen.add(checks.get(i).id());
      }
    }
    return chosen;
  }

  @Test
  void shards_are_disjoint_of_one_size_and_together_everything() {
    List<String> all = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      List<String> shard = chosen(Selection.all().withShard(i + "/3"));
      assertThat(shard.size()).isBetween(Manifest.all().size() / 3, Manifest.all().size() / 3 + 1);
      all.addAll(shard);
    }
    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(Manifest.all().stream().map(Check::id).toList());
  }

  @Test
  void identifiers_may_have_stars() {
    assertThat(chosen(Selection.all().withIds(List.of("shape.*", "sum"))))
        .containsExactlyInAnyOrder("shape.full", "shape.same", "shape.valid", "sum");
    assertThat(chosen(Selection.all().withIds(List.of("scipy.same.r1.*"))))
        .isNotEmpty()
        .allMatch(id -> id.startsWith("scipy.same.r1."));
  }

  @Test
  void an_identifier_of_nothing_is_refused() {
    assertThatThrownBy(() -> Selection.all().withIds(List.of("sum", "shape")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no law and no golden vector is named \"shape\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "0/3", "4/3", "1/0", "-1/3", "a/b", "1/2/3", "99999999999/3"})
  void anything_else_than_a_shard_is_refused(String text) {
    assertThatThrownBy(() -> Selection.all().withShard(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a shard is i/n with 1 <= i <= n, not ");
  }

  @Test
  void a_part_is_not_conformance() {
    Plan plan = Plan.everything().withSelection(Selection.all().withIds(List.of("shape.full")));
    Report report = new Runner(new DirectConvolver(), Settings.standard()).run(plan, r -> {});
    assertThat(report.verdict()).isEqualTo(Verdict.PARTIAL);
    assertThat(report.results()).hasSameSizeAs(Manifest.all());
    assertThat(report.count(Check.Kind.LAW, Outcome.Passed.class)).isEqualTo(1);
  }

  @Test
  void a_smoke_run_takes_every_law_and_every_tenth_vector() {
    List<Optional<String>> reasons = Plan.everything().reasons(Effort.SMOKE);
    List<Check> checks = Manifest.all();
    long laws = 0;
    long vectors = 0;
    for (int i = 0; i < checks.size(); i++) {
      boolean made = reasons.get(i).isEmpty();
      laws += made && checks.get(i).kind() == Check.Kind.LAW ? 1 : 0;
      vectors += made && checks.get(i).kind() == Check.Kind.VECTOR ? 1 : 0;
    }
    assertThat(laws).isEqualTo(checks.stream().filter(c -> c.kind() == Check.Kind.LAW).count());
    assertThat(vectors).isEqualTo((checks.size() - laws + 9) / 10);
  }
}
