/**
 * The laws of convolution, each a small object with an identifier. Together they are the
 * specification that a convolver is checked against.
 *
 * <p>A law is checked on a <i>subject</i>, the convolver under test together with what it claims.
 * The law's <i>scope</i> is what there is to check, given those claims. A <i>violation</i> says
 * where the subject breaks the law, and by how much. <i>Evidence</i> is what was tried, and how
 * close the subject came to the error bounds.
 */
package org.conv4j.verify.law;
