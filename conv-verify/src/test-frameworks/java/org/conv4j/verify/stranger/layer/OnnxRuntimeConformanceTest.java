package org.conv4j.verify.stranger.layer;

import java.time.LocalDate;
import java.util.List;
import org.conv4j.api.LayerConvolver;
import org.conv4j.verify.junit.LayerConformance;
import org.conv4j.verify.run.ExpectedFailure;
import org.conv4j.verify.run.ExpectedFailures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The laws and golden vectors for layers on ONNX Runtime: what fails stands in STRANGERS.md. */
@Tag("thorough")
@ExtendWith(OnnxSession.Loads.class)
class OnnxRuntimeConformanceTest implements LayerConformance {
  @Override
  public LayerConvolver layers() {
    return new OnnxRuntimeLayers();
  }

  @Override
  public ExpectedFailures expectedFailures() {
    LocalDate last = LocalDate.of(2028, 12, 31);
    return new ExpectedFailures(
        List.of(
            new ExpectedFailure(
                "layer.transposed",
                "output padding as large as the stride reads too far",
                "https://github.com/microsoft/onnxruntime/issues/14208",
                last),
            new ExpectedFailure(
                "layer.transposed.r1.n3.3-2.c1-1.s3.same_upper.float32.199_7",
                "a kernel shorter than the stride makes too few outputs",
                "https://github.com/microsoft/onnxruntime/issues/11927",
                last)));
  }
}
