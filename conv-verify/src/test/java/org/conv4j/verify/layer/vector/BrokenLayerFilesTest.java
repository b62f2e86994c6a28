package org.conv4j.verify.layer.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.conv4j.api.Accuracy;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.Rounding;
import org.conv4j.api.Shape;
import org.conv4j.verify.vector.BrokenFile;
import org.conv4j.verify.vector.file.VectorFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One broken file for each rule of the schema of layers, and what a good one is read as. */
class BrokenLayerFilesTest {
  private static final String GOOD =
      """
      {
      "schema": "conv4j-golden-layers/1",
      "count": 4,
      "provenance": {"library": "L", "version": "1", "numpy": "2", "function": "f", \
      "generator": "g", "command": "c"},
      "vectors": [
      {"id": "plain", "operation": "convolve", "options": {"stride": [2], "rounding": "up", \
      "padding": {"before": [1], "after": [0]}}, \
      "input": {"dtype": "float64", "shape": [1, 1, 3], "data": [1.5, 2, 4]}, \
      "weights": {"dtype": "float64", "shape": [1, 1, 2], "data": [3, -1]}, \
      "bias": {"dtype": "float64", "shape": [1], "data": [7]}, \
      "expected": {"dtype": "float64", "shape": [1, 1, 2], "data": [5.5, 9]}, \
      "accuracy": "exact", "source": "a book"},
      {"id": "other", "operation": "transposed", "options": {"padding": "same_lower", \
      "groups": 1, "output_padding": [0]}, \
      "input": {"dtype": "int32", "shape": [1, 1, 2], \
      "rule": {"seed": 42, "values": 9, "divisor": 1}}, \
      "weights": {"dtype": "int64", "shape": [1, 1, 1], "data": [10]}, \
      "expected": {"dtype": "int64", "shape": [1, 1, 2], "data": [20, -30]}, \
      "accuracy": "exact"},
      {"id": "third", "operation": "weight_gradient", "options": {"layout": "nhwc"}, \
      "input": {"dtype": "float32", "shape": [1, 3, 1], "data": [1, 2, 3]}, \
      "output_gradient": {"dtype": "float32", "shape": [1, 2, 1], "data": [0.5, 0.25]}, \
      "shape": [1, 1, 2], \
      "expected": {"dtype": "float32", "shape": [1, 1, 2], "data": [1, 1.75]}, \
      "accuracy": "componentwise"},
      {"id": "last", "operation": "convolve", "options": {"input_zero_point": -3, \
      "weight_zero_points": [1]}, \
      "input": {"dtype": "int32", "shape": [1, 1, 1], "data": [4]}, \
      "weights": {"dtype": "int32", "shape": [1, 1, 1], "data": [5]}, \
      "expected": {"dtype": "int32", "shape": [1, 1, 1], "data": [28]}, "accuracy": "exact"}
      ] }
      """;

