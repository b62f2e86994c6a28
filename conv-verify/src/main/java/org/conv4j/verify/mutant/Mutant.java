package org.conv4j.verify.mutant;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.conv4j.api.Convolver;
import org.conv4j.verify.subject.SubjectKind;

/** A convolver with one mistake in it, and the laws that must catch it. */
public final class Mutant implements Faulty {
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

  @Override
  public SubjectKind kind() {
    return SubjectKind.CONVOLVER;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String mistake() {
    return mistake;
  }

  @Override
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

  @Override
  public List<String> caughtBy() {
    return caughtBy;
  }

  @Override
  public String toString() {
    return id + ": " + mistake;
  }
}
