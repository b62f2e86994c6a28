package org.conv4j.verify.bench.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.Shape;

/**
 * An ONNX model of one node, with input {@code x}, constants and output {@code y}, as bytes.
 *
 * <p>Numbers of fields and of types are those of {@code onnx.proto3} of the ONNX project, the
 * encoding is that of protocol buffers.
 */
public final class OnnxModel {
  private static final int IR_VERSION = 7;

  /**
   * Of the operator set that has Conv and ConvTranspose of version 11, ConvInteger of version 10.
   */
  private static final int OPERATOR_SET = 13;

  private static final int INT = 2;
  private static final int STRING = 3;
  private static final int INTS = 7;

  /** The type of the elements of a tensor. */
  public enum Element {
    /** Single precision. */
    FLOAT(1, Float.BYTES),
    /** Double precision. */
    DOUBLE(11, Double.BYTES),
    /** Integers from 0 to 255. */
    UINT8(2, Byte.BYTES);

    private final int code;
    private final int bytes;

    Element(int code, int bytes) {
      this.code = code;
      this.bytes = bytes;
    }

    /**
     * The elements of an array, as the buffer that a tensor wraps.
     *
     * @param array of the dtype {@code FLOAT32}, {@code FLOAT64} or {@code INT32}, in the order of
     *     these constants
     * @return a direct buffer, little endian
     */
    public ByteBuffer buffer(NdArray array) {
      ByteBuffer buffer =
          ByteBuffer.allocateDirect(Math.multiplyExact(bytes, array.size()))
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
   * A node {@code y = operator(x)} with one input, and nothing else yet.
   *
   * @param operator for example {@code Conv}
   * @param element the type of the input
   * @param shape the shape of the input
   */
  public OnnxModel(String operator, Element element, Shape shape) {
    Message dimensions = new Message();
    for (int extent : shape.toArray()) {
      dimensions.message(1, new Message().number(1, extent));
    }
    Message tensor = new Message().number(1, element.code).message(2, dimensions);
    input = new Message().text(1, "x").message(2, new Message().message(1, tensor));
    node.text(1, "x").text(2, "y").text(4, operator);
  }

  /**
   * The next input of the node, which is always the same.
   *
   * @param name its name
   * @param element the type of its elements
   * @param values its elements, of the dtype that belongs to that type
   * @return this
   */
  public OnnxModel constant(String name, Element element, NdArray values) {
    Message tensor = new Message();
    for (int extent : values.shape().toArray()) {
      tensor.number(1, extent);
    }
    byte[] raw = new byte[element.bytes * values.size()];
    element.buffer(values).get(raw);
    initializers.add(tensor.number(2, element.code).text(8, name).bytes(9, raw));
    node.text(1, name);
    return this;
  }

  /**
   * A number that the node is told.
   *
   * @param name as in the description of its operator
   * @param value what it is
   * @return this
   */
  public OnnxModel attribute(String name, int value) {
    node.message(5, new Message().text(1, name).number(3, value).number(20, INT));
    return this;
  }

  /**
   * A word that the node is told.
   *
   * @param name as in the description of its operator
   * @param value what it is
   * @return this
   */
  public OnnxModel attribute(String name, String value) {
    node.message(5, new Message().text(1, name).text(4, value).number(20, STRING));
    return this;
  }

  /**
   * Numbers that the node is told.
   *
   * @param name as in the description of its operator
   * @param values what they are
   * @return this
   */
  public OnnxModel attribute(String name, int[] values) {
    Message attribute = new Message().text(1, name);
    for (int value : values) {
      attribute.number(8, value);
    }
    node.message(5, attribute.number(20, INTS));
    return this;
  }

  /**
   * The node is told stride, dilation, padding and groups of a layer. Padding that follows from the
   * sizes is told as such, so that it is the library that finds the amounts; but not together with
   * a dilation, which ONNX Runtime refuses.
   *
   * @param geometry the layer
   * @return this
   */
  public OnnxModel layer(LayerGeometry geometry) {
    LayerOptions options = geometry.options();
    attribute("strides", each(geometry, LayerAxis::stride).toArray());
    attribute("dilations", each(geometry, LayerAxis::dilation).toArray());
    attribute("group", options.groups());
    boolean dilated = each(geometry, LayerAxis::dilation).anyMatch(dilation -> dilation > 1);
    if (options.padding().isSame() && !dilated) {
      boolean upper = options.padding().equals(Padding.SAME_UPPER);
      return attribute("auto_pad", upper ? "SAME_UPPER" : "SAME_LOWER");
    }
    IntStream before = each(geometry, LayerAxis::before);
    IntStream after = each(geometry, LayerAxis::after);
    return attribute("pads", IntStream.concat(before, after).toArray());
  }

  private static IntStream each(LayerGeometry geometry, ToIntFunction<LayerAxis> number) {
    return geometry.axes().stream().mapToInt(number);
  }

  /**
   * The model as a file has it.
   *
   * @return a message of protocol buffers
   */
  public byte[] bytes() {
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
