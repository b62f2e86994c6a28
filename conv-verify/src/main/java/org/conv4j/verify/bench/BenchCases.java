package org.conv4j.verify.bench;

import static org.conv4j.api.DType.COMPLEX128;
import static org.conv4j.api.DType.FLOAT32;
import static org.conv4j.api.DType.FLOAT64;
import static org.conv4j.api.DType.INT64;
import static org.conv4j.verify.bench.BenchCase.Method.AUTO;
import static org.conv4j.verify.bench.BenchCase.Method.DIRECT;
import static org.conv4j.verify.bench.BenchCase.Method.FFT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.conv4j.api.DType;
import org.conv4j.api.Shape;
import org.conv4j.verify.bench.BenchCase.Door;
import org.conv4j.verify.bench.BenchCase.Method;

/** The table of cases. */
public final class BenchCases {
  private static final int SIGNAL = 1_000_000;
  private static final int SNIPPET = 4096;
  private static final int IMAGE = 1024;
  private static final int VOLUME = 128;

  private static final List<BenchCase> ALL = table();

  private BenchCases() {}

  private static List<BenchCase> table() {
    List<BenchCase> cases = new ArrayList<>();
    cases.addAll(cubes(DIRECT, FLOAT64, 1, SIGNAL, 3, 16, 64, 256, 1024));
    cases.addAll(cubes(DIRECT, FLOAT64, 2, IMAGE, 3, 7, 15, 31));
    cases.addAll(cubes(DIRECT, FLOAT64, 3, VOLUME, 3, 7));
    cases.addAll(tiny(DIRECT));
    cases.add(prepared(DIRECT, 16));
    cases.addAll(cubes(DIRECT, FLOAT32, 1, SIGNAL, 64, 1024));
    cases.addAll(cubes(DIRECT, FLOAT32, 2, IMAGE, 15));
    cases.addAll(cubes(DIRECT, INT64, 1, SIGNAL, 3, 64));
    cases.addAll(cubes(DIRECT, COMPLEX128, 1, SIGNAL, 3, 64));

    cases.addAll(cubes(FFT, FLOAT64, 1, SIGNAL, 256, 1024, 10_000, 100_000, 1_000_000));
    cases.addAll(cubes(FFT, FLOAT64, 2, IMAGE, 31, 127, 1024));
    cases.addAll(cubes(FFT, FLOAT64, 3, VOLUME, 31, 128));
    cases.add(prepared(FFT, 1024));
    cases.addAll(cubes(FFT, FLOAT32, 1, SIGNAL, 1_000_000));
    cases.addAll(cubes(FFT, FLOAT32, 2, IMAGE, 127));
    cases.addAll(cubes(FFT, INT64, 1, SIGNAL, 10_000));
    cases.addAll(cubes(FFT, INT64, 2, IMAGE, 127));
    cases.addAll(cubes(FFT, COMPLEX128, 1, SIGNAL, 10_000));
    cases.addAll(cubes(FFT, COMPLEX128, 2, IMAGE, 127));

    cases.addAll(cubes(AUTO, FLOAT64, 1, SIGNAL, 3, 16, 64, 256, 1024, 10_000, 100_000, 1_000_000));
    cases.addAll(cubes(AUTO, FLOAT64, 2, IMAGE, 3, 7, 15, 31, 127, 1024));
    cases.addAll(cubes(AUTO, FLOAT64, 3, VOLUME, 3, 7, 31, 128));
    cases.addAll(tiny(AUTO));
    cases.add(prepared(AUTO, 16));
    cases.add(prepared(AUTO, 1024));

    cases.addAll(LayerCases.all());
    return List.copyOf(cases);
  }

  /** Operands of one extent on all axes, for each extent of the kernel. */
  private static List<BenchCase> cubes(
      Method method, DType dtype, int rank, int extent, int... kernels) {
    return IntStream.of(kernels)
        .mapToObj(
            kernel ->
                BenchCase.convolution(
                    method,
                    rank + "d/" + size(extent, kernel),
                    dtype,
                    cube(rank, extent),
                    cube(rank, kernel),
                    Door.NDARRAY))
        .toList();
  }

  private static List<BenchCase> tiny(Method method) {
    return List.of(
        BenchCase.convolution(
            method, "tiny-1d/16x3", FLOAT64, Shape.of(16), Shape.of(3), Door.DOUBLES),
        BenchCase.convolution(
            method, "tiny-2d/8x3", FLOAT64, Shape.of(8, 8), Shape.of(3, 3), Door.NDARRAY));
  }

  /** One kernel for many signals of one length. */
  private static BenchCase prepared(Method method, int kernel) {
    return BenchCase.convolution(
        method,
        "prepared-1d/" + size(SNIPPET, kernel),
        FLOAT64,
        Shape.of(SNIPPET),
        Shape.of(kernel),
        Door.PREPARED);
  }

  private static Shape cube(int rank, int extent) {
    int[] extents = new int[rank];
    Arrays.fill(extents, extent);
    return Shape.of(extents);
  }

  private static String size(int extent, int kernel) {
    return number(extent) + "x" + number(kernel);
  }

  /** Powers of ten from 10000 on as 1e4, other numbers as they are. */
  private static String number(int n) {
    int exponent = (int) Math.round(Math.log10(n));
    return n >= 10_000 && n == Math.round(Math.pow(10, exponent))
        ? "1e" + exponent
        : Integer.toString(n);
  }

  /**
   * All cases.
   *
   * @return an unmodifiable list, in the order of the table
   */
  public static List<BenchCase> all() {
    return ALL;
  }

  /**
   * The cases in whose name a pattern is found.
   *
   * @param pattern found anywhere in the name
   * @return those cases, in the order of the table
   */
  public static List<BenchCase> matching(Pattern pattern) {
    return ALL.stream().filter(one -> pattern.matcher(one.name()).find()).toList();
  }
}
