package org.conv4j.verify.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conv4j.verify.run.ExpectedFailures;
import org.conv4j.verify.run.Plan;
import org.conv4j.verify.run.Selection;
import org.conv4j.verify.subject.SubjectKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options for which checks a run makes, and for how long. */
final class RunOptions {
  @Option(
      names = "--law",
      paramLabel = "ID",
      description = {
        "Makes only this check, a law or a golden vector; * stands for any"
            + " characters. May be given more than once."
      })
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Makes every N-th check, beginning with the I-th.")
  private String shard;

  @Option(
      names = "--time-budget",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = {
        "The time that the run should take for each subject, such as 90s, 5m or"
            + " 1h. Laws are then tried less often, and checks that cannot begin in"
            + " time are not run."
      })
  private Duration budget;

  @Option(
      names = "--expected-failures",
      paramLabel = "FILE",
      description =
          "A JSON file of laws and golden vectors that are known to fail, and until when.")
  private Path expected;

  @Mixin private ReportsOption reports;

  /** One folder for each subject; a mistake is a {@link WrongUsage}. */
  List<Optional<ReportFolder>> folders(List<String> subjects) {
    return reports.folders(subjects);
  }

  Duration budget() {
    return budget;
  }

  /** What to check of subjects of some kinds; a mistake in an option is a {@link WrongUsage}. */
  Map<SubjectKind, Plan> plans(Set<SubjectKind> kinds) {
    try {
      Selection named = Selection.all().withIds(ids, kinds);
      Selection selection = shard == null ? named : named.withShard(shard);
      ExpectedFailures known =
          expected == null ? ExpectedFailures.none() : ExpectedFailures.read(expected);
      Map<SubjectKind, Plan> plans = new EnumMap<>(SubjectKind.class);
      for (SubjectKind kind : kinds) {
        plans.put(kind, Plan.everything(kind).withSelection(selection).withExpected(known));
      }
      return plans;
    } catch (IllegalArgumentException e) {
      throw new WrongUsage(e.getMessage(), e);
    }
  }

  /** Durations as people write them. */
  static final class TimeConverter implements ITypeConverter<Duration> {
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,5})(s|m|h)?");

    @Override
    public Duration convert(String text) {
      Matcher matcher = TIME.matcher(text);
      if (!matcher.matches()) {
        throw new TypeConversionException("a time must look like 90s, 5m or 1h, not " + text);
      }
      long number = Long.parseLong(matcher.group(1));
      String unit = matcher.group(2) == null ? "s" : matcher.group(2);
      return switch (unit) {
        case "h" -> Duration.ofHours(number);
        case "m" -> Duration.ofMinutes(number);
        default -> Duration.ofSeconds(number);
      };
    }
  }
}
