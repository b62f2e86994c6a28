package org.conv4j.verify.mutant;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.conv4j.api.Convolver;

/** A convolver with one mistake in it, and the laws that must catch it. */
public final class Mutant {
  private final Flaw flaw;
  private final String id;
  private final String mistake;
  private final Supplier<Convolver> convolver;
  private final List<String> caughtBy;

  private Mutant(
      Flaw flaw, String id, String mistake, Supplier<Convolver> convolver, List<String> caughtBy) {
    this.flaw = Objects.requireNonNull(flaw, "flaw");
    this.id = Objects.requireNonNull(id, "id");
    this.mistake = Objects.requireNonNull(mistake, "mistake");
    this.convolver = Objects.requireNonNull(convolver, "convolver");
    this.caughtBy = List.copyOf(caughtBy);
  }

  /** A mistake without state: one convolver is enough. */
  static Mutant of(Flaw flaw, String id, String mistake, Convolver wrong, String... caughtBy) {
    return new Mutant(flaw, id, mistake, () -> wrong, List.of(caughtBy));
  }

  /** A mistake with state, which no two checks may share. */
  static Mutant made(
      Flaw flaw, String id, String mistake, Supplier<Convolver> maker, String... caughtBy) {
    return new Mutant(flaw, id, mistake, maker, List.of(caughtBy));
  }

  /**
   * The identifier, which never changes.
   *
   * @return lower-case words with hyphens between them, in groups with dots between them
   */
  public String id() {
    return id;
  }

  /**
   * What its author got wrong.
   *
   * @return one sentence, without a full stop
   */
  public String mistake() {
    return mistake;
  }

  /**
   * What the mistake is about.
   *
   * @return the flaw
   */
  public Flaw flaw() {
    return flaw;
  }

  /**
   * Makes the convolver.
   *
   * @return one that remembers nothing of any other use
   */
  public Convolver convolver() {
    return convolver.get();
  }

  /**
   * The laws that must catch it with every seed; others may.
   *
   * @return their identifiers, at least one
   */
  public List<String> caughtBy() {
    return caughtBy;
  }

  @Override
  public String toString() {
    return id + ": " + mistake;
  }
}
