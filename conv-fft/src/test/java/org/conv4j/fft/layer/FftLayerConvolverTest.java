package org.conv4j.fft.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerConvolvers;
import org.conv4j.api.NdArray;
import org.conv4j.api.contract.LayerContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FftLayerConvolverTest {
  @Nested
  class OnSeveralThreads extends LayerContract {
    @Override
    protected LayerConvolver layers() {
      return new FftLayerConvolver().withParallelism(3);
    }

    @Override
    protected NdArray whole(NdArray y) {
      return rounded(y);
    }
  }

  /** Whole numbers of which no error was as large as one half. */
  private static NdArray rounded(NdArray y) {
    if (y.dtype().isInteger()) {
      return y;
    }
    if (y.dtype().isComplex()) {
      NdArray re = rounded(y.real()).cast(DType.FLOAT64);
      NdArray im = rounded(y.imaginary()).cast(DType.FLOAT64);
      return NdArray.wrapComplex(re.doubles(), im.doubles(), y.shape()).cast(y.dtype());
    }
    double[] whole = y.cast(DType.FLOAT64).copy().doubles();
    Arrays.setAll(whole, i -> Math.rint(whole[i]) + 0.0); // + 0.0: no negative zeros
    return NdArray.wrap(whole, y.shape()).cast(y.dtype());
  }

  @Test
  void it_is_found_by_its_name() {
    assertThat(LayerConvolvers.named("layer-fft")).isEqualTo(new FftLayerConvolver());
    assertThat(LayerConvolvers.named("layer-fft")).hasSameHashCodeAs(new FftLayerConvolver());
    assertThat(new FftLayerConvolver().withParallelism(2))
        .hasToString("layer-fft[lanes]")
        .isNotEqualTo("layer-fft")
        .isNotEqualTo(new FftLayerConvolver().withParallelism(3));
  }
}
