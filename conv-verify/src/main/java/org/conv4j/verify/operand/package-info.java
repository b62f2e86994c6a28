/** The operands that laws are checked on, made from recipes that fit on one line. */
package org.conv4j.verify.operand;
