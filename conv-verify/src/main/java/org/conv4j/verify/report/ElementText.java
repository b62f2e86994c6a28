package org.conv4j.verify.report;

import org.conv4j.api.DType;
import org.conv4j.api.NdArray;

/**
 * One element for people: in decimal, and also in hexadecimal where the digits of a double matter.
 */
final class ElementText {
  private ElementText() {}

  static String of(NdArray array, int flat) {
    if (array.dtype().isComplex()) {
      return decimal(array.real(), flat)
          + " + "
          + decimal(array.imaginary(), flat)
          + "j"
          + " ("
          + hexadecimal(array.real(), flat)
          + ", "
          + hexadecimal(array.imaginary(), flat)
          + ")";
    }
    return array.dtype().isInteger()
        ? Long.toString(array.cast(DType.INT64).longs()[flat])
        : decimal(array, flat) + " (" + hexadecimal(array, flat) + ")";
  }

  private static String decimal(NdArray part, int flat) {
    return part.dtype() == DType.FLOAT32
        ? Float.toString(part.floats()[flat])
        : Double.toString(part.doubles()[flat]);
  }

  private static String hexadecimal(NdArray part, int flat) {
    return part.dtype() == DType.FLOAT32
        ? Float.toHexString(part.floats()[flat])
        : Double.toHexString(part.doubles()[flat]);
  }
}
