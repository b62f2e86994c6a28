package org.conv4j.verify.stranger;

import com.github.psambit9791.jdsp.signal.Convolution;
import edu.mines.jtk.dsp.Conv;
import java.util.List;
import org.apache.commons.math3.util.MathArrays;
import org.conv4j.api.Mode;
import org.ojalgo.function.polynomial.PolynomialC128;
import org.openimaj.image.processing.convolution.FourierConvolve;

/** The strangers, with the causes of their deviations; {@link LibrariesTest} shows each of them. */
final class Strangers {
  private static final String REFUSED =
      "The adapter refuses what the types cannot express: other dtypes and ranks, modes that are"
          + " not claimed, operands of different rank.";

  private static final String ADMISSION = REFUSED + " Null and empty operands reach the library.";

  private static final Cause NULL_IS_AN_ILLEGAL_ARGUMENT =
      new Cause(
          "null is refused with another exception",
          "The library refuses null with its own `NullArgumentException`, an"
              + " `IllegalArgumentException`. Usual in Java, and expected here, is a"
              + " `NullPointerException`. Nothing is computed wrongly.",
          d -> d.what().contains("NullArgumentException"));

  private Strangers() {}

  static List<Stranger> all() {
    return List.of(
        commonsMath(), jdsp(), jdspFast(), minesJtk(), ojalgo(), openImaj(), openImajPadded());
  }

  private static Stranger commonsMath() {
    return new Stranger(
        new CommonsMathAdapter(),
        "org.apache.commons:commons-math3",
        MathArrays.class,
        "`MathArrays.convolve(double[], double[])`",
        "Its Javadoc says that it is the \"straightforward computation of the convolution sum (and"
            + " not via FFT)\", that the result has `x.length + h.length - 1` elements, and that"
            + " null and empty arrays are refused: full mode, componentwise.",
        ADMISSION + " A scalar is given to it as an array of one element.",
        List.of(NULL_IS_AN_ILLEGAL_ARGUMENT));
  }

  private static Cause jdspSame() {
    return new Cause(
        "`same` is as long as the signal, even if the kernel is longer",
        "The class says that it implements convolution \"as provided in numpy\","
            + " whose `same` is as long as the longer operand. JDSP's is as long as the"
            + " signal, like SciPy's. For kernels no longer than the signal all three"
            + " agree, and JDSP's values are right.",
        d -> d.inMode(Mode.SAME) && d.what().contains("returned shape"));
  }

  private static Cause jdspValid(String thrown) {
    return new Cause(
        "`valid` fails if the kernel is longer than the signal",
        "NumPy then exchanges the operands, and the result has `k - n + 1`"
            + " elements. JDSP still computes a length of `n - k + 1`. For a kernel one"
            + " longer than the signal it returns an empty array; for longer ones it"
            + " throws "
            + thrown
            + ".",
        d -> d.inMode(Mode.VALID) && !d.is("refuse.empty", "refuse.null"));
  }

  private static Stranger jdsp() {
    return new Stranger(
        JdspAdapter.direct(),
        "com.github.psambit9791:jdsp",
        Convolution.class,
        "`new Convolution(signal, kernel).convolve(mode)`",
        "Its Javadoc refers to NumPy's convolve(), so the convention is NumPy's."
            + " It says nothing about rounding, so the weakest class is claimed.",
        ADMISSION,
        List.of(
            jdspSame(), jdspValid("`NegativeArraySizeException`"), NULL_IS_AN_ILLEGAL_ARGUMENT));
  }

  private static Stranger jdspFast() {
    return new Stranger(
        JdspAdapter.fast(),
        "com.github.psambit9791:jdsp",
        Convolution.class,
        "`new Convolution(signal, kernel).fastConvolve(mode)`",
        "As above. \"Fast convolution ... using the FFT method\" fits the" + " normwise class.",
        ADMISSION,
        List.of(
            jdspSame(),
            jdspValid("`IllegalArgumentException`, with a message about a range of indices"),
            new Cause(
                "its FFT is less accurate than an FFT should be",
                "The error exceeds the bound of a transform with accurate twiddle"
                    + " factors. It grows with the length, not with its logarithm. The"
                    + " transform is that of Commons Math 3, which multiplies each twiddle"
                    + " factor to get the next, so that errors add up: an impulse among 32768"
                    + " samples comes back with a relative error of 7e-13.",
                d -> d.what().contains("allowed")),
            new Cause(
                "empty operands are accepted",
                "Empty signals and kernels are padded with zeros like any other. `full`"
                    + " and `same` then return an array, while `convolve` of the same class"
                    + " refuses.",
                Strangers::acceptsEmpty),
            new Cause(
                "a mode of null is refused with another exception",
                "Null is treated as an unknown mode, while `convolve` of the same class"
                    + " throws a `NullPointerException`.",
                d -> d.is("refuse.null"))));
  }

