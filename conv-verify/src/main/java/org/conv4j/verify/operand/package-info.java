/**
 * The operands that laws are checked on.
 *
 * <p>A <i>recipe</i> is one line of text: dtype, shapes, mode, regime and seed. It gives the same
 * <i>operands</i> everywhere. A <i>regime</i> says what elements look like, from small integers to
 * NaN. A <i>space</i> is the set of recipes that a law is checked on.
 */
package org.conv4j.verify.operand;
