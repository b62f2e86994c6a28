package org.conv4j.verify.bench;

import org.conv4j.verify.bench.BenchCase.Door;

/**
 * A request to a worker, one line of JSON; {@link Reply} is the answer. What the command does not
 * need is null.
 *
 * @param command what to do
 * @param in1 for {@code load}, the first operand
 * @param in2 for {@code load}, the second operand
 * @param door for {@code load}, which overload to call
 * @param output for {@code compute}, the file for the result
 * @param seconds for {@code warm} and {@code measure}, how long at least
 * @param calls for {@code warm} and {@code measure}, how often at least
 */
record Request(
    String command,
    ArrayFile in1,
    ArrayFile in2,
    String door,
    String output,
    Double seconds,
    Integer calls) {
  static final String FACTS = "facts";
  static final String LOAD = "load";
  static final String COMPUTE = "compute";
  static final String WARM = "warm";
  static final String MEASURE = "measure";
  static final String MEMORY = "memory";

  /** What it is, and what it runs on. */
  static Request facts() {
    return new Request(FACTS, null, null, null, null, null, null);
  }

  /** Reads the operands of all that follows. */
  static Request load(ArrayFile in1, ArrayFile in2, Door door) {
    return new Request(LOAD, in1, in2, door.name(), null, null, null);
  }

  /** One call, whose result goes into a file. */
  static Request compute(String output) {
    return new Request(COMPUTE, null, null, null, output, null, null);
  }

  /** Calls until they get no faster. */
  static Request warm(double seconds, int calls) {
    return new Request(WARM, null, null, null, null, seconds, calls);
  }

  /** The median time of a call. */
  static Request measure(double seconds, int calls) {
    return new Request(MEASURE, null, null, null, null, seconds, calls);
  }

  /** What memory a call takes, once it is warm. */
  static Request memory() {
    return new Request(MEMORY, null, null, null, null, null, null);
  }
}
