package org.conv4j.verify.stranger.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.verify.bench.Contestant;
import org.conv4j.verify.bench.onnx.OnnxLayer;
import org.conv4j.verify.bench.onnx.OnnxRuntime;
import org.conv4j.verify.stranger.layer.Agreement.Operation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ONNX Runtime as {@code bench} calls it, out of a jar that is named. */
@Tag("thorough")
@ExtendWith(OnnxSession.Loads.class)
class OnnxRuntimeBenchTest {
  /** Loaded once: each time takes a second, and stays in memory. */
  private static OnnxRuntime library;

  @BeforeAll
  static void load() throws URISyntaxException {
    library = OnnxRuntime.load(jar(), 1);
  }

  private static Path jar() throws URISyntaxException {
    return Path.of(
        OrtEnvironment.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @ParameterizedTest
  @MethodSource("org.conv4j.verify.stranger.layer.LayerCase#even")
  void it_computes_what_the_adapter_computes(LayerCase layer) {
    compare(layer);
  }

  @Test
  void padding_may_follow_from_the_sizes() {
    for (LayerCase layer : LayerCase.same(Padding.SAME_UPPER).toList()) {
      compare(layer);
    }
  }

  private static void compare(LayerCase layer) {
    Agreement random = Agreement.of(Operation.LAYER, layer, DType.FLOAT32);
    Agreement agreement = Agreement.of(layer, random.input, random.weights);
    OnnxLayer once = library.layer(agreement.input, agreement.weights, layer.options()).run();
    assertThat(once.result()).isEqualTo(agreement.by(new OnnxRuntimeLayers()));
  }

  /** Its output is one array, so an earlier result must not be what is read. */
  @Test
  void each_call_computes_anew() {
    LayerCase layer = LayerCase.even().findFirst().orElseThrow();
    Agreement agreement = Agreement.of(Operation.LAYER, layer, DType.FLOAT32);
    OnnxLayer ready = library.layer(agreement.input, agreement.weights, layer.options());
    assertThat(ready.result()).isEqualTo(NdArray.zeros(DType.FLOAT32, agreement.shape()));
    NdArray first = ready.run().result();
    assertThat(first).isNotEqualTo(NdArray.zeros(DType.FLOAT32, agreement.shape()));
    assertThat(ready.run().result()).isEqualTo(first);
  }

  @Test
  void the_contestant_has_the_version_and_runs_the_layer() throws Exception {
    Contestant contestant = Contestant.onnxRuntime(jar(), 1);
    assertThat(contestant.facts())
        .containsEntry("ONNX Runtime", OrtEnvironment.getEnvironment().getVersion());
    LayerCase layer = LayerCase.even().findFirst().orElseThrow();
    Agreement agreement = Agreement.of(Operation.LAYER, layer, DType.FLOAT32);
    Supplier<Object> call =
        contestant.prepareLayer(agreement.input, agreement.weights, layer.options());
    assertThat(((OnnxLayer) call.get()).result())
        .isEqualTo(
            library.layer(agreement.input, agreement.weights, layer.options()).run().result());
  }

  @Test
  void what_is_no_such_jar_is_refused(@TempDir Path directory) throws IOException {
    Path other = Files.createFile(directory.resolve("other.jar"));
    assertThatIllegalStateException()
        .isThrownBy(() -> OnnxRuntime.load(other, 1))
        .withMessageContaining("there is no class ai.onnxruntime.OrtEnvironment in the jar");
  }
}
