package org.conv4j.fft;

/**
 * The transform of a kernel, in the layout of the engine that made it, and with the factors of the
 * inverse transform in it.
 *
 * @param re the real parts, or pairs of real and imaginary parts
 * @param im the imaginary parts, or empty
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
@SuppressWarnings("ArrayRecordComponent") // read in place, never compared
record Spectrum<A>(A re, A im) {}
