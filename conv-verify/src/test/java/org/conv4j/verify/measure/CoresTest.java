package org.conv4j.verify.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoresTest {
  @Test
  void lists_of_the_kernel_are_understood() {
    assertThat(Cores.numbers("5")).containsExactly(5);
    assertThat(Cores.numbers("0-3,8,10-11")).containsExactly(0, 1, 2, 3, 8, 10, 11);
  }

  @Test
  void cores_are_named_to_taskset() {
    assertThat(new Cores(List.of(2, 3)).prefix()).containsExactly("taskset", "-c", "2,3");
    assertThat(new Cores(List.of()).prefix()).isEmpty();
  }
}
