package org.conv4j.verify.bench;

import static org.conv4j.api.DType.FLOAT32;
import static org.conv4j.api.DType.FLOAT64;
import static org.conv4j.api.DType.INT32;

import java.util.ArrayList;
import java.util.List;
import org.conv4j.api.DType;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Padding;
import org.conv4j.api.Shape;

/** The cases that are layers: of known networks, the textbook's, and with long kernels. */
final class LayerCases {
  private static final LayerOptions BASIC = LayerOptions.basic();

  private LayerCases() {}

  static List<BenchCase> all() {
    List<BenchCase> cases = new ArrayList<>();
    cases.addAll(networks(FLOAT32, 1));
    cases.add(
        BenchCase.layer("11x11s4", FLOAT32, of(1, 3, 227, 227), of(96, 3, 11, 11), stride(4)));
    cases.add(
        BenchCase.layer("3x3-256", FLOAT32, of(1, 128, 56, 56), of(256, 128, 3, 3), padding(1)));
    cases.add(BenchCase.layer("textbook", FLOAT32, of(1, 3, 32, 32), of(6, 3, 5, 5), BASIC));
    cases.addAll(networks(FLOAT32, 8));
    cases.add(
        BenchCase.layer(
            "31x31-depthwise",
            FLOAT32,
            of(1, 256, 32, 32),
            of(256, 1, 31, 31),
            padding(15).withGroups(256)));
    cases.add(
        BenchCase.layer(
            "8192-depthwise",
            FLOAT32,
            of(8, 64, 8192),
            of(64, 1, 8192),
            BASIC.withPadding(Padding.SAME_UPPER).withGroups(64)));
    cases.addAll(networks(FLOAT64, 1));
    cases.addAll(networks(INT32, 1));
    return cases;
  }

  /** Layers of ResNet, and one of MobileNet. */
  private static List<BenchCase> networks(DType dtype, int batch) {
    String prefix = batch == 1 ? "" : "batch" + batch + "-";
    List<BenchCase> cases = new ArrayList<>();
    cases.add(
        BenchCase.layer(
            prefix + "3x3-64", dtype, of(batch, 64, 56, 56), of(64, 64, 3, 3), padding(1)));
    cases.add(
        BenchCase.layer(
            prefix + "1x1-64", dtype, of(batch, 256, 56, 56), of(64, 256, 1, 1), BASIC));
    cases.add(
        BenchCase.layer(
            prefix + "7x7s2-64",
            dtype,
            of(batch, 3, 224, 224),
            of(64, 3, 7, 7),
            padding(3).withStride(2)));
    if (batch == 1) {
      cases.add(
          BenchCase.layer(
              "3x3-depthwise",
              dtype,
              of(1, 128, 56, 56),
              of(128, 1, 3, 3),
              padding(1).withGroups(128)));
    }
    return cases;
  }

  private static Shape of(int... extents) {
    return Shape.of(extents);
  }

  private static LayerOptions padding(int amount) {
    return BASIC.withPadding(amount);
  }

  private static LayerOptions stride(int stride) {
    return BASIC.withStride(stride);
  }
}
