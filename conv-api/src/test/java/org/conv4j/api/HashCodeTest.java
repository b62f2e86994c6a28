package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values are keys of caches: those that differ should seldom have the same hash code. */
class HashCodeTest {
  private static void assertSpread(IntFunction<Object> values) {
    List<Object> different = IntStream.range(1, 101).mapToObj(values).toList();
    assertThat(different).doesNotHaveDuplicates();
    assertThat(different.stream().map(Object::hashCode).distinct()).hasSizeGreaterThan(90);
  }

  @Test
  void shapes_spread() {
    assertSpread(n -> Shape.of(n, 101 - n));
    assertSpread(n -> Shape.of(7, n));
  }

  @Test
  void arrays_spread() {
    assertSpread(n -> NdArray.of(n, 1.5));
    assertSpread(n -> NdArray.zeros(DType.INT32, Shape.of(n)));
  }

  @Test
  void geometries_spread() {
    Shape kernel = Shape.of(3);
    assertSpread(n -> Geometry.of(Shape.of(n), kernel, Mode.FULL, Convention.SCIPY));
    assertSpread(n -> Geometry.of(kernel, Shape.of(n), Mode.FULL, Convention.SCIPY));
  }

  @Test
  void claims_spread() {
    assertSpread(n -> Capabilities.basic().withMaxRank(n));
  }
}
