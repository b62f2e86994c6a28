package org.conv4j.verify.mutant;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.conv4j.api.Convolver;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.verify.law.Moves;

/** Kernels that are taken for what not all kernels are. */
final class KernelMutants {
  private KernelMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "kernel.assumed-odd",
            "Half-width (k-1)/2 on either side is all of the kernel, also when k is even",
            taken(KernelMutants::oddPart),
            "exact",
            "shift.in2"),
        mutant(
            "kernel.assumed-symmetric",
            "Only half of the kernel is read, and mirrored",
            taken(h -> mirrored(h, true)),
            "exact",
            "shift.in2"),
        mutant(
            "kernel.symmetric-by-ends",
            "A kernel with the same element at both ends is taken for symmetric",
            taken(h -> mirrored(h, h.doubles()[0] == h.doubles()[h.size() - 1])),
            "window.zeros"),
        mutant(
            "kernel.assumed-separable",
            "An image's kernel is taken for the product of its first column and row",
            taken(KernelMutants::separable),
            "exact",
            "bilinear.in2"),
        mutant(
            "kernel.assumed-square",
            "A kernel has as many columns as rows",
            taken(KernelMutants::square),
            "exact",
            "axes.permuted"),
        mutant(
            "kernel.assumed-shorter",
            "A kernel longer than the signal is cut to its length",
            (in1, in2, mode) ->
                Right.BASIC.convolve(
                    in1, in2.rank() == 1 ? Elements.zeroedFrom(in2, in1.size()) : in2, mode),
            "commutative.full",
            "shift.in2"),
        mutant(
            "kernel.normalised",
            "The kernel is normalised to sum 1",
            Elements.spoiled(
                (in1, in2, y) -> {
                  double sum = Elements.sum(in2);
                  Elements.scale(y, sum == 0 ? 1 : 1 / sum);
                }),
            "bilinear.in2"),
        mutant(
            "kernel.zero-taps",
            "Zeros of the kernel are skipped, and their places with them",
            taken(KernelMutants::compacted),
            "shift.in2",
            "identity"),
        mutant(
            "kernel.trailing-zeros",
            "Trailing zeros of the kernel are cut off, and same is centred on what is left",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              if (mode != Mode.SAME || in1.rank() != 1) {
                return y;
              }
              NdArray full = Right.BASIC.convolve(in1, in2, Mode.FULL);
              int k = withoutTrailingZeros(in2.doubles());
              return Moves.box(full, new int[] {(k - 1) / 2}, y.shape());
            },
            "window.zeros",
            "sizes"),
        mutant(
            "kernel.one-tap-only",
            "A kernel of one element is taken for the number one",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              return in2.size() == 1 && mode == Mode.SAME ? in1.copy() : y;
            },
            "window.same"));
  }

  private static Mutant mutant(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Flaw.KERNEL, id, mistake, wrong, caughtBy);
  }

  /** Refuses what is to be refused, and takes the kernel for another one. */
  private static Convolver taken(UnaryOperator<NdArray> forAnother) {
    return (in1, in2, mode) -> {
      Right.BASIC.capabilities().admit(in1, in2, mode);
      return Right.BASIC.convolve(in1, forAnother.apply(in2), mode);
    };
  }

  private static NdArray oddPart(NdArray kernel) {
    int[] extents = kernel.shape().toArray();
    int[] index = new int[extents.length];
    double[] data = kernel.doubles().clone();
    for (int i = 0; i < data.length; i++) {
      Moves.unravel(i, kernel.shape(), index);
      for (int axis = 0; axis < extents.length; axis++) {
        if (index[axis] > 2 * ((extents[axis] - 1) / 2)) {
          data[i] = 0;
        }
      }
    }
    return NdArray.wrap(data, kernel.shape());
  }

  private static NdArray mirrored(NdArray kernel, boolean when) {
    double[] h = kernel.doubles();
    double[] data = h.clone();
    if (when) {
      Arrays.setAll(data, i -> h[Math.min(i, h.length - 1 - i)]);
    }
    return NdArray.wrap(data, kernel.shape());
  }

  private static NdArray separable(NdArray kernel) {
    double[] h = kernel.doubles();
    if (kernel.rank() != 2 || h[0] == 0) {
      return kernel;
    }
    int columns = kernel.shape().extent(1);
    double[] data = new double[h.length];
    Arrays.setAll(data, i -> h[i / columns * columns] * h[i % columns] / h[0]);
    return NdArray.wrap(data, kernel.shape());
  }

  private static NdArray square(NdArray kernel) {
    if (kernel.rank() != 2) {
      return kernel;
    }
    int rows = kernel.shape().extent(0);
    int columns = kernel.shape().extent(1);
    double[] data = kernel.doubles().clone();
    Arrays.setAll(data, i -> i % columns < rows ? data[i] : 0);
    return NdArray.wrap(data, kernel.shape());
  }

  private static NdArray compacted(NdArray kernel) {
    if (kernel.rank() != 1) {
      return kernel;
    }
    double[] taps = Arrays.stream(kernel.doubles()).filter(h -> h != 0).toArray();
    return NdArray.wrap(Arrays.copyOf(taps, kernel.size()), kernel.shape());
  }

  private static int withoutTrailingZeros(double[] kernel) {
    int k = kernel.length;
    while (k > 1 && kernel[k - 1] == 0) {
      k--;
    }
    return k;
  }
}
