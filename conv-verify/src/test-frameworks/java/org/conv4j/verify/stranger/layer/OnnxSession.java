package org.conv4j.verify.stranger.layer;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.bench.onnx.OnnxModel;
import org.conv4j.verify.bench.onnx.OnnxModel.Element;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A session of ONNX Runtime with a model of one node. */
final class OnnxSession implements AutoCloseable {
  private final OrtSession session;
  private final Element element;

  /**
   * A session. It is the library that refuses, if anything is refused here.
   *
   * @param model the model
   * @param element the type of its input
   * @param threads of one call
   */
  OnnxSession(OnnxModel model, Element element, int threads) {
    this.element = element;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      session = OrtEnvironment.getEnvironment().createSession(model.bytes(), options);
    } catch (OrtException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Computes the output; type and shape are what the library says. */
  NdArray run(NdArray input) {
    ByteBuffer buffer = element.buffer(input);
    long[] shape = Arrays.stream(input.shape().toArray()).asLongStream().toArray();
    try (OnnxTensor x =
            OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), buffer, shape, type(element));
        OrtSession.Result result = session.run(Map.of("x", x))) {
      return array((OnnxTensor) result.get(0));
    } catch (OrtException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static NdArray array(OnnxTensor tensor) {
    int[] extents = Arrays.stream(tensor.getInfo().getShape()).mapToInt(Math::toIntExact).toArray();
    Shape shape = Shape.of(extents);
    NdArray array;
    switch (tensor.getInfo().type) {
      case FLOAT -> {
        array = NdArray.zeros(DType.FLOAT32, shape);
        tensor.getFloatBuffer().get(array.floats());
      }
      case INT32 -> {
        array = NdArray.zeros(DType.INT32, shape);
        tensor.getIntBuffer().get(array.ints());
      }
      default -> throw new IllegalStateException("a result of type " + tensor.getInfo().type);
    }
    return array;
  }

  /** Lets tests run where ONNX Runtime loads; elsewhere they are skipped, with the reason. */
  static final class Loads implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      String trouble = trouble();
      return trouble.isEmpty()
          ? ConditionEvaluationResult.enabled("it loads")
          : ConditionEvaluationResult.disabled(trouble);
    }
  }

  /** Why the library cannot be used here; empty if it can. */
  private static String trouble() {
    try {
      OrtEnvironment.getEnvironment();
      return "";
    } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
      return "ONNX Runtime does not load: " + (e.getCause() == null ? e : e.getCause());
    }
  }

  private static OnnxJavaType type(Element element) {
    return switch (element) {
      case FLOAT -> OnnxJavaType.FLOAT;
      case DOUBLE -> OnnxJavaType.DOUBLE;
      case UINT8 -> OnnxJavaType.UINT8;
    };
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
