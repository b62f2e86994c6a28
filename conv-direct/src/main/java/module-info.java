/** Convolution and convolution layers from the defining sum. */
module org.conv4j.direct {
  requires transitive org.conv4j.api;

  exports org.conv4j.direct;
  exports org.conv4j.direct.layer;

  provides org.conv4j.api.Convolver with
      org.conv4j.direct.DirectConvolver;
  provides org.conv4j.api.LayerConvolver with
      org.conv4j.direct.layer.DirectLayerConvolver,
      org.conv4j.direct.layer.Im2colLayerConvolver;
  provides org.conv4j.api.internal.CostModel with
      org.conv4j.direct.DirectCostModel;
}
