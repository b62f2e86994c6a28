package org.conv4j.verify.spec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.conv4j.verify.law.Law.Level;

/**
 * What SPEC.md says about one law. Each text is one line, with Markdown's backticks.
 *
 * @param id the identifier
 * @param level how binding it is
 * @param statement one sentence, that of the law
 * @param intent why the rule exists
 * @param needs what has to be claimed for it to apply; empty if it always does
 * @param advice where to look if it fails
 * @param kills identifiers of the mutants that it must catch
 * @param stays why it is kept although other laws catch the same mutants; empty if they do not
 */
public record Rule(
    String id,
    Level level,
    String statement,
    String intent,
    List<Need> needs,
    String advice,
    List<String> kills,
    Optional<String> stays) {
  /**
   * Copies the lists.
   *
   * @param id as above
   * @param level as above
   * @param statement as above
   * @param intent as above
   * @param needs as above
   * @param advice as above
   * @param kills as above
   * @param stays as above
   */
  public Rule {
    needs = List.copyOf(needs);
    kills = List.copyOf(kills);
  }

  /**
   * The needs in the words of SPEC.md.
   *
   * @return for example {@code mode SAME, mode FULL}; {@code nothing in particular} if there are
   *     none
   */
  public String needsText() {
    return needs.isEmpty()
        ? Need.NONE
        : needs.stream().map(Need::text).collect(Collectors.joining(", "));
  }
}
