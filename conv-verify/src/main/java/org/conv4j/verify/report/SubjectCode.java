package org.conv4j.verify.report;

import org.conv4j.api.Convention;
import org.conv4j.api.Convolvers;
import org.conv4j.api.LayerConvolvers;
import org.conv4j.verify.subject.Claims;

/**
 * How a program refers to the convolver that was checked.
 *
 * @param name that of a convolver that is present, {@code auto}, or of a class
 * @param convention whose rules the subject claims
 */
public record SubjectCode(String name, Convention convention) {
  /**
   * The code of a subject of any kind.
   *
   * @param name that of one that is present, {@code auto}, or of a class
   * @param claims what it claims
   * @return the code; layers have no convention, and stand under SciPy's
   */
  public static SubjectCode of(String name, Claims claims) {
    return new SubjectCode(
        name,
        claims instanceof Claims.OfConvolver of
            ? of.capabilities().convention()
            : Convention.SCIPY);
  }

  /** A Java expression for an implementation of layers. */
  String javaOfLayers() {
    boolean present =
        LayerConvolvers.available().stream().anyMatch(layers -> layers.name().equals(name));
    return name.equals("auto")
        ? "LayerConvolvers.auto()"
        : present
            ? "LayerConvolvers.named(\"" + name + "\")"
            : "new " + name.replace('$', '.') + "()";
  }

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
