package org.conv4j.verify.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.Test;

class CommonsMathTest {
  private static final Convolver CONVOLVER = CommonsMath.convolver();

  @Test
  void all_modes_come_from_its_full_result() {
    double[] signal = {1, 2, 3, 4};
    double[] kernel = {1, 10};
    assertThat(CONVOLVER.convolve(signal, kernel, Mode.FULL)).containsExactly(1, 12, 23, 34, 40);
    assertThat(CONVOLVER.convolve(signal, kernel, Mode.SAME)).containsExactly(1, 12, 23, 34);
    assertThat(CONVOLVER.convolve(signal, kernel, Mode.VALID)).containsExactly(12, 23, 34);
  }

  @Test
  void it_claims_rank_one_and_refuses_the_rest() {
    assertThat(CONVOLVER.name()).isEqualTo("commons-math");
    assertThat(CONVOLVER.capabilities()).isEqualTo(Capabilities.basic().withMaxRank(1));
    NdArray image = NdArray.wrap(new double[4], Shape.of(2, 2));
    assertThatThrownBy(() -> CONVOLVER.convolve(image, image, Mode.FULL))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
