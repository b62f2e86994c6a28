package org.conv4j.verify.bench;

/** What a worker answers, one line of JSON. */
public interface Answer {
  /**
   * Why a request was not carried out.
   *
   * @return the reason; null if it was
   */
  String error();
}
