package org.conv4j.verify.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.conv4j.verify.html.HtmlReport;
import org.conv4j.verify.html.Rerun;
import org.conv4j.verify.junit.JUnitXml;
import org.conv4j.verify.run.Report;

/** The folder for everything about one subject. Files appear only when they are complete. */
final class ReportFolder {
  /** File systems allow 255 bytes, which include {@code TEST-conv4j-} and {@code .xml}. */
  private static final int LONGEST = 100;

  private final Path directory;
  private final String name;

  private ReportFolder(Path directory, String name) {
    this.directory = directory;
    this.name = name;
  }

  /**
   * A folder for each subject; subjects of the same name get numbers.
   *
   * @param parent made if need be
   * @param subjects their names
   * @return the folders, in order
   * @throws WrongUsage if one cannot be made or written to
   */
  static List<ReportFolder> of(Path parent, List<String> subjects) {
    List<ReportFolder> folders = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (String subject : subjects) {
      String plain = fileName(subject);
      String name = plain;
      // Some file systems do not tell capitals.
      for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
        name = plain + "-" + i;
      }
      folders.add(new ReportFolder(made(parent.resolve(name)), name));
    }
    return folders;
  }

  /**
   * A subject's name, with everything replaced that file systems or shells do not take as it is.
   */
  static String fileName(String subject) {
    String plain = subject.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[.-]+|[.]+$", "_");
    String name = plain.isEmpty() ? "_" : plain;
    return name.substring(0, Math.min(LONGEST, name.length()));
  }

  private static Path made(Path directory) {
    try {
      Files.createDirectories(directory);
      Path probe = draft(directory, "probe");
      Files.writeString(probe, "");
      Files.delete(probe);
      return directory;
    } catch (FileAlreadyExistsException e) {
      throw new WrongUsage("--reports: " + e.getFile() + " is there and is no directory", e);
    } catch (IOException e) {
      throw new WrongUsage("--reports cannot write to " + directory + ": " + e, e);
    }
  }

  /** Not a temporary file of the JDK, which only its owner may read. */
  private static Path draft(Path directory, String file) {
    return directory.resolve(file + "." + ProcessHandle.current().pid() + ".tmp");
  }

  /** Writes everything, replacing the files of an earlier run. Returns one line for each file. */
  void write(Report report, String certificate, Rerun rerun) throws IOException {
    String suite = "conv4j-" + name;
    write("certificate.json", certificate);
    write("TEST-" + suite + ".xml", JUnitXml.of(report, suite));
    write("report.html", HtmlReport.of(report, rerun));
  }

  private void write(String file, String text) throws IOException {
    Path draft = draft(directory, file);
    try {
      Files.writeString(draft, text);
      Files.move(
          draft,
          directory.resolve(file),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
