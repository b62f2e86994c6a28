/**
 * Convolution layers from the defining sum.
 *
 * <p>{@link org.conv4j.direct.layer.DirectLayerConvolver} is the one to take. {@link
 * org.conv4j.direct.layer.Im2colLayerConvolver} computes layers as caffe does, with a {@link
 * org.conv4j.direct.layer.MatrixProduct} of your choice; {@link org.conv4j.direct.layer.Im2col}
 * makes the matrices.
 *
 * <p>A <i>term</i> of an output is the product of a weight and its factor in the input. A
 * <i>band</i> is a part of the outputs of one item and one group: some rows along the first spatial
 * axis. A <i>kernel</i> here is an innermost loop.
 */
package org.conv4j.direct.layer;
