package org.conv4j.verify.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.conv4j.verify.bench.CaseResult.Peak;
import org.conv4j.verify.json.Json;
import org.junit.jupiter.api.Test;

class BenchJsonTest {
  private static Map<?, ?> written() {
    return Json.read(Json.indented(BenchJson.tree(Reports.mixed())), Map.class);
  }

  private static Map<?, ?> at(Object tree, Object... path) {
    Object here = tree;
    for (Object step : path) {
      here =
          step instanceof Integer index
              ? ((List<?>) here).get(index)
              : ((Map<?, ?>) here).get(step);
    }
    return (Map<?, ?>) here;
  }

  @Test
  void the_time_of_every_round_is_there() {
    Map<?, ?> subject = at(written(), "cases", 0, "subjects", 0);
    assertThat(subject.get("seconds")).isEqualTo(List.of(0.010, 0.008, 0.016));
    assertThat(subject.get("ratios")).isEqualTo(List.of(2.0, 3.0, 1.0));
    assertThat(subject.get("ratio")).isEqualTo(2.0);
    assertThat(subject.get("allocatedBytes")).isEqualTo(24_000_000);
    assertThat(subject.get("keptBytes")).isEqualTo(4_000_000);
    assertThat(subject.get("description")).isEqualTo("direct[kernel]");
    assertThat(at(written(), "cases", 0).get("fastestPeer")).isEqualTo("np.convolve");
    assertThat(at(written(), "cases", 0).get("multiplyAdds")).isEqualTo(64e6);
  }

  @Test
  void flags_versions_and_notes_are_there() {
    Map<?, ?> tree = written();
    assertThat(tree.get("schema")).isEqualTo("conv4j-bench/1");
    assertThat(at(tree, "environment").get("flags"))
        .isEqualTo(List.of("-XX:ActiveProcessorCount=1"));
    assertThat(at(tree, "environment").get("numpy")).isEqualTo("2.4.6");
    assertThat((List<?>) tree.get("notes"))
        .anyMatch(note -> note.toString().contains("fft WRONG: at index"));
  }

  @Test
  void a_layer_has_options_where_a_convolution_has_a_mode() {
    CaseResult layer =
        new CaseResult(
            Reports.named("layer/3x3-depthwise/float32"), List.of(), List.of(), Peak.NONE);
    Map<?, ?> tree =
        Json.read(Json.indented(BenchJson.tree(Reports.of(List.of(layer)))), Map.class);
    assertThat(at(tree, "cases", 0).get("layer")).isEqualTo("stride 1, padding 1, groups 128");
    assertThat(at(tree, "cases", 0).containsKey("mode")).isFalse();
    assertThat(at(written(), "cases", 0).get("mode")).isEqualTo("full");
  }

  @Test
  void what_was_not_measured_has_a_reason() {
    assertThat(at(written(), "cases", 0, "peers", 2))
        .isEqualTo(
            Map.of("name", "signal.convolve direct", "status", "missing", "reason", "no SciPy"));
  }
}
