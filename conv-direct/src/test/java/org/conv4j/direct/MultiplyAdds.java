package org.conv4j.direct;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Lets JMH report the multiply-adds per second of a benchmark, in a line of their own. */
@State(Scope.Thread)
@AuxCounters
public class MultiplyAdds {
  /** In units of 1e9; the line has the name of this field. */
  public double billionMultiplyAdds;

  void add(double multiplyAdds) {
    billionMultiplyAdds += multiplyAdds / 1e9;
  }
}
