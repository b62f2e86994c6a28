package org.conv4j.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;

/**
 * Finds convolvers, chooses between them, and adapts them.
 *
 * <p>Implementations are found by {@link ServiceLoader}, once, among the classes that the class
 * loader of this library can see. So the answer is the same on every thread, and never changes. A
 * container may keep this library in a class loader above those of its applications: then
 * implementations that belong to an application are not found. Call their constructors instead.
 *
 * <pre>{@code
 * Convolver fft = Convolvers.named("fft");
 * Convolver likeNumPy = Convolvers.numpy(Convolvers.auto());
 * }</pre>
 */
public final class Convolvers {
  private Convolvers() {}

  static final Discovery<Convolver> FOUND =
      new Discovery<>(
          Convolver.class,
          Convolver::name,
          "convolver",
          "put conv-direct or conv-fft on the class path");

  /** The automatic choices, one for each class of accuracy. */
  private static final Map<Accuracy, Convolver> AUTO = new ConcurrentHashMap<>();

  /**
   * The implementations on the class path or module path.
   *
   * @return an unmodifiable list in the order of their names
   * @throws java.util.ServiceConfigurationError if one of them cannot be loaded
   * @throws IllegalStateException if two have the same name
   */
  public static List<Convolver> available() {
    return FOUND.available();
  }

  /**
   * One implementation by its name.
   *
   * @param name for example {@code "direct"} or {@code "fft"}
   * @return that implementation
   * @throws IllegalArgumentException if there is none of that name; the message lists those present
   */
  public static Convolver named(String name) {
    return FOUND.named(name);
  }

  /**
   * A convolver that chooses the cheapest implementation anew for each call. Calling this is cheap:
   * implementations are looked up once, and the same object is returned each time.
   *
   * @return that convolver; the implementation itself if there is only one
   * @throws IllegalStateException if there is none
   */
  public static Convolver auto() {
    return auto(Accuracy.NORMWISE);
  }

  /**
   * A convolver that chooses for each call the cheapest implementation of a sufficient accuracy
   * class. Results on integers are exact in any case. The same class always gives the same object.
   *
   * @param atLeast the class of error bound that floating-point results must meet
   * @return that convolver; the implementation itself if there is only one and it suffices
   * @throws IllegalStateException if there is no implementation, or none that suffices for any
   *     dtype
   */
  public static Convolver auto(Accuracy atLeast) {
    Objects.requireNonNull(atLeast, "atLeast");
    Convolver known = AUTO.get(atLeast);
    return known != null
        ? known
        : AUTO.computeIfAbsent(atLeast, accuracy -> auto(accuracy, available()));
  }

  static Convolver auto(Accuracy atLeast, List<Convolver> available) {
    Objects.requireNonNull(atLeast, "atLeast");
    FOUND.requireAny(available);
    if (available.size() == 1 && available.get(0).capabilities().accuracy().satisfies(atLeast)) {
      return available.get(0);
    }
    Convolver auto = new AutoConvolver(available, atLeast);
    auto.capabilities(); // throws here rather than at the first use if there are none
    return auto;
  }

  /**
   * The decision that {@link #auto(Accuracy)} makes for a call, with its reason: of the convolvers
   * that claim the call and meet the class, the one with the lowest {@link
   * Convolver#estimateNanos}. A candidate without an estimate comes after all that give one.
   *
   * @param in1 the shape of the first operand
   * @param in2 the shape of the second operand
   * @param mode the mode
   * @param dtype the type of both operands
   * @param atLeast the class of error bound that floating-point results must meet
   * @return the decision
   * @throws IllegalArgumentException if the shapes do not go together
   * @throws UnsupportedOperationException if no implementation can take the call
   */
  public static Choice<Convolver> choose(
      Shape in1, Shape in2, Mode mode, DType dtype, Accuracy atLeast) {
    return new AutoConvolver(available(), atLeast).choose(in1, dtype, in2, dtype, mode);
  }

