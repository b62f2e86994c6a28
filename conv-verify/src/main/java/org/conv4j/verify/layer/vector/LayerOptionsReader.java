package org.conv4j.verify.layer.vector;

import java.util.List;
import java.util.Map;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.Padding;
import org.conv4j.api.Rounding;
import org.conv4j.verify.vector.file.JsonFields;
import org.conv4j.verify.vector.file.Place;

/** Reads the options of a layer; what is not there is as in the plain layer. */
final class LayerOptionsReader {
  private static final List<String> OPTIONAL =
      List.of(
          "stride",
          "dilation",
          "padding",
          "output_padding",
          "groups",
          "rounding",
          "layout",
          "input_zero_point",
          "weight_zero_points");

  /** Padding that a word says. */
  private static final Map<String, Padding> WORDS =
      Map.of("same_upper", Padding.SAME_UPPER, "same_lower", Padding.SAME_LOWER);

  private final JsonFields fields;
  private final Place place;
  private final int rank;

  private LayerOptionsReader(JsonFields fields, int rank) {
    this.fields = fields;
    this.place = fields.place();
    this.rank = rank;
  }

  /**
   * Reads the field {@code options} of a vector.
   *
   * @param rank the number of spatial axes
   * @throws IllegalArgumentException if a number is not allowed
   */
  static LayerOptions read(JsonFields vector, int rank) {
    JsonFields fields =
        JsonFields.of(vector.value("options"), "options", vector.place(), List.of(), OPTIONAL);
    return new LayerOptionsReader(fields, rank).read();
  }

  private LayerOptions read() {
    LayerOptions options = LayerOptions.basic();
    if (fields.has("stride")) {
      options = options.withStride(perAxis(fields, "stride"));
    }
    if (fields.has("dilation")) {
      options = options.withDilation(perAxis(fields, "dilation"));
    }
    if (fields.has("padding")) {
      options = options.withPadding(padding());
    }
    if (fields.has("output_padding")) {
      options = options.withOutputPadding(perAxis(fields, "output_padding"));
    }
    if (fields.has("groups")) {
      options = options.withGroups(fields.count("groups"));
    }
    if (fields.has("rounding")) {
      options = options.withRounding(fields.constant("rounding", Rounding.class));
    }
    if (fields.has("layout")) {
      options = options.withLayout(fields.constant("layout", Layout.class));
    }
    if (fields.has("input_zero_point") || fields.has("weight_zero_points")) {
      options =
          options.withZeroPoints(
              fields.has("input_zero_point") ? fields.whole("input_zero_point") : 0,
              fields.has("weight_zero_points")
                  ? fields.wholes("weight_zero_points")
                  : new int[] {0});
    }
    return options;
  }

  private Padding padding() {
    if (!(fields.value("padding") instanceof String word)) {
      JsonFields amounts =
          JsonFields.of(
              fields.value("padding"), fields.path("padding"), place, List.of("before", "after"));
      return Padding.of(perAxis(amounts, "before"), perAxis(amounts, "after"));
    }
    if (!WORDS.containsKey(word)) {
      throw place.error(
          fields.path("padding")
              + " must be same_upper, same_lower or an object with before and after, not \""
              + word
              + '"');
    }
    return WORDS.get(word);
  }

  private int[] perAxis(JsonFields object, String name) {
    int[] numbers = object.counts(name);
    if (numbers.length != rank) {
      throw place.error(
          object.path(name)
              + " must have a number for each of "
              + rank
              + " spatial axes, not "
              + numbers.length);
    }
    return numbers;
  }
}
