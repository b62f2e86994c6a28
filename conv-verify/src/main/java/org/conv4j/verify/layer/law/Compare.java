package org.conv4j.verify.layer.law;

import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.verify.law.Agreement;
import org.conv4j.verify.layer.oracle.LayerOracle;

/** Compares what a subject gives for two ways to ask for the same. */
final class Compare {
  private Compare() {}

  /** The bound of a layer in the class that is claimed. */
  static NdArray bound(
      LayerSubject subject, NdArray input, NdArray weights, NdArray bias, LayerOptions options) {
    return LayerOracle.convolve(input, weights, bias, options).bound(subject.accuracy());
  }

  /** Requires two results to agree within both their bounds. */
  static void agree(
      LayerSubject subject, String what, NdArray expected, NdArray got, NdArray a, NdArray b) {
    Agreement.within(subject, what, expected, got, Agreement.plus(a, b));
  }

  /** The options of a geometry with the amounts of its padding in numbers. */
  static LayerOptions explicit(LayerGeometry geometry) {
    int rank = geometry.spatialRank();
    int[] before = new int[rank];
    int[] after = new int[rank];
    for (int a = 0; a < rank; a++) {
      before[a] = geometry.axis(a).before();
      after[a] = geometry.axis(a).after();
    }
    return geometry.options().withPadding(Padding.of(before, after));
  }

  /** The input with its padding as elements, on each axis up to an end. */
  static NdArray padded(NdArray input, LayerGeometry geometry, int[] extents) {
    int[] canonical = Canonical.extents(geometry.options().layout(), input.shape());
    System.arraycopy(extents, 0, canonical, 2, extents.length);
    return Canonical.gather(
        input,
        geometry.options().layout(),
        canonical,
        index -> {
          for (int a = 0; a < extents.length; a++) {
            index[a + 2] -= geometry.axis(a).before();
          }
          return index;
        });
  }
}
