package org.conv4j.direct;

import java.util.List;
import org.conv4j.api.Convolver;

/** Direct convolvers on the kernels there are. */
final class Kinds {
  private static final Convolver FASTEST = new DirectConvolver();
  private static final Convolver SCALAR = new DirectConvolver(() -> Kernels.SCALAR, 1);
  private static final Convolver DEFINITION = new DirectConvolver(() -> Kernels.DEFINITION, 2);

  private Kinds() {}

  /** Those for so many products: with many, the definition takes long. */
  static List<Convolver> of(long products) {
    return products > 1 << 16 ? List.of(FASTEST, SCALAR) : List.of(FASTEST, SCALAR, DEFINITION);
  }
}
