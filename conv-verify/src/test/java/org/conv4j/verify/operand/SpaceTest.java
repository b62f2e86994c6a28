package org.conv4j.verify.operand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.junit.jupiter.api.Test;

class SpaceTest {
  private static final Set<DType> INTEGERS = EnumSet.of(DType.INT32, DType.INT64);

  @Test
  void the_whole_space_has_all_modes_and_regimes_and_ranks_up_to_four() {
    assertThat(Space.all())
        .isEqualTo(
            new Space(
                2,
                0,
                4,
                EnumSet.allOf(Mode.class),
                EnumSet.allOf(DType.class),
                List.of(Regime.ordinary()),
                4096));
  }

  @Test
  void each_change_leaves_the_rest_as_it_was() {
    Space changed =
        Space.all()
            .withOperands(3)
            .withRanks(1, 2)
            .withModes(Mode.SAME)
            .withDTypes(DType::isInteger)
            .withRegimes(Regime.WIDE)
            .withElements(9);
    assertThat(changed)
        .isEqualTo(new Space(3, 1, 2, Set.of(Mode.SAME), INTEGERS, List.of(Regime.WIDE), 9));
  }

  @Test
  void later_changes_of_the_collections_do_not_reach_it() {
    Set<Mode> modes = EnumSet.of(Mode.FULL);
    List<Regime> regimes = new ArrayList<>(List.of(Regime.WIDE));
    Space space = new Space(2, 0, 0, modes, INTEGERS, regimes, 1);
    modes.add(Mode.SAME);
    regimes.clear();
    assertThat(space)
        .isEqualTo(new Space(2, 0, 0, Set.of(Mode.FULL), INTEGERS, List.of(Regime.WIDE), 1));
  }

  @Test
  void ranks_out_of_order_are_refused() {
    Space all = Space.all();
    assertThatThrownBy(() -> all.withRanks(3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> all.withRanks(-1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
