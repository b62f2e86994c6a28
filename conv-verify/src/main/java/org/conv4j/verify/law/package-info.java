/**
 * The laws of convolution, each a small object with an identifier. Together they are the
 * specification that a convolver is checked against.
 */
package org.conv4j.verify.law;
