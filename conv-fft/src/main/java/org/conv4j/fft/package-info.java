/**
 * Convolution through fast Fourier transforms.
 *
 * <p>{@link org.conv4j.fft.FftConvolver} is the class to use. Take it for large kernels, if
 * normwise accuracy is enough. A <i>tile</i> is a part of the result that one transform gives, a
 * <i>spectrum</i> is a transform, and <i>lanes</i> are the numbers of a vector register, each of
 * another column or tile. {@link org.conv4j.fft.ChannelSums} is for the layers of {@code
 * org.conv4j.fft.layer}.
 */
package org.conv4j.fft;
