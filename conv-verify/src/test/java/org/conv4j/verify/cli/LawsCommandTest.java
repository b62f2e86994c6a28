package org.conv4j.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.layer.law.LayerLaws;
import org.conv4j.verify.spec.Rule;
import org.conv4j.verify.spec.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of laws, and one of them in full. */
class LawsCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  /** What was printed, as it was before it was put into lines. */
  private String flat() {
    return out.toString().replaceAll("\\s+", " ");
  }

  @Test
  void all_laws_are_listed_in_a_line_each() {
    assertThat(run("laws")).isZero();
    assertThat(out.toString().lines())
        .hasSize(Laws.all().size() + LayerLaws.all().size())
        .first()
        .asString()
        .matches("shape\\.full +MUST +A full result has n\\+k-1 elements on every axis\\.");
  }

  @ParameterizedTest
  @MethodSource("org.conv4j.verify.spec.Spec#all")
  void one_law_is_told_in_full(Rule rule) {
    assertThat(run("laws", rule.id())).isZero();
    assertThat(flat())
        .startsWith(rule.id() + " " + rule.level() + " " + rule.statement())
        .contains(
            " intent " + rule.intent(),
            " needs " + rule.needsText(),
            " if this fails " + rule.advice(),
            " kills " + String.join(", ", rule.kills()));
    rule.stays().ifPresent(reason -> assertThat(flat()).contains(" stays because " + reason));
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void several_laws_are_told_in_the_order_asked_for_and_once() {
    assertThat(run("laws", "--law", "sizes", "sum", "--law", "exact", "--law", "sum")).isZero();
    assertThat(out.toString().lines().filter(line -> !line.isEmpty() && line.charAt(0) != ' '))
        .containsExactly("sum", "sizes", "exact");
  }

  @Test
  void a_law_that_there_is_not_is_wrong_usage() {
    assertThat(run("laws", "exact", "shape.fool")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("no law \"shape.fool\"; there are shape.full, ")
        .contains(Spec.all().get(Spec.all().size() - 1).id());
    assertThat(out.toString()).isEmpty();
  }
}
