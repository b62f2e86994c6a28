package org.conv4j.verify.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.conv4j.verify.vector.file.VectorFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One broken file for each rule of the schema, and the message that its author gets. */
class BrokenFilesTest {
  private static final String GOOD =
      """
      {
      "schema": "conv4j-golden-vectors/2",
      "convention": "scipy",
      "count": 2,
      "provenance": {"library": "L", "version": "1", "numpy": "2", "function": "f", \
      "generator": "g", "command": "c"},
      "vectors": [
      {"id": "plain", "operation": "convolve", "mode": "full", \
      "in1": {"dtype": "float64", "shape": [2], "data": [1.5, 2]}, \
      "in2": {"dtype": "float64", "shape": [1], "data": [3.0]}, \
      "expected": {"dtype": "float64", "shape": [2], "data": [4.5, 6.0]}},
      {"id": "other", "operation": "correlate", "mode": "same", \
      "in1": {"dtype": "int64", "shape": [1, 2], "data": [7, 8]}, \
      "in2": {"dtype": "int32", "shape": [1, 1], "data": [9]}, \
      "expected": {"dtype": "int64", "shape": [1, 2], "data": [63, 72]}, \
      "deviation": {"defect": "scalar-refused", "error": "ValueError: no", "call": "f(in1)"}}
      ] }
      """;

