package org.conv4j.verify.mutant;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.api.StreamingConvolution;
import org.conv4j.verify.law.Moves;

/** Right in one call, wrong where a signal comes in blocks. */
final class StreamMutants {
  private StreamMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "stream.no-state",
            "Each block of a stream is convolved for itself",
            streaming((right, taps) -> new NoState(right, taps)),
            "stream"),
        mutant(
            "stream.tail-lost",
            "A stream ends without the outputs that are left",
            streaming(
                (right, taps) ->
                    new Passing(right) {
                      @Override
                      public NdArray finish() {
                        super.finish();
                        return NdArray.zeros(taps.dtype(), Shape.of(0));
                      }
                    }),
            "stream"),
        mutant(
            "stream.short-block",
            "A stream forgets what came before a block that is shorter than the kernel",
            streaming(ShortBlocks::new),
            "stream"),
        mutant(
            "stream.kernel-kept",
            "A stream does not copy its kernel",
            new Right.Bent() {
              @Override
              public StreamingConvolution stream(NdArray kernel, DType signalType) {
                StreamingConvolution right = super.stream(kernel, signalType);
                NdArray taps = kernel.copy();
                return new Passing(right) {
                  @Override
                  public NdArray push(NdArray block) {
                    NdArray y = super.push(block);
                    return kernel.equals(taps) ? y : Elements.map(y, v -> v + 1);
                  }
                };
              }
            },
            "stream"),
        mutant(
            "stream.empty-refused",
            "A stream does not take an empty block",
            streaming(
                (right, taps) ->
                    new Passing(right) {
                      @Override
                      public NdArray push(NdArray block) {
                        if (block.size() == 0) {
                          throw new IllegalArgumentException("a block is empty");
                        }
                        return super.push(block);
                      }
                    }),
            "stream"),
        mutant(
            "stream.finish-forgotten",
            "A stream takes blocks after its end",
            streaming(
                (right, taps) ->
                    new Passing(right) {
                      private boolean finished;

                      @Override
                      public NdArray push(NdArray block) {
                        return finished
                            ? NdArray.zeros(taps.dtype(), Shape.of(0))
                            : super.push(block);
                      }

                      @Override
                      public NdArray finish() {
                        finished = true;
                        return super.finish();
                      }
                    }),
            "stream"),
        mutant(
            "stream.block-changed",
            "A stream overwrites the blocks that it is given",
            streaming(
                (right, taps) ->
                    new Passing(right) {
                      @Override
                      public NdArray push(NdArray block) {
                        NdArray y = super.push(block);
                        if (block.size() > 0) {
                          block.doubles()[0] = 0;
                        }
                        return y;
                      }
                    }),
            "stream"),
        mutant(
            "stream.blocks-of-16",
            "A stream works in blocks of 16 samples, and drops what does not fill the last",
            streaming(Sixteens::new),
            "stream"),
        mutant(
            "stream.nan-swallowed",
            "A stream takes NaN for zero",
            streaming(
                Right.LOCAL,
                (right, taps) ->
                    new Passing(right) {
                      @Override
                      public NdArray push(NdArray block) {
                        return super.push(Elements.map(block, x -> Double.isNaN(x) ? 0 : x));
                      }
                    }),
            "nonfinite.forms"),
        Mutant.made(
            Flaw.FORM,
            "stream.shared",
            "Streams with the same kernel share their state",
            SharedState::new,
            "stream"));
  }

  private static Mutant mutant(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Flaw.FORM, id, mistake, wrong, caughtBy);
  }

  private interface Streaming {
    StreamingConvolution stream(StreamingConvolution right, NdArray taps);
  }

  /** Refuses what is to be refused, and streams in a way of its own. */
  private static Convolver streaming(Streaming streaming) {
    return streaming(Capabilities.basic(), streaming);
  }

  private static Convolver streaming(Capabilities claims, Streaming streaming) {
    return new Right.Bent(claims, Right.of(claims)) {
      @Override
      public StreamingConvolution stream(NdArray kernel, DType signalType) {
        StreamingConvolution right = super.stream(kernel, signalType);
        return streaming.stream(right, kernel.copy());
      }
    };
  }

  /** A stream that passes everything on. */
  private static class Passing implements StreamingConvolution {
    private final StreamingConvolution right;

    Passing(StreamingConvolution right) {
      this.right = right;
    }

    @Override
    public NdArray push(NdArray block) {
      return right.push(block);
    }

    @Override
    public NdArray finish() {
      return right.finish();
    }
  }

  /** Each block as if it were the first. */
  private static final class NoState extends Passing {
    private final NdArray taps;

    NoState(StreamingConvolution right, NdArray taps) {
      super(right);
      this.taps = taps;
    }

    @Override
    public NdArray push(NdArray block) {
      NdArray right = super.push(block);
      if (block.size() == 0) {
        return right;
      }
      NdArray alone = Right.BASIC.convolve(block, taps, Mode.FULL);
      return Moves.box(alone, new int[1], right.shape());
    }
  }

  /** Right as long as blocks are as long as the kernel. */
  private static final class ShortBlocks extends Passing {
    private final NdArray taps;
    private boolean begun;

    ShortBlocks(StreamingConvolution right, NdArray taps) {
      super(right);
      this.taps = taps;
    }

    @Override
    public NdArray push(NdArray block) {
      NdArray right = super.push(block);
      boolean forgets = begun && block.size() > 0 && block.size() < taps.size() - 1;
      begun |= block.size() > 0;
      return forgets
          ? Moves.box(Right.BASIC.convolve(block, taps, Mode.FULL), new int[1], right.shape())
          : right;
    }
  }

  /** Outputs come in blocks of 16; the rest is lost in the end. */
  private static final class Sixteens extends Passing {
    private static final int BLOCK = 16;

    private final DType dtype;
    private long seen;

    Sixteens(StreamingConvolution right, NdArray taps) {
      super(right);
      this.dtype = taps.dtype();
    }

    @Override
    public NdArray push(NdArray block) {
      seen += block.size();
      return super.push(block);
    }

    @Override
    public NdArray finish() {
      NdArray y = super.finish();
      return seen > BLOCK && seen % BLOCK != 0 ? NdArray.zeros(dtype, y.shape()) : y;
    }
  }

  /** The samples of all streams go into the state of the first of their kernel. */
  private static final class SharedState extends Right.Bent {
    private final Map<NdArray, StreamingConvolution> streams = new ConcurrentHashMap<>();

    @Override
    public StreamingConvolution stream(NdArray kernel, DType signalType) {
      StreamingConvolution own = super.stream(kernel, signalType);
      StreamingConvolution shared = streams.computeIfAbsent(kernel.copy(), taps -> own);
      return new Passing(shared) {
        @Override
        public NdArray finish() {
          streams.remove(kernel);
          return super.finish();
        }
      };
    }
  }
}
