package org.conv4j.verify.bench;

import java.util.Map;
import java.util.function.Supplier;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedConvolution;
import org.conv4j.verify.bench.BenchCase.Door;
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
    };
  }
}
