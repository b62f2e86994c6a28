package org.conv4j.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.conv4j.verify.html.Rerun;
import org.conv4j.verify.run.Check.Kind;
import org.conv4j.verify.run.FixedCheck;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import picocli.CommandLine;

/** What is written on request, and put together again. */
class ReportsTest {
  /** Some of each kind; not the sizes, of which the clock decides how many are tried. */
  private static final String CHECKS = "exact,*.full,complex.*,refuse.*,*.r3.*";

  private static final String CORRELATES = Bad.Correlates.class.getName();

  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private int smoke(String subject, String law, String reports, String... more) {
    List<String> args = new ArrayList<>();
    args.addAll(List.of("run", "--effort", "smoke", "--subject", subject));
    Stream.of(law.split(",", -1)).forEach(id -> args.addAll(List.of("--law", id)));
    args.addAll(List.of("--reports", at(reports)));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  private String at(String path) {
    return directory.resolve(path).toString();
  }

  private String shards(String subject, String law, int count) {
    for (int i = 1; i <= count; i++) {
      smoke(subject, law, "shard" + i, "--shard", i + "/" + count);
    }
    return subject.substring(subject.lastIndexOf('$') + 1) + "/certificate.json";
  }

  private JsonNode json(String path) throws IOException {
    return new ObjectMapper().readTree(directory.resolve(path).toFile());
  }

  /** A certificate without its times. */
  private JsonNode timeless(String path) throws IOException {
    ObjectNode root = (ObjectNode) json(path);
    root.remove(List.of("started", "seconds"));
    root.get("laws").forEach(law -> ((ObjectNode) law).remove("seconds"));
    root.get("vectors").get("others").forEach(entry -> ((ObjectNode) entry).remove("seconds"));
    root.get("vectors").get("passed").forEach(row -> ((ArrayNode) row).remove(2));
    return root;
  }

  private String withoutTime(String text) {
    return text.replaceAll("  time .* s, seed", "  time seed");
  }

  private Element suite(String path) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(directory.resolve(path).toFile())
        .getDocumentElement();
  }

  @Test
  void three_shards_of_direct_are_the_whole() throws Exception {
    int code = smoke("direct", CHECKS, "whole");
    String text = withoutTime(out.toString());
    String file = shards("direct", CHECKS, 3);
    assertThat(
            run(
                "merge",
                at("shard3/" + file),
                at("shard1/" + file),
                at("shard2/" + file),
                "--reports",
                at("merged")))
        .as(err.toString())
        .isEqualTo(code)
        .isZero();
    assertThat(withoutTime(out.toString())).isEqualTo(text);
    assertThat(timeless("merged/" + file)).isEqualTo(timeless("whole/" + file));
    assertThat(timeless("shard1/" + file)).isNotEqualTo(timeless("whole/" + file));
    Element whole = suite("whole/direct/TEST-conv4j-direct.xml");
    Element merged = suite("merged/direct/TEST-conv4j-direct.xml");
    for (String count : List.of("tests", "failures", "errors", "skipped")) {
      assertThat(merged.getAttribute(count)).as(count).isEqualTo(whole.getAttribute(count));
    }
    assertThat(json("merged/" + file).get("counts").get("manifest").asText())
        .isEqualTo(merged.getAttribute("tests"));
    assertThat(json("merged/" + file).get("seconds").asDouble()).isPositive();
  }

  @Test
  void two_shards_of_a_subject_that_fails_are_the_whole() throws Exception {
    int code = smoke(CORRELATES, CHECKS, "whole");
    String text = withoutTime(out.toString());
    String file = shards(CORRELATES, CHECKS, 2);
    assertThat(run("merge", at("shard1/" + file), at("shard2/" + file), "--reports", at("merged")))
        .as(err.toString())
        .isEqualTo(code)
        .isEqualTo(1);
    assertThat(withoutTime(out.toString())).isEqualTo(text);
    assertThat(timeless("merged/" + file)).isEqualTo(timeless("whole/" + file));
    assertThat(json("merged/" + file).get("failures")).isNotEmpty();
  }

