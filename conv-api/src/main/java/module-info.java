/** The words that convolvers and their users share: arrays, modes, geometry, claims, discovery. */
@SuppressWarnings("module") // org.conv4j.fft is an automatic module and unknown while this compiles
module org.conv4j.api {
  exports org.conv4j.api;
  exports org.conv4j.api.internal to
      org.conv4j.direct,
      org.conv4j.fft;

  uses org.conv4j.api.Convolver;
  uses org.conv4j.api.LayerConvolver;
}
