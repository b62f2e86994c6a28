package org.conv4j.fft;

import java.util.ArrayList;
import java.util.List;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;

/**
 * Convolutions of many channels, added up in the spectrum: what convolution layers are made of. The
 * inputs and outputs of an item are in groups of equal size, and an output adds up the inputs of
 * its group, each convolved with a kernel of its own:
 *
 * <pre>{@code
 * y[n, g, m, o] = sum over c and j of h[g, m, c, j] * x[n, g, c, o + offset - j]
 * }</pre>
 *
 * <p>This is the door through which {@code org.conv4j.fft.layer} reaches the transforms. It is of
 * no use to others, checks no argument, and may change with any release.
 */
public final class ChannelSums {
  private final Sizes sizes;
  private final DType dtype;
  private final int threads;

  /**
   * An axis of the channels.
   *
   * @param signal the extent of an input
   * @param kernel the extent of a kernel
   * @param offset the first element of the full convolution that is asked for, not negative
   * @param output how many are, one at least, all of them elements of the full convolution
   */
  public record Axis(int signal, int kernel, int offset, int output) {}

  /**
   * What there is to add up.
   *
   * @param items how many signals there are, of which each has all groups
   * @param groups groups of channels
   * @param inputs inputs of a group
   * @param outputs outputs of a group
   * @param axes the axes of a channel, one at least
   */
  public record Sizes(int items, int groups, int inputs, int outputs, List<Axis> axes) {
    int inputSize() {
      return axes.stream().mapToInt(Axis::signal).reduce(1, Math::multiplyExact);
    }

    int kernelSize() {
      return axes.stream().mapToInt(Axis::kernel).reduce(1, Math::multiplyExact);
    }

    int outputSize() {
      return axes.stream().mapToInt(Axis::output).reduce(1, Math::multiplyExact);
    }

    /** The axes along which something happens; if there is none, one that stands for a scalar. */
    private List<Span> spans() {
      List<Span> spans = new ArrayList<>();
      for (Axis axis : axes) {
        if (axis.signal > 1 || axis.kernel > 1) {
          spans.add(Span.of(axis.signal, axis.kernel, axis.offset, axis.output));
        }
      }
      return spans.isEmpty() ? List.of(Span.of(1, 1, 0, 1)) : spans;
    }

    private Channels channels() {
      return new Channels(items, groups, inputs, outputs);
    }
  }

  /** Kernels that are ready for many signals. Safe for concurrent use. */
  public interface Prepared {
    /**
     * Computes all outputs.
     *
     * @param input by item, group, input and axis
     * @param output gets the sums, by item, group, output and axis; of the same type as all else
     */
    void apply(NdArray input, NdArray output);

    /** Takes back the memory of kernels that nobody uses any more. */
    void release();
  }

  /**
   * Sums.
   *
   * @param sizes what there is to add up
   * @param dtype of inputs, kernels and outputs
   * @param threads how many may work on one call
   */
  public ChannelSums(Sizes sizes, DType dtype, int threads) {
    this.sizes = sizes;
    this.dtype = dtype;
    this.threads = threads;
  }

  /**
   * The name of the engine in use.
   *
   * @return for messages, for example {@code jtransforms}
   */
  public static String engine() {
    return DoublePrecision.INSTANCE.planner().engines().get(0).name();
  }

  private <A> Planned<A> planned(Precision<A> precision) {
    return precision
        .planner()
        .plan(sizes.spans(), sizes.channels(), dtype.isComplex(), dtype.isInteger());
  }

  /**
   * Estimates how long it takes on one thread, with the transforms of the kernels.
   *
   * @return nanoseconds
   * @throws ArithmeticException if no transform is long enough
   */
  public double nanos() {
    if (!dtype.isInteger()) {
      return isSingle()
          ? planned(FloatPrecision.INSTANCE).nanos()
          : planned(DoublePrecision.INSTANCE).nanos();
    }
    int bits = dtype == DType.INT64 ? Long.SIZE : Integer.SIZE;
    Planned<double[]> planned = planned(DoublePrecision.INSTANCE);
    return LimbPlan.of(planned, bits, bits, bits, sizes.inputs).convolutions() * planned.nanos();
  }

  /**
   * Complex numbers in the spectra of all kernels.
   *
   * @return a number that may be larger than any array
   * @throws ArithmeticException if no transform is long enough
   */
  public double kernelNumbers() {
    TilePlan plan =
        isSingle()
            ? planned(FloatPrecision.INSTANCE).plan()
            : planned(DoublePrecision.INSTANCE).plan();
    return sizes.channels().kernels() * plan.elements() / (plan.complex() ? 1 : 2);
  }

  private boolean isSingle() {
    return dtype == DType.FLOAT32 || dtype == DType.COMPLEX64;
  }

  /**
   * Prepares kernels.
   *
   * @param kernels by group, output, input and axis; nobody changes them any more
   * @return what computes sums
   * @throws ArithmeticException if no transform is long enough
   */
  public Prepared prepare(NdArray kernels) {
    if (isSingle()) {
      return new FloatingSums<>(
              new SpectralSums<>(sizes, planned(FloatPrecision.INSTANCE), threads),
              FloatPrecision.INSTANCE,
              NdArray::floats,
              threads)
          .prepare(kernels);
    }
    Planned<double[]> planned = planned(DoublePrecision.INSTANCE);
    SpectralSums<double[]> sums = new SpectralSums<>(sizes, planned, threads);
    if (dtype.isInteger()) {
      int bits = dtype == DType.INT64 ? Long.SIZE : Integer.SIZE;
      return new IntegerSums(sums, planned, bits).prepare(kernels);
    }
    return new FloatingSums<>(sums, DoublePrecision.INSTANCE, NdArray::doubles, threads)
        .prepare(kernels);
  }
}
