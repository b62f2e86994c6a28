package org.conv4j.verify.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.verify.law.Violation;
import org.junit.jupiter.api.Test;

class FailureTest {
  @Test
  void a_wrong_value_is_shown_with_operands_expected_got_and_token() {
    Violation violation = new Violation("index 1 is off", NdArray.of(1.0, 2), NdArray.of(1.0, 3));
    NdArray image = NdArray.of(new double[][] {{1, 2}, {3, 4}});
    Failure failure =
        Failure.of(violation, List.of(image, NdArray.of(1.0)), Mode.SAME, "law/recipe");
    assertThat(failure.lines())
        .containsExactly(
            "index 1 is off",
            "in1       [[1. 2.]",
            "           [3. 4.]]   float64(2, 2)",
            "in2       [1.]   float64(1,)",
            "mode      SAME",
            "expected  [1. 2.]   float64(2,)",
            "got       [1. 3.]   float64(2,)",
            "replay    law/recipe");
  }

  @Test
  void what_the_subject_threw_is_shown_with_its_innermost_three_frames() {
    Exception thrown = new IllegalStateException("on purpose");
    StackTraceElement frame = new StackTraceElement("a.B", "c", "B.java", 7);
    thrown.setStackTrace(new StackTraceElement[] {frame, frame, frame, frame});
    Failure failure =
        Failure.of(new Violation("threw " + thrown, thrown), List.of(), Mode.FULL, "token");
    assertThat(failure.cause()).contains(thrown);
    assertThat(failure.lines())
        .containsExactly(
            "threw java.lang.IllegalStateException: on purpose",
            "mode      FULL",
            "          at a.B.c(B.java:7)",
            "          at a.B.c(B.java:7)",
            "          at a.B.c(B.java:7)",
            "replay    token");
  }

  @Test
  void what_is_not_known_is_left_out() {
    Failure failure =
        new Failure(
            "it hangs",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "token",
            Optional.empty());
    assertThat(failure.lines()).containsExactly("it hangs", "replay    token");
  }
}
