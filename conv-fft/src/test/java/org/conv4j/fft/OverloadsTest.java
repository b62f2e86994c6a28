package org.conv4j.fft;

import java.util.List;
import org.conv4j.api.Convolver;
import org.conv4j.api.contract.OverloadsContract;

class OverloadsTest extends OverloadsContract {
  @Override
  protected List<Convolver> convolvers(long products) {
    return List.of(new FftConvolver(), new FftConvolver().withParallelism(1));
  }

  @Override
  protected Convolver parallel() {
    return new FftConvolver().withParallelism(4);
  }
}
