package org.conv4j.direct.layer;

import java.util.List;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/**
 * Lowers the input of a layer to matrices, with which the layer is a matrix product. The columns
 * are the outputs, in row-major order. The rows are the pairs of an input channel and a tap of the
 * kernel, in row-major order, too. An element is what the tap of its row meets at the output of its
 * column: 0 in the padding. A 3x3 channel under a 2x2 kernel, without padding, and the product:
 *
 * <pre>
 *                     outputs
 *   a b c          00 01 10 11
 *   d e f    tap 00 a  b  d  e
 *   g h i        01 b  c  e  f       weights         lowered         output
 *                10 d  e  g  h     (Cout x rows) * (rows x outputs) = (Cout x outputs)
 *                11 e  f  h  i
 * </pre>
 *
 * <p>Source: {@code im2col} of caffe.
 */
public final class Im2col {
  private Im2col() {}

  /**
   * Lowers an input: with output {@code o}, channel {@code c} of a group and tap {@code t},
   *
   * <pre>{@code
   * lowered[n, g, (c, t), o] = x[n, g (Cin / groups) + c, o s + t d - p]
   * }</pre>
   *
   * less the zero point of the input, if there is one.
   *
   * @param input {@code (N, Cin, spatial…)}, or in the layout of the options
   * @param weights the shape of the weights, {@code (Cout, Cin / groups, kernel…)}
   * @param options stride, padding and so on
   * @return {@code (N, groups, (Cin / groups) product(kernel), product(out))}, of the type of the
   *     input
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if shapes, type and options do not go together
   * @throws ArithmeticException if the result has more elements than a Java array holds
   */
  public static NdArray lower(NdArray input, Shape weights, LayerOptions options) {
    LayerGeometry geometry = LayerGeometry.of(input.shape(), weights, options);
    if (options.hasZeroPoints() && !input.dtype().isInteger()) {
      throw new IllegalArgumentException(
          "zero points are for integers, not for " + input.dtype().numpyName());
    }
    Shape shape =
        Shape.of(
            geometry.batch(),
            options.groups(),
            Math.toIntExact(geometry.terms()),
            geometry.output().size() / geometry.batch() / geometry.outputChannels());
    NdArray lowered = NdArray.zeros(input.dtype(), shape);
    if (input.dtype().isComplex()) {
      lower(geometry, input.real(), lowered.real());
      lower(geometry, input.imaginary(), lowered.imaginary());
    } else {
      lower(geometry, input, lowered);
    }
    return lowered;
  }

  private static void lower(LayerGeometry geometry, NdArray from, NdArray to) {
    switch (from.dtype()) {
      case FLOAT64 -> lower(geometry, new DoubleLoops(), from.doubles(), to.doubles());
      case FLOAT32 -> lower(geometry, new FloatLoops(), from.floats(), to.floats());
      case INT64 -> lower(geometry, new LongLoops(), from.longs(), to.longs());
      default -> lower(geometry, new IntLoops(), from.ints(), to.ints());
    }
  }

  /** Band by band, as layers are computed. */
  private static <A> void lower(LayerGeometry geometry, LayerLoops<A> loops, A from, A to) {
    LayerPlan plan = LayerPlan.of(geometry, true, 1, loops.bytes(), 1, 1);
    BandInput<A> input = new BandInput<>(plan, loops, 0);
    int outputs = geometry.output().size() / geometry.batch() / geometry.outputChannels();
    int columnsOfRow = outputs / geometry.axis(0).output();
    int at = 0;
    for (int item = 0; item < geometry.batch(); item++) {
      for (int group = 0; group < geometry.options().groups(); group++) {
        for (int band = 0; band < plan.bands(); band++) {
          input.bring(List.of(from), item, group, band);
          int first = at + plan.firstRow(band) * columnsOfRow;
          for (int row = 0; row < plan.offsets().length; row++) {
            int start = input.start() + plan.offsets()[row];
            int begin = first + row * outputs;
            loops.load(input.data(), start, 1, 0, to, begin, plan.positions(band));
          }
        }
        at += plan.offsets().length * outputs;
      }
    }
  }
}