  /** In the form of {@link BrokenFile#parse}. */
  private static final String BROKEN_FILES =
      """
      # The file.
      vectors/2 -> vectors/1
        : schema must be `conv4j-golden-vectors/2`, not `conv4j-golden-vectors/1`
      `conv4j-golden-vectors/2` -> 1
        : schema must be `conv4j-golden-vectors/2`, not 1
      `conv4j-golden-vectors/2` -> null
        : schema must be `conv4j-golden-vectors/2`, not null
      `schema`: `conv4j-golden-vectors/2`, ->
        : missing field schema; required are schema, convention, count, provenance, vectors
      `schema` -> `date`: 1, `schema`
        : unknown field date; allowed are schema, convention, count, provenance, vectors
      `scipy` -> `matlab`
        : convention must be one of scipy, numpy, not `matlab`
      `scipy` -> `SCIPY`
        : convention must be one of scipy, numpy, not `SCIPY`
      `scipy` -> null
        : convention is null; null is not allowed
      `count`: 2 -> `count`: 3
        : count is 3, but there are 2 vectors
      `count`: 2 -> `count`: `2`
        : count must be a whole number from 0 to 2147483647, not `2`
      `count`: 2 -> `count`: 2.0
        : count must be a whole number from 0 to 2147483647, not 2.0
      `count`: 2 -> `count`: -2
        : count must be a whole number from 0 to 2147483647, not -2
      `count`: 2 -> `count`: 4294967298
        : count must be a whole number from 0 to 2147483647, not 4294967298
      `library`: `L`, ->
        : missing field provenance.library; required are library, version, numpy, function, \
      generator, command
      `command`: `c` -> `command`: null
        : provenance.command is null; null is not allowed
      `command`: `c` -> `command`: ` `
        : provenance.command must be a string with some text, not ` `
      `vectors`: [ -> `vectors`: 1, `x`: [
        : unknown field x; allowed are schema, convention, count, provenance, vectors
      6.0]}}, -> 6.0]}}, 5,
        : count is 2, but there are 3 vectors
      `count`: 2 -> `count`: 3, `count`: 2
        : Duplicate field 'count'…
      ] } -> ] } {}
        : there is more text after the end of the JSON object (line 9, column 5)
      ] } -> ]
        : Unexpected end-of-input…
      # The vector.
      `id`: `plain`,  ->
        , vectors[0]: missing field id; required are id, operation, mode, in1, in2, expected
      `id`: `plain` -> `id`: null
        , vectors[0]: id is null; null is not allowed
      `id`: `plain` -> `id`: 7
        , vectors[0]: id must be a string with some text, not 7
      `id`: `other` -> `id`: `plain`
        , vector `plain`: this identifier is used twice; identifiers must differ
      `mode`: `same` -> `Mode`: `same`
        , vector `other`: unknown field Mode; allowed are id, operation, mode, in1, in2, expected, \
      deviation
      `mode`: `same`,  ->
        , vector `other`: missing field mode; required are id, operation, mode, in1, in2, expected
      `mode`: `same` -> `mode`: `wrap`
        , vector `other`: mode must be one of full, same, valid, not `wrap`
      `mode`: `same` -> `mode`: `same`, `mode`: `same`
        , vector `other`: Duplicate field 'mode'…
      `shape`: [1, 1] -> `shape`: [1, 1], `shape`: [1, 1]
        , vector `other`: Duplicate field 'shape'…
      [63, 72]} -> [63, 72}
        , vector `other`: Unexpected close marker '}'…
      [63, 72] -> [63, NaN]
        , vector `other`: Non-standard token 'NaN'…
      `correlate` -> `Correlate`
        , vector `other`: operation must be one of convolve, correlate, not `Correlate`
      `operation`: `convolve`,  ->
        , vector `plain`: missing field operation; required are id, operation, mode, in1, in2, \
      expected
      `correlate` -> null
        , vector `other`: operation is null; null is not allowed
      # The deviation.
      {`defect`: `scalar-refused`, `error`: `ValueError: no`, `call`: `f(in1)`} -> `scalar-refused`
        , vector `other`: deviation must be an object, not `scalar-refused`
      {`defect`: `scalar-refused`, `error`: `ValueError: no`, `call`: `f(in1)`} -> null
        , vector `other`: deviation is null; null is not allowed
      `defect`: `scalar-refused`,  ->
        , vector `other`: missing field deviation.defect; required are defect, call
      `defect`: `scalar-refused` -> `defect`: null
        , vector `other`: deviation.defect is null; null is not allowed
      scalar-refused -> Scalar refused
        , vector `other`: deviation.defect must be lower-case words joined by hyphens, \
      not `Scalar refused`
      , `call`: `f(in1)` ->
        , vector `other`: missing field deviation.call; required are defect, call
      `f(in1)` -> ``
        , vector `other`: deviation.call must be a string with some text, not ``
      `error`: `ValueError: no`,  ->
        , vector `other`: deviation must have either library or error, not neither
      `call`: `f(in1)` -> `call`: `f(in1)`, `library`: {`dtype`: `int64`, `shape`: [], `data`: [1]}
        , vector `other`: deviation must have either library or error, not both
      `ValueError: no` -> 7
        , vector `other`: deviation.error must be a string with some text, not 7
      `call`: `f(in1)` -> `call`: `f(in1)`, `version`: `1`
        , vector `other`: unknown field deviation.version; allowed are defect, call, library, error
      `error`: `ValueError: no` -> `library`: {`dtype`: `int64`, `shape`: [2], `data`: [1]}
        , vector `other`: deviation.library.data has 1 elements, shape (2,) needs 2
      `error`: `ValueError: no` -> `library`: {`dtype`: `int64`, `shape`: [1, 2], `data`: [63, 72]}
        , vector `other`: deviation.library is what is expected, so it does not deviate
      # The array.
      {`dtype`: `int32`, `shape`: [1, 1], `data`: [9]} -> [9]
        , vector `other`: in2 must be an object, not a list
      `shape`: [1, 1],  ->
        , vector `other`: missing field in2.shape; required are dtype, shape, data
      `shape`: [1, 1] -> `shape`: [1, 1], `strides`: [4, 4]
        , vector `other`: unknown field in2.strides; allowed are dtype, shape, data, imag
      `int32` -> `uint8`
        , vector `other`: in2.dtype must be one of float64, float32, int64, int32, complex128, \
      complex64, not `uint8`
      `int32` -> null
        , vector `other`: in2.dtype is null; null is not allowed
      `shape`: [1, 1] -> `shape`: [1, -1]
        , vector `other`: in2.shape[1] must be a whole number from 0 to 2147483647, not -1
      `shape`: [1, 1] -> `shape`: [1.0, 1]
        , vector `other`: in2.shape[0] must be a whole number from 0 to 2147483647, not 1.0
      `shape`: [1, 1] -> `shape`: [1, null]
        , vector `other`: in2.shape[1] must be a whole number from 0 to 2147483647, not null
      `shape`: [1, 1] -> `shape`: 1
        , vector `other`: in2.shape must be a list, not 1
      `shape`: [1, 1] -> `shape`: [65536, 65536]
        , vector `other`: in2.shape has more elements than a Java array holds: (65536, 65536)
      `shape`: [2], `data`: [1.5, 2] -> `shape`: [3], `data`: [1.5, 2]
        , vector `plain`: in1.data has 2 elements, shape (3,) needs 3
      [1.5, 2] -> `1.5, 2`
        , vector `plain`: in1.data must be a list, not `1.5, 2`
      [1.5, 2] -> [1.5, true]
        , vector `plain`: in1.data[1] must be a number, `nan`, `inf` or `-inf`, not true
      [1.5, 2] -> [1.5, null]
        , vector `plain`: in1.data[1] must be a number, `nan`, `inf` or `-inf`, not null
      [1.5, 2] -> [1.5, [2]]
        , vector `plain`: in1.data[1] must be a number, `nan`, `inf` or `-inf`, not a list
      [1.5, 2] -> [1.5, `2`]
        , vector `plain`: in1.data[1] must be a number, `nan`, `inf` or `-inf`, not `2`
      [1.5, 2] -> [1.5, `NaN`]
        , vector `plain`: in1.data[1] must be a number, `nan`, `inf` or `-inf`, not `NaN`
      [1.5, 2] -> [1.5, `+inf`]
        , vector `plain`: in1.data[1] must be a number, `nan`, `inf` or `-inf`, not `+inf`
      [1.5, 2] -> [1.5, 1e309]
        , vector `plain`: in1.data[1] is out of range: 1e309; float64 holds magnitudes up to \
      1.7976931348623157E308
      `float64`, `shape`: [2], `data`: [1.5, 2] -> `float32`, `shape`: [2], `data`: [1.5, -1e39]
        , vector `plain`: in1.data[1] is out of range: -1e39; float32 holds magnitudes up to \
      3.4028235E38
      [7, 8] -> [7, 8.5]
        , vector `other`: in1.data[1] must be a whole number without fraction or exponent, not 8.5
      [7, 8] -> [7, 8e0]
        , vector `other`: in1.data[1] must be a whole number without fraction or exponent, not 8e0
      [7, 8] -> [7, `nan`]
        , vector `other`: in1.data[1] must be a whole number without fraction or exponent, not `nan`
      [7, 8] -> [7, 9223372036854775808]
        , vector `other`: in1.data[1] is out of range: 9223372036854775808; int64 holds numbers \
      up to 9223372036854775807
      `data`: [9] -> `data`: [-2147483649]
        , vector `other`: in2.data[0] is out of range: -2147483649; int32 holds numbers up to \
      2147483647
      `data`: [3.0] -> `data`: [3.0], `imag`: [0.0]
        , vector `plain`: in2.imag is not allowed for float64; complex dtypes alone have it
      `float64`, `shape`: [1] -> `complex128`, `shape`: [1]
        , vector `plain`: in2.imag is required for complex128; complex dtypes alone have it
      `float64`, `shape`: [1], `data`: [3.0] -> \
      `complex64`, `shape`: [1], `data`: [3.0], `imag`: [1, 2]
        , vector `plain`: in2.imag has 2 elements, shape (1,) needs 1
      `data`: [3.0] -> `data`: [3.0], `imag`: null
        , vector `plain`: in2.imag is null; null is not allowed
      # The dtype of the result.
      `int64`, `shape`: [1, 2], `data`: [63, -> `float64`, `shape`: [1, 2], `data`: [63,
        , vector `other`: expected is float64, must be int64, which int64 and int32 give
      `dtype`: `int32` -> `dtype`: `float32`
        , vector `other`: expected is int64, must be float64, which int64 and float32 give
      # The geometry.
      `shape`: [2], `data`: [4.5, 6.0] -> `shape`: [3], `data`: [4.5, 6.0, 0]
        , vector `plain`: expected has shape (3,), must have (2,): (2,) * (1,) FULL (SCIPY): (2,) \
      at [0]
      `shape`: [1, 1], `data` -> `shape`: [1], `data`
        , vector `other`: operands must have the same rank: (1, 2) and (1,)
      `scipy` -> `numpy`
        , vector `other`: NumPy's convention is one-dimensional: (1, 2) and (1, 1)
      `shape`: [1], `data`: [3.0] -> `shape`: [0], `data`: []
        , vector `plain`: operands must not be empty: (2,) and (0,)
      """;

