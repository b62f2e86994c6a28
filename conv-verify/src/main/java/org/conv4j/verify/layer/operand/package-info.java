/**
 * The layers that laws are checked on.
 *
 * <p>A <i>layer recipe</i> is one line of text: type, sizes, options, regime and seed. It gives the
 * same <i>operands</i> everywhere: input, weights, perhaps a bias, and the options of the layer.
 * The <i>sizes</i> are all of that except the elements, and a <i>trait</i> is something that a
 * layer has or has not. A <i>space</i> is the set of recipes that a law is checked on.
 */
package org.conv4j.verify.layer.operand;
