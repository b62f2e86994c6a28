/**
 * The interface between convolvers and those who use or check them.
 *
 * <p>{@link org.conv4j.api.Convolver} is what an implementer implements; {@link
 * org.conv4j.api.NdArray}, {@link org.conv4j.api.Shape} and {@link org.conv4j.api.DType} are the
 * values it speaks in; {@link org.conv4j.api.Geometry} decides which part of the full result a mode
 * asks for; {@link org.conv4j.api.Capabilities} and {@link org.conv4j.api.Accuracy} say what an
 * implementation claims; {@link org.conv4j.api.Convolvers} finds implementations and chooses
 * between them.
 *
 * <p>{@link org.conv4j.api.LayerConvolver} is the second interface, for convolution layers; {@link
 * org.conv4j.api.LayerOptions}, {@link org.conv4j.api.LayerGeometry}, {@link
 * org.conv4j.api.LayerCapabilities} and {@link org.conv4j.api.LayerConvolvers} are to layers what
 * their counterparts are to convolutions.
 */
package org.conv4j.api;
