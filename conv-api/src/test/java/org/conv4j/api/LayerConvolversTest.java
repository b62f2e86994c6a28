package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.conv4j.api.contract.LiteralLayer;
import org.junit.jupiter.api.Test;

class LayerConvolversTest {
  private static final LayerOptions PLAIN = LayerOptions.basic();
  private static final Shape INPUT = Shape.of(1, 2, 6);
  private static final Shape WEIGHTS = Shape.of(3, 2, 2);

  /** Computes by the definition, and notes what it was asked for. */
  private static class Stub implements LayerConvolver {
    private final LiteralLayer literal = new LiteralLayer();
    private final List<String> asked = new ArrayList<>();
    private final String name;
    private final double nanos;
    private final LayerCapabilities claims;

    Stub(String name, double nanos, LayerCapabilities claims) {
      this.name = name;
      this.nanos = nanos;
      this.claims = claims;
    }

    Stub(String name, double nanos) {
      this(name, nanos, new LiteralLayer().capabilities());
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public LayerCapabilities capabilities() {
      return claims;
    }

    @Override
    public double estimateNanos(LayerGeometry geometry, DType dtype) {
      asked.add("estimate");
      return nanos;
    }

    @Override
    public NdArray convolve(
        NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
      asked.add("convolve");
      return literal.convolve(input, weights, biasOrNull, options);
    }

    @Override
    public NdArray transposed(
        NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
      asked.add("transposed");
      return literal.transposed(input, weights, biasOrNull, options);
    }

    @Override
    public NdArray inputGradient(
        NdArray outputGradient, NdArray weights, Shape inputShape, LayerOptions options) {
      asked.add("inputGradient");
      return literal.inputGradient(outputGradient, weights, inputShape, options);
    }

    @Override
    public NdArray weightGradient(
        NdArray input, NdArray outputGradient, Shape weightsShape, LayerOptions options) {
      asked.add("weightGradient");
      return literal.weightGradient(input, outputGradient, weightsShape, options);
    }
  }

  private static AutoLayerConvolver auto(LayerConvolver... candidates) {
    return new AutoLayerConvolver(List.of(candidates), Accuracy.NORMWISE);
  }

  private static Choice<LayerConvolver> choose(LayerConvolver... candidates) {
    return auto(candidates)
        .choose(LayerGeometry.of(INPUT, WEIGHTS, PLAIN), DType.FLOAT64, DType.FLOAT64);
  }

