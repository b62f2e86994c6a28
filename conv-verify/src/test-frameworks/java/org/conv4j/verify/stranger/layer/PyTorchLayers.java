package org.conv4j.verify.stranger.layer;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * PyTorch on the processor: its functions conv1d, conv2d and conv3d, called through DJL.
 *
 * <p>They take one amount of padding for both sides of an axis; the adapter computes it from the
 * sizes where the options do not give it, and refuses two different amounts, as well as all that is
 * wrong in any case. DJL passes no transposed convolution on, so that one and the gradients are
 * those of the interface. 32-bit integers are not claimed, because the library does not dilate
 * them.
 */
public final class PyTorchLayers implements LayerConvolver {
  private static final LayerCapabilities REAL =
      LayerCapabilities.basic()
          .withDTypes(DType.FLOAT64, DType.FLOAT32, DType.INT64)
          .withFeatures(LayerFeature.DILATION, LayerFeature.GROUPS)
          .withAccuracy(Accuracy.COMPONENTWISE);

  private final LayerCapabilities claims;

  /** For real numbers and integers. */
  public PyTorchLayers() {
    this(REAL);
  }

  private PyTorchLayers(LayerCapabilities claims) {
    this.claims = claims;
  }

  /** For what is right on this processor; see {@link #isWrongHere}. */
  static PyTorchLayers ofWhatIsRight() {
    return isWrongHere()
        ? new PyTorchLayers(REAL.withDTypes(DType.FLOAT64, DType.INT64))
        : new PyTorchLayers();
  }

  /** For complex numbers, of which DJL knows those of single precision. */
  static PyTorchLayers ofComplex() {
    return new PyTorchLayers(REAL.withDTypes(DType.COMPLEX64).withAccuracy(Accuracy.NORMWISE));
  }

  /**
   * The library, on one thread: with several, small layers wait for threads most of the time. Each
   * thread of Java has a number of its own, so it is said anew each time.
   */
  private static Engine engine() {
    Engine engine = Engine.getEngine("PyTorch");
    JniUtils.setNumThreads(1);
    return engine;
  }

  /** Lets tests run where PyTorch loads; elsewhere they are skipped, with the reason. */
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
      Engine.getEngine("PyTorch");
      return "";
    } catch (EngineException | UnsatisfiedLinkError | NoClassDefFoundError e) {
      return "PyTorch does not load: " + (e.getCause() == null ? e : e.getCause());
    }
  }

  /**
   * Whether this processor is one of those on which single precision is wrong for a batch and more
   * than 16 channels; see STRANGERS.md.
   */
  static boolean isWrongHere() {
    float[] ones = new float[34];
    Arrays.fill(ones, 1);
    NdArray w = NdArray.wrap(ones, org.conv4j.api.Shape.of(1, 17, 2));
    float[] numbers = new float[68];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    NdArray x = NdArray.wrap(numbers, org.conv4j.api.Shape.of(2, 17, 2));
    NdArray y = new PyTorchLayers().convolve(x, w, null, LayerOptions.basic());
    return y.floats()[0] != 561 || y.floats()[1] != 1717; // sums of 0 to 33 and of 34 to 67
  }

  /** Lets tests of single precision run where it {@link #isWrongHere is not wrong}. */
  static final class IsRight implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return isWrongHere()
          ? ConditionEvaluationResult.disabled(
              "PyTorch is wrong in single precision on this processor, see STRANGERS.md")
          : ConditionEvaluationResult.enabled("it is right");
    }
  }

  @Override
  public String name() {
    return claims.dtypes().contains(DType.COMPLEX64) ? "pytorch-complex" : "pytorch";
  }

  @Override
  public LayerCapabilities capabilities() {
    return claims;
  }

  @Override
  public NdArray convolve(
      NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
    LayerGeometry geometry = claims.admit(input, weights, biasOrNull, options);
    DType dtype = DType.promote(input.dtype(), weights.dtype());
    try (NDManager manager = engine().newBaseManager()) {
      PtNDArray bias = biasOrNull == null ? null : tensor(manager, biasOrNull);
      PtNDArray y =
          JniUtils.convolution(
              tensor(manager, input.cast(dtype)),
              tensor(manager, weights.cast(dtype)),
              bias,
              each(geometry, LayerAxis::stride),
              each(geometry, LayerAxis::before),
              each(geometry, LayerAxis::dilation),
              options.groups());
      return array(y, dtype);
    }
  }

  private static Shape each(LayerGeometry geometry, ToIntFunction<LayerAxis> number) {
    return new Shape(geometry.axes().stream().mapToLong(number::applyAsInt).toArray());
  }

  private static PtNDArray tensor(NDManager manager, NdArray array) {
    ByteBuffer buffer =
        ByteBuffer.allocateDirect(Math.multiplyExact(array.size(), bytes(array.dtype())))
            .order(ByteOrder.nativeOrder());
    switch (array.dtype()) {
      case FLOAT64 -> buffer.asDoubleBuffer().put(array.doubles());
      case FLOAT32 -> buffer.asFloatBuffer().put(array.floats());
      case INT64 -> buffer.asLongBuffer().put(array.longs());
      case COMPLEX64 -> buffer.asFloatBuffer().put(array.interleavedFloats());
      case INT32, COMPLEX128 -> throw new AssertionError(array.dtype());
    }
    Shape shape = new Shape(Arrays.stream(array.shape().toArray()).asLongStream().toArray());
    if (array.dtype() == DType.COMPLEX64) {
      return (PtNDArray) manager.create(buffer, shape.add(2), DataType.FLOAT32).complex();
    }
    return (PtNDArray) manager.create(buffer, shape, type(array.dtype()));
  }

  private static NdArray array(PtNDArray tensor, DType dtype) {
    int[] extents =
        Arrays.stream(tensor.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
    org.conv4j.api.Shape shape = org.conv4j.api.Shape.of(extents);
    if (tensor.getDataType() != type(dtype)) {
      throw new IllegalStateException("PyTorch gives " + tensor.getDataType() + ", not " + dtype);
    }
    NDArray parts = dtype == DType.COMPLEX64 ? tensor.real() : tensor;
    ByteBuffer buffer = parts.toByteBuffer().order(ByteOrder.nativeOrder());
    NdArray array = NdArray.zeros(dtype, shape);
    switch (dtype) {
      case FLOAT64 -> buffer.asDoubleBuffer().get(array.doubles());
      case FLOAT32 -> buffer.asFloatBuffer().get(array.floats());
      case INT64 -> buffer.asLongBuffer().get(array.longs());
      case COMPLEX64 -> {
        float[] pairs = new float[2 * shape.size()];
        buffer.asFloatBuffer().get(pairs);
        return NdArray.copyOfInterleaved(pairs, shape);
      }
      case INT32, COMPLEX128 -> throw new AssertionError(dtype);
    }
    return array;
  }

  private static int bytes(DType dtype) {
    return dtype == DType.FLOAT32 ? Float.BYTES : Double.BYTES;
  }

  private static DataType type(DType dtype) {
    return switch (dtype) {
      case FLOAT64 -> DataType.FLOAT64;
      case FLOAT32 -> DataType.FLOAT32;
      case INT64 -> DataType.INT64;
      case COMPLEX64 -> DataType.COMPLEX64;
      case INT32, COMPLEX128 -> throw new AssertionError(dtype);
    };
  }
}
