package org.conv4j.verify.bench;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.law.Moves;
import org.conv4j.verify.oracle.ErrorBounds;
import org.conv4j.verify.oracle.Oracle;

/** What is computed in a case: its sizes, and how results are judged. */
interface Task {
  /** The shape of the first operand. */
  Shape in1();

  /** The shape of the second operand. */
  Shape in2();

  /** The shape of the result. */
  Shape output();

  /** The number of products in the sums of all outputs. */
  double terms();

  /** The number of products in the longest sum. */
  double longestSum();

  /**
   * How far each output, by its flat index, may be from the exact one.
   *
   * @param accuracy the class; {@link Accuracy#NORMWISE} stands for the normwise part of its bound
   * @param elementwise whether to compute the bound of each output, which takes as long as the
   *     result, and not one for all by the Cauchy-Schwarz inequality; that of norms is always one
   */
  IntToDoubleFunction tolerance(Accuracy accuracy, NdArray in1, NdArray in2, boolean elementwise);

  /** The oracle of the output with an index. */
  Oracle exact(NdArray in1, NdArray in2, int[] index);

  /** A convolution in full mode. */
  record Convolution(Shape in1, Shape in2) implements Task {
    Geometry geometry() {
      return Geometry.of(in1, in2, Mode.FULL, Convention.SCIPY);
    }

    @Override
    public Shape output() {
      return geometry().full();
    }

    @Override
    public double terms() {
      return geometry().terms();
    }

    @Override
    public double longestSum() {
      return geometry().longestSum();
    }

    @Override
    public IntToDoubleFunction tolerance(
        Accuracy accuracy, NdArray a, NdArray b, boolean elementwise) {
      if (elementwise && accuracy != Accuracy.NORMWISE) {
        double[] bounds = ErrorBounds.of(accuracy, a, b, geometry()).doubles();
        return index -> bounds[index];
      }
      double bound = ErrorBounds.uniform(accuracy, a, b, geometry());
      return index -> bound;
    }

    /** Of the boxes of both operands that contribute to the output. */
    @Override
    public Oracle exact(NdArray a, NdArray b, int[] index) {
      int[] from1 = new int[index.length];
      int[] from2 = new int[index.length];
      int[] extents = new int[index.length];
      for (int axis = 0; axis < index.length; axis++) {
        from1[axis] = Math.max(0, index[axis] - in2.extent(axis) + 1);
        from2[axis] = Math.max(0, index[axis] - in1.extent(axis) + 1);
        extents[axis] = index[axis] - from1[axis] - from2[axis] + 1;
      }
      Shape box = Shape.of(extents);
      return dot(Moves.box(a, from1, box), Moves.box(b, from2, box));
    }
  }

  /**
   * A convolution layer without bias; the first operand is its input, the second its weights. In
   * the layout NCHW and without dilation.
   */
  record Layer(Shape in1, Shape in2, LayerOptions options) implements Task {
    public Layer {
      LayerGeometry geometry = LayerGeometry.of(in1, in2, options);
      if (options.layout() != Layout.NCHW
          || geometry.axes().stream().anyMatch(axis -> axis.dilation() > 1)) {
        throw new IllegalArgumentException("not a layer that is measured: " + geometry);
      }
    }

    LayerGeometry geometry() {
      return LayerGeometry.of(in1, in2, options);
    }

    @Override
    public Shape output() {
      return geometry().output();
    }

    @Override
    public double terms() {
      return geometry().multiplyAdds();
    }

    @Override
    public double longestSum() {
      return geometry().terms();
    }

    @Override
    public IntToDoubleFunction tolerance(
        Accuracy accuracy, NdArray a, NdArray b, boolean elementwise) {
      if (a.dtype().isInteger()) {
        return index -> 0;
      }
      double factor =
          accuracy == Accuracy.NORMWISE
              ? Accuracy.normwiseFactor(a.dtype(), geometry(), in2.extent(1))
              : Accuracy.componentwiseFactor(a.dtype(), longestSum());
      // What is computed here in double precision is itself rounded.
      double own = 1 + 2 * Accuracy.componentwiseFactor(DType.FLOAT64, longestSum() + in1.size());
      double least =
          longestSum() * (a.dtype().real() == DType.FLOAT32 ? Float.MIN_VALUE : Double.MIN_VALUE);
      if (elementwise && accuracy != Accuracy.NORMWISE) {
        double[] sums = sums(magnitudes(a), magnitudes(b));
        return index -> factor * sums[index] * own + least;
      }
      // The norms of what one output can see: a group of channels of an item, and one filter.
      int segment = in1.size() / in1.extent(0) / options.groups();
      double norms = norm(magnitudes(a), segment) * norm(magnitudes(b), (int) geometry().terms());
      return index -> factor * norms * own + least;
    }

