package org.conv4j.fft;

import java.util.List;
import java.util.function.Function;
import org.conv4j.api.NdArray;
import org.conv4j.api.internal.Parallel;

/**
 * Sums over channels of floating-point numbers. The channels that are added up, and the kernels
 * that make one output, are scaled by a power of two if their elements are very large or very
 * small, so that nothing overflows on the way.
 */
final class FloatingSums<A> {
  /** Fewer numbers are looked at on one thread. */
  private static final int PARALLEL_FROM = 1 << 16;

  private final SpectralSums<A> sums;
  private final Precision<A> precision;
  private final Function<NdArray, A> elements;
  private final int threads;

  FloatingSums(
      SpectralSums<A> sums, Precision<A> precision, Function<NdArray, A> elements, int threads) {
    this.sums = sums;
    this.precision = precision;
    this.elements = elements;
    this.threads = threads;
  }

  private List<A> parts(NdArray array) {
    return array.dtype().isComplex()
        ? List.of(elements.apply(array.real()), elements.apply(array.imaginary()))
        : List.of(elements.apply(array));
  }

  /**
   * Numbers, of which some neighbours are multiplied by the same power of two.
   *
   * @param parts the numbers
   * @param exponents those of the powers, which the result is to be multiplied by
   */
  @SuppressWarnings("ArrayRecordComponent") // read in place, never compared
  private record Scaled<A>(List<A> parts, int[] exponents) {}

  /** Scales as many runs of equal length, each by itself. */
  private Scaled<A> scaled(List<A> parts, int runs) {
    int length = precision.length(parts.get(0)) / runs;
    int[] exponents = new int[runs];
    Parallel.run(
        (long) length * runs < PARALLEL_FROM ? 1 : threads,
        runs,
        run -> {
          Magnitudes magnitudes = precision.magnitudes(parts.get(0), run * length, length);
          for (A part : parts.subList(1, parts.size())) {
            magnitudes = magnitudes.and(precision.magnitudes(part, run * length, length));
          }
          exponents[run] = precision.harmful(magnitudes.exponent());
        });
    boolean asGiven = true;
    for (int exponent : exponents) {
      asGiven &= exponent == 0;
    }
    return new Scaled<>(
        asGiven ? parts : parts.stream().map(part -> scaled(part, exponents)).toList(), exponents);
  }

  private A scaled(A part, int[] exponents) {
    int size = precision.length(part);
    int length = size / exponents.length;
    A copy = precision.allocate(size);
    System.arraycopy(part, 0, copy, 0, size);
    for (int run = 0; run < exponents.length; run++) {
      precision.scale(copy, run * length, length, -exponents[run]);
    }
    return copy;
  }

  /** Prepares kernels: one after the other for each output, by input. */
  Kernels prepare(NdArray kernels) {
    ChannelSums.Sizes sizes = sums.sizes();
    Scaled<A> scaled = scaled(parts(kernels), sizes.groups() * sizes.outputs());
    return new Kernels(sums.prepare(List.of(scaled.parts)), scaled.exponents);
  }

  /** Kernels that are ready for many signals. */
  final class Kernels implements ChannelSums.Prepared {
    private final SpectralSums<A>.Kernels spectra;
    private final int[] exponents;

    private Kernels(SpectralSums<A>.Kernels spectra, int[] exponents) {
      this.spectra = spectra;
      this.exponents = exponents;
    }

    @Override
    public void release() {
      spectra.release();
    }

    @Override
    public void apply(NdArray input, NdArray output) {
      ChannelSums.Sizes sizes = sums.sizes();
      Scaled<A> x = scaled(parts(input), sizes.items() * sizes.groups());
      List<A> y = parts(output);
      spectra.apply(List.of(x.parts), List.of(y));
      int channels = sizes.groups() * sizes.outputs();
      int size = sizes.outputSize();
      for (A part : y) {
        for (int i = 0; i < sizes.items() * channels; i++) {
          int exponent = exponents[i % channels] + x.exponents[i / sizes.outputs()];
          precision.scale(part, i * size, size, exponent);
        }
      }
    }
  }
}
