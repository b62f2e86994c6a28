package org.conv4j.verify.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.conv4j.verify.law.Law.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule is read, and what is merely like one is refused with the line and the reason. */
class SpecReaderTest {
  private static final String RULE =
      """
      ### some.law

      **MUST** — It holds
      everywhere.

      - **Intent:** To be
        sure.
      - **Needs:** mode SAME, mode FULL
      - **If this fails:** Look.
      - **Kills:** `a.b`, `c`
      - **Stays because:** it is quick.
      """;

  private static List<Rule> read(String text) {
    return SpecReader.read("S.md", text);
  }

  @Test
  void a_rule_has_all_its_fields_each_in_one_line() {
    assertThat(read(RULE))
        .containsExactly(
            new Rule(
                "some.law",
                Level.MUST,
                "It holds everywhere.",
                "To be sure.",
                List.of(Need.SAME, Need.FULL),
                "Look.",
                List.of("a.b", "c"),
                Optional.of("it is quick.")));
  }

  @Test
  void a_rule_need_not_say_why_it_stays_and_may_need_nothing() {
    Rule rule =
        read(RULE.replace("mode SAME, mode FULL", "nothing in particular")
                .replaceAll("- .*Stays.*", ""))
            .get(0);
    assertThat(rule.stays()).isEmpty();
    assertThat(rule.needs()).isEmpty();
    assertThat(rule.needsText()).isEqualTo("nothing in particular");
  }

  @Test
  void prose_is_left_out() {
    String text =
        "# T\n\n- **Intent:** no rule\n\n## A\n\nProse.\n\n" + RULE + "\n## B\n\nProse.\n";
    assertThat(read(text)).isEqualTo(read(RULE));
  }

  @Test
  void rules_come_in_order_and_once() {
    assertThat(read(RULE + "\n" + RULE.replace("some.law", "other")))
        .extracting(Rule::id)
        .containsExactly("some.law", "other");
    assertThatThrownBy(() -> read(RULE + "\n" + RULE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("S.md, line 13: there is a rule some.law already");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "some.law             | Some Law             | line 1: \"Some Law\" is no identifier",
        "**MUST**             | **MAY**              | line 3: the rule some.law: level and"
            + " statement",
        "**MUST** —           | **MUST** -           | line 3: the rule some.law: level and"
            + " statement",
        "**Intent:**          | **Purpose:**         | line 6: the rule some.law: expected \"-"
            + " **Intent:**\"",
        "- **Needs:**         | **Needs:**           | line 9: the rule some.law: expected \"-"
            + " **Needs:**\"",
        "mode SAME            | mode same            | line 8: the rule some.law: no need \"mode"
            + " same\"; there are [nothing in particular, mode FULL",
        "mode SAME            | mode FULL            | line 8: the rule some.law: mode FULL is"
            + " named twice",
        "Look.                | ''                   | line 9: the rule some.law: nothing stands"
            + " behind If this fails",
        "`c`                  | c                    | line 10: the rule some.law: a mutant is an"
            + " identifier in backticks, not \"c\"",
        "`c`                  | `a.b`                | line 10: the rule some.law: `a.b` is named"
            + " twice",
        "- **Kills:** `a.b`, `c` | ''                | line 11: the rule some.law: expected \"-"
            + " **Kills:**\"",
        "Stays because        | Remains because      | line 11: the rule some.law: expected \"-"
            + " **Stays because:**\"",
        "it is quick.         | it is quick.@@More.  | line 13: the rule some.law: nothing may"
            + " follow the fields: More.",
      })
  void what_is_wrong_is_told(String right, String wrong, String message) {
    String text = RULE.replace(right, wrong.replace("@", "\n"));
    assertThat(text).isNotEqualTo(RULE);
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("S.md, " + message);
  }

  @Test
  void a_rule_that_ends_early_is_told() {
    assertThatThrownBy(() -> read("## A\n\n### some.law\n\n**MUST** — It holds.\n\n### other\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("S.md, line 3: the rule some.law lacks - **Intent:**");
  }
}
