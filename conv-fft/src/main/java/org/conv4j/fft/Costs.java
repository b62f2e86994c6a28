package org.conv4j.fft;

/** What a convolution through transforms is made of, and how long each part takes. */
@SuppressWarnings("EnumOrdinal") // of an enumeration of its own
final class Costs {
  /** The parts. Constants are nanoseconds in double precision on one thread. */
  enum Part {
    /** A call. */
    CALL,
    /** An element of an operand, which is looked at once, or of the result, which is allocated. */
    ELEMENT,
    /** A tile that JTransforms convolves. */
    ROW_TILE,
    /** {@code n log2 n} of a transform of JTransforms, n a power of two. */
    ROW_POWER,
    /** The same for other n. */
    ROW_MIXED,
    /** A number that goes in or out of such a transform of other than rows. */
    ROW_MOVE,
    /** A batch of columns or a group of them in lanes that is transformed. */
    LANE_GROUP,
    /** {@code n log2 n} of a complex transform in lanes, for each lane. */
    LANE_BUTTERFLY,
    /** A complex number that is brought into lanes or out of them. */
    LANE_MOVE,
    /** A complex number that is kept in memory between two passes. */
    LANE_MEMORY
  }

  private static final double[] DOUBLES = {
    3000, 0.5, 300, 0.25, 0.4, 1, 60, 0.15, 0.35, 2,
  };

  private static final double[] FLOATS = {
    3000, 0.3, 300, 0.25, 0.4, 1, 60, 0.08, 0.2, 1,
  };

  private static final int PARTS = Part.values().length;

  private final double[] counts = new double[PARTS];

  /** The constants in double precision. */
  static double[] doubles() {
    return DOUBLES.clone();
  }

  /** The constants in single precision. */
  static double[] floats() {
    return FLOATS.clone();
  }

  void add(Part part, double times) {
    counts[part.ordinal()] += times;
  }

  double[] counts() {
    return counts;
  }

  /** The sum of all parts. */
  double nanos(double[] constants) {
    double sum = 0;
    for (int part = 0; part < PARTS; part++) {
      sum += counts[part] * constants[part];
    }
    return sum;
  }
}
