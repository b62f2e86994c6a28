package org.conv4j.verify.layer.mutant;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.verify.mutant.Flaw;

/** Integers, which wrap, and their zero points. */
final class IntegerMutants {
  private IntegerMutants() {}

  static List<LayerMutant> ofSums() {
    return List.of(
        mutant(
            "layer.integers.as-doubles",
            "64-bit integers are summed as doubles",
            through(DType.INT64, DType.FLOAT64),
            "layer.integers",
            "layer.exact"),
        mutant(
            "layer.integers.as-floats",
            "32-bit integers are summed as floats",
            through(DType.INT32, DType.FLOAT32),
            "layer.integers",
            "layer.exact"),
        mutant(
            "layer.integers.saturated",
            "Sums of 32-bit integers stop at the ends of the range",
            through(DType.INT32, DType.FLOAT64),
            "layer.integers"),
        mutant(
            "layer.integers.sums-in-32-bits",
            "64-bit integers are summed in 32 bits",
            through(DType.INT64, DType.INT32),
            "layer.integers",
            "layer.exact"),
        mutant(
            "layer.integers.operands-in-8-bits",
            "Operands are cut to 8 bits",
            Right.bent(
                Right.INTEGERS, (x, w, b, o) -> Right.DIRECT.convolve(cut(x, 8), cut(w, 8), b, o)),
            "layer.integers"),
        mutant(
            "layer.bytes.sums-saturated",
            "Sums of unsigned by signed bytes stop at the ends of 16 bits",
            Right.bent(Right.INTEGERS, IntegerMutants::saturated),
            "layer.bytes"),
        mutant(
            "layer.bytes.input-signed",
            "Bytes of the input from 128 on become negative, if all are bytes",
            Right.bent(
                Right.INTEGERS,
                (x, w, b, o) -> Right.DIRECT.convolve(within(x, 0, 255) ? cut(x, 8) : x, w, b, o)),
            "layer.bytes"),
        mutant(
            "layer.integers.bias-in-16-bits",
            "The bias is cut to 16 bits",
            Right.bent(
                Right.INTEGERS,
                (x, w, b, o) -> Right.DIRECT.convolve(x, w, b == null ? null : cut(b, 16), o)),
            "layer.integers"));
  }

  static List<LayerMutant> ofZeroPoints() {
    return List.of(
        mutant(
            "layer.zero-points.of-weights-ignored",
            "The zero points of the weights are ignored",
            quantised((o, points) -> o.withZeroPoints(o.inputZeroPoint(), 0)),
            "layer.zero-points"),
        mutant(
            "layer.zero-points.of-input-ignored",
            "The zero point of the input is ignored",
            quantised((o, points) -> o.withZeroPoints(0, points)),
            "layer.zero-points"),
        mutant(
            "layer.zero-points.first-for-all",
            "The weights of all channels have the zero point of the first",
            quantised((o, points) -> o.withZeroPoints(o.inputZeroPoint(), points[0])),
            "layer.zero-points"),
        mutant(
            "layer.zero-points.added",
            "The zero point of the input is added",
            quantised((o, points) -> o.withZeroPoints(-o.inputZeroPoint(), points)),
            "layer.zero-points"),
        mutant(
            "layer.zero-points.exchanged",
            "The zero points of input and weights are exchanged",
            quantised((o, points) -> o.withZeroPoints(points[0], o.inputZeroPoint())),
            "layer.zero-points"),
        mutant(
            "layer.zero-points.product-forgotten",
            "The products of two zero points are not added back",
            Right.bent(Right.QUANTISED, IntegerMutants::withoutProduct),
            "layer.zero-points"));
  }

  private static LayerMutant mutant(
      String id, String mistake, LayerConvolver wrong, String... caughtBy) {
    return LayerMutant.of(Flaw.INTEGER, id, mistake, wrong, caughtBy);
  }

  /** Results of one type are computed in another. */
  private static LayerConvolver through(DType result, DType computed) {
    LayerCapabilities claims = Right.INTEGERS;
    return Right.bent(
        claims,
        (x, w, b, o) -> {
          if (DType.promote(x.dtype(), w.dtype()) != result) {
            return Right.DIRECT.convolve(x, w, b, o);
          }
          NdArray bias = b == null ? null : b.cast(computed);
          return Right.DIRECT.convolve(x.cast(computed), w.cast(computed), bias, o).cast(result);
        });
  }

  private static NdArray saturated(NdArray x, NdArray w, NdArray b, LayerOptions options) {
    if (!within(x, 0, 255) || !within(w, -128, 127)) {
      return Right.DIRECT.convolve(x, w, b, options);
    }
    NdArray sums = Right.DIRECT.convolve(x, w, null, options);
    long[] all = sums.cast(DType.INT64).longs().clone();
    Arrays.setAll(all, i -> Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, all[i])));
    boolean same = Arrays.equals(all, sums.cast(DType.INT64).longs());
    return same
        ? Right.DIRECT.convolve(x, w, b, options)
        : NdArray.wrap(all, sums.shape()).cast(sums.dtype());
  }

  private static boolean within(NdArray array, int low, int high) {
    return Arrays.stream(array.cast(DType.INT64).longs()).allMatch(i -> i >= low && i <= high);
  }

  /** The lowest bits of integers, as signed numbers. */
  private static NdArray cut(NdArray array, int bits) {
    int above = Long.SIZE - bits;
    long[] all = array.cast(DType.INT64).longs().clone();
    Arrays.setAll(all, i -> all[i] << above >> above);
    return NdArray.wrap(all, array.shape()).cast(array.dtype());
  }

  /** From right options, with the zero points of the weights by channel, to wrong ones. */
  private interface Quantised {
    LayerOptions options(LayerOptions options, int[] points);
  }

  private static LayerConvolver quantised(Quantised wrong) {
    return Right.bent(
        Right.QUANTISED,
        (x, w, b, o) -> {
          int channels = w.shape().extent(0);
          int[] points = IntStream.range(0, channels).map(o::weightZeroPoint).toArray();
          return Right.DIRECT.convolve(x, w, b, wrong.options(o, points));
        });
  }

  /** Less the sum of products of zero points, over the elements that each window meets. */
  private static NdArray withoutProduct(NdArray x, NdArray w, NdArray b, LayerOptions options) {
    NdArray inputs = Elements.filled(x.dtype(), x.shape(), options.inputZeroPoint());
    NdArray points =
        Elements.mapped(
                NdArray.zeros(DType.FLOAT64, w.shape()),
                (index, value) -> options.weightZeroPoint(index[0]))
            .cast(w.dtype());
    NdArray right = Right.DIRECT.convolve(x, w, b, options);
    NdArray products =
        Right.DIRECT.convolve(inputs, points, null, options.withZeroPoints(0, 0)).cast(DType.INT64);
    long[] y = right.cast(DType.INT64).longs().clone();
    Arrays.setAll(y, i -> y[i] - products.longs()[i]);
    return NdArray.wrap(y, right.shape()).cast(right.dtype());
  }
}
