package org.conv4j.verify.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Convolver;
import org.conv4j.api.Convolvers;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.direct.DirectConvolver;
import org.junit.jupiter.api.Test;

/** The automatic choice between the two implementations. */
class AutoTest {
  @Test
  void auto_is_the_same_object_ever_after() {
    assertThat(Convolvers.auto()).isSameAs(Convolvers.auto());
    assertThat(Convolvers.auto(Accuracy.NORMWISE)).isSameAs(Convolvers.auto());
    assertThat(Convolvers.auto(Accuracy.COMPONENTWISE))
        .isSameAs(Convolvers.auto(Accuracy.COMPONENTWISE))
        .isNotSameAs(Convolvers.auto());
    assertThat(Convolvers.available()).isSameAs(Convolvers.available());
  }

  @Test
  void auto_on_one_thread_gives_the_same_bits() {
    double[] signal = new double[40_000];
    Arrays.setAll(signal, i -> Math.sin(i) * 3);
    for (int taps : new int[] {3, 700, 9001}) {
      NdArray kernel = NdArray.of(Arrays.copyOf(signal, taps)).reversed();
      NdArray all = Convolvers.auto().convolve(NdArray.of(signal), kernel, Mode.SAME);
      Convolver alone = Convolvers.auto().withParallelism(1);
      assertThat(alone.convolve(NdArray.of(signal), kernel, Mode.SAME)).isEqualTo(all);
    }
  }

  @Test
  void a_few_taps_on_plain_arrays_go_to_direct() {
    double[] signal = {1e300, -1e300, 1, 3, 1e-300};
    double[] kernel = {1e-8, 1, 1e8};
    assertThat(Convolvers.auto().convolve(signal, kernel, Mode.FULL))
        .containsExactly(new DirectConvolver().convolve(signal, kernel, Mode.FULL));
  }
}
