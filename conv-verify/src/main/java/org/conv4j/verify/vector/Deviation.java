package org.conv4j.verify.vector;

import java.util.Objects;
import java.util.Optional;
import org.conv4j.api.NdArray;

/**
 * What a library answers where it contradicts the definition of convolution.
 *
 * <p>It is kept for the record; {@link GoldenVector#expected()} is what the definition gives.
 * {@code conv-verify/DEVIATIONS.md} describes the classes of defects, each with a short example.
 *
 * @param defect the identifier of the class, for example {@code "fft-nonfinite"}
 * @param library the array that the library returned; empty if it raised an error
 * @param error the error that it raised, for example {@code "ValueError: a cannot be empty"}; empty
 *     if it returned an array
 * @param call the call that gave it, for example {@code "scipy.signal.convolve(in1, in2, mode,
 *     method='fft')"}
 */
public record Deviation(
    String defect, Optional<NdArray> library, Optional<String> error, String call) {

  /**
   * Copies the array.
   *
   * @param defect the identifier of the class
   * @param library the array that the library returned, copied, if it did
   * @param error the error that it raised, if it did
   * @param call the call that gave it
   * @throws NullPointerException if a component is null
   * @throws IllegalArgumentException unless there is either an array or an error
   */
  public Deviation {
    Objects.requireNonNull(defect, "defect");
    library = library.map(NdArray::copy);
    Objects.requireNonNull(error, "error");
    Objects.requireNonNull(call, "call");
    if (library.isPresent() == error.isPresent()) {
      throw new IllegalArgumentException(
          "a library answers with an array or with an error, not with "
              + (library.isPresent() ? "both" : "neither"));
    }
  }

  /**
   * The array that the library returned.
   *
   * @return a fresh copy, or empty if it raised an error
   */
  @Override
  public Optional<NdArray> library() {
    return library.map(NdArray::copy);
  }

  /** In one line, for example {@code "fft-nonfinite: scipy.signal.convolve(…) gave [nan nan]"}. */
  @Override
  public String toString() {
    return defect
        + ": "
        + call
        + error.map(text -> " raised " + text).orElseGet(() -> " gave " + library.orElseThrow());
  }
}
