package org.conv4j.verify.jqwik;

import net.jqwik.api.ForAll;
import org.conv4j.verify.layer.law.LayerSubject;
import org.conv4j.verify.layer.operand.LayerRecipe;

/** The same for layers as {@link ConvolverLawProperties} for convolvers. */
abstract class LayerLawProperties extends LawProperties<LayerSubject, LayerRecipe> {
  @LawProperty("layer.shape")
  final void layer_shape(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.exact")
  final void layer_exact(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.sizes")
  final void layer_sizes(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.integers")
  final void layer_integers(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.channels")
  final void layer_channels(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.im2col")
  final void layer_im2col(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.pointwise")
  final void layer_pointwise(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.promotion")
  final void layer_promotion(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.complex.parts")
  final void layer_complex_parts(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.bytes")
  final void layer_bytes(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.zero-points")
  final void layer_zero_points(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.subnormal")
  final void layer_subnormal(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.nonfinite.local")
  final void layer_nonfinite_local(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.nan.kept")
  final void layer_nan_kept(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.stride")
  final void layer_stride(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.dilation")
  final void layer_dilation(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.groups")
  final void layer_groups(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.padding")
  final void layer_padding(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.same")
  final void layer_same(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.rounding")
  final void layer_rounding(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.layout")
  final void layer_layout(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.axes.permuted")
  final void layer_axes_permuted(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.axes.unit")
  final void layer_axes_unit(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.batch")
  final void layer_batch(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.outputs.permuted")
  final void layer_outputs_permuted(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.inputs.permuted")
  final void layer_inputs_permuted(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.bias")
  final void layer_bias(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.linear.input")
  final void layer_linear_input(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.linear.weights")
  final void layer_linear_weights(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.shift")
  final void layer_shift(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.transposed")
  final void layer_transposed(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.adjoint.input")
  final void layer_adjoint_input(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.adjoint.weights")
  final void layer_adjoint_weights(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.gradient.bias")
  final void layer_gradient_bias(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.gradient.sizes")
  final void layer_gradient_sizes(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.prepared")
  final void layer_prepared(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.prepared.out")
  final void layer_prepared_out(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.prepared.contract")
  final void layer_prepared_contract(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.parallelism")
  final void layer_parallelism(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.inputs.unchanged")
  final void layer_inputs_unchanged(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.inputs.not-kept")
  final void layer_inputs_not_kept(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.result.fresh")
  final void layer_result_fresh(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.repeatable")
  final void layer_repeatable(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.concurrent")
  final void layer_concurrent(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.refuse.shapes")
  final void layer_refuse_shapes(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.refuse.bias")
  final void layer_refuse_bias(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.refuse.null")
  final void layer_refuse_null(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.refuse.unclaimed")
  final void layer_refuse_unclaimed(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }

  @LawProperty("layer.refuse.message")
  final void layer_refuse_message(@ForAll(RECIPES) LayerRecipe recipe) {
    holds(recipe);
  }
}
