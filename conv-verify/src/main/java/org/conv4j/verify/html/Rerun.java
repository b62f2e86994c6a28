package org.conv4j.verify.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Failure;
import org.conv4j.verify.run.Settings;
import org.conv4j.verify.subject.SubjectKind;

/**
 * The command that makes a failed check again.
 *
 * <pre>{@code
 * Rerun rerun = Rerun.of("org.example.MyConvolver");
 * Files.writeString(Path.of("report.html"), HtmlReport.of(report, rerun));
 * }</pre>
 *
 * @param kit the words that start the kit, such as {@code java}, {@code -jar} and a jar
 * @param subject the options by which the kit finds the subject
 */
public record Rerun(List<String> kit, List<String> subject) {
  /**
   * Copies the lists.
   *
   * @param kit as above
   * @param subject as above
   */
  public Rerun {
    kit = List.copyOf(kit);
    subject = List.copyOf(subject);
  }

  /**
   * With the jar in the current directory, and the subject on the kit's own class path.
   *
   * @param subject the name of a convolver that is present, or of a class
   * @return the command
   */
  public static Rerun of(String subject) {
    return of(SubjectKind.CONVOLVER, subject);
  }

  /**
   * The same for a subject of any kind.
   *
   * @param kind its kind
   * @param subject the name of one that is present, or of a class
   * @return the command
   */
  public static Rerun of(SubjectKind kind, String subject) {
    List<String> kit = List.of("java", "-jar", "conv-verify-cli.jar");
    return new Rerun(kit, List.of(kind.option(), subject));
  }

  /** The words, quoted. A check that failed on no particular operands is run again as a whole. */
  List<String> words(Check check, Failure failure, Settings settings) {
    List<String> words = new ArrayList<>(kit);
    if (failure.token().equals(check.id())) {
      words.addAll(List.of("run", "--law", check.id()));
      words.addAll(List.of("--seed", Long.toString(settings.seed())));
      words.addAll(List.of("--effort", settings.effort().name().toLowerCase(Locale.ROOT)));
    } else {
      words.addAll(List.of("replay", failure.token()));
    }
    words.addAll(subject);
    return words.stream().map(Rerun::quoted).toList();
  }

  /** One word of a shell. */
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:,@=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
