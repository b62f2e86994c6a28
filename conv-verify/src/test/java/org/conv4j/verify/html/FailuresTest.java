package org.conv4j.verify.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conv4j.verify.html.Pages.all;
import static org.conv4j.verify.html.Pages.page;
import static org.conv4j.verify.html.Reports.failed;
import static org.conv4j.verify.html.Reports.law;
import static org.conv4j.verify.html.Reports.smoke;
import static org.conv4j.verify.html.Reports.vector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;
import org.junit.jupiter.api.Test;

/** The first section of the page of a failed run. */
class FailuresTest {
  private static final Result PASSED = law("a.b", Outcome.Passed.WHOLE);

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
        .containsEntry("heading", "Fix this first: exact")
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
}
