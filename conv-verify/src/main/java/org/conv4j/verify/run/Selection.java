package org.conv4j.verify.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.conv4j.verify.subject.SubjectKind;

/**
 * Which checks of the manifest a run makes.
 *
 * @param ids identifiers of laws or golden vectors, in which {@code *} stands for any characters;
 *     empty for all
 * @param shard which part of them, counted from 1
 * @param shards how many parts there are
 */
public record Selection(List<String> ids, int shard, int shards) {
  /** How the reason begins if another shard makes the check. */
  public static final String ELSEWHERE = "not in shard ";

  private static final Selection ALL = new Selection(List.of(), 1, 1);

  /**
   * Copies the list.
   *
   * @param ids as above
   * @param shard as above
   * @param shards as above
   * @throws IllegalArgumentException unless {@code 1 <= shard <= shards}
   */
  public Selection {
    ids = List.copyOf(ids);
    if (shard < 1 || shard > shards) {
      throw new IllegalArgumentException(
          "a shard is i/n with 1 <= i <= n, not " + shard + "/" + shards);
    }
  }

  /**
   * Everything.
   *
   * @return that selection
   */
  public static Selection all() {
    return ALL;
  }

  /**
   * Some checks of convolvers.
   *
   * @param ids identifiers, in which {@code *} stands for any characters
   * @return that selection
   * @throws IllegalArgumentException if one matches no law and no golden vector
   */
  public Selection withIds(List<String> ids) {
    return withIds(ids, Set.of(SubjectKind.CONVOLVER));
  }

  /**
   * Some checks.
   *
   * @param ids identifiers, in which {@code *} stands for any characters
   * @param kinds the kinds of subjects whose checks they may be
   * @return that selection
   * @throws IllegalArgumentException if one matches no law and no golden vector
   */
  public Selection withIds(List<String> ids, Set<SubjectKind> kinds) {
    Manifest.requireNamed(ids, kinds);
    return new Selection(ids, shard, shards);
  }

  /**
   * A part of the checks.
   *
   * @param text such as {@code 2/5}: the second of every five checks
   * @return that selection
   * @throws IllegalArgumentException if it is malformed
   */
  public Selection withShard(String text) {
    String[] parts = text.split("/", -1);
    try {
      if (parts.length == 2) {
        return new Selection(ids, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
      }
    } catch (NumberFormatException e) {
      // Told below, with what is right.
    }
    throw new IllegalArgumentException("a shard is i/n with 1 <= i <= n, not " + text);
  }

  /**
   * Whether anything is left out.
   *
   * @return true if this is everything
   */
  public boolean isAll() {
    return equals(ALL);
  }

  /**
   * Why each check is left out.
   *
   * @param checks the manifest
   * @return for each, in order, the reason, or empty if it is to be made
   */
  List<Optional<String>> reasons(List<Check> checks) {
    List<Pattern> patterns = ids.stream().map(Ids::pattern).map(Pattern::compile).toList();
    List<Optional<String>> reasons = new ArrayList<>();
    int asked = 0;
    for (Check check : checks) {
      if (!ids.isEmpty() && patterns.stream().noneMatch(p -> p.matcher(check.id()).matches())) {
        reasons.add(Optional.of("not asked for"));
      } else {
        boolean here = asked++ % shards == shard - 1;
        reasons.add(here ? Optional.empty() : Optional.of(ELSEWHERE + shard + "/" + shards));
      }
    }
    return reasons;
  }
}
