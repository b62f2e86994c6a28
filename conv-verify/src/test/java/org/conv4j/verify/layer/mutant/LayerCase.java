package org.conv4j.verify.layer.mutant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.Rounding;
import org.conv4j.api.Shape;

/**
 * One call, with operands at random. Written as {@code "2x3x7x6 4x3x3x2 s2,1 p1 bias"}: the shapes
 * of input and weights, and what differs from the plain layer: {@code s} stride, {@code d}
 * dilation, {@code p} padding, {@code p1,2/0,1} that before and after, {@code op} output padding,
 * {@code g} groups, {@code up}, {@code nhwc}, {@code upper}, {@code lower}, {@code z3/1,2} zero
 * points, {@code bias}, types ({@code int32}, {@code int64/float32} for input and weights), {@code
 * spread} for magnitudes far apart, and the operation if it is not {@code convolve}. The input of a
 * transposed layer is what it takes; in gradients it is that of the layer.
 */
record LayerCase(
    String text,
    Operation operation,
    Shape input,
    Shape weights,
    LayerOptions options,
    DType inputType,
    DType weightsType,
    boolean bias,
    boolean spread) {

  enum Operation {
    CONVOLVE,
    TRANSPOSED,
    INPUT_GRADIENT,
    WEIGHT_GRADIENT,
    BIAS_GRADIENT
  }

  static LayerCase of(String text) {
    String[] words = text.split(" ", -1);
    Operation operation = Operation.CONVOLVE;
    LayerOptions options = LayerOptions.basic();
    DType[] types = {DType.FLOAT64};
    boolean bias = false;
    boolean spread = false;
    for (int i = 2; i < words.length; i++) {
      String word = words[i];
      String[] halves = word.replaceFirst("^[a-z]+", "").split("/", -1);
      switch (word.replaceAll("(?<=^[sdgpz]|^op)-?[0-9].*", "")) {
        case "s" -> options = options.withStride(ints(halves[0], ","));
        case "d" -> options = options.withDilation(ints(halves[0], ","));
        case "g" -> options = options.withGroups(ints(halves[0], ",")[0]);
        case "op" -> options = options.withOutputPadding(ints(halves[0], ","));
        case "p" ->
            options =
                options.withPadding(
                    Padding.of(ints(halves[0], ","), ints(halves[halves.length - 1], ",")));
        case "z" -> options = options.withZeroPoints(ints(halves[0], ",")[0], ints(halves[1], ","));
        case "up" -> options = options.withRounding(Rounding.UP);
        case "nhwc" -> options = options.withLayout(Layout.NHWC);
        case "upper" -> options = options.withPadding(Padding.SAME_UPPER);
        case "lower" -> options = options.withPadding(Padding.SAME_LOWER);
        case "bias" -> bias = true;
        case "spread" -> spread = true;
        case "transposed", "input_gradient", "weight_gradient", "bias_gradient" ->
            operation = Operation.valueOf(word.toUpperCase(Locale.ROOT));
        default ->
            types =
                Arrays.stream(word.split("/", -1))
                    .map(name -> DType.valueOf(name.toUpperCase(Locale.ROOT)))
                    .toArray(DType[]::new);
      }
    }
    return new LayerCase(
        text,
        operation,
        Shape.of(ints(words[0], "x")),
        Shape.of(ints(words[1], "x")),
        options,
        types[0],
        types[types.length - 1],
        bias,
        spread);
  }

  private static int[] ints(String text, String separator) {
    return Arrays.stream(text.split(separator, -1)).mapToInt(Integer::parseInt).toArray();
  }

  /** A small layer with any option. */
  static LayerCase atRandom(long seed, LayerCapabilities claims) {
    Random random = new Random(seed);
    DType[] types = claims.dtypes().toArray(new DType[0]);
    DType inputType = types[random.nextInt(types.length)];
    DType weightsType = types[random.nextInt(types.length)];
    if (!claims.dtypes().contains(DType.promote(inputType, weightsType))) {
      weightsType = inputType;
    }
    int rank = 1 + random.nextInt(3);
    IntFunction<int[]> each =
        most -> IntStream.range(0, rank).map(a -> 1 + random.nextInt(most)).toArray();
    int groups = random.nextBoolean() ? 1 : 1 + random.nextInt(3);
    int inputs = 1 + random.nextInt(4);
    int outputs = groups * (1 + random.nextInt(4));
    int[] kernel = each.apply(4);
    int[] dilation = random.nextBoolean() ? new int[] {1} : each.apply(2);
    int[] extents = each.apply(9);
    Layout layout = random.nextInt(3) > 0 ? Layout.NCHW : Layout.NHWC;
    LayerOptions options =
        LayerOptions.basic()
            .withGroups(groups)
            .withDilation(dilation)
            .withStride(random.nextInt(3) == 0 ? new int[] {1} : each.apply(3))
            .withLayout(layout)
            .withRounding(random.nextBoolean() ? Rounding.DOWN : Rounding.UP);
    if (claims.features().contains(LayerFeature.ZERO_POINTS)) {
      int[] points = IntStream.range(0, outputs).map(m -> random.nextInt(9) - 4).toArray();
      options = options.withZeroPoints(random.nextInt(9) - 4, points);
    }
    int[] before = each.apply(3);
    int[] after = each.apply(3);
    options =
        switch (random.nextInt(4)) {
          case 0 -> options.withPadding(Padding.SAME_UPPER);
          case 1 -> options.withPadding(Padding.SAME_LOWER);
          default ->
              options.withPadding(
                  Padding.of(
                      Arrays.stream(before).map(p -> p - 1).toArray(),
                      Arrays.stream(after).map(p -> p - 1).toArray()));
        };
    int[] input = new int[rank + 2];
    int[] weights = new int[rank + 2];
    input[0] = 1 + random.nextInt(3);
    input[layout.channelAxis(rank + 2)] = inputs * groups;
    weights[0] = outputs;
    weights[1] = inputs;
    for (int a = 0; a < rank; a++) {
      int window = (kernel[a] - 1) * dilation[dilation.length == 1 ? 0 : a] + 1;
      input[layout.spatialAxis(a)] = Math.max(extents[a], window - before[a] - after[a] + 2);
      weights[a + 2] = kernel[a];
    }
    return new LayerCase(
        "at random with seed " + seed,
        Operation.CONVOLVE,
        Shape.of(input),
        Shape.of(weights),
        options,
        inputType,
        weightsType,
        random.nextInt(3) > 0,
        false);
  }

  /** The same layer with another operation; a transposed one with output padding if it can. */
  LayerCase with(Operation other) {
    LayerOptions changed = options;
    if (other != Operation.CONVOLVE) {
      changed = changed.withZeroPoints(0, 0);
    }
    if (other == Operation.TRANSPOSED) {
      int[] most =
          geometry().axes().stream()
              .mapToInt(axis -> Math.max(axis.stride(), axis.dilation()) - 1)
              .toArray();
      changed = changed.withRounding(Rounding.DOWN).withOutputPadding(most);
    }
    return new LayerCase(
        text, other, input, weights, changed, inputType, weightsType, bias, spread);
  }

  /** Whether there is such a layer: a transposed one may be cut to nothing. */
  boolean isPossible() {
    try {
      run(Right.DIRECT);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private LayerGeometry geometry() {
    return LayerGeometry.of(input, weights, options);
  }

  /** The input of a transposed layer with these weights, which has as many channels as filters. */
  private Shape transposedInput() {
    int axis = options.layout().channelAxis(input.rank());
    return Elements.with(input, axis, weights.extent(0));
  }

  NdArray run(LayerConvolver layers) {
    return run(layers, false);
  }

  private NdArray run(LayerConvolver layers, boolean magnitudes) {
    NdArray w = operand(weightsType, weights, 2, magnitudes);
    DType type = DType.promote(inputType, weightsType);
    return switch (operation) {
      case CONVOLVE ->
          layers.convolve(
              operand(inputType, input, 1, magnitudes),
              w,
              bias ? operand(type, Shape.of(weights.extent(0)), 3, magnitudes) : null,
              options);
      case TRANSPOSED -> {
        int channels = weights.extent(1) * options.groups();
        yield layers.transposed(
            operand(inputType, transposedInput(), 1, magnitudes),
            w,
            bias ? operand(type, Shape.of(channels), 3, magnitudes) : null,
            options);
      }
      case INPUT_GRADIENT ->
          layers.inputGradient(
              operand(inputType, geometry().output(), 4, magnitudes), w, input, options);
      case WEIGHT_GRADIENT ->
          layers.weightGradient(
              operand(inputType, input, 1, magnitudes),
              operand(inputType, geometry().output(), 4, magnitudes),
              weights,
              options);
      case BIAS_GRADIENT ->
          layers.biasGradient(operand(inputType, geometry().output(), 4, magnitudes), options);
    };
  }

  /** Numbers at random, or bounds of their magnitudes. */
  private NdArray operand(DType type, Shape shape, int seed, boolean magnitudes) {
    if (magnitudes) {
      NdArray numbers = operand(type, shape, seed, false);
      double[] re = numbers.real().cast(DType.FLOAT64).doubles();
      double[] im = type.isComplex() ? numbers.imaginary().cast(DType.FLOAT64).doubles() : null;
      return Elements.mapped(
          NdArray.zeros(DType.FLOAT64, shape),
          (index, zero) -> {
            int i = Elements.offset(index, shape);
            return Math.abs(re[i]) + (im == null ? 0 : Math.abs(im[i]));
          });
    }
    if (type.isComplex()) {
      NdArray re = operand(DType.FLOAT64, shape, seed, false);
      NdArray im = operand(DType.FLOAT64, shape, seed + 100, false);
      return NdArray.wrapComplex(re.doubles(), im.doubles(), shape).cast(type);
    }
    Random random = new Random(seed);
    if (type.isInteger()) {
      return NdArray.wrap(random.longs(shape.size()).toArray(), shape).cast(type);
    }
    double[] numbers = new double[shape.size()];
    for (int i = 0; i < numbers.length; i++) {
      double number = 2 * random.nextDouble() - 1;
      numbers[i] = spread ? Math.scalb(number, random.nextInt(30)) : number;
    }
    return NdArray.wrap(numbers, shape).cast(type);
  }

  /**
   * Whether layers give what the right ones give, within twice the bound of a componentwise
   * accurate sum: once for each of the two.
   */
  boolean agrees(LayerConvolver layers) {
    NdArray right = run(Right.DIRECT);
    NdArray got = run(layers);
    if (got == null || !got.shape().equals(right.shape()) || got.dtype() != right.dtype()) {
      return false;
    }
    if (right.dtype().isInteger()) {
      return got.equals(right);
    }
    double[] bound = bound(right.dtype());
    return within(bound, right.real(), got.real())
        && within(bound, right.imaginary(), got.imaginary());
  }

  /** The largest error of real numbers, as a multiple of the largest bound. */
  double error(LayerConvolver layers) {
    NdArray right = run(Right.DIRECT);
    double[] a = right.cast(DType.FLOAT64).doubles();
    double[] b = run(layers).cast(DType.FLOAT64).doubles();
    double error =
        IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] - b[i])).max().orElse(0);
    return error / Arrays.stream(bound(right.dtype())).max().orElse(0);
  }

  private double[] bound(DType type) {
    double terms =
        operation == Operation.CONVOLVE
            ? 1.0 + geometry().terms()
            : 1.0 + weights.size() + input.size();
    double factor = Accuracy.componentwiseFactor(type, terms);
    double[] magnitudes = run(Right.DIRECT, true).cast(DType.FLOAT64).doubles();
    return Arrays.stream(magnitudes).map(sum -> factor * sum).toArray();
  }

  private static boolean within(double[] bound, NdArray right, NdArray got) {
    double[] a = right.cast(DType.FLOAT64).doubles();
    double[] b = got.cast(DType.FLOAT64).doubles();
    return IntStream.range(0, a.length).allMatch(i -> Math.abs(a[i] - b[i]) <= 2 * bound[i]);
  }

  @Override
  public String toString() {
    return text;
  }
}
