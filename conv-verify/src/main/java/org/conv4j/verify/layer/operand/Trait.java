package org.conv4j.verify.layer.operand;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a layer has or has not, besides its sizes. */
public enum Trait {
  /** {@link org.conv4j.api.Padding#SAME_UPPER}, in place of the padding of the axes. */
  UPPER,
  /** {@link org.conv4j.api.Padding#SAME_LOWER}, in place of the padding of the axes. */
  LOWER,
  /** {@link org.conv4j.api.Rounding#UP}. */
  UP,
  /** {@link org.conv4j.api.Layout#NHWC}. */
  NHWC,
  /** A bias. */
  BIAS,
  /** Zero points, one for the input and one for all weights. */
  ZERO,
  /** Zero points, one for the input and one for the weights of each output channel. */
  ZEROS;

  /** The trait in a token. */
  String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Trait> ofToken(String token) {
    return Arrays.stream(values()).filter(trait -> trait.token().equals(token)).findFirst();
  }
}
