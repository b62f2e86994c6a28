/**
 * Convolution layers from the defining sum.
 *
 * <p>{@link org.conv4j.direct.layer.DirectLayerConvolver} is the only public class.
 */
package org.conv4j.direct.layer;
