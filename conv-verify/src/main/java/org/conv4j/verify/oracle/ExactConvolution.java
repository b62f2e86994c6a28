package org.conv4j.verify.oracle;

import java.math.BigInteger;
import java.util.function.IntFunction;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;

/**
 * The convolution of binary fractions without any rounding.
 *
 * <p>Convolution of any rank becomes a multiplication of polynomials. If no sum exceeds 64 bits,
 * terms are added up in words; if there are few terms, in rows of words. Larger products become one
 * multiplication of big integers, with each coefficient in a slot wide enough for the largest sum
 * (Kronecker substitution).
 */
final class ExactConvolution {
  /** The number of terms of two equally long operands at which both ways take equally long. */
  private static final double SUMS_UP_TO_TERMS = 1 << 20;

  /**
   * If one operand is at most this short, the substitution takes longer, however long the other is.
   */
  private static final int SUMS_UP_TO_LENGTH = 256;

  /** The same where sums are single words. */
  private static final double WORDS_UP_TO_TERMS = 1 << 24;

  /** Beyond this many words of sums, the substitution takes less memory. */
  private static final long MOST_WORDS = 1 << 24;

  private final Geometry geometry;
  private final Embedding embedding;

  ExactConvolution(Geometry geometry) {
    this.geometry = geometry;
    this.embedding = new Embedding(geometry);
  }

  /** The window of the convolution of two operands. */
  Dyadics of(Fractions a, Fractions b) {
    return new Dyadics(digits(a, b), a.exponent() + b.exponent());
  }

  private BigInteger[] digits(Fractions a, Fractions b) {
    if (geometry.mode() == Mode.VALID && geometry.in1().equals(geometry.in2())) {
      return new BigInteger[] {dot(a, b)};
    }
    double terms = (double) a.length() * b.length();
    int shorter = Math.min(a.length(), b.length());
    int bits = a.bits() + b.bits() + Integer.SIZE - Integer.numberOfLeadingZeros(shorter);
    if (bits < Long.SIZE && terms <= WORDS_UP_TO_TERMS) {
      long[] full = words(a, b);
      return window(i -> BigInteger.valueOf(full[i]));
    }
    boolean few = terms <= SUMS_UP_TO_TERMS || shorter <= SUMS_UP_TO_LENGTH;
    if (few && (long) ExactSums.width(a, b) * embedding.size() <= MOST_WORDS) {
      return window(sums(a, b)::get);
    }
    BigInteger[] full = kronecker(a, b);
    return window(i -> full[i]);
  }

  private BigInteger[] window(IntFunction<BigInteger> full) {
    int[] positions = embedding.output();
    BigInteger[] window = new BigInteger[positions.length];
    for (int i = 0; i < window.length; i++) {
      window[i] = full.apply(positions[i]);
    }
    return window;
  }

  /** The one output that operands of equal shape have in valid mode. */
  private static BigInteger dot(Fractions a, Fractions b) {
    ExactSums sum = new ExactSums(1, a, b);
    int last = b.length() - 1;
    for (int i = 0; i <= last; i++) {
      int shift = a.shifts()[i] + b.shifts()[last - i];
      sum.add(0, a.significands()[i], b.significands()[last - i], shift);
    }
    return sum.get(0);
  }

  /** The full result from the definition, if no sum exceeds 64 bits. */
  private long[] words(Fractions a, Fractions b) {
    long[] x = a.words();
    long[] h = b.words();
    long[] full = new long[embedding.size()];
    for (int i = 0; i < x.length; i++) {
      int from = embedding.in1()[i];
      for (int j = 0; j < h.length; j++) {
        full[from + embedding.in2()[j]] += x[i] * h[j];
      }
    }
    return full;
  }

  /** The full result from the definition. */
  ExactSums sums(Fractions a, Fractions b) {
    ExactSums full = new ExactSums(embedding.size(), a, b);
    for (int i = 0; i < a.length(); i++) {
      int from = embedding.in1()[i];
      long significand = a.significands()[i];
      int shift = a.shifts()[i];
      for (int j = 0; j < b.length(); j++) {
        full.add(
            from + embedding.in2()[j], significand, b.significands()[j], shift + b.shifts()[j]);
      }
    }
    return full;
  }

  /** The full result from one multiplication. */
  BigInteger[] kronecker(Fractions a, Fractions b) {
    int terms = Math.min(a.length(), b.length());
    int carry = Integer.SIZE - Integer.numberOfLeadingZeros(terms);
    int slot = (a.bits() + b.bits() + carry + 2 + 7) / 8; // a sign bit, one to spare, whole bytes
    BigInteger product = pack(a, embedding.in1(), slot).multiply(pack(b, embedding.in2(), slot));
    // Half a slot added to each coefficient makes all of them positive, so that none borrows.
    BigInteger half = BigInteger.ONE.shiftLeft(8 * slot - 1);
    byte[] halves = new byte[embedding.size() * slot + 1];
    for (int i = 0; i < embedding.size(); i++) {
      halves[halves.length - 1 - i * slot - (slot - 1)] = (byte) 0x80;
    }
    byte[] sum = product.add(new BigInteger(halves)).toByteArray();
    BigInteger[] full = new BigInteger[embedding.size()];
    for (int i = 0; i < full.length; i++) {
      int end = sum.length - i * slot;
      int from = Math.max(0, end - slot);
      full[i] = end <= 0 ? half.negate() : new BigInteger(1, sum, from, end - from).subtract(half);
    }
    return full;
  }

  /** The sum of {@code digit(i) * 2^(8 * slot * position[i])}. */
  private static BigInteger pack(Fractions fractions, int[] position, int slot) {
    int length = (position[position.length - 1] + 1) * slot + 1;
    byte[] positive = new byte[length];
    byte[] negative = new byte[length];
    for (int i = 0; i < position.length; i++) {
      BigInteger digit = fractions.digit(i);
      byte[] magnitude = digit.abs().toByteArray();
      byte[] target = digit.signum() < 0 ? negative : positive;
      int end = length - position[i] * slot;
      System.arraycopy(magnitude, 0, target, end - magnitude.length, magnitude.length);
    }
    return new BigInteger(positive).subtract(new BigInteger(negative));
  }
}
