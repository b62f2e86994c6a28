/**
 * Convolution from the defining sum.
 *
 * <p>{@link org.conv4j.direct.DirectConvolver} is the only public class. Take it for small kernels
 * and for componentwise accuracy.
 */
package org.conv4j.direct;
