/**
 * What every implementation of {@link org.conv4j.api.Convolver} and {@link
 * org.conv4j.api.LayerConvolver} is tested for by its own module: each extends the contracts with
 * tests, and takes operands and their literal sums from here. The poms add this folder to their
 * tests; it is in no jar.
 */
package org.conv4j.api.contract;
