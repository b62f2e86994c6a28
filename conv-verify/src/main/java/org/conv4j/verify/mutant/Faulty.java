package org.conv4j.verify.mutant;

import java.util.List;
import org.conv4j.verify.subject.SubjectKind;

/** An implementation of any kind with one mistake in it, and the laws that must catch it. */
public interface Faulty {
  /**
   * The kind of implementation.
   *
   * @return the kind
   */
  SubjectKind kind();

  /**
   * The identifier, which never changes.
   *
   * @return lower-case words with hyphens between them, in groups with dots between them
   */
  String id();

  /**
   * What its author got wrong.
   *
   * @return one sentence, without a full stop
   */
  String mistake();

  /**
   * What the mistake is about.
   *
   * @return the flaw
   */
  Flaw flaw();

  /**
   * The laws that must catch it with every seed; others may.
   *
   * @return their identifiers, at least one
   */
  List<String> caughtBy();
}
