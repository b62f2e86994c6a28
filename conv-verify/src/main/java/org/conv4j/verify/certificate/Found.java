package org.conv4j.verify.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Failure;

/**
 * A failure in full.
 *
 * @param kind {@code law} or {@code vector}
 * @param id the check that failed
 * @param what what is wrong
 * @param mode the mode; null if it does not matter
 * @param operands what the check was made on
 * @param expected what should have come; null if it is no matter of values
 * @param got what came; null likewise
 * @param replay the token that makes the check again
 * @param notes where the subject threw, innermost frame first
 */
public record Found(
    String kind,
    String id,
    String what,
    String mode,
    List<Elements> operands,
    Elements expected,
    Elements got,
    String replay,
    List<String> notes) {
  /**
   * Checks that all is there.
   *
   * @param kind as above
   * @param id as above
   * @param what as above
   * @param mode as above
   * @param operands as above
   * @param expected as above
   * @param got as above
   * @param replay as above
   * @param notes as above
   */
  public Found {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(replay, "replay");
    operands = List.copyOf(operands);
    notes = List.copyOf(notes);
  }

  static Found of(Check check, Failure failure) {
    return new Found(
        Words.of(check.kind()),
        check.id(),
        failure.what(),
        failure.mode().map(Words::of).orElse(null),
        failure.operands().stream().map(Elements::of).toList(),
        failure.expected().map(Elements::of).orElse(null),
        failure.got().map(Elements::of).orElse(null),
        failure.token(),
        failure.notes());
  }

  /** What the check of a failure is known by: a law and a vector may share an identifier. */
  String key() {
    return kind + ":" + id;
  }

  static String key(Check check) {
    return Words.of(check.kind()) + ":" + check.id();
  }

  /** The failure; what was left out is told in its notes. */
  Failure restored() {
    List<String> told = new ArrayList<>(notes);
    List<NdArray> inputs = operands.stream().flatMap(array -> array.restored().stream()).toList();
    if (inputs.size() < operands.size()) {
      inputs = List.of(); // some without the others would be taken for the first ones
      for (int i = 0; i < operands.size(); i++) {
        told.add("in" + (i + 1) + ": " + operands.get(i).description());
      }
    }
    return new Failure(
        what,
        inputs,
        Optional.ofNullable(mode).map(word -> Words.parse(Mode.class, word)),
        restored("expected", expected, told),
        restored("got", got, told),
        replay,
        Optional.empty(),
        told);
  }

  private static Optional<NdArray> restored(String label, Elements array, List<String> told) {
    if (array == null) {
      return Optional.empty();
    }
    Optional<NdArray> restored = array.restored();
    if (restored.isEmpty()) {
      told.add(label + ": " + array.description() + ", " + array.omitted());
    }
    return restored;
  }
}
