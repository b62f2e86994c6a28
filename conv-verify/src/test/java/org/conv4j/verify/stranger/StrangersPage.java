package org.conv4j.verify.stranger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is written to STRANGERS.md: the same for the same findings. */
final class StrangersPage {
  private static final int WIDTH = 100;

  /** Operands of more elements than these together are told by their shapes. */
  private static final int SHOWN = 40;

  private final StringBuilder page = new StringBuilder();

  private StrangersPage() {}

  /** The whole page. */
  static String of(Map<Stranger, Findings> found) {
    StrangersPage page = new StrangersPage();
    page.introduction();
    page.table(found);
    found.forEach(page::section);
    return page.page.toString();
  }

  /** What falls under each cause, in the order of the causes; under null, what is not explained. */
  static Map<Cause, List<Deviation>> explained(Stranger stranger, Findings findings) {
    Map<Cause, List<Deviation>> explained = new LinkedHashMap<>();
    stranger.causes().forEach(cause -> explained.put(cause, new ArrayList<>()));
    for (Deviation deviation : findings.deviations()) {
      Cause cause =
          stranger.causes().stream()
              .filter(c -> c.covers().test(deviation))
              .findFirst()
              .orElse(null);
      explained.computeIfAbsent(cause, c -> new ArrayList<>()).add(deviation);
    }
    return explained;
  }

  private void introduction() {
    line("# Strangers");
    line("");
    paragraph(
        "What the kit finds in convolvers from Maven Central that nobody here"
            + " wrote. Each library is called through an adapter, which claims what the"
            + " library's documentation says and passes on whatever its types can"
            + " express. The adapters are among the tests of this module. Every law and"
            + " every golden vector is checked with the standard effort and seed 1.");
    paragraph(
        "A test makes this page. If its findings differ from the page, it writes"
            + " them here and fails; look at the difference and commit it."
            + " `LibrariesTest` shows each deviation once more, without the kit. The"
            + " command is");
    line("```sh");
    line(
        "mvn test -Pthorough -Dtest=StrangersTest,LibrariesTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false");
    line("```");
    line("");
    paragraph(
        "*Not conformant* is a hard word. A library that never promised these"
            + " rules breaks no promise by failing one. What counts is what a caller"
            + " would run into.");
    paragraph(
        "ImgLib2's FFT convolution (`net.imglib2:imglib2-algorithm-fft`) is not"
            + " here, because it is not on Maven Central. OpenIMAJ stands in for it as"
            + " a library that convolves images by FFT. ImgLib2's transforms are built"
            + " on the Mines Java Toolkit, whose own convolution is here.");
  }

  private void table(Map<Stranger, Findings> found) {
    line("| stranger | library | verdict | laws passed | failed | vectors passed | failed |");
    line("|---|---|---|---|---|---|---|");
    found.forEach(
        (stranger, findings) ->
            line(
                "| `"
                    + stranger.convolver().name()
                    + "` | "
                    + stranger.artifact()
                    + " "
                    + stranger.version()
                    + " | "
                    + findings.verdict()
                    + " | "
                    + findings.laws().passed()
                    + " | "
                    + findings.laws().failed()
                    + " | "
                    + findings.vectors().passed()
                    + " | "
                    + findings.vectors().failed()
                    + " |"));
  }

  private void section(Stranger stranger, Findings findings) {
    line("");
    line("## " + stranger.convolver().name());
    line("");
    line("- library: `" + stranger.artifact() + ":" + stranger.version() + "`");
    line("- called: " + stranger.function());
    line("- claims: " + findings.claims());
    line("- verdict: " + findings.verdict());
    line("- laws: " + findings.laws());
    line("- golden vectors: " + findings.vectors());
    line("");
    paragraph(stranger.why());
    paragraph(stranger.adapters());
    explained(stranger, findings).forEach(this::deviations);
    page.setLength(page.length() - 1);
  }

  private void deviations(Cause cause, List<Deviation> deviations) {
    line("### " + (cause == null ? "Not yet explained" : cause.title()));
    line("");
    if (cause != null) {
      paragraph(cause.text());
    }
    paragraph("Fails: " + failing(deviations) + ".");
    deviations.stream().min(Comparator.comparingInt(Deviation::size)).ifPresent(this::example);
  }

  private static String failing(List<Deviation> deviations) {
    List<String> parts = new ArrayList<>();
    String laws =
        deviations.stream()
            .filter(Deviation::law)
            .map(d -> "`" + d.id() + "`" + (d.binding() ? "" : " (should)"))
            .collect(Collectors.joining(", "));
    if (!laws.isEmpty()) {
      parts.add(laws);
    }
    long vectors = deviations.stream().filter(d -> !d.law()).count();
    if (vectors > 0) {
      parts.add(vectors + (vectors == 1 ? " golden vector" : " golden vectors"));
    }
    return parts.isEmpty() ? "nothing" : String.join("; ", parts);
  }

  private void example(Deviation deviation) {
    line("```text");
    line("[" + deviation.id() + "] " + deviation.title());
    if (deviation.size() <= SHOWN) {
      deviation.lines().forEach(line -> line("  " + line));
    } else {
      line("  " + deviation.what());
      deviation.operands().forEach(o -> line("  in  " + o.dtype().numpyName() + o.shape()));
      line("  " + deviation.lines().get(deviation.lines().size() - 1));
    }
    line("```");
    line("");
  }

  /** Words, wrapped, and an empty line. */
  private void paragraph(String text) {
    StringBuilder row = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (row.length() + word.length() >= WIDTH) {
        line(row.toString());
        row.setLength(0);
      }
      row.append(row.isEmpty() ? "" : " ").append(word);
    }
    line(row.toString());
    line("");
  }

  private void line(String text) {
    page.append(text.stripTrailing()).append('\n');
  }
}
