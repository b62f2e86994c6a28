package org.conv4j.api;

/** What an implementation claims about operands that hold NaN or infinities. */
public enum NonFinite {
  /**
   * Nothing is claimed but that NaN does not get lost: an output of which NaN times a number other
   * than zero is a term is NaN, or the call throws.
   */
  UNSPECIFIED,
  /**
   * Non-finite elements act as in the defining sum and nowhere else: an output is touched by an
   * element if that element is a factor of one of its terms. Touched by NaN, by an infinity times
   * zero, or by infinities of both signs, it is NaN; touched by infinities of one sign, it is that
   * infinity; untouched, it is what it would be without them, within the accuracy class. Nor do
   * other infinities or NaNs arise: a result that is representable is not lost to a sum or product
   * that overflows or underflows on the way.
   */
  LOCAL
}
