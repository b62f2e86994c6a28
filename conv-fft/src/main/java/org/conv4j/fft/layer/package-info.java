/**
 * Convolution layers through fast Fourier transforms. A <i>phase</i> of an axis with stride {@code
 * s} is every {@code s}-th element of the input, from some element on; an <i>image</i> is a channel
 * of the input, or one combination of its phases. A layer of any stride is a layer of stride 1 on
 * its images, each with the taps that meet it.
 */
package org.conv4j.fft.layer;
