package org.conv4j.fft;

import java.util.ArrayList;
import java.util.List;

/** The transform engines that there are here. */
final class Engines {
  private Engines() {}

  /** Those in double precision. */
  static List<TileEngine<double[]>> doubles() {
    List<TileEngine<double[]>> engines = new ArrayList<>();
    Batches.VECTOR.ifPresent(vector -> engines.add(new LaneEngine<>("lanes", vector.doubles())));
    engines.add(RowEngine.DOUBLES);
    return engines;
  }

  /** Those in single precision. */
  static List<TileEngine<float[]>> floats() {
    List<TileEngine<float[]>> engines = new ArrayList<>();
    Batches.VECTOR.ifPresent(vector -> engines.add(new LaneEngine<>("lanes", vector.floats())));
    engines.add(RowEngine.FLOATS);
    return engines;
  }
}