  @TempDir private Path directory;

  static List<BrokenFile> brokenFiles() {
    return BrokenFile.parse(BROKEN_FILES);
  }

  @ParameterizedTest
  @MethodSource("brokenFiles")
  void a_broken_file_is_refused_by_name(BrokenFile broken) throws IOException {
    broken.assertRefused(GOOD, directory.resolve("broken.json"), GoldenVectors::read);
  }

  @Test
  void the_file_that_the_others_are_made_from_is_good() throws IOException {
    assertThat(GoldenVectors.read(write("good.json", GOOD)))
        .extracting(GoldenVector::id)
        .containsExactly("plain", "other");
  }

  @Test
  void a_file_without_vectors_is_refused() throws IOException {
    String none =
        GOOD.replaceAll("(?s)\"vectors\".*", "\"vectors\": []}")
            .replace("\"count\": 2", "\"count\": 0");
    Path file = write("none.json", none);

    assertThatThrownBy(() -> GoldenVectors.read(file))
        .isInstanceOf(VectorFormatException.class)
        .hasMessage(file + ": there is no vector; a file holds at least one");
  }

  @Test
  void a_stream_is_called_what_the_caller_says() {
    var stream = new ByteArrayInputStream("[]".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> GoldenVectors.read(stream, "standard input"))
        .isInstanceOf(VectorFormatException.class)
        .hasMessage("standard input: here must be an object, not a list");
  }

