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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.conv4j.api.Mode;
import org.conv4j.verify.json.Json;
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
                + "\"><span class=\"sign\" aria-hidden=\"true\">"
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
  void a_failure_is_told_whole() {
    assertThat(page(PASSED, law("a.c", failed("it is wrong", "the/token"))))
        .contains("Broken: a.c.", "The title of a.c.", "it is wrong")
        .contains("in1       [1.]   float64(1,)\nin2       [2.]   float64(1,)\nmode      FULL\n")
        .contains("expected  [2.]   float64(1,)\ngot       [3.]   float64(1,)</pre>")
        .contains("replay the/token --subject …")
        .doesNotContain("Mend this first");
  }

  @Test
  void a_token_is_one_word_of_a_shell() {
    assertThat(page(law("a", failed("wrong", "it's; rm -rf"))))
        .contains("replay &#39;it&#39;\\&#39;&#39;s; rm -rf&#39; --subject");
  }

  @Test
  void every_failure_has_its_counterexample() {
    Result[] failures =
        IntStream.range(0, 40)
            .mapToObj(i -> vector("lib." + i, failed("wrong " + i, "token" + i)))
            .toArray(Result[]::new);
    String page = page(failures);
    assertThat(all(page, "(Counterexample of lib\\.\\d+)")).doesNotHaveDuplicates().hasSize(40);
    assertThat(all(page, "<details id=\"failed-vectors\"><summary><h3>(.*?)</h3>"))
        .containsExactly("40 golden vectors");
  }

  @Test
  void the_root_cause_comes_first_and_the_rest_is_folded_under_it() {
    String page =
        page(
            law("a", failed("second", "t")),
            smoke("first", failed("first of all", "t")),
            vector("lib.v", failed("third", "t")));
    assertThat(page)
        .contains("1 other law and 1 golden vector fail as well, most likely because of it.");
    int root = page.indexOf("first of all");
    int fold = page.indexOf("<details id=\"failed-laws\">");
    assertThat(root).isPositive().isLessThan(fold);
    assertThat(fold).isLessThan(page.indexOf("second"));
    assertThat(page).contains("<details id=\"failed-vectors\">");
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
    // Data of a script is no markup as long as it does not end the script.
    String data = all(page, "id=\"plot-data\">(.*?)</script>").get(0);
    assertThat(data).contains("alert(1)").doesNotContain("<");
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(page)).isTrue();
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
  void the_plot_library_keeps_its_licence() {
    assertThat(page(observed("a", Outcome.Passed.WHOLE, observation("wide", 3, 0.5))))
        .contains("Released under the MIT License", "The MIT License (MIT)");
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
  void the_plot_is_told_in_words() {
    String page =
        page(
            observed(
                "a",
                Outcome.Passed.WHOLE,
                observation("wide", 4096, 0.41),
                observation("uniform", 8, 0.2)));
    String finding =
        "Largest error of float64: 0.410 of the bound, at 4,096 terms, regime wide; 2 observations;"
            + " none above the bound.";
    assertThat(page)
        .contains("role=\"img\" aria-label=\"Errors over terms, logarithmic axes. " + finding)
        .contains("<p>" + finding + "</p>")
        .contains("<tr><th scope=\"row\">wide</th><td class=\"n\">4,096</td>")
        .contains("<noscript>");
  }

  @Test
  void what_is_above_the_bound_is_said() {
    String page =
        page(
            observed(
                "a",
                failed("wrong", "t"),
                observation("wide", 5, 1.5),
                observation("range", 5, Double.POSITIVE_INFINITY),
                observation("wide", 6, 1)));
    assertThat(page)
        .contains("✘ 2 above the bound</span>", "3 observations; 2 above the bound.", "∞ ✘ above");
  }

  @Test
  void the_plot_has_the_largest_error_of_each_size_and_the_bound() {
    String page =
        page(
            observed("a", Outcome.Passed.WHOLE, observation("wide", 100, 0.25)),
            observed(
                "b",
                Outcome.Passed.WHOLE,
                observation("wide", 100, 0.5),
                observation("integers", 7, 0),
                observation("range", 9, 1e-300)));
    Map<?, ?> data = Json.read(all(page, "id=\"plot-data\">(.*?)</script>").get(0), Map.class);
    Map<?, ?> panel = (Map<?, ?>) ((List<?>) data.get("panels")).get(0);
    assertThat(panel.get("bound"))
        .hasToString("[[7.0, 7.0, 7.0], [9.0, 9.0, 9.0], [100.0, 100.0, 100.0]]");
    assertThat(panel.get("series"))
        .asString()
        .contains(
            "points=[[100.0, 50.0, 0.5, 0.0]]",
            "points=[[7.0, 0.001, 0.0, 0.0]]",
            "points=[[9.0, 0.001, 1.0E-300, 0.0]]");
    assertThat(data.get("top")).isEqualTo(100.0);
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
        .contains("<summary>2 laws: nothing to do</summary><p class=\"ids\">c, d</p>")
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
