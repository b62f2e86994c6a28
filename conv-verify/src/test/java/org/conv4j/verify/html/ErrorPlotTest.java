package org.conv4j.verify.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.conv4j.verify.html.Pages.page;
import static org.conv4j.verify.html.Reports.failed;
import static org.conv4j.verify.html.Reports.observation;
import static org.conv4j.verify.html.Reports.observed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.conv4j.api.DType;
import org.conv4j.verify.json.Json;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.subject.Observation;
import org.junit.jupiter.api.Test;

class ErrorPlotTest {
  @Test
  void the_chart_is_told_in_words_and_in_a_table() {
    String page =
        page(
            observed(
                "a",
                Outcome.Passed.WHOLE,
                observation("wide", 4096, 0.41),
                observation("uniform", 8, 0.2)));
    String finding =
        "Largest error: 0.410 of the bound, at 4,096 terms, operands of kind “wide”."
            + " 2 observations, none above the bound.";
    assertThat(page)
        .contains("<canvas role=\"img\" aria-label=\"Chart of errors over terms. " + finding)
        .contains("<p>" + finding + "</p>")
        .contains("<tr><th scope=\"row\">wide</th><td class=\"n\">4,096</td>")
        .contains("<noscript>");
  }

  @Test
  void what_is_above_the_bound_is_said_and_marked() {
    String page =
        page(
            observed(
                "a",
                failed("wrong", "t"),
                observation("wide", 5, 1.5),
                observation("range", 5, Double.POSITIVE_INFINITY),
                observation("wide", 6, 1)));
    assertThat(page)
        .contains("✘ 2 above the bound</span>", "3 observations, 2 above the bound.", "∞ ✘ above");
    assertThat(marks(page))
        .extracting(mark -> mark.at("/lines").toString(), mark -> mark.at("/above").asBoolean())
        .containsExactly(
            tuple("[\"wide\",\"error 6.00 u, 1.00 of the bound, 6 terms\"]", false),
            tuple("[\"wide\",\"error 7.50 u, 1.50 of the bound, 5 terms\"]", true),
            tuple("[\"range\",\"error ∞ u, ∞ of the bound, 5 terms\"]", true));
  }

  @Test
  void the_chart_has_the_largest_error_of_each_size_and_the_bound() {
    String page =
        page(
            observed("a", Outcome.Passed.WHOLE, observation("wide", 100, 0.25)),
            observed(
                "b",
                Outcome.Passed.WHOLE,
                observation("wide", 100, 0.5),
                observation("integers", 1, 0),
                observation("range", 10, 1e-300)));
    assertThat(marks(page))
        .extracting(mark -> mark.at("/x").asDouble(), mark -> mark.at("/y").asDouble())
        .containsExactlyInAnyOrder(tuple(1.0, 1e-3), tuple(10.0, 1e-3), tuple(100.0, 50.0));
    JsonNode data = data(page);
    JsonNode panel = data.at("/panels/0");
    assertThat(panel.at("/most"))
        .as("it goes a little beyond the data, so that a single point is seen")
        .hasToString(
            "[{\"x\":0.955,\"y\":1.0},{\"x\":1.0,\"y\":1.0},{\"x\":10.0,\"y\":10.0},"
                + "{\"x\":100.0,\"y\":100.0},{\"x\":104.7,\"y\":100.0}]")
        .isEqualTo(panel.at("/least"));
    assertThat(axes(data)).containsExactly(100.0, 1e-3, 100.0);
    assertThat(data.at("/beyond").asBoolean()).isFalse();
  }

  @Test
  void a_bound_with_several_values_for_a_number_of_terms_is_a_band() {
    Observation wide = new Observation(DType.FLOAT64, "wide", 10, 0.5, 40);
    Observation range = new Observation(DType.FLOAT64, "range", 10, 0.5, 20);
    JsonNode panel = data(page(observed("a", Outcome.Passed.WHOLE, wide, range))).at("/panels/0");
    assertThat(panel.at("/least")).extracting(p -> p.at("/y").asDouble()).containsOnly(20.0);
    assertThat(panel.at("/most")).extracting(p -> p.at("/y").asDouble()).containsOnly(40.0);
  }

  @Test
  void errors_far_above_the_bound_do_not_squeeze_the_chart() {
    String page =
        page(
            observed(
                "a",
                failed("wrong", "t"),
                observation("wide", 10, 1e200),
                observation("wide", 1, 0.5)));
    JsonNode data = data(page);
    assertThat(axes(data)).containsExactly(10.0, 1e-3, 1e4);
    assertThat(data.at("/beyond").asBoolean()).isTrue();
    assertThat(marks(page)).extracting(mark -> mark.at("/y").asDouble()).containsExactly(0.5, 1e4);
  }

  @Test
  void bounds_near_the_largest_number_have_axes_too() {
    Observation observation = new Observation(DType.FLOAT64, "wide", 10, 0.5, Double.MAX_VALUE);
    JsonNode data = data(page(observed("a", Outcome.Passed.WHOLE, observation)));
    assertThat(axes(data)).containsExactly(10.0, 1e-3, 1e300);
    assertThat(data.at("/panels/0/most/0/y").asDouble()).isEqualTo(1e300);
  }

  private static JsonNode data(String page) {
    return Json.read(Pages.plotData(page), JsonNode.class);
  }

  private static List<JsonNode> marks(String page) {
    List<JsonNode> marks = new ArrayList<>();
    data(page).at("/panels/0/marks").forEach(marks::add);
    return marks;
  }

  /** The largest number of terms, and the least and the largest error. */
  private static List<Double> axes(JsonNode data) {
    return Stream.of("/mostTerms", "/floor", "/roof").map(at -> data.at(at).asDouble()).toList();
  }
}
