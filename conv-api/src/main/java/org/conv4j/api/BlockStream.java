package org.conv4j.api;

import java.util.Objects;

/**
 * A stream from any convolver. It keeps the last {@code k - 1} samples and returns every output as
 * soon as it is final, each from one call that has all its terms: once {@code k - 1} samples came
 * before, a block and these in valid mode. Before that, absent samples are no terms, and are not
 * replaced by zeros, which times infinity would be NaN.
 */
final class BlockStream implements StreamingConvolution {
  /**
   * The first outputs are made in one call if that takes at most this many products for each
   * product needed.
   */
  private static final int WASTE = 16;

  private final Convolver convolver;
  private final NdArray taps;
  private final DType signal;
  private final DType result;

  /** The last {@code k - 1} samples, or all if there were fewer. */
  private NdArray recent;

  private boolean finished;

  /** Made at the second block of a length, for all that follow. */
  private PreparedConvolution prepared;

  private int preparedLength = -1;
  private int lastLength = -1;

  /**
   * @param convolver what computes, in either convention
   * @param kernel the second operand, copied
   * @param signalType the type of the samples
   */
  BlockStream(Convolver convolver, NdArray kernel, DType signalType) {
    Objects.requireNonNull(kernel, "kernel");
    Objects.requireNonNull(signalType, "signalType");
    Capabilities claims = convolver.capabilities();
    Geometry first =
        claims.admit(Shape.of(1), signalType, kernel.shape(), kernel.dtype(), Mode.FULL);
    claims.admit(first.in2(), signalType, first.in2(), kernel.dtype(), Mode.VALID);
    this.convolver = convolver;
    this.taps = kernel.copy().reshape(first.in2());
    this.signal = signalType;
    this.result = DType.promote(signalType, kernel.dtype());
    this.recent = NdArray.zeros(signalType, Shape.of(0));
  }

  @Override
  public NdArray push(NdArray block) {
    requireSamples(block);
    int length = block.size();
    int early = Math.min(length, taps.size() - 1 - recent.size());
    NdArray history = recent.followedBy(block.part(0, early));
    NdArray samples = history.followedBy(block.part(early, length));
    NdArray outputs =
        first(history, early).followedBy(early == length ? nothing() : inside(samples));
    NdArray kept = samples.part(Math.max(0, samples.size() - taps.size() + 1), samples.size());
    // With nothing before it, the block itself would be kept.
    recent = kept.size() == length ? kept.copy() : kept;
    return outputs;
  }

  private void requireSamples(NdArray block) {
    Objects.requireNonNull(block, "block");
    requireOpen();
    if (block.rank() != 1) {
      throw new IllegalArgumentException("a block has rank 1, not shape " + block.shape());
    }
    if (block.dtype() != signal) {
      throw new IllegalArgumentException(
          "the stream is on " + signal.numpyName() + ", the block " + block.dtype().numpyName());
    }
  }

  private void requireOpen() {
    if (finished) {
      throw new IllegalStateException("the stream is finished");
    }
  }

  /** The last outputs of the beginning of a signal, before {@code k - 1} samples came. */
  private NdArray first(NdArray samples, int count) {
    if (count == 0) {
      return nothing();
    }
    int before = samples.size() - count;
    double needed = count * (before + 0.5 * count);
    if ((double) samples.size() * samples.size() <= WASTE * needed) {
      return together(samples, count);
    }
    NdArray outputs = NdArray.zeros(result, Shape.of(count));
    for (int i = 0; i < count; i++) {
      // One output, of as many terms as there are samples.
      NdArray soFar = samples.part(0, before + i + 1);
      convolver.convolve(soFar, taps.part(0, soFar.size()), Mode.VALID).copyTo(0, outputs, i, 1);
    }
    return outputs;
  }

  private NdArray together(NdArray samples, int count) {
    NdArray full = convolver.convolve(samples, taps.part(0, samples.size()), Mode.FULL);
    return full.part(samples.size() - count, samples.size());
  }

  /** All outputs that have {@code k} terms among some samples. */
  private NdArray inside(NdArray samples) {
    int length = samples.size();
    if (length != preparedLength) {
      if (length != lastLength) {
        lastLength = length;
        return convolver.convolve(samples, taps, Mode.VALID);
      }
      prepared = convolver.prepare(taps, samples.shape(), Mode.VALID);
      preparedLength = length;
    }
    return prepared.apply(samples);
  }

  @Override
  public NdArray finish() {
    requireOpen();
    NdArray outputs = nothing();
    if (recent.size() > 0) {
      NdArray full = convolver.convolve(recent, taps, Mode.FULL);
      outputs = full.part(recent.size(), full.size());
    }
    finished = true;
    recent = null;
    prepared = null;
    return outputs;
  }

  private NdArray nothing() {
    return NdArray.zeros(result, Shape.of(0));
  }
}
