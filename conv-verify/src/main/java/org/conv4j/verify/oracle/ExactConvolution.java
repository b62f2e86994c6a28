package org.conv4j.verify.oracle;

import java.math.BigInteger;
import java.util.Arrays;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;

/**
 * The convolution of binary fractions without any rounding, in big integers.
 *
 * <p>Convolution of any rank becomes multiplication of polynomials, and that becomes one
 * multiplication of integers, with each coefficient in a slot wide enough for the largest sum
 * (Kronecker substitution). Small cases are summed term by term, which is also what the
 * substitution is tested against.
 */
final class ExactConvolution {
  /** Up to so many terms the plain sum is as fast. */
  private static final double PLAIN_UP_TO_TERMS = 4096;

  /** A product of a long number and one so short is one of schoolbook, too. */
  private static final int PLAIN_UP_TO_LENGTH = 27;

  /** Up to so many terms the plain sum is as fast, where it takes no big integers. */
  private static final double WORDS_UP_TO_TERMS = 1 << 24;

  private final Geometry geometry;
  private final Embedding embedding;

  ExactConvolution(Geometry geometry) {
    this.geometry = geometry;
    this.embedding = new Embedding(geometry);
  }

  /** The window of the convolution of two operands. */
  Dyadics of(Dyadics a, Dyadics b) {
    if (geometry.mode() == Mode.VALID && geometry.in1().equals(geometry.in2())) {
      return new Dyadics(new BigInteger[] {dot(a, b)}, a.exponent() + b.exponent());
    }
    double terms = (double) a.digits().length * b.digits().length;
    int shorter = Math.min(a.digits().length, b.digits().length);
    int bits = a.bits() + b.bits() + Integer.SIZE - Integer.numberOfLeadingZeros(shorter);
    if (bits < Long.SIZE && terms <= WORDS_UP_TO_TERMS) {
      long[] words = words(a, b);
      return new Dyadics(
          Arrays.stream(embedding.output())
              .mapToObj(i -> BigInteger.valueOf(words[i]))
              .toArray(BigInteger[]::new),
          a.exponent() + b.exponent());
    }
    boolean plain = terms <= PLAIN_UP_TO_TERMS || shorter <= PLAIN_UP_TO_LENGTH;
    BigInteger[] full = plain ? plain(a, b) : kronecker(a, b);
    BigInteger[] window =
        Arrays.stream(embedding.output()).mapToObj(i -> full[i]).toArray(BigInteger[]::new);
    return new Dyadics(window, a.exponent() + b.exponent());
  }

  /** The one output that operands of one shape have in valid mode: one element against another. */
  private static BigInteger dot(Dyadics a, Dyadics b) {
    BigInteger sum = BigInteger.ZERO;
    int last = b.digits().length - 1;
    for (int i = 0; i <= last; i++) {
      sum = sum.add(a.digits()[i].multiply(b.digits()[last - i]));
    }
    return sum;
  }

  /** The full result from the definition, where no sum leaves 64 bits. */
  long[] words(Dyadics a, Dyadics b) {
    long[] x = Arrays.stream(a.digits()).mapToLong(BigInteger::longValueExact).toArray();
    long[] h = Arrays.stream(b.digits()).mapToLong(BigInteger::longValueExact).toArray();
    long[] full = new long[embedding.size()];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < h.length; j++) {
        full[embedding.in1()[i] + embedding.in2()[j]] += x[i] * h[j];
      }
    }
    return full;
  }

  /** The full result from the definition, term by term. */
  BigInteger[] plain(Dyadics a, Dyadics b) {
    BigInteger[] full = new BigInteger[embedding.size()];
    Arrays.fill(full, BigInteger.ZERO);
    for (int i = 0; i < a.digits().length; i++) {
      for (int j = 0; j < b.digits().length; j++) {
        int k = embedding.in1()[i] + embedding.in2()[j];
        full[k] = full[k].add(a.digits()[i].multiply(b.digits()[j]));
      }
    }
    return full;
  }

  /** The full result from one multiplication. */
  BigInteger[] kronecker(Dyadics a, Dyadics b) {
    int terms = Math.min(a.digits().length, b.digits().length);
    int carry = Integer.SIZE - Integer.numberOfLeadingZeros(terms);
    int slot = (a.bits() + b.bits() + carry + 2 + 7) / 8; // a sign bit, one to spare, whole bytes
    BigInteger product =
        pack(a.digits(), embedding.in1(), slot).multiply(pack(b.digits(), embedding.in2(), slot));
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

  /** The sum of {@code digits[i] * 2^(8 * slot * position[i])}. */
  private static BigInteger pack(BigInteger[] digits, int[] position, int slot) {
    int length = (position[position.length - 1] + 1) * slot + 1;
    byte[] positive = new byte[length];
    byte[] negative = new byte[length];
    for (int i = 0; i < digits.length; i++) {
      byte[] magnitude = digits[i].abs().toByteArray();
      byte[] target = digits[i].signum() < 0 ? negative : positive;
      int end = length - position[i] * slot;
      System.arraycopy(magnitude, 0, target, end - magnitude.length, magnitude.length);
    }
    return new BigInteger(positive).subtract(new BigInteger(negative));
  }
}
