package org.conv4j.verify.cost;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conv4j.api.DType;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Uniform;

/**
 * A layer that is measured. Numbers are as in the list of layers: extents with {@code x} between
 * them, and one number for all axes or one for each.
 *
 * @param network which network has such a layer
 * @param input the extents of the input, batch and channels first
 * @param weights the extents of the weights
 * @param stride one for all axes or for each
 * @param padding likewise, on either side
 * @param dilation likewise
 * @param groups how many
 * @param dtype the type of input and weights
 */
public record LayerSample(
    String network,
    String input,
    String weights,
    String stride,
    String padding,
    String dilation,
    int groups,
    DType dtype)
    implements Call {
  private static final String LIST = "layers.csv";
  private static final long SEED = 1;

  /**
   * Layers of known networks, from LeNet-5 to networks with kernels as long as the signal.
   *
   * @param dtype the type of their inputs and weights
   * @return all in the list, in its order
   */
  public static List<LayerSample> all(DType dtype) {
    try (InputStream in = LayerSample.class.getResourceAsStream(LIST);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> of(line, dtype)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + LIST, e);
    }
  }

  private static LayerSample of(String line, DType dtype) {
    String[] field = line.split(",", -1);
    int groups = Integer.parseInt(field[6]);
    return new LayerSample(
        field[0], field[1], field[2], field[3], field[4], field[5], groups, dtype);
  }

  private static int[] numbers(String text) {
    return Arrays.stream(text.split("x")).mapToInt(Integer::parseInt).toArray();
  }

  @Override
  public int rank() {
    return numbers(input).length - 2;
  }

  LayerOptions options() {
    return LayerOptions.basic()
        .withStride(numbers(stride))
        .withPadding(numbers(padding))
        .withDilation(numbers(dilation))
        .withGroups(groups);
  }

  LayerGeometry geometry() {
    return LayerGeometry.of(Shape.of(numbers(input)), Shape.of(numbers(weights)), options());
  }

  /** The input, always the same. */
  NdArray inputArray() {
    return Uniform.array(dtype, Shape.of(numbers(input)), SEED);
  }

  /** The weights, always the same. */
  NdArray weightsArray() {
    return Uniform.array(dtype, Shape.of(numbers(weights)), SEED + 1);
  }

  @Override
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("network", network);
    tree.put("input", input);
    tree.put("weights", weights);
    tree.put("stride", stride);
    tree.put("padding", padding);
    tree.put("dilation", dilation);
    tree.put("groups", groups);
    tree.put("dtype", dtype.numpyName());
    return tree;
  }

  /** For example {@code resnet-50 1x64x56x56 * 64x64x3x3 padding 1 float32}. */
  @Override
  public String toString() {
    return network
        + " "
        + input
        + " * "
        + weights
        + (stride.equals("1") ? "" : " stride " + stride)
        + (padding.equals("0") ? "" : " padding " + padding)
        + (dilation.equals("1") ? "" : " dilation " + dilation)
        + (groups == 1 ? "" : " groups " + groups)
        + " "
        + dtype.numpyName();
  }
}
