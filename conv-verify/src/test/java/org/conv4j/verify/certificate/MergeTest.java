package org.conv4j.verify.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.conv4j.api.Accuracy;
import org.conv4j.verify.json.Json;
import org.conv4j.verify.run.Effort;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MergeTest {
  private static final Instant LATER = Samples.CIRCUMSTANCES.started().plusSeconds(7);

  private static List<CertificateFile> shards(Report whole, int count) {
    List<CertificateFile> shards = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      shards.add(shard(Samples.shard(whole, i, count)));
    }
    return shards;
  }

  private static CertificateFile shard(Report report) {
    return Samples.read(report.selection().shard() + ".json", Samples.certificate(report));
  }

  private static String refusal(CertificateFile... files) {
    List<String> messages = new ArrayList<>();
    assertThatThrownBy(() -> Merge.of(List.of(files)))
        .isInstanceOf(UnusableCertificate.class)
        .satisfies(thrown -> messages.add(thrown.getMessage()));
    return messages.get(0);
  }

  static List<Report> wholes() {
    return List.of(Samples.DIRECT, Samples.CORRELATES, Samples.THROWS, Samples.withLongArrays());
  }

  @ParameterizedTest
  @MethodSource("wholes")
  void shardsInAnyOrderGiveTheWhole(Report whole) {
    List<CertificateFile> shards = shards(whole, 3);
    Collections.reverse(shards);
    Report report = Merge.of(shards).report();
    assertThat(report.time()).isEqualTo(whole.time().multipliedBy(3));
    Certificate expected = Samples.certificate(whole);
    Certificate merged = withSeconds(Merge.of(shards).certificate(), expected.seconds());
    assertThat(Json.indented(merged)).isEqualTo(Json.indented(expected));
  }

  private static Certificate withSeconds(Certificate it, double seconds) {
    return new Certificate(
        it.schema(),
        it.kit(),
        it.subject(),
        it.claims(),
        it.settings(),
        it.java(),
        it.started(),
        seconds,
        it.verdict(),
        it.problems(),
        it.counts(),
        it.lawCounts(),
        it.vectorCounts(),
        it.accuracy(),
        it.laws(),
        it.vectors(),
        it.failures(),
        it.expectedFailures());
  }

  @Test
  void oneShardOfOneIsTheWhole() {
    CertificateFile whole = shard(Samples.CORRELATES);
    assertThat(Json.line(Merge.of(List.of(whole)).certificate()))
        .isEqualTo(Json.line(whole.certificate()));
  }

  @Test
  void itBeganWhenTheFirstDidAndNamesEveryJava() {
    Report first = Samples.shard(Samples.DIRECT, 1, 2);
    Circumstances late = new Circumstances(LATER, List.of("25+1"), List.of());
    Certificate merged =
        Merge.of(
                List.of(
                    Samples.read(Certificate.of(first, late)),
                    shard(Samples.shard(Samples.DIRECT, 2, 2))))
            .certificate();
    assertThat(merged.started()).isEqualTo(Samples.CIRCUMSTANCES.started().toString());
    assertThat(merged.java()).containsExactly("25+1", "17.0.1+2");
  }

  @Test
  void aShardThatIsMissingIsNamed() {
    List<CertificateFile> shards = shards(Samples.DIRECT, 4);
    assertThat(refusal(shards.get(1), shards.get(3)))
        .isEqualTo("of 4 shards these are missing: 1/4, 3/4");
  }

  @Test
  void aShardThatIsThereTwiceIsNamed() {
    List<CertificateFile> shards = shards(Samples.DIRECT, 2);
    assertThat(refusal(shards.get(0), shards.get(1), shards.get(0)))
        .isEqualTo("1.json and 1.json are both of shard 1/2");
  }

  @Test
  void aShardThatDidNotDoItsPartIsFoundOut() {
    CertificateFile first = shards(Samples.DIRECT, 2).get(0);
    Report idle = Samples.shard(Samples.shard(Samples.DIRECT, 1, 2), 2, 2);
    assertThat(refusal(first, shard(idle))).endsWith("and should be by one");
  }

  private static String refusedWith(UnaryOperator<Report> change) {
    return refusal(
        shard(Samples.shard(Samples.DIRECT, 1, 2)),
        shard(Samples.shard(change.apply(Samples.DIRECT), 2, 2)));
  }

  private static Report withSettings(Report it, Settings settings) {
    return new Report(
        it.subject(),
        it.claims(),
        settings,
        it.selection(),
        it.results(),
        it.problems(),
        it.time());
  }

  @Test
  void shardsOfOtherRunsAreRefused() {
    Settings ours = Samples.DIRECT.settings();
    assertThat(refusedWith(it -> withSettings(it, ours.withSeed(2))))
        .isEqualTo("1.json and 2.json are not of one run: seed 1 and 2");
    assertThat(refusedWith(it -> withSettings(it, ours.withTries(9)))).endsWith("tries 3 and 9");
    assertThat(refusedWith(it -> withSettings(it, ours.withLimit(Duration.ofMillis(1500)))))
        .endsWith("limit 10.0 and 1.5");
    assertThat(refusedWith(it -> withSettings(it, ours.withBudget(Duration.ofMinutes(1)))))
        .endsWith("budget none and 60.0");
    assertThat(refusedWith(it -> withSettings(it, Settings.of(Effort.STANDARD).withTries(3))))
        .endsWith("effort smoke and standard");
    assertThat(refusedWith(it -> named(it, "other"))).endsWith("subject direct and other");
    assertThat(
            refusedWith(
                it ->
                    new Report(
                        it.subject(),
                        it.claims().withAccuracy(Accuracy.NORMWISE),
                        it.settings(),
                        it.selection(),
                        it.results(),
                        it.problems(),
                        it.time())))
        .contains("claims", "componentwise", "normwise");
    List<CertificateFile> others = shards(Samples.DIRECT, 3);
    assertThat(refusal(shards(Samples.DIRECT, 2).get(0), others.get(1)))
        .endsWith("number of shards 2 and 3");
  }

  private static Report named(Report it, String name) {
    return new Report(
        name, it.claims(), it.settings(), it.selection(), it.results(), it.problems(), it.time());
  }

  /** No shard can tell; the whole run would have. */
  @Test
  void anExpectedFailureThatNothingCameOfShowsInTheWhole() {
    Circumstances with =
        new Circumstances(
            Samples.CIRCUMSTANCES.started(),
            Samples.CIRCUMSTANCES.java(),
            List.of(new Expectation("complex.conjugate", "known", "somewhere", "2030-12-31")));
    List<CertificateFile> shards = new ArrayList<>();
    for (int i = 1; i <= 2; i++) {
      Report shard = Samples.shard(Samples.CORRELATES, i, 2);
      shards.add(Samples.read(Certificate.of(shard, with)));
    }
    assertThat(Merge.of(shards).report().problems())
        .containsExactly(
            "\"complex.conjugate\" is expected to fail, and is about what is not claimed");
  }
}
