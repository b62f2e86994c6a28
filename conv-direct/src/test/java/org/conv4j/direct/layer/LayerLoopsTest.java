package org.conv4j.direct.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Array;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conv4j.api.internal.VectorModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerLoopsTest {
  static Stream<LayerLoops<?>> loops() {
    return Stream.of(new DoubleLoops(), new FloatLoops(), new LongLoops(), new IntLoops());
  }

  private static <A> A array(LayerLoops<A> loops, int... values) {
    A array = loops.newArray(values.length);
    for (int i = 0; i < values.length; i++) {
      if (array instanceof int[] ints) {
        ints[i] = values[i];
      } else if (array instanceof long[] longs) {
        longs[i] = values[i];
      } else if (array instanceof float[] floats) {
        floats[i] = values[i];
      } else {
        ((double[]) array)[i] = values[i];
      }
    }
    return array;
  }

  private static int[] ints(Object array) {
    return IntStream.range(0, Array.getLength(array))
        .map(i -> ((Number) Array.get(array, i)).intValue())
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("loops")
  <A> void elements_are_moved(LayerLoops<A> loops) {
    A from = array(loops, 10, 11, 12, 13, 14, 15);
    A to = loops.newArray(4);
    loops.load(from, 2, 1, 0, to, 1, 2);
    assertThat(ints(to)).containsExactly(0, 12, 13, 0);
    loops.load(from, 1, 1, 10, to, 0, 2);
    assertThat(ints(to)).containsExactly(1, 2, 13, 0);
    loops.load(from, 1, 2, 0, to, 1, 3);
    assertThat(ints(to)).containsExactly(1, 11, 13, 15);
    loops.negate(to, 1, 3);
    assertThat(ints(to)).containsExactly(1, -11, -13, 15);
    loops.clear(to, 2, 4);
    assertThat(ints(to)).containsExactly(1, -11, 0, 0);
    A bias = array(loops, 100, 200);
    loops.store(from, 3, null, 0, to, 1, 1, 2);
    assertThat(ints(to)).containsExactly(1, 13, 14, 0);
    loops.store(from, 0, null, 0, to, 0, 3, 2);
    assertThat(ints(to)).containsExactly(10, 13, 14, 11);
    loops.store(from, 0, bias, 1, to, 2, 1, 2);
    assertThat(ints(to)).containsExactly(10, 13, 210, 211);
    assertThat(loops.bytes()).isEqualTo(to instanceof double[] || to instanceof long[] ? 8 : 4);
  }

  @ParameterizedTest
  @MethodSource("loops")
  <A> void terms_are_added(LayerLoops<A> loops) {
    A w = array(loops, 9, 1, 10, 100, 1000);
    A a = array(loops, 1, 2);
    A b = array(loops, 3, 4);
    A c = array(loops, 5, 6);
    A d = array(loops, 7, 8);
    A y = array(loops, 10_000, 20_000);
    loops.four(w, 1, a, b, c, d, y, 2);
    assertThat(ints(y)).containsExactly(17_531, 28_642);
    loops.one(w, 2, a, y, 1);
    assertThat(ints(y)).containsExactly(17_541, 28_642);
  }

  @ParameterizedTest
  @MethodSource("loops")
  <A> void rows_are_moved(LayerLoops<A> loops) {
    A from = array(loops, 10, 11, 12, 13, 14, 15, 16, 17);
    A to = loops.newArray(7);
    loops.loadRows(from, 1, 4, 2, 1, to, 1, 3, 2, 2);
    assertThat(ints(to)).containsExactly(0, 10, 12, 0, 14, 16, 0);
  }

  @Test
  void vectors_move_rows_as_plain_loops_do() {
    assumeTrue(VectorModule.get().isPresent(), "needs the vector module");
    assertRowsAreMoved(new SimdDoubleLayer());
    assertRowsAreMoved(new SimdFloatLayer());
    assertRowsAreMoved(new SimdLongLayer());
    assertRowsAreMoved(new SimdIntLayer());
  }

  /** Both arrays end where the last row does, so that nothing beyond it may be touched. */
  private static <A> void assertRowsAreMoved(LayerMicroKernel<A> loops) {
    int zero = 3;
    for (int step = 1; step <= 3; step++) {
      for (int count = 1; count <= 4 * loops.lanes() + 1; count++) {
        int fromRow = count * step + 1;
        int toRow = count + 2;
        A from =
            array(loops, IntStream.range(0, 3 + 2 * fromRow + (count - 1) * step + 1).toArray());
        A to = loops.newArray(1 + 2 * toRow + count);
        loops.loadRows(from, 3, fromRow, step, zero, to, 1, toRow, 3, count);
        int[] expected = new int[1 + 2 * toRow + count];
        for (int row = 0; row < 3; row++) {
          for (int i = 0; i < count; i++) {
            expected[1 + row * toRow + i] = 3 + row * fromRow + i * step - zero;
          }
        }
        assertThat(ints(to)).as("step %d, count %d", step, count).isEqualTo(expected);
      }
    }
  }
}
