package org.conv4j.api.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When vectors are used, and what is said when they are not. */
class VectorModuleTest {
  @Test
  void tests_run_with_the_module() {
    assertThat(VectorModule.get()).map(Module::getName).contains("jdk.incubator.vector");
  }

  @Test
  void a_missing_module_is_said_with_the_flag_that_brings_it() {
    assertThat(VectorModule.reason(false, "mixed mode, sharing", 2))
        .contains("jdk.incubator.vector is missing")
        .contains("--add-modules jdk.incubator.vector");
  }

  @ParameterizedTest
  @ValueSource(strings = {"interpreted mode, sharing", "mixed mode, emulated-client, sharing"})
  void without_the_optimising_compiler_vectors_are_not_used(String vm) {
    assertThat(VectorModule.reason(true, vm, 2)).contains("optimising compiler (" + vm + ")");
  }

  @Test
  void without_fused_multiply_adds_vectors_are_not_used() {
    assertThat(VectorModule.reason(true, "mixed mode, sharing", 9000))
        .contains("no fused multiply-add");
  }

  @Test
  void otherwise_they_are() {
    assertThat(VectorModule.reason(true, "mixed mode, sharing", 2)).isEmpty();
    assertThat(VectorModule.reason(true, "", 2)).isEmpty();
    assertThat(VectorModule.reason(true, "mixed mode, sharing", 500)).isEmpty();
  }

  @Test
  void what_does_not_fit_the_module_is_left_out() {
    assertThat(VectorModule.load(() -> "vectors")).contains("vectors");
    assertThat(
            VectorModule.load(
                () -> {
                  throw new ClassNotFoundException("for a test");
                }))
        .isEmpty();
    assertThat(
            VectorModule.load(
                () -> {
                  throw new NoSuchMethodError("for a test");
                }))
        .isEmpty();
  }
}
