package org.conv4j.api;

/** What a layer may ask for that not every implementation computes. */
public enum LayerFeature {
  /** {@linkplain LayerOptions#withDilation Dilation} of 2 or more. */
  DILATION,
  /** More {@linkplain LayerOptions#withGroups groups} than one. */
  GROUPS,
  /** Another number of zeros before the input than after it, on some axis. */
  UNEVEN_PADDING,
  /** {@link Rounding#UP}. */
  ROUNDING_UP,
  /** {@link Layout#NHWC}. */
  CHANNELS_LAST,
  /** {@linkplain LayerOptions#withZeroPoints Zero points} other than 0. */
  ZERO_POINTS;

  /** Whether a layer asks for this. */
  boolean isNeededFor(LayerGeometry geometry) {
    LayerOptions options = geometry.options();
    return switch (this) {
      case DILATION -> geometry.axes().stream().anyMatch(axis -> axis.dilation() > 1);
      case GROUPS -> options.groups() > 1;
      case UNEVEN_PADDING ->
          geometry.axes().stream().anyMatch(axis -> axis.before() != axis.after());
      case ROUNDING_UP -> options.rounding() == Rounding.UP;
      case CHANNELS_LAST -> options.layout() == Layout.NHWC;
      case ZERO_POINTS -> options.hasZeroPoints();
    };
  }
}
