package org.conv4j.verify.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Properties;

/**
 * What every page is made with.
 *
 * @param style the style sheet
 * @param library the plotting library, a script
 * @param script the script that draws the plots
 * @param unfold the script that opens what a link leads to
 * @param license the licence of the plotting library
 * @param policy what the page may load and run, for its Content-Security-Policy: these four and
 *     nothing else, told by their digests
 */
record Assets(
    String style, String library, String script, String unfold, String license, String policy) {
  private static final String LIBRARY = "org.webjars.npm/chart.js";
  private static final Assets ALL = load();

  static Assets all() {
    return ALL;
  }

  private static Assets load() {
    String version = version();
    String directory = "META-INF/resources/webjars/chart.js/" + version + "/";
    String style = read("style.css");
    // Without the address of its source map, which developer tools of browsers would ask for.
    String library =
        text(directory + "dist/chart.umd.min.js").replaceAll("//# sourceMappingURL=.*", "").strip();
    String script = read("plot.js");
    String unfold = read("unfold.js");
    String policy =
        "default-src 'none'; style-src %s; script-src %s %s %s; base-uri 'none'; form-action 'none'"
            .formatted(digest(style), digest(library), digest(script), digest(unfold));
    return new Assets(
        style, library, script, unfold, text(directory + "LICENSE.md").strip(), policy);
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = open("META-INF/maven/" + LIBRARY + "/pom.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  /** A resource of this package. */
  static String read(String name) {
    return text("org/conv4j/verify/html/" + name);
  }

  private static String text(String path) {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String path) throws IOException {
    InputStream in = Assets.class.getClassLoader().getResourceAsStream(path);
    if (in == null) {
      throw new IOException("not on the class path: " + path);
    }
    return in;
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
