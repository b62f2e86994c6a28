package org.conv4j.verify.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conv4j.verify.html.Pages.all;
import static org.conv4j.verify.html.Pages.page;
import static org.conv4j.verify.html.Reports.failed;
import static org.conv4j.verify.html.Reports.law;
import static org.conv4j.verify.html.Reports.observation;
import static org.conv4j.verify.html.Reports.observed;
import static org.conv4j.verify.html.Reports.vector;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.conv4j.api.Mode;
import org.conv4j.verify.run.ExpectedFailure;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlReportTest {
  private static final Result PASSED = law("a.b", Outcome.Passed.WHOLE);

  @ParameterizedTest
  @CsvSource({
    "PASSED, conformant, ✔, Conformant",
    "HURRIED, partial, ◐, Passed in part",
    "FAILED, not-conformant, ✘, Not conformant",
    "NOT_RUN, incomplete, ?, Incomplete",
  })
  void the_verdict_comes_first_in_a_sign_and_in_words(
      String how, String key, String sign, String word) {
    Outcome outcome =
        Map.of(
                "PASSED",
                Outcome.Passed.WHOLE,
                "HURRIED",
                new Outcome.Passed(Optional.of("late"), Optional.empty()),
                "FAILED",
                failed("it is wrong", "token"),
                "NOT_RUN",
                new Outcome.NotRun("it hung"))
            .get(how);
    assertThat(page(law("a", outcome)))
        .containsPattern(
            "<body>\\s*<header>\\s*<h1 id=\"verdict\" data-verdict=\""
                + key
                + "\" class=\""
                + key
                + "\"><span aria-hidden=\"true\">"
                + Pattern.quote(sign)
                + "</span> <span id=\"verdict-word\">"
                + word
                + "</span></h1>")
        .contains("<title>" + word + ": mine");
  }

  @Test
  void the_same_report_gives_the_same_page() {
    assertThat(HtmlReport.of(Reports.hostile())).isEqualTo(HtmlReport.of(Reports.hostile()));
  }

  @Test
  void links_lead_somewhere_and_nowhere_else() {
    for (Report report :
        List.of(Reports.hostile(), Reports.of("mine", PASSED, law("x", failed("w", "t"))))) {
      String page = HtmlReport.of(report);
      List<String> ids = all(page, "<[^<>]* id=\"([^\"]*)\"");
      assertThat(ids).doesNotHaveDuplicates();
      assertThat(ids).containsAll(all(page, "href=\"#([^\"]*)\""));
      assertThat(ids).containsAll(all(page, "aria-labelledby=\"([^\"]*)\""));
      assertThat(all(page, "href=\"([^#\"][^\"]*)\"")).isEmpty();
    }
  }

  @Test
  void headings_do_not_skip_a_level() {
    int level = 0;
    for (String next : all(HtmlReport.of(Reports.hostile()), "<h([1-6])[ >]")) {
      assertThat(Integer.parseInt(next)).isLessThanOrEqualTo(level + 1);
      level = Integer.parseInt(next);
    }
  }

  @Test
  void nothing_a_subject_says_is_markup() {
    String page = HtmlReport.of(Reports.hostile());
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(page)).isTrue();
    String data = Pages.plotData(page);
    assertThat(data).contains("alert(1)").doesNotContain("<");
    assertThat(page.replace(data, ""))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert", "<img", "\" onmouseover")
        .contains("␀␇␛[31m␡&lt;U+0085&gt; &lt;U+202E&gt;gnp.exe &lt;U+D800&gt; &lt;U+FFFE&gt; 🙂");
    assertThat(all(page, "<(script)[ >]")).hasSize(4);
    assertThat(all(page, "(</script)")).hasSize(4);
  }

  @Test
  void long_text_is_cut_and_says_so() {
    String page = page(law("a", failed("x".repeat(Text.MOST - 1) + "🙂".repeat(10), "t")));
    assertThat(page).contains("x… (20 more characters)").doesNotContain("x".repeat(Text.MOST));
  }

  /** What the policy does not name a browser does not load or run. */
  @Test
  void the_page_allows_its_own_scripts_and_style_and_nothing_else()
      throws GeneralSecurityException {
    String page = page(observed("a", Outcome.Passed.WHOLE, observation("wide", 3, 0.5)));
    String policy = all(page, "Content-Security-Policy\" content=\"([^\"]*)\"").get(0);
    assertThat(policy).startsWith("default-src 'none'; ");
    List<String> inline = all(page, "<script>(.*?)</script>");
    inline.addAll(all(page, "<style>(.*?)</style>"));
    assertThat(inline).hasSize(4);
    for (String text : inline) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }
    assertThat(page).doesNotContain("sourceMappingURL", " src=", "<link", "@import", "url(");
  }

  @Test
  void only_a_page_with_a_chart_has_the_chart_library_and_with_it_its_licence() {
    assertThat(page(observed("a", Outcome.Passed.WHOLE, observation("wide", 3, 0.5))))
        .contains(
            Assets.all().library(), "Released under the MIT License", "The MIT License (MIT)");
    assertThat(page(PASSED))
        .hasSizeLessThan(20_000)
        .doesNotContain(Assets.all().library(), "MIT License", "<canvas");
  }

  @Test
  void coverage_has_a_column_for_each_mode_and_rank_that_was_drawn_and_no_other() {
    String page =
        page(
            Reports.covered("a.x", Mode.FULL, 1, 1),
            Reports.covered("a.y", Mode.VALID, 2, 1000),
            Reports.covered("b", Mode.VALID, 2, 30));
    assertThat(all(page, "scope=\"colgroup\"[^>]*>([^<]*)<")).containsExactly("full", "valid");
    assertThat(all(page, "rank </span>([^<]*)<")).containsExactly("1", "2");
    List<String> rows = all(page, "<tr>(<th scope=\"row\" title.*?)</tr>");
    assertThat(rows).hasSize(3);
    String never = "<span class=\"spoken\">0</span>";
    assertThat(all(rows.get(0), "<td[^>]*>(.*?)</td>")).containsExactly("1", never);
    assertThat(all(rows.get(1), "<td[^>]*>(.*?)</td>")).containsExactly(never, "1,000");
    assertThat(all(rows.get(1), "<td class=\"(s[1-6])[^>]*\">")).containsExactly("s6");
    assertThat(all(rows.get(2), "<td class=\"(s[1-6])[^>]*\">")).containsExactly("s3");
    assertThat(all(page, "(<tbody>\\s*<tr><th scope=\"row\" title)")).hasSize(2);
  }

  @Test
  void what_was_never_tried_has_no_row_unless_it_failed() {
    String page =
        page(
            Reports.covered("a", Mode.FULL, 1, 1),
            law("b", new Outcome.Skipped("nothing to do")),
            law("c", failed("it hung", "c/float64/1/1/full/integers/0")));
    assertThat(all(page, "<th scope=\"row\" title=.*?<span class=\"id\">([^<]*)<"))
        .containsExactly("a", "c");
  }

  @Test
  void ranks_that_few_laws_draw_share_a_column() {
    String page =
        page(
            Reports.covered("a", Mode.SAME, 4, 1),
            Reports.covered("b", Mode.SAME, 5, 10),
            Reports.covered("b", Mode.SAME, 8, 10),
            Reports.covered("c", Mode.VALID, 8, 1));
    assertThat(all(page, "rank </span>([^<]*)<")).containsExactly("4", "5–8", "8");
  }

  @Test
  void names_of_laws_may_end_a_line_behind_a_dot() {
    assertThat(page(Reports.covered("a.b-c.d", Mode.FULL, 1, 1)))
        .contains("<span class=\"id\">a.<wbr>b-c.<wbr>d</span>");
  }

  @Test
  void endings_that_no_check_came_to_are_left_out_but_for_failures() {
    String page = page(PASSED, vector("lib.v", new Outcome.NotRun("late")));
    assertThat(all(page, "</span> ([^<]*)</th><td class=\"n\">"))
        .containsExactly("Passed", "Failed", "Not run");
  }

  @Test
  void what_was_not_checked_is_grouped_by_reason() {
    assertThat(
            page(
                PASSED,
                law("c", new Outcome.Skipped("nothing to do")),
                law("d", new Outcome.Skipped("nothing to do")),
                vector("lib.e", new Outcome.NotClaimed("rank 2")),
                law("f", new Outcome.NotRun("the time budget was spent"))))
        .containsPattern(
            "<summary>2 laws: nothing to do</summary><p class=\"ids\">.*c.*, .*d.*</p>")
        .contains("<summary>1 golden vector: rank 2</summary>")
        .contains("<summary>1 law: the time budget was spent</summary>");
  }

  @Test
  void expected_failures_are_told_with_reason_link_and_day() {
    ExpectedFailure entry =
        new ExpectedFailure(
            "a.*", "known", "https://example.org/17?a=1&b=2", LocalDate.of(2030, 12, 31));
    String page =
        page(PASSED, law("a.c", new Outcome.Expected(Reports.failure("wrong", "t"), entry)));
    assertThat(page)
        .contains("data-verdict=\"conformant\"", "but for 1 expected failure.")
        .contains("href=\"https://example.org/17?a&#x3D;1&amp;b&#x3D;2\"")
        .contains("expected until 2030-12-31", "Counterexample of a.c");
  }
}
