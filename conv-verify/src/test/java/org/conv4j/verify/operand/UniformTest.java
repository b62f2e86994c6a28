package org.conv4j.verify.operand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.Test;

class UniformTest {
  @Test
  void the_same_seed_gives_the_same_array() {
    NdArray array = Uniform.array(DType.COMPLEX64, Shape.of(3, 4), 7);
    assertThat(Uniform.array(DType.COMPLEX64, Shape.of(3, 4), 7)).isEqualTo(array);
    assertThat(Uniform.array(DType.COMPLEX64, Shape.of(3, 4), 8)).isNotEqualTo(array);
  }

  @Test
  void numbers_fill_their_range() {
    double[] reals = Uniform.array(DType.FLOAT64, Shape.of(10_000), 1).doubles();
    assertThat(Arrays.stream(reals).min().orElseThrow()).isBetween(-1.0, -0.99);
    assertThat(Arrays.stream(reals).max().orElseThrow()).isBetween(0.99, 1.0);
    long[] integers = Uniform.array(DType.INT64, Shape.of(10_000), 1).longs();
    assertThat(Arrays.stream(integers).min().orElseThrow()).isBetween(-1000L, -990L);
    assertThat(Arrays.stream(integers).max().orElseThrow()).isBetween(990L, 1000L);
  }

  @Test
  void indices_ascend_from_the_first_to_the_last() {
    int[] indices = Uniform.indices(1000, 20, 1);
    assertThat(indices).isSorted().doesNotHaveDuplicates().startsWith(0).endsWith(999);
    assertThat(indices).hasSizeBetween(15, 20);
    assertThat(Uniform.indices(1, 20, 1)).containsExactly(0);
  }
}
