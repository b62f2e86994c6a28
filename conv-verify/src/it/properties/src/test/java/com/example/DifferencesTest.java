package com.example;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.verify.jqwik.ConvolverArbitraries;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.operand.Space;

/** A property of one's own, on arrays that the kit draws. */
class DifferencesTest {
  @Property
  boolean differences_add_up_to_zero(@ForAll("signals") NdArray signal) {
    double[] differences = FullSumTest.full(signal.doubles(), new double[] {1, -1});
    return Arrays.stream(differences).sum() == 0;
  }

  @Provide
  Arbitrary<NdArray> signals() {
    return ConvolverArbitraries.arrays(
        Space.all()
            .withRanks(1, 1)
            .withDTypes(dtype -> dtype == DType.FLOAT64)
            .withRegimes(Regime.INTEGERS));
  }
}
