/**
 * The certificate: everything that a run found, as JSON for programs, and back.
 *
 * <p>Its JSON schema is the resource {@code certificate.schema.json} of this package.
 */
package org.conv4j.verify.certificate;
