package org.conv4j.direct.layer;

import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.Layout;

/** How far elements of an input or output are apart, in the order of its layout. */
final class ArrayOrder {
  private final int item;
  private final int channel;
  private final int[] axes;

  private ArrayOrder(int item, int channel, int[] axes) {
    this.item = item;
    this.channel = channel;
    this.axes = axes;
  }

  static ArrayOrder ofInput(LayerGeometry geometry) {
    int[] extents = geometry.axes().stream().mapToInt(LayerAxis::input).toArray();
    return of(geometry.options().layout(), geometry.inputChannels(), extents);
  }

  static ArrayOrder ofOutput(LayerGeometry geometry) {
    int[] extents = geometry.axes().stream().mapToInt(LayerAxis::output).toArray();
    return of(geometry.options().layout(), geometry.outputChannels(), extents);
  }

  private static ArrayOrder of(Layout layout, int channels, int[] spatial) {
    int step = layout == Layout.NHWC ? channels : 1;
    int size = 1;
    int[] axes = new int[spatial.length];
    for (int a = spatial.length - 1; a >= 0; a--) {
      axes[a] = size * step;
      size *= spatial[a];
    }
    return new ArrayOrder(size * channels, layout == Layout.NHWC ? 1 : size, axes);
  }

  /** From item to item of the batch. */
  int item() {
    return item;
  }

  /** From channel to channel. */
  int channel() {
    return channel;
  }

  /** From index to index of a spatial axis. */
  int axis(int axis) {
    return axes[axis];
  }

  /** From element to element of a row. */
  int lastAxis() {
    return axes[axes.length - 1];
  }
}
