package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conv4j.api.DType.COMPLEX128;
import static org.conv4j.api.DType.COMPLEX64;
import static org.conv4j.api.DType.FLOAT32;
import static org.conv4j.api.DType.FLOAT64;
import static org.conv4j.api.DType.INT32;
import static org.conv4j.api.DType.INT64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DTypeTest {
  private static final DType[] ORDER = {INT32, INT64, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128};

  /** {@code numpy.result_type} of NumPy 2.4 for a row's type and a column's, both as in ORDER. */
  private static final DType[][] RESULT_TYPE = {
    {INT32, INT64, FLOAT64, FLOAT64, COMPLEX128, COMPLEX128},
    {INT64, INT64, FLOAT64, FLOAT64, COMPLEX128, COMPLEX128},
    {FLOAT64, FLOAT64, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128},
    {FLOAT64, FLOAT64, FLOAT64, FLOAT64, COMPLEX128, COMPLEX128},
    {COMPLEX128, COMPLEX128, COMPLEX64, COMPLEX128, COMPLEX64, COMPLEX128},
    {COMPLEX128, COMPLEX128, COMPLEX128, COMPLEX128, COMPLEX128, COMPLEX128},
  };

  @Test
  void types_promote_as_in_numpy() {
    assertThat(ORDER).containsExactlyInAnyOrder(DType.values());
    for (int row = 0; row < ORDER.length; row++) {
      for (int column = 0; column < ORDER.length; column++) {
        assertThat(DType.promote(ORDER[row], ORDER[column]))
            .as("%s and %s", ORDER[row], ORDER[column])
            .isEqualTo(RESULT_TYPE[row][column]);
      }
    }
  }

  @Test
  void promotion_is_symmetric() {
    for (DType a : ORDER) {
      for (DType b : ORDER) {
        assertThat(DType.promote(a, b)).as("%s and %s", a, b).isEqualTo(DType.promote(b, a));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FLOAT64, float64, false, false, FLOAT64, 0x1p-53",
    "FLOAT32, float32, false, false, FLOAT32, 0x1p-24",
    "INT64, int64, true, false, INT64, 0",
    "INT32, int32, true, false, INT32, 0",
    "COMPLEX128, complex128, false, true, FLOAT64, 0x1p-53",
    "COMPLEX64, complex64, false, true, FLOAT32, 0x1p-24",
  })
  void a_type_knows_its_name_kind_parts_and_roundoff(
      DType dtype, String name, boolean integer, boolean complex, DType real, double roundoff) {
    assertThat(dtype.numpyName()).isEqualTo(name);
    assertThat(dtype.isInteger()).isEqualTo(integer);
    assertThat(dtype.isComplex()).isEqualTo(complex);
    assertThat(dtype.real()).isEqualTo(real);
    assertThat(dtype.unitRoundoff()).isEqualTo(roundoff);
  }
}
