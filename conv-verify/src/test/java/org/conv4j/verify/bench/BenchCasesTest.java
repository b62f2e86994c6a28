package org.conv4j.verify.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.conv4j.api.Shape;
import org.conv4j.verify.bench.BenchCase.Door;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BenchCasesTest {
  @Test
  void names_differ() {
    assertThat(BenchCases.all().stream().map(BenchCase::name)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "direct/1d/1e6x1024/float64",
        "direct/2d/1024x31/float64",
        "direct/3d/128x7/float64",
        "direct/tiny-1d/16x3/float64",
        "direct/1d/1e6x1024/float32",
        "direct/1d/1e6x64/int64",
        "direct/1d/1e6x64/complex128",
        "fft/1d/1e6x1e6/float64",
        "fft/3d/128x128/float64",
        "fft/2d/1024x127/float32",
        "auto/1d/1e6x1e4/float64",
        "auto/tiny-2d/8x3/float64",
        "direct/prepared-1d/4096x16/float64",
        "fft/prepared-1d/4096x1024/float64",
        "auto/prepared-1d/4096x16/float64",
        "auto/prepared-1d/4096x1024/float64",
        "layer/3x3-64/float32",
        "layer/batch8-7x7s2-64/float32",
        "layer/textbook/float32",
        "layer/8192-depthwise/float32",
        "layer/1x1-64/float64",
        "layer/3x3-depthwise/int32",
      })
  void a_name_tells_one_case(String name) {
    assertThat(BenchCases.matching(Pattern.compile("^" + name + "$"))).hasSize(1);
  }

  @Test
  void a_pattern_is_found_anywhere_in_the_name() {
    assertThat(BenchCases.matching(Pattern.compile("tiny"))).hasSize(4);
    assertThat(BenchCases.matching(Pattern.compile(""))).isEqualTo(BenchCases.all());
    assertThat(BenchCases.matching(Pattern.compile("no such case"))).isEmpty();
  }

  @Test
  void sizes_are_those_of_each_axis() {
    BenchCase one = Reports.named("direct/3d/128x7/float64");
    assertThat(one.in1()).isEqualTo(Shape.of(128, 128, 128));
    assertThat(one.in2()).isEqualTo(Shape.of(7, 7, 7));
    assertThat(one.multiplyAdds()).isEqualTo(Math.pow(128 * 7, 3));
    assertThat(Reports.named("direct/tiny-1d/16x3/float64").door()).isEqualTo(Door.DOUBLES);
    assertThat(Reports.named("fft/prepared-1d/4096x1024/float64").door()).isEqualTo(Door.PREPARED);
  }

  @Test
  void layers_are_those_of_the_networks() {
    BenchCase one = Reports.named("layer/batch8-7x7s2-64/float32");
    assertThat(one.layer().orElseThrow().geometry())
        .hasToString("(8, 3, 224, 224) with (64, 3, 7, 7), stride 2, padding 3: (8, 64, 112, 112)");
    assertThat(one.multiplyAdds()).isEqualTo(8.0 * 64 * 112 * 112 * 3 * 7 * 7);
    assertThat(one.method().subject()).isEqualTo("layer-auto");
    assertThat(one.door()).isEqualTo(Door.PREPARED);
    BenchCase longest = Reports.named("layer/8192-depthwise/float32");
    assertThat(longest.task().output()).isEqualTo(Shape.of(8, 64, 8192));
  }

  /** What is as slow as that is not tried; the estimates need only be right to a small factor. */
  @Test
  void estimates_know_where_numpy_has_no_matrix_product() {
    assertThat(Peer.EINSUM.estimate(Reports.named("layer/3x3-64/float32"))).isLessThan(0.1);
    assertThat(Peer.EINSUM.estimate(Reports.named("layer/3x3-64/int32"))).isGreaterThan(0.1);
    assertThat(Peer.IM2COL.estimate(Reports.named("layer/8192-depthwise/float32")))
        .isGreaterThan(20);
  }

  @Test
  void complex_terms_are_four_multiply_adds() {
    assertThat(Reports.named("direct/1d/1e6x64/complex128").multiplyAdds()).isEqualTo(4 * 64e6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "direct/1d/1e6x64/float64 | np.convolve, signal.convolve direct, ndimage.convolve,"
            + " Commons Math",
        "direct/2d/1024x7/float64 | signal.convolve direct, convolve2d, ndimage.convolve",
        "direct/1d/1e6x64/int64 | np.convolve, signal.convolve direct, ndimage.convolve",
        "fft/1d/1e6x1e4/int64 | np.convolve, signal.convolve direct, ndimage.convolve,"
            + " signal.convolve fft",
        "fft/prepared-1d/4096x1024/float64 | np.convolve, signal.convolve direct, ndimage.convolve,"
            + " Commons Math, fftconvolve, oaconvolve",
        "fft/3d/128x31/float64 | signal.convolve direct, ndimage.convolve, fftconvolve, oaconvolve",
        "auto/tiny-1d/16x3/float64 | np.convolve, signal.convolve direct, ndimage.convolve,"
            + " Commons Math, fftconvolve, oaconvolve, signal.convolve auto",
        "layer/3x3-depthwise/float32 | np.einsum, np im2col, ONNX Runtime",
        "layer/3x3-64/float64 | np.einsum, np im2col",
        "layer/3x3-64/int32 | np.einsum, np im2col",
      })
  void a_case_has_the_peers_that_make_sense(String name, String peers) {
    BenchCase one = Reports.named(name);
    assertThat(List.of(Peer.values()).stream().filter(peer -> peer.suits(one)).map(Peer::label))
        .containsExactly(peers.split(", ", -1));
  }
}