  /** In the form of {@link BrokenFile#parse}. */
  private static final String BROKEN_FILES =
      """
      # The file.
      layers/1 -> layers/2
        : schema must be `conv4j-golden-layers/1`, not `conv4j-golden-layers/2`
      `count`: 4 -> `count`: 5
        : count is 5, but there are 4 vectors
      `count`: 4, -> `count`: 4, `convention`: `scipy`,
        : unknown field convention; allowed are schema, count, provenance, vectors
      `library`: `L`,  ->
        : missing field provenance.library; required are library, version, numpy, function, \
      generator, command
      ] } -> ]
        : Unexpected end-of-input…
      # The vector.
      `id`: `other` -> `id`: `plain`
        , vector `plain`: this identifier is used twice; identifiers must differ
      `transposed` -> `deconvolve`
        , vector `other`: operation must be one of convolve, transposed, input_gradient, \
      weight_gradient, bias_gradient, not `deconvolve`
      `transposed` -> `CONVOLVE`
        , vector `other`: operation must be one of convolve, transposed, input_gradient, \
      weight_gradient, bias_gradient, not `CONVOLVE`
      `exact`, `source` -> `normwise`, `source`
        , vector `plain`: accuracy must be one of exact, componentwise, not `normwise`
      [20, -30]}, `accuracy`: `exact` -> [20, -30]}, `accuracy`: `componentwise`
        , vector `other`: accuracy must be exact, since int64 is not rounded
      , `source`: `a book` -> , `source`: ``
        , vector `plain`: source must be a string with some text, not ``
      , `source`: `a book` -> , `deviation`: {}
        , vector `plain`: unknown field deviation; allowed are id, operation, options, expected, \
      accuracy, input, output_gradient, weights, bias, shape, source
      # The operands.
      `weights`: {`dtype`: `float64`, `shape`: [1, 1, 2], `data`: [3, -1]},  ->
        , vector `plain`: convolve takes weights
      `transposed` -> `input_gradient`
        , vector `other`: input_gradient does not take an input
      `transposed` -> `bias_gradient`
        , vector `other`: bias_gradient does not take an input
      `operation`: `weight_gradient` -> `operation`: `convolve`
        , vector `third`: convolve takes weights
      `shape`: [1, 1, 2], `expected`: {`dtype`: `float32` -> `expected`: {`dtype`: `float32`
        , vector `third`: weight_gradient takes a shape
      `bias`: {`dtype`: `float64`, `shape`: [1], `data`: [7]} -> \
      `shape`: [1, 1, 3]
        , vector `plain`: convolve does not take a shape
      `shape`: [1, 1, 2], `expected`: {`dtype`: `float32` -> \
      `shape`: [1, 1, 1], `expected`: {`dtype`: `float32`
        , vector `third`: the output gradient has shape (1, 2, 1), must have (1, 3, 1): \
      (1, 3, 1) with (1, 1, 1), stride 1, NHWC: (1, 3, 1)
      `shape`: [1, 1, 2], `data`: [3, -1] -> `shape`: [1, 2, 1], `data`: [3, -1]
        , vector `plain`: weights (1, 2, 1) are for 2 input channels, but input (1, 1, 3) has 1
      `shape`: [1], `data`: [7] -> `shape`: [2], `data`: [7, 8]
        , vector `plain`: the bias is float64(2,), must be float64(1,)
      {`dtype`: `float64`, `shape`: [1], -> {`dtype`: `float32`, `shape`: [1],
        , vector `plain`: the bias is float32(1,), must be float64(1,)
      [1.5, 2, 4] -> [1.5, 2]
        , vector `plain`: input.data has 2 elements, shape (1, 1, 3) needs 3
      # The rule.
      `seed`: 42 -> `seed`: 0
        , vector `other`: input.rule.seed must be from 1 to 2147483646, not 0
      `seed`: 42 -> `seed`: 2147483647
        , vector `other`: input.rule.seed must be from 1 to 2147483646, not 2147483647
      `values`: 9 -> `values`: 0
        , vector `other`: input.rule.values must be from 1 to 16777216, not 0
      `divisor`: 1 -> `divisor`: 3
        , vector `other`: input.rule.divisor must be 1 for int32, not 3
      `divisor`: 1 -> `divisor`: 1.5
        , vector `other`: input.rule.divisor must be a whole number from 0 to 2147483647, not 1.5
      `seed`: 42,  ->
        , vector `other`: missing field input.rule.seed; required are seed, values, divisor
      `rule`: { -> `data`: [1, 2], `rule`: {
        , vector `other`: unknown field input.data; allowed are dtype, shape, rule
      {`dtype`: `int64`, `shape`: [1, 1, 2], `data`: [20, -30]} -> \
      {`dtype`: `int64`, `shape`: [1, 1, 2], `rule`: {`seed`: 1, `values`: 1, `divisor`: 1}}
        , vector `other`: unknown field expected.rule; allowed are dtype, shape, data, imag
      # The options.
      `stride`: [2] -> `stride`: [2, 2]
        , vector `plain`: options.stride must have a number for each of 1 spatial axes, not 2
      `stride`: [2] -> `stride`: 2
        , vector `plain`: options.stride must be a list, not 2
      `stride`: [2] -> `stride`: [0]
        , vector `plain`: stride must be at least 1: 0
      `stride`: [2] -> `strides`: [2]
        , vector `plain`: unknown field options.strides; allowed are stride, dilation, padding, \
      output_padding, groups, rounding, layout, input_zero_point, weight_zero_points
      `before`: [1],  ->
        , vector `plain`: missing field options.padding.before; required are before, after
      `before`: [1] -> `before`: [-1]
        , vector `plain`: options.padding.before[0] must be a whole number from 0 to 2147483647, \
      not -1
      `same_lower` -> `same`
        , vector `other`: options.padding must be same_upper, same_lower or an object with before \
      and after, not `same`
      `same_lower` -> [1]
        , vector `other`: options.padding must be an object, not a list
      `groups`: 1 -> `groups`: 0
        , vector `other`: groups must be at least 1: 0
      `output_padding`: [0] -> `output_padding`: [1]
        , vector `other`: output padding must be less than the stride or the dilation, but on \
      spatial axis 0 it is 1 with stride 1 and dilation 1
      `rounding`: `up` -> `rounding`: `ceil`
        , vector `plain`: options.rounding must be one of down, up, not `ceil`
      `layout`: `nhwc` -> `layout`: `NHWC`
        , vector `third`: options.layout must be one of nchw, nhwc, not `NHWC`
      `input_zero_point`: -3 -> `input_zero_point`: 2147483648
        , vector `last`: options.input_zero_point must be a whole number of 32 bits, \
      not 2147483648
      `weight_zero_points`: [1] -> `weight_zero_points`: [1.5]
        , vector `last`: options.weight_zero_points[0] must be a whole number of 32 bits, not 1.5
      `weight_zero_points`: [1] -> `weight_zero_points`: []
        , vector `last`: weight zero points must be at least one number
      `layout`: `nhwc` -> `input_zero_point`: 1, `layout`: `nhwc`
        , vector `third`: zero points are for the layer itself with integers: weight_gradient of \
      float32(1, 3, 1) and float32(1, 2, 1), stride 1, NHWC, zero points 1 and 0
      # The result.
      {`dtype`: `int64`, `shape`: [1, 1, 2], `data`: [20 -> \
      {`dtype`: `int32`, `shape`: [1, 1, 2], `data`: [20
        , vector `other`: expected is int32(1, 1, 2), must be int64(1, 1, 2): transposed of \
      int32(1, 1, 2) and int64(1, 1, 1), stride 1, padding SAME_LOWER
      `shape`: [1, 1, 2], `data`: [5.5, 9] -> `shape`: [1, 2, 1], `data`: [5.5, 9]
        , vector `plain`: expected is float64(1, 2, 1), must be float64(1, 1, 2): convolve of \
      float64(1, 1, 3) and float64(1, 1, 2) and float64(1,), stride 2, padding 1 before, 0 after, \
      rounding up
      """;

