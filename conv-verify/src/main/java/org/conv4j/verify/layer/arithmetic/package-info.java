/**
 * The arithmetic of a layer as it is done by hand: each size as the formula with its numbers put
 * in. Layers have an <em>input</em> and <em>filters</em>, whose extents are written as textbooks
 * write them, spatial extents before channels: 32x32x3.
 */
package org.conv4j.verify.layer.arithmetic;
