package org.conv4j.api;

/** What an implementation claims about operands that hold NaN or infinities. */
public enum NonFinite {
  /**
   * Nothing is claimed except that NaN is not lost: an output with a term of NaN times a nonzero
   * number is NaN, or the call throws.
   */
  UNSPECIFIED,
  /**
   * Non-finite elements act as in the defining sum, and nowhere else. An element touches an output
   * if it is a factor of one of its terms. An output that is touched by NaN, by an infinity times
   * zero, or by infinities of both signs is NaN. Touched by infinities of one sign, it is that
   * infinity. Untouched, it is what it would be without them, within the accuracy class. No other
   * infinities or NaNs arise: a representable result is not lost to a sum or product that overflows
   * or underflows on the way.
   */
  LOCAL
}
