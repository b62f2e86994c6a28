package org.conv4j.verify.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.Convolver;
import org.conv4j.api.Convolvers;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.verify.vector.GoldenVector;
import org.conv4j.verify.vector.GoldenVectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is not claimed is skipped, and what is left is checked. */
@Tag("thorough")
class ClaimsTest {
  private static final Settings FEW = Settings.standard().withTries(20);
  private static final Capabilities BASIC =
      Capabilities.basic().withAccuracy(Accuracy.COMPONENTWISE);

  /** Laws that take seconds, whose operands any subject can be given. */
  private static final List<String> LONG = List.of("concurrent", "sizes");

  /** Skipped in any case by a subject of doubles that says nothing of non-finite values. */
  private static final List<String> OF_OTHER_TYPES =
      List.of(
          "integers.wrap",
          "range",
          "scale.range",
          "nonfinite.local",
          "nonfinite.forms",
          "complex.conjugate",
          "complex.parts",
          "promotion",
          "prepared.types",
          "overload.types",
          "overload.float-rows");

  /** Right, and refuses what is not claimed. */
  private static Report run(Capabilities claims) {
    return run(
        new Convolver() {
          @Override
          public Capabilities capabilities() {
            return claims;
          }

          @Override
          public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
            claims.admit(in1, in2, mode);
            return new DirectConvolver().convolve(in1, in2, mode);
          }
        });
  }

  private static Report run(Convolver convolver) {
    List<Check> checks =
        Manifest.all().stream().filter(check -> !LONG.contains(check.id())).toList();
    return new Runner(convolver, FEW).run(checks, result -> {});
  }

  private static List<String> skippedLaws(Report report) {
    return report.results().stream()
        .filter(r -> r.check().kind() == Check.Kind.LAW)
        .filter(r -> r.outcome() instanceof Outcome.NotClaimed)
        .map(r -> r.check().id())
        .filter(id -> !OF_OTHER_TYPES.contains(id))
        .toList();
  }

  private static Set<String> reasons(Report report, Check.Kind kind) {
    return report.results().stream()
        .filter(r -> r.check().kind() == kind)
        .map(Result::outcome)
        .filter(Outcome.NotClaimed.class::isInstance)
        .map(outcome -> ((Outcome.NotClaimed) outcome).what())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Vectors of doubles of some kind, less those that need a claim about non-finite values. */
  private static long ordinary(Report report, Predicate<GoldenVector> which) {
    long special =
        report.results().stream()
            .filter(r -> r.check().kind() == Check.Kind.VECTOR)
            .filter(r -> r.outcome().equals(new Outcome.NotClaimed("non-finite LOCAL")))
            .count();
    long all =
        GoldenVectors.all().stream()
            .filter(v -> v.in1().dtype() == DType.FLOAT64 && v.in2().dtype() == DType.FLOAT64)
            .filter(which)
            .count();
    assertThat(special).isBetween(1L, all / 2);
    return all - special;
  }

  @Test
  void rank_one_skips_the_laws_and_vectors_of_higher_rank() {
    Report report = run(BASIC.withMaxRank(1));
    assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
    assertThat(skippedLaws(report))
        .containsExactly("axes.permuted", "separable", "overload.rows", "refuse.valid-uncovered");
    assertThat(reasons(report, Check.Kind.VECTOR))
        .contains("rank 2", "rank 3", "rank 4")
        .contains("rank 5", "non-finite LOCAL");
    assertThat(report.count(Check.Kind.VECTOR, Outcome.Passed.class))
        .isEqualTo(ordinary(report, v -> Math.max(v.in1().rank(), v.in2().rank()) <= 1));
  }

  @Test
  void full_alone_skips_the_other_modes() {
    Report report = run(BASIC.withModes(Mode.FULL));
    assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
    assertThat(skippedLaws(report))
        .containsExactly(
            "shape.same",
            "shape.valid",
            "window.same",
            "window.valid",
            "correlate.adjoint",
            "commutative.valid",
            "stream",
            "refuse.valid-uncovered");
    assertThat(reasons(report, Check.Kind.VECTOR)).contains("mode SAME", "mode VALID");
    assertThat(report.count(Check.Kind.VECTOR, Outcome.Passed.class))
        .isEqualTo(ordinary(report, v -> v.mode() == Mode.FULL));
  }

  @Test
  void same_alone_skips_what_needs_the_full_result() {
    Report report = run(BASIC.withModes(Mode.SAME));
    assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
    assertThat(skippedLaws(report))
        .contains("window.same", "associative", "identity", "sum", "blocks", "reversal")
        .doesNotContain("shape.same", "exact", "bilinear.in1", "separable", "refuse.unclaimed");
    assertThat(reasons(report, Check.Kind.LAW)).contains("one of the modes [FULL]", "mode FULL");
  }

  @Test
  void scalars_alone_are_checked_too() {
    Report report = run(BASIC.withMaxRank(0));
    assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
    assertThat(report.count(Check.Kind.LAW, Outcome.Passed.class)).isGreaterThan(15);
    assertThat(skippedLaws(report))
        .contains("axes.unit", "refuse.rank-mismatch", "refuse.empty", "shift.in1");
  }

  @Test
  void numpys_convention_is_checked_on_its_own_vectors() {
    Report report = run(Convolvers.numpy(new DirectConvolver()));
    assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
    assertThat(reasons(report, Check.Kind.VECTOR)).containsExactly("convention SCIPY");
    assertThat(report.count(Check.Kind.VECTOR, Outcome.Passed.class))
        .isEqualTo(
            GoldenVectors.all().stream().filter(v -> v.convention() == Convention.NUMPY).count());
  }

  @Test
  void integers_alone_are_checked_too() {
    Report report = run(BASIC.withDTypes(DType.INT32));
    assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
    assertThat(skippedLaws(report)).contains("exact", "scale.power-of-two");
    assertThat(reasons(report, Check.Kind.LAW)).contains("operands of two dtypes");
  }

  @Test
  void a_claim_of_a_weaker_convention_is_found_out() {
    Capabilities numpy = BASIC.withConvention(Convention.NUMPY);
    Report report = run(numpy);
    assertThat(report.verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
    assertThat(report.results())
        .filteredOn(r -> r.outcome() instanceof Outcome.Failed)
        .extracting(r -> r.check().id())
        .contains("shape.same");
  }
}
