/**
 * Convolution through fast Fourier transforms.
 *
 * <p>{@link org.conv4j.fft.FftConvolver} is all there is to see. It is the one to take for large
 * kernels, where normwise accuracy will do.
 */
package org.conv4j.fft;
