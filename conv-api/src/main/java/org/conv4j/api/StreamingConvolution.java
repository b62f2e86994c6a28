package org.conv4j.api;

import java.util.Objects;

/**
 * A one-dimensional convolution of a signal that comes in blocks of any length with a fixed kernel
 * of {@code k} elements. The outputs, joined, are the full result:
 *
 * <pre>{@code y[i] = sum over j of signal[i - j] * kernel[j],   0 <= i < n + k - 1}</pre>
 *
 * <p>{@link #push} returns outputs that no later sample can change. An implementation that works in
 * blocks of its own may hold some of them back; {@link #finish} returns all that are left. If there
 * was no sample, there is no output. Outputs have the {@linkplain DType#promote promoted type} and
 * are within the bound of the convolver's {@link Accuracy} class. How the signal is cut may change
 * their last bits; integers are exact.
 *
 * <pre>{@code
 * StreamingConvolution stream = convolver.stream(NdArray.of(1.0, 1), DType.FLOAT64);
 * stream.push(new double[] {1, 2}); // [1.0, 3.0]
 * stream.push(new double[] {3});    // [5.0]
 * stream.finish();                  // [3.]
 * }</pre>
 *
 * <p>A stream has state: use it from one thread at a time.
 *
 * @see Convolver#stream
 */
public interface StreamingConvolution {
  /**
   * Takes the next samples.
   *
   * @param block of rank 1 and of the type that the stream was made for, any number of elements or
   *     none; neither changed nor kept
   * @return the next outputs, a fresh array of rank 1, possibly empty
   * @throws NullPointerException if the block is null
   * @throws IllegalArgumentException if it has another rank or type
   * @throws IllegalStateException if the stream is finished
   */
  NdArray push(NdArray block);

  /**
   * Ends the signal.
   *
   * @return all outputs that are left, a fresh array of rank 1; empty if there was no sample
   * @throws IllegalStateException if the stream is finished already
   */
  NdArray finish();

  /**
   * Takes the next samples of a stream on {@code FLOAT64} whose outputs are {@code FLOAT64}, too.
   *
   * @param block any number of elements or none; neither changed nor kept
   * @return the next outputs, a fresh array, possibly empty
   * @throws NullPointerException if the block is null
   * @throws IllegalArgumentException if the stream is on another type
   * @throws IllegalStateException if the stream is finished, or its outputs are complex
   */
  default double[] push(double[] block) {
    Objects.requireNonNull(block, "block");
    return push(NdArray.wrap(block, Shape.of(block.length))).doubles();
  }

  /**
   * Puts a buffer before this stream. The buffer passes samples on in blocks of one length, and the
   * rest at the end. Outputs come later but cost less, most of all if blocks are short and {@code
   * k} is large. From then on, use only the stream that is returned.
   *
   * @param length samples of a block
   * @return a stream that takes blocks of any length
   * @throws IllegalArgumentException if {@code length} is not positive
   */
  default StreamingConvolution buffered(int length) {
    return new BufferedStream(this, length);
  }
}
