/**
 * Convolution through fast Fourier transforms.
 *
 * <p>{@link org.conv4j.fft.FftConvolver} is the only public class. Take it for large kernels, if
 * normwise accuracy is enough.
 */
package org.conv4j.fft;
