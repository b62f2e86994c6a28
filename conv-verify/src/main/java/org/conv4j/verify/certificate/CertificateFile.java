package org.conv4j.verify.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conv4j.verify.json.Json;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Failure;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;

/**
 * A certificate that was read back.
 *
 * @param name what messages call it
 * @param certificate as it was written
 * @param report what the run had found, but for the elements of long arrays and for exceptions,
 *     which are told in notes
 */
public record CertificateFile(String name, Certificate certificate, Report report) {
  /**
   * Checks that all is there.
   *
   * @param name as above
   * @param certificate as above
   * @param report as above
   */
  public CertificateFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(certificate, "certificate");
    Objects.requireNonNull(report, "report");
  }

  /**
   * Reads a certificate of this kit.
   *
   * @param file JSON
   * @return the certificate, and the report it was made of
   * @throws UnusableCertificate if it cannot be read, is no certificate, is of another kit, or does
   *     not follow from what it says
   */
  public static CertificateFile read(Path file) {
    String name = file.toString();
    if (Files.isDirectory(file)) {
      throw new UnusableCertificate(name + " is a directory, not a certificate");
    }
    try {
      return parse(name, Files.readString(file));
    } catch (IOException e) {
      throw new UnusableCertificate(name + " cannot be read: " + e, e);
    }
  }

  static CertificateFile parse(String name, String text) {
    Object schema = parsed(name, text, Map.class).get("schema");
    if (!Certificate.SCHEMA.equals(schema)) {
      throw new UnusableCertificate(
          name + " is no certificate: its \"schema\" is not " + Certificate.SCHEMA);
    }
    Certificate certificate = parsed(name, text, Certificate.class);
    if (!certificate.kit().equals(Kit.current())) {
      throw new UnusableCertificate(
          name + " is of another kit: " + certificate.kit() + ", this one is " + Kit.current());
    }
    try {
      Report report = restored(certificate);
      certificate.expected(); // throws if one is about nothing
      Certificate again = Certificate.of(report, certificate.circumstances(), inFull(certificate));
      if (!Json.line(again).equals(Json.line(certificate))) {
        throw new IllegalArgumentException("its parts contradict each other");
      }
      return new CertificateFile(name, certificate, report);
    } catch (IllegalArgumentException | ManifestMismatch e) {
      throw new UnusableCertificate(name + " was changed or cut: " + e.getMessage(), e);
    }
  }

  private static <T> T parsed(String name, String text, Class<T> type) {
    try {
      return Json.read(text, type);
    } catch (IllegalArgumentException e) {
      // The message of the cause says where; that of the exception repeats the file.
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String where = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
      throw new UnusableCertificate(name + " is no certificate: " + where, e);
    }
  }

  static Map<String, Found> inFull(Certificate certificate) {
    Map<String, Found> failures = new HashMap<>();
    for (Found found : certificate.failures()) {
      if (failures.put(found.key(), found) != null) {
        throw new IllegalArgumentException(found.id() + " failed twice");
      }
    }
    return failures;
  }

  private static Report restored(Certificate certificate) {
    Map<String, Found> failures = inFull(certificate);
    Map<String, Entry> laws = byId(certificate.laws());
    Map<String, Entry> vectors = byId(certificate.vectors().others());
    Map<String, LeftOut> leftOut = new HashMap<>();
    certificate
        .vectors()
        .leftOut()
        .forEach(some -> some.ids().forEach(id -> leftOut.put(id, some)));
    List<Result> results = new ArrayList<>();
    for (Check check : Manifest.all()) {
      Optional<Failure> failure =
          Optional.ofNullable(failures.get(Found.key(check))).map(Found::restored);
      boolean law = check.kind() == Check.Kind.LAW;
      Entry entry = (law ? laws : vectors).get(check.id());
      if (entry != null) {
        results.add(entry.restored(check, failure));
      } else if (!law && certificate.vectors().passed().containsKey(check.id())) {
        results.add(certificate.vectors().restored(check));
      } else if (!law && leftOut.containsKey(check.id())) {
        results.add(leftOut.get(check.id()).restored(check));
      } else {
        throw new IllegalArgumentException("there is nothing about " + check.id());
      }
    }
    return new Report(
        certificate.subject(),
        certificate.claims().restored(),
        certificate.settings().settings(),
        certificate.settings().selection(),
        results,
        certificate.problems(),
        Seconds.parse(certificate.seconds()));
  }

  private static Map<String, Entry> byId(List<Entry> entries) {
    try {
      return entries.stream().collect(Collectors.toMap(Entry::id, Function.identity()));
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException("a check is there twice", e);
    }
  }
}
