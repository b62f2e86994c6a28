package org.conv4j.verify.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.verify.law.Violation;
import org.conv4j.verify.operand.Case;

/**
 * What a failed check found.
 *
 * @param what in one sentence, what is wrong
 * @param operands what the check was made on, in order
 * @param mode the mode, of a convolution
 * @param options the options, of a layer, in words
 * @param expected the right result, if the failure concerns values
 * @param got the actual result
 * @param token what {@code replay} takes to make the same check again
 * @param cause what the subject threw, if it threw; files do not keep it
 * @param notes further lines: where it threw
 */
public record Failure(
    String what,
    List<Exhibit> operands,
    Optional<Mode> mode,
    Optional<String> options,
    Optional<Exhibit> expected,
    Optional<Exhibit> got,
    String token,
    Optional<Throwable> cause,
    List<String> notes) {
  private static final List<String> OF_LAYERS = List.of("input", "weights", "bias");

  /**
   * Copies the lists.
   *
   * @param what as above
   * @param operands as above
   * @param mode as above
   * @param options as above
   * @param expected as above
   * @param got as above
   * @param token as above
   * @param cause as above
   * @param notes as above
   */
  public Failure {
    operands = List.copyOf(operands);
    notes = List.copyOf(notes);
  }

  /**
   * A failure as it is found, of a convolution; its notes come from the cause.
   *
   * @param what as above
   * @param operands as above
   * @param mode as above
   * @param expected as above
   * @param got as above
   * @param token as above
   * @param cause as above
   */
  public Failure(
      String what,
      List<NdArray> operands,
      Optional<Mode> mode,
      Optional<NdArray> expected,
      Optional<NdArray> got,
      String token,
      Optional<Throwable> cause) {
    this(
        what,
        operands.stream().map(Exhibit::of).toList(),
        mode,
        Optional.empty(),
        expected.map(Exhibit::of),
        got.map(Exhibit::of),
        token,
        cause,
        cause.map(Failure::trace).orElse(List.of()));
  }

  /** A failure that does not concern values. */
  static Failure of(String what, String token) {
    return new Failure(
        what,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        token,
        Optional.empty());
  }

  /** This failure, with a text before what it says. */
  Failure withPrefix(String prefix) {
    return new Failure(prefix + what, operands, mode, options, expected, got, token, cause, notes);
  }

  private Failure withOptions(Optional<String> other) {
    return new Failure(what, operands, mode, other, expected, got, token, cause, notes);
  }

  static Failure of(Violation violation, List<NdArray> operands, Mode mode, String token) {
    return of(violation, operands, Optional.of(mode), token);
  }

  static Failure of(Violation violation, Case on, String token) {
    return of(violation, on.arrays(), on.convolutionMode(), token)
        .withOptions(on.layerOptions().map(LayerOptions::toString));
  }

  static Failure ofLayer(
      Violation violation, List<NdArray> operands, String options, String token) {
    return of(violation, operands, Optional.empty(), token).withOptions(Optional.of(options));
  }

  private static Failure of(
      Violation violation, List<NdArray> operands, Optional<Mode> mode, String token) {
    return new Failure(
        violation.getMessage(),
        operands,
        mode,
        violation.expected(),
        violation.got(),
        token,
        Optional.ofNullable(violation.getCause()));
  }

  /**
   * Whether the failure was found on operands, and not before there were any.
   *
   * @return true if it tells the mode or the options of a call
   */
  public boolean concernsACall() {
    return mode.isPresent() || options.isPresent();
  }

  /** What reports call an operand. */
  private String operandName(int position) {
    return options.isPresent() ? OF_LAYERS.get(position) : "in" + (position + 1);
  }

  /**
   * The failure in lines for people: what, operands, expected, got, and the token.
   *
   * @return lines without line ends
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(what);
    for (int i = 0; i < operands.size(); i++) {
      lines.addAll(labelled(operandName(i), operands.get(i)));
    }
    mode.ifPresent(value -> lines.add("mode      " + value));
    options.ifPresent(value -> lines.add("options   " + value));
    expected.ifPresent(array -> lines.addAll(labelled("expected", array)));
    got.ifPresent(array -> lines.addAll(labelled("got", array)));
    notes.forEach(note -> lines.add(" ".repeat(10) + note));
    lines.add("replay    " + token);
    return lines;
  }

  private static List<String> labelled(String label, Exhibit array) {
    List<String> lines = new ArrayList<>();
    for (String line : array.toString().split("\n", -1)) {
      lines.add(lines.isEmpty() ? String.format("%-9s %s", label, line) : " ".repeat(10) + line);
    }
    return lines;
  }

  /** Where the subject threw: the innermost frames, for its author. */
  private static List<String> trace(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .limit(3)
        .map(frame -> "at " + frame)
        .collect(Collectors.toList());
  }
}
