package org.conv4j.verify.subject;

/** What can be judged. */
public enum SubjectKind {
  /** An implementation of {@link org.conv4j.api.Convolver}. */
  CONVOLVER("convolver", "--subject"),
  /** An implementation of {@link org.conv4j.api.LayerConvolver}. */
  LAYER("layer convolver", "--layer-subject");

  private final String noun;
  private final String option;

  SubjectKind(String noun, String option) {
    this.noun = noun;
    this.option = option;
  }

  /**
   * What people call such a subject.
   *
   * @return a noun without article
   */
  public String noun() {
    return noun;
  }

  /**
   * The option of the command line that names such a subject.
   *
   * @return the option, with its hyphens
   */
  public String option() {
    return option;
  }
}
