package org.conv4j.verify.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text can be read on its ground, by the formula of WCAG 2, in light and in dark. */
class ContrastTest {
  private static final double LEAST_OF_TEXT = 4.5;

  private static final double LEAST_OF_MARKS = 3;

  /** The colours of the style sheet: light ones first, dark ones second. */
  private static List<Map<String, String>> schemes() {
    List<Map<String, String>> schemes = new ArrayList<>();
    Matcher root =
        Pattern.compile(":root[^{]*\\{(.*?)}", Pattern.DOTALL).matcher(Assets.read("style.css"));
    while (root.find()) {
      Map<String, String> colors = new HashMap<>();
      Matcher color = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]+);").matcher(root.group(1));
      while (color.find()) {
        colors.put(color.group(1), color.group(2));
      }
      schemes.add(colors);
    }
    return schemes;
  }

  private static double luminance(String color) {
    String hex = color.length() == 4 ? color.replaceAll("([0-9a-f])", "$1$1") : color;
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  @ParameterizedTest
  @CsvSource({
    "text, ground",
    "text, raised",
    "soft, ground",
    "soft, raised",
    "link, ground",
    "link, raised",
    "bad, ground",
    "bad, raised",
    "good, good-ground",
    "bad, bad-ground",
    "part, part-ground",
    "text, s1",
    "text, s2",
    "text, s3",
    "text, s4",
    "text, s5",
    "text, s6",
  })
  void text_stands_out_from_its_ground(String text, String ground) {
    assertThat(schemes())
        .hasSize(2)
        .allSatisfy(
            colors ->
                assertThat(contrast(colors.get(text), colors.get(ground)))
                    .isGreaterThanOrEqualTo(LEAST_OF_TEXT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"c0", "c1", "c2", "c3", "c4", "c5", "c6", "beyond", "bound"})
  void marks_stand_out_from_the_ground(String mark) {
    assertThat(schemes())
        .hasSize(2)
        .allSatisfy(
            colors ->
                assertThat(contrast(colors.get(mark), colors.get("ground")))
                    .isGreaterThanOrEqualTo(LEAST_OF_MARKS));
  }
}
