package org.conv4j.verify.certificate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.conv4j.verify.run.Effort;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Selection;
import org.conv4j.verify.run.Settings;

/**
 * How a run went about it.
 *
 * @param seed decides which operands are drawn
 * @param effort how much is tried
 * @param tries recipes drawn for each law
 * @param limit how long one call may take, in seconds
 * @param budget how long the run should take, in seconds; null for as long as it takes
 * @param shrinkingSteps how many recipes are looked at for a smaller one
 * @param ids which checks were asked for; empty for all
 * @param shard which part of them, from 1
 * @param shards how many parts there are
 */
public record Conduct(
    long seed,
    String effort,
    int tries,
    double limit,
    Double budget,
    int shrinkingSteps,
    List<String> ids,
    int shard,
    int shards) {
  /**
   * Checks that all is there.
   *
   * @param seed as above
   * @param effort as above
   * @param tries as above
   * @param limit as above
   * @param budget as above
   * @param shrinkingSteps as above
   * @param ids as above
   * @param shard as above
   * @param shards as above
   */
  public Conduct {
    Objects.requireNonNull(effort, "effort");
    ids = List.copyOf(ids);
  }

  static Conduct of(Report report) {
    Settings settings = report.settings();
    Selection selection = report.selection();
    return new Conduct(
        settings.seed(),
        Words.of(settings.effort()),
        settings.tries(),
        Seconds.of(settings.limit()),
        settings.budget().map(Seconds::of).orElse(null),
        settings.shrinkingSteps(),
        selection.ids(),
        selection.shard(),
        selection.shards());
  }

  Settings settings() {
    return new Settings(
        seed,
        Words.parse(Effort.class, effort),
        tries,
        Seconds.parse(limit),
        Optional.ofNullable(budget).map(Seconds::parse),
        shrinkingSteps);
  }

  Selection selection() {
    return new Selection(ids, shard, shards);
  }
}
