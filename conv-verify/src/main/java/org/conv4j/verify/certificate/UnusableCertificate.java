package org.conv4j.verify.certificate;

/** A file is not a certificate, or certificates do not belong together. The message says why. */
public final class UnusableCertificate extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnusableCertificate(String message) {
    super(message);
  }

  UnusableCertificate(String message, Throwable cause) {
    super(message, cause);
  }
}
