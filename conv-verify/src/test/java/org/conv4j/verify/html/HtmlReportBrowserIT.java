package org.conv4j.verify.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.samskivert.mustache.Escapers;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
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

/** Pages as a browser shows them. */
@Tag("thorough")
class HtmlReportBrowserIT {
  private static final int PHONE = 360;
  private static final int MOST_CHARACTERS = 600_000;
  private static final String DARK = "--blink-settings=preferredColorScheme=0";

  @TempDir static Path directory;

  private static String right;
  private static String wrong;

  @BeforeAll
  static void run() {
    Convolver direct = new DirectConvolver();
    right = HtmlReport.of(report(direct));
    wrong = HtmlReport.of(report((a, b, mode) -> direct.convolve(a, b.reversed(), mode)));
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

  private static String only(String dom, String regex) {
    Matcher matcher = Pattern.compile(regex).matcher(dom);
    assertThat(matcher.find()).as(regex).isTrue();
    return matcher.group(1);
  }

  @Test
  void the_verdict_is_read() throws IOException, InterruptedException {
    Chromium chromium = chromium();
    String good = chromium.dom(file(right));
    assertThat(only(good, "<h1 id=\"verdict\" data-verdict=\"([^\"]*)\"")).isEqualTo("partial");
    assertThat(only(good, "id=\"verdict-word\">([^<]*)<")).isEqualTo("Passed in part");
    assertThat(good.split(" data-drawn=\"[1-9]", -1)).as("plots that have marks").hasSize(5);
    String bad = chromium.dom(file(wrong));
    assertThat(only(bad, "data-verdict=\"([^\"]*)\"")).isEqualTo("not-conformant");
    assertThat(only(bad, "id=\"verdict-word\">([^<]*)<")).isEqualTo("Not conformant");
    assertThat(bad).contains("data-drawn=\"");
  }

  /** A page in a frame as wide as a phone, since windows of a browser are never so narrow. */
  private static String frame(String page, String more) {
    return "<iframe width=%d height=800 style=\"border:0\" %s srcdoc=\"%s\"></iframe>\n"
        .formatted(PHONE, more, Escapers.HTML.escape(page));
  }

  /** What a function of the document inside says of each frame. */
  private static String asked(String frames, String function)
      throws IOException, InterruptedException {
    String page =
        """
        <!DOCTYPE html><title>frames</title>
        %s<script>
        const ask = %s;
        addEventListener("load", () => {
          const frames = [...document.querySelectorAll("iframe")];
          const found = frames.map((frame) => ask(frame.contentDocument));
          document.body.innerHTML = "<p id=found>" + found.join("; ") + "</p>";
        });
        </script>
        """
            .formatted(frames, function);
    return only(chromium().dom(file(page), "--virtual-time-budget=10000"), "\"found\">([^<]*)<");
  }

  @Test
  void without_scripts_the_plots_are_tables() throws IOException, InterruptedException {
    String function =
        """
        (inner) => [
          inner.getElementById("verdict-word").textContent,
          inner.querySelector("noscript .hint").offsetHeight > 0 ? "hint" : "no hint",
          inner.querySelector(".key").offsetHeight,
          inner.querySelector(".canvas").offsetHeight,
          inner.querySelectorAll(".panel tbody tr").length > 40 ? "data" : "no data",
        ].join(", ")
        """;
    assertThat(asked(frame(right, "sandbox=\"allow-same-origin\""), function))
        .isEqualTo("Passed in part, hint, 0, 0, data");
  }

  @Test
  void nothing_is_wider_than_a_phone_and_hostile_text_is_text()
      throws IOException, InterruptedException {
    String function =
        """
        (inner) => {
          inner.querySelectorAll("details").forEach((details) => { details.open = true; });
          const drawn = [...inner.querySelectorAll(".panel .canvas")].filter((box) =>
            box.dataset.drawn > 0 && box.querySelector("canvas").getBoundingClientRect().width > 200);
          return [
            inner.documentElement.scrollWidth,
            inner.documentElement.clientWidth,
            inner.querySelectorAll(".panel").length - drawn.length + " not drawn",
            inner.images.length,
            inner.scripts.length,
          ].join(", ");
        }
        """;
    String hostile = HtmlReport.of(Reports.hostile());
    String fits = PHONE + ", " + PHONE + ", 0 not drawn, 0, 4";
    assertThat(asked(frame(right, "") + frame(wrong, "") + frame(hostile, ""), function))
        .isEqualTo(String.join("; ", fits, fits, fits));
  }

  @Test
  void the_page_is_dark_where_that_is_preferred() throws IOException, InterruptedException {
    Chromium chromium = chromium();
    Path page = file(right);
    String size = "--window-size=" + PHONE + ",800";
    assertThat(brightness(chromium.screenshot(page, size))).isGreaterThan(200);
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
    assertThat(right.length()).isLessThan(MOST_CHARACTERS);
  }

  @Test
  void the_runnable_jar_has_the_script_of_the_plots_and_no_other_form_of_it() throws IOException {
    Path jar = Path.of(System.getProperty("conv4j.root"), "conv-verify/target/conv-verify-cli.jar");
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<String> names =
          zip.stream()
              .map(entry -> entry.getName().replaceAll("chart\\.js/[0-9.]+/", "chart.js/"))
              .filter(name -> name.contains("webjars") && !name.endsWith("/"))
              .toList();
      assertThat(names)
          .containsExactlyInAnyOrder(
              "META-INF/resources/webjars/chart.js/dist/chart.umd.min.js",
              "META-INF/resources/webjars/chart.js/LICENSE.md",
              "META-INF/maven/org.webjars.npm/chart.js/pom.properties");
    }
  }
}
