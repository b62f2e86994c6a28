/**
 * The operands that laws are checked on.
 *
 * <p>A <i>recipe</i> is one line of text: dtype, shapes, mode, regime and seed. It gives the same
 * <i>operands</i> everywhere. A <i>regime</i> says what elements look like, from small integers to
 * NaN. A <i>space</i> is the set of recipes that a law is checked on. A <i>case</i> is a recipe of
 * any kind, as those see it who search and report; its <i>place</i> is where it counts.
 */
package org.conv4j.verify.operand;
