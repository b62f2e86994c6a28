package org.conv4j.fft;

/** The constants of the butterflies of three, five and eight legs. */
final class Butterfly {
  static final double SIN_60 = 0.8660254037844386;
  static final double COS_72 = 0.30901699437494745;
  static final double COS_144 = -0.8090169943749475;
  static final double SIN_72 = 0.9510565162951535;
  static final double SIN_144 = 0.5877852522924731;
  static final double ROOT_HALF = 0.7071067811865476;

  private Butterfly() {}
}
