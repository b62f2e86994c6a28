package org.conv4j.verify.bench;

import java.util.Map;
import org.conv4j.verify.measure.MemoryMeter.Memory;
import org.conv4j.verify.measure.Service;

/**
 * A worker's answer. Whatever the command does not give is null.
 *
 * @param error why the command was not carried out; all else is null then
 * @param seconds the time of a call: the one of {@code compute}, the last of {@code warm}, the
 *     median of {@code measure}
 * @param result the result of {@code compute}
 * @param facts what the worker is and runs on, as names and values
 * @param memory what {@code memory} found out; null if this Java does not tell
 */
record Reply(
    String error, Double seconds, ArrayFile result, Map<String, String> facts, Memory memory)
    implements Service.Answer {
  static Reply done() {
    return new Reply(null, null, null, null, null);
  }

  static Reply error(String error) {
    return new Reply(error, null, null, null, null);
  }

  static Reply seconds(double seconds) {
    return new Reply(null, seconds, null, null, null);
  }

  static Reply result(double seconds, ArrayFile result) {
    return new Reply(null, seconds, result, null, null);
  }

  static Reply facts(Map<String, String> facts) {
    return new Reply(null, null, null, facts, null);
  }

  static Reply memory(Memory memory) {
    return new Reply(null, null, null, null, memory);
  }
}
