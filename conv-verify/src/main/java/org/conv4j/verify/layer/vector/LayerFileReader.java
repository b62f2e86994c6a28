package org.conv4j.verify.layer.vector;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.vector.file.ArrayReader;
import org.conv4j.verify.vector.file.JsonFields;
import org.conv4j.verify.vector.file.JsonText;
import org.conv4j.verify.vector.file.Place;
import org.conv4j.verify.vector.file.Provenance;
import org.conv4j.verify.vector.file.VectorFile;

/** Reads one file of the schema {@value #SCHEMA}. */
final class LayerFileReader {
  static final String SCHEMA = "conv4j-golden-layers/1";

  private static final List<String> FILE_FIELDS =
      List.of("schema", "count", "provenance", "vectors");
  private static final List<String> VECTOR_FIELDS =
      List.of("id", "operation", "options", "expected", "accuracy");
  private static final List<String> VECTOR_OPTIONS =
      List.of("input", "output_gradient", "weights", "bias", "shape", "source");
  private static final Map<String, Accuracy> ACCURACIES =
      Map.of("exact", Accuracy.EXACT, "componentwise", Accuracy.COMPONENTWISE);

  private final Provenance provenance;

  private LayerFileReader(Provenance provenance) {
    this.provenance = provenance;
  }

  /**
   * Reads all vectors of a file.
   *
   * @param name what messages call the file
   */
  static List<LayerVector> read(byte[] bytes, String name) {
    Place place = Place.in(name);
    Object value = JsonText.parse(bytes, place);
    VectorFile.requireSchema(value, SCHEMA, place);
    JsonFields file = JsonFields.of(value, "", place, FILE_FIELDS);
    LayerFileReader reader = new LayerFileReader(VectorFile.provenance(file));
    return VectorFile.vectors(file, reader::vector, LayerVector::id);
  }

  private LayerVector vector(Object value, Place here) {
    JsonFields fields = JsonFields.of(value, "", here, VECTOR_FIELDS, VECTOR_OPTIONS);
    LayerVector vector =
        new LayerVector(
            fields.text("id"),
            call(fields),
            ArrayReader.read(fields.value("expected"), "expected", here),
            accuracy(fields),
            fields.has("source") ? Optional.of(fields.text("source")) : Optional.empty(),
            provenance);
    requireResult(vector, here);
    return vector;
  }

  private static LayerCall call(JsonFields fields) {
    LayerOperation operation = fields.constant("operation", LayerOperation.class);
    Optional<NdArray> input = operand(fields, "input");
    Optional<NdArray> gradient = operand(fields, "output_gradient");
    try {
      return new LayerCall(
          operation,
          LayerOptionsReader.read(
              fields, input.or(() -> gradient).map(array -> array.rank() - 2).orElse(0)),
          input,
          operand(fields, "weights"),
          operand(fields, "bias"),
          gradient,
          fields.has("shape") ? Optional.of(Shape.of(fields.counts("shape"))) : Optional.empty());
    } catch (IllegalArgumentException e) {
      throw fields.place().error(e.getMessage(), e);
    }
  }

  private static Optional<NdArray> operand(JsonFields fields, String name) {
    return fields.has(name)
        ? Optional.of(ArrayReader.readOrMake(fields.value(name), name, fields.place()))
        : Optional.empty();
  }

  private static Accuracy accuracy(JsonFields fields) {
    Accuracy accuracy = ACCURACIES.get(fields.text("accuracy"));
    if (accuracy == null) {
      throw fields
          .place()
          .error(
              "accuracy must be one of exact, componentwise, not \""
                  + fields.text("accuracy")
                  + '"');
    }
    return accuracy;
  }

  private static void requireResult(LayerVector vector, Place here) {
    LayerCall call = vector.call();
    DType type = call.resultType();
    NdArray expected = vector.expected();
    Shape shape;
    try {
      shape = call.resultShape();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw here.error(e.getMessage(), e);
    }
    if (!expected.shape().equals(shape) || expected.dtype() != type) {
      throw here.error(
          "expected is "
              + expected.dtype().numpyName()
              + expected.shape()
              + ", must be "
              + type.numpyName()
              + shape
              + ": "
              + call);
    }
    if (type.isInteger() && vector.accuracy() != Accuracy.EXACT) {
      throw here.error("accuracy must be exact, since " + type.numpyName() + " is not rounded");
    }
    if (call.options().hasZeroPoints()
        && (!type.isInteger() || call.operation() != LayerOperation.CONVOLVE)) {
      throw here.error("zero points are for the layer itself with integers: " + call);
    }
  }
}
