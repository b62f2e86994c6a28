package org.conv4j.verify.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.samskivert.mustache.Escapers;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.conv4j.api.Convolver;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.verify.run.Effort;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages as a browser shows them. */
@Tag("thorough")
class HtmlReportBrowserIT {
  private static final int PHONE = 390;
  private static final int LAPTOP = 1100;
  private static final int SCREEN = 1600;

  /** Of all but the chart library. */
  private static final int MOST_CHARACTERS = 300_000;

  private static final String LIGHT = "--blink-settings=preferredColorScheme=1";
  private static final String DARK = "--blink-settings=preferredColorScheme=0";

  @TempDir static Path directory;

  private static String right;
  private static String wrong;
  private static String hostile;

  @BeforeAll
  static void run() {
    Convolver direct = new DirectConvolver();
    right = HtmlReport.of(report(direct));
    wrong = HtmlReport.of(report((a, b, mode) -> direct.convolve(a, b.reversed(), mode)));
    hostile = HtmlReport.of(Reports.hostile());
  }

  private static Report report(Convolver convolver) {
    return new Runner(convolver, Settings.of(Effort.SMOKE)).run(Manifest.all(), result -> {});
  }

  private static Chromium chromium() throws IOException {
    Optional<Path> installed = Chromium.installed();
    assumeTrue(installed.isPresent(), "no chromium here: pages are not opened in a browser");
    return new Chromium(installed.get(), Files.createTempDirectory(directory, "chromium"));
  }

  private static Path file(String page) throws IOException {
    return Files.writeString(Files.createTempFile(directory, "page", ".html"), page);
  }

  /** A page in a frame, since windows of a browser are never as narrow as a phone. */
  private static String frame(String page, int width, String more) {
    return "<iframe width=%d height=800 style=\"border:0\" %s srcdoc=\"%s\"></iframe>\n"
        .formatted(width, more, Escapers.HTML.escape(page));
  }

  /** What a function of the document inside says of each frame, one line for each. */
  private static List<String> asked(String frames, String function, String... flags)
      throws IOException, InterruptedException {
    String page =
        """
        <!DOCTYPE html><title>frames</title>
        %s<script>
        %s
        const ask = %s;
        addEventListener("load", async () => {
          const frames = [...document.querySelectorAll("iframe")];
          const found = await Promise.all(frames.map((frame) => ask(frame.contentDocument)));
          const list = document.createElement("pre");
          list.id = "found";
          list.textContent = found.join("\\n");
          document.body.replaceChildren(list);
        });
        </script>
        """
            .formatted(frames, PIXELS, function);
    String[] all =
        Stream.concat(Stream.of(flags), Stream.of("--virtual-time-budget=10000"))
            .toArray(String[]::new);
    String dom = chromium().dom(file(page), all);
    Matcher found = Pattern.compile("<pre id=\"found\">([^<]*)<").matcher(dom);
    assertThat(found.find()).as("the browser answers: " + dom).isTrue();
    return found.group(1).lines().toList();
  }

  /** How much of a canvas is drawn, in what colours, how much is no grey; the colour of grids. */
  private static final String PIXELS =
      """
      const hex = (bytes) => "#" + [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
      function pixels(canvas) {
        const { width, height } = canvas;
        // Of a copy: the browser complains where pages read what they draw for the screen.
        const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
        copy.drawImage(canvas, 0, 0);
        const all = copy.getImageData(0, 0, width, height).data;
        const colors = new Set();
        let drawn = 0;
        let colorful = 0;
        for (let i = 0; i < all.length; i += 4) {
          const rgb = all.slice(i, i + 3);
          drawn += all[i + 3] > 0 ? 1 : 0;
          if (all[i + 3] === 255) {
            colors.add(hex(rgb));
            colorful += Math.max(...rgb) - Math.min(...rgb) > 60 ? 1 : 0;
          }
        }
        return { drawn, colors, colorful };
      }
      const gridColor = (inner) => inner.defaultView.getComputedStyle(inner.documentElement)
        .getPropertyValue("--grid").trim();
      """;

