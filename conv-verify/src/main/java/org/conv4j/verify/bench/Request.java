package org.conv4j.verify.bench;

import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Padding;

/**
 * A request to a worker, one line of JSON; {@link Reply} is the answer. What the command does not
 * need is null.
 *
 * @param command what to do
 * @param in1 for {@code load}, the first operand
 * @param in2 for {@code load}, the second operand
 * @param door for {@code load}, which overload to call
 * @param layer for {@code load}, what a layer does besides; null for a convolution
 * @param output for {@code compute}, the file for the result
 * @param seconds for {@code warm} and {@code measure}, how long at least
 * @param calls for {@code warm} and {@code measure}, how often at least
 */
record Request(
    String command,
    ArrayFile in1,
    ArrayFile in2,
    String door,
    Layer layer,
    String output,
    Double seconds,
    Integer calls) {
  static final String FACTS = "facts";
  static final String LOAD = "load";
  static final String COMPUTE = "compute";
  static final String WARM = "warm";
  static final String MEASURE = "measure";
  static final String MEMORY = "memory";

  /**
   * What a layer does, by spatial axis.
   *
   * @param stride how far windows are apart
   * @param before zeros before the input
   * @param after zeros after the input
   * @param groups of channels
   */
  @SuppressWarnings("ArrayRecordComponent") // goes through JSON, never compared
  record Layer(int[] stride, int[] before, int[] after, int groups) {
    static Layer of(Task.Layer layer) {
      var axes = layer.geometry().axes();
      return new Layer(
          axes.stream().mapToInt(LayerAxis::stride).toArray(),
          axes.stream().mapToInt(LayerAxis::before).toArray(),
          axes.stream().mapToInt(LayerAxis::after).toArray(),
          layer.options().groups());
    }

    LayerOptions options() {
      return LayerOptions.basic()
          .withStride(stride)
          .withPadding(Padding.of(before, after))
          .withGroups(groups);
    }
  }

  /** What it is, and what it runs on. */
  static Request facts() {
    return new Request(FACTS, null, null, null, null, null, null, null);
  }

  /** Reads the operands of all that follows. */
  static Request load(ArrayFile in1, ArrayFile in2, BenchCase one) {
    Layer layer = one.layer().map(Layer::of).orElse(null);
    return new Request(LOAD, in1, in2, one.door().name(), layer, null, null, null);
  }

  /** One call, whose result goes into a file. */
  static Request compute(String output) {
    return new Request(COMPUTE, null, null, null, null, output, null, null);
  }

  /** Calls until they get no faster. */
  static Request warm(double seconds, int calls) {
    return new Request(WARM, null, null, null, null, null, seconds, calls);
  }

  /** The median time of a call. */
  static Request measure(double seconds, int calls) {
    return new Request(MEASURE, null, null, null, null, null, seconds, calls);
  }

  /** What memory a call takes, once it is warm. */
  static Request memory() {
    return new Request(MEMORY, null, null, null, null, null, null, null);
  }
}
