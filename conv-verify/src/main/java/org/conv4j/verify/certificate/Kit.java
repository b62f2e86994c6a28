package org.conv4j.verify.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.conv4j.verify.law.Law;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.layer.law.LayerLaws;
import org.conv4j.verify.layer.vector.LayerVectors;
import org.conv4j.verify.subject.SubjectKind;
import org.conv4j.verify.vector.GoldenVectors;

/**
 * Which kit made a certificate.
 *
 * @param version of the jar, or {@code (not packaged)}
 * @param laws the SHA-256 of identifier, level and statement of each law in order, each followed by
 *     a line feed, in UTF-8
 * @param vectors the SHA-256 of the golden vector files, one behind the other as the index lists
 *     them
 */
public record Kit(String version, String laws, String vectors) {
  /**
   * Checks that nothing is missing.
   *
   * @param version as above
   * @param laws as above
   * @param vectors as above
   */
  public Kit {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(laws, "laws");
    Objects.requireNonNull(vectors, "vectors");
  }

  /** Made on first use, because it reads megabytes. */
  private static final class Current {
    static final Kit KIT =
        new Kit(currentVersion(), digestOfLaws(Laws.all()), GoldenVectors.sha256());
  }

  /** Likewise. */
  private static final class OfLayers {
    static final Kit KIT =
        new Kit(currentVersion(), digestOfLaws(LayerLaws.all()), LayerVectors.sha256());
  }

  /**
   * This kit, as far as it is about convolvers.
   *
   * @return its version and digests
   */
  public static Kit current() {
    return Current.KIT;
  }

  /**
   * This kit, as far as it is about a kind of subjects.
   *
   * @param kind the kind
   * @return its version and digests
   */
  public static Kit of(SubjectKind kind) {
    return kind == SubjectKind.CONVOLVER ? current() : OfLayers.KIT;
  }

  private static String currentVersion() {
    String version = Kit.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  static String digestOfLaws(List<? extends Law<?, ?>> laws) {
    MessageDigest digest = sha256();
    for (Law<?, ?> law : laws) {
      String text = law.id() + "\n" + law.level() + "\n" + law.statement() + "\n";
      digest.update(text.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
