package org.conv4j.fft;

import java.util.ArrayList;
import java.util.List;
import org.conv4j.api.Geometry;

/**
 * Ways to cut a convolution into tiles, written as lengths: {@code 24x16o} is one tile of 24 along
 * the first axis, and overlapping ones of 16 along the second.
 */
final class Tiling {
  private Tiling() {}

  static TilePlan plan(Geometry geometry, boolean swapped, boolean complex, String lengths) {
    List<Span> spans = Span.of(geometry, swapped);
    List<TileAxis> axes = new ArrayList<>();
    String[] texts = lengths.split("x", -1);
    if (texts.length != spans.size()) {
      throw new IllegalArgumentException(lengths + " for " + spans);
    }
    for (int i = 0; i < texts.length; i++) {
      axes.add(axis(spans.get(i), texts[i]));
    }
    return new TilePlan(axes, swapped, complex);
  }

  private static TileAxis axis(Span span, String text) {
    if (text.endsWith("o")) {
      return TileAxis.overlapping(span, Integer.parseInt(text.substring(0, text.length() - 1)));
    }
    int length = Integer.parseInt(text);
    if (length < span.enough()) {
      throw new IllegalArgumentException(length + " is too short for " + span);
    }
    return TileAxis.single(span, length);
  }
}
