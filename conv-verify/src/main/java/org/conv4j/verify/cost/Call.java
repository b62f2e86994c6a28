package org.conv4j.verify.cost;

import java.util.Map;

/** A call between whose implementations something chooses. */
public interface Call {
  /**
   * The number of axes: those of the operands, or the spatial ones of a layer.
   *
   * @return at least 1
   */
  int rank();

  /**
   * The call as a tree, for JSON.
   *
   * @return names and values
   */
  Map<String, Object> tree();
}