  @Test
  void implementations_are_found_by_their_names() {
    Stub a = new Stub("a", 1);
    Stub b = new Stub("b", 2);
    assertThat(LayerConvolvers.FOUND.inOrder(List.of(b, a))).containsExactly(a, b);
    assertThat(LayerConvolvers.FOUND.named("b", List.of(a, b))).isSameAs(b);
    assertThatThrownBy(() -> LayerConvolvers.FOUND.named("c", List.of(a, b)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no layer convolver named \"c\"; present: a, b");
    assertThat(LayerConvolvers.available()).isEmpty();
    assertThatThrownBy(LayerConvolvers::auto)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no layer convolver present: none (add conv-direct)");
  }

  @Test
  void the_only_one_that_suffices_is_taken_itself() {
    Stub only = new Stub("only", 1);
    assertThat(LayerConvolvers.auto(Accuracy.COMPONENTWISE, List.of(only))).isSameAs(only);
    assertThatThrownBy(() -> LayerConvolvers.auto(Accuracy.EXACT, List.of(weak(only))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("no layer convolver present satisfies EXACT: [");
  }

  private static LayerConvolver weak(Stub stub) {
    return new Stub(
        stub.name,
        stub.nanos,
        stub.claims.withDTypes(DType.FLOAT64).withAccuracy(Accuracy.NORMWISE));
  }

  @Test
  void the_cheapest_that_claims_the_call_is_chosen_with_a_reason() {
    Stub dear = new Stub("dear", 400);
    Stub cheap = new Stub("cheap", 100);
    Stub floats = new Stub("floats", 1, LayerCapabilities.basic().withDTypes(DType.FLOAT32));
    assertThat(choose(dear, cheap, floats))
        .hasToString(
            "cheap, estimated 4 times as fast as dear (dear: 400 ns estimated, cheap: 100 ns"
                + " estimated, floats: not claimed: float64)");
    AutoLayerConvolver exacting =
        new AutoLayerConvolver(List.of(dear, weak(cheap)), Accuracy.COMPONENTWISE);
    assertThat(
            exacting.choose(LayerGeometry.of(INPUT, WEIGHTS, PLAIN), DType.FLOAT64, DType.FLOAT64))
        .hasToString(
            "dear, the only one that can take the call (dear: 400 ns estimated, cheap: its accuracy"
                + " on floats is NORMWISE, not COMPONENTWISE)");
    assertThatThrownBy(() -> choose(floats))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("no convolver can take the call: [floats: not claimed: float64]");
  }

  @Test
  void of_several_one_is_chosen_for_each_call() {
    Stub a = new Stub("a", 1);
    Stub b = new Stub("b", 2);
    assertThat(LayerConvolvers.auto(Accuracy.NORMWISE, List.of(a, b)))
        .hasToString("layer-auto[a, b]");
    LayerCapabilities integers = a.claims.withDTypes(DType.INT64).withAccuracy(Accuracy.NORMWISE);
    assertThat(LayerConvolvers.auto(Accuracy.EXACT, List.of(new Stub("integers", 1, integers))))
        .hasToString("layer-auto[integers]")
        .satisfies(auto -> assertThat(auto.capabilities().dtypes()).containsExactly(DType.INT64));
    assertThatThrownBy(
            () -> LayerConvolvers.choose(INPUT, WEIGHTS, PLAIN, DType.FLOAT64, Accuracy.NORMWISE))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("no convolver can take the call: []");
    assertThatThrownBy(() -> LayerConvolvers.named("layer-none"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no layer convolver named \"layer-none\"; present: none");
  }

  @Test
  void a_bias_is_copied_when_a_layer_is_prepared() {
    LayerConvolver auto = auto(new Stub("a", 1), new Stub("b", 2));
    NdArray x = NdArray.zeros(DType.FLOAT64, INPUT);
    NdArray bias = NdArray.of(1.0, 2, 3);
    PreparedLayer prepared =
        auto.prepare(NdArray.zeros(DType.FLOAT64, WEIGHTS), bias, PLAIN, INPUT);
    bias.doubles()[0] = 5;
    assertThat(prepared.apply(x).get(0, 0, 0)).isEqualTo(1);
  }

  @Test
  void every_operation_goes_to_the_one_chosen_and_a_decision_is_kept() {
    Stub cheap = new Stub("cheap", 1);
    Stub dear = new Stub("dear", 2);
    LayerConvolver auto = auto(dear, cheap);
    NdArray x = NdArray.zeros(DType.FLOAT64, INPUT);
    NdArray w = NdArray.zeros(DType.FLOAT64, WEIGHTS);
    NdArray y = auto.convolve(x, w, null, PLAIN);
    auto.convolve(x, w, null, PLAIN);
    auto.inputGradient(y, w, INPUT, PLAIN);
    auto.weightGradient(x, y, WEIGHTS, PLAIN);
    auto.transposed(y, w, null, PLAIN);
    PreparedLayer prepared = auto.prepare(w, null, PLAIN, INPUT);
    assertThat(prepared.apply(x)).isEqualTo(y);
    prepared.apply(x, y);
    assertThat(cheap.asked)
        .containsExactly(
            "estimate",
            "convolve",
            "convolve",
            "inputGradient",
            "weightGradient",
            "transposed",
            "estimate",
            "convolve",
            "convolve");
    assertThat(dear.asked).containsOnly("estimate");
    assertThat(auto).hasToString("layer-auto[dear, cheap]");
    assertThat(auto.withParallelism(2)).hasToString("layer-auto[dear, cheap]");
    assertThat(auto.estimateNanos(LayerGeometry.of(INPUT, WEIGHTS, PLAIN), DType.FLOAT64))
        .isEqualTo(1);
  }

  @Test
  void claims_are_those_of_all_together() {
    LayerCapabilities basic = LayerCapabilities.basic();
    Stub a =
        new Stub(
            "a",
            1,
            basic
                .withDTypes(DType.FLOAT32)
                .withMaxSpatialRank(1)
                .withFeatures(LayerFeature.GROUPS)
                .withAccuracy(Accuracy.COMPONENTWISE)
                .withNonFinite(NonFinite.LOCAL));
    Stub b = new Stub("b", 1, basic.withMaxSpatialRank(2).withFeatures(LayerFeature.DILATION));
    assertThat(auto(a, b).capabilities())
        .isEqualTo(
            basic
                .withDTypes(DType.FLOAT64, DType.FLOAT32)
                .withMaxSpatialRank(2)
                .withFeatures(LayerFeature.GROUPS, LayerFeature.DILATION));
    assertThat(new AutoLayerConvolver(List.of(a, b), Accuracy.COMPONENTWISE).capabilities())
        .isEqualTo(a.capabilities());
  }
}
