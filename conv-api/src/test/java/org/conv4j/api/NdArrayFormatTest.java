package org.conv4j.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares with what NumPy prints, from a table that src/test/python/ndarray_format_table.py
 * writes.
 */
class NdArrayFormatTest {
  private static final String TABLE = "ndarray-format.txt";

  /** The number of lines that hold elements, then the text. */
  private record Case(DType dtype, Shape shape, List<String> lines) {
    NdArray array() {
      String[] first = lines.get(0).split(" ", -1);
      if (!dtype.isComplex()) {
        return real(dtype, first);
      }
      NdArray re = real(dtype.real(), first);
      NdArray im = real(dtype.real(), lines.get(1).split(" ", -1));
      return dtype == DType.COMPLEX128
          ? NdArray.wrapComplex(re.doubles(), im.doubles(), shape)
          : NdArray.wrapComplex(re.floats(), im.floats(), shape);
    }

    private NdArray real(DType type, String[] elements) {
      IntFunction<String> element = index -> elements[index % elements.length];
      NdArray array = NdArray.zeros(type, shape);
      for (int i = 0; i < array.size(); i++) {
        String text = element.apply(i);
        switch (type) {
          case FLOAT64 ->
              array.doubles()[i] = Double.longBitsToDouble(Long.parseUnsignedLong(text, 16));
          case FLOAT32 ->
              array.floats()[i] = Float.intBitsToFloat(Integer.parseUnsignedInt(text, 16));
          case INT64 -> array.longs()[i] = Long.parseLong(text);
          case INT32 -> array.ints()[i] = Integer.parseInt(text);
          default -> throw new AssertionError(type);
        }
      }
      return array;
    }

    String text() {
      return String.join("\n", lines.subList(dtype.isComplex() ? 2 : 1, lines.size()));
    }

    @Override
    public String toString() {
      return dtype + " " + shape;
    }
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream stream = NdArrayFormatTest.class.getResourceAsStream(TABLE);
        BufferedReader reader = new BufferedReader(new InputStreamReader(stream, US_ASCII))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("=== ")) {
          cases.add(header(line.split(" ", -1)));
        } else if (!cases.isEmpty()) {
          cases.get(cases.size() - 1).lines.add(line);
        }
      }
    }
    return cases;
  }

  private static Case header(String[] words) {
    int[] extents = Arrays.stream(words).skip(2).mapToInt(Integer::parseInt).toArray();
    DType dtype = DType.valueOf(words[1].toUpperCase(Locale.ROOT));
    return new Case(dtype, Shape.of(extents), new ArrayList<>());
  }

  @ParameterizedTest
  @EnumSource
  void every_dtype_prints_as_in_numpy(DType dtype) throws IOException {
    List<Case> ofType = cases().stream().filter(c -> c.dtype == dtype).toList();
    assertThat(ofType).hasSizeGreaterThanOrEqualTo(50);
    for (Case c : ofType) {
      assertThat(c.array().toString()).as("%s: %s", c, c.lines.get(0)).isEqualTo(c.text());
    }
  }

  @Test
  void the_table_holds_scalars_empties_summaries_and_wrapped_lines() throws IOException {
    List<Case> cases = cases();
    assertThat(cases).anyMatch(c -> c.shape.rank() == 0);
    assertThat(cases).anyMatch(c -> c.shape.isEmpty());
    assertThat(cases).anyMatch(c -> c.shape.size() > 1000 && c.text().contains("..."));
    assertThat(cases).anyMatch(c -> c.shape.size() == 1000 && !c.text().contains("..."));
    assertThat(cases).anyMatch(c -> c.shape.rank() == 1 && c.text().contains("\n"));
  }

  /** Java 17 itself prints some of these with more digits than are needed, or with other ones. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.002",
        "2.2e-322",
        "2e+23",
        "8.41e+21",
        "5e-324",
        "1.7976931348623157e+308",
        "5.684341886080802e-14"
      })
  void a_scalar_prints_the_fewest_digits_that_identify_it(String text) {
    assertThat(NdArray.scalar(Double.parseDouble(text))).hasToString(text);
  }

  @Test
  void only_what_is_shown_decides_the_width() {
    double[] data = new double[1001];
    data[500] = 1e300;
    assertThat(NdArray.of(data)).hasToString("[0. 0. 0. ... 0. 0. 0.]");
  }
}
