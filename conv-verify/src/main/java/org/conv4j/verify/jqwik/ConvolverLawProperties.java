package org.conv4j.verify.jqwik;

import net.jqwik.api.ForAll;
import org.conv4j.verify.law.ConvolverSubject;
import org.conv4j.verify.operand.Recipe;

/**
 * The properties of convolvers, one for each law. They are final, because an override would
 * silently drop its law.
 */
abstract class ConvolverLawProperties extends LawProperties<ConvolverSubject, Recipe> {
  @LawProperty("shape.full")
  final void shape_full(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("shape.same")
  final void shape_same(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("shape.valid")
  final void shape_valid(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("window.same")
  final void window_same(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("window.valid")
  final void window_valid(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("window.zeros")
  final void window_zeros(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("exact")
  final void exact(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("sizes")
  final void sizes(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("subnormal")
  final void subnormal(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("integers.wrap")
  final void integers_wrap(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("range")
  final void range(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("nonfinite.local")
  final void nonfinite_local(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("nonfinite.forms")
  final void nonfinite_forms(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("nan.kept")
  final void nan_kept(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("agrees.commons-math")
  final void agrees_commons_math(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("agrees.peers")
  final void agrees_peers(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("values")
  final void values(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("complex.conjugate")
  final void complex_conjugate(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("complex.parts")
  final void complex_parts(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("promotion")
  final void promotion(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("prepared.types")
  final void prepared_types(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("correlate")
  final void correlate(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("correlate.adjoint")
  final void correlate_adjoint(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("commutative.full")
  final void commutative_full(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("commutative.valid")
  final void commutative_valid(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("bilinear.in1")
  final void bilinear_in1(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("bilinear.in2")
  final void bilinear_in2(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("associative")
  final void associative(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("identity")
  final void identity(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("scale.power-of-two")
  final void scale_power_of_two(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("scale.range")
  final void scale_range(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("sum")
  final void sum(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("shift.in1")
  final void shift_in1(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("shift.in2")
  final void shift_in2(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("reversal")
  final void reversal(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("axes.permuted")
  final void axes_permuted(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("axes.unit")
  final void axes_unit(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("separable")
  final void separable(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("blocks")
  final void blocks(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("prepared")
  final void prepared(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("prepared.contract")
  final void prepared_contract(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("prepared.out")
  final void prepared_out(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("stream")
  final void stream(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("overload.vectors")
  final void overload_vectors(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("overload.rows")
  final void overload_rows(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("overload.refuse")
  final void overload_refuse(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("overload.types")
  final void overload_types(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("overload.float-rows")
  final void overload_float_rows(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("overload.correlate")
  final void overload_correlate(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("same-operand")
  final void same_operand(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("parallelism")
  final void parallelism(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("inputs.unchanged")
  final void inputs_unchanged(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("result.fresh")
  final void result_fresh(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("inputs.not-kept")
  final void inputs_not_kept(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("repeatable")
  final void repeatable(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("concurrent")
  final void concurrent(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("refuse.rank-mismatch")
  final void refuse_rank_mismatch(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("refuse.valid-uncovered")
  final void refuse_valid_uncovered(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("refuse.empty")
  final void refuse_empty(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("refuse.null")
  final void refuse_null(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("refuse.unclaimed")
  final void refuse_unclaimed(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }

  @LawProperty("refuse.message")
  final void refuse_message(@ForAll(RECIPES) Recipe recipe) {
    holds(recipe);
  }
}
