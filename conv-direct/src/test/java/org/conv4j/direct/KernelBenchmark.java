package org.conv4j.direct;

import java.util.function.Consumer;
import java.util.function.Function;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.contract.Operands;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Kernels on all blocks of a convolution, on one thread. Not measured is what a call does beside
 * that: making the output, checking its range, sharing out the blocks.
 */
@State(Scope.Thread)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBenchmark {
  /** Which kernels. */
  public enum Kind {
    SCALAR,
    FASTEST;

    private Kernels kernels() {
      return this == SCALAR ? Kernels.SCALAR : Kernels.FASTEST;
    }
  }

  @Param Kind kind;

  @Param({"FLOAT64", "FLOAT32", "INT64", "INT32"})
  DType dtype;

  @Param({"1000000 * 64", "1024x1024 * 15x15", "128x128x128 * 3x3x3"})
  String operands;

  @Param("SAME")
  Mode mode;

  private Geometry geometry;
  private Runnable convolution;

  @Setup
  public void setUp() {
    geometry = Operands.of(operands).geometry(mode);
    Kernels kernels = kind.kernels();
    convolution =
        switch (dtype) {
          case FLOAT64 -> convolution(kernels.doubles(), NdArray::doubles);
          case FLOAT32 -> convolution(kernels.floats(), NdArray::floats);
          case INT64 -> convolution(kernels.longs(), NdArray::longs);
          case INT32 -> convolution(kernels.ints(), NdArray::ints);
          default -> throw new IllegalArgumentException("there is no kernel for " + dtype);
        };
  }

  /** All runs share one output; what a kernel adds to makes no difference to its speed. */
  private <A> Runnable convolution(Kernel<A> kernel, Function<NdArray, A> elements) {
    DirectPlan plan = DirectPlan.of(geometry);
    A a = elements.apply(Operands.integers(geometry.in1(), 1).cast(dtype));
    A b = elements.apply(Operands.integers(geometry.in2(), 2).cast(dtype));
    A x = plan.swapped() ? b : a;
    A h = plan.swapped() ? a : b;
    A y = elements.apply(NdArray.zeros(dtype, geometry.output()));
    return () -> {
      Consumer<Block> worker = kernel.worker(plan, x, h, Rows.joined(y), true);
      for (Block block : plan.blocks(kernel.blockExtents(plan))) {
        worker.accept(block);
      }
    };
  }

  @Benchmark
  public void convolve(MultiplyAdds done) {
    convolution.run();
    done.add(geometry.terms());
  }
}
