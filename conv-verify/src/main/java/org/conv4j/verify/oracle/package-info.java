/**
 * What results are compared with.
 *
 * <p>The <i>oracle</i> sums exactly, in integers. <i>Error bounds</i> say how far from the exact
 * result each class of accuracy may be. Apache Commons Math is a second oracle, which shares no
 * code with the first.
 */
package org.conv4j.verify.oracle;
