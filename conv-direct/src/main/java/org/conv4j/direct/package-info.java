/**
 * Convolution from the defining sum.
 *
 * <p>{@link org.conv4j.direct.DirectConvolver} is all there is to see. It is the one to take for
 * small kernels and for componentwise accuracy.
 */
package org.conv4j.direct;
