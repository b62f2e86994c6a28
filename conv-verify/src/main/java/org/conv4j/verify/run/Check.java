package org.conv4j.verify.run;

import org.conv4j.verify.subject.Subject;
import org.conv4j.verify.subject.SubjectKind;

/** One entry of the manifest: a law, or a golden vector. */
public interface Check {
  /** The two kinds. */
  enum Kind {
    /** A law, checked on recipes. */
    LAW,
    /** A golden vector. */
    VECTOR
  }

  /**
   * Law or vector.
   *
   * @return the kind
   */
  Kind kind();

  /**
   * The identifier.
   *
   * @return unique in its kind
   */
  String id();

  /**
   * What it checks, for people.
   *
   * @return one sentence
   */
  String title();

  /**
   * Whether a subject that fails this is not conformant.
   *
   * @return false for laws of level SHOULD
   */
  boolean binding();

  /**
   * Whether it is made first, because most other checks fail if it does.
   *
   * @return true for the laws of {@link Manifest#smoke}
   */
  default boolean smoke() {
    return false;
  }

  /**
   * The kind of subjects that it is for.
   *
   * @return {@link SubjectKind#CONVOLVER} unless overridden
   */
  default SubjectKind subjects() {
    return SubjectKind.CONVOLVER;
  }

  /**
   * Makes the check.
   *
   * @param subject the implementation under test, of the kind that the check is about
   * @param settings how to go about it
   * @param pulse told before each call or group of calls
   * @return how it ended; never {@link Outcome.NotRun}
   */
  Outcome check(Subject subject, Settings settings, Pulse pulse);

  /**
   * A token that makes this check again, or its identifier if no token can.
   *
   * @return the identifier unless overridden
   */
  default String token() {
    return id();
  }
}
