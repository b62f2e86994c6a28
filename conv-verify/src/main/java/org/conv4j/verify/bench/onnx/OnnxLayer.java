package org.conv4j.verify.bench.onnx;

import java.nio.FloatBuffer;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** A layer in ONNX Runtime that has its input, and writes into an output of its own. */
public final class OnnxLayer {
  private final Runnable call;
  private final FloatBuffer output;
  private final Shape shape;

  OnnxLayer(Runnable call, FloatBuffer output, Shape shape) {
    this.call = call;
    this.output = output;
    this.shape = shape;
  }

  /**
   * Computes the output once more.
   *
   * @return this
   * @throws IllegalStateException if the library fails
   */
  public OnnxLayer run() {
    call.run();
    return this;
  }

  /**
   * What was computed last.
   *
   * @return a fresh array
   */
  public NdArray result() {
    NdArray result = NdArray.wrap(new float[shape.size()], shape);
    output.get(0, result.floats());
    return result;
  }
}
