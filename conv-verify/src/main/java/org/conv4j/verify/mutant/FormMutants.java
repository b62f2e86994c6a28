package org.conv4j.verify.mutant;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;

/** Right where arrays are convolved, wrong where they are correlated or come as plain arrays. */
final class FormMutants {
  private FormMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "correlate.not-reversed",
            "Correlating only conjugates",
            new Correlating((in1, in2, mode) -> Right.DIRECT.convolve(in1, in2.conjugate(), mode)),
            "correlate"),
        mutant(
            "correlate.not-conjugated",
            "Correlating only reverses",
            new Correlating((in1, in2, mode) -> Right.DIRECT.convolve(in1, in2.reversed(), mode)),
            "correlate"),
        mutant(
            "correlate.conjugated-twice",
            "Correlating conjugates both operands",
            new Correlating(
                (in1, in2, mode) ->
                    Right.DIRECT.convolve(in1.conjugate(), in2.reversed().conjugate(), mode)),
            "correlate"),
        mutant(
            "correlate.swapped",
            "Correlating takes the operands in the other order",
            new Correlating(
                (in1, in2, mode) -> {
                  NdArray y = Right.DIRECT.convolve(in1, in2.reversed().conjugate(), mode);
                  return y.reversed().conjugate();
                }),
            "correlate"),
        mutant(
            "correlate.operand-reversed",
            "Correlating reverses the second operand in place",
            new ReversingInPlace(),
            "correlate"),
        mutant(
            "overload.doubles-correlate",
            "The form for plain arrays does not flip the kernel",
            new Doubles((x, h, mode) -> Right.DIRECT.convolve(x, reversed(h), mode)),
            "overload.vectors"),
        mutant(
            "overload.doubles-always-full",
            "The form for plain arrays takes every mode for full",
            new Doubles((x, h, mode) -> Right.DIRECT.convolve(x, h, Mode.FULL)),
            "overload.vectors"),
        mutant(
            "overload.doubles-last-block",
            "The form for plain arrays drops a last block of 64 samples that is not whole",
            new Doubles(
                (x, h, mode) -> {
                  double[] whole = x.clone();
                  int kept = x.length > 64 ? x.length / 64 * 64 : x.length;
                  Arrays.fill(whole, kept, x.length, 0);
                  return Right.DIRECT.convolve(whole, h, mode);
                }),
            "overload.vectors"),
        mutant(
            "overload.doubles-overwritten",
            "The form for plain arrays normalises the signal in place",
            new Doubles(
                (x, h, mode) -> {
                  double[] y = Right.DIRECT.convolve(x, h, mode);
                  Arrays.setAll(x, i -> x[i] / 2);
                  return y;
                }),
            "overload.vectors"),
        mutant(
            "overload.doubles-alias",
            "The form for plain arrays returns the signal itself for a kernel that is one",
            new Doubles(
                (x, h, mode) -> h.length == 1 && h[0] == 1 ? x : Right.DIRECT.convolve(x, h, mode)),
            "overload.vectors"),
        mutant(
            "overload.doubles-other-bits",
            "The form for plain arrays adds the terms in the opposite order",
            new Doubles(
                (x, h, mode) -> {
                  NdArray a = NdArray.of(x);
                  NdArray b = NdArray.of(h);
                  NdArray full = Right.DIRECT.convolve(a.reversed(), b.reversed(), Mode.FULL);
                  return Elements.cut(full.reversed(), a, b, mode).doubles();
                }),
            "overload.vectors"),
        mutant(
            "overload.doubles-null",
            "The form for plain arrays takes null for an empty array",
            new Doubles(
                (x, h, mode) ->
                    x == null || h == null ? new double[0] : Right.DIRECT.convolve(x, h, mode)),
            "overload.refuse"),
        mutant(
            "overload.doubles-empty",
            "The form for plain arrays gives an empty result for an empty operand",
            new Doubles(
                (x, h, mode) ->
                    x.length * h.length == 0 ? new double[0] : Right.DIRECT.convolve(x, h, mode)),
            "overload.refuse"),
        mutant(
            "overload.rows-transposed",
            "The form for rows transposes the kernel",
            new Rows((x, h, mode) -> Right.DIRECT.convolve(x, transposed(h, h[0].length), mode)),
            "overload.rows"),
        mutant(
            "overload.rows-square",
            "The form for rows takes images for square",
            new Rows(
                (x, h, mode) -> {
                  double[][] y = Right.DIRECT.convolve(x, h, mode);
                  for (double[] row : y) {
                    Arrays.fill(row, Math.min(row.length, y.length), row.length, 0);
                  }
                  return y;
                }),
            "overload.rows"),
        mutant(
            "overload.rows-shared",
            "The form for rows returns one array for all rows that are equal",
            new Rows(
                (x, h, mode) -> {
                  double[][] y = Right.DIRECT.convolve(x, h, mode);
                  Arrays.setAll(y, i -> Arrays.equals(y[i], y[0]) ? y[0] : y[i]);
                  return y;
                }),
            "overload.rows"),
        mutant(
            "overload.rows-ragged",
            "The form for rows cuts rows of different length to the first one's",
            new Rows((x, h, mode) -> Right.DIRECT.convolve(even(x), even(h), mode)),
            "overload.refuse"),
        mutant(
            "overload.floats-widened",
            "The form for float[] sums up doubles",
            new Everything() {
              @Override
              public float[] convolve(float[] in1, float[] in2, Mode mode) {
                return throughDoubles(NdArray.of(in1), NdArray.of(in2), mode).floats();
              }
            },
            "overload.types"),
        mutant(
            "overload.longs-rounded",
            "The form for long[] goes through doubles",
            new Everything() {
              @Override
              public long[] convolve(long[] in1, long[] in2, Mode mode) {
                return throughDoubles(NdArray.of(in1), NdArray.of(in2), mode).longs();
              }
            },
            "overload.types"),
        mutant(
            "overload.ints-saturated",
            "The form for int[] takes what does not fit for the largest that does",
            new Everything() {
              @Override
              public int[] convolve(int[] in1, int[] in2, Mode mode) {
                NdArray a = NdArray.of(in1).cast(DType.INT64);
                long[] y = convolve(a, NdArray.of(in2).cast(DType.INT64), mode).longs();
                return Arrays.stream(y)
                    .mapToInt(
                        v -> (int) Math.max(Integer.MIN_VALUE, Math.min(v, Integer.MAX_VALUE)))
                    .toArray();
              }
            },
            "overload.types"),
        mutant(
            "overload.ints-empty",
            "The form for int[] gives an empty result for an empty operand",
            new Everything() {
              @Override
              public int[] convolve(int[] in1, int[] in2, Mode mode) {
                return in1.length * in2.length == 0 ? new int[0] : super.convolve(in1, in2, mode);
              }
            },
            "overload.types"),
        mutant(
            "overload.float-rows-upside-down",
            "The form for float[][] turns the kernel upside down",
            new Everything() {
              @Override
              public float[][] convolve(float[][] in1, float[][] in2, Mode mode) {
                float[][] upside = in2.clone();
                Arrays.setAll(upside, row -> in2[in2.length - 1 - row]);
                return super.convolve(in1, upside, mode);
              }
            },
            "overload.float-rows"),
        mutant(
            "overload.float-rows-ragged",
            "The form for float[][] cuts rows of different length to the first one's",
            new Everything() {
              @Override
              public float[][] convolve(float[][] in1, float[][] in2, Mode mode) {
                float[][] even = in1.clone();
                Arrays.setAll(even, row -> Arrays.copyOf(in1[row], in1[0].length));
                return super.convolve(even, in2, mode);
              }
            },
            "overload.float-rows"),
        mutant(
            "overload.correlate-convolves",
            "The form of a correlation for double[] convolves",
            new Everything() {
              @Override
              public double[] correlate(double[] in1, double[] in2, Mode mode) {
                return convolve(in1, in2, mode);
              }
            },
            "overload.correlate"),
        mutant(
            "overload.correlate-rows-alone",
            "The form of a correlation for rows reverses their order, and not the rows",
            new Everything() {
              @Override
              public double[][] correlate(double[][] in1, double[][] in2, Mode mode) {
                double[][] upside = in2.clone();
                Arrays.setAll(upside, row -> in2[in2.length - 1 - row]);
                return convolve(in1, upside, mode);
              }
            },
            "overload.correlate"),
        mutant(
            "parallelism.other-bits",
            "On another number of threads terms are added in another order",
            new Everything() {
              @Override
              public Convolver withParallelism(int threads) {
                super.withParallelism(threads);
                return Right.claiming(
                    Right.EVERYTHING,
                    (in1, in2, mode) -> {
                      NdArray full =
                          Right.DIRECT.convolve(in1.reversed(), in2.reversed(), Mode.FULL);
                      return Elements.cut(full.reversed(), in1, in2, mode);
                    });
              }
            },
            "parallelism"),
        mutant(
            "parallelism.claims-lost",
            "On another number of threads there are doubles only",
            new Everything() {
              @Override
              public Convolver withParallelism(int threads) {
                super.withParallelism(threads);
                return Right.BASIC;
              }
            },
            "parallelism"),
        mutant(
            "parallelism.zero",
            "No threads are taken for as many as there are",
            new Everything() {
              @Override
              public Convolver withParallelism(int threads) {
                return this;
              }
            },
            "parallelism"));
  }

  private static Mutant mutant(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Flaw.FORM, id, mistake, wrong, caughtBy);
  }

  private static double[] reversed(double[] taps) {
    return NdArray.of(taps).reversed().doubles();
  }

  private static double[][] transposed(double[][] rows, int columns) {
    double[][] turned = new double[columns][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns; j++) {
        turned[j][i] = rows[i][j];
      }
    }
    return turned;
  }

  private static double[][] even(double[][] rows) {
    int columns = rows[0].length;
    return Arrays.stream(rows).map(row -> Arrays.copyOf(row, columns)).toArray(double[][]::new);
  }

  private static NdArray throughDoubles(NdArray in1, NdArray in2, Mode mode) {
    DType dtype = in1.dtype();
    NdArray a = in1.cast(DType.FLOAT64);
    return Right.DIRECT.convolve(a, in2.cast(DType.FLOAT64), mode).cast(dtype);
  }

  /** Claims everything, and computes it right but for what is overridden. */
  private static class Everything extends Right.Bent {
    Everything() {
      super(Right.EVERYTHING, Right.DIRECT);
    }
  }

  private interface OnDoubles {
    double[] convolve(double[] in1, double[] in2, Mode mode);
  }

  private interface OnRows {
    double[][] convolve(double[][] in1, double[][] in2, Mode mode);
  }

  /** Claims everything, and correlates in a way of its own. */
  private static final class Correlating extends Right.Bent {
    private final Convolver correlation;

    Correlating(Convolver correlation) {
      super(Right.EVERYTHING, Right.DIRECT);
      this.correlation = correlation;
    }

    @Override
    public NdArray correlate(NdArray in1, NdArray in2, Mode mode) {
      return correlation.convolve(in1, in2, mode);
    }
  }

  private static final class ReversingInPlace extends Right.Bent {
    @Override
    public NdArray correlate(NdArray in1, NdArray in2, Mode mode) {
      NdArray reversed = in2.reversed();
      NdArray y = super.convolve(in1, reversed, mode);
      System.arraycopy(reversed.doubles(), 0, in2.doubles(), 0, in2.size());
      return y;
    }
  }

  private static final class Doubles extends Right.Bent {
    private final OnDoubles form;

    Doubles(OnDoubles form) {
      super(Capabilities.basic(), Right.BASIC);
      this.form = form;
    }

    @Override
    public double[] convolve(double[] in1, double[] in2, Mode mode) {
      return form.convolve(in1, in2, mode);
    }
  }

  private static final class Rows extends Right.Bent {
    private final OnRows form;

    Rows(OnRows form) {
      super(Capabilities.basic(), Right.BASIC);
      this.form = form;
    }

    @Override
    public double[][] convolve(double[][] in1, double[][] in2, Mode mode) {
      return form.convolve(in1, in2, mode);
    }
  }
}