  /** Everything in a document that nobody would want to show, after its colour scheme. */
  private static final String FAULTS =
      """
      (inner) => {
        const window = inner.defaultView;
        const faults = [];
        const all = (selector) => [...inner.querySelectorAll(selector)];
        all("details").forEach((details) => { details.open = true; });
        const width = inner.documentElement.clientWidth;
        if (inner.documentElement.scrollWidth > width) {
          faults.push("the page is " + inner.documentElement.scrollWidth + " wide, not " + width);
        }
        for (const box of all(".scroll, pre, .command, .chart, canvas")) {
          if (box.getBoundingClientRect().right > width) {
            faults.push(box.className + " is wider than the page");
          }
        }
        const text = inner.createTreeWalker(inner.body, window.NodeFilter.SHOW_TEXT);
        let names = 0;
        while (text.nextNode()) {
          if (text.currentNode.parentElement.matches(".id")) {
            names++;
            const range = inner.createRange();
            range.selectNodeContents(text.currentNode);
            const lines = new Set([...range.getClientRects()].map((rect) => rect.top));
            if (lines.size > 1) {
              faults.push(text.currentNode.data + " is broken over " + lines.size + " lines");
            }
          }
        }
        if (names === 0) {
          faults.push("no names");
        }
        const rows = all(".coverage tbody tr").map((row) => [...row.querySelectorAll("td")]);
        for (let i = 0; i < rows[0].length; i++) {
          if (!rows.some((row) => /[1-9]/.test(row[i].textContent))) {
            faults.push("column " + i + " of the table of coverage is empty");
          }
        }
        for (const chart of all(".chart")) {
          const wide = chart.getBoundingClientRect().width >= 300;
          const { colors, colorful } = pixels(chart.querySelector("canvas"));
          if (!wide || colorful < 20 || !colors.has(gridColor(inner))) {
            faults.push("a chart is small or empty, or in colours of another scheme");
          }
        }
        for (const canvas of all(".key canvas")) {
          if (pixels(canvas).drawn === 0) {
            faults.push("a mark of the key is empty");
          }
        }
        if (inner.images.length > 0 || inner.scripts.length !== 4) {
          faults.push("images or scripts of others");
        }
        const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
        return [dark ? "dark" : "light", width, ...faults].join(", ");
      }
      """;

  @ParameterizedTest
  @CsvSource({"light, " + LIGHT, "dark, " + DARK})
  void nothing_is_cut_broken_or_empty_on_a_phone_a_laptop_and_a_large_screen(
      String scheme, String flag) throws IOException, InterruptedException {
    List<Integer> widths = List.of(PHONE, LAPTOP, SCREEN);
    String frames =
        Stream.of(right, wrong, hostile)
            .flatMap(page -> widths.stream().map(width -> frame(page, width, "")))
            .collect(Collectors.joining());
    List<String> fine = widths.stream().map(width -> scheme + ", " + width).toList();
    assertThat(asked(frames, FAULTS, flag))
        .containsExactlyElementsOf(Stream.of(fine, fine, fine).flatMap(List::stream).toList());
  }

  @Test
  void broken_names_empty_columns_and_charts_that_are_not_drawn_are_faults()
      throws IOException, InterruptedException {
    String broken =
        wrong
            .replaceAll("<meta http-equiv[^>]*>", "")
            .replace(
                "</style>",
                ".id { white-space: normal; overflow-wrap: anywhere; }\n"
                    + ".coverage tbody th { max-width: 3rem; }</style>")
            .replaceAll("(<tr><th scope=\"row\" title=.*?)</tr>", "$1<td></td></tr>")
            .replace(
                Assets.all().drawing(),
                "document.querySelectorAll('.key, .chart').forEach((box) => box.hidden = false);");
    assertThat(asked(frame(broken, PHONE, ""), FAULTS).get(0))
        .contains(
            "is broken over",
            "of the table of coverage is empty",
            "a chart is small or empty",
            "a mark of the key is empty");
  }

  @Test
  void the_first_section_of_a_failed_run_has_cause_mistake_and_command_on_the_first_screen()
      throws IOException, InterruptedException {
    String function =
        """
        (inner) => {
          const section = inner.querySelector("main > section");
          const labels = [...section.querySelectorAll(".lead dt")].map((label) => label.textContent);
          const code = section.querySelector(".lead .command code").getBoundingClientRect();
          return [...labels, code.bottom < 800 ? "seen" : "at " + code.bottom].join("; ");
        }
        """;
    String labels =
        "What went wrong; Likely mistake, and where to look; Smallest counterexample;"
            + " Command that repeats it; seen";
    assertThat(asked(frame(wrong, LAPTOP, "") + frame(wrong, SCREEN, ""), function))
        .containsExactly(labels, labels);
  }

