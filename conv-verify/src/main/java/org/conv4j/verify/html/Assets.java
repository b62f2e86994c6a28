package org.conv4j.verify.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Properties;

/**
 * The parts that are the same in every page.
 *
 * @param style the style sheet
 * @param script the script that copies commands and opens what a link leads to
 * @param library Chart.js, a script, for pages with charts
 * @param license its licence
 * @param drawing the script that draws the charts with it
 * @param policy what the page may load and run, for its Content-Security-Policy: the style sheet
 *     and the scripts, named by their digests, and nothing else
 */
record Assets(
    String style, String script, String library, String license, String drawing, String policy) {
  private static final String PACKAGE = "/META-INF/maven/org.webjars.npm/chart.js/pom.properties";

  private static final Assets ALL = load();

  static Assets all() {
    return ALL;
  }

  private static Assets load() {
    String style = read("style.css");
    String script = read("page.js");
    String directory = "/META-INF/resources/webjars/chart.js/" + version() + "/";
    // Without the address of its source map, which developer tools of browsers would ask for.
    String library =
        read(directory + "dist/chart.umd.min.js").replaceAll("//# sourceMappingURL=.*", "").strip();
    String drawing = read("plot.js");
    String policy =
        "default-src 'none'; style-src %s; script-src %s %s %s; base-uri 'none'; form-action 'none'"
            .formatted(digest(style), digest(script), digest(library), digest(drawing));
    String license = read(directory + "LICENSE.md").strip();
    return new Assets(style, script, library, license, drawing, policy);
  }

  /** The version of Chart.js, which is part of where its files are. */
  private static String version() {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(read(PACKAGE)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  /** A resource of this package, or with a slash at the beginning any on the class path. */
  static String read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
