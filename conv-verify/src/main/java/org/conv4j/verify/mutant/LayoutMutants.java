package org.conv4j.verify.mutant;

import java.util.List;
import org.conv4j.api.Convolver;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** Several axes in one array, in the wrong order or at the wrong places. */
final class LayoutMutants {
  private LayoutMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "layout.result-transposed",
            "An image comes out transposed under its own shape",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              return y.rank() == 2 ? columnMajor(y) : y;
            },
            "exact",
            "separable"),
        mutant(
            "layout.kernel-transposed",
            "A kernel is read column by column",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              return in2.rank() == 2 ? Right.BASIC.convolve(in1, columnMajor(in2), mode) : y;
            },
            "exact",
            "separable"),
        mutant(
            "layout.extents-swapped",
            "A result that is not square has its extents swapped",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              return y.rank() == 2
                  ? y.reshape(Shape.of(y.shape().extent(1), y.shape().extent(0)))
                  : y;
            },
            "shape.full",
            "shape.same"),
        mutant(
            "layout.stride-of-result",
            "Rows of the result are as far apart as those of the signal",
            image((s, n, k) -> new int[] {n, k, n}),
            "exact"),
        mutant(
            "layout.stride-of-kernel",
            "Rows of the kernel are as far apart as those of the signal",
            image((s, n, k) -> new int[] {n, n, s}),
            "exact"),
        mutant(
            "layout.stride-of-signal",
            "Rows of the signal are as far apart as those of the result",
            image((s, n, k) -> new int[] {s, k, s}),
            "exact"),
        mutant(
            "layout.row-tail",
            "Elements of a row are computed four at a time, and those that are left are not",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              int columns = y.rank() < 2 ? 0 : y.shape().extent(y.rank() - 1);
              for (int i = 0; columns > 4 && i < y.size(); i++) {
                y.doubles()[i] = i % columns < columns / 4 * 4 ? y.doubles()[i] : 0;
              }
              return y;
            },
            "exact",
            "axes.permuted"),
        mutant(
            "layout.planes",
            "Rank 3 takes its planes in the wrong order",
            (in1, in2, mode) ->
                Right.BASIC.convolve(in1, in2.rank() == 3 ? Elements.flipped(in2, 0) : in2, mode),
            "exact",
            "agrees.peers",
            "axes.permuted"),
        mutant(
            "layout.batched",
            "From rank 3 on, the first axis is taken for a batch: only the first plane of the"
                + " kernel acts",
            (in1, in2, mode) -> {
              Right.BASIC.capabilities().admit(in1, in2, mode);
              return Right.BASIC.convolve(in1, in2.rank() < 3 ? in2 : firstPlane(in2), mode);
            },
            "exact",
            "axes.permuted"));
  }

  private static Mutant mutant(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Flaw.LAYOUT, id, mistake, wrong, caughtBy);
  }

  /** The elements in the order of columns, under the same shape. */
  private static NdArray columnMajor(NdArray image) {
    int rows = image.shape().extent(0);
    int columns = image.shape().extent(1);
    double[] data = new double[image.size()];
    for (int i = 0; i < data.length; i++) {
      data[i] = image.doubles()[i % rows * columns + i / rows];
    }
    return NdArray.wrap(data, image.shape());
  }

  private static NdArray firstPlane(NdArray kernel) {
    int planes = kernel.shape().extent(0);
    return Elements.zeroedFrom(kernel.reshape(Shape.of(kernel.size())), kernel.size() / planes)
        .reshape(kernel.shape());
  }

  /** The distances of rows of signal, kernel and result, from the columns of the result first. */
  private interface Strides {
    int[] of(int result, int signal, int kernel);
  }

  /** Four loops over the elements of images, with distances between rows to be told. */
  private static Convolver image(Strides strides) {
    return (in1, in2, mode) -> {
      NdArray right = Right.BASIC.convolve(in1, in2, mode);
      return in1.rank() == 2 ? looped(in1, in2, mode, strides) : right;
    };
  }

  private static NdArray looped(NdArray in1, NdArray in2, Mode mode, Strides strides) {
    int n = in1.shape().extent(1);
    int k = in2.shape().extent(1);
    int rows = in1.shape().extent(0) + in2.shape().extent(0) - 1;
    int columns = n + k - 1;
    int[] row = strides.of(columns, n, k);
    double[] y = new double[rows * columns];
    for (int p = 0; p < in2.shape().extent(0); p++) {
      for (int q = 0; q < k; q++) {
        double tap = in2.doubles()[p * row[1] + q];
        for (int i = 0; i < in1.shape().extent(0); i++) {
          for (int j = 0; j < n; j++) {
            y[(i + p) * row[2] + j + q] += tap * in1.doubles()[i * row[0] + j];
          }
        }
      }
    }
    return Elements.cut(NdArray.wrap(y, Shape.of(rows, columns)), in1, in2, mode);
  }
}
