package org.conv4j.direct;

import java.util.List;
import org.conv4j.api.Convolver;
import org.conv4j.api.contract.OverloadsContract;

class OverloadsTest extends OverloadsContract {
  @Override
  protected List<Convolver> convolvers(long products) {
    return Kinds.of(products);
  }

  @Override
  protected Convolver parallel() {
    return new DirectConvolver().withParallelism(4);
  }
}
