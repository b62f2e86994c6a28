package org.conv4j.direct;

import java.util.function.Function;
import java.util.stream.IntStream;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
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
 * The vector loops on one tile, with neighbouring taps of a row of h. All that they read and write
 * stays in the first-level cache.
 */
@State(Scope.Thread)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MicroKernelBenchmark {
  @Param({"FLOAT64", "FLOAT32"})
  DType dtype;

  /** Taps in a group. */
  @Param({"1", "2", "4"})
  int group;

  /** Groups in the table. */
  @Param("128")
  int count;

  private int terms;
  private Runnable rows;
  private Runnable columns;

  /** Finds the loops by name, as the library does: tests compile without the vector module. */
  @Setup
  public void setUp() throws ReflectiveOperationException {
    switch (dtype) {
      case FLOAT64 -> setUp(micro("SimdDoubles"), NdArray::doubles);
      case FLOAT32 -> setUp(micro("SimdFloats"), NdArray::floats);
      default -> throw new IllegalArgumentException("there are no vector loops for " + dtype);
    }
  }

  @SuppressWarnings("unchecked")
  private static <A> MicroKernel<A> micro(String type) throws ReflectiveOperationException {
    Class<?> loops = Class.forName("org.conv4j.direct." + type);
    return (MicroKernel<A>) loops.getDeclaredConstructor().newInstance();
  }

  private <A> void setUp(MicroKernel<A> micro, Function<NdArray, A> elements) {
    int tile = 8 * micro.lanes();
    int width = tile / 4;
    int p = count + 3 * micro.rowStride();
    int[] offset = IntStream.range(0, count).toArray();
    A x = elements.apply(Operands.integers(Shape.of(2 * p + tile), 1).cast(dtype));
    A w = elements.apply(Operands.integers(Shape.of(group * count), 2).cast(dtype));
    A zeros = micro.newArray(tile);
    A y = micro.newArray(tile);
    terms = tile * group * count;
    rows = () -> micro.rows(group, x, p, offset, w, count, zeros, 0, width, y, 0, width);
    columns = () -> micro.columns(group, x, p, offset, w, count, zeros, 0, y, 0);
  }

  @Benchmark
  public void rows(MultiplyAdds done) {
    rows.run();
    done.add(terms);
  }

  @Benchmark
  public void columns(MultiplyAdds done) {
    columns.run();
    done.add(terms);
  }
}
