package org.conv4j.verify.subject;

import org.conv4j.api.DType;

/**
 * The largest error of one result, as a fraction of what is allowed.
 *
 * @param dtype the type of the result
 * @param regime what the operands' elements look like; {@code vector} for a golden vector
 * @param terms the number of products in the longest sum
 * @param fraction error divided by bound, at the element where that is largest
 * @param bound the factor of the bound in units of the roundoff, which multiplies the sum of
 *     magnitudes or the product of the norms
 */
public record Observation(DType dtype, String regime, long terms, double fraction, double bound) {}
