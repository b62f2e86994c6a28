package org.conv4j.verify.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The parts that every page contains.
 *
 * @param style the style sheet
 * @param script the script that copies commands and opens what a link leads to
 * @param policy what the page may load and run, for its Content-Security-Policy: these two, named
 *     by their digests, and nothing else
 */
record Assets(String style, String script, String policy) {
  private static final Assets ALL = load();

  static Assets all() {
    return ALL;
  }

  private static Assets load() {
    String style = read("style.css");
    String script = read("page.js");
    String policy =
        "default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'"
            .formatted(digest(style), digest(script));
    return new Assets(style, script, policy);
  }

  /** A resource of this package. */
  static String read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the kit was packaged without " + name);
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
