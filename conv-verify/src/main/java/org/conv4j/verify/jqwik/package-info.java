/**
 * The door for those who test with jqwik. {@link org.conv4j.verify.jqwik.ConvolverProperties} has a
 * property for each law; {@link org.conv4j.verify.jqwik.ConvolverArbitraries} and {@link
 * org.conv4j.verify.jqwik.ConvolverDomain} give properties of your own the recipes and operands
 * that laws are checked on.
 *
 * <p>A <i>recipe</i> says what operands look like and which seed their elements come from. jqwik
 * draws and shrinks recipes and not arrays, so that a failure shrinks in a second to the smallest
 * operands, which print as one word.
 */
package org.conv4j.verify.jqwik;
