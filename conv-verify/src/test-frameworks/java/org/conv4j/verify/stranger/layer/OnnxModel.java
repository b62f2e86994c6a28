package org.conv4j.verify.stranger.layer;

import ai.onnxruntime.OnnxJavaType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/**
 * An ONNX model of one node, with input {@code x}, constants and output {@code y}, as bytes.
 *
 * <p>Numbers of fields and of types are those of {@code onnx.proto3} of the ONNX project, the
 * encoding is that of protocol buffers.
 */
final class OnnxModel {
  private static final int IR_VERSION = 7;

  /**
   * Of the operator set that has Conv and ConvTranspose of version 11, ConvInteger of version 10.
   */
  private static final int OPERATOR_SET = 13;

  private static final int INT = 2;
  private static final int STRING = 3;
  private static final int INTS = 7;

  /** The type of the elements of a tensor. */
  enum Element {
    FLOAT(1, OnnxJavaType.FLOAT),
    DOUBLE(11, OnnxJavaType.DOUBLE),
    UINT8(2, OnnxJavaType.UINT8);

    private final int code;
    private final OnnxJavaType type;

    Element(int code, OnnxJavaType type) {
      this.code = code;
      this.type = type;
    }

    OnnxJavaType type() {
      return type;
    }

    /** The elements of an array, little endian, as the direct buffer that a tensor wraps. */
    ByteBuffer buffer(NdArray array) {
      ByteBuffer buffer =
          ByteBuffer.allocateDirect(Math.multiplyExact(type.size, array.size()))
              .order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < array.size(); i++) {
        switch (this) {
          case FLOAT -> buffer.putFloat(array.floats()[i]);
          case DOUBLE -> buffer.putDouble(array.doubles()[i]);
          case UINT8 -> buffer.put((byte) array.ints()[i]);
        }
      }
      return buffer.flip();
    }
  }

  /** A message of protocol buffers. */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private void varint(long value) {
      long rest = value;
      while ((rest & ~0x7FL) != 0) {
        out.write((int) ((rest & 0x7F) | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }

    Message number(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Message bytes(int field, byte[] value) {
      varint(((long) field << 3) | 2);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.out.toByteArray());
    }
  }

  private final Message node = new Message();
  private final List<Message> initializers = new ArrayList<>();
  private final Message input;

  /**
   * A node with one input, and nothing else yet.
   *
   * @param operator for example {@code Conv}
   * @param element the type of the input
   * @param shape the shape of the input
   */
  OnnxModel(String operator, Element element, Shape shape) {
    Message dimensions = new Message();
    for (int extent : shape.toArray()) {
      dimensions.message(1, new Message().number(1, extent));
    }
    Message tensor = new Message().number(1, element.code).message(2, dimensions);
    input = new Message().text(1, "x").message(2, new Message().message(1, tensor));
    node.text(1, "x").text(2, "y").text(4, operator);
  }

  /** The next input of the node, which is always the same. */
  OnnxModel constant(String name, Element element, NdArray values) {
    Message tensor = new Message();
    for (int extent : values.shape().toArray()) {
      tensor.number(1, extent);
    }
    byte[] raw = new byte[element.type.size * values.size()];
    element.buffer(values).get(raw);
    initializers.add(tensor.number(2, element.code).text(8, name).bytes(9, raw));
    node.text(1, name);
    return this;
  }

  OnnxModel attribute(String name, int value) {
    node.message(5, new Message().text(1, name).number(3, value).number(20, INT));
    return this;
  }

  OnnxModel attribute(String name, String value) {
    node.message(5, new Message().text(1, name).text(4, value).number(20, STRING));
    return this;
  }

  OnnxModel attribute(String name, int[] values) {
    Message attribute = new Message().text(1, name);
    for (int value : values) {
      attribute.number(8, value);
    }
    node.message(5, attribute.number(20, INTS));
    return this;
  }

  /** The model as a file has it. */
  byte[] bytes() {
    Message graph = new Message().message(1, node).text(2, "layer");
    initializers.forEach(initializer -> graph.message(5, initializer));
    graph.message(11, input).message(12, new Message().text(1, "y"));
    Message operators = new Message().text(1, "").number(2, OPERATOR_SET);
    return new Message()
        .number(1, IR_VERSION)
        .message(7, graph)
        .message(8, operators)
        .out
        .toByteArray();
  }
}
