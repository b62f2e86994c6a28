package org.conv4j.direct;

import java.util.Locale;

/** What takes time in a direct convolution. */
enum Work {
  /** A call on a few doubles. */
  SMALL_CALL(39.5),
  /** A loop of one tap over a row. */
  SMALL_LOOP(3.2),
  /** A term in such a loop. */
  SMALL_TERM(0.532),
  /** Rows joined to one. */
  SMALL_JOINED(70.3),
  /** A tap on eight outputs in plain variables. */
  SMALL_PLAIN_TILE(2.54),
  /** A tap on a tile of vectors. */
  SMALL_VECTOR_TILE(11.5),
  /** A call that makes a plan. */
  CALL(295),
  /** A complex element of the second operand, whose imaginary part is negated. */
  NEGATED(2.02),
  /** Eight bytes of output: allocated, written, checked. */
  OUTPUT(0.871),
  /** Eight bytes of output beyond those that fit a second-level cache. */
  LARGE_OUTPUT(0.384),
  /** An output that plain loops copy and check. */
  PLAIN_OUTPUT(0.933),
  /** A part of x brought into the buffer, and tables made. */
  DENSE_PASS(446),
  /** A group of taps in a table. */
  DENSE_GROUP(17.8),
  /** A row of the buffer. */
  DENSE_ROW(27.3),
  /** Such a row that has elements of x. */
  DENSE_ROW_COPY(11.5),
  /** Eight bytes copied to the buffer, or cleared. */
  DENSE_COPY(0.433),
  /** Eight bytes of the buffer itself. */
  DENSE_BUFFER(0.81),
  /** A tile of outputs, each time that a table is run through. */
  DENSE_TILE(14.6),
  /** Taps of floating point on a tile, in the units of {@link TapGroups#cost()}. */
  DENSE_TAPS(0.358),
  /** Taps of longs on a tile. */
  DENSE_LONG_TAPS(1.04),
  /** A strip of an output row. */
  SCALAR_STRIP(46),
  /** A row of taps and a row of x that meet in a strip. */
  SCALAR_PAIR(10.6),
  /** A group of one, two or four taps of such a pair. */
  SCALAR_GROUP(3.92),
  /** A loop over neighbouring outputs of such a group. */
  SCALAR_LOOP(0.0772),
  /** The factors of a tap of such a loop, copied. */
  SCALAR_TAP(16.1),
  /** A term of doubles. */
  SCALAR_DOUBLE(0.156),
  /** A term of floats. */
  SCALAR_FLOAT(0.113),
  /** A term of longs. */
  SCALAR_LONG(0.389),
  /** A term of ints. */
  SCALAR_INT(0.122);

  private final double nanos;

  Work(double nanos) {
    this.nanos = nanos;
  }

  /** How long one takes. */
  double nanos() {
    return nanos;
  }

  /** For example {@code dense-tile}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
