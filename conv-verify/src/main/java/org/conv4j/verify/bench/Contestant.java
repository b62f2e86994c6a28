package org.conv4j.verify.bench;

import java.util.Map;
import java.util.function.Supplier;
import org.conv4j.api.NdArray;
import org.conv4j.verify.bench.BenchCase.Door;

/** What a worker of the JVM measures. */
public interface Contestant {
  /**
   * What it is.
   *
   * @return names and values
   */
  Map<String, String> facts();

  /**
   * The call that is measured.
   *
   * @param in1 the first operand; null for a contestant that needs none
   * @param in2 the second operand; null for a contestant that needs none
   * @param door which overload to call
   * @return gives a fresh {@link NdArray} or {@code double[]} at each call
   */
  Supplier<Object> prepare(NdArray in1, NdArray in2, Door door);
}
