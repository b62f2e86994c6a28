package org.conv4j.verify.stranger;

import java.util.List;
import java.util.Optional;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;

/**
 * One check that a stranger failed.
 *
 * @param law whether it is a law, and not a golden vector
 * @param binding whether it makes the stranger not conformant
 * @param id the identifier of law or vector
 * @param title what it checks
 * @param what what is wrong
 * @param operands what it was checked on
 * @param mode the mode
 * @param lines the counterexample
 */
record Deviation(
    boolean law,
    boolean binding,
    String id,
    String title,
    String what,
    List<NdArray> operands,
    Optional<Mode> mode,
    List<String> lines) {
  boolean is(String... ids) {
    return law && List.of(ids).contains(id);
  }

  boolean inMode(Mode one) {
    return mode.isPresent() && mode.get() == one;
  }

  /** The elements of all operands together. */
  int size() {
    return operands.stream().mapToInt(NdArray::size).sum();
  }
}
