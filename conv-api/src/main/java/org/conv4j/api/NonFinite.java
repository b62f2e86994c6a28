package org.conv4j.api;

/** What an implementation claims about operands that hold NaN or infinities. */
public enum NonFinite {
  /**
   * NaN does not get lost, and nothing else is claimed: an output is NaN if one of its terms is NaN
   * times a number other than zero, or else the call throws.
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
