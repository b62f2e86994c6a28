package org.conv4j.verify.layer.mutant;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.conv4j.api.LayerConvolver;
import org.conv4j.verify.mutant.Faulty;
import org.conv4j.verify.mutant.Flaw;
import org.conv4j.verify.subject.SubjectKind;

/**
 * An implementation of layers with one mistake in it, and the laws that must catch it.
 *
 * @param flaw what the mistake is about
 * @param id the identifier, which never changes: lower-case words with hyphens between them, in
 *     groups with dots between them
 * @param mistake what its author got wrong: one sentence, without a full stop
 * @param maker makes one that remembers nothing of any other use
 * @param caughtBy identifiers of the laws that must catch it with every seed, at least one; others
 *     may
 */
public record LayerMutant(
    Flaw flaw, String id, String mistake, Supplier<LayerConvolver> maker, List<String> caughtBy)
    implements Faulty {

  /**
   * Keeps a copy of the identifiers.
   *
   * @param flaw as above
   * @param id as above
   * @param mistake as above
   * @param maker as above
   * @param caughtBy as above
   */
  public LayerMutant {
    Objects.requireNonNull(flaw, "flaw");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(mistake, "mistake");
    Objects.requireNonNull(maker, "maker");
    caughtBy = List.copyOf(caughtBy);
  }

  @Override
  public SubjectKind kind() {
    return SubjectKind.LAYER;
  }

  /** A mistake without state: one implementation is enough. */
  static LayerMutant of(
      Flaw flaw, String id, String mistake, LayerConvolver wrong, String... caughtBy) {
    return made(flaw, id, mistake, () -> wrong, caughtBy);
  }

  /** A mistake with state, which no two checks may share. */
  static LayerMutant made(
      Flaw flaw, String id, String mistake, Supplier<LayerConvolver> maker, String... caughtBy) {
    return new LayerMutant(flaw, id, mistake, maker, List.of(caughtBy));
  }

  /**
   * Makes the implementation.
   *
   * @return one that remembers nothing of any other use
   */
  public LayerConvolver layers() {
    return maker.get();
  }

  @Override
  public String toString() {
    return id + ": " + mistake;
  }
}
