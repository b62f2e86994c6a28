package org.conv4j.verify.oracle;

import java.util.Arrays;

/**
 * The terms of sums of products, as indices: term {@code i} is {@code a[first[i]] * b[second[i]]},
 * and belongs to sum {@code sum[i]}. Within a sum no element of {@code a} or of {@code b} occurs
 * twice.
 *
 * @param first indices into the one array
 * @param second indices into the other
 * @param sum the sum that each term belongs to
 * @param sums how many sums there are
 */
@SuppressWarnings("ArrayRecordComponent") // read by sums, never compared
public record Terms(int[] first, int[] second, int[] sum, int sums) {
  /**
   * How many terms there are.
   *
   * @return the number of all products
   */
  public int count() {
    return sum.length;
  }

  /**
   * The length of the longest sum.
   *
   * @return 0 or more
   */
  public int longest() {
    int[] lengths = new int[sums];
    for (int to : sum) {
      lengths[to]++;
    }
    return Arrays.stream(lengths).max().orElse(0);
  }

  /**
   * The sums of these terms in double arithmetic.
   *
   * @param a the one array
   * @param b the other
   * @return the sums, rounded
   */
  public double[] sums(double[] a, double[] b) {
    double[] result = new double[sums];
    for (int i = 0; i < sum.length; i++) {
      result[sum[i]] += a[first[i]] * b[second[i]];
    }
    return result;
  }
}