  /**
   * Decides for a call by timing it on every implementation that may take it, as {@code
   * scipy.signal.choose_conv_method} does with {@code measure=True}: this pays off before many
   * calls with the same shapes. Each implementation is called once, then repeatedly for a tenth of
   * a second, and its best time counts. If the first call takes longer than that, it is the only
   * one.
   *
   * @param in1 the first operand
   * @param in2 the second operand
   * @param mode the mode
   * @param atLeast the class of error bound that floating-point results must meet
   * @return the decision; its candidates carry what was measured, and the estimates
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if the shapes do not go together
   * @throws UnsupportedOperationException if no implementation can take the call
   */
  public static Choice<Convolver> measure(NdArray in1, NdArray in2, Mode mode, Accuracy atLeast) {
    Objects.requireNonNull(in1, "in1");
    Objects.requireNonNull(in2, "in2");
    return new AutoConvolver(available(), atLeast).measure(in1, in2, mode, Stopwatch.SYSTEM);
  }

  /**
   * The same convolver in NumPy's {@linkplain Convention#NUMPY convention}: it is one-dimensional,
   * {@code same} is as long as the longer operand, and scalars count as arrays of one element.
   *
   * @param convolver in either convention
   * @return a convolver of NumPy's convention, with the other claims unchanged
   */
  public static Convolver numpy(Convolver convolver) {
    return convolver.capabilities().convention() == Convention.NUMPY
        ? convolver
        : new NumpyConvolver(convolver);
  }

  /**
   * A convolver from a function that computes the full convolution of two one-dimensional signals,
   * for users who have only that. It claims rank 1, {@code FLOAT64}, all modes, SciPy's convention
   * and {@link Accuracy#NORMWISE}; the function gets copies of the operands.
   *
   * @param name its name
   * @param full from signals of {@code n} and {@code k} elements to one of {@code n + k - 1}
   * @return a convolver that takes its windows from what the function returns
   */
  public static Convolver ofFull1d(String name, BinaryOperator<double[]> full) {
    Objects.requireNonNull(full, "full");
    return new FullConvolver(
        name,
        1,
        (a, b) -> {
          double[] result = full.apply(a.doubles(), b.doubles());
          return result == null ? null : NdArray.of(result);
        });
  }

  /**
   * A convolver from a function that computes the full convolution of two images, for users who
   * have only that. It claims ranks up to 2, {@code FLOAT64}, all modes, SciPy's convention and
   * {@link Accuracy#NORMWISE}; the function gets copies of the operands, as arrays of rows, a
   * vector as one row.
   *
   * @param name its name
   * @param full from images of {@code (n, p)} and {@code (k, q)} elements to one of {@code (n + k -
   *     1, p + q - 1)}
   * @return a convolver that takes its windows from what the function returns
   */
  public static Convolver ofFull2d(String name, BinaryOperator<double[][]> full) {
    Objects.requireNonNull(full, "full");
    return new FullConvolver(
        name,
        2,
        (a, b) -> {
          double[][] result = full.apply(a.rows(), b.rows());
          return result == null ? null : FullConvolver.rows(name, result);
        });
  }

  /**
   * The lags of a one-dimensional correlation: element {@code i} of {@code correlate(in1, in2,
   * mode)} is the sum of {@code in1[j + lag] * conj(in2[j])}, where {@code lag} is element {@code
   * i} of the result.
   *
   * <p>As {@code scipy.signal.correlation_lags}, except in same mode for an odd {@code n1} and an
   * even {@code n2}, where SciPy's lags differ by one from those of its own correlation.
   *
   * @param n1 the number of elements of the first operand, positive
   * @param n2 the number of elements of the second operand, positive
   * @param mode the mode of the correlation
   * @return a fresh array of consecutive lags
   * @throws IllegalArgumentException if a number is not positive
   */
  public static int[] correlationLags(int n1, int n2, Mode mode) {
    Geometry geometry = Geometry.of(Shape.of(n1), Shape.of(n2), mode, Convention.SCIPY);
    int first = geometry.offset()[0] - (n2 - 1);
    int[] lags = new int[geometry.output().size()];
    Arrays.setAll(lags, i -> first + i);
    return lags;
  }
}
