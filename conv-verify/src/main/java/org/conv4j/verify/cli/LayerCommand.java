package org.conv4j.verify.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.conv4j.api.DType;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.Padding;
import org.conv4j.api.Shape;
import org.conv4j.verify.layer.arithmetic.LayerArithmetic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code layer}: the arithmetic of a convolution layer. */
@Command(
    name = "layer",
    description = {
      "Prints the arithmetic of a convolution layer as it is done by hand: the"
          + " size of the output, parameters, multiply-adds, receptive field, and the memory of"
          + " input, weights, output and caffe's im2col matrix of one item. Nothing is computed.",
      "Extents are joined by x, spatial ones first: 32x32x3 is an image of 32 rows and 32 columns"
          + " with 3 channels. There are one to three spatial axes. Kernel, stride, dilation and"
          + " padding have a number for each, or one for all."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Exit codes: 0 printed, 2 wrong usage or a layer that there cannot be."})
final class LayerCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      paramLabel = "EXTENTS",
      required = true,
      description = "The spatial extents of the input, then its channels, for example 32x32x3.")
  private String input;

  @Option(
      names = "--filters",
      paramLabel = "N",
      required = true,
      description = "How many filters there are, and so channels of the output.")
  private int filters;

  @Option(
      names = "--kernel",
      paramLabel = "EXTENTS",
      required = true,
      description = "The spatial extents of a filter, for example 5x5.")
  private String kernel;

  @Option(
      names = "--stride",
      paramLabel = "STEPS",
      defaultValue = "1",
      description = "How far the window moves, for example 2 or 2x1. Default: ${DEFAULT-VALUE}.")
  private String stride;

  @Option(
      names = "--padding",
      paramLabel = "PADDING",
      defaultValue = "VALID",
      description = {
        "Zeros on both sides, for example 2 or 2x1, or SAME_UPPER, SAME_LOWER or VALID, which is"
            + " none. Default: ${DEFAULT-VALUE}."
      })
  private String padding;

  @Option(
      names = "--dilation",
      paramLabel = "STEPS",
      defaultValue = "1",
      description = "How far apart neighbouring taps are. Default: ${DEFAULT-VALUE}.")
  private String dilation;

  @Option(
      names = "--groups",
      paramLabel = "N",
      defaultValue = "1",
      description = {
        "Groups of channels; as many as input channels make a depthwise layer. Default:"
            + " ${DEFAULT-VALUE}."
      })
  private int groups;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many inputs there are. Default: ${DEFAULT-VALUE}.")
  private int batch;

  @Option(names = "--no-bias", description = "The layer adds no bias to its output channels.")
  private boolean noBias;

  @Option(
      names = "--dtype",
      paramLabel = "TYPE",
      defaultValue = "FLOAT32",
      description = "The type of elements: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private DType dtype;

  @Override
  public void run() {
    List<String> lines;
    try {
      lines = new LayerArithmetic(geometry(), !noBias, dtype).lines();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new WrongUsage(e.getMessage(), e);
    }
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(out::println);
  }

  private LayerGeometry geometry() {
    int[] extents = numbers("--input", input, "one to three spatial extents, then channels");
    int rank = extents.length - 1;
    if (rank < 1 || rank > 3) {
      throw new WrongUsage(
          "--input must be one to three spatial extents, then channels, for example 32x32x3: "
              + input);
    }
    int[] taps = numbers("--kernel", kernel, "the spatial extents of a filter");
    if (taps.length != 1 && taps.length != rank) {
      throw new WrongUsage(
          "--kernel must have one extent for each of the "
              + rank
              + " spatial axes of "
              + input
              + ", or one for all: "
              + kernel);
    }
    DrawOptions.require("--filters", filters, 1);
    DrawOptions.require("--batch", batch, 1);
    LayerOptions options =
        LayerOptions.basic()
            .withLayout(Layout.NHWC)
            .withStride(numbers("--stride", stride, "steps"))
            .withDilation(numbers("--dilation", dilation, "steps"))
            .withPadding(padding())
            .withGroups(groups);
    int channels = extents[rank];
    if (channels % groups != 0) {
      throw new WrongUsage(
          "--groups must divide the channels of the input: " + groups + " and " + channels);
    }
    int[] items = new int[rank + 2];
    items[0] = batch;
    System.arraycopy(extents, 0, items, 1, rank + 1);
    int[] weights = new int[rank + 2];
    weights[0] = filters;
    weights[1] = channels / groups;
    for (int axis = 0; axis < rank; axis++) {
      weights[axis + 2] = taps[taps.length == 1 ? 0 : axis];
    }
    return LayerGeometry.of(Shape.of(items), Shape.of(weights), options);
  }

  private Padding padding() {
    return switch (padding.toUpperCase(Locale.ROOT)) {
      case "VALID" -> Padding.VALID;
      case "SAME_UPPER" -> Padding.SAME_UPPER;
      case "SAME_LOWER" -> Padding.SAME_LOWER;
      default ->
          Padding.of(numbers("--padding", padding, "zeros, SAME_UPPER, SAME_LOWER or VALID"));
    };
  }

  /** Whole numbers joined by x. */
  private static int[] numbers(String option, String text, String what) {
    String[] parts = text.split("x", -1);
    int[] numbers = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      try {
        numbers[i] = Integer.parseInt(parts[i]);
      } catch (NumberFormatException e) {
        throw new WrongUsage(
            option + " must be " + what + ", as whole numbers joined by x: " + text, e);
      }
    }
    return numbers;
  }
}