  private static Stranger minesJtk() {
    return new Stranger(
        new JtkAdapter(),
        "edu.mines.jtk:edu-mines-jtk",
        Conv.class,
        "`Conv.conv` for `float[]`, `float[][]` and `float[][][]`",
        "Its Javadoc gives the sum that is computed, in one to three dimensions and for any window,"
            + " which the caller chooses by the index of its first sample: all modes,"
            + " componentwise.",
        REFUSED
            + " It computes the window from the shapes and the mode, so it also refuses"
            + " `valid` where there is no window, and null. Empty operands reach the"
            + " library, with a window that begins at 0.",
        List.of(
            new Cause(
                "empty operands are accepted",
                "A sequence without samples is accepted, and the window is filled with" + " zeros.",
                Strangers::acceptsEmpty)));
  }

  private static Stranger ojalgo() {
    return new Stranger(
        new OjalgoAdapter(),
        "org.ojalgo:ojalgo",
        PolynomialC128.class,
        "`PolynomialR064.multiply` and `PolynomialC128.multiply`",
        "The coefficients of a product of polynomials are the full convolution of"
            + " theirs. Nothing is said about rounding, so the weakest class is"
            + " claimed.",
        ADMISSION
            + " It fills up a product of lower degree than `n + k - 2` with zeros, and"
            + " makes a real operand complex where the other one is.",
        List.of(
            new Cause(
                "empty polynomials are accepted",
                "A polynomial without coefficients is a factor like any other. If the"
                    + " product has coefficients, they are zeros.",
                Strangers::acceptsEmpty),
            new Cause(
                "small coefficients at the end are dropped",
                "`multiply` runs up to the degree of each factor, and `degree` ignores"
                    + " trailing coefficients below about 1e-16. That limit is absolute: it"
                    + " does not depend on the other coefficients, nor on the other factor. (1"
                    + " + 1e-17 x) times 1e17 is 1e17, without x.",
                d -> d.what().contains("error") || d.what().contains("expected exactly"))));
  }

  private static final Cause ROWS_AND_COLUMNS =
      new Cause(
          "images of one row or one column are refused",
          "The two-dimensional transform takes no image of one row or one column:"
              + " \"rows and columns must be greater than 1\". Vectors and scalars, which"
              + " the adapter passes as images of one row, fail as well.",
          d -> d.what().contains("rows and columns must be greater than 1"));

  private static final Cause EMPTY_KERNEL =
      new Cause(
          "an empty kernel is accepted",
          "A kernel without elements is padded with zeros like any other, and the"
              + " result is zero.",
          Strangers::acceptsEmpty);

  private static Stranger openImaj() {
    return new Stranger(
        new OpenImajAdapter(),
        "org.openimaj:image-processing",
        FourierConvolve.class,
        "`FourierConvolve.convolve(image, kernel, false)`",
        "\"Convolve an image with a kernel using an FFT\": the result is as large"
            + " as the image. So the adapter claims `same`, normwise, two dimensions.",
        ADMISSION + " Arrays become rows of pixels, and back.",
        List.of(
            ROWS_AND_COLUMNS,
            EMPTY_KERNEL,
            new Cause(
                "it is circular, and not centred",
                "Image and kernel are transformed at the size of the image, so what"
                    + " leaves the image on one side comes back on the other. And the kernel's"
                    + " origin is its first element, not its middle, so the result is moved"
                    + " down and to the right by half the kernel.",
                d -> d.what().contains("error")),
            new Cause(
                "a kernel larger than the image is cut off",
                "The part of the kernel that is larger than the image is not read, even"
                    + " if it holds NaN.",
                d -> d.is("nan.kept"))));
  }

  private static Stranger openImajPadded() {
    return new Stranger(
        new OpenImajAdapter.Padded(),
        "org.openimaj:image-processing",
        FourierConvolve.class,
        "`FourierConvolve.convolve(image, kernel, false)`, with room",
        "The same function, used as the convolution theorem requires. Once the"
            + " image is padded with zeros to the size of the full result, circular"
            + " convolution is linear, and shows whether the transforms are right.",
        ADMISSION
            + " Arrays become rows of pixels, and back. The adapter pads the image to"
            + " at least two rows and two columns.",
        List.of(EMPTY_KERNEL));
  }

  /** Whether an empty operand, in whatever form, was not refused. */
  private static boolean acceptsEmpty(Deviation deviation) {
    return deviation.is("refuse.empty", "overload.refuse")
        || (deviation.is("overload.types", "overload.float-rows")
            && deviation.what().contains("empty"));
  }
}
