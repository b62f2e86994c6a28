package org.conv4j.verify.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole kit on convolvers that nobody here wrote; makes STRANGERS.md. */
@Tag("thorough")
class StrangersTest {
  private static final Path PAGE =
      Path.of(System.getProperty("conv4j.root", ".."), "conv-verify", "STRANGERS.md");

  /** Where the part on layers begins, which is not made here but held by tests of its own. */
  private static final String LAYERS = "\n## Layers\n";

  /** How many new lines a failure shows; all are in the file. */
  private static final int LINES = 40;

  private static final Map<Stranger, Findings> FOUND = new LinkedHashMap<>();

  @BeforeAll
  static void validate() {
    for (Stranger stranger : Strangers.all()) {
      FOUND.put(stranger, Kit.run(stranger.convolver()));
    }
  }

  @Test
  void the_page_tells_what_is_found() throws IOException {
    String before = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    int layers = before.indexOf(LAYERS);
    String page = StrangersPage.of(FOUND) + (layers < 0 ? "" : before.substring(layers));
    if (!page.equals(before)) {
      Files.writeString(PAGE, page);
    }
    Set<String> known = before.lines().collect(Collectors.toSet());
    assertThat(page.equals(before))
        .as(
            "%s is not what was found; look at the difference and commit it. New are:%n%s",
            PAGE,
            page.lines()
                .filter(line -> !known.contains(line))
                .limit(LINES)
                .collect(Collectors.joining("\n")))
        .isTrue();
  }

  @Test
  void every_deviation_is_explained() {
    FOUND.forEach(
        (stranger, findings) ->
            assertThat(StrangersPage.explained(stranger, findings).get(null))
                .as("not explained by any cause of %s", stranger.convolver().name())
                .isNull());
  }

  @Test
  void every_cause_explains_something() {
    FOUND.forEach(
        (stranger, findings) ->
            assertThat(StrangersPage.explained(stranger, findings))
                .as("causes of %s", stranger.convolver().name())
                .noneSatisfy((cause, deviations) -> assertThat(deviations).isEmpty()));
  }

  @Test
  void every_run_came_to_its_end() {
    FOUND.forEach(
        (stranger, findings) -> {
          for (Findings.Counts counts : List.of(findings.laws(), findings.vectors())) {
            assertThat(counts.notRun()).as(stranger.convolver().name()).isZero();
          }
          assertThat(findings.laws().passed()).as(stranger.convolver().name()).isPositive();
        });
  }
}
