package org.conv4j.verify.report;

import org.conv4j.api.Convention;
import org.conv4j.api.Convolvers;

/**
 * How a program refers to the convolver that was checked.
 *
 * @param name that of a convolver that is present, {@code auto}, or of a class
 * @param convention whose rules the subject claims
 */
public record SubjectCode(String name, Convention convention) {
  /** A Java expression, through NumPy's adapter if asked for. */
  String java(boolean numpy) {
    String own =
        name.equals("auto")
            ? "Convolvers.auto()"
            : isPresent()
                ? "Convolvers.named(\"" + name + "\")"
                : "new " + name.replace('$', '.') + "()";
    return numpy ? "Convolvers.numpy(" + own + ")" : own;
  }

  boolean needsConvolvers(boolean numpy) {
    return java(numpy).contains("Convolvers.");
  }

  private boolean isPresent() {
    return Convolvers.available().stream().anyMatch(convolver -> convolver.name().equals(name));
  }
}
