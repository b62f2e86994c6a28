package org.conv4j.verify.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.conv4j.api.DType;
import org.junit.jupiter.api.Test;

class LayerSampleTest {
  private static final List<LayerSample> ALL = LayerSample.all(DType.FLOAT32);

  @Test
  void the_list_has_200_different_layers_of_every_rank() {
    assertThat(ALL).hasSize(200).doesNotHaveDuplicates();
    assertThat(ALL).extracting(LayerSample::rank).contains(1, 2, 3);
    for (LayerSample layer : ALL) {
      assertThat(layer.geometry().multiplyAdds()).as(layer.toString()).isPositive();
    }
  }

  @Test
  void a_layer_says_what_is_out_of_the_ordinary() {
    assertThat(ALL.get(0)).hasToString("lenet-5 1x1x32x32 * 6x1x5x5 float32");
    assertThat(new LayerSample("a", "1x4x9", "4x1x3", "2", "1", "3", 4, DType.INT32))
        .hasToString("a 1x4x9 * 4x1x3 stride 2 padding 1 dilation 3 groups 4 int32");
  }

  @Test
  void every_implementation_that_is_present_takes_part() {
    LayerSample layer = new LayerSample("a", "1x4x9", "4x1x3", "2", "1", "3", 4, DType.FLOAT32);
    ChoiceBench.Reply reply = new ChoiceBench().answer(ChoiceBench.Request.of(layer, 1, 20));
    assertThat(reply.candidates())
        .extracting(ChoiceResult.Timed::name)
        .containsExactlyInAnyOrder("layer-direct", "layer-fft", "layer-im2col");
    assertThat(reply.candidates()).allMatch(ChoiceResult.Timed::measured);
    assertThat(reply.candidates()).extracting(ChoiceResult.Timed::name).contains(reply.chosen());
    assertThat(ChoiceResult.of(layer, reply).tree())
        .containsEntry("network", "a")
        .containsEntry("groups", 4)
        .containsKey("factor");
  }
}
