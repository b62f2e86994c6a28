package org.conv4j.verify.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conv4j.verify.html.Pages.all;
import static org.conv4j.verify.html.Pages.page;
import static org.conv4j.verify.html.Reports.failed;
import static org.conv4j.verify.html.Reports.observation;
import static org.conv4j.verify.html.Reports.observed;

import org.conv4j.verify.run.Outcome;
import org.junit.jupiter.api.Test;

class ErrorPlotTest {
  @Test
  void the_chart_is_told_in_words_and_in_a_table() {
    String page =
        page(
            observed(
                "a",
                Outcome.Passed.WHOLE,
                observation("wide", 4096, 0.41),
                observation("uniform", 8, 0.2)));
    String finding =
        "Largest error: 0.410 of the bound, at 4,096 terms, operands of kind “wide”."
            + " 2 observations, none above the bound.";
    assertThat(page)
        .contains("role=\"img\" aria-label=\"Chart of errors over terms. " + finding)
        .contains("<p>" + finding + "</p>")
        .contains("<tr><th scope=\"row\">wide</th><td class=\"n\">4,096</td>");
  }

  @Test
  void what_is_above_the_bound_is_said_and_crossed() {
    String page =
        page(
            observed(
                "a",
                failed("wrong", "t"),
                observation("wide", 5, 1.5),
                observation("range", 5, Double.POSITIVE_INFINITY),
                observation("wide", 6, 1)));
    assertThat(page)
        .contains("✘ 2 above the bound</span>", "3 observations, 2 above the bound.", "∞ ✘ above");
    assertThat(all(page, "(<use href=\"#mark-above\" class=\"beyond\" x)")).hasSize(2);
    assertThat(all(page, "<title>([^<]*)</title></use>"))
        .contains("range: error ∞ u, ∞ of the bound, 5 terms");
  }

  @Test
  void the_chart_has_the_largest_error_of_each_size_and_the_bound() {
    String page =
        page(
            observed("a", Outcome.Passed.WHOLE, observation("wide", 100, 0.25)),
            observed(
                "b",
                Outcome.Passed.WHOLE,
                observation("wide", 100, 0.5),
                observation("integers", 1, 0),
                observation("range", 10, 1e-300)));
    // Terms go from 68 at 1 to 466 at 100, errors from 252 at a thousandth to 14 at 100.
    assertThat(all(page, "<use href=\"#mark-\\d\" class=\"c\\d\" (x=\"[0-9.]+\" y=\"[0-9.]+\")>"))
        .containsExactlyInAnyOrder(
            "x=\"68.0\" y=\"252.0\"", "x=\"267.0\" y=\"252.0\"", "x=\"466.0\" y=\"28.3\"");
    assertThat(all(page, "<polygon class=\"bound\" points=\"([^\"]*)\""))
        .containsExactly(
            "64.0,109.2 68.0,109.2 267.0,61.6 267.0,61.6 466.0,14.0 470.0,14.0"
                + " 470.0,14.0 466.0,14.0 267.0,61.6 267.0,61.6 68.0,109.2 64.0,109.2");
    assertThat(all(page, "class=\"across\" x=\"[^\"]*\" y=\"273\">([^<]*)<"))
        .containsExactly("100", "10", "1");
    assertThat(all(page, "class=\"up\"[^>]*>([^<]*)<"))
        .containsExactly("100", "10", "1", "0.1", "0.01", "≤ 0.001");
  }

  @Test
  void errors_far_above_the_bound_do_not_squeeze_the_chart() {
    String page =
        page(
            observed(
                "a",
                failed("wrong", "t"),
                observation("wide", 10, 1e200),
                observation("wide", 1, 0.5)));
    assertThat(all(page, "class=\"up\"[^>]*>([^<]*)<"))
        .containsExactly("≥ 10⁴", "1000", "100", "10", "1", "0.1", "0.01", "≤ 0.001");
  }
}
