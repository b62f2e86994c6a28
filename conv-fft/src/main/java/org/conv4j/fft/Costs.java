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
    /** A tile in plain Java. */
    ROW_TILE,
    /** {@code n log2 n} of n real numbers that JTransforms transforms, n a power of two. */
    ROW_POWER,
    /** The same for other n. */
    ROW_MIXED,
    /** The same, in addition, for n beyond the caches. */
    ROW_LONG,
    /** A real number that goes in or out of such a transform, or is multiplied there. */
    ROW_MOVE,
    /** A wide row in one doubling of the length of a transform. */
    WIDE_ROW,
    /** A complex number in one doubling of a transform in wide rows, by two or four. */
    WIDE_BUTTERFLY,
    /** The same by stages of three or five. */
    WIDE_ODD,
    /** A real number that is transposed into wide rows or out of them. */
    WIDE_TURN,
    /** A complex number of the arrays that tiles are kept in, each allocated once. */
    WIDE_MEMORY,
    /** A batch of tiles in lanes. */
    LANE_BATCH,
    /** A step on a group of columns or rows in lanes. */
    LANE_GROUP,
    /** A tile that is convolved by itself. */
    LANE_TILE,
    /** A row in lanes in a stage of radix 2. */
    LANE_RADIX_2,
    /** The same for radix 3. */
    LANE_RADIX_3,
    /** The same for radix 4. */
    LANE_RADIX_4,
    /** The same for radix 5. */
    LANE_RADIX_5,
    /** The same for radix 8. */
    LANE_RADIX_8,
    /** A row of complex numbers that comes into lanes, goes out of them, or is multiplied. */
    LANE_MOVE,
    /** A complex number that there is room for. */
    LANE_ROOM,
    /** A row of complex numbers that goes beyond the second-level cache and comes back. */
    LANE_MEMORY,
    /** What it takes in addition if they are so many that they go to memory. */
    LANE_FAR
  }

  private static final double[] DOUBLES = {
    1400, 0.92, 4.8, 0.353, 0.711, 0.0745, 0.684, 14.7, 0.355, 0.309, 1.08, 4.69, 100, 113, 594,
    3.8, 3.45, 3.6, 4.9, 4.8, 1.14, 2.6, 8, 7.6,
  };

  private static final double[] FLOATS = {
    2900, 0.5, 0, 0.305, 0.565, 0.055, 0.766, 14.9, 0.127, 0.259, 1.42, 2.81, 100, 220, 320, 5.6,
    3.55, 2.2, 4.5, 4.2, 4.5, 5, 1.7, 3.4,
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