  @Test
  void a_file_that_is_not_there_is_an_input_error() {
    Path file = directory.resolve("absent.json");

    assertThatThrownBy(() -> GoldenVectors.read(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot read " + file);
  }

  static List<BrokenFile> brokenIndexes() {
    String schema = "\"conv4j-golden-vectors-index/1\"";
    String good = "{\"file\": \"one.json\", \"count\": 2}";
    return List.of(
        new BrokenFile(
            "{\"schema\": \"x\", \"files\": []}",
            "",
            "index.json: schema must be " + schema + ", not \"x\""),
        new BrokenFile(
            "{\"schema\": " + schema + ", \"files\": []}",
            "",
            "index.json: no file is" + " listed; there must be at least one"),
        new BrokenFile(
            index("{\"file\": \"gone.json\", \"count\": 2}"),
            "",
            "index.json: there is no" + " file \"gone.json\""),
        new BrokenFile(
            index("{\"file\": \"one.json\", \"count\": 1}"),
            "",
            "index.json: files[0].count" + " is 1, but one.json has 2 vectors"),
        new BrokenFile(
            index("{\"file\": \"one.json\"}"),
            "",
            "index.json: missing field files[0].count;" + " required are file, count"),
        new BrokenFile(
            index("{\"file\": null, \"count\": 2}"),
            "",
            "index.json: files[0].file is null;" + " null is not allowed"),
        new BrokenFile(
            index(good + ", " + good),
            "",
            "index.json: files[1].file lists \"one.json\" a" + " second time"),
        new BrokenFile(
            index(good + ", {\"file\": \"two.json\", \"count\": 2}"),
            "",
            "two.json, vector"
                + " \"plain\": this identifier is also in one.json; identifiers must differ"),
        new BrokenFile(
            index("{\"file\": \"bad.json\", \"count\": 2}"),
            "",
            "bad.json: count is 9, but" + " there are 2 vectors"));
  }

  private static String index(String files) {
    return "{\"schema\": \"conv4j-golden-vectors-index/1\", \"files\": [" + files + "]}";
  }

  @ParameterizedTest
  @MethodSource("brokenIndexes")
  void a_broken_index_is_refused_by_name(BrokenFile broken) throws IOException {
    Path index = write("index.json", broken.from());
    write("one.json", GOOD);
    write("two.json", GOOD.replace("\"other\"", "\"another\""));
    write("bad.json", GOOD.replace("\"count\": 2", "\"count\": 9"));

    assertThatThrownBy(() -> GoldenVectors.readIndexed(index))
        .isInstanceOf(VectorFormatException.class)
        .hasMessage(broken.message());
  }

  @Test
  void an_index_gives_the_vectors_of_its_files_in_order() throws IOException {
    write("one.json", GOOD);
    write("two.json", GOOD.replace("\"plain\"", "\"a\"").replace("\"other\"", "\"b\""));
    String files = "{\"file\": \"two.json\", \"count\": 2}, {\"file\": \"one.json\", \"count\": 2}";

    assertThat(GoldenVectors.readIndexed(write("index.json", index(files))))
        .extracting(GoldenVector::id)
        .containsExactly("a", "b", "plain", "other");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
