package org.conv4j.verify.bench.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.Shape;
import org.conv4j.verify.bench.onnx.OnnxModel.Element;
import org.junit.jupiter.api.Test;

/** Models, read back field by field; the numbers are those of {@code onnx.proto3}. */
class OnnxModelTest {
  /** The fields of a message with some number, in their order. */
  private static List<Object> fields(byte[] message, int wanted) {
    List<Object> found = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(message);
    while (in.hasRemaining()) {
      long key = varint(in);
      Object value;
      if ((key & 7) == 0) {
        value = varint(in);
      } else {
        assertThat(key & 7).isEqualTo(2);
        byte[] bytes = new byte[(int) varint(in)];
        in.get(bytes);
        value = bytes;
      }
      if (key >> 3 == wanted) {
        found.add(value);
      }
    }
    return found;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private static byte[] message(byte[] message, int... path) {
    byte[] at = message;
    for (int number : path) {
      at = (byte[]) fields(at, number).get(0);
    }
    return at;
  }

  private static List<String> texts(byte[] message, int number) {
    return fields(message, number).stream()
        .map(bytes -> new String((byte[]) bytes, UTF_8))
        .toList();
  }

  private static byte[] attribute(byte[] model, String name) {
    return fields(message(model, 7, 1), 5).stream()
        .map(attribute -> (byte[]) attribute)
        .filter(attribute -> texts(attribute, 1).equals(List.of(name)))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] model(Padding padding, int dilation) {
    NdArray weights = NdArray.of(1f, -2f, 3f, 300f, 5f, 6f).reshape(Shape.of(3, 1, 2));
    LayerOptions options =
        LayerOptions.basic()
            .withGroups(3)
            .withStride(200)
            .withDilation(dilation)
            .withPadding(padding);
    Shape input = Shape.of(1, 3, 1000);
    return new OnnxModel("Conv", Element.FLOAT, input)
        .constant("w", Element.FLOAT, weights)
        .layer(LayerGeometry.of(input, weights.shape(), options))
        .bytes();
  }

  @Test
  void a_model_is_a_graph_of_one_node_with_its_weights() {
    byte[] model = model(Padding.VALID, 4);
    assertThat(fields(model, 1)).containsExactly(7L);
    assertThat(fields(message(model, 8), 2)).containsExactly(13L);
    byte[] node = message(model, 7, 1);
    assertThat(texts(node, 1)).containsExactly("x", "w");
    assertThat(texts(node, 2)).containsExactly("y");
    assertThat(texts(node, 4)).containsExactly("Conv");
    assertThat(texts(message(model, 7, 11), 1)).containsExactly("x");
    assertThat(texts(message(model, 7, 12), 1)).containsExactly("y");
    byte[] type = message(model, 7, 11, 2, 1);
    assertThat(fields(type, 1)).containsExactly(1L);
    assertThat(fields(message(type, 2), 1))
        .extracting(dimension -> fields((byte[]) dimension, 1).get(0))
        .containsExactly(1L, 3L, 1000L);
    byte[] weights = message(model, 7, 5);
    assertThat(fields(weights, 1)).containsExactly(3L, 1L, 2L);
    assertThat(fields(weights, 2)).containsExactly(1L);
    assertThat(texts(weights, 8)).containsExactly("w");
    float[] values = new float[6];
    ByteBuffer.wrap(message(weights, 9)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    assertThat(values).containsExactly(1, -2, 3, 300, 5, 6);
  }

  @Test
  void the_node_is_told_the_options() {
    byte[] model = model(Padding.of(new int[] {5}, new int[] {150}), 4);
    assertThat(fields(attribute(model, "strides"), 8)).containsExactly(200L);
    assertThat(fields(attribute(model, "dilations"), 8)).containsExactly(4L);
    assertThat(fields(attribute(model, "pads"), 8)).containsExactly(5L, 150L);
    assertThat(fields(attribute(model, "pads"), 20)).containsExactly(7L);
    assertThat(fields(attribute(model, "group"), 3)).containsExactly(3L);
    assertThat(fields(attribute(model, "group"), 20)).containsExactly(2L);
  }

  @Test
  void padding_that_follows_from_the_sizes_is_told_as_such() {
    for (Padding padding : List.of(Padding.SAME_UPPER, Padding.SAME_LOWER)) {
      byte[] attribute = attribute(model(padding, 1), "auto_pad");
      assertThat(texts(attribute, 4)).containsExactly(padding.toString());
      assertThat(fields(attribute, 20)).containsExactly(3L);
    }
  }

  /** 5 outputs that are 200 apart, with windows of 301, reach over 1101 of 1000 inputs. */
  @Test
  void with_a_dilation_the_amounts_are_told() {
    byte[] model = model(Padding.SAME_UPPER, 300);
    assertThat(fields(attribute(model, "pads"), 8)).containsExactly(50L, 51L);
    assertThat(texts(message(model, 7, 1), 4)).containsExactly("Conv");
  }

  @Test
  void elements_are_little_endian() {
    assertThat(bytes(Element.FLOAT.buffer(NdArray.of(1f)))).containsExactly(0, 0, 0x80, 0x3f);
    assertThat(bytes(Element.DOUBLE.buffer(NdArray.of(1.0))))
        .containsExactly(0, 0, 0, 0, 0, 0, 0xf0, 0x3f);
    assertThat(bytes(Element.UINT8.buffer(NdArray.of(1, 255)))).containsExactly(1, 0xff);
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
