package org.conv4j.verify.subject;

import java.util.Set;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.NonFinite;

/** What a subject claims, of whatever kind it is. */
public sealed interface Claims {
  /**
   * The kind of subject that makes such claims.
   *
   * @return the kind
   */
  SubjectKind kind();

  /**
   * The element types.
   *
   * @return an unmodifiable set
   */
  Set<DType> dtypes();

  /**
   * The class of the error bound that floating-point results meet.
   *
   * @return the class
   */
  Accuracy accuracy();

  /**
   * What happens to NaN and infinities.
   *
   * @return the behaviour
   */
  NonFinite nonFinite();

  /**
   * The claims of a convolver.
   *
   * @param capabilities what it claims
   */
  record OfConvolver(Capabilities capabilities) implements Claims {
    @Override
    public SubjectKind kind() {
      return SubjectKind.CONVOLVER;
    }

    @Override
    public Set<DType> dtypes() {
      return capabilities.dtypes();
    }

    @Override
    public Accuracy accuracy() {
      return capabilities.accuracy();
    }

    @Override
    public NonFinite nonFinite() {
      return capabilities.nonFinite();
    }

    @Override
    public String toString() {
      return capabilities.toString();
    }
  }

  /**
   * The claims of an implementation of layers.
   *
   * @param capabilities what it claims
   */
  record OfLayers(LayerCapabilities capabilities) implements Claims {
    @Override
    public SubjectKind kind() {
      return SubjectKind.LAYER;
    }

    @Override
    public Set<DType> dtypes() {
      return capabilities.dtypes();
    }

    @Override
    public Accuracy accuracy() {
      return capabilities.accuracy();
    }

    @Override
    public NonFinite nonFinite() {
      return capabilities.nonFinite();
    }

    @Override
    public String toString() {
      return capabilities.toString();
    }
  }
}