  @Test
  void shards_that_do_not_make_a_whole_are_explained() throws Exception {
    String file = shards("direct", "exact", 2);
    smoke("direct", "exact", "seed", "--shard", "2/2", "--seed", "7");
    Files.writeString(directory.resolve("text"), "no JSON");
    Files.writeString(directory.resolve("other.json"), "{\"schema\": \"something/1\"}");
    Files.writeString(
        directory.resolve("cut.json"),
        Files.readString(directory.resolve("shard1/" + file)).substring(0, 999));
    String first = at("shard1/" + file);
    explained("not of one run: seed 1 and 7", first, at("seed/" + file));
    explained("of 2 shards these are missing: 2/2", first);
    explained("are both of shard 1/2", first, first);
    explained("is a directory, not a certificate", first, at("shard2"));
    explained("cannot be read: ", first, at("no.such.json"));
    explained("text is no certificate: ", first, at("text"));
    explained("cut.json is no certificate: ", first, at("cut.json"));
    explained("its \"schema\" is not conv4j-certificate/1", first, at("other.json"));
    assertThat(run("merge")).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: conv-verify merge");
  }

  private void explained(String why, String... files) {
    String[] args = Stream.concat(Stream.of("merge"), Stream.of(files)).toArray(String[]::new);
    assertThat(run(args)).isEqualTo(2);
    assertThat(err.toString()).startsWith("conv-verify: ").contains(why);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void subjects_of_one_name_do_not_overwrite_each_other() throws Exception {
    assertThat(smoke("direct", "exact", "reports", "--subject", "direct", "--seed", "5")).isZero();
    assertThat(names("reports")).containsExactly("direct", "direct-2");
    assertThat(names("reports/direct"))
        .containsExactly("TEST-conv4j-direct.xml", "certificate.json", "report.html");
    assertThat(names("reports/direct-2"))
        .containsExactly("TEST-conv4j-direct-2.xml", "certificate.json", "report.html");
    assertThat(json("reports/direct-2/certificate.json").get("settings").get("seed").asInt())
        .isEqualTo(5);
  }

  private List<String> names(String path) throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve(path))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void where_nothing_can_be_written_nothing_is_run() throws Exception {
    Files.writeString(directory.resolve("file"), "");
    for (String where : List.of("file", "file/below")) {
      assertThat(smoke("direct", "exact", where)).isEqualTo(2);
      assertThat(err.toString()).startsWith("conv-verify: --reports").contains("file");
      assertThat(err.toString().lines()).hasSize(1);
      assertThat(out.toString()).isEmpty();
    }
    Files.createDirectories(directory.resolve("there"));
    Files.writeString(directory.resolve("there/direct"), "");
    assertThat(smoke("direct", "exact", "there")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "direct, direct",
    "My$$Lambda/0x0000700104@1f, My_Lambda_0x0000700104_1f",
    "a/../../b, a_.._.._b",
    ".., _",
    "'', _",
    ".hidden, _hidden",
    "two words, two_words",
    "C:\\temp, C_temp",
    "--flag, _flag",
  })
  void names_of_subjects_become_names_of_files(String subject, String name) {
    assertThat(ReportFolder.fileName(subject)).isEqualTo(name);
  }

  @Test
  void a_long_name_is_cut() {
    assertThat(ReportFolder.fileName("x".repeat(5000))).hasSize(100);
  }

  /** What the manifest has no result for must not look as if it had passed. */
  @Test
  void results_that_are_not_the_manifest_end_the_run() {
    Report report =
        FixedCheck.report("mine", new FixedCheck(Kind.LAW, "exact", true, Outcome.Passed.WHOLE));
    CommandLine command =
        new CommandLine(new RunCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    Conclusion conclusion = new Conclusion(command, List.of(Optional.empty()));
    conclusion.add(report, Rerun.of(report.subject()));
    assertThat(conclusion.exitCode()).isEqualTo(3);
    assertThat(err.toString())
        .startsWith("conv-verify: this run cannot be trusted: the results for mine are not")
        .contains("without a result (shape.full, integers.wrap, ");
    assertThat(err.toString().lines()).hasSize(1);
  }
}
