package org.conv4j.verify.vector;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.vector.file.ArrayReader;
import org.conv4j.verify.vector.file.JsonFields;
import org.conv4j.verify.vector.file.JsonText;
import org.conv4j.verify.vector.file.Place;
import org.conv4j.verify.vector.file.Provenance;
import org.conv4j.verify.vector.file.VectorFile;

/** Reads one file of the schema {@value #SCHEMA}. */
final class VectorFileReader {
  static final String SCHEMA = "conv4j-golden-vectors/2";

  private static final List<String> FILE_FIELDS =
      List.of("schema", "convention", "count", "provenance", "vectors");
  private static final List<String> VECTOR_FIELDS =
      List.of("id", "operation", "mode", "in1", "in2", "expected");
  private static final List<String> VECTOR_OPTIONS = List.of("deviation");
  private static final List<String> DEVIATION_FIELDS = List.of("defect", "call");
  private static final List<String> DEVIATION_OPTIONS = List.of("library", "error");
  private static final Pattern DEFECT = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final Convention convention;
  private final Provenance provenance;

  private VectorFileReader(Convention convention, Provenance provenance) {
    this.convention = convention;
    this.provenance = provenance;
  }

  /**
   * Reads all vectors of a file.
   *
   * @param name what messages call the file
   */
  static List<GoldenVector> read(byte[] bytes, String name) {
    Place place = Place.in(name);
    Object value = JsonText.parse(bytes, place);
    VectorFile.requireSchema(value, SCHEMA, place);
    JsonFields file = JsonFields.of(value, "", place, FILE_FIELDS);
    VectorFileReader reader =
        new VectorFileReader(
            file.constant("convention", Convention.class), VectorFile.provenance(file));
    return VectorFile.vectors(file, reader::vector, GoldenVector::id);
  }

  private GoldenVector vector(Object value, Place here) {
    JsonFields fields = JsonFields.of(value, "", here, VECTOR_FIELDS, VECTOR_OPTIONS);
    GoldenVector vector =
        new GoldenVector(
            fields.text("id"),
            fields.constant("operation", Operation.class),
            convention,
            fields.constant("mode", Mode.class),
            ArrayReader.read(fields.value("in1"), "in1", here),
            ArrayReader.read(fields.value("in2"), "in2", here),
            ArrayReader.read(fields.value("expected"), "expected", here),
            fields.has("deviation")
                ? Optional.of(deviation(fields.value("deviation"), here))
                : Optional.empty(),
            provenance);
    requireGeometry(vector, here);
    requirePromotion(vector, here);
    requireDifference(vector, here);
    return vector;
  }

  private static Deviation deviation(Object value, Place here) {
    JsonFields fields =
        JsonFields.of(value, "deviation", here, DEVIATION_FIELDS, DEVIATION_OPTIONS);
    String defect = fields.text("defect");
    if (!DEFECT.matcher(defect).matches()) {
      throw here.error(
          "deviation.defect must be lower-case words joined by hyphens, not \"" + defect + '"');
    }
    if (fields.has("library") == fields.has("error")) {
      throw here.error(
          "deviation must have either library or error, not "
              + (fields.has("library") ? "both" : "neither"));
    }
    return new Deviation(
        defect,
        fields.has("library")
            ? Optional.of(ArrayReader.read(fields.value("library"), "deviation.library", here))
            : Optional.empty(),
        fields.has("error") ? Optional.of(fields.text("error")) : Optional.empty(),
        fields.text("call"));
  }

  private static void requirePromotion(GoldenVector vector, Place here) {
    DType in1 = vector.in1().dtype();
    DType in2 = vector.in2().dtype();
    DType given = vector.expected().dtype();
    DType promoted = DType.promote(in1, in2);
    if (given != promoted) {
      throw here.error(
          "expected is "
              + given.numpyName()
              + ", must be "
              + promoted.numpyName()
              + ", which "
              + in1.numpyName()
              + " and "
              + in2.numpyName()
              + " give");
    }
  }

  private static void requireDifference(GoldenVector vector, Place here) {
    NdArray expected = vector.expected();
    if (vector.deviation().flatMap(Deviation::library).filter(expected::equals).isPresent()) {
      throw here.error("deviation.library is what is expected, so it does not deviate");
    }
  }

  private static void requireGeometry(GoldenVector vector, Place here) {
    NdArray in1 = vector.in1();
    NdArray in2 = vector.in2();
    Shape given = vector.expected().shape();
    Geometry geometry;
    try {
      geometry = Geometry.of(in1.shape(), in2.shape(), vector.mode(), vector.convention());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw here.error(e.getMessage(), e);
    }
    if (!given.equals(geometry.output())) {
      throw here.error(
          "expected has shape " + given + ", must have " + geometry.output() + ": " + geometry);
    }
  }
}
