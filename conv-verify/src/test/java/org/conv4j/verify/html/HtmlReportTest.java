package org.conv4j.verify.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conv4j.verify.html.Reports.failed;
import static org.conv4j.verify.html.Reports.law;
import static org.conv4j.verify.html.Reports.observation;
import static org.conv4j.verify.html.Reports.observed;
import static org.conv4j.verify.html.Reports.smoke;
import static org.conv4j.verify.html.Reports.vector;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

  private static String page(Result... results) {
    return HtmlReport.of(Reports.of("mine", results));
  }

  private static List<String> all(String page, String regex) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(page);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

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

  /** The text of a part of a page, one space for all white space. */
  private static String text(String html) {
    return html.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ").strip();
  }

  /** What the first section says: each label with what follows it. */
  private static Map<String, String> lead(String page) {
    String section = all(page, "<main>\\s*<section[^>]*>(.*?)</section>").get(0);
    String lead = all(section, "<div class=\"lead\"[^>]*>(.*?)</dl>").get(0);
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("heading", text(all(lead, "(<h2.*?</h2>)").get(0)));
    Matcher entry =
        Pattern.compile("<dt>(.*?)</dt><dd[^>]*>(.*?)</dd>", Pattern.DOTALL).matcher(lead);
    while (entry.find()) {
      entries.put(entry.group(1), text(entry.group(2)));
    }
    return entries;
  }

  @Test
  void a_failed_run_leads_with_cause_likely_mistake_counterexample_and_command() {
    String page =
        page(
            law("a", failed("second", "t")),
            smoke("exact", failed("it is wrong", "exact/float64/2/2/full/integers/0")),
            vector("lib.v", failed("third", "t")));
    assertThat(lead(page))
        .containsOnlyKeys(
            "heading",
            "What went wrong",
            "Likely mistake, and where to look",
            "Smallest counterexample",
            "Command that repeats it")
        .containsEntry("heading", "Mend this first: exact")
        .containsEntry("What went wrong", "it is wrong")
        .containsEntry(
            "Command that repeats it",
            "java -jar conv-verify-cli.jar replay exact/float64/2/2/full/integers/0 --subject mine"
                + " Copy");
    assertThat(lead(page).get("Likely mistake, and where to look"))
        .contains("the kernel is not flipped")
        .doesNotContain("`");
    assertThat(page)
        .contains("something is a <code>float</code>.")
        .contains("in1       [1.]   float64(1,)\nin2       [2.]   float64(1,)\nmode      FULL\n")
        .contains("expected  [2.]   float64(1,)\ngot       [3.]   float64(1,)</pre>")
        .contains("1 other law and 1 golden vector fail as well, most likely because of it.");
    assertThat(all(page, "<details class=\"failure\" id=\"([^\"]*)\">"))
        .containsExactly("law-a", "vector-lib.v");
  }

  @Test
  void without_a_root_cause_the_first_law_that_must_hold_leads() {
    String page =
        page(
            Reports.should("a", failed("a surprise", "t")),
            law("b", failed("it is wrong", "t")),
            law("c", failed("that too", "t")));
    assertThat(lead(page)).containsEntry("heading", "Begin here: b");
    assertThat(page).contains("2 other laws fail as well.");
  }

  @Test
  void where_golden_vectors_fail_alone_the_page_says_what_only_they_have() {
    assertThat(lead(page(PASSED, vector("lib.v", failed("wrong", "vector:lib.v")))))
        .containsEntry("heading", "Begin here: lib.v")
        .hasEntrySatisfying(
            "Likely mistake, and where to look",
            advice -> assertThat(advice).startsWith("No law failed, so look at"));
  }

  /** The rule of a law says what makes results wrong; here there is none. */
  @Test
  void a_call_that_does_not_end_is_not_blamed_on_the_law() {
    Outcome hung = new Outcome.Failed(Reports.lost("it hung", "exact/float64/1/1/full/integers/0"));
    assertThat(lead(page(smoke("exact", hung))))
        .doesNotContainKey("Smallest counterexample")
        .hasEntrySatisfying(
            "Likely mistake, and where to look",
            advice ->
                assertThat(advice)
                    .startsWith("The call itself is at fault")
                    .doesNotContain("flipped"));
  }

  @Test
  void the_command_finds_the_subject_as_the_run_did() {
    Report report = Reports.of("mine", law("a", failed("wrong", "it's; rm -rf")));
    Rerun rerun =
        new Rerun(
            List.of("java", "-jar", "lib/kit.jar"),
            List.of("--subject", "org.example.Mine", "--classpath", "a b/*"));
    assertThat(lead(HtmlReport.of(report, rerun)))
        .containsEntry(
            "Command that repeats it",
            "java -jar lib/kit.jar replay &#39;it&#39;\\&#39;&#39;s; rm -rf&#39; --subject"
                + " org.example.Mine --classpath &#39;a b/*&#39; Copy");
  }

  @Test
  void what_failed_on_no_operands_in_particular_is_run_again_as_a_whole() {
    assertThat(lead(page(law("a.b", failed("it hung", "a.b")))))
        .containsEntry(
            "Command that repeats it",
            "java -jar conv-verify-cli.jar run --law a.b --seed 1 --effort standard --subject mine"
                + " Copy");
  }

  @Test
  void of_many_golden_vectors_a_few_are_shown_and_all_are_counted() {
    Result[] failures =
        IntStream.range(0, 40)
            .mapToObj(i -> vector("lib." + i, failed("wrong " + i, "token" + i)))
            .toArray(Result[]::new);
    String page = page(failures);
    assertThat(all(page, "(Counterexample of lib\\.\\d+)")).doesNotHaveDuplicates().hasSize(11);
    assertThat(page)
        .contains("39 golden vectors fail as well.")
        .contains("And 29 more golden vectors, which are in certificate.json.");
  }

  @Test
  void every_law_that_failed_has_its_counterexample() {
    Result[] failures =
        IntStream.range(0, 40)
            .mapToObj(i -> law("law." + i, failed("wrong " + i, "token" + i)))
            .toArray(Result[]::new);
    assertThat(all(page(failures), "(Counterexample of law\\.\\d+)"))
        .doesNotHaveDuplicates()
        .hasSize(40);
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
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert", "<img", "\" onmouseover")
        .contains("␀␇␛[31m␡&lt;U+0085&gt; &lt;U+202E&gt;gnp.exe &lt;U+D800&gt; &lt;U+FFFE&gt; 🙂");
    assertThat(all(page, "<(script)[ >]")).hasSize(1);
    assertThat(all(page, "(</script)")).hasSize(1);
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
    assertThat(inline).hasSize(2);
    for (String text : inline) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }
    assertThat(page).doesNotContain("sourceMappingURL", " src=", "<link", "@import", "url(");
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

  @Test
  void what_was_not_checked_is_grouped_by_reason() {
    assertThat(
            page(
                PASSED,
                law("c", new Outcome.Skipped("nothing to do")),
                law("d", new Outcome.Skipped("nothing to do")),
                vector("lib.e", new Outcome.NotClaimed("rank 2")),
                law("f", new Outcome.NotRun("the budget of time was spent"))))
        .containsPattern(
            "<summary>2 laws: nothing to do</summary><p class=\"ids\">.*c.*, .*d.*</p>")
        .contains("<summary>1 golden vector: rank 2</summary>")
        .contains("<summary>1 law: the budget of time was spent</summary>");
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
