/**
 * The specification of layers: what must hold for every implementation of {@link
 * org.conv4j.api.LayerConvolver}, law by law. {@link org.conv4j.verify.layer.law.LayerLaws} lists
 * the laws; SPEC.md says why each exists and where to look if it fails.
 *
 * <p>Laws say <i>canonical</i> for the order of axes of NCHW. An index, a shape or an array in it
 * has the batch first, then the channels, then the spatial axes, whatever the layout of a call.
 */
package org.conv4j.verify.layer.law;