    private static double[] magnitudes(NdArray array) {
      double[] re = array.real().cast(DType.FLOAT64).doubles();
      double[] im = array.imaginary().cast(DType.FLOAT64).doubles();
      double[] magnitudes = new double[re.length];
      Arrays.setAll(magnitudes, i -> im[i] == 0 ? Math.abs(re[i]) : Math.hypot(re[i], im[i]));
      return magnitudes;
    }

    /** The largest Euclidean norm of a segment of so many elements. */
    private static double norm(double[] magnitudes, int segment) {
      double largest = 0;
      for (int from = 0; from < magnitudes.length; from += segment) {
        double squares = 0;
        for (int i = from; i < from + segment; i++) {
          squares += magnitudes[i] * magnitudes[i];
        }
        largest = Math.max(largest, squares);
      }
      return Math.sqrt(largest);
    }

    /** The layer by the definition, tap by tap over all outputs of a channel. */
    private double[] sums(double[] x, double[] w) {
      LayerGeometry geometry = geometry();
      int plane = geometry.output().size() / in1.extent(0) / in2.extent(0);
      int inputs = in2.extent(1);
      int outputs = in2.extent(0) / options.groups();
      int inputPlane = in1.size() / in1.extent(0) / in1.extent(1);
      int taps = (int) (geometry.terms() / inputs);
      double[] y = new double[geometry.output().size()];
      int[] place = new int[plane];
      for (int tap = 0; tap < taps; tap++) {
        places(geometry, tap, place);
        for (int i = 0; i < y.length / plane * inputs; i++) {
          int row = i / inputs;
          int filter = row % in2.extent(0);
          int item = row / in2.extent(0);
          int channel = filter / outputs * inputs + i % inputs;
          int from = (item * in1.extent(1) + channel) * inputPlane;
          double weight = w[(filter * inputs + i % inputs) * taps + tap];
          for (int o = 0; o < plane; o++) {
            y[row * plane + o] += place[o] < 0 ? 0 : weight * x[from + place[o]];
          }
        }
      }
      return y;
    }

    /** Where in a plane of the input each output meets a tap; -1 where it meets the padding. */
    private void places(LayerGeometry geometry, int tap, int[] place) {
      Arrays.fill(place, 0);
      int restOfTap = tap;
      int step = 1;
      int period = 1;
      for (int a = geometry.spatialRank() - 1; a >= 0; a--) {
        LayerAxis axis = geometry.axis(a);
        for (int o = 0; o < place.length; o++) {
          int index = axis.inputIndex(o / period % axis.output(), restOfTap % axis.kernel());
          place[o] = place[o] < 0 || index < 0 ? -1 : place[o] + index * step;
        }
        restOfTap /= axis.kernel();
        step *= axis.input();
        period *= axis.output();
      }
    }

    /** Of the window of the output, with zeros outside of the input, and its filter. */
    @Override
    public Oracle exact(NdArray a, NdArray b, int[] index) {
      LayerGeometry geometry = geometry();
      int rank = in1.rank();
      int[] window = in2.toArray();
      window[0] = 1;
      int[] fromInput = new int[rank];
      int[] fromWeights = new int[rank];
      fromInput[0] = index[0];
      fromWeights[0] = index[1];
      int group = index[1] / (in2.extent(0) / options.groups());
      fromInput[1] = group * in2.extent(1);
      for (int axis = 2; axis < rank; axis++) {
        LayerAxis sizes = geometry.axis(axis - 2);
        fromInput[axis] = index[axis] * sizes.stride() - sizes.before();
      }
      Shape box = Shape.of(window);
      return dot(Moves.box(a, fromInput, box), Moves.box(b, fromWeights, box).reversed());
    }
  }

  /** The sum of the products of all elements of one box with those of another, reversed. */
  private static Oracle dot(NdArray a, NdArray b) {
    return new Oracle(a, b, Geometry.of(a.shape(), b.shape(), Mode.VALID, Convention.SCIPY));
  }
}
