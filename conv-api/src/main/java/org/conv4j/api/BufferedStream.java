package org.conv4j.api;

/** Collects samples and passes them on in blocks of one length. */
final class BufferedStream implements StreamingConvolution {
  private final StreamingConvolution stream;
  private final int length;

  /** Room for a block; null while no sample came, whose type is not known. */
  private NdArray pending;

  private int count;

  /**
   * A stream that holds samples back.
   *
   * @param stream takes the blocks
   * @param length samples of a block, positive
   */
  BufferedStream(StreamingConvolution stream, int length) {
    if (length < 1) {
      throw new IllegalArgumentException("a block has at least 1 sample, not " + length);
    }
    this.stream = stream;
    this.length = length;
  }

  @Override
  public NdArray push(NdArray block) {
    // Whatever is to be refused is refused now, by the stream itself.
    NdArray outputs = block == null ? stream.push(block) : stream.push(checked(block));
    int taken = 0;
    while (taken < block.size()) {
      int some = Math.min(length - count, block.size() - taken);
      if (pending == null) {
        pending = NdArray.zeros(block.dtype(), Shape.of(length));
      }
      block.copyTo(taken, pending, count, some);
      taken += some;
      count += some;
      if (count == length) {
        outputs = outputs.followedBy(stream.push(pending));
        count = 0;
      }
    }
    return outputs;
  }

  /** No samples, of the rank and type of a block. */
  private static NdArray checked(NdArray block) {
    return block.rank() == 1 ? block.part(0, 0) : block;
  }

  @Override
  public NdArray finish() {
    if (count == 0) {
      return stream.finish();
    }
    NdArray outputs = stream.push(pending.part(0, count));
    count = 0;
    return outputs.followedBy(stream.finish());
  }
}
