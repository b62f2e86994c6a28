package org.conv4j.direct.layer;

import java.util.List;
import java.util.function.Function;
import org.conv4j.api.DType;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedLayer;

/**
 * A layer with its weights, for inputs of one type and shape; nothing is checked. A complex layer
 * is a real one with twice as many channels:
 *
 * <pre>{@code
 * re = wr * xr - wi * xi
 * im = wi * xr + wr * xi
 * }</pre>
 */
final class LayerOfType<A> implements PreparedLayer {
  private final LayerGeometry geometry;
  private final DType dtype;
  private final Function<NdArray, A> elements;
  private final LayerSum<A> sum;

  private LayerOfType(
      LayerGeometry geometry,
      boolean lowered,
      int threads,
      LayerKernel<A> kernel,
      Function<NdArray, A> elements,
      NdArray weights,
      NdArray biasOrNull) {
    this.geometry = geometry;
    this.dtype = weights.dtype();
    this.elements = elements;
    LayerLoops<A> loops = kernel.loops();
    int parts = dtype.isComplex() ? 2 : 1;
    LayerPlan plan = LayerPlan.of(geometry, lowered, parts, loops.bytes(), threads, kernel.grain());
    A packed = packed(geometry, loops, parts(weights));
    List<A> bias = biasOrNull == null ? List.of() : parts(biasOrNull);
    this.sum = new LayerSum<>(plan, kernel, threads, parts, packed, bias);
  }

  /**
   * A layer.
   *
   * @param geometry its shapes and options
   * @param kernels what computes
   * @param lowered whether the input is brought into the form that {@link Im2col} describes
   * @param threads how many may work on one input
   * @param weights of the type computed in; nobody changes them any more
   * @param biasOrNull likewise
   */
  static PreparedLayer of(
      LayerGeometry geometry,
      LayerKernels kernels,
      boolean lowered,
      int threads,
      NdArray weights,
      NdArray biasOrNull) {
    return switch (weights.dtype()) {
      case FLOAT64, COMPLEX128 ->
          new LayerOfType<>(
              geometry, lowered, threads, kernels.doubles(), NdArray::doubles, weights, biasOrNull);
      case FLOAT32, COMPLEX64 ->
          new LayerOfType<>(
              geometry, lowered, threads, kernels.floats(), NdArray::floats, weights, biasOrNull);
      case INT64 ->
          new LayerOfType<>(
              geometry, lowered, threads, kernels.longs(), NdArray::longs, weights, biasOrNull);
      case INT32 ->
          new LayerOfType<>(
              geometry, lowered, threads, kernels.ints(), NdArray::ints, weights, biasOrNull);
    };
  }

  private List<A> parts(NdArray array) {
    return dtype.isComplex()
        ? List.of(elements.apply(array.real()), elements.apply(array.imaginary()))
        : List.of(elements.apply(array));
  }

  /** The weights as rows of {@link LayerSum}, without their zero points. */
  private static <A> A packed(LayerGeometry geometry, LayerLoops<A> loops, List<A> weights) {
    LayerOptions options = geometry.options();
    if (weights.size() == 1 && !options.hasZeroPoints()) {
      return weights.get(0);
    }
    int parts = weights.size();
    int terms = Math.toIntExact(geometry.terms());
    int outputs = geometry.outputChannels() / options.groups();
    A packed =
        loops.newArray(
            Math.multiplyExact(
                parts * parts, Math.multiplyExact(geometry.outputChannels(), terms)));
    for (int channel = 0; channel < geometry.outputChannels(); channel++) {
      for (int part = 0; part < parts; part++) {
        int group = channel / outputs;
        int row = (group * parts + part) * outputs + channel % outputs;
        for (int from = 0; from < parts; from++) {
          int to = (row * parts + from) * terms;
          A values = weights.get(part ^ from);
          loops.load(
              values, channel * terms, 1, options.weightZeroPoint(channel), packed, to, terms);
          if (part == 0 && from == 1) {
            loops.negate(packed, to, to + terms);
          }
        }
      }
    }
    return packed;
  }

  @Override
  public NdArray apply(NdArray input) {
    NdArray y = NdArray.zeros(dtype, geometry.output());
    apply(input, y);
    return y;
  }

  @Override
  public void apply(NdArray input, NdArray out) {
    sum.compute(parts(input), parts(out));
  }
}
