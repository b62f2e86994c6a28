package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sizes of layers against counting, for all small sizes: padding that follows from the sizes,
 * transposed layers, parameters, multiply-adds and receptive fields. {@link LayerGeometryTest}
 * counts the windows that fit.
 */
class LayerCountingTest {
  private static final LayerOptions BASIC = LayerOptions.basic();

  /** All small axes: extent, kernel, stride, dilation. */
  static Stream<Arguments> axes() {
    List<Arguments> cases = new ArrayList<>();
    for (int extent = 1; extent <= 9; extent++) {
      for (int kernel = 1; kernel <= 4; kernel++) {
        for (int stride = 1; stride <= 4; stride++) {
          for (int dilation = 1; dilation <= 3; dilation++) {
            cases.add(Arguments.of(extent, kernel, stride, dilation));
          }
        }
      }
    }
    return cases.stream();
  }

  private static LayerAxis axis(int input, int kernel, LayerOptions options) {
    return LayerGeometry.of(Shape.of(1, 1, input), Shape.of(1, 1, kernel), options).axis(0);
  }

  /** How many windows fit, by walking. */
  private static int fitting(int padded, int window, int stride) {
    int fit = 0;
    for (int begin = 0; begin + window <= padded; begin += stride) {
      fit++;
    }
    return fit;
  }

  @ParameterizedTest
  @MethodSource("axes")
  void same_pads_as_little_as_gives_a_window_for_every_step_that_begins_in_the_input(
      int input, int kernel, int stride, int dilation) {
    int wanted = 0;
    for (int begin = 0; begin < input; begin += stride) {
      wanted++;
    }
    int window = (kernel - 1) * dilation + 1;
    int zeros = 0;
    while (fitting(input + zeros, window, stride) < wanted) {
      zeros++;
    }
    LayerOptions options = BASIC.withStride(stride).withDilation(dilation);
    LayerAxis upper = axis(input, kernel, options.withPadding(Padding.SAME_UPPER));
    LayerAxis lower = axis(input, kernel, options.withPadding(Padding.SAME_LOWER));

    assertThat(List.of(upper.output(), lower.output())).containsOnly(wanted);
    assertThat(upper.before() + upper.after()).isEqualTo(zeros);
    assertThat(upper.after() - upper.before()).isEqualTo(zeros % 2);
    assertThat(List.of(lower.before(), lower.after()))
        .containsExactly(upper.after(), upper.before());
  }

  @ParameterizedTest
  @MethodSource("axes")
  void a_transposed_layer_reaches_as_far_as_its_terms(
      int output, int kernel, int stride, int dilation) {
    TreeSet<Integer> reached = new TreeSet<>();
    for (int o = 0; o < output; o++) {
      for (int t = 0; t < kernel; t++) {
        reached.add(o * stride + t * dilation);
      }
    }
    int reach = reached.last() + 1;
    for (int before = 0; before <= 2; before++) {
      for (int more = 0; more < Math.max(stride, dilation); more++) {
        int left = reach + more - before - 1;
        if (left < 1) {
          continue;
        }
        LayerOptions options =
            BASIC
                .withStride(stride)
                .withDilation(dilation)
                .withOutputPadding(more)
                .withPadding(Padding.of(new int[] {before}, new int[] {1}));
        LayerGeometry layer =
            LayerGeometry.ofTransposed(Shape.of(1, 1, output), Shape.of(1, 1, kernel), options);
        assertThat(layer.input()).isEqualTo(Shape.of(1, 1, left));
      }
    }
  }

  /** Channels in, channels out and groups, of one item and of two. */
  static Stream<Arguments> channels() {
    List<Arguments> cases = new ArrayList<>();
    for (int groups = 1; groups <= 3; groups++) {
      for (int in = groups; in <= 6; in += groups) {
        for (int out = groups; out <= 6; out += groups) {
          cases.add(Arguments.of(in, out, groups));
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("channels")
  void weights_and_products_are_as_many_as_there_are(int in, int out, int groups) {
    for (int[] spatial : new int[][] {{5}, {4, 3}, {3, 2, 4}}) {
      int[] input = new int[spatial.length + 2];
      input[0] = 2;
      input[1] = in;
      int[] weights = new int[spatial.length + 2];
      weights[0] = out;
      weights[1] = in / groups;
      for (int a = 0; a < spatial.length; a++) {
        input[a + 2] = spatial[a];
        weights[a + 2] = 2;
      }
      LayerGeometry layer =
          LayerGeometry.of(
              Shape.of(input), Shape.of(weights), BASIC.withGroups(groups).withPadding(1));
      long parameters = 0;
      long products = 0;
      for (int item = 0; item < 2; item++) {
        for (int m = 0; m < out; m++) {
          for (int c = 0; c < in; c++) {
            boolean seen = m / (out / groups) == c / (in / groups);
            products += seen ? tapsAndOutputs(layer, 0) : 0;
            parameters += seen && item == 0 ? 1L << spatial.length : 0;
          }
        }
      }
      assertThat(layer.parameters(false)).isEqualTo(parameters);
      assertThat(layer.parameters(true)).isEqualTo(parameters + out);
      assertThat(layer.multiplyAdds()).isEqualTo(products);
    }
  }

  /** Pairs of an output and a tap, of one pair of channels, by going through the axes. */
  private static long tapsAndOutputs(LayerGeometry layer, int a) {
    if (a == layer.spatialRank()) {
      return 1;
    }
    long pairs = 0;
    LayerAxis axis = layer.axis(a);
    int padded = axis.before() + axis.input() + axis.after();
    for (int begin = 0; begin + axis.window() <= padded; begin += axis.stride()) {
      for (int t = 0; t < axis.kernel(); t++) {
        pairs += tapsAndOutputs(layer, a + 1);
      }
    }
    return pairs;
  }

  @Test
  void a_receptive_field_spans_the_elements_that_an_output_is_made_of() {
    int checked = 0;
    for (int first = 1; first <= 4; first++) {
      for (int second = 1; second <= 3; second++) {
        for (int stride = 1; stride <= 3; stride++) {
          for (int dilation = 1; dilation <= 3; dilation++) {
            LayerGeometry one =
                LayerGeometry.of(
                    Shape.of(1, 1, 40), Shape.of(1, 1, first), BASIC.withStride(stride));
            LayerGeometry two =
                LayerGeometry.of(
                    one.output(),
                    Shape.of(1, 1, second),
                    BASIC.withStride(2).withDilation(dilation));
            LayerGeometry three = LayerGeometry.of(two.output(), Shape.of(1, 1, 2), BASIC);
            List<LayerGeometry> layers = List.of(one, two, three);
            TreeSet<Integer> seen = new TreeSet<>(Set.of(0));
            for (int l = layers.size() - 1; l >= 0; l--) {
              LayerAxis axis = layers.get(l).axis(0);
              TreeSet<Integer> from = new TreeSet<>();
              for (int o : seen) {
                for (int t = 0; t < axis.kernel(); t++) {
                  from.add(o * axis.stride() + t * axis.dilation());
                }
              }
              seen = from;
            }
            assertThat(LayerGeometry.receptiveField(layers))
                .isEqualTo(Shape.of(seen.last() - seen.first() + 1));
            checked++;
          }
        }
      }
    }
    assertThat(checked).isEqualTo(4 * 3 * 3 * 3);
  }
}
