package org.conv4j.verify.layer.law;

import org.conv4j.verify.law.Violation;

/** Calls that must throw. */
final class Refusals {
  private Refusals() {}

  /**
   * Requires that a call throws.
   *
   * @param how what it must throw
   * @param what the call, for the message
   * @param call makes it
   * @return what it threw
   */
  static Throwable require(Class<? extends Throwable> how, String what, Runnable call) {
    try {
      call.run();
    } catch (Throwable e) { // whatever it is, an error of the subject must not end the run
      if (how.isInstance(e)) {
        return e;
      }
      throw new Violation(what + " threw " + e + ", expected " + how.getSimpleName(), e);
    }
    throw new Violation(what + " returned, expected " + how.getSimpleName());
  }
}