  @ParameterizedTest
  @CsvSource({"clipboard", "selection"})
  void the_button_copies_the_command(String by) throws IOException, InterruptedException {
    Map<String, String> stubs =
        Map.of(
            "clipboard",
            "clipboard = { writeText: async (text) => { copied = text; } };",
            "selection",
            "inner.execCommand = () => { copied = window.getSelection().toString(); return true;"
                + " };");
    String function =
        """
        async (inner) => {
          const window = inner.defaultView;
          let copied = "nothing";
          let clipboard;
          %s
          Object.defineProperty(window.navigator, "clipboard", { value: clipboard });
          const button = inner.querySelector(".lead button.copy");
          button.click();
          await new Promise((resolve) => setTimeout(resolve, 100));
          const command = inner.querySelector(".lead .command code").textContent.trim();
          return [copied.trim() === command ? command : copied, button.textContent].join("; ");
        }
        """
            .formatted(stubs.get(by));
    assertThat(asked(frame(wrong, LAPTOP, ""), function).get(0))
        .matches("java -jar conv-verify-cli\\.jar replay exact/\\S+ --subject \\S+; Copied");
  }

  @Test
  void without_scripts_everything_but_charts_and_buttons_is_there()
      throws IOException, InterruptedException {
    String function =
        """
        (inner) => [
          inner.getElementById("verdict-word").textContent,
          inner.querySelector(".command code").offsetHeight > 0 ? "command" : "no command",
          inner.querySelector("button.copy").offsetHeight,
          inner.querySelector(".key").offsetHeight,
          inner.querySelector(".chart").offsetHeight,
          inner.querySelector("noscript .hint").offsetHeight > 0 ? "hint" : "no hint",
          inner.querySelectorAll(".panel tbody tr").length > 10 ? "data" : "no data",
        ].join(", ")
        """;
    assertThat(asked(frame(wrong, PHONE, "sandbox=\"allow-same-origin\""), function))
        .containsExactly("Not conformant, command, 0, 0, 0, hint, data");
  }

  @Test
  void charts_follow_the_colour_scheme_and_are_light_in_print()
      throws IOException, InterruptedException {
    String function =
        """
        async (inner) => {
          const window = inner.defaultView;
          const found = [];
          const look = (when) => {
            const { colors } = pixels(inner.querySelector(".chart canvas"));
            found.push(when + ": " + ["#e2e2e2", "#2c3237"].filter((grid) => colors.has(grid)));
          };
          look("dark");
          window.dispatchEvent(new Event("beforeprint"));
          look("print");
          window.dispatchEvent(new Event("afterprint"));
          look("after it");
          window.frameElement.style.colorScheme = "light";
          await new Promise((resolve) => setTimeout(resolve, 500));
          look("light");
          return found.join(", ");
        }
        """;
    assertThat(asked(frame(right, LAPTOP, ""), function, DARK))
        .containsExactly("dark: #2c3237, print: #e2e2e2, after it: #2c3237, light: #e2e2e2");
  }

  @Test
  void the_page_is_dark_where_that_is_preferred() throws IOException, InterruptedException {
    Chromium chromium = chromium();
    Path page = file(right);
    String size = "--window-size=" + LAPTOP + ",800";
    assertThat(brightness(chromium.screenshot(page, size, LIGHT))).isGreaterThan(200);
    assertThat(brightness(chromium.screenshot(page, size, DARK))).isLessThan(80);
  }

  private static double brightness(Path picture) throws IOException {
    BufferedImage image = ImageIO.read(picture.toFile());
    long sum = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        sum += (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255);
      }
    }
    return sum / 3.0 / image.getWidth() / image.getHeight();
  }

  @Test
  void a_page_is_small_enough_to_send() {
    assertThat(List.of(right, wrong))
        .map(page -> page.replace(Assets.all().library(), ""))
        .allSatisfy(page -> assertThat(page).hasSizeLessThan(MOST_CHARACTERS));
  }
}
