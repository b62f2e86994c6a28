package org.conv4j.verify.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedConvolution;
import org.conv4j.api.PreparedLayer;
import org.conv4j.verify.bench.BenchCase.Door;
import org.conv4j.verify.bench.onnx.OnnxLayer;
import org.conv4j.verify.bench.onnx.OnnxRuntime;
import org.conv4j.verify.oracle.CommonsMath;

/** What a worker of the JVM measures. */
public interface Contestant {
  /**
   * What it is.
   *
   * @return names and values
   */
  default Map<String, String> facts() {
    return Map.of();
  }

  /**
   * The call that is measured.
   *
   * @param in1 the first operand; null for a contestant that needs none
   * @param in2 the second operand; null for a contestant that needs none
   * @param door which overload to call
   * @return gives a fresh {@link NdArray} or {@code double[]} at each call
   */
  Supplier<Object> prepare(NdArray in1, NdArray in2, Door door);

  /**
   * The call that is measured of a layer without bias, which is prepared and has an array for its
   * result.
   *
   * @param input the input
   * @param weights the weights
   * @param options stride, padding and groups
   * @return gives that array, as an {@link NdArray} or {@link OnnxLayer}
   * @throws UnsupportedOperationException if it computes no layers, as here
   */
  default Supplier<Object> prepareLayer(NdArray input, NdArray weights, LayerOptions options) {
    throw new UnsupportedOperationException("computes no layers");
  }

  /**
   * A convolver.
   *
   * @param convolver the subject
   * @return the contestant
   */
  static Contestant subject(Convolver convolver) {
    return new Contestant() {
      @Override
      public Map<String, String> facts() {
        return SubjectFacts.of(convolver).facts();
      }

      @Override
      public Supplier<Object> prepare(NdArray in1, NdArray in2, Door door) {
        return switch (door) {
          case NDARRAY -> () -> convolver.convolve(in1, in2, Mode.FULL);
          case DOUBLES -> {
            double[] x = in1.doubles();
            double[] h = in2.doubles();
            yield () -> convolver.convolve(x, h, Mode.FULL);
          }
          case PREPARED -> {
            PreparedConvolution prepared = convolver.prepare(in2, in1.shape(), Mode.FULL);
            yield () -> prepared.apply(in1);
          }
        };
      }
    };
  }

  /**
   * An implementation of layers.
   *
   * @param layers the subject
   * @return the contestant
   */
  static Contestant subject(LayerConvolver layers) {
    return new Contestant() {
      @Override
      public Map<String, String> facts() {
        return SubjectFacts.of(layers).facts();
      }

      @Override
      public Supplier<Object> prepare(NdArray in1, NdArray in2, Door door) {
        throw new UnsupportedOperationException("computes no convolutions but layers");
      }

      @Override
      public Supplier<Object> prepareLayer(NdArray input, NdArray weights, LayerOptions options) {
        PreparedLayer prepared = layers.prepare(weights, null, options, input.shape());
        LayerGeometry geometry = LayerGeometry.of(input.shape(), weights.shape(), options);
        NdArray out = NdArray.zeros(input.dtype(), geometry.output());
        return () -> {
          prepared.apply(input, out);
          return out;
        };
      }
    };
  }

  /**
   * ONNX Runtime.
   *
   * @param jar where it is
   * @param threads how many work on one call
   * @return the contestant
   * @throws IllegalStateException if it cannot be loaded
   */
  static Contestant onnxRuntime(Path jar, int threads) {
    OnnxRuntime library = OnnxRuntime.load(jar, threads);
    return new Contestant() {
      @Override
      public Map<String, String> facts() {
        return Map.of(Peer.ONNX_RUNTIME.label(), library.version());
      }

      @Override
      public Supplier<Object> prepare(NdArray in1, NdArray in2, Door door) {
        throw new UnsupportedOperationException("computes no convolutions but layers");
      }

      @Override
      public Supplier<Object> prepareLayer(NdArray input, NdArray weights, LayerOptions options) {
        OnnxLayer layer = library.layer(input, weights, options);
        return layer::run;
      }
    };
  }

  /**
   * {@code MathArrays.convolve} of Apache Commons Math.
   *
   * @return the contestant
   */
  static Contestant commonsMath() {
    return (in1, in2, door) -> {
      double[] x = in1.doubles();
      double[] h = in2.doubles();
      return () -> CommonsMath.full(x, h);
    };
  }

  /**
   * The loop that shows the least that multiply-adds cost.
   *
   * @param dtype {@code FLOAT64} or {@code FLOAT32}
   * @param threads how many run it at a time
   * @return the contestant
   * @throws UnsupportedOperationException if the vector module is not there
   */
  static Contestant peak(DType dtype, int threads) {
    PeakLoop loop = PeakLoop.load(dtype, threads);
    return new Contestant() {
      @Override
      public Map<String, String> facts() {
        return Map.of(PeakLoop.MULTIPLY_ADDS, Long.toString(loop.multiplyAdds()));
      }

      @Override
      public Supplier<Object> prepare(NdArray in1, NdArray in2, Door door) {
        return loop::run;
      }

      @Override
      public Supplier<Object> prepareLayer(NdArray input, NdArray weights, LayerOptions options) {
        return loop::run;
      }
    };
  }
}
