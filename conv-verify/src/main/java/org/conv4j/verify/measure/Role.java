package org.conv4j.verify.measure;

/** What a worker of the JVM does, as the end of its command line says. */
public enum Role {
  /** Measures a subject, whose name follows. */
  SUBJECT,
  /** Measures Apache Commons Math. */
  COMMONS_MATH,
  /** Measures ONNX Runtime, whose jar follows. */
  ONNX_RUNTIME,
  /** Runs the calibration loop for the dtype that follows. */
  PEAK,
  /** Measures every candidate of a choice. */
  CHOICES,
  /** Measures convolvers that have a model of their costs. */
  CALIBRATE
}