  @TempDir private Path directory;

  static List<BrokenFile> brokenFiles() {
    return BrokenFile.parse(BROKEN_FILES);
  }

  @ParameterizedTest
  @MethodSource("brokenFiles")
  void a_broken_file_is_refused_by_name(BrokenFile broken) throws IOException {
    broken.assertRefused(GOOD, directory.resolve("broken.json"), LayerVectors::read);
  }

  @Test
  void the_file_that_the_others_are_made_from_is_good() throws IOException {
    List<LayerVector> vectors = LayerVectors.read(write("good.json", GOOD));

    LayerVector plain = vectors.get(0);
    assertThat(plain.call())
        .isEqualTo(
            new LayerCall(
                LayerOperation.CONVOLVE,
                LayerOptions.basic()
                    .withStride(2)
                    .withRounding(Rounding.UP)
                    .withPadding(Padding.of(new int[] {1}, new int[] {0})),
                Optional.of(NdArray.of(1.5, 2, 4).reshape(Shape.of(1, 1, 3))),
                Optional.of(NdArray.of(3.0, -1).reshape(Shape.of(1, 1, 2))),
                Optional.of(NdArray.of(7.0)),
                Optional.empty(),
                Optional.empty()));
    assertThat(plain.source()).contains("a book");
    assertThat(plain.provenance().library()).isEqualTo("L");
    assertThat(vectors)
        .extracting(LayerVector::accuracy)
        .containsExactly(Accuracy.EXACT, Accuracy.EXACT, Accuracy.COMPONENTWISE, Accuracy.EXACT);
    assertThat(vectors)
        .allSatisfy(
            vector ->
                assertThat(PlainSums.of(vector.call()).length).isEqualTo(vector.expected().size()));
  }

  @Test
  void a_rule_gives_the_numbers_of_its_source() {
    // 16807 * 42 = 705894 and 16807 * 705894 mod (2^31 - 1) = 1126542223; both mod 9 minus 4.
    var stream = new ByteArrayInputStream(GOOD.getBytes(StandardCharsets.UTF_8));
    LayerCall call = LayerVectors.read(stream, "a stream").get(1).call();
    assertThat(call.input())
        .contains(NdArray.of(705894 % 9 - 4, 1126542223 % 9 - 4).reshape(Shape.of(1, 1, 2)));
  }

  @Test
  void an_index_is_read_with_its_files_and_refused_without() throws IOException {
    Path index =
        write(
            "index.json",
            "{\"schema\": \"conv4j-golden-layers-index/1\","
                + " \"files\": [{\"file\": \"one.json\", \"count\": 4}]}");

    assertThatThrownBy(() -> LayerVectors.readIndexed(index))
        .isInstanceOf(VectorFormatException.class)
        .hasMessage("index.json: there is no file \"one.json\"");
    write("one.json", GOOD);
    assertThat(LayerVectors.readIndexed(index)).hasSize(4);
  }

  @Test
  void a_file_that_is_not_there_is_an_input_error() {
    Path file = directory.resolve("absent.json");

    assertThatThrownBy(() -> LayerVectors.read(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot read " + file);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
