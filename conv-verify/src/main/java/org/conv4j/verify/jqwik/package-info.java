/**
 * For those who test with jqwik. {@link org.conv4j.verify.jqwik.ConvolverProperties} has a property
 * for each law, and {@link org.conv4j.verify.jqwik.LayerProperties} for each law of layers; {@link
 * org.conv4j.verify.jqwik.ConvolverArbitraries} and {@link org.conv4j.verify.jqwik.ConvolverDomain}
 * give your own properties the recipes and operands that laws are checked on.
 *
 * <p>A <i>recipe</i> says what operands look like and which seed their elements come from. jqwik
 * draws and shrinks recipes, not arrays. A failure therefore shrinks in a second to the smallest
 * operands, which print as one word.
 */
package org.conv4j.verify.jqwik;
